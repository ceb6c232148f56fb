// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice What is stored of a deal's life. Stages that time alone brings are derived (see `ITimeEscrow.stageOf`).
enum Status {
    None,
    Pending,
    Active,
    Delivered,
    Disputed,
    Ruled,
    Escalated,
    Closed,
    Voided
}

/// @notice How a deal closed.
enum Outcome {
    None,
    Completed,
    Refunded,
    Settled,
    Ruled,
    Split,
    Amended
}

/// @notice Everything buyer and seller agree on. A deal is its terms: their EIP-712 digest is its id.
/// @param buyer Pays tokens.
/// @param seller Gives time.
/// @param arbiter Rules when the buyer disputes.
/// @param appealArbiter Rules on appeal, or when the arbiter is silent; zero for none.
/// @param ids Token ids of the payment, strictly ascending, one to eight.
/// @param amounts Amounts of `ids`, each in its id's unit, above zero.
/// @param acceptBy The last second to accept; also the seller's signature's last second.
/// @param deliverFrom The first second to deliver: the start of the slot.
/// @param deliverBy The last second to deliver.
/// @param reviewWindow Seconds the buyer has to confirm or dispute.
/// @param rulingWindow Seconds each arbiter has to rule.
/// @param appealWindow Seconds either party has to appeal.
/// @param arbiterFeeBps An arbiter's fee for a ruling in time, in hundredths of a percent of the pot.
/// @param silenceSellerBps The seller's part if every arbiter stays silent, in hundredths of a percent.
/// @param brief Salted commitment to what was agreed in words.
/// @param salt Makes equal terms distinct.
struct Terms {
    address buyer;
    address seller;
    address arbiter;
    address appealArbiter;
    uint256[] ids;
    uint256[] amounts;
    uint40 acceptBy;
    uint40 deliverFrom;
    uint40 deliverBy;
    uint32 reviewWindow;
    uint32 rulingWindow;
    uint32 appealWindow;
    uint16 arbiterFeeBps;
    uint16 silenceSellerBps;
    bytes32 brief;
    bytes32 salt;
}

/// @notice What the escrow stores of a deal: one slot (8 + 8 + 40 + 40 + 160 bits).
/// @param status What is stored of its life.
/// @param flags Bits 0–2: the outcome; bit 3: delivered or confirmed, so it can be rated.
/// @param since deliverFrom until the delivery, then the start of the stage, then the closing.
/// @param deliverBy The last second to deliver.
/// @param seller Who gives the time.
struct Deal {
    Status status;
    uint8 flags;
    uint40 since;
    uint40 deliverBy;
    address seller;
}

/// @notice The other party's consent to close a deal by a split of their own (EIP-712).
/// @param dealId Which deal.
/// @param sellerMinutes The seller's minutes of each id.
/// @param ruling Hash of the standing ruling, or zero where there is none: a ruling made meanwhile voids the consent.
/// @param nonce An unused, unordered nonce of the signer.
/// @param validUntil The consent's last second.
struct Settlement {
    bytes32 dealId;
    uint256[] sellerMinutes;
    bytes32 ruling;
    uint256 nonce;
    uint40 validUntil;
}
