"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { toast } from "sonner";
import { blockAction, unblockAction } from "#web/features/blocking/actions.ts";

/** Blocks and unblocks, and says what came of it. */
export function useBlocking({ address, name }: { address: string; name: string }) {
  const t = useTranslations("blocking");
  const tRefusal = useTranslations("errors.app");
  const router = useRouter();
  const [pending, start] = useTransition();

  const run = (act: typeof blockAction, done: string, afterwards?: () => void) =>
    start(async () => {
      const answer = await act({ address }).catch(() => null);
      if (answer?.ok) toast.success(done);
      else toast.error(tRefusal(answer?.refusal.code ?? "unavailable"));
      afterwards?.();
      router.refresh();
    });

  return {
    pending,
    block: (afterwards: () => void) => run(blockAction, t("blockedNow", { name }), afterwards),
    unblock: () => run(unblockAction, t("unblockedNow", { name })),
  };
}
