// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC2771Forwarder} from "@openzeppelin/contracts/metatx/ERC2771Forwarder.sol";
import {ITimeSwap} from "../../../contracts/interfaces/ITimeSwap.sol";
import {TokenId, TokenIdLib, Unit} from "../../../contracts/libraries/TokenId.sol";
import {ContractWallet} from "../support/ContractWallet.sol";
import {ForwardRequests} from "../support/ForwardRequests.sol";
import {HostileReceiver, Mood} from "../support/HostileReceiver.sol";
import {OfferSystem} from "../support/OfferSystem.sol";
import {PanelSystem} from "../support/PanelSystem.sol";
import {TimeSystem} from "../support/TimeSystem.sol";

/// @notice The whole system and five members of every kind: two keys, a contract wallet, a key that runs a wallet's code
/// (EIP-7702), and a hostile contract. It remembers what must stay true.
abstract contract World is OfferSystem, PanelSystem, ForwardRequests {
    /// @dev What became of one issuer's promises, in minutes.
    struct Promises {
        uint256 minted;
        uint256 redeemed;
        uint256 forgiven;
        uint256 withdrawn;
        uint256 lapsed;
    }

    /// @dev Who calls what, and in which of the ways of `_act`.
    struct Call {
        address who;
        address target;
        bytes data;
        uint256 way;
    }

    ITimeSwap public swap;
    HostileReceiver internal hostile;
    HostileReceiver internal hostileArbiter;
    /// @dev Where the panel's members take their fees.
    address internal treasury;

    address[] public members;
    /// @notice Everyone who may hold something, the members first.
    address[] public holders;
    uint256[] public ids;
    mapping(address issuer => Promises) public promises;
    /// @notice What the escrow owes of an id, to open deals and claims.
    mapping(uint256 id => uint256) public owed;

    /// @dev The key that signs for a member; zero for the hostile one.
    mapping(address member => uint256) internal _keys;
    mapping(uint256 id => bool) private _known;
    ERC2771Forwarder.ForwardRequestData internal _lastRequest;
    uint256 private _nonce;

    function setUp() public virtual override(TimeSystem, OfferSystem, PanelSystem) {
        super.setUp();
        swap = ITimeSwap(deployCode("TimeSwap.sol:TimeSwap", abi.encode(token, forwarder)));
        (address owner, uint256 ownerKey) = makeAddrAndKey("owner");
        (address delegated, uint256 delegatedKey) = makeAddrAndKey("delegated");
        ContractWallet wallet = new ContractWallet(owner);
        vm.etch(delegated, abi.encodePacked(hex"ef0100", address(new ContractWallet(stranger))));
        (hostile, hostileArbiter) = (new HostileReceiver(), new HostileReceiver());
        treasury = makeAddr("treasury");

        members = [buyer, seller, address(wallet), delegated, address(hostile)];
        (_keys[buyer], _keys[seller], _keys[address(wallet)], _keys[delegated]) = (
            buyerKey,
            sellerKey,
            ownerKey,
            delegatedKey
        );
        for (uint256 i = 0; i < members.length; ++i) {
            holders.push(members[i]);
            vm.prank(members[i]);
            token.setApprovalForAll(address(swap), true);
        }
        address[6] memory others = [
            arbiter,
            appealArbiter,
            address(hostileArbiter),
            address(panel),
            treasury,
            address(escrow)
        ];
        for (uint256 i = 0; i < others.length; ++i) holders.push(others[i]);
    }

    // ─── Acting ──────────────────────────────────────────────────────────────

    /// @dev `who` calls, in one of three ways: at ease, through the forwarder, or first with as little gas as `way` says.
    function _act(address who, address target, bytes memory data, uint256 way) internal {
        if (way % 3 == 1 && _canBeRelayed(who)) {
            _lastRequest = forwardRequest(_keys[who], target, data);
            vm.prank(stranger);
            ERC2771Forwarder(forwarder).execute(_lastRequest);
            return;
        }
        bool ok;
        if (way % 3 == 2) {
            vm.prank(who);
            (ok, ) = target.call{gas: 30_000 + (way % 700_000)}(data);
            if (ok) return;
        }
        bytes memory reason;
        vm.prank(who);
        (ok, reason) = target.call(data);
        if (!ok) _rethrow(reason);
    }

    function _do(Call memory call) internal {
        _act(call.who, call.target, call.data, call.way);
    }

    /// @dev What is forbidden stays so, whoever asks.
    function _mustFail(address who, address target, bytes memory data, string memory why) internal {
        vm.prank(who);
        (bool ok, ) = target.call(data);
        assertFalse(ok, why);
    }

    function _setMoods(uint8 mood, bytes memory call) internal {
        HostileReceiver[2] memory both = [hostile, hostileArbiter];
        for (uint256 i = 0; i < 2; ++i) {
            if (Mood(mood % 6) == Mood.Call) both[i].setCall(address(escrow), call);
            else both[i].set(Mood(mood % 6));
        }
    }

    function _beKind() internal {
        hostile.set(Mood.Take);
        hostileArbiter.set(Mood.Take);
    }

    function _signAs(address who, bytes32 digest) internal view returns (bytes memory) {
        return sign(_keys[who], digest);
    }

    function _newNonce() internal returns (uint256) {
        return ++_nonce;
    }

    /// @dev The forwarder knows keys alone.
    function _canBeRelayed(address who) private view returns (bool) {
        return _keys[who] != 0 && vm.addr(_keys[who]) == who;
    }

    function _rethrow(bytes memory reason) private pure {
        assembly ("memory-safe") {
            revert(add(reason, 32), mload(reason))
        }
    }

    // ─── Who and what ────────────────────────────────────────────────────────

    function _member(uint256 index) internal view returns (address) {
        return members[index % members.length];
    }

    /// @dev The first holding from `who` and `which` on, so that few moves come to nothing.
    function _held(uint256 who, uint256 which) internal view returns (address holder, uint256 id, uint256 amount) {
        for (uint256 i = 0; i < ids.length; ++i) {
            id = ids[addmod(which, i, ids.length)];
            for (uint256 j = 0; j < members.length; ++j) {
                holder = members[addmod(who, j, members.length)];
                amount = balance(holder, id);
                if (amount != 0) return (holder, id, amount);
            }
        }
        return (_member(who), 0, 0);
    }

    /// @dev The same of one holder, running for `time` at least.
    function _heldBy(address holder, uint256 which, uint256 time) internal view returns (uint256 id, uint256 amount) {
        for (uint256 i = 0; i < ids.length; ++i) {
            id = ids[addmod(which, i, ids.length)];
            if (TokenId.wrap(id).hasLapsed(block.timestamp + time)) continue;
            amount = balance(holder, id);
            if (amount != 0) return (id, amount);
        }
        return (0, 0);
    }

    /// @dev What `issuer` may still promise, in `unit`.
    function _room(address issuer, Unit unit) internal view returns (uint256) {
        uint256 outstanding = token.issuerRecord(issuer).outstandingMinutes;
        return (token.creditLine(issuer) - outstanding) / TokenIdLib.minutesPer(unit);
    }

    /// @dev Never, or the end of a month: so that ids meet.
    function _expiry(uint256 life) internal view returns (uint40) {
        return life % 2 == 0 ? 0 : uint40((block.timestamp / 30 days + 2 + (life % 3)) * 30 days);
    }

    function _remember(uint256 id) internal {
        if (_known[id]) return;
        _known[id] = true;
        ids.push(id);
    }

    function _minutes(uint256 id, uint256 amount) internal pure returns (uint256) {
        return amount * TokenId.wrap(id).minutesPerToken();
    }

    // ─── Views for the invariants ────────────────────────────────────────────

    function idCount() external view returns (uint256) {
        return ids.length;
    }

    function heldByAll(uint256 id) external view returns (uint256 sum) {
        for (uint256 i = 0; i < holders.length; ++i) sum += balance(holders[i], id);
    }

    function memberCount() external view returns (uint256) {
        return members.length;
    }
}
