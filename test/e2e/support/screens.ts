import { query } from "./database.ts";

/** One screen of the site, for the checks and pictures every screen gets. */
export interface Screen {
  name: string;
  /** Who looks at it. */
  as: "visitor" | "member";
  /** Its path; the demo community's story supplies the ids. */
  path: (ids: ScreenIds) => string;
}

export interface ScreenIds {
  listing: string;
  ownListing: string;
  otherHandle: string;
  liveDeal: string;
  closedDeal: string;
  disputedDeal: string;
  proposal: string;
  bookable: string;
  token: string;
  transaction: string;
  block: string;
  issuer: string;
  arbiter: string;
}

/** The demo member whose eyes the screens are seen with: in the middle of several deals. */
export const VIEWER = { name: "Inés Romero", handle: "ines" };

export const SCREENS: readonly Screen[] = [
  { name: "market", as: "visitor", path: () => "/" },
  { name: "market search", as: "visitor", path: () => "/?q=bike" },
  { name: "listing", as: "visitor", path: ({ listing }) => `/listings/${listing}` },
  { name: "sign-in", as: "visitor", path: () => "/sign-in" },
  { name: "members", as: "visitor", path: () => "/members" },
  { name: "member", as: "visitor", path: ({ otherHandle }) => `/members/${otherHandle}` },
  { name: "verify", as: "visitor", path: () => "/verify" },
  { name: "design", as: "visitor", path: () => "/design" },
  { name: "token", as: "visitor", path: ({ token }) => `/tokens/${token}` },
  { name: "transaction", as: "visitor", path: ({ transaction }) => `/tx/${transaction}` },
  { name: "block", as: "visitor", path: ({ block }) => `/blocks/${block}` },
  { name: "address", as: "visitor", path: ({ issuer }) => `/addresses/${issuer}` },
  { name: "promise record", as: "visitor", path: ({ issuer }) => `/promises/${issuer}` },
  { name: "reputation", as: "visitor", path: () => `/reputation/${VIEWER.handle}` },
  { name: "arbiter record", as: "visitor", path: ({ arbiter }) => `/arbiters/${arbiter}` },
  { name: "nothing found", as: "visitor", path: () => "/find?q=99999999" },
  { name: "dashboard", as: "member", path: () => "/dashboard" },
  { name: "own listings", as: "member", path: () => "/listings" },
  { name: "listing editor", as: "member", path: ({ ownListing }) => `/listings/${ownListing}/edit` },
  { name: "new listing", as: "member", path: () => "/listings/new" },
  { name: "deals", as: "member", path: () => "/deals" },
  { name: "deal under way", as: "member", path: ({ liveDeal }) => `/deals/${liveDeal}` },
  { name: "deal over", as: "member", path: ({ closedDeal }) => `/deals/${closedDeal}` },
  { name: "deal in dispute", as: "member", path: ({ disputedDeal }) => `/deals/${disputedDeal}` },
  { name: "new proposal", as: "member", path: ({ listing }) => `/proposals/new?listing=${listing}` },
  { name: "slots", as: "member", path: ({ bookable }) => `/proposals/new?listing=${bookable}` },
  { name: "calendar", as: "member", path: () => "/calendar" },
  { name: "proposal", as: "member", path: ({ proposal }) => `/proposals/${proposal}` },
  { name: "tokens", as: "member", path: () => "/tokens" },
  { name: "promise", as: "member", path: () => "/tokens/promise" },
  { name: "send", as: "member", path: () => "/tokens/send" },
  { name: "convert", as: "member", path: () => "/tokens/convert" },
  { name: "burn", as: "member", path: () => "/tokens/burn" },
  { name: "settings", as: "member", path: () => "/settings" },
  { name: "devices", as: "member", path: () => "/settings/sessions" },
  { name: "e-mail", as: "member", path: () => "/settings/email" },
  { name: "e-mail link over", as: "visitor", path: () => `/email/${"x".repeat(43)}` },
  { name: "blocked members", as: "member", path: () => "/settings/blocked" },
  { name: "inbox", as: "member", path: () => "/inbox" },
  { name: "saved searches", as: "member", path: () => "/searches" },
  { name: "market by distance", as: "member", path: () => "/?near=52.5%2C13.4%2CBerlin&within=10&sort=nearest" },
  { name: "activity", as: "visitor", path: () => "/activity" },
  { name: "members by filter", as: "visitor", path: () => "/members?language=es" },
];

/** Finds something to show for every screen in what the demo community lived. */
export async function findScreenIds(): Promise<ScreenIds> {
  const [found] = await query<ScreenIds>(
    `with viewer as (select address from app.member where handle = $1),
       mine as (select d.* from chain.deal d, viewer where viewer.address in (d.buyer, d.seller))
     select
       (select id from app.listing, viewer where owner <> address and status = 'published' and kind = 'offer'
          and welcome = 'anyone' order by id limit 1) as "listing",
       (select id from app.listing, viewer where owner = address order by id limit 1) as "ownListing",
       (select handle from app.member, viewer where member.address <> viewer.address and bio <> '' order by handle limit 1)
         as "otherHandle",
       (select id from mine where status in ('active', 'delivered') order by status desc, opened_at limit 1) as "liveDeal",
       (select id from mine where status = 'closed' and rateable order by opened_at desc limit 1) as "closedDeal",
       (select id from chain.deal order by (status = 'disputed') desc, opened_at desc limit 1) as "disputedDeal",
       (select p.id from app.proposal p, viewer where viewer.address in (p.buyer, p.seller) order by p.created_at desc limit 1)
         as "proposal",
       (select l.id from app.listing l join app.availability a on a.member = l.owner, viewer
          where l.owner <> viewer.address and l.status = 'published' and l.kind = 'offer' order by l.id limit 1) as "bookable",
       (select id::text from chain.token order by minted desc, id limit 1) as "token",
       (select tx_hash from chain.swap order by block, log_index limit 1) as "transaction",
       (select block::text from chain.transfer order by block desc limit 1) as "block",
       (select address from chain.issuer order by minted_minutes desc, address limit 1) as "issuer",
       (select address from chain.arbiter order by ruled desc, address limit 1) as "arbiter"`,
    [VIEWER.handle],
  );
  if (!found) throw new Error(`There is no demo member ${VIEWER.handle}`);
  return found;
}
