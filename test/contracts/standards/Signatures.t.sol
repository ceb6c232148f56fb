// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {Status, Terms} from "../../../contracts/interfaces/DealTypes.sol";
import {ITimeEscrow} from "../../../contracts/interfaces/ITimeEscrow.sol";
import {ContractWallet} from "../support/ContractWallet.sol";
import {TimeSystem} from "../support/TimeSystem.sol";

/// @notice What EIP-712, ERC-5267 and ERC-1271 ask of whoever checks a signature.
contract SignaturesTest is TimeSystem {
    function test_EachContractNamesItsDomain() external view {
        _assertDomain(address(token), "TimeToken");
        _assertDomain(address(escrow), "TimeEscrow");
        _assertDomain(address(book), "RatingBook");
    }

    /// @dev The digest worked out from the standard's text: type, fields, arrays by the hash of their members.
    function test_ADealsIdIsTheDigestOfItsTerms() external {
        Terms memory terms = minutesTerms(60);
        bytes32 typeHash = keccak256(
            "Terms(address buyer,address seller,address arbiter,address appealArbiter,uint256[] ids,uint256[] amounts,"
            "uint40 acceptBy,uint40 deliverFrom,uint40 deliverBy,uint32 reviewWindow,uint32 rulingWindow,"
            "uint32 appealWindow,uint16 arbiterFeeBps,uint16 silenceSellerBps,bytes32 brief,bytes32 salt)"
        );
        bytes memory who = abi.encode(terms.buyer, terms.seller, terms.arbiter, terms.appealArbiter);
        bytes memory what = abi.encode(
            keccak256(abi.encodePacked(terms.ids)),
            keccak256(abi.encodePacked(terms.amounts))
        );
        bytes memory when = abi.encode(
            terms.acceptBy,
            terms.deliverFrom,
            terms.deliverBy,
            terms.reviewWindow,
            terms.rulingWindow,
            terms.appealWindow
        );
        bytes memory rest = abi.encode(terms.arbiterFeeBps, terms.silenceSellerBps, terms.brief, terms.salt);
        bytes32 structHash = keccak256(bytes.concat(typeHash, who, what, when, rest));
        assertEq(escrow.hashTerms(terms), typedDigest(structHash));
    }

    function test_RevertWhen_TheSignatureIsMalleated() external {
        Terms memory terms = minutesTerms(60);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(sellerKey, escrow.hashTerms(terms));
        uint256 order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;
        bytes memory mirrored = abi.encodePacked(r, bytes32(order - uint256(s)), v == 27 ? uint8(28) : uint8(27));
        _expectBadSignature(terms, mirrored);
    }

    function testFuzz_RevertWhen_TheSignatureIsNoise(bytes memory noise) external {
        vm.assume(noise.length != 0);
        _expectBadSignature(minutesTerms(60), noise);
    }

    function test_RevertWhen_AContractSaysAnythingButTheMagicValue() external {
        Terms memory terms = minutesTerms(60);
        // The book has code and no isValidSignature; the wallet has one and somebody else's key.
        terms.seller = address(book);
        _expectBadSignature(terms, sign(sellerKey, escrow.hashTerms(terms)));
        terms.seller = address(new ContractWallet(stranger));
        _expectBadSignature(terms, sign(sellerKey, escrow.hashTerms(terms)));
    }

    /// @dev EIP-7702: an account that runs a contract's code signs with its own key all the same.
    function test_WhenAnAccountDelegatedItsCode_ItsKeyStillSigns() external {
        Terms memory terms = minutesTerms(60);
        ContractWallet code = new ContractWallet(stranger);
        vm.etch(seller, abi.encodePacked(hex"ef0100", address(code)));
        bytes32 dealId = openActive(terms);
        assertStatus(dealId, Status.Active);
    }

    function test_RevertWhen_SignedForAnotherChain() external {
        Terms memory terms = minutesTerms(60);
        uint256 here = currentChain();
        vm.chainId(here + 1);
        bytes memory elsewhere = sellerSigned(terms);
        vm.chainId(here);
        _expectBadSignature(terms, elsewhere);
    }

    function _expectBadSignature(Terms memory terms, bytes memory signature) private {
        bytes memory data = abi.encode(terms, signature);
        vm.expectRevert(abi.encodeWithSelector(ITimeEscrow.TimeEscrow_BadSignature.selector, terms.seller));
        vm.prank(terms.buyer);
        token.safeTransferFrom(terms.buyer, address(escrow), terms.ids[0], terms.amounts[0], data);
    }

    function _assertDomain(address verifier, string memory expected) private view {
        (
            bytes1 fields,
            string memory name,
            string memory version,
            uint256 chainId,
            address at,
            bytes32 salt,

        ) = IERC5267(verifier).eip712Domain();
        assertEq(fields, hex"0f", "name, version, chain and contract");
        assertEq(name, expected);
        assertEq(version, "1");
        assertEq(chainId, block.chainid);
        assertEq(at, verifier);
        assertEq(salt, 0);
    }
}
