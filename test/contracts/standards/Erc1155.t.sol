// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";
import {IERC1155MetadataURI} from "@openzeppelin/contracts/token/ERC1155/extensions/IERC1155MetadataURI.sol";
import {Unit} from "../../../contracts/libraries/TokenId.sol";
import {HostileReceiver, Mood} from "../support/HostileReceiver.sol";
import {TimeSystem} from "../support/TimeSystem.sol";

/// @notice What ERC-165 and ERC-1155 ask of a token, sentence by sentence of the standards.
contract Erc1155Test is TimeSystem {
    uint256 private id;
    uint256 private other;

    function setUp() public override {
        super.setUp();
        id = promiseTime(seller, buyer, Unit.Minute, 0, 100);
        other = promiseTime(stranger, buyer, Unit.Hour, 0, 10);
    }

    // ─── ERC-165 ─────────────────────────────────────────────────────────────

    function test_ItAnswersForItsInterfacesAndForNoOther() external view {
        assertTrue(token.supportsInterface(0x01ffc9a7), "ERC-165");
        assertTrue(token.supportsInterface(0xd9b67a26), "ERC-1155");
        assertTrue(token.supportsInterface(0x0e89341c), "ERC-1155 metadata");
        assertFalse(token.supportsInterface(0xffffffff), "never this one");
        assertFalse(token.supportsInterface(0x4e2312e0), "a receiver is something else");
        assertTrue(IERC165(address(escrow)).supportsInterface(0x01ffc9a7));
        assertTrue(IERC165(address(escrow)).supportsInterface(0x4e2312e0), "the escrow is a receiver");
        assertFalse(IERC165(address(escrow)).supportsInterface(0xffffffff));
    }

    function test_ItAnswersWithin30000Gas() external view {
        uint256 before = gasleft();
        token.supportsInterface(0xd9b67a26);
        assertLt(before - gasleft(), 30_000);
    }

    // ─── Transfers ───────────────────────────────────────────────────────────

    function test_RevertWhen_NeitherOwnerNorApproved() external {
        vm.expectRevert();
        vm.prank(seller);
        token.safeTransferFrom(buyer, seller, id, 1, "");
    }

    function test_RevertWhen_ToIsZero() external {
        vm.startPrank(buyer);
        vm.expectRevert();
        token.safeTransferFrom(buyer, address(0), id, 1, "");
        vm.expectRevert();
        token.safeBatchTransferFrom(buyer, address(0), _pair(id, other), _pair(1, 1), "");
    }

    function testFuzz_RevertWhen_TheBalanceIsTooLow(uint256 amount) external {
        amount = bound(amount, 101, type(uint256).max);
        vm.expectRevert();
        vm.prank(buyer);
        token.safeTransferFrom(buyer, seller, id, amount, "");
    }

    function test_RevertWhen_LengthsDiffer() external {
        vm.startPrank(buyer);
        vm.expectRevert();
        token.safeBatchTransferFrom(buyer, seller, _pair(id, other), split(1), "");
        vm.expectRevert();
        token.balanceOfBatch(new address[](1), _pair(id, other));
    }

    function test_RevertWhen_ABatchTogetherExceedsTheBalance() external {
        vm.expectRevert();
        vm.prank(buyer);
        token.safeBatchTransferFrom(buyer, seller, _pair(id, id), _pair(60, 41), "");
    }

    function test_WhenTransferred_BalancesAndOneEventSayIt() external {
        vm.expectEmit(address(token));
        emit IERC1155.TransferSingle(buyer, buyer, seller, id, 40);
        vm.prank(buyer);
        token.safeTransferFrom(buyer, seller, id, 40, "");
        assertEq(balance(buyer, id), 60);
        assertEq(balance(seller, id), 40);
    }

    function test_WhenBatched_OrderIsKept() external {
        vm.expectEmit(address(token));
        emit IERC1155.TransferBatch(buyer, buyer, seller, _pair(other, id), _pair(3, 40));
        vm.prank(buyer);
        token.safeBatchTransferFrom(buyer, seller, _pair(other, id), _pair(3, 40), "");
        address[] memory owners = new address[](2);
        (owners[0], owners[1]) = (seller, buyer);
        assertEq(token.balanceOfBatch(owners, _pair(other, id)), _pair(3, 60));
    }

    function test_WhenNothingIsTransferred_ItIsStillAnEvent() external {
        vm.expectEmit(address(token));
        emit IERC1155.TransferSingle(buyer, buyer, seller, id, 0);
        vm.prank(buyer);
        token.safeTransferFrom(buyer, seller, id, 0, "");
    }

    function test_WhenMintedAndBurned_TheZeroAddressIsTheOtherSide() external {
        uint256 own = idOf(seller, Unit.Minute, 0);
        vm.expectEmit(address(token));
        emit IERC1155.TransferSingle(seller, address(0), seller, own, 5);
        promiseTime(seller, seller, Unit.Minute, 0, 5);
    }

    // ─── Approval ────────────────────────────────────────────────────────────

    function test_WhenApproved_AnOperatorMovesEveryIdUntilRevoked() external {
        vm.expectEmit(address(token));
        emit IERC1155.ApprovalForAll(buyer, stranger, true);
        vm.prank(buyer);
        token.setApprovalForAll(stranger, true);
        assertTrue(token.isApprovedForAll(buyer, stranger));
        vm.prank(stranger);
        token.safeTransferFrom(buyer, seller, other, 1, "");
        vm.prank(buyer);
        token.setApprovalForAll(stranger, false);
        vm.expectRevert();
        vm.prank(stranger);
        token.safeTransferFrom(buyer, seller, other, 1, "");
    }

    // ─── Receivers ───────────────────────────────────────────────────────────

    function test_RevertWhen_AContractDoesNotTake() external {
        vm.startPrank(buyer);
        vm.expectRevert();
        token.safeTransferFrom(buyer, address(book), id, 1, "");
        vm.expectRevert();
        token.safeBatchTransferFrom(buyer, address(book), _pair(id, other), _pair(1, 1), "");
    }

    function test_RevertWhen_AReceiverRefusesOrAnswersJunk() external {
        HostileReceiver receiver = new HostileReceiver();
        for (uint8 mood = uint8(Mood.Revert); mood <= uint8(Mood.ReturnJunk); ++mood) {
            if (Mood(mood) == Mood.BurnGas) continue;
            receiver.set(Mood(mood));
            vm.expectRevert();
            vm.prank(buyer);
            token.safeTransferFrom(buyer, address(receiver), id, 1, "");
        }
        assertEq(balance(buyer, id), 100);
    }

    function test_WhenAContractTakes_ItsBalanceIsThereBeforeTheCall() external {
        HostileReceiver receiver = new HostileReceiver();
        bytes memory pass = abi.encodeCall(token.safeTransferFrom, (address(receiver), seller, id, 1, ""));
        receiver.setCall(address(token), pass);
        vm.prank(buyer);
        token.safeTransferFrom(buyer, address(receiver), id, 1, "");
        assertTrue(receiver.callSucceeded());
        assertEq(balance(seller, id), 1);
    }

    // ─── Metadata ────────────────────────────────────────────────────────────

    function test_WhenAsked_TheUriIsData() external view {
        assertEq(_start(IERC1155MetadataURI(address(token)).uri(id), 29), "data:application/json;base64,");
    }

    function test_WhenAsked_TheCollectionSaysWhatItIs() external view {
        assertEq(_start(token.contractURI(), 29), "data:application/json;base64,");
    }

    function _start(string memory text, uint256 length) private pure returns (string memory) {
        bytes memory start = new bytes(length);
        for (uint256 i = 0; i < length; ++i) start[i] = bytes(text)[i];
        return string(start);
    }

    function _pair(uint256 first, uint256 second) private pure returns (uint256[] memory pair) {
        pair = new uint256[](2);
        (pair[0], pair[1]) = (first, second);
    }
}
