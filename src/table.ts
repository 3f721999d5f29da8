// The columns of a table and how a cell reads: rounding for print happens here and nowhere else.
import { type Figure, isKnown, shorthand } from "./figure.ts";
import { fixed, withThousands } from "./number.ts";
import { periodLabel, populationDate } from "./period.ts";
import type { Measure, Plan } from "./plan.ts";
import type { Figures, ReportTable, Row, Side } from "./report.ts";

export type Cell =
  | { readonly text: string }
  | { readonly yes: boolean }
  | { readonly figure: Figure; readonly places: number };

export interface Column {
  /** Columns of one group stand together: "Baseline: 2019". */
  readonly group: string;
  readonly heading: string;
  /** What its values are, whichever area they are of: columns of one kind belong side by side. */
  readonly kind?: string;
  readonly numeric: boolean;
}

/** A table as every format prints it; its first column names the rows, and no two columns share group and heading. */
export interface Table {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** What must be read with the table: periods and populations, shorthand, the reason for each missing figure. */
  readonly notes: readonly string[];
}

type Role = "count" | "rate" | "percent" | "points";
const roles: Readonly<Record<Figure["unit"], Role>> = {
  count: "count",
  persons: "count",
  households: "count",
  "per 1,000": "rate",
  "%": "percent",
  "percentage points": "points",
};
const usualPlaces: Readonly<Record<Role, number>> = { count: 0, rate: 3, percent: 1, points: 1 };

/** The decimal places of a measure's figures of a unit: as it says, or its table, or as is usual. */
export function placesFor(measure: Measure, side: Side, unit: Figure["unit"]): number {
  const role = roles[unit];
  for (const asked of measure.decimals) {
    const places = (side === "peers" ? asked["similar-forces"]?.[role] : undefined) ?? asked[role];
    if (places !== undefined) return places;
  }
  return usualPlaces[role];
}

/** The figure as printed: "39,857", "35.7%", "-2.9", or its shorthand "[x]". */
export function shown(figure: Figure, places: number): string {
  if (!isKnown(figure)) return `[${figure.gap.mark}]`;
  return `${withThousands(fixed(figure.value, places))}${figure.unit === "%" ? "%" : ""}`;
}

/** The heading of a column that stands by itself: no two of a table are alike. */
export const fullHeading = ({ group, heading }: Column): string =>
  group === "" || group === heading ? heading : `${group}: ${heading}`;

/** A cell as text for people. */
export function cellText(cell: Cell): string {
  if ("text" in cell) return cell.text;
  if ("yes" in cell) return cell.yes ? "Yes" : "";
  return shown(cell.figure, cell.places);
}

type Spec = Column & { readonly cell: (row: Line) => Cell | undefined };
/** What a line of a table prints: a measure, or a part of one. */
interface Line {
  readonly name: string;
  readonly figures: Figures;
  readonly row: Row;
}

const levelColumns = [
  ["count", "number"],
  ["rate", "rate per 1,000 population"],
  ["percent", "percentage"],
] as const;
const changeColumns = [
  ["variance", "variance"],
  ["percent", "% difference"],
  ["rate", "difference in rate"],
  ["points", "difference in percentage points"],
] as const;

/** The table of a plan's table, and one of the shares of any measure in it that is split into parts. */
export function tablesOf(plan: Plan, table: ReportTable): Table[] {
  const lines = table.rows.map((row) => ({ name: row.name, figures: row.figures, row }));
  const split = table.rows.filter((row) => row.parts.length > 0);
  return [
    tableOf(plan, table, table.title, lines, verdictColumns(plan)),
    ...split.map((row) =>
      tableOf(
        plan,
        table,
        `${row.measure.name}: shares of each part`,
        row.parts.map((part) => ({ ...part, row })),
        [],
      ),
    ),
  ];
}

function tableOf(plan: Plan, table: ReportTable, title: string, lines: readonly Line[], more: readonly Spec[]): Table {
  // A kind of value that no measure of the table has takes no column.
  const used = [...figureColumns(plan, table), ...more].filter((spec) => lines.some((line) => spec.cell(line)));
  const specs = [nameColumn, ...used];
  return {
    title,
    columns: specs.map(({ cell: _, ...column }) => column),
    rows: lines.map((line) => specs.map((spec) => spec.cell(line) ?? notApplicable)),
    notes: notesOf(plan, table, lines, specs),
  };
}

/** A figure of a kind that a measure does not have, in a table where others have it; it needs no reason below. */
const notApplicableReason = "the measure has no such figure";
const notApplicable: Cell = {
  figure: { gap: { mark: "z", reason: notApplicableReason }, unit: "count", from: [] },
  places: 0,
};

