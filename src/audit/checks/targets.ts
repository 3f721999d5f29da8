// Targets printed beside aims: "reduce by 50%" of a baseline of 18,304 is 9,152.

import { findPeriod } from "../../core/heading-period.ts";
import { add, divide, type Interval, point, printsAs, rangeText, span, subtract } from "../../core/interval.ts";
import { compareExact, exact, isMultiple, isZero, minus, plus, times } from "../../core/number.ts";
import type { Aim } from "../../plan/aims/aim.ts";
import { aimPublished } from "../../plan/aims/index.ts";
import { kindWords } from "../read/headings.ts";
import type { TableRow } from "../read/read-table.ts";
import { type PrintedValue, readValue, type Values } from "../rows/printed-value.ts";
import { bases } from "../rows/verdicts.ts";
import type { AuditCheck, CellCheck, NumberedTable, SumPart } from "./check.ts";

export const targets: AuditCheck = { name: "targets", sums };

/** What a target may be, by one figure of its row or by its aim alone. */
interface Meant {
  readonly baseline?: PrintedValue;
  readonly range: Interval;
  readonly aim: Aim;
}

/** Each target against its aim and its baseline, where the heading says that it is one and the aim comes to one. */
function sums(context: NumberedTable): CellCheck[] {
  const aimAt = context.columns.find(({ role }) => role?.kind === "aim")?.heading.column;
  if (aimAt === undefined) return [];
  return context.columns.flatMap(({ heading, role }) => {
    const said = role?.kind === "other" ? saysTarget(`${heading.group} ${heading.text}`) : undefined;
    if (said === undefined || !role) return [];
    const made = context.rows.flatMap(({ row, values }): CellCheck[] => {
      const target = row.continues ? undefined : readValue(row.cells[heading.column - 1] ?? "", role, heading.column);
      const meant = target ? meantBy(row.cells[aimAt - 1] ?? "", target, values, context.force) : [];
      return target && meant.length > 0 ? [checked(context.table.file, row, target, meant)] : [];
    });
    const fails = made.filter(({ status }) => status === "does-not-match").length;
    // A target of a year may be a step on the way; and where none follows, all may be of another baseline.
    const isCertain = said === "the aim's" ? made.length === 1 || fails < made.length : fails * 2 < made.length;
    return isCertain ? made : made.map(unsure);
  });
}

/** Whether a heading is of what an aim comes to, or of what may be a step on the way to it; nothing for any other. */
function saysTarget(heading: string): "the aim's" | "a year's" | undefined {
  const plain = heading.replace(/\s+/g, " ").trim();
  const period = findPeriod(plain, false);
  const undated = (period === undefined ? plain : plain.replace(period, ""))
    .replace(/\b(19|20)\d\d([/-]\d\d(\d\d)?)?\b/, "")
    .replace(/[():]|\b(for|by|in|aims?|the)\b/gi, " ")
    .replace(/\s+/g, " ")
    .trim();
  const isTarget = /^(target|goal)( (numbers?|no\.?|figure|value|count|volume|rate|level|percentage|%))?$/i.test(
    undated,
  );
  return isTarget ? (/\d/.test(plain) ? "a year's" : "the aim's") : undefined;
}

/** What a printed target may be, the usual basis first; nothing where the aim comes to none, or the cell repeats its amount. */
function meantBy(words: string, target: PrintedValue, values: Values, force: string): Meant[] {
  const aim = aimPublished(words);
  if (!aim?.target || aim.amount === undefined) return [];
  if (aim.needs.length === 0) return /^%?$/.test(aim.unit ?? "") ? [{ aim, range: point(aim.target(undefined)) }] : [];
  if (compareExact(target.number.abs(), aim.amount) === 0) return [];
  const able = aim.relative || aim.unit === "" ? bases : /point/i.test(aim.unit ?? "") ? (["percent"] as const) : [];
  const figures = able.flatMap((kind) =>
    [...values.values()].filter(
      ({ role, column }) =>
        column !== undefined && role.kind === kind && role.when === "baseline" && role.area === force,
    ),
  );
  if (target.percent && !figures.some(({ role }) => role.kind === "percent")) return [];
  return figures.map((baseline) => ({ aim, baseline, range: between(aim, baseline.interval) }));
}

