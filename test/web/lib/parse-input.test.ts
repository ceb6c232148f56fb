import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseInput } from "#web/lib/parse-input.ts";

const schema = z.object({ words: z.array(z.object({ said: z.string() })), at: z.date() });
const input = (said: string) => ({ words: [{ said: "well" }, { said }], at: new Date(0) });

describe("given half a character anywhere", () => {
  it.each(["\ud800", "a\udfffb"])("refuses %j, where no field has a sentence for it", (said) => {
    expect(() => parseInput(schema, input(said))).toThrow(expect.objectContaining({ code: "invalid_input" }));
  });
  it("takes whole ones", () => {
    expect(parseInput(schema, input("👩‍🌾"))).toEqual(input("👩‍🌾"));
  });
});
