// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice How time is counted in one token: 1, 60 or 1,440 minutes.
enum Unit {
    Minute,
    Hour,
    Day
}

/// @notice An ERC-1155 id that says everything about its token: `issuer160 | unit8 | expiry40 | 48 zero bits`.
type TokenId is uint256;

/// @notice The id's bits do not follow the layout (no issuer, an unknown unit, or low bits set).
error TokenId_Invalid(TokenId id);

using TokenIdLib for TokenId global;

/// @title TokenIdLib
/// @notice Packs and unpacks token ids. `domain/token-id.ts` is the same codec in TypeScript.
library TokenIdLib {
    /// @notice The number of units the enum knows.
    uint256 internal constant UNITS = 3;

    /// @param issuer_ Whose time is promised; never the zero address.
    /// @param unit_ How the time is counted.
    /// @param expiry_ The first second in which the promise no longer holds; 0 for never.
    /// @return id The packed id.
    function pack(address issuer_, Unit unit_, uint40 expiry_) internal pure returns (TokenId id) {
        return TokenId.wrap((uint256(uint160(issuer_)) << 96) | (uint256(unit_) << 88) | (uint256(expiry_) << 48));
    }

    /// @return issuer Whose time the id promises.
    function issuer(TokenId id) internal pure returns (address) {
        return address(uint160(TokenId.unwrap(id) >> 96));
    }

    /// @dev Panics on a unit the enum does not know: check `isValid` first where the id comes from outside.
    /// @return unit How the id counts time.
    function unit(TokenId id) internal pure returns (Unit) {
        return Unit(uint8(TokenId.unwrap(id) >> 88));
    }

    /// @return expiry The first second in which the promise no longer holds; 0 for never.
    function expiry(TokenId id) internal pure returns (uint40) {
        return uint40(TokenId.unwrap(id) >> 48);
    }

    /// @return The same promise counted in another unit.
    function withUnit(TokenId id, Unit other) internal pure returns (TokenId) {
        return pack(id.issuer(), other, id.expiry());
    }

    /// @return The same issuer and unit with another expiry.
    function withExpiry(TokenId id, uint40 other) internal pure returns (TokenId) {
        return pack(id.issuer(), id.unit(), other);
    }

    /// @return Whether the bits follow the layout.
    function isValid(TokenId id) internal pure returns (bool) {
        uint256 raw = TokenId.unwrap(id);
        return raw >> 96 != 0 && uint8(raw >> 88) < UNITS && uint48(raw) == 0;
    }

    /// @param time Unix seconds.
    /// @return Whether the promise has run out at `time`: from the second `expiry` on.
    function hasLapsed(TokenId id, uint256 time) internal pure returns (bool) {
        uint256 until = id.expiry();
        return until != 0 && time >= until;
    }

    /// @return The minutes one token of this id is worth: 1, 60 or 1,440.
    function minutesPerToken(TokenId id) internal pure returns (uint256) {
        return minutesPer(id.unit());
    }

    /// @return The minutes in one `unit`: 1, 60 or 1,440.
    function minutesPer(Unit unit_) internal pure returns (uint256) {
        if (unit_ == Unit.Minute) return 1;
        return unit_ == Unit.Hour ? 60 : 1440;
    }
}
