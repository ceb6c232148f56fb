/** As many rows to a statement: fewer cost a journey to Postgres for a few rows each, more cost memory. */
const ROWS_AT_ONCE = 500;

type Batch<Row> = { rows: Row[]; written: Promise<unknown> };

/**
 * Gathers what is to be written while Postgres is busy with what was given before.
 * @param write writes some rows; called again once it has settled
 * @returns gives rows to be written, and settles when they are
 */
export function gatherWrites<Row>(
  write: (rows: readonly Row[]) => Promise<unknown>,
): (rows: Iterable<Row>) => Promise<void> {
  let open: Batch<Row> | null = null;
  let previous: Promise<unknown> = Promise.resolve();

  function begin(): Batch<Row> {
    const rows: Row[] = [];
    const written = previous.then(() => {
      if (open?.rows === rows) open = null;
      return write(rows);
    });
    previous = written.catch(() => undefined);
    return { rows, written };
  }

  function gather(row: Row): Promise<unknown> {
    const batch = (open ??= begin());
    batch.rows.push(row);
    if (batch.rows.length === ROWS_AT_ONCE) open = null;
    return batch.written;
  }

  return async (rows) => {
    await Promise.all(new Set(Array.from(rows, gather)));
  };
}
