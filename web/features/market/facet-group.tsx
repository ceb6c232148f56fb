import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";

/** One facet with its choices, which a press of its name folds away. */
export function FacetGroup({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <details open={open} className="group border-b border-line py-1.5 last:border-b-0">
      <summary className="flex min-h-11 items-center justify-between rounded-[0.625rem] px-2 text-[0.9375rem] font-semibold [&::-webkit-details-marker]:hidden">
        {title}
        <ChevronDown
          aria-hidden="true"
          className="size-4 text-soft transition-transform duration-200 ease-settle group-open:rotate-180"
        />
      </summary>
      <div className="pb-2">{children}</div>
    </details>
  );
}
