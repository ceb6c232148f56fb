import { parseEventLogs, zeroAddress, type Address, type TransactionReceipt } from "viem";
import { beforeAll, describe, expect, it } from "vitest";
import { DEAL_OUTCOMES, DEAL_STATUSES } from "#domain/deal-state.ts";
import { actionsAt, stageAt, type ActionKind } from "#domain/deal.ts";
import { timeEscrowAbi } from "#domain/generated/abi.ts";
import { previewEnding, type Ending, type PositionShares, type Preview } from "#domain/preview.ts";
import { rulingHash } from "#domain/split.ts";
import { dealId, type Terms } from "#domain/terms.ts";
import { packTokenId, unpackTokenId } from "#domain/token-id.ts";
import { toMinutes } from "#domain/units.ts";
import { DAY } from "./example-deal.ts";
import { awardOf, CALLED, callOf, type Played } from "./parity/calls.ts";
import { PEOPLE, startChain, type Chain, type Person } from "./parity/chain.ts";
import { mintPayment, play, readDeal, STORIES } from "./parity/play.ts";

const RATEABLE = 8;

describe("the domain predicts the contracts", () => {
  let chain: Chain;
  let payment: Pick<Terms, "ids" | "amounts">;
  let untouched: Awaited<ReturnType<Chain["takeSnapshot"]>>;

  beforeAll(async () => {
    chain = await startChain();
    payment = await mintPayment(chain);
    untouched = await chain.takeSnapshot();
  }, 60_000);

  it.each(STORIES)("$name: at every second of every deadline", { timeout: 60_000 }, async (story) => {
    await untouched.restore();
    const played = await play(chain, story, payment);
    expect(await chain.escrow.read.hashTerms([played.terms])).toBe(dealId(played.terms, chain.at));
    if (played.ruling)
      expect(await chain.escrow.read.rulingOf([dealId(played.terms, chain.at)])).toBe(rulingHash(played.ruling));

    for (const second of await secondsOf(played)) {
      const before = await chain.takeSnapshot();
      await chain.mineAt(second);
      await compareStage(played, second);
      await compareActions(played, second);
      await before.restore();
      await compareEndings(played, second);
    }
  });

  /** The second after the story, and those around each deadline the contract names until nothing is left to come. */
  async function secondsOf({ terms }: Played): Promise<number[]> {
    const before = await chain.takeSnapshot();
    const start = (await chain.now()) + 1;
    const seconds = new Set([start]);
    const visit = (turn: number) => [turn - 1, turn, turn + 1].forEach((second) => seconds.add(second));
    let [status, deadline] = await chain.escrow.read.stageOf([terms]);
    for (let last = 0n; deadline > last; [status, deadline] = await chain.escrow.read.stageOf([terms])) {
      visit(Number(deadline));
      last = deadline;
      await chain.mineAt(Number(deadline) + 1);
    }
    const { since, flags } = await chain.escrow.read.dealOf([dealId(terms, chain.at)]);
    if (DEAL_STATUSES[status - 1] === "active") visit(since);
    if (DEAL_STATUSES[status - 1] === "closed" && flags & RATEABLE) {
      visit(since + 30 * DAY);
      visit(since + 60 * DAY);
    }
    await before.restore();
    return [...seconds].filter((second) => second >= start).sort((a, b) => a - b);
  }

  async function compareStage(played: Played, second: number) {
    const [status, deadline] = await chain.escrow.read.stageOf([played.terms]);
    const stage = stageAt(await readDeal(chain, played), played.terms, second);
    expect(stage).toMatchObject({
      status: DEAL_STATUSES[status - 1],
      deadline: deadline === 0n ? null : Number(deadline),
    });
  }

  async function compareActions(played: Played, second: number) {
    const deal = await readDeal(chain, played);
    const [buyer, seller, buyerReplied, sellerReplied] = await chain.ratingBook.read.ratedBy([
      dealId(played.terms, chain.at),
    ]);
    const rated = { buyer, seller, buyerReplied, sellerReplied };
    const possible = await Promise.all(CALLED.map((kind) => peopleWhoCan(played, kind, second)));
    const predicted = PEOPLE.flatMap((person) =>
      actionsAt(deal, played.terms, chain.people[person], second, rated)
        .filter(({ opensAt }) => opensAt === null)
        .map(({ kind }) => `${person} ${kind === "withdraw" ? "decline" : kind}`),
    );
    const worked = possible.flat();
    expect(worked.sort()).toEqual(predicted.sort());
    if (deal.status !== "closed") expectOneTurn(worked);
  }

  /** Tries the call from everyone; those who are no party bring what the seller would. */
  async function peopleWhoCan(played: Played, kind: ActionKind, second: number): Promise<string[]> {
    const bySeller = await callOf(chain, played, kind, "seller", second);
    const byBuyer = await callOf(chain, played, kind, "buyer", second);
    const worked: string[] = [];
    for (const person of PEOPLE) {
      const refusal = await chain.refusalOf(chain.people[person], person === "buyer" ? byBuyer : bySeller);
      expect(refusal ?? "TimeEscrow_").toMatch(/^(TimeEscrow|RatingBook)_/);
      if (refusal === null) worked.push(`${person} ${kind}`);
    }
    return worked;
  }

  /** At every second of an open deal either somebody's time runs or anyone may poke, never both. */
  function expectOneTurn(worked: readonly string[]) {
    const pokes = worked.filter((action) => action.endsWith(" poke"));
    const acts = worked.filter((action) => !/ (poke|submitEvidence)$/.test(action));
    expect(pokes.length).toBe(acts.length === 0 ? PEOPLE.length : 0);
  }

  async function compareEndings(played: Played, second: number) {
    const deal = await readDeal(chain, played);
    for (const person of PEOPLE) {
      const actions = actionsAt(deal, played.terms, chain.people[person], second);
      for (const { kind, opensAt } of actions) {
        const ending = endingOf(kind, person, played.terms);
        if (opensAt !== null || ending === null) continue;
        const before = await chain.takeSnapshot();
        await compareEnding(played, { person, kind, ending, second });
        await before.restore();
      }
    }
  }

  async function compareEnding(
    played: Played,
    { person, kind, ending, second }: { person: Person; kind: ActionKind; ending: Ending; second: number },
  ) {
    const preview = previewEnding(await readDeal(chain, played), played.terms, ending, second);
    const [had, redeemedBefore] = [await readBalances(), await readRedeemed()];
    const receipt = await chain.send(person, await callOf(chain, played, kind, person, second), second);
    const deal = await readDeal(chain, played);
    if (deal.status !== "closed") return;

    const has = await readBalances();
    const gained = [...has].map(([key, minutes]) => [key, minutes - (had.get(key) ?? 0)] as const);
    expect(Object.fromEntries(gained.filter(([, minutes]) => minutes !== 0))).toEqual(expectedGains(preview));
    expect((await readRedeemed()) - redeemedBefore).toBe(preview.total.redeemedMinutes);
    expect(deal).toMatchObject({ outcome: preview.outcome, since: second });
    expectClosedEvent(receipt, preview);
  }

  function expectClosedEvent(receipt: TransactionReceipt, preview: Preview) {
    const logs = parseEventLogs({ abi: timeEscrowAbi, logs: receipt.logs });
    const closed = logs.find(({ eventName }) => eventName === "Closed")?.args as {
      outcome: number;
      bySilence: boolean;
      feeTo: Address;
    };
    expect(DEAL_OUTCOMES[closed.outcome - 1]).toBe(preview.outcome);
    expect(closed.bySilence).toBe(preview.bySilence);
    expect(closed.feeTo.toLowerCase()).toBe(preview.feeTo ?? zeroAddress);
  }

  /** Minutes by holder and issuer: units of one issuer are interchangeable. */
  async function readBalances(): Promise<Map<string, number>> {
    const ids = payment.ids.flatMap((id) => {
      const parts = unpackTokenId(id);
      return [...new Set([id, packTokenId({ ...parts, unit: "minute" })])];
    });
    const held = new Map<string, number>();
    for (const person of PEOPLE) {
      const amounts = await chain.token.read.balanceOfBatch([ids.map(() => chain.people[person]), ids]);
      for (const [index, amount] of amounts.entries()) {
        const { issuer, unit } = unpackTokenId(ids[index]!);
        const key = `${person} ${issuer}`;
        held.set(key, (held.get(key) ?? 0) + toMinutes(amount, unit));
      }
    }
    return held;
  }

  async function readRedeemed(): Promise<number> {
    return Number((await chain.token.read.issuerRecord([chain.people.seller])).redeemedMinutes);
  }

  function expectedGains({ positions, feeTo }: Preview): Record<string, number> {
    const arbiter = feeTo === chain.people.arbiter ? "arbiter" : "appealArbiter";
    const gains: [Person, (position: PositionShares) => number][] = [
      ["seller", ({ sellerMinutes, redeemedMinutes }) => sellerMinutes - redeemedMinutes],
      ["buyer", ({ buyerMinutes }) => buyerMinutes],
      [arbiter, ({ feeMinutes }) => feeMinutes],
    ];
    const entries = gains.flatMap(([person, minutesOf]) =>
      positions.map(
        (position) => [`${person} ${unpackTokenId(position.tokenId).issuer}`, minutesOf(position)] as const,
      ),
    );
    return Object.fromEntries(entries.filter(([, minutes]) => minutes !== 0));
  }
});

/** The ending an action brings, where it brings one. */
function endingOf(kind: ActionKind, person: Person, terms: Terms): Ending | null {
  switch (kind) {
    case "confirm":
    case "recuse":
      return { kind };
    case "refund":
    case "decline":
    case "withdraw":
      return { kind: "refund" };
    case "poke":
      return { kind: "silence" };
    case "rule":
    case "settle":
      return { kind, sellerMinutes: awardOf(terms) };
    case "concede":
      return { kind, by: person === "buyer" ? "buyer" : "seller" };
    default:
      return null;
  }
}
