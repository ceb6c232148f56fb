// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC1155MetadataURI} from "@openzeppelin/contracts/token/ERC1155/extensions/IERC1155MetadataURI.sol";
import {ERC1155} from "@openzeppelin/contracts/token/ERC1155/ERC1155.sol";
import {Context} from "@openzeppelin/contracts/utils/Context.sol";
import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ITimeToken} from "./interfaces/ITimeToken.sol";
import {ITokenDescriptor} from "./interfaces/ITokenDescriptor.sol";
import {CreditLine} from "./libraries/CreditLine.sol";
import {Signatures} from "./libraries/Signatures.sol";
import {TokenId, TokenIdLib, TokenId_Invalid, Unit} from "./libraries/TokenId.sol";
import {UnorderedNonces} from "./base/UnorderedNonces.sol";

/// @title TimeToken
/// @notice Members' promises of their own time. Immutable and ownerless; deployed by the escrow it works with.
contract TimeToken is ITimeToken, ERC1155, ERC2771Context, EIP712, UnorderedNonces {
    bytes32 private constant RENEWAL_TYPEHASH = keccak256(
        "Renewal(address holder,uint256 id,uint256 amount,uint40 newExpiry,uint256 nonce,uint40 validUntil)"
    );

    /// @inheritdoc ITimeToken
    address public immutable escrow;
    /// @notice What describes this contract's ids.
    ITokenDescriptor public immutable descriptor;

    mapping(TokenId id => Supply) private _supplies;
    mapping(address issuer => IssuerRecord) private _issuers;

    /// @dev The deployer is the escrow.
    /// @param forwarder The ERC-2771 forwarder trusted for gasless calls.
    /// @param descriptor_ What describes the ids.
    constructor(
        address forwarder,
        ITokenDescriptor descriptor_
    ) ERC1155("") ERC2771Context(forwarder) EIP712("TimeToken", "1") {
        escrow = msg.sender;
        descriptor = descriptor_;
    }

    /// @inheritdoc ITimeToken
    function mint(
        address to,
        Unit unit,
        uint40 expiry,
        uint256 amount,
        bytes calldata data
    ) external returns (TokenId id) {
        if (amount == 0) revert TimeToken_ZeroAmount();
        _checkExpiryAhead(expiry);

        address issuer = _msgSender();
        id = TokenIdLib.pack(issuer, unit, expiry);
        _raiseOutstanding(issuer, Math.saturatingMul(amount, TokenIdLib.minutesPer(unit)));
        _mint(to, TokenId.unwrap(id), amount, data);
    }

    /// @inheritdoc ITimeToken
    function convert(TokenId id, Unit toUnit, uint256 amount) external returns (TokenId newId, uint256 newAmount) {
        address holder = _msgSender();
        _checkReplaceable(holder, id, amount);
        if (id.unit() == toUnit) revert TimeToken_SameUnit(id, toUnit);
        if (id.hasLapsed(block.timestamp)) revert TimeToken_Lapsed(id);

        uint256 total = amount * id.minutesPerToken();
        uint256 minutesPerNew = TokenIdLib.minutesPer(toUnit);
        if (total % minutesPerNew != 0) revert TimeToken_NotWhole(id, amount, toUnit);

        newId = id.withUnit(toUnit);
        newAmount = total / minutesPerNew;
        _replace(holder, id, amount, newId, newAmount);
        emit Converted(holder, id, newId, amount, newAmount);
    }

    /// @inheritdoc ITimeToken
    function renew(Renewal calldata renewal, bytes calldata signature) external returns (TokenId newId) {
        TokenId id = renewal.id;
        address issuer = _msgSender();
        if (id.issuer() != issuer) revert TimeToken_OnlyIssuer(id, issuer);
        if (renewal.holder == escrow) revert TimeToken_HeldByEscrow(id);
        _checkReplaceable(renewal.holder, id, renewal.amount);
        _checkExpiryAhead(renewal.newExpiry);
        uint40 expiry = id.expiry();
        if (expiry == 0 || (renewal.newExpiry != 0 && renewal.newExpiry <= expiry)) {
            revert TimeToken_ExpiryNotLater(id, renewal.newExpiry);
        }
        if (!id.hasLapsed(block.timestamp) && renewal.holder != issuer) _useConsent(renewal, signature);

        newId = id.withExpiry(renewal.newExpiry);
        _replace(renewal.holder, id, renewal.amount, newId, renewal.amount);
        emit Renewed(renewal.holder, id, newId, renewal.amount);
    }

    /// @inheritdoc ITimeToken
    function burn(TokenId id, uint256 amount) external {
        if (amount == 0) revert TimeToken_ZeroAmount();
        address holder = _msgSender();
        BurnReason reason = BurnReason.Forgiven;
        if (id.hasLapsed(block.timestamp)) reason = BurnReason.Lapsed;
        else if (id.issuer() == holder) reason = BurnReason.Withdrawn;
        _burnFor(holder, id, amount, reason);
    }

    /// @inheritdoc ITimeToken
    function sweep(address holder, TokenId[] calldata ids) external {
        for (uint256 i = 0; i < ids.length; ++i) {
            TokenId id = ids[i];
            if (holder == escrow) revert TimeToken_HeldByEscrow(id);
            if (!id.hasLapsed(block.timestamp)) revert TimeToken_NotLapsed(id);
            uint256 amount = balanceOf(holder, TokenId.unwrap(id));
            if (amount != 0) _burnFor(holder, id, amount, BurnReason.Lapsed);
        }
    }

    /// @inheritdoc ITimeToken
    function redeem(TokenId id, uint256 amount) external {
        if (msg.sender != escrow) revert TimeToken_OnlyEscrow(msg.sender);
        if (id.hasLapsed(block.timestamp)) revert TimeToken_Lapsed(id);
        _burnFor(msg.sender, id, amount, BurnReason.Redeemed);
    }

    /// @inheritdoc ITimeToken
    function creditLine(address issuer) external view returns (uint256) {
        return CreditLine.minutesAt(_issuers[issuer], block.timestamp);
    }

    /// @inheritdoc ITimeToken
    function issuerRecord(address issuer) external view returns (IssuerRecord memory) {
        return _issuers[issuer];
    }

    /// @inheritdoc ITimeToken
    function supplyOf(TokenId id) external view returns (Supply memory) {
        return _supplies[id];
    }

    /// @inheritdoc ITimeToken
    function totalSupply(TokenId id) external view returns (uint256) {
        return _supplies[id].minted - _supplies[id].burned;
    }

    /// @inheritdoc ITimeToken
    function contractURI() external view returns (string memory) {
        return descriptor.contractURI();
    }

    /// @inheritdoc IERC1155MetadataURI
    function uri(uint256 id) public view override(ERC1155) returns (string memory) {
        return descriptor.tokenURI(TokenId.wrap(id));
    }

    function _checkExpiryAhead(uint40 expiry) private view {
        if (expiry != 0 && expiry <= block.timestamp) revert TimeToken_ExpiryPassed(expiry, block.timestamp);
    }

    function _checkReplaceable(address holder, TokenId id, uint256 amount) private view {
        if (amount == 0) revert TimeToken_ZeroAmount();
        if (!id.isValid()) revert TokenId_Invalid(id);
        uint256 balance = balanceOf(holder, TokenId.unwrap(id));
        if (balance < amount) revert ERC1155InsufficientBalance(holder, balance, amount, TokenId.unwrap(id));
    }

    function _useConsent(Renewal calldata renewal, bytes calldata signature) private {
        if (block.timestamp > renewal.validUntil) revert TimeToken_SignatureExpired(renewal.validUntil);
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(RENEWAL_TYPEHASH, renewal)));
        if (!Signatures.isSignedBy(renewal.holder, digest, signature)) revert TimeToken_BadSignature(renewal.holder);
        _useNonce(renewal.holder, renewal.nonce);
    }

    function _raiseOutstanding(address issuer, uint256 amountMinutes) private {
        IssuerRecord memory record = _issuers[issuer];
        uint256 line = CreditLine.minutesAt(record, block.timestamp);
        if (amountMinutes > line || record.outstandingMinutes + amountMinutes > line) {
            revert TimeToken_CreditLineExceeded(issuer, record.outstandingMinutes, amountMinutes, line);
        }
        record.outstandingMinutes += uint64(amountMinutes);
        if (record.since == 0) record.since = uint40(block.timestamp);
        _issuers[issuer] = record;
    }

    /// @dev No receiver hook: with it, every split of the escrow would call the escrow back.
    function _replace(address holder, TokenId id, uint256 amount, TokenId newId, uint256 newAmount) private {
        _updateOne(holder, address(0), id, amount);
        _updateOne(address(0), holder, newId, newAmount);
    }

    function _burnFor(address holder, TokenId id, uint256 amount, BurnReason reason) private {
        _updateOne(holder, address(0), id, amount);

        IssuerRecord storage record = _issuers[id.issuer()];
        uint64 burnedMinutes = uint64(amount * id.minutesPerToken());
        record.outstandingMinutes -= burnedMinutes;
        if (reason == BurnReason.Redeemed) record.redeemedMinutes += burnedMinutes;
        emit Burned(holder, id, amount, reason);
    }

    function _updateOne(address from, address to, TokenId id, uint256 amount) private {
        uint256[] memory ids = new uint256[](1);
        uint256[] memory amounts = new uint256[](1);
        ids[0] = TokenId.unwrap(id);
        amounts[0] = amount;
        _update(from, to, ids, amounts);
    }

    /// @dev A plain move only looks at the expiry in the id; supply is counted where tokens come or go. The loops are
    /// separate because that is what keeps a transfer within 3 % of OpenZeppelin's.
    function _update(address from, address to, uint256[] memory ids, uint256[] memory values) internal override {
        if (from == address(0)) {
            for (uint256 i = 0; i < ids.length; ++i) {
                Supply storage supply = _supplies[TokenId.wrap(ids[i])];
                if (supply.createdAt == 0) supply.createdAt = uint40(block.timestamp);
                supply.minted += uint104(values[i]);
            }
        } else if (to == address(0)) {
            // Values above 2^104 revert below: no balance is that large.
            for (uint256 i = 0; i < ids.length; ++i) _supplies[TokenId.wrap(ids[i])].burned += uint104(values[i]);
        } else {
            for (uint256 i = 0; i < ids.length; ++i) {
                if (TokenId.wrap(ids[i]).hasLapsed(block.timestamp)) revert TimeToken_Lapsed(TokenId.wrap(ids[i]));
            }
        }
        super._update(from, to, ids, values);
    }

    function _msgSender() internal view override(Context, ERC2771Context) returns (address) {
        return ERC2771Context._msgSender();
    }

    function _msgData() internal view override(Context, ERC2771Context) returns (bytes calldata) {
        return ERC2771Context._msgData();
    }

    function _contextSuffixLength() internal view override(Context, ERC2771Context) returns (uint256) {
        return ERC2771Context._contextSuffixLength();
    }
}
