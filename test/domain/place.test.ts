import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Box, boxAround, coarsen, distanceKm, type Coordinates } from "#domain/place.ts";

const anywhere = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

const BERLIN: Coordinates = { latitude: 52.52437, longitude: 13.41053 };
const DUBLIN: Coordinates = { latitude: 53.33306, longitude: -6.24889 };

describe("given coordinates", () => {
  it("keeps two kilometres of them, and no more", () => {
    expect(coarsen(BERLIN)).toEqual({ latitude: 52.52, longitude: 13.42 });
    expect(coarsen({ latitude: -0.004, longitude: 0 })).toEqual({ latitude: 0, longitude: 0 });
  });
  it("changes nothing that is coarse already, and moves nothing further than half a step", () => {
    fc.assert(
      fc.property(anywhere, (exact) => {
        const coarse = coarsen(exact);
        expect(coarsen(coarse)).toEqual(coarse);
        expect(Math.abs(coarse.latitude - exact.latitude)).toBeLessThanOrEqual(0.010_000_1);
        expect(Math.abs(coarse.longitude - exact.longitude)).toBeLessThanOrEqual(0.010_000_1);
        expect(Math.abs(coarse.latitude)).toBeLessThanOrEqual(90);
        expect(Math.abs(coarse.longitude)).toBeLessThanOrEqual(180);
      }),
    );
  });
});

describe("given two places", () => {
  it("tells the way between them, the same both ways", () => {
    expect(distanceKm(BERLIN, DUBLIN)).toBeCloseTo(1_317, -1);
    fc.assert(
      fc.property(anywhere, anywhere, (a, b) => {
        const km = distanceKm(a, b);
        expect(km).toBeGreaterThanOrEqual(0);
        expect(km).toBeLessThanOrEqual(20_016);
        expect(distanceKm(b, a)).toBeCloseTo(km, 6);
      }),
    );
  });
});

describe("given a reach around a place", () => {
  const holds = ({ south, north, longitudes }: Box, { latitude, longitude }: Coordinates) =>
    latitude >= south &&
    latitude <= north &&
    longitudes.some(({ west, east }) => longitude >= west && longitude <= east);

  it("draws a box around all that lies within, over the date line and the poles too", () => {
    const shift = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        anywhere,
        shift,
        shift,
        fc.double({ min: 0.001, max: 20_015, noNaN: true }),
        (from, up, aside, km) => {
          const spread = (km / 111) * 3;
          const to = {
            latitude: Math.max(-90, Math.min(90, from.latitude + up * spread)),
            longitude: ((((from.longitude + aside * spread + 180) % 360) + 360) % 360) - 180,
          };
          fc.pre(distanceKm(from, to) <= km);
          expect(holds(boxAround(from, km), to)).toBe(true);
        },
      ),
    );
  });
  it("leaves out what lies further than its corners", () => {
    const box = boxAround(BERLIN, 50);
    expect(holds(box, { ...BERLIN, latitude: BERLIN.latitude + 0.46 })).toBe(false);
    expect(holds(box, { ...BERLIN, longitude: BERLIN.longitude + 0.75 })).toBe(false);
    expect(boxAround({ latitude: 0, longitude: 179.9 }, 50).longitudes).toHaveLength(2);
  });
});
