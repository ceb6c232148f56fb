type Handler = { name: string; fn: unknown };

/** What handlers know as `ponder`: gathers them, and Ponder takes them from `fns`. */
export const ponder = {
  fns: [] as Handler[],
  on(name: string, fn: unknown): void {
    ponder.fns.push({ name, fn });
  },
};
