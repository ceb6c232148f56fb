// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Deal, Status, Terms} from "../interfaces/DealTypes.sol";

/// @title Stages
/// @notice The stage a deal is in: what is stored, and what silence has made of it.
library Stages {
    /// @param deal What is stored.
    /// @param terms Its terms.
    /// @param time Unix seconds: now.
    /// @return status The stage. One entered by silence starts at the deadline before it.
    /// @return deadline Its last second; zero where nothing is left to come.
    function derive(
        Deal memory deal,
        Terms calldata terms,
        uint256 time
    ) internal pure returns (Status status, uint256 deadline) {
        status = deal.status;
        if (status == Status.Pending) deadline = terms.acceptBy;
        else if (status == Status.Active) deadline = deal.deliverBy;
        else if (status == Status.Delivered) deadline = uint256(deal.since) + terms.reviewWindow;
        else if (status == Status.Ruled) deadline = uint256(deal.since) + terms.appealWindow;
        else if (status == Status.Disputed || status == Status.Escalated) {
            deadline = uint256(deal.since) + terms.rulingWindow;
            bool silent = status == Status.Disputed && time > deadline;
            if (silent && terms.appealArbiter != address(0)) return (Status.Escalated, deadline + terms.rulingWindow);
        }
    }
}
