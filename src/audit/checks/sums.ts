// What must add up down a table or within a cell: shares to 100 and of a total; and percentages that a base can give.

import {
  around,
  contains,
  divide,
  type Interval,
  multiply,
  PER_CENT,
  point,
  printsAs,
  rangeText,
} from "../../core/interval.ts";
import { ceiling, compareExact, exact, exactText, floor, HUNDRED, isZero, minus, times } from "../../core/number.ts";
import { kindWords } from "../read/headings.ts";
import type { TableRow } from "../read/read-table.ts";
import { type PrintedValue, type Role, roleKey, type Values } from "./cells.ts";
import type { Finding } from "./findings.ts";
import { cellsIn, isTotal, partsOf, placeIn, type SumCheck, type SumContext, sumOf } from "./sum-check.ts";
import { targets } from "./targets.ts";
import { totals } from "./totals.ts";

/** Everything of a table that must add up, and the targets of aims. */
export function tableSums(context: SumContext): SumCheck[] {
  const ofTotal = sharesOfTotal(context);
  // A share that its own number contradicts is told where it stands, not at the foot of its column as well.
  const isTold = ({ column }: SumCheck): boolean =>
    ofTotal.some((sum) => sum.column === column && sum.finding !== undefined);
  return [
    ...sharesInCells(context),
    ...sharesDown(context).filter((sum) => !isTold(sum)),
    ...ofTotal,
    ...totals(context),
    ...possible(context),
    ...targets(context),
  ];
}

/** "Pers: 40.01% Env: 52.11% Nuis: 7.87%": the shares of one cell. */
function sharesInCells(context: SumContext): SumCheck[] {
  return context.table.rows.flatMap((row) =>
    row.cells.flatMap((cell, index): SumCheck[] => {
      const shares = [...cell.matchAll(/(\d+(?:\.\d+)?) ?%/g)].map(([, digits = ""]) => ({
        number: exact(digits),
        places: digits.split(".")[1]?.length ?? 0,
      }));
      const kind = context.columns[index]?.role?.kind;
      if (shares.length < 2 || kind === "comment" || kind === "aim" || kind === "verdict") return [];
      const sum = sumOf(shares.map(around));
      const places = Math.max(...shares.map((share) => share.places));
      // Percentages of other things stand beside each other too; shares add to about the whole.
      const isShares = compareExact(minus(sum.from, HUNDRED).abs(), exact(10)) < 0;
      if (!isShares) return [];
      return [made(context, "shares", row, index + 1, cell, sum, HUNDRED, places, "the shares of the cell add to")];
    }),
  );
}

function made(
  context: SumContext,
  check: SumCheck["check"],
  row: TableRow,
  column: number,
  printed: string,
  sum: Interval,
  must: PrintedValue["number"],
  places: number,
  words: string,
): SumCheck {
  const holds = contains(sum, must);
  const at = placeIn(context, row, column);
  const message = `${words} ${rangeText(sum, places)}, not ${exactText(must)}`;
  return {
    ...{ check, line: row.line, column, measure: row.name, printed, range: sum },
    status: holds ? "matches" : "does-not-match",
    finding: holds
      ? undefined
      : { ...at, class: "does-not-match", printed, range: sum, message: `${check}: ${message}` },
  };
}

/** Rows that are shares of one whole: where they say so, or where most of the columns add to 100. */
function sharesDown(context: SumContext): SumCheck[] {
  const { table, columns, rows } = context;
  const measures = rows.filter(({ row }) => !row.continues && !isTotal(row.name));
  if (measures.length < 2) return [];
  const found = columns.flatMap(({ role, heading }) => {
    if (role?.kind !== "percent") return [];
    const cells = cellsIn(measures, role);
    if (cells.length !== measures.length) return [];
    const sum = sumOf(cells.map(({ value }) => value.interval));
    return [
      {
        column: heading.column,
        sum,
        cells,
        holds: contains(sum, HUNDRED),
        near: compareExact(minus(sum.from, HUNDRED).abs(), exact(5)) < 0,
      },
    ];
  });
  const said = /\bshares?\b|\bproportions? of\b|\bsplit\b/i.test(
    `${table.title} ${table.headings[0]?.text} ${table.file}`,
  );
  // A total of 100 %, or a row of all others, says that the rows are the shares of one whole.
  const isWhole =
    rows.some(({ row, values }) => isTotal(row.name) && columns.some(({ role }) => isHundred(role, values))) ||
    measures.some(({ row }) => isRest.test(row.name));
  const isShares =
    said || isWhole
      ? found.some(({ near }) => near)
      : measures.length > 2 && found.some(({ holds }) => holds) && found.every(({ near }) => near);
  const last = measures.at(-1)?.row;
  if (!isShares || !last) return [];
  return found
    .filter(({ near }) => near)
    .map(({ column, sum, cells }) => ({
      ...made(
        context,
        "shares",
        last,
        column,
        last.cells[column - 1] ?? "",
        sum,
        HUNDRED,
        Math.max(...cells.map(({ value }) => value.places)),
        "the shares of the column add to",
      ),
      parts: () => partsOf(cells, sum, PER_CENT),
    }));
}

