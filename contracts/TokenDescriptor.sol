// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Base64} from "@openzeppelin/contracts/utils/Base64.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {ITokenDescriptor} from "./interfaces/ITokenDescriptor.sol";
import {CalendarDate} from "./libraries/CalendarDate.sol";
import {TokenFace, TokenPicture} from "./libraries/TokenPicture.sol";
import {TokenId, TokenId_Invalid, Unit} from "./libraries/TokenId.sol";

/// @title TokenDescriptor
/// @notice Writes the metadata of a time token from its id alone. All it writes are words of its own, digits and
/// addresses: nothing anybody could choose stands in it, so nothing needs to be escaped.
contract TokenDescriptor is ITokenDescriptor {
    using Strings for address;
    using Strings for uint256;

    /// @inheritdoc ITokenDescriptor
    function tokenURI(TokenId id) external view returns (string memory) {
        if (!id.isValid()) revert TokenId_Invalid(id);
        TokenFace memory face = _faceOf(id);
        string memory image = _dataUri("image/svg+xml", TokenPicture.draw(face));
        return _json(string.concat(_words(face), '"image":"', image, '",', _properties(id, face)));
    }

    /// @inheritdoc ITokenDescriptor
    function contractURI() external pure returns (string memory) {
        return
            _json(
                string.concat(
                    '{"name":"TimeToken","symbol":"TIME",',
                    '"description":"Promises of time: each token is a minute, an hour or a day of its issuer\'s own.",',
                    '"image":"',
                    _dataUri("image/svg+xml", TokenPicture.drawMark()),
                    '"}'
                )
            );
    }

    function _faceOf(TokenId id) private view returns (TokenFace memory) {
        return
            TokenFace({
                unit: id.unit(),
                issuer: id.issuer().toChecksumHexString(),
                until: _until(id),
                lapsed: id.hasLapsed(block.timestamp)
            });
    }

    function _words(TokenFace memory face) private pure returns (string memory) {
        string memory unit = _unitName(face.unit);
        return
            string.concat(
                '{"name":"One ',
                unit,
                " of ",
                face.issuer,
                '","description":"A promise of one ',
                unit,
                " of its issuer's own time, ",
                face.until,
                '.","decimals":0,'
            );
    }

    function _properties(TokenId id, TokenFace memory face) private pure returns (string memory) {
        return
            string.concat(
                '"properties":{"issuer":"',
                face.issuer,
                '","unit":"',
                _unitName(face.unit),
                '","minutes":',
                id.minutesPerToken().toString(),
                ',"expiry":',
                uint256(id.expiry()).toString(),
                ',"validity":"',
                face.until,
                '","lapsed":',
                face.lapsed ? "true" : "false",
                "}}"
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

    function _json(string memory content) private pure returns (string memory) {
        return _dataUri("application/json", content);
    }

    function _dataUri(string memory mime, string memory content) private pure returns (string memory) {
        return string.concat("data:", mime, ";base64,", Base64.encode(bytes(content)));
    }
}
