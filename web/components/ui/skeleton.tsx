import { classNames } from "#web/components/class-names.ts";

/** The shape of what is still on its way; give it the size of what will stand there. */
export function Skeleton({ className }: { className: string }) {
  return (
    <span aria-hidden="true" className={classNames("block animate-pulse rounded-control bg-line/70", className)} />
  );
}
