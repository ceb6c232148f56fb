import type { ReactNode } from "react";
import { Dial } from "#web/components/motif/dial.tsx";

/** Nothing here yet: why, and the one thing to do about it. */
export function EmptyState({
  title,
  level: Heading = "h2",
  action,
  children,
}: {
  title: ReactNode;
  level?: "h1" | "h2" | "h3" | undefined;
  /** One LinkButton or Button. */
  action?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center gap-3 px-4 py-14 text-center">
      <Dial share={0.04} ticks className="mb-2 size-20" />
      <Heading className="text-section">{title}</Heading>
      {children ? <div className="max-w-md text-soft">{children}</div> : null}
      {action ? <div className="mt-3">{action}</div> : null}
    </div>
  );
}
