// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";
import {IUnorderedNonces} from "./IUnorderedNonces.sol";
import {TokenId, Unit} from "../libraries/TokenId.sol";

/// @title ITimeToken
/// @notice Members' promises of their own time, as ERC-1155 tokens whose id says issuer, unit and expiry.
interface ITimeToken is IUnorderedNonces, IERC1155 {
    /// @notice Why a balance was burned for good. Conversions and renewals replace a balance and have events of their own.
    enum BurnReason {
        /// The promise came home: its issuer gave the time and was paid with it.
        Redeemed,
        /// A holder gave the promise up.
        Forgiven,
        /// The issuer burned their own promise.
        Withdrawn,
        /// It ran out.
        Lapsed
    }

    /// @notice What is recorded for one id; conversions and renewals count in both numbers.
    /// @dev One slot: 104 + 104 + 40 bits.
    struct Supply {
        uint104 minted;
        uint104 burned;
        uint40 createdAt;
    }

    /// @notice What is recorded for one issuer, in minutes.
    /// @dev One slot: 64 + 64 + 40 bits.
    struct IssuerRecord {
        uint64 outstandingMinutes;
        uint64 redeemedMinutes;
        uint40 since;
    }

    /// @notice A holder's consent to swap a running promise for a later one (EIP-712).
    /// @param holder Whose balance is replaced.
    /// @param id The id being replaced.
    /// @param amount In the id's unit.
    /// @param newExpiry The later expiry; 0 for never.
    /// @param nonce An unused, unordered nonce of the holder.
    /// @param validUntil The consent's last second.
    struct Renewal {
        address holder;
        TokenId id;
        uint256 amount;
        uint40 newExpiry;
        uint256 nonce;
        uint40 validUntil;
    }

    /// @notice Follows the `TransferSingle` of every burn that is not a conversion or a renewal.
    event Burned(address indexed holder, TokenId indexed id, uint256 amount, BurnReason reason);

    /// @notice Follows the two `TransferSingle` (out, in) of a conversion.
    event Converted(
        address indexed holder,
        TokenId indexed id,
        TokenId indexed newId,
        uint256 amount,
        uint256 newAmount
    );

    /// @notice Follows the two `TransferSingle` (out, in) of a renewal.
    event Renewed(address indexed holder, TokenId indexed id, TokenId indexed newId, uint256 amount);

    /// @notice An amount of zero promises nothing.
    error TimeToken_ZeroAmount();
    /// @notice The expiry is not in the future.
    error TimeToken_ExpiryPassed(uint40 expiry, uint256 time);
    /// @notice The mint would leave the issuer with more outstanding minutes than their line.
    error TimeToken_CreditLineExceeded(address issuer, uint256 outstandingMinutes, uint256 amountMinutes, uint256 line);
    /// @notice The promise has run out: it can only be burned.
    error TimeToken_Lapsed(TokenId id);
    /// @notice The promise still runs: only its holder may give it up.
    error TimeToken_NotLapsed(TokenId id);
    /// @notice `amount` of `id` is not a whole number of the other unit.
    error TimeToken_NotWhole(TokenId id, uint256 amount, Unit toUnit);
    /// @notice The id already counts in this unit.
    error TimeToken_SameUnit(TokenId id, Unit unit);
    /// @notice Only the issuer named in the id may do this.
    error TimeToken_OnlyIssuer(TokenId id, address caller);
    /// @notice Only the escrow may do this.
    error TimeToken_OnlyEscrow(address caller);
    /// @notice What the escrow holds is the escrow's to burn, never a stranger's to sweep or renew.
    error TimeToken_HeldByEscrow(TokenId id);
    /// @notice The new expiry is not later than the old one (0, never, is the latest).
    error TimeToken_ExpiryNotLater(TokenId id, uint40 newExpiry);
    /// @notice The signature's last second has passed.
    error TimeToken_SignatureExpired(uint40 validUntil);
    /// @notice The signature is not the signer's.
    error TimeToken_BadSignature(address signer);

    /// @notice Promises the caller's own time. Reverts with `TimeToken_ZeroAmount`, `TimeToken_ExpiryPassed` or
    /// `TimeToken_CreditLineExceeded`.
    /// @param to Who receives it; with `data` it may be the escrow, which opens a deal.
    /// @param unit How the time is counted.
    /// @param expiry The first second in which the promise no longer holds; 0 for never.
    /// @param amount In `unit`.
    /// @param data Handed to the receiver's hook.
    /// @return id The id of the minted token.
    function mint(
        address to,
        Unit unit,
        uint40 expiry,
        uint256 amount,
        bytes calldata data
    ) external returns (TokenId id);

    /// @notice Exchanges the caller's tokens for the same minutes in another unit, exactly. No receiver hook is called.
    /// Reverts with `TimeToken_ZeroAmount`, `TimeToken_SameUnit`, `TimeToken_NotWhole` or `TimeToken_Lapsed`.
    /// @param id What the caller holds.
    /// @param toUnit The unit wanted.
    /// @param amount In the unit of `id`.
    /// @return newId The id of the tokens received.
    /// @return newAmount In `toUnit`.
    function convert(TokenId id, Unit toUnit, uint256 amount) external returns (TokenId newId, uint256 newAmount);

    /// @notice The issuer replaces a holder's balance by the same with a later expiry: a lapsed one alone, a running one
    /// with the holder's signature. Outstanding minutes stay as they are.
    /// @param renewal What is replaced by what; its nonce and validUntil are read only while the promise runs.
    /// @param signature The holder's EIP-712 signature of `renewal`, empty for a lapsed promise.
    /// @return newId The id of the new tokens.
    function renew(Renewal calldata renewal, bytes calldata signature) external returns (TokenId newId);

    /// @notice Burns the caller's own tokens, for the reason that holds: lapsed, withdrawn (own promise) or forgiven.
    /// @param id What the caller holds.
    /// @param amount In the id's unit.
    function burn(TokenId id, uint256 amount) external;

    /// @notice Burns everything `holder` has of lapsed ids. Anyone may call; the escrow's balance is refused.
    /// @param holder Whose lapsed balances are cleared.
    /// @param ids Lapsed ids; those without a balance are skipped.
    function sweep(address holder, TokenId[] calldata ids) external;

    /// @notice The escrow burns a seller's share of the seller's own promises and counts it as redeemed.
    /// @param id A running promise the escrow holds.
    /// @param amount In the id's unit.
    function redeem(TokenId id, uint256 amount) external;

    /// @return The escrow this token was deployed by.
    function escrow() external view returns (address);

    /// @return Minutes `issuer` may have outstanding now: min(60,000, 2,400 + min(redeemed, 60 × whole days since the
    /// first mint)).
    function creditLine(address issuer) external view returns (uint256);

    /// @return What is recorded for `issuer`.
    function issuerRecord(address issuer) external view returns (IssuerRecord memory);

    /// @return What is recorded for `id`.
    function supplyOf(TokenId id) external view returns (Supply memory);

    /// @return Tokens of `id` in existence.
    function totalSupply(TokenId id) external view returns (uint256);

    /// @return A data URI that describes this contract (ERC-7572).
    function contractURI() external view returns (string memory);
}
