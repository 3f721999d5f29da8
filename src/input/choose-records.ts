// Which records of a file are read, as the plan chooses them by what their cells say; and what it adds up over.

import { nameKey, nearest, nearestFirst } from "../core/names.ts";
import { type Problem, problem } from "../core/problems/problems.ts";
import type { ColumnMap } from "../plan/data-schema.ts";
import type { At } from "../plan/validate.ts";
import type { Position } from "./column-positions.ts";
import { cellAt, type Record } from "./csv/csv.ts";
import type { Condition, Layout } from "./sources/layout.ts";

/** What a plan says of records beside the columns: which are read, over what they add up, and what their dates are. */
export function choiceOf(
  map: ColumnMap,
  position: Position,
  at: At,
): Pick<Layout, "where" | "additions" | "sums" | "dates"> {
  const where = map.where?.map(({ column, is, not }, index): Condition => {
    const path = ["where", typeof column === "string" ? column : index];
    return { column: position(column, path), is, not, place: at(path) };
  });
  const columns = map.add?.map((one, index) => position(one, ["add", index]));
  const dates = datesOf(map);
  return {
    ...(where && { where }),
    ...(columns && { additions: { columns, place: at(["add"]), leftOut: map.reason } }),
    ...((columns || map["each-record"]) && { sums: true }),
    ...(dates && { dates }),
  };
}

/** What the plan says of records that cannot be. */
export function choiceProblems({ missing, reason, add }: ColumnMap, at: At): Problem[] {
  const said =
    missing === undefined && reason === undefined ? 0 : missing === undefined || reason === undefined ? 1 : 2;
  if (said === 0 || (said === 2 && add)) return [];
  return [problem("missing-unsaid", at([missing === undefined ? "reason" : "missing"]), add === undefined)];
}

/** Records of events are of the month of their date. */
function datesOf({ dates, "each-record": isOfEvents }: ColumnMap): Layout["dates"] {
  if (dates === "month" || dates === "month begins") return "month begins";
  return dates === "snapshot" || (isOfEvents && dates === undefined) ? "within" : dates;
}

/** So many values of a column are remembered, for what is said of one that it does not have. */
const MOST_VALUES = 1_000;

/** Chooses the records of a file; at its end, values that the plan names and the columns do not have are problems. */
export function recordChooser({ where = [], headings }: Layout) {
  const conditions = where.map(({ is, not, ...more }) => {
    const texts = new Map([...(is ?? []), ...(not ?? [])].map((text) => [nameKey(text), text]));
    return { ...more, isChosen: is !== undefined, texts, seen: new Map<string, string>(), met: new Set<string>() };
  });
  return {
    /** Whether a record is one of those that are read. */
    takes(row: Record): boolean {
      let isTaken = true;
      for (const { column, isChosen, texts, seen, met } of conditions) {
        const said = cellAt(row, column).trim();
        const key = nameKey(said);
        const isNamed = texts.has(key);
        if (isNamed) met.add(key);
        else if (seen.size < MOST_VALUES) seen.set(key, said);
        if (isNamed !== isChosen) isTaken = false;
      }
      return isTaken;
    },
    problems: (): Problem[] =>
      conditions.flatMap(({ column, place, texts, seen, met }) =>
        [...texts].flatMap(([key, text]) => {
          if (met.has(key)) return [];
          const others = [...seen.values(), ...[...texts].flatMap(([other, name]) => (met.has(other) ? name : []))];
          const heading = headings[column] || `column ${column + 1}`;
          return [problem("value-unknown", place, heading, text, nearest(text, others), nearestFirst(text, others))];
        }),
      ),
  };
}
