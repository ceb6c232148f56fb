import { describe, expect, test } from "vitest";
import { connect } from "#web/db/client.ts";
import { AppError, asRefusal } from "#web/lib/errors.ts";
import { createTestDatabase } from "#test/support/database.ts";

describe("given an error", () => {
  test("a refusal is itself, and anything unforeseen is none", () => {
    const refusal = new AppError("not_found");
    expect(asRefusal(refusal)).toBe(refusal);
    expect(asRefusal(new Error("no such column"))).toBeUndefined();
    expect(asRefusal("no error at all")).toBeUndefined();
  });

  test("a pool without a connection to give is for now unavailable", async () => {
    const database = await createTestDatabase();
    const { db, pool } = connect(database.url);
    pool.options.connectionTimeoutMillis = 100;
    const taken = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
    const error: unknown = await db.execute("select 1").catch((thrown: unknown) => thrown);
    for (const client of taken) client.release();
    await pool.end();
    await database.drop();
    expect(asRefusal(error)).toMatchObject({ code: "unavailable", status: 503, retryAfterSeconds: 5 });
  });
});
