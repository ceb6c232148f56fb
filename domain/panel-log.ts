import { encodeAbiParameters, encodeEventTopics, type AbiEvent, type Hex } from "viem";
import { arbiterPanelAbi } from "./generated/abi.ts";

/** The events a panel has. */
export type PanelEventName = Extract<(typeof arbiterPanelAbi)[number], { type: "event" }>["name"];

/** A log as the chain has it. */
export type RawLog = { topics: readonly (Hex | null)[]; data: Hex };

/**
 * A contract that only claims to be a panel can log bytes that one reader takes for arguments and another does not.
 * @param args what was read out of the log
 * @returns whether the log is to the byte what a panel's own code writes for these arguments
 */
export function isPlainPanelLog(name: PanelEventName, args: object, { topics, data }: RawLog): boolean {
  const event = arbiterPanelAbi.find(
    (item): item is AbiEvent & typeof item => item.type === "event" && item.name === name,
  );
  if (!event) return false;
  const values = args as Record<string, unknown>;
  const inputs = (event as AbiEvent).inputs.filter(({ indexed }) => !indexed);
  try {
    const plainTopics = encodeEventTopics({ abi: [event as AbiEvent], eventName: name, args: values });
    const plainData = encodeAbiParameters(
      inputs,
      inputs.map((input) => values[input.name ?? ""]),
    );
    return plainData === data && plainTopics.join() === topics.filter((topic) => topic !== null).join();
  } catch {
    // A value that is out of its type's range cannot be written at all.
    return false;
  }
}
