// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice How a wallet answers when it is asked about a signature.
enum Manner {
    Honest,
    Reverting,
    Junk,
    Empty,
    Endless
}

/// @notice A contract account in the smallest form that ERC-1271 knows, with the ways it can misbehave.
contract SignInWallet {
    address public owner;
    Manner private immutable manner;

    constructor(address owner_, Manner manner_) {
        owner = owner_;
        manner = manner_;
    }

    function changeOwner(address next) external {
        owner = next;
    }

    function isValidSignature(bytes32 digest, bytes calldata signature) external view returns (bytes4) {
        if (manner == Manner.Reverting) revert();
        if (manner == Manner.Junk) {
            assembly ("memory-safe") {
                mstore(0, not(0))
                return(0, 32)
            }
        }
        if (manner == Manner.Empty) {
            assembly ("memory-safe") {
                return(0, 0)
            }
        }
        while (manner == Manner.Endless) {}
        if (signature.length != 65) return 0xffffffff;
        address signer = ecrecover(digest, uint8(signature[64]), bytes32(signature[0:32]), bytes32(signature[32:64]));
        return signer != address(0) && signer == owner ? this.isValidSignature.selector : bytes4(0xffffffff);
    }
}

/// @notice Puts wallets at addresses known before they are there.
contract SignInWalletFactory {
    function deploy(address owner, Manner manner, bytes32 salt) external returns (address) {
        return address(new SignInWallet{salt: salt}(owner, manner));
    }
}
