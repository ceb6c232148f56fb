// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1155Receiver} from "@openzeppelin/contracts/token/ERC1155/IERC1155Receiver.sol";
import {IOfferBook} from "./IOfferBook.sol";
import {ITimeToken} from "./ITimeToken.sol";
import {IUnorderedNonces} from "./IUnorderedNonces.sol";
import {Deal, Outcome, Settlement, Status, Terms} from "./DealTypes.sol";

/// @title ITimeEscrow
/// @notice Holds the payment of every deal until both sides confirm, an arbiter rules, or a deadline decides.
/// A deal opens when its buyer sends (or mints) the payment here with `abi.encode(terms, signature)` as data: with the
/// seller's signature of the terms it is Active at once, with an empty signature Pending. By a standing offer (see
/// `IOfferBook`) the data is `abi.encode(terms, signedOffer, slot)`, and the deal Active at once.
interface ITimeEscrow is IUnorderedNonces, IERC1155Receiver {
    event Opened(bytes32 indexed dealId, address indexed buyer, address indexed seller, Status status, Terms terms);
    event Accepted(bytes32 indexed dealId);
    event Voided(bytes32 indexed dealId, address indexed by);
    event Delivered(bytes32 indexed dealId);
    /// @notice The old deal closed as Amended and goes on, Active, as `newDealId`.
    event Amended(bytes32 indexed dealId, bytes32 indexed newDealId, Terms newTerms);
    event Disputed(bytes32 indexed dealId);
    event Evidence(bytes32 indexed dealId, address indexed by, bytes32 contentHash);
    /// @param reasons Content hash of the arbiter's words; zero for none.
    event Ruled(bytes32 indexed dealId, address indexed arbiter, uint256[] sellerMinutes, bytes32 reasons);
    event Recused(bytes32 indexed dealId, address indexed arbiter);
    event Appealed(bytes32 indexed dealId, address indexed by);
    event Conceded(bytes32 indexed dealId, address indexed by);
    /// @param feeTo Which arbiter earned the fee; zero for none.
    /// @param sellerMinutes Per id; empty where the outcome implies it (Completed: all, Refunded: none, Split: by the
    /// terms' silenceSellerBps).
    event Closed(bytes32 indexed dealId, Outcome outcome, bool bySilence, address feeTo, uint256[] sellerMinutes);
    /// @notice The whole deposit of `id` ran out before the payout and was burned.
    event Lapsed(bytes32 indexed dealId, uint256 indexed id, uint256 amount);
    event ClaimAdded(bytes32 indexed dealId, address indexed owner, uint256 indexed id, uint256 amount);
    event ClaimPaid(bytes32 indexed dealId, address indexed owner, uint256 indexed id, uint256 amount);
    event ClaimRedirected(
        bytes32 indexed dealId,
        address indexed owner,
        uint256 indexed id,
        uint256 amount,
        address to
    );
    event ClaimLapsed(bytes32 indexed dealId, address indexed owner, uint256 indexed id, uint256 amount);

    /// @notice Only the token may call the hooks.
    error TimeEscrow_OnlyToken(address caller);
    /// @notice Only the buyer named in the terms may open the deal, with their own or newly minted tokens.
    error TimeEscrow_NotBuyer(address operator, address from);
    /// @notice What was sent is not what the terms say.
    error TimeEscrow_PaymentMismatch();
    /// @notice The deal is not in a state for this.
    error TimeEscrow_WrongStatus(bytes32 dealId, Status status);
    /// @notice The caller has no part in this step.
    error TimeEscrow_NotAllowed(bytes32 dealId, address caller);
    /// @notice The stage's deadline (inclusive) has passed.
    error TimeEscrow_TooLate(bytes32 dealId, uint256 deadline, uint256 time);
    /// @notice Before the slot's start, or before the deadline a poke waits for.
    error TimeEscrow_TooEarly(bytes32 dealId, uint256 from, uint256 time);
    /// @notice Roles must be distinct, not zero (appealArbiter may be) and none of the system's contracts.
    error TimeEscrow_BadRoles();
    /// @notice One to eight ids, strictly ascending and well formed, with as many amounts above zero.
    error TimeEscrow_BadPayment(uint256 index);
    /// @notice acceptBy has passed.
    error TimeEscrow_AcceptByPassed(uint40 acceptBy, uint256 time);
    /// @notice deliverBy is outside `earliest`–`latest`.
    error TimeEscrow_BadDeliverBy(uint40 deliverBy, uint256 earliest, uint256 latest);
    /// @notice A window is outside 1 hour – 90 days.
    error TimeEscrow_BadWindow(uint32 window);
    /// @notice The arbiter's fee is above 2,000 bps or the silence split above 10,000.
    error TimeEscrow_BadBps(uint16 bps);
    /// @notice The id lapses before the deal's latest open second + 7 days.
    error TimeEscrow_ExpiresTooSoon(uint256 id, uint256 needed);
    /// @notice The signature is not the signer's.
    error TimeEscrow_BadSignature(address signer);
    /// @notice The signature's last second has passed.
    error TimeEscrow_SignatureExpired(uint40 validUntil);
    /// @notice The new terms change more than acceptBy, deliverFrom, deliverBy, brief and salt.
    error TimeEscrow_NotAmendable();
    /// @notice The seller's minutes at `index` exceed `most`, or there is not one number an id.
    error TimeEscrow_BadSplit(uint256 index, uint256 most);
    /// @notice The ruling brought is not the one that stands.
    error TimeEscrow_RulingMismatch(bytes32 standing);
    /// @notice Nothing is left for this owner of this id in this deal.
    error TimeEscrow_NoClaim(bytes32 dealId, address owner, uint256 id);
    /// @notice A claim cannot be sent to this address.
    error TimeEscrow_BadRecipient(address to);
    /// @notice Too little gas is left to pay everyone as with unlimited gas.
    error TimeEscrow_TooLittleGas(uint256 needed);

