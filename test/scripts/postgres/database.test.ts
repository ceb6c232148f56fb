import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { requireUnused, withClient } from "#scripts/postgres/database.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database?.drop());

const never = new AbortController().signal;

describe("given a database that is about to begin anew", () => {
  test("when somebody uses it, then that is said, with what to do", async () => {
    await withClient(database.url, () =>
      expect(requireUnused(database.url, never)).rejects.toThrow(
        /^The database test_\w+ is in use: end what else runs from this folder \(npm run dev\?\), then try again\.$/,
      ),
    );
  });

  test("when whoever used it has just been ended, then it is waited for", async () => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    setTimeout(() => void client.end(), 300);
    await requireUnused(database.url, never);
  });
});