const nameColumn: Spec = { group: "", heading: "Measure", numeric: false, cell: ({ name }) => ({ text: name }) };

function figureColumns(plan: Plan, table: ReportTable): Spec[] {
  const sides: readonly [Side, string][] = [
    ["force", plan.force],
    ...(plan.similarForces === undefined ? [] : [["peers", plan.similarForces.name] as [Side, string]]),
  ];
  const spec = (
    group: string,
    area: string,
    kind: string,
    side: Side,
    of: (f: Figures) => Figure | undefined,
  ): Spec => ({
    group,
    heading: `${area} ${kind}`,
    kind,
    numeric: true,
    cell: ({ figures, row }) => {
      const figure = of(figures);
      return figure && { figure, places: placesFor(row.measure, side, figure.unit) };
    },
  });
  return [
    ...(["baseline", "current"] as const).flatMap((when) =>
      levelColumns.flatMap(([kind, words]) =>
        sides.map(([side, area]) =>
          spec(`${capital(when)}: ${periodLabel(table[when] ?? {})}`, area, words, side, (f) => f[when][side]?.[kind]),
        ),
      ),
    ),
    ...changeColumns.flatMap(([kind, words]) =>
      sides.map(([side, area]) => spec("Change", area, words, side, (f) => f.change[side]?.[kind])),
    ),
  ];
}

function verdictColumns(plan: Plan): Spec[] {
  return [
    { group: "Aim", heading: "Aim", numeric: false, cell: ({ row }) => ({ text: row.measure.aim ?? "none" }) },
    { group: "Aim", heading: "achieved?", numeric: false, cell: ({ row }) => ({ text: row.verdict }) },
    ...plan.priorities.map(
      ({ id }): Spec => ({
        group: "Priority",
        heading: id,
        numeric: false,
        cell: ({ row }) => ({ yes: row.measure.priorities.includes(id) }),
      }),
    ),
  ];
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function notesOf(plan: Plan, table: ReportTable, lines: readonly Line[], specs: readonly Spec[]): string[] {
  const notes: string[] = [];
  if (table.source !== undefined) notes.push(`Source: ${table.source}.`);
  notes.push(...populationNotes(lines));
  const group = plan.similarForces;
  if (group && group.forces.length > 1) {
    const of = [group["as-of"], group.source].filter((part) => part !== undefined);
    const dated = of.length > 0 ? ` (${of.join(", ")})` : "";
    notes.push(`${group.name} is ${group.forces.join(", ")}, counts and populations added${dated}.`);
  }
  const gaps = lines.flatMap((line) =>
    specs.flatMap((spec) => {
      const cell = spec.cell(line) ?? notApplicable;
      return "figure" in cell && !isKnown(cell.figure) ? [{ ...cell.figure.gap, line: line.name, column: spec }] : [];
    }),
  );
  for (const mark of new Set(gaps.map((gap) => gap.mark))) notes.push(`[${mark}] means ${shorthand[mark]}.`);
  const why = new Map<string, string[]>();
  for (const { line, reason, column } of gaps) {
    if (reason === notApplicableReason) continue;
    const key = `${line}\n${reason}`;
    why.set(key, [...(why.get(key) ?? []), fullHeading(column)]);
  }
  for (const [key, columns] of why) {
    const [line, reason] = key.split("\n");
    notes.push(`${line}: ${reason} (${columns.join("; ")}).`);
  }
  for (const { row, name } of lines) {
    if (row.parts.some((part) => part.name === name)) continue;
    for (const note of row.notes) notes.push(`${name}: ${note}.`);
    if (row.reason !== undefined) notes.push(`${name}: ${row.verdict}: ${row.reason}.`);
  }
  return notes;
}

/** Which populations the rates of a table are computed with; rates that the data give have none to tell. */
function populationNotes(lines: readonly Line[]): string[] {
  const byDates = new Map<string, string[]>();
  for (const { row, name, figures } of lines) {
    const { baseline, current, kind } = row.measure;
    // Where only one period chooses a population, none is used.
    if (kind.name !== "count" || !baseline.population || !current.population || !figures.current.force.rate) continue;
    const dates = [baseline.population, current.population].map(populationDate);
    const said = `${dates[0]} (baseline) and ${dates[1]} (current)`;
    byDates.set(said, [...(byDates.get(said) ?? []), name]);
  }
  return [...byDates].map(([dates, names], index) =>
    index === 0
      ? `Rates are per 1,000 of the population at ${dates}.`
      : `${names.join(", ")}: rates are per 1,000 of the population at ${dates}.`,
  );
}
