"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Hex } from "viem";
import { toast } from "sonner";
import { paths } from "#web/lib/paths.ts";

/** The one notice of a transaction: it changes as the transaction does, and leads to its page once it has a hash. */
export type TransactionToast = {
  confirm: (id: string, title: string) => void;
  pending: (id: string, title: string, hash: Hex) => void;
  indexing: (id: string, title: string, hash: Hex) => void;
  done: (id: string, title: string, hash: Hex) => void;
  failed: (id: string, title: string, sentence: string, hash?: Hex) => void;
  dismiss: (id: string) => void;
};

export function useTransactionToast(): TransactionToast {
  const router = useRouter();
  const t = useTranslations("transaction.toast");
  return useMemo(() => {
    const link = (hash: Hex) => ({ label: t("view"), onClick: () => router.push(paths.transaction(hash)) });
    return {
      confirm: (id, title) => void toast.loading(title, { id, description: t("confirm"), action: undefined }),
      pending: (id, title, hash) => void toast.loading(title, { id, description: t("pending"), action: link(hash) }),
      indexing: (id, title, hash) => void toast.loading(title, { id, description: t("indexing"), action: link(hash) }),
      done: (id, title, hash) =>
        void toast.success(title, { id, description: t("done"), action: link(hash), duration: 8_000 }),
      failed: (id, title, sentence, hash) =>
        void toast.error(title, { id, description: sentence, action: hash ? link(hash) : undefined, duration: 12_000 }),
      dismiss: (id) => void toast.dismiss(id),
    };
  }, [router, t]);
}
