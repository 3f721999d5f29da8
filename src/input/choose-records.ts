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

/** What the plan says of records that cannot be; `columns` is how many columns of values it names, that of events included. */
export function choiceProblems(map: ColumnMap, at: At, columns: number): Problem[] {
  const { missing, reason, add, dates, "each-record": isOfEvents } = map;
  const said = [missing, reason].filter((one) => one !== undefined).length;
  const isUnsaid = said === 1 || (said === 2 && !add);
  const events = isOfEvents === undefined ? undefined : eventTrouble(map, dates, columns);
  return [
    ...(isUnsaid
      ? [problem("missing-unsaid", at([missing === undefined ? "reason" : "missing"]), add === undefined)]
      : []),
    ...(events === undefined ? [] : [problem("events-unclear", at(["each-record"]), events)]),
  ];
}

/** What keeps records from being counted, if anything. */
function eventTrouble({ columns }: ColumnMap, dates: ColumnMap["dates"], values: number) {
  if (!columns) return "no columns" as const;
  if (values > 1) return "values too" as const;
  return dates === "year ending" ? ("years" as const) : undefined;
}

/** Records of events are of the month of their date. */
function datesOf({ dates, "each-record": isOfEvents }: ColumnMap): Layout["dates"] {
  if (dates === "month" || dates === "month begins") return "month begins";
  return dates === "snapshot" || (isOfEvents && dates === undefined) ? "within" : dates;
}

/** Whether the cells of a record are as they must be. */
export const meets = (row: Record, where: readonly Condition[] = []): boolean =>
  where.every(({ column, is, not = [] }) => {
    const said = nameKey(cellAt(row, column).trim());
    const isIn = (texts: readonly string[]): boolean => texts.some((text) => nameKey(text) === said);
    return is ? isIn(is) : !isIn(not);
  });

/** So many values of a column are remembered, for what is said of one that it does not have. */
const MOST_VALUES = 1_000;

/** Chooses the records of a file; at its end, values that the plan names and the columns do not have are problems. */
export function recordChooser({ where = [], headings }: Layout) {
  const keys = (texts: readonly string[] | undefined) => texts && new Set(texts.map(nameKey));
  const conditions = where.map(({ is, not, ...more }) => {
    const texts = new Map([...(is ?? []), ...(not ?? [])].map((text) => [nameKey(text), text]));
    const said = { isOf: keys(is), isNot: keys(not), texts };
    return { ...more, ...said, seen: new Map<string, string>(), met: new Set<string>() };
  });
  return {
    /** Whether a record is one of those that are read. */
    takes(row: Record): boolean {
      let isTaken = true;
      for (const { column, isOf, isNot, texts, seen, met } of conditions) {
        const said = cellAt(row, column).trim();
        const key = nameKey(said);
        if (texts.has(key)) met.add(key);
        else if (seen.size < MOST_VALUES) seen.set(key, said);
        if ((isOf && !isOf.has(key)) || isNot?.has(key)) isTaken = false;
      }
      return isTaken;
    },
    problems: (): Problem[] =>
      conditions.flatMap(({ column, place, texts, seen, met }) =>
        [...texts].flatMap(([key, text]) => {
          if (met.has(key) || !place) return [];
          const others = [...seen.values(), ...[...texts].flatMap(([other, name]) => (met.has(other) ? name : []))];
          const heading = headings[column] || `column ${column + 1}`;
          return [problem("value-unknown", place, heading, text, nearest(text, others), nearestFirst(text, others))];
        }),
      ),
  };
}
