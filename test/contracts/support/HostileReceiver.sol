// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC1155Holder} from "@openzeppelin/contracts/token/ERC1155/utils/ERC1155Holder.sol";

/// @notice What a receiver can do to a push.
enum Mood {
    Take,
    Revert,
    BurnGas,
    ReturnJunk,
    Call,
    ReturnBomb
}

/// @notice A receiver that takes, refuses, burns all gas, answers junk, or calls back when tokens arrive.
contract HostileReceiver is ERC1155Holder {
    Mood public mood;
    address private _target;
    bool public callSucceeded;
    /// @notice Why the call back failed: its error's selector.
    bytes4 public callReason;
    bytes private _call;

    function set(Mood mood_) external {
        mood = mood_;
    }

    function setCall(address target, bytes calldata data) external {
        (mood, _target, _call) = (Mood.Call, target, data);
    }

    /// @notice Acts in the receiver's name.
    function act(address target, bytes calldata data) external {
        (bool ok, bytes memory reason) = target.call(data);
        if (!ok) {
            assembly {
                revert(add(reason, 32), mload(reason))
            }
        }
    }

    function onERC1155Received(
        address operator,
        address from,
        uint256 id,
        uint256 value,
        bytes memory data
    ) public override returns (bytes4) {
        if (_misbehave()) return bytes4(0xdeadbeef);
        return super.onERC1155Received(operator, from, id, value, data);
    }

    function onERC1155BatchReceived(
        address operator,
        address from,
        uint256[] memory ids,
        uint256[] memory values,
        bytes memory data
    ) public override returns (bytes4) {
        if (_misbehave()) return bytes4(0xdeadbeef);
        return super.onERC1155BatchReceived(operator, from, ids, values, data);
    }

    function _misbehave() private returns (bool junk) {
        if (mood == Mood.Revert) revert("no");
        while (mood == Mood.BurnGas) {}
        if (mood == Mood.ReturnBomb) {
            assembly {
                revert(0, 1000000)
            }
        }
        if (mood == Mood.Call) _callBack();
        junk = mood == Mood.ReturnJunk;
    }

    function _callBack() private {
        bytes memory reason;
        (callSucceeded, reason) = _target.call(_call);
        callReason = bytes4(reason);
    }
}
