"use client";

import { ChevronDown } from "lucide-react";
import { type ReactNode, useState } from "react";

/** Something not everybody wants, behind its name. */
export function Disclosure({
  title,
  startsOpen,
  needed,
  children,
}: {
  title: ReactNode;
  startsOpen: boolean;
  /** It opens by itself whenever this becomes true: something in it wants to be seen. */
  needed: boolean;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(startsOpen || needed);
  const [wasNeeded, setWasNeeded] = useState(needed);
  if (needed !== wasNeeded) {
    setWasNeeded(needed);
    if (needed) setOpen(true);
  }
  return (
    <details
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="group rounded-card border border-line px-4 open:pb-5"
    >
      <summary className="flex min-h-12 cursor-pointer items-center justify-between gap-3 text-[0.9375rem] font-semibold [&::-webkit-details-marker]:hidden">
        {title}
        <ChevronDown
          aria-hidden="true"
          className="size-4 shrink-0 text-soft transition-transform duration-200 ease-settle group-open:rotate-180"
        />
      </summary>
      <div className="pt-2">{children}</div>
    </details>
  );
}
