// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1155Receiver} from "@openzeppelin/contracts/token/ERC1155/IERC1155Receiver.sol";
import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import {ERC165, IERC165} from "@openzeppelin/contracts/utils/introspection/ERC165.sol";
import {IArbiterPanel} from "./interfaces/IArbiterPanel.sol";
import {IArbiterRegistry} from "./interfaces/IArbiterRegistry.sol";
import {ITimeEscrow} from "./interfaces/ITimeEscrow.sol";
import {ITimeToken} from "./interfaces/ITimeToken.sol";
import {Status, Terms} from "./interfaces/DealTypes.sol";
import {Ballot, BallotLib} from "./libraries/Ballot.sol";
import {Median} from "./libraries/Median.sol";
import {Split} from "./libraries/Split.sol";

/// @title ArbiterPanel
/// @notice An arbiter of several members, fixed for its life. Fees are booked when they arrive and never pushed, so no
/// member's receiver can hold up a ruling or another member. Immutable, ownerless.
contract ArbiterPanel is IArbiterPanel, ERC2771Context, ERC165 {
    /// @dev What members have said of one deal.
    /// @param spoken Who has voted, one bit a seat.
    /// @param recusals How many of them voted to step back.
    /// @param ballots The votes that count, in the order in which they were cast.
    struct Case {
        uint32 spoken;
        uint8 recusals;
        Ballot[] ballots;
    }

    /// @dev What arrived of one id for one deal. Both only grow, so what was withdrawn stays covered. One slot.
    /// @param each For every counted voter, rounded down at each arrival.
    /// @param extra The remainders, for the first voter.
    struct Fee {
        uint128 each;
        uint128 extra;
    }

    uint256 private constant MAX_MEMBERS = 32;

    /// @inheritdoc IArbiterPanel
    ITimeEscrow public immutable escrow;
    /// @inheritdoc IArbiterPanel
    ITimeToken public immutable token;
    /// @inheritdoc IArbiterPanel
    IArbiterRegistry public immutable registry;
    /// @inheritdoc IArbiterPanel
    uint256 public immutable threshold;

    address[] private _members;
    /// @dev Counted from one; zero for nobody's.
    mapping(address member => uint256) private _seats;
    mapping(bytes32 dealId => Case) private _cases;
    mapping(bytes32 dealId => mapping(uint256 id => Fee)) private _fees;
    mapping(bytes32 dealId => mapping(uint256 id => mapping(address member => uint256))) private _withdrawn;
    mapping(address member => bytes32 listing) private _listings;

    /// @param escrow_ Whose deals are ruled.
    /// @param registry_ The directory the panel can stand in.
    /// @param forwarder The ERC-2771 forwarder trusted for gasless calls.
    /// @param members_ Everyone who may vote.
    /// @param threshold_ How many votes decide.
    constructor(
        ITimeEscrow escrow_,
        IArbiterRegistry registry_,
        address forwarder,
        address[] memory members_,
        uint256 threshold_
    ) ERC2771Context(forwarder) {
        uint256 count = members_.length;
        if (count == 0 || count > MAX_MEMBERS) revert ArbiterPanel_BadMembers(count);
        if (threshold_ == 0 || threshold_ > count) revert ArbiterPanel_BadThreshold(threshold_, count);
        for (uint256 i = 0; i < count; ++i) {
            address member = members_[i];
            if (member == address(0) || _seats[member] != 0) revert ArbiterPanel_BadMembers(i);
            _seats[member] = i + 1;
        }
        _members = members_;
        (escrow, token, registry, threshold) = (escrow_, escrow_.token(), registry_, threshold_);
        emit Seated(members_, threshold_);
    }

    // ─── Voting ──────────────────────────────────────────────────────────────

    /// @inheritdoc IArbiterPanel
    function vote(Terms calldata terms, uint256[] calldata sellerMinutes, bytes32 reasons) external {
        (bytes32 dealId, address member, uint256 seat) = _checkSpeaker(terms);
        Split.check(terms, sellerMinutes, terms.arbiterFeeBps);

        Case storage case_ = _cases[dealId];
        case_.spoken |= uint32(1 << seat);
        case_.ballots.push(BallotLib.pack(seat, sellerMinutes));
        emit Voted(dealId, member, sellerMinutes, reasons);
    }

    /// @inheritdoc IArbiterPanel
    function voteRecusal(Terms calldata terms) external {
        (bytes32 dealId, address member, uint256 seat) = _checkSpeaker(terms);

        Case storage case_ = _cases[dealId];
        case_.spoken |= uint32(1 << seat);
        ++case_.recusals;
        emit RecusalVoted(dealId, member);
    }

    /// @inheritdoc IArbiterPanel
    function execute(Terms calldata terms) external {
        escrow.rule(terms, rulingOf(terms), 0);
    }

    /// @inheritdoc IArbiterPanel
    function executeRecusal(Terms calldata terms, uint256[] calldata standing) external {
        bytes32 dealId = escrow.hashTerms(terms);
        uint256 votes = _cases[dealId].recusals;
        if (votes < threshold) revert ArbiterPanel_Undecided(dealId, votes);
        escrow.recuse(terms, standing);
    }

    /// @inheritdoc IArbiterPanel
    function voteListing(bytes32 profile, uint16 feeBps, bool available) external {
        address member = _msgSender();
        _seatOf(member);

        bytes32 listing = keccak256(abi.encode(profile, feeBps, available));
        _listings[member] = listing;
        emit ListingVoted(member, profile, feeBps, available);
        if (_takeListing(listing)) registry.list(profile, feeBps, available);
    }

    // ─── Fees ────────────────────────────────────────────────────────────────

    /// @inheritdoc IERC1155Receiver
    function onERC1155Received(
        address operator,
        address from,
        uint256 id,
        uint256 value,
        bytes calldata data
    ) external returns (bytes4) {
        _book(_checkPush(operator, from, data), id, value);
        return this.onERC1155Received.selector;
    }

    /// @inheritdoc IERC1155Receiver
    function onERC1155BatchReceived(
        address operator,
        address from,
        uint256[] calldata ids,
        uint256[] calldata values,
        bytes calldata data
    ) external returns (bytes4) {
        bytes32 dealId = _checkPush(operator, from, data);
        for (uint256 i = 0; i < ids.length; ++i) _book(dealId, ids[i], values[i]);
        return this.onERC1155BatchReceived.selector;
    }

    /// @inheritdoc IArbiterPanel
    function withdraw(bytes32 dealId, uint256[] calldata ids, address to) external {
        address member = _msgSender();
        uint256[] memory amounts = new uint256[](ids.length);
        for (uint256 i = 0; i < ids.length; ++i) {
            uint256 amount = dueTo(dealId, member, ids[i]);
            if (amount == 0) revert ArbiterPanel_NothingDue(dealId, member, ids[i]);
            amounts[i] = amount;
            _withdrawn[dealId][ids[i]][member] += amount;
            emit FeeWithdrawn(dealId, member, ids[i], amount, to);
        }
        token.safeBatchTransferFrom(address(this), to, ids, amounts, "");
    }

    // ─── Views ───────────────────────────────────────────────────────────────

    /// @inheritdoc IArbiterPanel
    function members() external view returns (address[] memory) {
        return _members;
    }

    /// @inheritdoc IArbiterPanel
    function votersOf(bytes32 dealId) external view returns (address[] memory voters) {
        Ballot[] storage ballots = _cases[dealId].ballots;
        voters = new address[](ballots.length);
        for (uint256 i = 0; i < voters.length; ++i) voters[i] = _members[ballots[i].seat()];
    }

    /// @inheritdoc IArbiterPanel
    function recusalsOf(bytes32 dealId) external view returns (uint256) {
        return _cases[dealId].recusals;
    }

    /// @inheritdoc IArbiterPanel
    function rulingOf(Terms calldata terms) public view returns (uint256[] memory sellerMinutes) {
        bytes32 dealId = escrow.hashTerms(terms);
        _checkDecided(dealId);
        Ballot[] memory ballots = _cases[dealId].ballots;
        uint256[] memory votes = new uint256[](ballots.length);
        sellerMinutes = new uint256[](terms.ids.length);
        for (uint256 i = 0; i < sellerMinutes.length; ++i) {
            for (uint256 j = 0; j < votes.length; ++j) votes[j] = ballots[j].minutesAt(i);
            sellerMinutes[i] = Median.lower(votes);
        }
    }

    /// @inheritdoc IArbiterPanel
    function dueTo(bytes32 dealId, address member, uint256 id) public view returns (uint256) {
        Ballot[] storage ballots = _cases[dealId].ballots;
        Fee memory fee = _fees[dealId][id];
        uint256 withdrawn = _withdrawn[dealId][id][member];
        for (uint256 i = 0; i < ballots.length; ++i) {
            if (_members[ballots[i].seat()] != member) continue;
            return (i == 0 ? uint256(fee.each) + fee.extra : fee.each) - withdrawn;
        }
        return 0;
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) public view override(ERC165, IERC165) returns (bool) {
        return interfaceId == type(IERC1155Receiver).interfaceId || super.supportsInterface(interfaceId);
    }

    // ─── Checks and bookings ─────────────────────────────────────────────────

    /// @dev The caller is a member without a part in the deal, who has not voted in it, while the panel is awaited.
    function _checkSpeaker(Terms calldata terms) private view returns (bytes32 dealId, address member, uint256 seat) {
        member = _msgSender();
        seat = _seatOf(member);
        dealId = _checkAwaited(terms);
        if (member == terms.buyer || member == terms.seller || member == terms.arbiter || member == terms.appealArbiter)
            revert ArbiterPanel_Involved(dealId, member);

        Case storage case_ = _cases[dealId];
        if (case_.spoken & (1 << seat) != 0) revert ArbiterPanel_AlreadyVoted(dealId, member);
        if (case_.ballots.length == threshold || case_.recusals == threshold) revert ArbiterPanel_Decided(dealId);
    }

    function _checkAwaited(Terms calldata terms) private view returns (bytes32 dealId) {
        dealId = escrow.hashTerms(terms);
        (Status stage, uint256 deadline) = escrow.stageOf(terms);
        bool awaited =
            (stage == Status.Disputed && terms.arbiter == address(this)) ||
                (stage == Status.Escalated && terms.appealArbiter == address(this));
        if (!awaited) revert ArbiterPanel_NotAwaited(dealId, stage);
        if (block.timestamp > deadline) revert ArbiterPanel_TooLate(dealId, deadline, block.timestamp);
    }

    function _seatOf(address member) private view returns (uint256) {
        uint256 seat = _seats[member];
        if (seat == 0) revert ArbiterPanel_NotMember(member);
        return seat - 1;
    }

    function _checkDecided(bytes32 dealId) private view {
        uint256 votes = _cases[dealId].ballots.length;
        if (votes < threshold) revert ArbiterPanel_Undecided(dealId, votes);
    }

    /// @dev A deal's claim can be redirected here by its owner: a gift to the voters, booked like a fee.
    function _checkPush(address operator, address from, bytes calldata data) private view returns (bytes32 dealId) {
        if (msg.sender != address(token) || operator != address(escrow) || from != address(escrow)) {
            revert ArbiterPanel_OnlyEscrow(msg.sender, operator, from);
        }
        dealId = abi.decode(data, (bytes32));
        _checkDecided(dealId);
    }

    /// @dev A decided deal has as many counted voters as the threshold.
    function _book(bytes32 dealId, uint256 id, uint256 amount) private {
        (uint256 each, uint256 extra) = (amount / threshold, amount % threshold);
        Fee storage fee = _fees[dealId][id];
        fee.each += uint128(each);
        fee.extra += uint128(extra);
        emit FeeBooked(dealId, id, each, extra);
    }

    /// @dev Whether enough members want `listing`; then what they said is used up.
    function _takeListing(bytes32 listing) private returns (bool) {
        uint256 votes = 0;
        for (uint256 i = 0; i < _members.length; ++i) {
            if (_listings[_members[i]] == listing) ++votes;
        }
        if (votes < threshold) return false;
        for (uint256 i = 0; i < _members.length; ++i) delete _listings[_members[i]];
        return true;
    }
}
