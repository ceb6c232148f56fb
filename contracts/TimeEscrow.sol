// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1155Receiver} from "@openzeppelin/contracts/token/ERC1155/IERC1155Receiver.sol";
import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {ERC165, IERC165} from "@openzeppelin/contracts/utils/introspection/ERC165.sol";
import {IOfferBook} from "./interfaces/IOfferBook.sol";
import {ITimeEscrow} from "./interfaces/ITimeEscrow.sol";
import {ITokenDescriptor} from "./interfaces/ITokenDescriptor.sol";
import {Deal, Outcome, Settlement, Status, Terms} from "./interfaces/DealTypes.sol";
import {Consents} from "./libraries/Consents.sol";
import {Split} from "./libraries/Split.sol";
import {Stages} from "./libraries/Stages.sol";
import {TermsLib} from "./libraries/TermsLib.sol";
import {Payouts} from "./base/Payouts.sol";
import {OfferBook} from "./OfferBook.sol";
import {TimeToken} from "./TimeToken.sol";
import {UnorderedNonces} from "./base/UnorderedNonces.sol";

/// @title TimeEscrow
/// @notice Deals from opening to closing. A deal is its terms; of each, one slot is stored. A deadline's second belongs
/// to the actor, the next one to whoever pokes. Immutable and ownerless.
contract TimeEscrow is Payouts, ERC165, EIP712, UnorderedNonces {
    using TermsLib for Terms;

    /// @dev Bit 3 of `Deal.flags`, above the outcome: delivered or confirmed.
    uint8 private constant RATEABLE = 8;
    /// @dev The first word of `abi.encode(terms, signedOffer, slot)`: a head of three words; of (terms, signature) two.
    bytes32 private constant BY_OFFER = bytes32(uint256(0x60));

    /// @inheritdoc ITimeEscrow
    IOfferBook public immutable offerBook;

    mapping(bytes32 dealId => Deal) private _deals;
    mapping(bytes32 dealId => bytes32) private _rulings;

    /// @param forwarder The ERC-2771 forwarder trusted for gasless calls; zero for none.
    /// @param descriptor What describes the token's ids.
    constructor(
        address forwarder,
        ITokenDescriptor descriptor
    ) ERC2771Context(forwarder) EIP712("TimeEscrow", "1") Payouts(new TimeToken(forwarder, descriptor)) {
        offerBook = new OfferBook(forwarder);
    }

    // ─── Opening ─────────────────────────────────────────────────────────────

    /// @inheritdoc IERC1155Receiver
    function onERC1155Received(
        address operator,
        address from,
        uint256 id,
        uint256 value,
        bytes calldata data
    ) external nonReentrant returns (bytes4) {
        (Terms memory terms, bytes memory consent) = abi.decode(data, (Terms, bytes));
        if (terms.ids.length != 1 || terms.amounts.length != 1 || terms.ids[0] != id || terms.amounts[0] != value) {
            revert TimeEscrow_PaymentMismatch();
        }
        _open(operator, from, terms, consent, data);
        return this.onERC1155Received.selector;
    }

    /// @inheritdoc IERC1155Receiver
    function onERC1155BatchReceived(
        address operator,
        address from,
        uint256[] calldata ids,
        uint256[] calldata values,
        bytes calldata data
    ) external nonReentrant returns (bytes4) {
        (Terms memory terms, bytes memory consent) = abi.decode(data, (Terms, bytes));
        if (keccak256(abi.encode(terms.ids, terms.amounts)) != keccak256(abi.encode(ids, values)))
            revert TimeEscrow_PaymentMismatch();
        _open(operator, from, terms, consent, data);
        return this.onERC1155BatchReceived.selector;
    }

    /// @param consent The seller's signature of the terms, or a standing offer with its signature, or nothing.
    /// @param data What all that was decoded from.
    function _open(
        address operator,
        address from,
        Terms memory terms,
        bytes memory consent,
        bytes calldata data
    ) private {
        if (msg.sender != address(token)) revert TimeEscrow_OnlyToken(msg.sender);
        if (operator != terms.buyer || (from != operator && from != address(0))) {
            revert TimeEscrow_NotBuyer(operator, from);
        }
        terms.checkRoles(address(this), address(token), trustedForwarder());
        terms.checkShares();
        terms.checkPayment();
        bytes32 dealId = _checkNew(terms);
        bool byOffer = bytes32(data) == BY_OFFER;
        if (!byOffer && consent.length != 0) Consents.check(terms.seller, dealId, consent);

        Status status = consent.length == 0 ? Status.Pending : Status.Active;
        _deals[dealId] = Deal(status, 0, terms.deliverFrom, terms.deliverBy, terms.seller);
        emit Opened(dealId, terms.buyer, terms.seller, status, terms);
        if (byOffer) offerBook.take(dealId, terms, consent, uint256(bytes32(data[64:96])));
    }

    /// @inheritdoc ITimeEscrow
    function accept(Terms calldata terms) external nonReentrant {
        (bytes32 dealId, Deal memory deal) = _load(terms);
        _checkStatus(dealId, deal.status, Status.Pending);
        _checkCaller(dealId, terms.seller);
        _checkInTime(dealId, terms.acceptBy);

        _deals[dealId].status = Status.Active;
        emit Accepted(dealId);
    }

    /// @inheritdoc ITimeEscrow
    function decline(Terms calldata terms) external nonReentrant {
        (bytes32 dealId, Deal memory deal) = _load(terms);
        _checkStatus(dealId, deal.status, Status.Pending);
        _checkParty(dealId, terms);
        _checkInTime(dealId, terms.acceptBy);
        _closeWhole(dealId, deal, terms, Outcome.Refunded, false);
    }

    /// @inheritdoc ITimeEscrow
    function voidTerms(Terms calldata terms) external nonReentrant {
        (bytes32 dealId, Deal memory deal) = _load(terms);
        _checkStatus(dealId, deal.status, Status.None);
        address party = _checkParty(dealId, terms);

        _deals[dealId].status = Status.Voided;
        emit Voided(dealId, party);
    }

    // ─── The exchange ────────────────────────────────────────────────────────

    /// @inheritdoc ITimeEscrow
    function deliver(bytes32 dealId) external nonReentrant {
        Deal memory deal = _deals[dealId];
        _checkStatus(dealId, deal.status, Status.Active);
        _checkCaller(dealId, deal.seller);
        if (block.timestamp < deal.since) revert TimeEscrow_TooEarly(dealId, deal.since, block.timestamp);
        _checkInTime(dealId, deal.deliverBy);

        deal.flags |= RATEABLE;
        _enter(dealId, deal, Status.Delivered);
        emit Delivered(dealId);
    }

    /// @inheritdoc ITimeEscrow
    function confirm(Terms calldata terms) external nonReentrant {
        (bytes32 dealId, Deal memory deal) = _load(terms);
        _checkExchanging(dealId, deal, terms);
        _checkCaller(dealId, terms.buyer);
        _closeWhole(dealId, deal, terms, Outcome.Completed, false);
    }

    /// @inheritdoc ITimeEscrow
    function refund(Terms calldata terms) external nonReentrant {
        (bytes32 dealId, Deal memory deal) = _load(terms);
        _checkExchanging(dealId, deal, terms);
        _checkCaller(dealId, terms.seller);
        _closeWhole(dealId, deal, terms, Outcome.Refunded, false);
    }

    /// @inheritdoc ITimeEscrow
    function amend(Terms calldata terms, Terms calldata newTerms, bytes calldata signature) external nonReentrant {
        (bytes32 dealId, Deal memory deal) = _load(terms);
        _checkStatus(dealId, deal.status, Status.Active);
        address caller = _checkParty(dealId, terms);
        _checkInTime(dealId, deal.deliverBy);
        Terms memory next = newTerms;
        if (!TermsLib.isAmendment(terms, newTerms)) revert TimeEscrow_NotAmendable();
        bytes32 newDealId = _checkNew(next);
        bytes32 digest = _hashTypedDataV4(Consents.hashAmendment(dealId, newDealId));
        Consents.check(TermsLib.otherParty(terms, caller), digest, signature);

        _deals[newDealId] = Deal(Status.Active, 0, next.deliverFrom, next.deliverBy, next.seller);
        _enterClosed(dealId, deal, Outcome.Amended);
        emit Amended(dealId, newDealId, next);
    }

    // ─── Disputes ────────────────────────────────────────────────────────────

    /// @inheritdoc ITimeEscrow
    function dispute(Terms calldata terms, bytes32 evidence) external nonReentrant {
        (bytes32 dealId, Deal memory deal) = _load(terms);
        _checkStatus(dealId, deal.status, Status.Delivered);
        _checkCaller(dealId, terms.buyer);
        _checkInTime(dealId, uint256(deal.since) + terms.reviewWindow);

        _enter(dealId, deal, Status.Disputed);
        emit Disputed(dealId);
        if (evidence != 0) emit Evidence(dealId, terms.buyer, evidence);
    }

    /// @inheritdoc ITimeEscrow
    function submitEvidence(Terms calldata terms, bytes32 contentHash) external nonReentrant {
        (bytes32 dealId, Deal memory deal) = _load(terms);
        if (deal.status < Status.Delivered || deal.status > Status.Escalated) {
            revert TimeEscrow_WrongStatus(dealId, deal.status);
        }
        address caller = _msgSender();
        bool isArbiter = caller == terms.arbiter || caller == terms.appealArbiter;
        if (!isArbiter) _checkParty(dealId, terms);
        emit Evidence(dealId, caller, contentHash);
    }

    /// @inheritdoc ITimeEscrow
    function rule(Terms calldata terms, uint256[] calldata sellerMinutes, bytes32 reasons) external nonReentrant {
        (bytes32 dealId, Deal memory deal) = _load(terms);
        (Status stage, address arbiter) = _checkArbiter(dealId, deal, terms);
        Split.check(terms, sellerMinutes, terms.arbiterFeeBps);

        emit Ruled(dealId, arbiter, sellerMinutes, reasons);
        if (stage == Status.Disputed && terms.appealArbiter != address(0)) {
            _rulings[dealId] = Consents.hashRuling(sellerMinutes);
            _enter(dealId, deal, Status.Ruled);
        } else {
            _closeSplit(dealId, deal, terms, Outcome.Ruled, false, arbiter, sellerMinutes);
        }
    }

    /// @inheritdoc ITimeEscrow
    function recuse(Terms calldata terms, uint256[] calldata standing) external nonReentrant {
        (bytes32 dealId, Deal memory deal) = _load(terms);
        (Status stage, address arbiter) = _checkArbiter(dealId, deal, terms);

        emit Recused(dealId, arbiter);
        if (stage == Status.Disputed && terms.appealArbiter != address(0)) _enter(dealId, deal, Status.Escalated);
        else _closeUnruled(dealId, deal, terms, standing);
    }

    /// @inheritdoc ITimeEscrow
    function appeal(Terms calldata terms) external nonReentrant {
        (bytes32 dealId, Deal memory deal) = _load(terms);
        _checkStatus(dealId, deal.status, Status.Ruled);
        address party = _checkParty(dealId, terms);
        _checkInTime(dealId, uint256(deal.since) + terms.appealWindow);

        _enter(dealId, deal, Status.Escalated);
        emit Appealed(dealId, party);
    }

    /// @inheritdoc ITimeEscrow
    function concede(Terms calldata terms) external nonReentrant {
        (bytes32 dealId, Deal memory deal) = _load(terms);
        _checkLive(dealId, deal, terms, Status.Disputed);
        address party = _checkParty(dealId, terms);

        address feeTo = _feeEarner(dealId, terms);
        uint256[] memory sellerMinutes =
            party == terms.buyer
                ? Split.allButFee(terms, feeTo == address(0) ? 0 : terms.arbiterFeeBps)
                : new uint256[](terms.ids.length);
        emit Conceded(dealId, party);
        _closeSplit(dealId, deal, terms, Outcome.Ruled, false, feeTo, sellerMinutes);
    }

    /// @inheritdoc ITimeEscrow
    function settle(
        Terms calldata terms,
        Settlement calldata settlement,
        bytes calldata signature
    ) external nonReentrant {
        (bytes32 dealId, Deal memory deal) = _load(terms);
        _checkLive(dealId, deal, terms, Status.Active);
        address signer = TermsLib.otherParty(terms, _checkParty(dealId, terms));
        if (settlement.dealId != dealId) revert TimeEscrow_WrongStatus(settlement.dealId, Status.None);
        if (settlement.ruling != _rulings[dealId]) revert TimeEscrow_RulingMismatch(_rulings[dealId]);
        if (block.timestamp > settlement.validUntil) revert TimeEscrow_SignatureExpired(settlement.validUntil);
        address feeTo = _feeEarner(dealId, terms);
        Split.check(terms, settlement.sellerMinutes, feeTo == address(0) ? 0 : terms.arbiterFeeBps);
        Consents.check(signer, _hashTypedDataV4(Consents.hashSettlement(settlement)), signature);

        _useNonce(signer, settlement.nonce);
        _closeSplit(dealId, deal, terms, Outcome.Settled, false, feeTo, settlement.sellerMinutes);
    }

    // ─── Silence ─────────────────────────────────────────────────────────────

    /// @inheritdoc ITimeEscrow
    function poke(Terms calldata terms, uint256[] calldata standing) external nonReentrant {
        (bytes32 dealId, Deal memory deal) = _load(terms);
        (Status stage, uint256 deadline) = Stages.derive(deal, terms, block.timestamp);
        if (deadline == 0) revert TimeEscrow_WrongStatus(dealId, stage);
        if (block.timestamp <= deadline) revert TimeEscrow_TooEarly(dealId, deadline + 1, block.timestamp);

        if (stage <= Status.Active) _closeWhole(dealId, deal, terms, Outcome.Refunded, true);
        else if (stage == Status.Delivered) _closeWhole(dealId, deal, terms, Outcome.Completed, true);
        else _closeUnruled(dealId, deal, terms, standing);
    }

    // ─── Views ───────────────────────────────────────────────────────────────

    /// @inheritdoc ITimeEscrow
    function hashTerms(Terms calldata terms) external view returns (bytes32) {
        return _hashTypedDataV4(TermsLib.hashCalldata(terms));
    }

    /// @inheritdoc ITimeEscrow
    function dealOf(bytes32 dealId) external view returns (Deal memory) {
        return _deals[dealId];
    }

    /// @inheritdoc ITimeEscrow
    function stageOf(Terms calldata terms) external view returns (Status status, uint256 deadline) {
        (, Deal memory deal) = _load(terms);
        return Stages.derive(deal, terms, block.timestamp);
    }

    /// @inheritdoc ITimeEscrow
    function rulingOf(bytes32 dealId) external view returns (bytes32) {
        return _rulings[dealId];
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view override(ERC165, IERC165) returns (bool) {
        return interfaceId == type(IERC1155Receiver).interfaceId || super.supportsInterface(interfaceId);
    }

    // ─── Stages and closings ─────────────────────────────────────────────────

    function _enter(bytes32 dealId, Deal memory deal, Status status) private {
        deal.status = status;
        deal.since = uint40(block.timestamp);
        _deals[dealId] = deal;
    }

    function _enterClosed(bytes32 dealId, Deal memory deal, Outcome outcome) private {
        deal.flags |= uint8(outcome);
        _enter(dealId, deal, Status.Closed);
    }

    /// @dev Everything to the seller (Completed) or back to the buyer (Refunded).
    function _closeWhole(bytes32 dealId, Deal memory deal, Terms calldata terms, Outcome outcome, bool silent) private {
        bool completed = outcome == Outcome.Completed;
        if (completed) deal.flags |= RATEABLE;
        _enterClosed(dealId, deal, outcome);
        emit Closed(dealId, outcome, silent, address(0), new uint256[](0));
        _payWhole(dealId, terms, completed);
    }

    /// @dev No appeal, no ruling in time, or the arbiter stepped back: what stands is paid, else the silence split.
    function _closeUnruled(
        bytes32 dealId,
        Deal memory deal,
        Terms calldata terms,
        uint256[] calldata standing
    ) private {
        bytes32 ruling = _rulings[dealId];
        if (ruling == 0) {
            _enterClosed(dealId, deal, Outcome.Split);
            emit Closed(dealId, Outcome.Split, true, address(0), new uint256[](0));
            _paySplit(dealId, terms, Split.bySilence(terms), address(0));
        } else {
            if (Consents.hashRuling(standing) != ruling) revert TimeEscrow_RulingMismatch(ruling);
            _closeSplit(dealId, deal, terms, Outcome.Ruled, true, terms.arbiter, standing);
        }
    }

    function _closeSplit(
        bytes32 dealId,
        Deal memory deal,
        Terms calldata terms,
        Outcome outcome,
        bool silent,
        address feeTo,
        uint256[] memory sellerMinutes
    ) private {
        if (terms.arbiterFeeBps == 0) feeTo = address(0);
        _enterClosed(dealId, deal, outcome);
        emit Closed(dealId, outcome, silent, feeTo, sellerMinutes);
        _paySplit(dealId, terms, sellerMinutes, feeTo);
    }

    // ─── Checks ──────────────────────────────────────────────────────────────

    function _load(Terms calldata terms) private view returns (bytes32 dealId, Deal memory deal) {
        dealId = _hashTypedDataV4(TermsLib.hashCalldata(terms));
        deal = _deals[dealId];
    }

    /// @dev The id of terms that keep the limits of time and were never used.
    function _checkNew(Terms memory terms) private view returns (bytes32 dealId) {
        terms.checkTimes(block.timestamp);
        dealId = _hashTypedDataV4(terms.hashStruct());
        _checkStatus(dealId, _deals[dealId].status, Status.None);
    }

    function _checkStatus(bytes32 dealId, Status status, Status expected) private pure {
        if (status != expected) revert TimeEscrow_WrongStatus(dealId, status);
    }

    function _checkInTime(bytes32 dealId, uint256 deadline) private view {
        if (block.timestamp > deadline) revert TimeEscrow_TooLate(dealId, deadline, block.timestamp);
    }

    function _checkCaller(bytes32 dealId, address expected) private view {
        address caller = _msgSender();
        if (caller != expected) revert TimeEscrow_NotAllowed(dealId, caller);
    }

    function _checkParty(bytes32 dealId, Terms calldata terms) private view returns (address caller) {
        caller = _msgSender();
        if (caller != terms.buyer && caller != terms.seller) revert TimeEscrow_NotAllowed(dealId, caller);
    }

    /// @dev Active or Delivered, till the stage's deadline.
    function _checkExchanging(bytes32 dealId, Deal memory deal, Terms calldata terms) private view {
        if (deal.status > Status.Delivered) revert TimeEscrow_WrongStatus(dealId, deal.status);
        _checkLive(dealId, deal, terms, Status.Active);
    }

    /// @dev A stage from `first` to Escalated, till its deadline.
    function _checkLive(bytes32 dealId, Deal memory deal, Terms calldata terms, Status first) private view {
        (Status stage, uint256 deadline) = Stages.derive(deal, terms, block.timestamp);
        if (stage < first || stage > Status.Escalated) revert TimeEscrow_WrongStatus(dealId, stage);
        _checkInTime(dealId, deadline);
    }

    /// @dev The caller is the arbiter whose turn it is, in time.
    function _checkArbiter(
        bytes32 dealId,
        Deal memory deal,
        Terms calldata terms
    ) private view returns (Status stage, address arbiter) {
        uint256 deadline;
        (stage, deadline) = Stages.derive(deal, terms, block.timestamp);
        if (stage != Status.Disputed && stage != Status.Escalated) revert TimeEscrow_WrongStatus(dealId, stage);
        arbiter = stage == Status.Disputed ? terms.arbiter : terms.appealArbiter;
        _checkCaller(dealId, arbiter);
        _checkInTime(dealId, deadline);
    }

    /// @dev A first ruling earned its fee unless an appeal ruling replaced it.
    function _feeEarner(bytes32 dealId, Terms calldata terms) private view returns (address) {
        return _rulings[dealId] == 0 ? address(0) : terms.arbiter;
    }
}
