import { deployForGas, type System } from "./gas-system.ts";
import { rulePanel, swapTokens } from "./gas-trade.ts";

const FAR_FUTURE = 4_102_444_800;

/**
 * Gas of the main paths: intrinsic gas included, cold storage (each step is a transaction of its own), one id issued by
 * neither party. "Steady" means the escrow and both parties already hold the id; `exchangeFirst` that none but the buyer
 * does. `offer`, `fiveIds` and `gasless` are whole exchanges, steady; `redeem` is the confirmation that pays a seller in
 * their own promises; `panelRuling` is two votes of a panel and their execution; `swap` and `ring` move one id each way.
 */
export async function run(): Promise<Record<string, number>> {
  const system = await deployForGas();
  const id = await holdEverywhere(system);

  const { open, deliver, confirm, terms } = await exchange(system, id);
  const rated = await system.rateTogether(terms);
  const inPerson = await confirmAtOnce(system, id);
  const { raise, rule } = await disputeAndRule(system, id);

  const firstId = system.minuteId("issuer", FAR_FUTURE);
  await system.mint("issuer", system.address("buyer"), 200n, FAR_FUTURE);
  const first = await exchange(system, firstId);

  return {
    open,
    deliver,
    confirm,
    exchange: open + deliver + confirm,
    inPerson,
    raise,
    rule,
    dispute: raise + rule,
    rated,
    exchangeFirst: first.open + first.deliver + first.confirm,
    ...(await compareTransfer(system, id)),
    ...(await compareMint(system)),
    offer: await exchangeByOffer(system, id),
    fiveIds: await exchangeFiveIds(system),
    redeem: await redeem(system),
    gasless: await exchangeGasless(system, id),
    panelRuling: await rulePanel(system, id),
    ...(await swapTokens(system)),
  };
}

/** @returns an id of which buyer, seller and escrow hold some, the escrow through a deal that stays open. */
async function holdEverywhere(system: System): Promise<bigint> {
  const id = system.minuteId("issuer");
  await system.mint("issuer", system.address("buyer"), 1_600n);
  await system.mint("issuer", system.address("seller"), 100n);
  await system.open(system.newTerms(id));
  return id;
}

async function exchange(system: System, id: bigint) {
  const terms = system.newTerms(id);
  const open = await system.open(terms);
  const deliver = await system.deliver(terms);
  const confirm = await system.confirm(terms);
  return { open, deliver, confirm, terms };
}

async function confirmAtOnce(system: System, id: bigint): Promise<number> {
  const terms = system.newTerms(id);
  return (await system.open(terms)) + (await system.confirm(terms));
}

async function disputeAndRule(system: System, id: bigint) {
  const terms = system.newTerms(id);
  await system.open(terms);
  await system.deliver(terms);
  const raise = await system.dispute(terms);
  return { raise, rule: await system.rule(terms, [54n]) };
}

/** Slot 1 of a standing offer, after its slot 0. */
async function exchangeByOffer(system: System, id: bigint): Promise<number> {
  // An offer lets nothing start in the past.
  const soon = { deliverFrom: system.newTerms(id).deliverFrom + 600 };
  const [before, terms] = [system.newTerms(id, soon), system.newTerms(id, soon)];
  await system.openByOffer(before, 0);
  const open = await system.openByOffer(terms, 1);
  await system.waitUntil(terms.deliverFrom);
  return open + (await system.deliver(terms)) + (await system.confirm(terms));
}

/** Five ids of the issuer's, ten minutes of each. */
async function exchangeFiveIds(system: System): Promise<number> {
  const expiries = [1, 2, 3, 4, 5].map((year) => FAR_FUTURE + year * 31_536_000);
  for (const expiry of expiries) {
    await system.mint("issuer", system.address("buyer"), 20n, expiry);
    await system.mint("issuer", system.address("seller"), 1n, expiry);
  }
  const ids = expiries.map((expiry) => system.minuteId("issuer", expiry));
  const newTerms = () => system.newTerms(ids[0]!, { ids, amounts: ids.map(() => 10n) });
  await system.open(newTerms());
  const terms = newTerms();
  return (await system.open(terms)) + (await system.deliver(terms)) + (await system.confirm(terms));
}

/** A confirmation by which ninety minutes of the seller's come home, not for the first time. */
async function redeem(system: System): Promise<number> {
  const id = system.minuteId("seller");
  await system.mint("seller", system.address("buyer"), 300n);
  await system.open(system.newTerms(id));
  const [before, terms] = [system.newTerms(id), system.newTerms(id)];
  await system.open(before);
  await system.confirm(before);
  await system.open(terms);
  return system.confirm(terms);
}

/** Every step through the forwarder, which has carried a call of both parties before. */
async function exchangeGasless(system: System, id: bigint): Promise<number> {
  const { open, deliver, confirm } = system.gasless;
  const [before, terms] = [system.newTerms(id), system.newTerms(id)];
  await open(before);
  await deliver(before);
  return (await open(terms)) + (await deliver(terms)) + (await confirm(terms));
}

/** A transfer between holders, beside the same transfer in OpenZeppelin's ERC1155. */
async function compareTransfer(system: System, id: bigint) {
  await system.plainMint("buyer", id);
  await system.plainMint("seller", id);
  const transfer = await system.transfer("buyer", "seller", id);
  const transferOz = await system.plainTransfer("buyer", "seller", id);
  return { transfer, transferOz, transferVsOz: ratio(transfer, transferOz) };
}

/** A mint of an id its receiver already holds, beside the same mint in OpenZeppelin's ERC1155Supply. */
async function compareMint(system: System) {
  const id = system.minuteId("issuer");
  await system.plainSupplyMint("buyer", id);
  const mint = await system.mint("issuer", system.address("buyer"), 100n);
  const mintOzSupply = await system.plainSupplyMint("buyer", id);
  return { mint, mintOzSupply, mintVsOzSupply: ratio(mint, mintOzSupply) };
}

function ratio(a: number, b: number): number {
  return Math.round((a / b) * 10_000) / 10_000;
}
