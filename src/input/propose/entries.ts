// The value columns of a proposal: runs of periods, areas or series across, one by one with their kinds, series and periods.

import { spreadsheetHint } from "../../core/spreadsheet-dates.ts";
import { isArea } from "./areas.ts";
import { oddCells, type SeenColumn } from "./column.ts";
import { isUnit } from "./headings.ts";
import { type KindFound, kindSeen } from "./kinds.ts";
import { isPeriodHeading, periodSaid, shortYears, yearIn } from "./periods.ts";
import { CHOOSE, inQuotes, shown } from "./yaml.ts";

/** A column of values, or a run of them, as it is proposed. */
export interface Entry {
  readonly column: SeenColumn;
  readonly to: SeenColumn;
  readonly kind: KindFound;
  readonly headings?: "period" | "area";
  readonly series?: string;
  readonly period?: string;
  /** What has to be known of it. */
  readonly remark?: string;
}

/** Columns whose headings are periods or areas, as runs of one kind; nothing where there are none. */
export function runsAcross(values: readonly SeenColumn[], titles: readonly string[]): Entry[] {
  const periods = values.filter(({ heading }) => isPeriodHeading(heading) && !/^\d{1,2}$/.test(heading));
  const areas = values.filter(({ heading }) => isArea(heading));
  const of = areas.length > 1 && areas.length > periods.length ? "area" : "period";
  const across = of === "area" ? areas : periods;
  const runs: SeenColumn[][] = [];
  for (const column of across) {
    const run = runs.at(-1) ?? [];
    const last = run.at(-1);
    const isAgain = run.some(({ heading }) => heading === column.heading);
    const isNext = last?.index === column.index - 1 && kindSeen(last, titles).kind === kindSeen(column, titles).kind;
    if (isNext && !isAgain) runs.at(-1)?.push(column);
    else runs.push([column]);
  }
  const isTwice = new Set(across.map(({ heading }) => heading)).size < across.length;
  return runs.flatMap((run) => {
    const [first] = run;
    if (!first) return [];
    const over = isTwice ? first.words.slice(1).find((one) => !isUnit(one)) : undefined;
    const last = run.at(-1) ?? first;
    const kind = kindSeen({ ...first, ...together(run) }, titles);
    const hint = run
      .map(({ heading }) => (shortYears(heading) ? undefined : spreadsheetDate(heading)))
      .find((one) => one);
    const odd = run.flatMap((column) => oddRemark(column) ?? []).join("; ");
    const remark = [hint, odd].filter((one) => one).join("; ");
    return [
      {
        column: first,
        to: last,
        kind,
        headings: of,
        ...(over && { series: over }),
        ...(remark !== "" && { remark }),
      } as const,
    ];
  });
}

/** What a heading has to be written as, where a spreadsheet made it; the first days of months are said once for all. */
const spreadsheetDate = (heading: string): string | undefined => {
  const hint = spreadsheetHint(heading);
  return hint?.includes("dates: month") ? undefined : hint;
};

/** Columns of one run as one, to tell their kind by. */
const together = (run: readonly SeenColumn[]): Pick<SeenColumn, "values" | "isWhole"> => ({
  values: run.flatMap(({ values }) => values.slice(0, 200)),
  isWhole: run.every(({ isWhole }) => isWhole),
});

/** Cells among numbers that are none. */
export function oddRemark(column: SeenColumn): string | undefined {
  const odd = oddCells(column);
  if (odd.length === 0) return undefined;
  const some = odd.slice(0, 3).map(shown).join(", ");
  return `${shown(column.heading)} has ${some}${odd.length > 3 ? ` and ${odd.length - 3} more` : ""}, which ${odd.length === 1 ? "is no number and is" : "are no numbers and are"} refused`;
}

/** Columns of values one by one: each with its kind, and the series and the period that the words over it say. */
export function entriesOf(
  values: readonly SeenColumn[],
  titles: readonly string[],
  hasPeriod: boolean,
  name: string,
): Entry[] {
  const entries = values.map((column): Entry => {
    const kind = kindSeen(column, titles);
    const isOfPeople = ["population", "households", "people"].includes(kind.kind);
    const said = hasPeriod ? undefined : (periodSaid(column.words.join(" ; "), isOfPeople) ?? yearIn(column.heading));
    const words = column.words.filter((one) => !isUnit(one) && periodSaid(one) === undefined);
    const remark = oddRemark(column);
    const series = words[0] ?? name;
    return { column, to: column, kind, series, ...(said !== undefined && { period: said }), ...(remark && { remark }) };
  });
  // Two of one kind and period are told apart by their whole headings.
  const key = ({ kind, series, period }: Entry): string => `${kind.kind}\n${series}\n${period}`;
  const isTwice = (one: Entry): boolean => entries.filter((other) => key(other) === key(one)).length > 1;
  return entries.map((one) => (isTwice(one) ? { ...one, series: one.column.words.join(", ") || name } : one));
}

/** A value column as a line of YAML. */
export function entryLine(
  { column, to, kind, headings, series, period, remark }: Entry,
  refer: (column: SeenColumn) => string,
): string {
  const parts = [
    column === to ? `column: ${refer(column)}` : `column: ${column.index + 1}, to: ${to.index + 1}`,
    `kind: ${kind.kind}`,
    ...(kind.isFraction ? ["fraction: true"] : []),
    ...(kind.per === undefined ? [] : [`per: ${kind.per}`]),
    ...(headings ? [`headings: ${headings}`] : []),
    ...(series === undefined ? [] : [`series: ${inQuotes(series)}`]),
    ...(period === undefined ? [] : [`period: ${inQuotes(period)}`]),
  ];
  const run = column === to ? "" : ` ${shown(column.heading)} to ${shown(to.heading)}`;
  const what = column !== to || !Number.isNaN(Number(refer(column))) ? run || ` ${shown(column.heading)}` : "";
  const notes = [
    ...(kind.doubt ? [`${CHOOSE.slice(2)}: ${kind.doubt}`] : what === "" ? [] : [what.trim()]),
    ...(remark ? [remark] : []),
  ].join("; ");
  return `        - { ${parts.join(", ")} }${notes === "" ? "" : ` # ${notes}`}`;
}
