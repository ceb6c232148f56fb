// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Test} from "forge-std/Test.sol";
import {TokenId, TokenIdLib, Unit} from "../../../contracts/libraries/TokenId.sol";

/// @notice Tree: TokenId.tree
contract TokenIdTest is Test {
    function testFuzz_WhenPackedAndUnpacked_ItIsTheSame(address issuer, uint8 unit, uint40 expiry) external pure {
        vm.assume(issuer != address(0));
        Unit unit_ = Unit(unit % 3);
        TokenId id = TokenIdLib.pack(issuer, unit_, expiry);

        assertEq(id.issuer(), issuer);
        assertEq(uint8(id.unit()), uint8(unit_));
        assertEq(id.expiry(), expiry);
        assertTrue(id.isValid());
    }

    function testFuzz_WhenABitIsOutOfPlace_ItIsInvalid(
        address issuer,
        uint8 unit,
        uint40 expiry,
        uint48 low
    ) external pure {
        uint256 base = (uint256(uint160(issuer)) << 96) | (uint256(unit) << 88) | (uint256(expiry) << 48);
        bool valid = issuer != address(0) && unit < 3 && low == 0;
        assertEq(TokenId.wrap(base | low).isValid(), valid);
    }

    function testFuzz_WhenTimePasses_ItLapsesFromTheExpiryOn(uint40 expiry, uint40 time) external pure {
        TokenId id = TokenIdLib.pack(address(1), Unit.Hour, expiry);
        assertEq(id.hasLapsed(time), expiry != 0 && time >= expiry);
    }

    function test_WhenCountedInMinutes_UnitsAre1And60And1440() external pure {
        assertEq(TokenIdLib.minutesPer(Unit.Minute), 1);
        assertEq(TokenIdLib.minutesPer(Unit.Hour), 60);
        assertEq(TokenIdLib.minutesPer(Unit.Day), 1440);
    }

    /// @dev `test/domain/token-id-codec.test.ts` works out the same digest of the same hundred thousand ids.
    function test_WhateverTheParts_TheTypeScriptCodecPacksTheSame() external view {
        bytes32 digest;
        for (uint256 i = 0; i < 100; ++i) digest = this.digestOfAThousand(i * 1000, digest);
        assertEq(digest, 0xcbedfb69a9efe9240d6abedf00f1e4294f5a8af6959ca6c473ac55667c1efc62);
    }

    /// @dev A call of its own, for a fresh memory. A flipped bit more often than not makes an id of another id or of none.
    function digestOfAThousand(uint256 from, bytes32 digest) external pure returns (bytes32) {
        for (uint256 i = from; i < from + 1000; ++i) {
            uint256 seed = uint256(keccak256(abi.encode(i)));
            Unit unit = Unit(uint8(seed >> 160) % 3);
            TokenId id = TokenIdLib.pack(address(uint160(seed)), unit, uint40(seed >> 168));
            TokenId flipped = TokenId.wrap(TokenId.unwrap(id) ^ (1 << uint8(seed >> 208)));
            digest = keccak256(abi.encode(digest, id, flipped.isValid()));
        }
        return digest;
    }
}