    /// @notice The seller takes a pending deal. Till acceptBy.
    function accept(Terms calldata terms) external;

    /// @notice The seller declines, or the buyer withdraws, a pending deal: the buyer gets everything back.
    function decline(Terms calldata terms) external;

    /// @notice Either party rules out for ever that these terms open a deal.
    function voidTerms(Terms calldata terms) external;

    /// @notice The seller says the time was given. From deliverFrom till deliverBy.
    function deliver(bytes32 dealId) external;

    /// @notice The buyer confirms: the seller is paid. From Active (in person) till deliverBy, or during the review.
    function confirm(Terms calldata terms) external;

    /// @notice The seller gives everything back. While Active or Delivered, till the stage's deadline.
    function refund(Terms calldata terms) external;

    /// @notice Both change the time or the words of an active deal; it goes on under a new id.
    /// @param terms The deal's terms.
    /// @param newTerms They differ only in acceptBy (the signature's last second), deliverFrom, deliverBy, brief, salt.
    /// @param signature The other party's signature of `Amendment(dealId, newDealId)`.
    function amend(Terms calldata terms, Terms calldata newTerms, bytes calldata signature) external;

    /// @notice The buyer disputes what was delivered, during the review.
    /// @param evidence Content hash of the buyer's first words; zero for none.
    function dispute(Terms calldata terms, bytes32 evidence) external;

    /// @notice A party or an arbiter of the deal adds evidence, from the delivery until the deal closes.
    function submitEvidence(Terms calldata terms, bytes32 contentHash) external;

    /// @notice The arbiter whose turn it is says how many minutes of each id the seller gets.
    /// @param sellerMinutes Per id, at most what the fee leaves.
    /// @param reasons Content hash of the words that go with it; zero for none.
    function rule(Terms calldata terms, uint256[] calldata sellerMinutes, bytes32 reasons) external;

    /// @notice The arbiter whose turn it is steps back: as their silence, now.
    /// @param standing The first ruling where one stands, else empty.
    function recuse(Terms calldata terms, uint256[] calldata standing) external;

    /// @notice Either party takes a first ruling to the appeal arbiter.
    function appeal(Terms calldata terms) external;

    /// @notice Buyer or seller gives in: everything, less an earned fee, goes to the other.
    function concede(Terms calldata terms) external;

    /// @notice Both sides split the pot as they agreed; one calls, the other signed.
    function settle(Terms calldata terms, Settlement calldata settlement, bytes calldata signature) external;

    /// @notice Anyone carries out what a deadline decided, strictly after it.
    /// @param standing The first ruling where one stands, else empty.
    function poke(Terms calldata terms, uint256[] calldata standing) external;

    /// @notice Anyone retries a payout its owner refused.
    function payClaim(bytes32 dealId, address owner, uint256 id) external;

    /// @notice The owner sends a refused payout elsewhere, never to the escrow or the token.
    function redirectClaim(bytes32 dealId, uint256 id, address to) external;

    /// @notice Anyone burns a claim that has run out.
    function lapseClaim(bytes32 dealId, address owner, uint256 id) external;

    /// @return The token this escrow deployed.
    function token() external view returns (ITimeToken);

    /// @return The book of standing offers this escrow deployed.
    function offerBook() external view returns (IOfferBook);

    /// @return dealId The EIP-712 digest of `terms`, bound to this chain and contract.
    function hashTerms(Terms calldata terms) external view returns (bytes32 dealId);

    /// @return What is stored of the deal.
    function dealOf(bytes32 dealId) external view returns (Deal memory);

    /// @notice The stage a deal is in at this second, silence taken into account.
    /// @return status The stage.
    /// @return deadline Its last second.
    function stageOf(Terms calldata terms) external view returns (Status status, uint256 deadline);

    /// @return Hash of the first ruling of an appealable deal (`keccak256(abi.encode(sellerMinutes))`), or zero.
    function rulingOf(bytes32 dealId) external view returns (bytes32);

    /// @return Tokens of `id` left for `owner` by a refused payout of the deal.
    function claimOf(bytes32 dealId, address owner, uint256 id) external view returns (uint256);
}
