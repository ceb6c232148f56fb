"use client";

import { Tabs as BaseTabs } from "@base-ui/react/tabs";
import type { ReactNode } from "react";

export type Tab = { value: string; label: ReactNode; panel: ReactNode };

/** Several views of one thing, one at a time. Views that deserve an address of their own are links (TabLinks). */
export function Tabs({ label, tabs, defaultValue }: { label: string; tabs: Tab[]; defaultValue?: string | undefined }) {
  return (
    <BaseTabs.Root defaultValue={defaultValue ?? tabs[0]?.value ?? null}>
      <BaseTabs.List
        aria-label={label}
        className="relative flex gap-1 overflow-x-auto border-b border-line [scrollbar-width:none]"
      >
        {tabs.map(({ value, label: name }) => (
          <BaseTabs.Tab
            key={value}
            value={value}
            className="min-h-11 shrink-0 px-3 text-[0.9375rem] font-medium text-soft -outline-offset-2 transition-colors hover:text-ink data-active:text-ink"
          >
            {name}
          </BaseTabs.Tab>
        ))}
        <BaseTabs.Indicator className="absolute bottom-0 left-(--active-tab-left) h-0.5 w-(--active-tab-width) rounded-full bg-brand transition-[left,width] duration-200 ease-settle" />
      </BaseTabs.List>
      {tabs.map(({ value, panel }) => (
        <BaseTabs.Panel key={value} value={value} className="pt-5">
          {panel}
        </BaseTabs.Panel>
      ))}
    </BaseTabs.Root>
  );
}
