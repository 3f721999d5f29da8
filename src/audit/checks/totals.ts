// Rows that call themselves a total, against the rows that they may be the total of.

import { type Interval, printsAs, rangeText } from "../../core/interval.ts";
import { compareExact, type Exact, exact, isMultiple, isZero, minus, over, times } from "../../core/number.ts";
import type { Finding } from "../findings.ts";
import type { TableRow } from "../read/read-table.ts";
import { type PrintedValue, type Role, roleKey } from "../rows/printed-value.ts";
import type { AuditCheck, CellCheck, NumberedTable } from "./check.ts";
import { cellsIn, isTotal, mayBeTotal, type NumberAt, partsOf, sumOf } from "./sum.ts";

export const totals: AuditCheck = { name: "totals", sums };

type Rows = NumberedTable["rows"];

/** One number of a total with those of its rows. */
interface Added {
  readonly role: Role;
  readonly total: PrintedValue;
  readonly cells: readonly NumberAt[];
  readonly sum: Interval;
  readonly holds: boolean;
}

/** Kinds that add up; of values, money and people do, and times and scores do not. */
const isLevelThatAdds = ({ kind, unit }: Role): boolean =>
  kind === "count" || (kind === "value" && isAmount.test(unit));
const addsUp = (role: Role): boolean =>
  isLevelThatAdds(role) || role.kind === "variance" || (role.kind === "difference" && isAmount.test(role.unit));
const isAmount = /^([£€$]|pounds|people)$/;
/** A row that is a part of another one. */
const isPart = /^(of which|of whom|of these|including)\b/i;
const ONE_ALONE = "one column alone adds up";
/** A total that names what is not in its rows, or what of them is not in it. */
const namesOthers = /\b(incl|excl)(\.|uding|udes)?(?![a-z])/i;

/** Each total with the rows that most of its columns are the sum of: all of them, or those between two totals. */
function sums(context: NumberedTable): CellCheck[] {
  const { rows, force, table } = context;
  // A list of the measures of several tables has totals of each of them.
  if (table.headings.some(({ text }) => /^table$/i.test(text))) return [];
  return rows.flatMap(({ row }, index) => {
    const isCertain = isTotal(row.name);
    if (!(isCertain || mayBeTotal(row.name, force)) || row.continues) return [];
    const [above, below] = [rows.slice(0, index), rows.slice(index + 1)];
    const next = below.findIndex((one) => isTotal(one.row.name));
    const since = above.findLastIndex((one) => isTotal(one.row.name));
    const all =
      parts(above).length > 1 ? { rows: parts(above), where: "above" } : { rows: parts(below), where: "below" };
    const tried = [
      all,
      { rows: parts(above.slice(since + 1)), where: "above" },
      { rows: parts(next < 0 ? below : below.slice(0, next)), where: "below" },
    ]
      .filter((one) => one.rows.length > 1)
      .map(({ rows: of, where }) => ({ words: `the ${of.length} rows ${where}`, added: addedOf(context, index, of) }));
    const [first] = tried;
    if (!first) return [];
    const { added, words } = tried.reduce((a, b) => (held(b.added) > held(a.added) ? b : a), first);
    if (!isCertain && held(added) === 0) return [];
    // Of two columns, a third is the difference: any two that add up convict another, and one may by chance.
    const why = namesOthers.test(row.name)
      ? "its name says that it is not of these rows alone"
      : held(added) === 1
        ? added.some(({ holds, role }) => holds && isLevelThatAdds(role))
          ? ONE_ALONE
          : "their change alone adds up"
        : undefined;
    return held(added) > 0 ? added.map((one) => summed(context, row, one, words, why)) : unlike(row, added, words);
  });
}

const parts = (rows: Rows): Rows => rows.filter(({ row }) => !isTotal(row.name) && !isPart.test(row.name));
const held = (added: readonly Added[]): number => added.filter(({ holds }) => holds).length;

function addedOf({ rows, columns }: NumberedTable, index: number, of: Rows): Added[] {
  return columns.flatMap(({ role }): Added[] => {
    const total = role && addsUp(role) ? rows[index]?.values.get(roleKey(role)) : undefined;
    const cells = role ? cellsIn(of, role) : [];
    if (!role || !total || cells.length !== of.length) return [];
    const sum = sumOf(cells.map(({ value }) => value.interval));
    return [{ role, total, cells, sum, holds: printsAs(total, sum).usual }];
  });
}

