import { describe, expect, it } from "vitest";
import * as abis from "#domain/generated/abi.ts";
import { ERROR_STATUS } from "#web/lib/errors.ts";
import english from "#web/messages/en/errors.json" with { type: "json" };
import spanish from "#web/messages/es/errors.json" with { type: "json" };

const contractErrors = Object.values(abis).flatMap((abi) =>
  abi.flatMap((item) => (item.type === "error" ? [item.name] : [])),
);

describe.each([
  ["English", english],
  ["Spanish", spanish],
])("in %s", (_, messages) => {
  it("every error of the contracts has a sentence, and no sentence is left over", () => {
    expect(Object.keys(messages.contract).sort()).toEqual([...new Set(contractErrors)].sort());
  });
  it("every refusal of ours has a sentence, and no sentence is left over", () => {
    expect(Object.keys(messages.app).sort()).toEqual(Object.keys(ERROR_STATUS).sort());
  });
  it("every sentence is one", () => {
    for (const sentence of [...Object.values(messages.contract), ...Object.values(messages.app)]) {
      expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
    }
  });
});
