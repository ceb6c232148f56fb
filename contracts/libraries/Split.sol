// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ITimeEscrow} from "../interfaces/ITimeEscrow.sol";
import {Terms} from "../interfaces/DealTypes.sol";
import {TermsLib} from "./TermsLib.sol";
import {TokenId} from "./TokenId.sol";

/// @title Split
/// @notice Who gets how many minutes of each id. Every share is rounded down; the buyer has the remainder.
library Split {
    /// @return The minutes of the payment's id at `index`.
    function depositMinutes(Terms calldata terms, uint256 index) internal pure returns (uint256) {
        return terms.amounts[index] * TokenId.wrap(terms.ids[index]).minutesPerToken();
    }

    /// @return `bps` hundredths of a percent of `amount`, rounded down.
    function shareDown(uint256 amount, uint256 bps) internal pure returns (uint256) {
        return (amount * bps) / TermsLib.BPS;
    }

    /// @return sellerMinutes The seller's minutes of each id when every arbiter stayed silent.
    function bySilence(Terms calldata terms) internal pure returns (uint256[] memory sellerMinutes) {
        sellerMinutes = new uint256[](terms.ids.length);
        for (uint256 i = 0; i < sellerMinutes.length; ++i) {
            sellerMinutes[i] = shareDown(depositMinutes(terms, i), terms.silenceSellerBps);
        }
    }

    /// @return sellerMinutes Everything a fee of `feeBps` leaves, for the seller.
    function allButFee(Terms calldata terms, uint256 feeBps) internal pure returns (uint256[] memory sellerMinutes) {
        sellerMinutes = new uint256[](terms.ids.length);
        for (uint256 i = 0; i < sellerMinutes.length; ++i) sellerMinutes[i] = mostOf(terms, i, feeBps);
    }

    /// @notice Reverts unless there is one number an id and each is at most what a fee of `feeBps` leaves.
    function check(Terms calldata terms, uint256[] calldata sellerMinutes, uint256 feeBps) internal pure {
        if (sellerMinutes.length != terms.ids.length) revert ITimeEscrow.TimeEscrow_BadSplit(sellerMinutes.length, 0);
        for (uint256 i = 0; i < sellerMinutes.length; ++i) {
            uint256 most = mostOf(terms, i, feeBps);
            if (sellerMinutes[i] > most) revert ITimeEscrow.TimeEscrow_BadSplit(i, most);
        }
    }

    /// @return The minutes of the id at `index` that a fee of `feeBps` leaves.
    function mostOf(Terms calldata terms, uint256 index, uint256 feeBps) internal pure returns (uint256) {
        uint256 deposit = depositMinutes(terms, index);
        return deposit - shareDown(deposit, feeBps);
    }
}
