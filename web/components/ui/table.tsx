import type { ReactNode } from "react";
import { classNames } from "#web/components/class-names.ts";

export type Column<Row> = {
  key: string;
  title: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the end of their column, digit under digit. */
  numeric?: boolean;
  /** Left out on a phone: what the reader can do without. */
  wide?: boolean;
};

/** Rows and columns with a caption for those who hear it. The first column names the row. */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
}: {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
}) {
  const lastOnPhone = columns.findLast(({ wide }) => !wide);
  const cellStyle = (column: Column<Row>) =>
    classNames(
      "px-3 py-3 first:ps-0 last:pe-0",
      column === lastOnPhone && "max-sm:pe-0",
      column.numeric ? "text-end tabular-nums" : "text-start",
      column.wide && "hidden sm:table-cell",
    );
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full border-collapse text-[0.9375rem]">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line text-sm text-soft">
            {columns.map((column) => (
              <th key={column.key} scope="col" className={classNames(cellStyle(column), "font-medium")}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row" className={classNames(cellStyle(column), "font-medium")}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={cellStyle(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
