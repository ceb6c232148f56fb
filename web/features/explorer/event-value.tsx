import type { ReactNode } from "react";
import { type Address, type Hex, isHex } from "viem";
import { isTokenId } from "#domain/token-id.ts";
import { TextLink } from "#web/components/ui/text-link.tsx";
import type { People } from "#web/features/people/queries.ts";
import { isAddressValue } from "#web/features/explorer/transaction-reading.ts";
import { shortenHex } from "#web/lib/format.ts";
import { paths } from "#web/lib/paths.ts";

interface Names {
  people: People;
  /** Contracts by address, as they are called. */
  contracts: Record<Address, string>;
}

/** One value out of an event: names before addresses, tokens and deals as links, everything else as it is. */
export function EventValue({
  name = "",
  value,
  ...names
}: Names & {
  /** The value's name in the event. */
  name?: string | undefined;
  value: unknown;
}): ReactNode {
  if (Array.isArray(value))
    return (
      <span className="flex flex-wrap justify-end gap-x-2">
        {value.map((item: unknown, index) => (
          <EventValue key={index} name={name} value={item} {...names} />
        ))}
      </span>
    );
  if (isAddressValue(value)) return <AddressValue address={value.toLowerCase() as Address} {...names} />;
  if (typeof value === "bigint" && isTokenId(value))
    return (
      <TextLink href={paths.token(value)} prefetch={false} className="font-mono text-sm">
        {shortenHex(`0x${value.toString(16)}`)}
      </TextLink>
    );
  if (isHex(value)) return <HexValue name={name} value={value} />;
  if (typeof value === "object" && value !== null)
    return (
      <span className="flex flex-wrap justify-end gap-x-3 text-sm">
        {Object.entries(value).map(([key, item]: [string, unknown]) => (
          <span key={key}>
            <span className="text-soft">{key}</span> <EventValue name={key} value={item} {...names} />
          </span>
        ))}
      </span>
    );
  // A nonce can be 78 digits long.
  return <span className="tabular-nums wrap-anywhere">{String(value)}</span>;
}

function AddressValue({ address, people, contracts }: Names & { address: Address }) {
  const contract = contracts[address];
  if (contract) return <span title={address}>{contract}</span>;
  const person = people[address];
  return (
    <TextLink href={paths.member(person?.handle ?? address)} prefetch={false} title={address}>
      {person?.name ?? shortenHex(address)}
    </TextLink>
  );
}

function HexValue({ name, value }: { name: string; value: Hex }) {
  const short = <span className="font-mono text-sm">{shortenHex(value)}</span>;
  if (name !== "dealId") return <span title={value}>{short}</span>;
  return (
    <TextLink href={paths.deal(value)} prefetch={false}>
      {short}
    </TextLink>
  );
}
