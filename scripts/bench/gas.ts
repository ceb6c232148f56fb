import { deployForGas } from "./gas-system.ts";

type System = Awaited<ReturnType<typeof deployForGas>>;

const FAR_FUTURE = 4_102_444_800;

/**
 * Gas of the main paths: intrinsic gas included, cold storage (each step is a transaction of its own), one id issued by
 * neither party. "Steady" means the escrow and both parties already hold the id; `exchangeFirst` that none but the buyer
 * does.
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
  };
}

/** @returns an id of which buyer, seller and escrow hold some, the escrow through a deal that stays open. */
async function holdEverywhere(system: System): Promise<bigint> {
  const id = system.minuteId("issuer");
  await system.mint("issuer", system.address("buyer"), 1_000n);
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
