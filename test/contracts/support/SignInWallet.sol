// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice How a wallet answers when it is asked about a signature.
enum Manner {
    Honest,
    Reverting,
    Junk,
    Empty,
    Endless,
    Agreeing,
    Trailing,
    Huge,
    Elsewhere
}

/// @notice ERC-3668: the answer is said to lie behind a URL.
error OffchainLookup(address sender, string[] urls, bytes callData, bytes4 callback, bytes extraData);

/// @notice A contract account in the smallest form that ERC-1271 knows, with the ways it can misbehave.
contract SignInWallet {
    address public owner;
    string public url;
    Manner private immutable manner;

    constructor(address owner_, Manner manner_) {
        owner = owner_;
        manner = manner_;
    }

    function changeOwner(address next) external {
        owner = next;
    }

    function lead(string calldata to) external {
        url = to;
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
        if (manner == Manner.Agreeing) return this.isValidSignature.selector;
        if (manner == Manner.Trailing) {
            assembly ("memory-safe") {
                mstore(0, or(shl(224, 0x1626ba7e), 1))
                return(0, 32)
            }
        }
        if (manner == Manner.Huge) {
            assembly ("memory-safe") {
                mstore(0, shl(224, 0xffffffff))
                return(0, 0x100000)
            }
        }
        if (manner == Manner.Elsewhere) {
            string[] memory urls = new string[](1);
            urls[0] = url;
            revert OffchainLookup(address(this), urls, msg.data, this.isValidSignature.selector, "");
        }
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
