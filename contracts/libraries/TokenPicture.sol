// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Unit} from "./TokenId.sol";

/// @notice What is to be seen of a token.
/// @param unit How it counts time.
/// @param issuer Whose time it promises: an address in checksummed hexadecimal digits.
/// @param until How long it holds, in words.
/// @param lapsed Whether it has run out.
struct TokenFace {
    Unit unit;
    string issuer;
    string until;
    bool lapsed;
}

/// @title TokenPicture
/// @notice Draws a token as SVG: a dial on paper, on it an arc as long as the unit. A minute is a tick of the clock, an
/// hour a twelfth, a day all of it. What lapsed has lost its colour and is struck through.
library TokenPicture {
    string private constant PAPER = "#FBF7F0";
    string private constant INK = "#221D18";
    string private constant SOFT = "#665D52";
    string private constant TIME = "#D27A1E";
    string private constant WARN = "#A8361F";
    string private constant FADED = "#B5A999";

    /// @dev The amount's halo keeps it readable where the stroke passes behind it.
    /// @return An SVG of 512 by 512, made to be read at 64.
    function draw(TokenFace memory face) internal pure returns (string memory) {
        string memory amount = string.concat("1 ", _unit(face.unit));
        return
            string.concat(
                _open(string.concat(amount, ", ", face.until, ", by ", face.issuer)),
                _dial(_arc(face.unit), face.lapsed ? FADED : TIME),
                face.lapsed ? _strike() : "",
                _amount(amount, face.lapsed ? SOFT : INK),
                _foot(face),
                "</svg>"
            );
    }

    /// @return The dial alone, three quarters full: the mark of the whole collection.
    function drawMark() internal pure returns (string memory) {
        return string.concat(_open("TimeToken"), '<g transform="translate(0 46)">', _dial("270", TIME), "</g></svg>");
    }

    function _open(string memory title) private pure returns (string memory) {
        return
            string.concat(
                '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" role="img"><title>',
                title,
                '</title><rect width="512" height="512" rx="64" fill="',
                PAPER,
                '"/><rect x="1.5" y="1.5" width="509" height="509" rx="62.5" fill="none" stroke="#E7DDCE" stroke-width="3"/>'
            );
    }

    /// @dev Twelve ticks, the ring, and on it the arc from noon on.
    function _dial(string memory degrees_, string memory colour) private pure returns (string memory) {
        return
            string.concat(
                '<g fill="none" transform="rotate(-90 256 210)">',
                '<circle cx="256" cy="210" r="178" stroke="#D9CCB8" stroke-width="12" pathLength="360" ',
                'stroke-dasharray="2 28" stroke-dashoffset="1"/>',
                '<circle cx="256" cy="210" r="140" stroke="#F1E4CF" stroke-width="34"/>',
                '<circle cx="256" cy="210" r="140" stroke="',
                colour,
                '" stroke-width="34" stroke-linecap="round" pathLength="360" stroke-dasharray="',
                degrees_,
                ' 360"/></g>'
            );
    }

    function _amount(string memory amount, string memory colour) private pure returns (string memory) {
        return
            string.concat(
                '<text x="256" y="237" text-anchor="middle" font-family="Fraunces,Georgia,\'Times New Roman\',serif" ',
                'font-size="84" font-weight="600" letter-spacing="-2" stroke="',
                PAPER,
                '" stroke-width="16" stroke-linejoin="round" paint-order="stroke" fill="',
                colour,
                '">',
                amount,
                "</text>"
            );
    }

    function _strike() private pure returns (string memory) {
        return
            string.concat('<path d="M132 334 380 86" stroke="', WARN, '" stroke-width="12" stroke-linecap="round"/>');
    }

    function _foot(TokenFace memory face) private pure returns (string memory) {
        return
            string.concat(
                '<g text-anchor="middle" font-family="\'Instrument Sans\',system-ui,sans-serif"><text x="256" y="440" ',
                'font-size="34" font-weight="600" fill="',
                face.lapsed ? WARN : INK,
                '">',
                face.until,
                '</text><text x="256" y="480" font-size="18" textLength="396" lengthAdjust="spacingAndGlyphs" fill="',
                SOFT,
                '">',
                face.issuer,
                "</text></g>"
            );
    }

    function _unit(Unit unit) private pure returns (string memory) {
        if (unit == Unit.Minute) return "min";
        return unit == Unit.Hour ? "hour" : "day";
    }

    /// @return Degrees of the dial; a tick of a minute is all but its round ends.
    function _arc(Unit unit) private pure returns (string memory) {
        if (unit == Unit.Minute) return "6";
        return unit == Unit.Hour ? "30" : "360";
    }
}
