import { zeroAddress, type Hex } from "viem";
import { issuerProof, issuersRoot } from "#domain/issuer-list.ts";
import { encodeOpeningByOffer } from "#domain/standing-offer.ts";
import { potMinutes } from "#domain/split.ts";
import type { Terms } from "#domain/terms.ts";
import { unpackTokenId } from "#domain/token-id.ts";
import { standingOfferTypedData, type StandingOffer } from "#domain/typed-data.ts";
import { accountOf, addressOf } from "./accounts.ts";
import type { DemoExchange } from "./exchange.ts";
import { saltOf } from "./fixed-random.ts";
import { MEMBERS } from "./members.ts";
import { DAY, toUnixSeconds } from "./moment.ts";
import type { Stage } from "./transaction.ts";

/** A standing offer of the demo is good for three deals, paid with the promises of any member; the first is taken. */
const SLOTS = 3;
const SLOT = 0;

/** @returns what opens the deal by a slot of the seller's standing offer, with the payment. */
export async function planTaking({ seller, key, opens }: DemoExchange, terms: Terms, stage: Stage): Promise<Hex> {
  const { chainId, contracts } = stage;
  const issuers = MEMBERS.map(({ handle }) => addressOf(handle));
  const { acceptBy: _, deliverFrom, deliverBy, ids, amounts, salt: __, ...shared } = terms;
  const offer: StandingOffer = {
    ...shared,
    buyer: zeroAddress,
    priceMinutes: potMinutes({ ids, amounts }).reduce((sum, minutes) => sum + minutes, 0),
    issuers: issuersRoot(issuers),
    minExpiry: 0,
    earliestLead: 0,
    latestLead: 30 * DAY,
    length: deliverBy - deliverFrom,
    slots: SLOTS,
    validUntil: toUnixSeconds(opens.at, stage.now) + 30 * DAY,
    nonce: BigInt(saltOf("offer", key)),
    epoch: 0n,
  };
  const typed = standingOfferTypedData(offer, { chainId, offerBook: contracts.offerBook });
  const signature = await accountOf(seller).signTypedData(typed);
  const proofs = ids.map((id) => {
    const { issuer } = unpackTokenId(id);
    return issuer === offer.seller ? [] : issuerProof(issuers, issuer);
  });
  return encodeOpeningByOffer(terms, { offer, signature, proofs, slot: SLOT });
}
