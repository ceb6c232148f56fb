// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IArbiterRegistry
/// @notice A directory of arbiters who want to be found. It gives no right and takes none: any address can be named in a
/// deal's terms, listed or not.
interface IArbiterRegistry {
    /// @notice What is recorded of one arbiter.
    /// @dev Two slots: 40 + 16 + 8 bits, and the hash.
    /// @param since When the arbiter was listed; zero for not listed.
    /// @param feeBps What they ask for a ruling, in hundredths of a percent of the pot.
    /// @param available Whether they take new deals.
    /// @param profile Content hash of what they say of themselves.
    struct Listing {
        uint40 since;
        uint16 feeBps;
        bool available;
        bytes32 profile;
    }

    /// @notice The whole listing, new or changed.
    event Listed(address indexed arbiter, bytes32 profile, uint16 feeBps, bool available);
    event AvailabilitySet(address indexed arbiter, bool available);
    event Left(address indexed arbiter);

    /// @notice A fee is at most 2,000 bps, as in the terms of a deal.
    error ArbiterRegistry_BadFee(uint16 feeBps);
    /// @notice A listing needs a profile.
    error ArbiterRegistry_NoProfile();
    /// @notice The caller is not listed.
    error ArbiterRegistry_NotListed(address arbiter);

    /// @notice Lists the caller, or replaces their listing.
    /// @param profile Content hash of what they say of themselves; not zero.
    /// @param feeBps At most 2,000.
    /// @param available Whether they take new deals.
    function list(bytes32 profile, uint16 feeBps, bool available) external;

    /// @notice The listed caller takes new deals, or takes none for now.
    function setAvailable(bool available) external;

    /// @notice The listed caller leaves the directory.
    function unlist() external;

    /// @return What is recorded of `arbiter`; all zero for an arbiter who is not listed.
    function listingOf(address arbiter) external view returns (Listing memory);
}
