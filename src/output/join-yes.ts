// Columns of yes and no under one heading, such as those of the priorities, as one column that names those that are.
import { inRuns } from "../core/runs.ts";
import type { Cell, Column, Table } from "./table.ts";

/** A run of yes-columns of one group becomes one column, which names those that are: "CSC, ELC". */
export function joinYes({ columns, rows, ...rest }: Table): Table {
  const isYes = (index: number): boolean => rows.every((row) => "yes" in (row[index] ?? {}));
  const groupOf = (index: number): string => columns[index]?.group ?? "";
  const runs = inRuns(
    columns.keys(),
    (last, next) => groupOf(last) !== "" && groupOf(last) === groupOf(next) && isYes(last) && isYes(next),
  );
  const isJoined = (run: readonly number[]): boolean => rows.length > 0 && isYes(run[0] ?? 0);
  return {
    ...rest,
    columns: runs.flatMap((run): Column[] => {
      const [first] = run.map((index) => columns[index]);
      if (!first) return [];
      return [isJoined(run) ? { group: "", heading: first.group || first.heading, numeric: false } : first];
    }),
    rows: rows.map((row) =>
      runs.map((run): Cell => {
        const [first = { text: "" }] = run.map((index) => row[index]).filter((cell) => cell !== undefined);
        if (!isJoined(run)) return first;
        const named = run.filter((index) => {
          const cell = row[index];
          return cell && "yes" in cell && cell.yes;
        });
        return { text: named.map((index) => columns[index]?.heading ?? "").join(", ") };
      }),
    ),
  };
}
