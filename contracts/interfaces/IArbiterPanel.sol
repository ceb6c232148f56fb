// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1155Receiver} from "@openzeppelin/contracts/token/ERC1155/IERC1155Receiver.sol";
import {IArbiterRegistry} from "./IArbiterRegistry.sol";
import {ITimeEscrow} from "./ITimeEscrow.sol";
import {ITimeToken} from "./ITimeToken.sol";
import {Status, Terms} from "./DealTypes.sol";

/// @title IArbiterPanel
/// @notice Several members who rule as one arbiter: name the panel's address as arbiter or appeal arbiter of a deal. The
/// first `threshold` votes count, and the median of each id's minutes is the ruling; nobody's silence beyond that blocks
/// it. Votes are public as they are cast. The four roles of a deal are distinct, so a panel has one turn in each deal.
interface IArbiterPanel is IERC1155Receiver {
    event Seated(address[] members, uint256 threshold);
    /// @param reasons Content hash of the member's words; zero for none.
    event Voted(bytes32 indexed dealId, address indexed member, uint256[] sellerMinutes, bytes32 reasons);
    event RecusalVoted(bytes32 indexed dealId, address indexed member);
    event ListingVoted(address indexed member, bytes32 profile, uint16 feeBps, bool available);
    /// @notice A fee arrived: `each` for every counted voter, and `extra` on top for the first.
    event FeeBooked(bytes32 indexed dealId, uint256 indexed id, uint256 each, uint256 extra);
    event FeeWithdrawn(bytes32 indexed dealId, address indexed member, uint256 indexed id, uint256 amount, address to);

    /// @notice One to 32 members, none of them zero or named twice; at `index` they are not.
    error ArbiterPanel_BadMembers(uint256 index);
    /// @notice The threshold is one to the number of members.
    error ArbiterPanel_BadThreshold(uint256 threshold, uint256 members);
    /// @notice Only a member may do this.
    error ArbiterPanel_NotMember(address caller);
    /// @notice The member is a party, or another arbiter, of this deal.
    error ArbiterPanel_Involved(bytes32 dealId, address member);
    /// @notice The escrow does not await this panel's ruling.
    error ArbiterPanel_NotAwaited(bytes32 dealId, Status stage);
    /// @notice The panel's time to rule (its last second included) has passed.
    error ArbiterPanel_TooLate(bytes32 dealId, uint256 deadline, uint256 time);
    /// @notice The member has voted in this deal, to rule or to step back.
    error ArbiterPanel_AlreadyVoted(bytes32 dealId, address member);
    /// @notice Enough members have voted: the first of them count.
    error ArbiterPanel_Decided(bytes32 dealId);
    /// @notice Too few members have voted for this.
    error ArbiterPanel_Undecided(bytes32 dealId, uint256 votes);
    /// @notice Only what the escrow itself pays is taken.
    error ArbiterPanel_OnlyEscrow(address caller, address operator, address from);
    /// @notice Nothing of this fee is left for this member.
    error ArbiterPanel_NothingDue(bytes32 dealId, address member, uint256 id);

    /// @notice A member says how many minutes of each id the seller should get: once a deal, while the escrow awaits this
    /// panel. What the escrow would not take from an arbiter is refused with the escrow's `TimeEscrow_BadSplit`.
    /// @param sellerMinutes Per id, at most what the fee leaves.
    /// @param reasons Content hash of the member's words; zero for none.
    function vote(Terms calldata terms, uint256[] calldata sellerMinutes, bytes32 reasons) external;

    /// @notice A member says the panel should step back; this is their one vote in the deal.
    function voteRecusal(Terms calldata terms) external;

    /// @notice Anyone brings the decided ruling to the escrow, while it awaits it.
    function execute(Terms calldata terms) external;

    /// @notice Anyone tells the escrow that the panel has decided to step back.
    /// @param standing The first ruling where one stands, else empty.
    function executeRecusal(Terms calldata terms, uint256[] calldata standing) external;

    /// @notice A member says how the panel should stand in the directory, instead of what they said before. It is listed
    /// so as soon as `threshold` members say the same.
    function voteListing(bytes32 profile, uint16 feeBps, bool available) external;

    /// @notice A member takes what is due to them of a deal's fee. A claim that the escrow kept for the panel is fetched
    /// by anyone with the escrow's `payClaim` first. What lapses here is lost to them, as in any hands.
    /// @param ids Token ids with something due, each once.
    /// @param to Who receives it.
    function withdraw(bytes32 dealId, uint256[] calldata ids, address to) external;

    /// @return The escrow whose deals are ruled.
    function escrow() external view returns (ITimeEscrow);

    /// @return The token fees are paid in.
    function token() external view returns (ITimeToken);

    /// @return The directory this panel can stand in.
    function registry() external view returns (IArbiterRegistry);

    /// @return How many votes decide.
    function threshold() external view returns (uint256);

    /// @return Everyone who may vote.
    function members() external view returns (address[] memory);

    /// @return Whose votes count in the deal, in the order in which they were cast.
    function votersOf(bytes32 dealId) external view returns (address[] memory);

    /// @return How many members want the panel to step back from the deal.
    function recusalsOf(bytes32 dealId) external view returns (uint256);

    /// @return sellerMinutes The decided ruling. Reverts with `ArbiterPanel_Undecided` before.
    function rulingOf(Terms calldata terms) external view returns (uint256[] memory sellerMinutes);

    /// @return What `member` can withdraw of `id` from the deal's fee.
    function dueTo(bytes32 dealId, address member, uint256 id) external view returns (uint256);
}
