import { StringDecoder } from "node:string_decoder";

/**
 * Cuts a stream of bytes into lines.
 * @returns what takes each piece of the stream; blank lines are left out
 */
export function lineReader(take: (line: string) => void): (piece: Buffer) => void {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  return (piece) => {
    const lines = (rest + decoder.write(piece)).split(/\r?\n/);
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.trim() !== "") take(line);
  };
}

const COLOURS = [36, 33, 35, 32, 34, 31];

/** Prints each line of each child behind its name, coloured where a person reads it. */
export function prefixedLog(out: NodeJS.WriteStream): (name: string, line: string) => void {
  const colours = new Map<string, number>();
  return (name, line) => {
    const colour = colours.get(name) ?? COLOURS[colours.size % COLOURS.length] ?? 0;
    colours.set(name, colour);
    const label = name.padEnd(8);
    out.write(out.isTTY ? `\u001b[${colour}m${label}\u001b[0m ${line}\n` : `${label} ${line}\n`);
  };
}
