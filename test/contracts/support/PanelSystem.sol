// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Status, Terms} from "../../../contracts/interfaces/DealTypes.sol";
import {IArbiterPanel} from "../../../contracts/interfaces/IArbiterPanel.sol";
import {IArbiterRegistry} from "../../../contracts/interfaces/IArbiterRegistry.sol";
import {TimeSystem} from "./TimeSystem.sol";

/// @notice The system with a panel of five whose first three votes decide.
abstract contract PanelSystem is TimeSystem {
    IArbiterRegistry internal registry;
    IArbiterPanel internal panel;
    address[] internal jury;

    function setUp() public virtual override {
        super.setUp();
        registry = IArbiterRegistry(deployCode("ArbiterRegistry.sol:ArbiterRegistry", abi.encode(forwarder)));
        for (uint256 i = 0; i < 5; ++i) jury.push(makeAddr(string.concat("member ", vm.toString(i))));
        panel = newPanel(jury, 3);
    }

    function newPanel(address[] memory members, uint256 threshold) internal returns (IArbiterPanel) {
        return
            IArbiterPanel(
                deployCode("ArbiterPanel.sol:ArbiterPanel", abi.encode(escrow, registry, forwarder, members, threshold))
            );
    }

    /// @dev Terms over `amount` minutes of a third member, judged by the panel for a tenth.
    function panelTerms(uint256 amount) internal returns (Terms memory terms) {
        terms = minutesTerms(amount);
        terms.arbiter = address(panel);
        terms.arbiterFeeBps = 1000;
    }

    function voteAs(address member, Terms memory terms, uint256 sellerMinutes) internal {
        vm.prank(member);
        panel.vote(terms, split(sellerMinutes), 0);
    }

    function recuseAs(address member, Terms memory terms) internal {
        vm.prank(member);
        panel.voteRecusal(terms);
    }

    /// @dev As many members as decide vote the same, in the order of their seats.
    function decide(Terms memory terms, uint256[] memory sellerMinutes) internal {
        for (uint256 i = 0; i < panel.threshold(); ++i) {
            vm.prank(jury[i]);
            panel.vote(terms, sellerMinutes, 0);
        }
    }

    function expectNotAwaited(bytes32 dealId, Status stage) internal {
        vm.expectRevert(abi.encodeWithSelector(IArbiterPanel.ArbiterPanel_NotAwaited.selector, dealId, stage));
    }

    function expectUndecided(bytes32 dealId, uint256 votes) internal {
        vm.expectRevert(abi.encodeWithSelector(IArbiterPanel.ArbiterPanel_Undecided.selector, dealId, votes));
    }

    function expectDecided(bytes32 dealId) internal {
        vm.expectRevert(abi.encodeWithSelector(IArbiterPanel.ArbiterPanel_Decided.selector, dealId));
    }

    function expectInvolved(bytes32 dealId, address member) internal {
        vm.expectRevert(abi.encodeWithSelector(IArbiterPanel.ArbiterPanel_Involved.selector, dealId, member));
    }

    function expectNothingDue(bytes32 dealId, address member, uint256 id) internal {
        vm.expectRevert(abi.encodeWithSelector(IArbiterPanel.ArbiterPanel_NothingDue.selector, dealId, member, id));
    }
}
