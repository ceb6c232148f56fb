import { zeroAddress, type Address, type Hex } from "viem";
import { potMinutes } from "#domain/split.ts";
import { checkTerms, type SystemContracts, type Terms, type TermsProblem } from "#domain/terms.ts";
import { packTokenId, unpackTokenId } from "#domain/token-id.ts";
import { isWelcome, type WelcomeRule } from "#domain/welcome.ts";
import { AppError } from "#web/lib/errors.ts";
import type { Agreement } from "#web/features/proposal/schema.ts";

/** What terms are drawn up from. Instants are unix seconds. */
export type Draft = {
  buyer: Address;
  seller: Address;
  minutes: number;
  deliverFrom: number;
  deliverBy: number;
  welcome: WelcomeRule;
  /** Of issuers; null for somebody nobody has judged yet. */
  scoreOf: (issuer: Address) => number | null;
  agreement: Agreement;
  brief: Hex;
  salt: Hex;
};

/** The sentence for what the escrow would refuse. */
const SENTENCES: Record<TermsProblem["error"], string> = {
  TimeEscrow_BadRoles: "arbiter",
  TimeEscrow_BadPayment: "payment",
  TimeEscrow_AcceptByPassed: "acceptBy",
  TimeEscrow_BadDeliverBy: "deliverBy",
  TimeEscrow_BadWindow: "window",
  TimeEscrow_BadBps: "fee",
  TimeEscrow_ExpiresTooSoon: "paymentExpires",
};

/**
 * Draws up the full terms of a deal.
 * @param now unix seconds
 * @throws AppError `invalid_input` naming the field where the escrow would refuse the terms, the payment is not the
 * price, or the seller does not take promises of the issuers named under `unwelcome`
 */
export function drawUpTerms(draft: Draft, now: number, system: SystemContracts): Terms {
  const { agreement, buyer, seller, deliverFrom, deliverBy, brief, salt } = draft;
  const { arbiter, appealArbiter, payment, ...rest } = agreement;
  const terms: Terms = {
    buyer,
    seller,
    arbiter,
    appealArbiter: appealArbiter ?? zeroAddress,
    ...payFor(payment, draft),
    ...rest,
    deliverFrom,
    deliverBy,
    brief,
    salt,
  };
  const [problem] = checkTerms(terms, now, system);
  if (problem) throw refuse(problem);
  checkPayment(terms, draft);
  return terms;
}

function payFor(payment: Agreement["payment"], { buyer, minutes }: Draft): Pick<Terms, "ids" | "amounts"> {
  if (payment.kind === "held") return { ids: payment.ids, amounts: payment.amounts };
  return { ids: [packTokenId({ issuer: buyer, unit: "minute", expiry: payment.expiry })], amounts: [BigInt(minutes)] };
}

function checkPayment(terms: Terms, { minutes, seller, welcome, scoreOf }: Draft): void {
  const total = potMinutes(terms).reduce((sum, part) => sum + part, 0);
  if (total !== minutes) throw new AppError("invalid_input", { fields: { payment: "paymentSum" } });
  const issuers = [...new Set(terms.ids.map((id) => unpackTokenId(id).issuer.toLowerCase() as Address))];
  const unwelcome = issuers.filter((issuer) => !isWelcome(welcome, issuer, { seller, scoreOf }));
  if (unwelcome.length === 0) return;
  const fields = { payment: `unwelcome.${welcome.welcome}`, unwelcome: unwelcome.join(" ") };
  throw new AppError("invalid_input", { fields });
}

function refuse({ error, field }: TermsProblem): AppError {
  return new AppError("invalid_input", { fields: { [formField(field)]: SENTENCES[error] } });
}

/** The field of the form that stands for one of the terms. */
function formField(field: keyof Terms): string {
  if (field === "ids" || field === "amounts") return "payment";
  if (field === "deliverFrom" || field === "deliverBy") return field;
  return field === "buyer" || field === "seller" ? "agreement.arbiter" : `agreement.${field}`;
}
