// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Base64} from "@openzeppelin/contracts/utils/Base64.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {ITokenDescriptor} from "./interfaces/ITokenDescriptor.sol";
import {CalendarDate} from "./libraries/CalendarDate.sol";
import {TokenId, TokenId_Invalid, Unit} from "./libraries/TokenId.sol";

/// @title TokenDescriptor
/// @notice Writes the metadata and the picture of a time token from its id alone: the dial, its arc as long as the unit.
contract TokenDescriptor is ITokenDescriptor {
    using Strings for address;
    using Strings for uint256;

    /// @inheritdoc ITokenDescriptor
    function tokenURI(TokenId id) external view returns (string memory) {
        if (!id.isValid()) revert TokenId_Invalid(id);
        string memory unit = _unitName(id.unit());
        string memory issuer = id.issuer().toChecksumHexString();
        string memory until = _until(id);
        return
            _dataUri(
                "application/json",
                string.concat(
                    _words(unit, issuer, until),
                    '"image":"',
                    _dataUri("image/svg+xml", _picture(id, unit, issuer, until)),
                    '",',
                    _attributes(id, unit, issuer, until)
                )
            );
    }

    /// @inheritdoc ITokenDescriptor
    function contractURI() external pure returns (string memory) {
        return
            _dataUri(
                "application/json",
                '{"name":"TimeToken","symbol":"TIME","description":"Promises of time: each token is minutes, hours or days of its issuer\'s own time."}'
            );
    }

    function _words(
        string memory unit,
        string memory issuer,
        string memory until
    ) private pure returns (string memory) {
        return
            string.concat(
                '{"name":"One ',
                unit,
                " of ",
                issuer,
                '","description":"A promise of one ',
                unit,
                " of its issuer's own time, ",
                until,
                '.","decimals":0,'
            );
    }

    function _attributes(
        TokenId id,
        string memory unit,
        string memory issuer,
        string memory until
    ) private pure returns (string memory) {
        return
            string.concat(
                '"properties":{"issuer":"',
                issuer,
                '","unit":"',
                unit,
                '","minutes":',
                id.minutesPerToken().toString(),
                ',"expiry":',
                uint256(id.expiry()).toString(),
                ',"validity":"',
                until,
                '"}}'
            );
    }

    function _picture(
        TokenId id,
        string memory unit,
        string memory issuer,
        string memory until
    ) private pure returns (string memory) {
        return
            string.concat(
                '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" role="img">',
                '<rect width="400" height="400" rx="32" fill="#FBF7F0"/>',
                '<g fill="none" stroke-width="22" transform="rotate(-90 200 160)">',
                '<circle cx="200" cy="160" r="100" stroke="#FBEBD3"/>',
                '<circle cx="200" cy="160" r="100" stroke="#D27A1E" stroke-linecap="round" pathLength="360" ',
                'stroke-dasharray="',
                _arcDegrees(id.unit()),
                ' 360"/></g><g fill="#221D18" text-anchor="middle"><text x="200" y="172" font-family="serif" ',
                'font-size="40">1 ',
                unit,
                '</text><g font-family="sans-serif"><text x="200" y="320" font-size="20">',
                until,
                '</text><text x="200" y="352" font-size="12" fill="#665D52">',
                issuer,
                "</text></g></g></svg>"
            );
    }

    function _until(TokenId id) private view returns (string memory) {
        if (id.expiry() == 0) return "without end";
        string memory date = CalendarDate.format(id.expiry());
        return string.concat(id.hasLapsed(block.timestamp) ? "lapsed " : "until ", date);
    }

    function _unitName(Unit unit) private pure returns (string memory) {
        if (unit == Unit.Minute) return "minute";
        return unit == Unit.Hour ? "hour" : "day";
    }

    /// @dev A minute is a tick, an hour a twelfth, a day the whole dial.
    function _arcDegrees(Unit unit) private pure returns (string memory) {
        if (unit == Unit.Minute) return "6";
        return unit == Unit.Hour ? "30" : "360";
    }

    function _dataUri(string memory mime, string memory content) private pure returns (string memory) {
        return string.concat("data:", mime, ";base64,", Base64.encode(bytes(content)));
    }
}
