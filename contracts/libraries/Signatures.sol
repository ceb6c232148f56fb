// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

/// @title Signatures
/// @notice One rule for who signed a digest: the key first, then the account's own code (ERC-1271), so that an account
/// that delegates its code by EIP-7702 can still sign with its key.
library Signatures {
    /// @param signer Whose signature is expected.
    /// @param digest An EIP-712 digest.
    /// @param signature 65 bytes for a key, anything for a contract account.
    /// @return Whether `signer` signed `digest`.
    function isSignedBy(address signer, bytes32 digest, bytes memory signature) internal view returns (bool) {
        (address recovered, ECDSA.RecoverError problem, ) = ECDSA.tryRecover(digest, signature);
        if (problem == ECDSA.RecoverError.NoError && recovered == signer) return true;
        return signer.code.length != 0 && SignatureChecker.isValidERC1271SignatureNow(signer, digest, signature);
    }
}
