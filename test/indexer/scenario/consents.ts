import { encodeFunctionData, zeroAddress, zeroHash } from "viem";
import { forwarderAbi, timeTokenAbi } from "#domain/generated/abi.ts";
import { encodeOpeningByOffer } from "#domain/standing-offer.ts";
import { standingOfferTypedData, type StandingOffer } from "#domain/typed-data.ts";
import { agree, DAY, HOUR } from "./deals.ts";
import { mint } from "./tokens.ts";
import { accountAt, type World } from "./world.ts";

/** What members sign beforehand and take back: standing offers, nonces, epochs, approvals, calls others pay for. */
export async function playConsents(world: World): Promise<void> {
  const [buyer, seller, friend] = [accountAt(1), accountAt(17), accountAt(2)];
  await takeSlots(world);

  await world.act(seller, "offerBook", "cancelNonce", [4n]);
  await world.act(seller, "offerBook", "raiseEpoch", []);
  await world.act(seller, "offerBook", "raiseEpoch", []);
  await world.act(seller, "swap", "raiseEpoch", []);
  await world.act(buyer, "token", "cancelNonce", [9n]);
  await world.act(buyer, "escrow", "cancelNonce", [9n]);
  await world.act(buyer, "swap", "cancelNonce", [2n ** 200n]);
  await world.act(buyer, "token", "setApprovalForAll", [friend.address, true]);
  await world.act(buyer, "token", "setApprovalForAll", [friend.address, false]);
  await forwardCall(world);
}

/** Two slots of one offer, taken by different buyers. */
async function takeSlots(world: World): Promise<void> {
  const seller = accountAt(17);
  const { chain, contracts } = world;
  for (const [slot, buyer] of [
    [0, accountAt(1)],
    [3, accountAt(2)],
  ] as const) {
    const id = await mint(world, seller, { unit: "minute", amount: 45n, to: buyer.address });
    const now = await world.now();
    const from = now + HOUR;
    const times = { acceptBy: now + HOUR, deliverFrom: from, deliverBy: from + DAY };
    const terms = await agree(world, { buyer, seller, payment: [{ id, amount: 45n }], terms: times });
    const { acceptBy: _, deliverFrom: __, deliverBy: ___, ids: ____, amounts: _____, salt: ______, ...shared } = terms;
    const offer: StandingOffer = {
      ...shared,
      buyer: zeroAddress,
      priceMinutes: 45,
      issuers: zeroHash,
      minExpiry: 0,
      earliestLead: 0,
      latestLead: DAY,
      length: DAY,
      slots: 4,
      validUntil: now + DAY,
      nonce: 1n,
      epoch: 0n,
    };
    const at = { chainId: chain.id, offerBook: contracts.offerBook };
    const signature = await seller.signTypedData(standingOfferTypedData(offer, at));
    const data = encodeOpeningByOffer(terms, { offer, signature, proofs: [[]], slot });
    await world.act(buyer, "token", "safeTransferFrom", [buyer.address, contracts.escrow, id, 45n, data]);
  }
}

/** One signs, another sends. */
async function forwardCall({ client, chain, contracts, act }: World): Promise<void> {
  const [signer, sender] = [accountAt(1), accountAt(2)];
  const { address, abi } = { address: contracts.forwarder, abi: forwarderAbi };
  const nonce = await client.readContract({ address, abi, functionName: "nonces", args: [signer.address] });
  const request = {
    from: signer.address,
    to: contracts.token,
    value: 0n,
    gas: 200_000n,
    deadline: 2 ** 40,
    data: encodeFunctionData({ abi: timeTokenAbi, functionName: "cancelNonce", args: [10n] }),
  };
  const signature = await signer.signTypedData({
    domain: { name: "TimeToken Forwarder", version: "1", chainId: chain.id, verifyingContract: address },
    types: {
      ForwardRequest: [
        { name: "from", type: "address" },
        { name: "to", type: "address" },
        { name: "value", type: "uint256" },
        { name: "gas", type: "uint256" },
        { name: "nonce", type: "uint256" },
        { name: "deadline", type: "uint48" },
        { name: "data", type: "bytes" },
      ],
    },
    primaryType: "ForwardRequest",
    message: { ...request, nonce },
  });
  await act(sender, "forwarder", "execute", [{ ...request, signature }]);
}
