/** When jobs run by themselves, in crontab's words (UTC). A start that comes late makes up for what it missed. */
export const SCHEDULE = `
*/10 * * * * prune ?fill=1h&max=3
* * * * * reconcile_bookings ?max=3
* * * * * refresh_free_time ?max=3
*/5 * * * * propose_rings ?fill=1h&max=3
* * * * * follow_listings ?max=3
`;
