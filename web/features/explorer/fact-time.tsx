import { Instant } from "#web/components/ui/instant.tsx";

/** A time as a fact: its day and its hour, which stand under each other where there is little room. */
export function FactTime({ at }: { at: number }) {
  return (
    <span className="inline-flex flex-wrap justify-end gap-x-1.5">
      <Instant at={at} format="day" />
      <Instant at={at} format="time" />
    </span>
  );
}
