import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { INDEX_STATES, type IndexState } from "#domain/index-state.ts";
import { HeadLine } from "#web/features/head/head-line.tsx";
import { IndexWarning } from "#web/features/head/index-warning.tsx";
import { type LiveState, type Status, statusOf } from "#web/features/head/status.ts";
import en from "#web/messages/en/common.json" with { type: "json" };
import es from "#web/messages/es/common.json" with { type: "json" };

const NOW = new Date("2026-11-22T12:00:00Z");
const head = { block: 1_388, timestamp: NOW.getTime() / 1_000 - 180 };
const lag = { blocks: 7, seconds: 90 };
const told = (state: IndexState, more: Partial<LiveState> = {}): LiveState => ({
  connection: "open",
  head,
  status: { state, lag, index: "tt_1" },
  unread: null,
  ...more,
});

function shown(current: LiveState, locale: "en" | "es" = "en"): string {
  const messages = { common: locale === "en" ? en : es };
  const page = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages} now={NOW} timeZone="UTC">
      <HeadLine current={current} now={NOW} />
      <IndexWarning status={statusOf(current)} />
    </NextIntlClientProvider>,
  );
  return page.replaceAll(/<[^>]+>/g, "").replaceAll("\u00a0", " ");
}

const WORDS: Record<Exclude<Status, "connecting">, [foot: string, warning: string]> = {
  live: ["Live·synced to block 1,388", ""],
  catchingUp: ["Catching up·synced to block 1,388·7 blocks (90 seconds) behind the chain", ""],
  resyncing: [
    "Resyncing: what you see may change·synced to block 1,388·7 blocks (90 seconds) behind the chain",
    en.head.warning.resyncing,
  ],
  chainUnreachable: [
    "Chain not reachable, trying again·synced to block 1,388·7 blocks (90 seconds) behind the chain·mined 3 minutes ago",
    en.head.warning.chainUnreachable,
  ],
  unreachable: [
    "Not reachable, trying again·synced to block 1,388·7 blocks (90 seconds) behind the chain",
    en.head.warning.unreachable,
  ],
};

describe("given what a page hears of the index", () => {
  it.each([
    ["live", told("live")],
    ["catchingUp", told("catching_up")],
    ["resyncing", told("resyncing")],
    ["chainUnreachable", told("chain_unreachable")],
    ["unreachable", told("live", { connection: "lost" })],
  ] as const)("tells %s at its foot, and warns above where somebody could act on what is not so", (status, current) => {
    expect(statusOf(current)).toBe(status);
    expect(shown(current)).toBe(WORDS[status].join(""));
  });
  it("says nothing it does not know", () => {
    const nothing: LiveState = { connection: "connecting", head: null, status: null, unread: null };
    expect(shown(nothing)).toBe("Connecting");
    expect(shown({ ...nothing, connection: "lost" })).toBe(`Not reachable, trying again${en.head.warning.unreachable}`);
    expect(shown(told("resyncing", { head: null, status: { state: "resyncing", lag: null, index: null } }))).toBe(
      `Resyncing: what you see may change${en.head.warning.resyncing}`,
    );
  });
  it.each(INDEX_STATES)("has words of its own for %s in Spanish", (state) => {
    const spoken = shown(told(state), "es");
    expect(spoken).not.toMatch(/common\.|head\./);
    expect(spoken).not.toBe(shown(told(state)));
  });
});