const isRest = /^(all )?others?( \w+)?$|^(unknown|not known|not stated|don.?t know|remainder|the rest)$/i;
const isHundred = (role: Role | undefined, values: Values): boolean => {
  const value = role?.kind === "percent" ? values.get(roleKey(role)) : undefined;
  return value !== undefined && compareExact(value.number, HUNDRED) === 0;
};

/** Each percentage of a row as the share of its number in the total, where the total is printed as 100 %. */
function sharesOfTotal(context: SumContext): SumCheck[] {
  const { rows, columns } = context;
  const total = rows.find(
    ({ row, values }) => isTotal(row.name) && columns.some(({ role }) => isHundred(role, values)),
  );
  if (!total) return [];
  const shares = columns.flatMap(({ role }) => {
    const whole = role && isHundred(role, total.values) && total.values.get(countKey(role));
    return whole && !isZero(whole.number) ? [{ role, whole }] : [];
  });
  const made = rows.flatMap(({ row, values }) =>
    shares.flatMap(({ role, whole }): SumCheck[] => {
      const [share, part] = [values.get(roleKey(role)), values.get(countKey(role))];
      const range = part && divide(multiply(PER_CENT, part.interval), whole.interval);
      if (share?.column === undefined || !range || isTotal(row.name)) return [];
      const { usual, others } = printsAs(share, range);
      const holds = usual || others.length > 0;
      const message = `shares: ${part.text} of ${whole.text} is ${rangeText(range, share.places)}%`;
      const at = { ...placeIn(context, row, share.column), printed: share.text, range };
      return [
        {
          ...{ check: "shares", line: row.line, column: share.column, measure: row.name, printed: share.text, range },
          status: holds ? "matches" : "does-not-match",
          finding: holds ? undefined : { ...at, class: "does-not-match", message },
          parts: () => {
            const given = divide(multiply(share.interval, whole.interval), PER_CENT);
            const base = divide(multiply(PER_CENT, part.interval), share.interval);
            return [
              { line: row.line, value: share, needed: range },
              ...(given ? [{ line: row.line, value: part, needed: given }] : []),
              ...(base ? [{ line: total.row.line, value: whole, needed: base }] : []),
            ];
          },
        },
      ];
    }),
  );
  // Percentages of something else beside the numbers are no shares of their total.
  return made.filter(({ status }) => status === "matches").length * 2 > made.length ? made : [];
}
const countKey = (role: Role): string => roleKey({ ...role, kind: "count", unit: "" });

/** A percentage of so many persons is one of so many values: 33.4 % of 12 is none. */
function possible(context: SumContext): SumCheck[] {
  const bases = context.columns.flatMap(({ role }) => (role?.kind === "base" && !role.unweighted ? [role] : []));
  if (bases.length === 0) return [];
  return context.rows.flatMap(({ row, values }) =>
    [...values.values()].flatMap((value): SumCheck[] => {
      const { role, column } = value;
      if (role.kind !== "percent" || column === undefined) return [];
      const base = bases.find(
        (one) => (one.when ?? role.when) === role.when && (one.area === role.area || one.area === ""),
      );
      const persons = base && values.get(roleKey(base));
      if (!persons || isZero(persons.number)) return [];
      const holds = canBe(value, persons);
      const message = `${kindWords.percent}: no number of ${persons.text} is ${value.text}; the nearest are ${nearestPercentages(value, persons)}`;
      const finding: Finding | undefined = holds
        ? undefined
        : { ...placeIn(context, row, column), class: "impossible-percentage", printed: value.text, message };
      return [
        {
          check: "base",
          line: row.line,
          column,
          measure: row.name,
          printed: value.text,
          status: holds ? "matches" : "does-not-match",
          range: undefined,
          finding,
        },
      ];
    }),
  );
}

/** Whether a whole number of persons is printed as such a percentage of a base. */
export function canBe(percent: Pick<PrintedValue, "number" | "places">, base: Pick<PrintedValue, "number">): boolean {
  const persons = multiply(around(percent), point(base.number));
  const [from, to] = [ceiling(overHundred(persons.from)), floor(overHundred(persons.to))];
  if (compareExact(from, to) > 0) return false;
  const range = divide(point(times(HUNDRED, from)), point(base.number));
  return range !== undefined && (compareExact(from, to) < 0 || printsAs(percent, range).usual);
}
const overHundred = (value: PrintedValue["number"]): PrintedValue["number"] => times(value, exact("0.01"));

/** The percentages that the whole numbers next to it give. */
export function nearestPercentages(
  percent: Pick<PrintedValue, "number" | "places">,
  base: Pick<PrintedValue, "number">,
): string {
  const persons = overHundred(times(percent.number, base.number));
  const shares = [floor(persons), ceiling(persons)].map((whole) =>
    divide(point(times(HUNDRED, whole)), point(base.number)),
  );
  return shares.flatMap((share) => (share ? [`${rangeText(share, percent.places)}%`] : [])).join(" and ");
}
