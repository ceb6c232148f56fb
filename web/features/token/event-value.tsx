import type { ReactNode } from "react";
import type { Address } from "viem";
import { isTokenId } from "#domain/token-id.ts";
import { TextLink } from "#web/components/ui/text-link.tsx";
import type { People } from "#web/features/people/queries.ts";
import { isAddressValue } from "#web/features/token/transaction-reading.ts";
import { shortenHex } from "#web/lib/format.ts";
import { paths } from "#web/lib/paths.ts";

/** One value out of an event: names before addresses, tokens and deals as links, everything else as it is. */
export function EventValue({
  name = "",
  value,
  people,
  contracts,
}: {
  /** The value's name in the event. */
  name?: string | undefined;
  value: unknown;
  people: People;
  contracts: Record<Address, string>;
}): ReactNode {
  if (Array.isArray(value))
    return (
      <span className="flex flex-wrap justify-end gap-x-2">
        {value.map((item, index) => (
          <EventValue key={index} name={name} value={item} people={people} contracts={contracts} />
        ))}
      </span>
    );
  if (isAddressValue(value)) {
    const address = value.toLowerCase() as Address;
    const contract = contracts[address];
    if (contract) return <span title={address}>{contract}</span>;
    const person = people[address];
    return (
      <TextLink href={paths.member(person?.handle ?? address)} prefetch={false} title={address}>
        {person?.name ?? shortenHex(address)}
      </TextLink>
    );
  }
  if (typeof value === "bigint" && isTokenId(value))
    return (
      <TextLink href={paths.token(value)} prefetch={false} className="font-mono text-sm">
        {shortenHex(`0x${value.toString(16)}`)}
      </TextLink>
    );
  if (typeof value === "string" && value.startsWith("0x")) {
    const short = <span className="font-mono text-sm">{shortenHex(value)}</span>;
    return name === "dealId" ? (
      <TextLink href={paths.deal(value)} prefetch={false}>
        {short}
      </TextLink>
    ) : (
      <span title={value}>{short}</span>
    );
  }
  if (typeof value === "object" && value !== null)
    return (
      <span className="flex flex-wrap justify-end gap-x-3 text-sm">
        {Object.entries(value).map(([key, item]) => (
          <span key={key}>
            <span className="text-soft">{key}</span>{" "}
            <EventValue name={key} value={item} people={people} contracts={contracts} />
          </span>
        ))}
      </span>
    );
  return <span className="tabular-nums">{String(value)}</span>;
}
