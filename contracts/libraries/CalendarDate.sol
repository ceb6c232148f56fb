// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

/// @title CalendarDate
/// @notice Writes a Unix time as a UTC date. Days are counted from 1 March of year 0 in eras of 400 years, so that a leap
/// day is always a year's last (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
library CalendarDate {
    uint256 private constant DAYS_TO_1970 = 719_468;
    uint256 private constant DAYS_PER_ERA = 146_097;

    /// @param time Unix seconds.
    /// @return `YYYY-MM-DD` in UTC.
    function format(uint256 time) internal pure returns (string memory) {
        uint256 day = time / 1 days + DAYS_TO_1970;
        uint256 era = day / DAYS_PER_ERA;
        uint256 dayOfEra = day % DAYS_PER_ERA;
        uint256 yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        uint256 dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        uint256 monthFromMarch = (5 * dayOfYear + 2) / 153;
        uint256 dayOfMonth = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
        uint256 month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        uint256 year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        return string.concat(Strings.toString(year), "-", _twoDigits(month), "-", _twoDigits(dayOfMonth));
    }

    function _twoDigits(uint256 value) private pure returns (string memory) {
        return string.concat(value < 10 ? "0" : "", Strings.toString(value));
    }
}