const zero = exact(0);
/** The target at both ends of what a baseline can be: it moves with the baseline, or against it, all the way. */
const between = ({ target }: Aim, { from, to }: Interval): Interval =>
  span([target?.(from) ?? zero, target?.(to) ?? zero]);

/** The baseline that a target is of: a target is so much, and so many times the baseline. */
function baselineOf({ target }: Aim, printed: Interval): Interval | undefined {
  const fixed = target?.(zero) ?? zero;
  const slope = minus(target?.(exact(1)) ?? zero, fixed);
  return isZero(slope) ? undefined : divide(subtract(printed, point(fixed)), point(slope));
}

/** What else may stand there: the change to the target; and of a percentage, so many points rather than a share of it. */
function alternatives({ aim, baseline, range }: Meant): Interval[] {
  if (!baseline) return [];
  const change = subtract(range, baseline.interval);
  const points = baseline.role.kind === "percent" ? aim.amount : undefined;
  const moved = points && (aim.better === "lower" ? minus(zero, points) : points);
  return [change, subtract(point(zero), change), ...(moved ? [add(baseline.interval, point(moved))] : [])];
}

/** The tens, hundreds or thousands that a target was rounded to; nothing where it was not. */
function roundedTo({ number, places }: PrintedValue, range: Interval): string | undefined {
  if (places > 0 || isZero(number)) return undefined;
  return ["10", "100", "1000"].find((digits) => {
    const unit = exact(digits);
    const isSmall = compareExact(times(unit, exact(4)), number.abs()) <= 0;
    const isWithin =
      compareExact(minus(number, unit), range.to) < 0 && compareExact(range.from, plus(number, unit)) < 0;
    return isMultiple(number, unit) && isSmall && isWithin;
  });
}

function checked(file: string, row: TableRow, target: PrintedValue, meant: readonly Meant[]): CellCheck {
  const [usual] = meant.filter(({ range }) => printsAs(target, range).usual);
  const isOther = !usual && meant.flatMap(alternatives).some((range) => printsAs(target, range).usual);
  const rounded = meant.flatMap((one) => {
    const by = printsAs(target, one.range).others[0] ?? roundedWords(roundedTo(target, one.range));
    return by === undefined ? [] : [{ by, one }];
  })[0];
  const { aim, baseline, range } = (usual ?? rounded?.one ?? meant[0]) as Meant;
  const status = usual || isOther ? "matches" : rounded ? "other-rounding" : "does-not-match";
  const of: CellCheck = { row, column: target.column ?? 1, check: "target", status, range };
  if (isOther) return of;
  const parts = (): SumPart[] => {
    const needed = baseline && baselineOf(aim, target.interval);
    return [
      { line: row.line, value: target, needed: range },
      ...(baseline && needed ? [{ line: row.line, value: baseline, needed }] : []),
    ];
  };
  if (status === "matches") return { ...of, parts };
  const by = baseline
    ? `, and by the baseline ${kindWords[baseline.role.kind]} ${baseline.text} that is ${rangeText(range, target.places)}`
    : "";
  const how = rounded ? `, which prints so only by ${rounded.by}` : "";
  const inputs = baseline?.column === undefined ? [] : [{ file, line: row.line, column: baseline.column }];
  return { ...of, finding: { class: status, message: `target: the aim is ${aim.words}${by}${how}`, inputs }, parts };
}

const roundedWords = (unit: string | undefined): string | undefined =>
  unit === undefined ? undefined : `rounding to ${unit}s`;

/** A target that fails where the others do not tell that it should hold. */
function unsure({ parts: _, ...sum }: CellCheck): CellCheck {
  if (sum.status !== "does-not-match" || !sum.finding) return sum;
  const message = `${sum.finding.message}; it may be a step on the way, or of another baseline`;
  return { ...sum, status: "cannot-be-checked", finding: { ...sum.finding, class: "cannot-be-checked", message } };
}
