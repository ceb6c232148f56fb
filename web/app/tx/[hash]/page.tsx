import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { database } from "#web/db/client.ts";
import { dealsRatedIn, transactionFacts } from "#web/features/explorer/transaction-facts.ts";
import { addressesIn, readTransaction } from "#web/features/explorer/transaction-reading.ts";
import { readIndexedTransaction } from "#web/features/explorer/transaction-rows.ts";
import { TransactionView } from "#web/features/explorer/transaction-view.tsx";
import { readHead } from "#web/features/head/queries.ts";
import { readPeople } from "#web/features/people/queries.ts";
import { chainReader } from "#web/lib/chain.ts";
import { system } from "#web/lib/system.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("token.transaction");
  return { title: t("title") };
}

/** One transaction at the node, beside our index: how it went, and what our contracts said in it. */
export default async function TransactionPage({ params }: PageProps<"/tx/[hash]">) {
  const { hash } = await params;
  if (!/^0x[0-9a-f]{64}$/i.test(hash)) notFound();
  const place = { chain: chainReader(), db: database(), system: system() };
  const transaction = await readTransaction(place, hash.toLowerCase() as `0x${string}`);
  if (!transaction) notFound();
  const [people, indexed, head] = await Promise.all([
    readPeople(database(), addressesIn(transaction)),
    readIndexedTransaction(database(), transaction.hash, dealsRatedIn(transaction)),
    readHead(database()),
  ]);
  const behind = transaction.block === null || head === null || transaction.block > BigInt(head.block);
  return (
    <TransactionView
      transaction={transaction}
      facts={transactionFacts(transaction, indexed, place.system)}
      behind={behind}
      people={people}
    />
  );
}