function summed(
  context: NumberedTable,
  row: TableRow,
  added: Added,
  words: string,
  whyOpen: string | undefined,
): CellCheck {
  const { total, cells, sum, holds } = added;
  const { column = 1 } = total;
  const of = { row, column, check: "total", range: sum };
  const parts = () => [{ line: row.line, value: total, needed: sum }, ...partsOf(cells, sum, total.interval)];
  if (holds) return { ...of, status: "matches", parts };
  const message = `total: ${words} add to ${rangeText(sum, total.places)}`;
  const isNoted = [{ line: row.line, value: total }, ...cells].some(({ line, value }) =>
    context.rows.some((one) => one.row.line === line && one.row.noted?.has(value.column ?? 0)),
  );
  // So few numbers as three may all end in 0 by chance.
  const why = isNoted
    ? "a note marks some of them, which may be why"
    : cells.length > 3 && isRounded(added)
      ? "all are rounded, which may be why"
      : whyOpen;
  if (why === undefined)
    return { ...of, status: "does-not-match", finding: { class: "does-not-match", message }, parts };
  // What is so near must be meant as their sum, or lacks little of it.
  const isDoubtful = why === ONE_ALONE && isNearTo(added);
  const finding = {
    class: isDoubtful ? "total-differs" : "cannot-be-checked",
    message: `${message}; ${why}`,
  } as const;
  return { ...of, status: "cannot-be-checked", finding };
}

/** How far a total is from its rows: above their sum where it is positive. */
const distance = ({ total, sum }: Added): Exact => minus(total.number, sum.from);

/** Whether the rows are so nearly the whole of a total that they must be meant by it: within 5 % of it. */
const isNearTo = (added: Added): boolean =>
  !isZero(added.total.number) &&
  compareExact(over(distance(added).abs(), added.total.number.abs()), exact("0.05")) <= 0;

/** Numbers that all end alike were rounded, each by up to half of what they are rounded to. */
function isRounded({ total, cells, sum }: Added): boolean {
  const numbers = [total, ...cells.map(({ value }) => value)].map(({ number }) => number);
  const unit = ["1000", "100", "10", "5"].map(exact).find((one) => numbers.every((number) => isMultiple(number, one)));
  const most = unit && times(times(unit, exact(numbers.length)), exact("0.5"));
  return most !== undefined && compareExact(minus(total.number, sum.from).abs(), most) <= 0;
}

/** A total that is the sum of the rows in no column. A row that is not shown puts it above them in every one. */
function unlike(row: TableRow, added: readonly Added[], words: string): CellCheck[] {
  const levels = added.filter(({ role }) => isLevelThatAdds(role));
  const [first] = levels.length > 0 ? levels : added;
  if (!first) return [];
  const [isAbove, isBelow] = [1, -1].map(
    (side) => levels.length > 0 && levels.every((one) => compareExact(distance(one), exact(0)) === side),
  );
  const sum = rangeText(first.sum, first.total.places);
  const every = added.length > 1 ? ", in every column" : "";
  const isNear = levels.length > 0 && levels.every(isNearTo) && !namesOthers.test(row.name);
  const [kind, message]: [Finding["class"], string] =
    levels.length > 0 && levels.every(isRounded)
      ? ["cannot-be-checked", `${words} add to ${sum}; all are rounded, which may be why`]
      : isAbove
        ? [
            // Some offences below all recorded crime are the usual case.
            isNear ? "total-differs" : "cannot-be-checked",
            `it is more than ${words} add to${every} (${sum} here): it is of more than these rows, or one is missing`,
          ]
        : isBelow && isNear
          ? [
              "total-differs",
              `it is less than ${words} add to${every} (${sum} here): they overlap, or it is of fewer rows`,
            ]
          : isNear
            ? [
                "does-not-match",
                `${words} add to it in no column (to ${sum} here), and it is more in some and less in others`,
              ]
            : ["cannot-be-checked", "it is not the sum of the other rows in any column; they may overlap"];
  const status = kind === "does-not-match" ? kind : "cannot-be-checked";
  const finding = { class: kind, message: `total: ${message}` };
  return [{ row, column: first.total.column ?? 1, check: "total", range: first.sum, status, finding }];
}
