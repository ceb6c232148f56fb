/** Names the folder of the database server that `npm run dev` starts. */
export const DEV_SERVER = "dev";

/**
 * The database on a server started here: a demo begins anew with its chain; what belongs to a chain that stays is kept
 * beside it.
 * @param fresh whether the chain lives only as long as the stack
 */
export function databaseFor(fresh: boolean): string {
  return fresh ? "timetoken_fresh" : "timetoken";
}
