import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { isHash, type Hex } from "viem";
import { database } from "#web/db/client.ts";
import { readBlock } from "#web/features/explorer/block-reading.ts";
import { BlockView } from "#web/features/explorer/block-view.tsx";
import { readHead } from "#web/features/head/queries.ts";
import { chainReader } from "#web/lib/chain.ts";
import { system } from "#web/lib/system.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("explorer.block");
  return { title: t("title") };
}

/** One block at the node, beside what our index has of it. */
export default async function BlockPage({ params }: PageProps<"/blocks/[id]">) {
  const id = parseBlockId((await params).id);
  if (id === null) notFound();
  const head = await readHead(database());
  const block = await readBlock({ chain: chainReader(), db: database(), system: system() }, id);
  if (!block) notFound();
  return <BlockView block={block} behind={head === null || block.number > head.block} />;
}

function parseBlockId(text: string): bigint | Hex | null {
  if (/^\d{1,15}$/.test(text)) return BigInt(text);
  return isHash(text) ? text : null;
}
