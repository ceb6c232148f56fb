import type { ReactNode } from "react";
import { Dial } from "#web/components/motif/dial.tsx";

/** Something did not work: what, what it means for the reader, and what to do now. */
export function ErrorState({
  title,
  action,
  reference,
  children,
}: {
  title: ReactNode;
  action?: ReactNode;
  /** What support would ask for. */
  reference?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div role="alert" className="flex flex-col items-center gap-3 px-4 py-16 text-center">
      <Dial share={0.62} tone="warn" ticks className="mb-2 size-20" />
      <h1 className="text-page">{title}</h1>
      {children ? <div className="max-w-md text-soft">{children}</div> : null}
      {action ? <div className="mt-3">{action}</div> : null}
      {reference ? <p className="mt-4 text-sm text-soft">{reference}</p> : null}
    </div>
  );
}
