import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Coordinates, distanceKm } from "#domain/place.ts";
import { createSeeded } from "#scripts/trial/seeded.ts";
import { type ConnectedDatabase, connectTestDatabase } from "#test/support/connected-database.ts";
import { isWithin, kmFrom } from "#web/features/place/way-from.ts";

const { between, pick } = createSeeded(23);
const REACHES = [5, 25, 100, 1_000, 12_000, 20_015];

const somewhere = () => ({ latitude: between(-4_500, 4_500) / 50, longitude: between(-9_000, 9_000) / 50 });
const atAnEdge = () => ({
  latitude: pick([90, -90, 89.9, -89.7, between(-3_000, 3_000) / 50]),
  longitude: pick([180, -180, 179.96, -179.5, between(-9_000, 9_000) / 50]),
});
const nearby = ({ latitude, longitude }: Coordinates) => ({
  latitude: Math.max(-90, Math.min(90, latitude + between(-60, 60) / 50)),
  longitude: wrapped(longitude + between(-60, 60) / 50),
});
const wrapped = (longitude: number) => (Math.abs(longitude) > 180 ? longitude - Math.sign(longitude) * 360 : longitude);

const written = ({ latitude, longitude }: Coordinates) => ({
  latitude: sql`${latitude}::float8`,
  longitude: sql`${longitude}::float8`,
});

let database: ConnectedDatabase;
beforeAll(async () => {
  database = await connectTestDatabase();
});
afterAll(() => database.close());

describe("given places all over the earth, poles and date line too", () => {
  it("measures the way as the domain does, and has within reach what is no further", async () => {
    const pairs = Array.from({ length: 450 }, (_, index) => {
      const from = index % 3 === 0 ? somewhere() : atAnEdge();
      return { from, to: index % 2 === 0 ? somewhere() : nearby(from) };
    });
    for (const { from, to } of pairs) {
      const km = distanceKm(from, to);
      const reach = REACHES.map((most) => isWithin(from, written(to), most));
      const { rows } = await database.db.execute<{ km: number; within: boolean[] }>(
        sql`select ${kmFrom(from, written(to))} as km, array[${sql.join(reach, sql`, `)}] as within`,
      );
      expect(rows[0]?.km).toBeCloseTo(km, 3);
      expect(rows[0]?.within).toEqual(REACHES.map((most) => km <= most));
    }
  });
});
