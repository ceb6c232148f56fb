import { ArcArt } from "#web/components/motif/arc-art.tsx";
import { Dial } from "#web/components/motif/dial.tsx";
import { Amount } from "#web/components/ui/amount.tsx";
import { Pill } from "#web/components/ui/pill.tsx";
import { TextLink } from "#web/components/ui/text-link.tsx";

const COLOURS = [
  "bg-paper",
  "bg-raised",
  "bg-sunk",
  "bg-line",
  "bg-edge",
  "bg-soft",
  "bg-ink",
  "bg-brand",
  "bg-brand-tint",
  "bg-time",
  "bg-time-tint",
  "bg-warn",
  "bg-warn-tint",
];

export function TypeSamples() {
  return (
    <div className="grid gap-8 lg:grid-cols-[1.4fr_1fr]">
      <div className="flex flex-col gap-4">
        <p className="display text-hero">What would you do with an hour?</p>
        <p className="display text-page">Marek Dvořák has delivered. Is it done?</p>
        <p className="display text-section">If you confirm now</p>
        <p className="display text-card">Conversational Spanish over coffee</p>
        <p className="max-w-xl">
          Pay with time, earn with time. Every hour here is somebody’s promise, and{" "}
          <TextLink href="#type">anyone can check it is kept</TextLink>. Žluťoučký kůň, Łódź, İstanbul, Şişli.
        </p>
        <p className="text-sm text-soft">Neither sees the other’s first · 18 Nov, 09:12 · block 47,003</p>
        <div className="flex flex-wrap gap-2">
          <Pill>60 min · Lucía · until Mar 2027</Pill>
          <Pill tone="brand">kept</Pill>
          <Pill tone="time">Free Thu 14:00</Pill>
          <Pill tone="warn">disputed</Pill>
          <Pill tone="ink">Everything 214</Pill>
        </div>
        <ul className="flex flex-wrap gap-2" aria-label="Colours">
          {COLOURS.map((colour) => (
            <li key={colour} className="w-16 text-xs text-soft">
              <span className={`block h-10 rounded-control border border-line ${colour}`} />
              {colour.slice(3)}
            </li>
          ))}
        </ul>
      </div>
      <div className="flex flex-col gap-5">
        <div className="flex flex-wrap items-center gap-6">
          <Dial share={0.53} label="12 h 40 min of 24 h" ticks className="size-36" />
          <div>
            <p className="text-sm text-soft">You hold</p>
            <Amount minutes={760} size="hero" />
          </div>
        </div>
        <div className="flex gap-4">
          <Dial share={0.25} tone="brand" className="size-16" />
          <Dial share={0.75} tone="warn" className="size-16" />
          <Dial share={1} className="size-16" />
        </div>
        <ArcArt seed="design" hue={152} className="h-28 rounded-card" />
      </div>
    </div>
  );
}
