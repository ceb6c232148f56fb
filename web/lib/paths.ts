/** Every address of this site, in one place: pages link through here, never by a string of their own. */
export const paths = {
  market: () => "/",
  search: (query: string) => `/?${new URLSearchParams({ q: query })}`,
  listing: (id: string) => `/listings/${id}`,
  newListing: (kind?: "offer" | "request") => (kind ? `/listings/new?kind=${kind}` : "/listings/new"),
  editListing: (id: string) => `/listings/${id}/edit`,
  myListings: () => "/listings",
  /** Takes an upload. @param crop a square in pixels of the upright picture */
  uploadPhoto: (crop?: { x: number; y: number; side: number }) =>
    crop ? `/api/photos?crop=${crop.x},${crop.y},${crop.side}` : "/api/photos",
  photo: (id: string, size: "card" | "full") => `/api/photos/${id}/${size}`,
  /** What a place field suggests for what is typed. */
  findPlaces: (query: string) => `/api/places?${new URLSearchParams({ q: query })}`,
  /** What a skills field suggests for what is typed. */
  findSkills: (query: string) => `/api/skills?${new URLSearchParams({ q: query })}`,
  /** What the market's search field suggests for what is typed so far. */
  suggestions: (text: string) => `/api/suggestions?${new URLSearchParams({ q: text })}`,
  deals: () => "/deals",
  dealsTab: (tab: string) => `/deals?${new URLSearchParams({ tab })}`,
  deal: (id: string) => `/deals/${id}`,
  /** The deal with another time to suggest. @param start unix seconds */
  rescheduleDeal: (id: string, start: number) => `/deals/${id}?${new URLSearchParams({ start: String(start) })}`,
  /** A file, not a page. */
  receipt: (dealId: string) => `/deals/${dealId}/receipt`,
  proposal: (id: string) => `/proposals/${id}`,
  answerProposal: (id: string) => `/proposals/${id}/answer`,
  newProposal: (listingId: string) => `/proposals/new?listing=${listingId}`,
  /** @param at a day to show, `2026-11-24` */
  calendar: (at?: string) => (at ? `/calendar?at=${at}` : "/calendar"),
  /** @param before the oldest row of the page before */
  inbox: (before?: number) => (before ? `/inbox?before=${before}` : "/inbox"),
  searches: () => "/searches",
  calendarFeed: (secret: string) => `/api/calendar/${secret}`,
  importCalendar: (fileName: string) => `/api/calendar?${new URLSearchParams({ name: fileName })}`,
  bookingFile: (id: string) => `/api/bookings/${id}`,
  /** Who fits with me, and rings I could close. */
  matches: () => "/matches",
  dashboard: () => "/dashboard",
  wallet: () => "/tokens",
  promise: () => "/tokens/promise",
  send: (tokenId?: bigint) => withToken("/tokens/send", tokenId),
  convert: (tokenId?: bigint) => withToken("/tokens/convert", tokenId),
  burn: (tokenId?: bigint) => withToken("/tokens/burn", tokenId),
  token: (id: bigint | string) => `/tokens/${id}`,
  /** The directory of members. */
  community: () => "/members",
  /** @param before where its page begins: a cursor of the page before */
  activity: (before?: string) => (before ? `/activity?${new URLSearchParams({ before })}` : "/activity"),
  /** By handle, or by address where there is none. */
  member: (handleOrAddress: string) => `/members/${handleOrAddress}`,
  arbiter: () => "/deals?as=arbiter",
  profile: () => "/settings",
  sessions: () => "/settings/sessions",
  email: () => "/settings/email",
  /** Where the link in a mail leads. */
  verifyEmail: (token: string) => `/email/${token}`,
  blockedMembers: () => "/settings/blocked",
  /** @param next where to go afterwards: a path of this site */
  signIn: (next?: string) => (next ? `/sign-in?${new URLSearchParams({ next })}` : "/sign-in"),
  /** Where a sign-in arrives: newcomers choose a handle there, members go on to `next`. */
  welcome: (next: string) => `/welcome?${new URLSearchParams({ next })}`,
  signInNonce: () => "/api/auth/nonce",
  signInVerify: () => "/api/auth/verify",
  session: () => "/api/auth/session",
  transaction: (hash: string) => `/tx/${hash}`,
  /** By number, or by hash. */
  block: (numberOrHash: string) => `/blocks/${numberOrHash}`,
  address: (address: string) => `/addresses/${address}`,
  /** By handle, or by address where there is none; so are the next two. */
  promises: (handleOrAddress: string) => `/promises/${handleOrAddress}`,
  reputation: (handleOrAddress: string) => `/reputation/${handleOrAddress}`,
  arbiterRecord: (handleOrAddress: string) => `/arbiters/${handleOrAddress}`,
  find: (text: string) => `/find?${new URLSearchParams({ q: text })}`,
  findForm: () => "/find",
  verify: () => "/verify",
  design: () => "/design",
  /** @param after the last change the reader knows; empty to start now */
  live: (after: string) => (after ? `/api/live?after=${after}` : "/api/live"),
} as const;

function withToken(path: string, tokenId: bigint | undefined): string {
  return tokenId === undefined ? path : `${path}?id=${tokenId}`;
}
