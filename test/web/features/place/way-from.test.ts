import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { distanceKm } from "#domain/place.ts";
import { createSeeded } from "#scripts/trial/seeded.ts";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { onEarth } from "#web/db/schema/on-earth.ts";
import { isWithin, kmFrom } from "#web/features/place/way-from.ts";

const { between } = createSeeded(23);
const somewhere = () => ({ latitude: between(-4_500, 4_500) / 50, longitude: between(-9_000, 9_000) / 50 });
const nearby = ({ latitude, longitude }: { latitude: number; longitude: number }) => ({
  latitude: Math.max(-90, Math.min(90, latitude + between(-60, 60) / 50)),
  longitude: Math.max(-180, Math.min(180, longitude + between(-60, 60) / 50)),
});

let database: ConnectedDatabase;
beforeAll(async () => {
  database = await connectTestDatabase();
});
afterAll(() => database.close());

describe("given places all over the earth, poles and date line too", () => {
  it("measures the way as the domain does, and has within reach what is no further", async () => {
    const pairs = Array.from({ length: 300 }, (_, index) => {
      const from = somewhere();
      return { from, to: index % 2 === 0 ? somewhere() : nearby(from) };
    });
    for (const { from, to } of pairs) {
      const km = distanceKm(from, to);
      const reach = [5, 25, 100, 1_000].map((most) => isWithin(from, onEarth(to), most));
      const { rows } = await database.db.execute<{ km: number; within: boolean[] }>(
        sql`select ${kmFrom(from, onEarth(to))} as km, array[${sql.join(reach, sql`, `)}] as within`,
      );
      expect(rows[0]?.km).toBeCloseTo(km, 3);
      expect(rows[0]?.within).toEqual([5, 25, 100, 1_000].map((most) => km <= most));
    }
  });
});
