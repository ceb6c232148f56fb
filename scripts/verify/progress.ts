/** Tells a person how far a long task is. */
export type Progress = {
  /** @param part of the step that is done, 0–1 */
  show(step: string, part: number): void;
  /** A step is over: what came of it. */
  done(step: string): void;
};

const WIDTH = 24;

/** One line that is drawn anew on a terminal, and elsewhere plain lines of what is done. */
export function progressOn(out: NodeJS.WriteStream): Progress {
  const clear = out.isTTY ? "\r\u001b[2K" : "";
  return {
    show(step, part) {
      if (!out.isTTY) return;
      const full = Math.floor(WIDTH * Math.min(1, part));
      out.write(`${clear}${"█".repeat(full)}${"░".repeat(WIDTH - full)} ${Math.floor(100 * part)} % ${step}`);
    },
    done(step) {
      out.write(`${clear}${step}\n`);
    },
  };
}
