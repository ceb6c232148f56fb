// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC2771Forwarder} from "@openzeppelin/contracts/metatx/ERC2771Forwarder.sol";
import {Unit} from "../../../contracts/libraries/TokenId.sol";
import {Status, Terms} from "../../../contracts/interfaces/DealTypes.sol";
import {ForwardRequests} from "../support/ForwardRequests.sol";

/// @notice The two questions of an ERC-2771 recipient.
interface IRecipient {
    function trustedForwarder() external view returns (address);

    function isTrustedForwarder(address forwarder) external view returns (bool);
}

/// @notice What ERC-2771 asks of recipients, with OpenZeppelin's forwarder as everybody deploys it.
contract Erc2771Test is ForwardRequests {
    function test_EachContractTrustsTheForwarderAlone() external view {
        for (uint256 i = 0; i < 3; ++i) {
            IRecipient recipient = IRecipient([address(token), address(escrow), address(book)][i]);
            assertEq(recipient.trustedForwarder(), forwarder);
            assertTrue(recipient.isTrustedForwarder(forwarder));
            assertFalse(recipient.isTrustedForwarder(stranger));
        }
    }

    function test_WhenForwarded_TheSignerIsTheSender() external {
        vm.prank(stranger);
        ERC2771Forwarder(forwarder).execute(_request(address(token), _mint(buyer, 60)));
        assertEq(balance(buyer, idOf(seller, Unit.Minute, 0)), 60);
    }

    function test_RevertWhen_ARequestIsUsedTwice() external {
        ERC2771Forwarder.ForwardRequestData memory request = _request(address(token), _mint(buyer, 60));
        ERC2771Forwarder(forwarder).execute(request);
        vm.expectRevert();
        ERC2771Forwarder(forwarder).execute(request);
    }

    function test_WhenAStrangerAppendsAnAddress_ItIsNotBelieved() external {
        vm.prank(stranger);
        (bool ok, ) = address(token).call(abi.encodePacked(_mint(buyer, 60), seller));
        assertTrue(ok, "the call is the stranger's own");
        assertEq(balance(buyer, idOf(stranger, Unit.Minute, 0)), 60);
        assertEq(balance(buyer, idOf(seller, Unit.Minute, 0)), 0);
    }

    function test_WhenASellerHasNoGas_TheyDeliverThroughARelayer() external {
        Terms memory terms = minutesTerms(60);
        bytes32 dealId = openActive(terms);
        vm.prank(stranger);
        ERC2771Forwarder(forwarder).execute(_request(address(escrow), abi.encodeCall(escrow.deliver, (dealId))));
        assertStatus(dealId, Status.Delivered);
    }

    function _mint(address to, uint256 amount) private view returns (bytes memory) {
        return abi.encodeCall(token.mint, (to, Unit.Minute, 0, amount, ""));
    }

    /// @dev A request signed by the seller.
    function _request(address to, bytes memory data) private view returns (ERC2771Forwarder.ForwardRequestData memory) {
        return forwardRequest(sellerKey, to, data);
    }
}
