import { CalendarDays, CircleUserRound, Handshake, Store, Wallet, type LucideIcon } from "lucide-react";
import { paths } from "#web/lib/paths.ts";

/** The five places of the house. `name` is a message of `common.nav`; `within` are the paths that belong to it. */
export const DESTINATIONS: {
  name: "market" | "deals" | "calendar" | "wallet" | "community";
  href: string;
  within: string[];
  icon: LucideIcon;
}[] = [
  { name: "market", href: paths.market(), within: ["/listings"], icon: Store },
  { name: "deals", href: paths.deals(), within: ["/deals", "/proposals"], icon: Handshake },
  { name: "calendar", href: paths.calendar(), within: [], icon: CalendarDays },
  { name: "wallet", href: paths.wallet(), within: ["/tokens", "/tx"], icon: Wallet },
  { name: "community", href: paths.community(), within: ["/members", "/activity"], icon: CircleUserRound },
];

/** Whether `pathname` is this place or lies within it. */
export function isHere(pathname: string, { href, within }: (typeof DESTINATIONS)[number]): boolean {
  return pathname === href || within.some((start) => pathname === start || pathname.startsWith(`${start}/`));
}
