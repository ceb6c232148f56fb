// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IRatingBook} from "../../../contracts/interfaces/IRatingBook.sol";
import {ITimeEscrow} from "../../../contracts/interfaces/ITimeEscrow.sol";
import {ITimeToken} from "../../../contracts/interfaces/ITimeToken.sol";
import {RatingMoves} from "./RatingMoves.sol";
import {SwapMoves} from "./SwapMoves.sol";
import {TrialMoves} from "./TrialMoves.sol";

/// @notice All that members can do to the whole system at random times. Nothing here is allowed to revert: what must be
/// refused is tried, and its refusal asserted.
contract SystemHandler is TrialMoves, SwapMoves, RatingMoves {
    constructor() {
        setUp();
    }

    function wait(uint32 time) external {
        vm.warp(block.timestamp + (time % 3 days));
    }

    function system() external view returns (ITimeToken, ITimeEscrow, IRatingBook, address panel_) {
        return (token, escrow, book, address(panel));
    }
}
