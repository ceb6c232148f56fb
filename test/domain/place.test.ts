import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coarsen, distanceKm, type Coordinates } from "#domain/place.ts";

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
