// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ITimeToken} from "../interfaces/ITimeToken.sol";

/// @title CreditLine
/// @notice How many minutes an issuer may have outstanding: enough to begin, more for promises kept, at the pace of life.
library CreditLine {
    /// @notice What everyone begins with: 40 hours.
    uint256 internal constant START_MINUTES = 2400;
    /// @notice The most anyone can have outstanding: 1,000 hours.
    uint256 internal constant MAX_MINUTES = 60_000;
    /// @notice Minutes of redeemed promises that count a day: without this, two accounts could wash up a line at once.
    uint256 internal constant DAILY_MINUTES = 60;

    /// @param record What is recorded for the issuer.
    /// @param time Unix seconds.
    /// @return min(60,000, 2,400 + min(redeemed, 60 × whole days since the first mint)).
    function minutesAt(ITimeToken.IssuerRecord memory record, uint256 time) internal pure returns (uint256) {
        if (record.since == 0) return START_MINUTES;
        uint256 earned = Math.min(record.redeemedMinutes, DAILY_MINUTES * ((time - record.since) / 1 days));
        return Math.min(MAX_MINUTES, START_MINUTES + earned);
    }
}
