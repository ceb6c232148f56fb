import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { database } from "#web/db/client.ts";
import { readPeople } from "#web/features/people/queries.ts";
import { addressesIn, readTransaction } from "#web/features/token/transaction-reading.ts";
import { TransactionView } from "#web/features/token/transaction-view.tsx";
import { chainReader } from "#web/lib/chain.ts";
import { system } from "#web/lib/system.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("token.transaction");
  return { title: t("title") };
}

/** One transaction, read from the node alone: how it went, and what our contracts said in it. */
export default async function TransactionPage({ params }: PageProps<"/tx/[hash]">) {
  const { hash } = await params;
  if (!/^0x[0-9a-f]{64}$/i.test(hash)) notFound();
  const transaction = await readTransaction(chainReader(), hash.toLowerCase() as `0x${string}`);
  if (!transaction) notFound();
  const people = await readPeople(database(), addressesIn(transaction));
  return <TransactionView transaction={transaction} people={people} system={system()} />;
}
