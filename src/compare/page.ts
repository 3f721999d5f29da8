// What `compare` says of a measure: the forces of a group in a table, its bars, and what must be read with them.

import { type Figure, isKnown } from "../core/figure.ts";
import {
  approximately,
  compareExact,
  type Exact,
  exact,
  fixed,
  HUNDRED,
  isZero,
  minus,
  over,
  times,
  withThousands,
} from "../core/number.ts";
import { periodName, populationDate } from "../core/period.ts";
import { isAddable, type Unit } from "../core/value-kind.ts";
import type { BarChart } from "../output/chart.ts";
import { jsonOf } from "../output/formats/json.ts";
import {
  type Cell,
  type Column,
  changeColumns,
  changeIn,
  fullHeading,
  levelColumns,
  notApplicable,
  shorthandNotes,
  type Table,
  wordsFor,
} from "../output/table.ts";
import { comparatorLabel } from "../plan/comparators.ts";
import type { PlacedWhen } from "../plan/model.ts";
import { formatFigure, markOf, placesFor } from "../report/format-figure.ts";
import { type Compared, type Comparison, rankIn } from "../report/group-comparison.ts";
import { forceName } from "../report/report.ts";

type Spec = Column & { readonly cell: (one: Compared) => Cell; readonly group_: Cell };

/**
 * The table: the forces in the order of their ranks, and the group below them. A narrow one leaves out who counts
 * in the group, which its notes say, and of the changes all but those in % or percentage points.
 */
export function compareTable(comparison: Comparison, isNarrow = false): Table {
  const { measure, side, compared, group, groupChange, groupPopulation } = comparison;
  const cellOf = (value: Figure | undefined): Cell =>
    value ? { figure: value, places: placesFor(measure, false, value) } : notApplicable;
  const has = (pick: (one: Compared) => unknown): boolean => compared.some((one) => pick(one) !== undefined);
  /** A column of figures that some force has. */
  const figures = (heading: string, of: (one: Compared) => Figure | undefined, group_?: Figure, group = ""): Spec[] =>
    has(of) ? [{ group, heading, numeric: true, cell: (one) => cellOf(of(one)), group_: cellOf(group_) }] : [];
  /** A column that says how a force stands to the group; the group has no such cell. */
  const standing = (heading: string, cell: (one: Compared) => Cell, numeric = true): Spec => ({
    ...{ group: "", heading, numeric, cell, group_: { text: "" } },
  });
  const specs: Spec[] = [
    {
      ...{ group: "", heading: "Area", numeric: false, group_: { text: comparatorLabel(side) } },
      cell: (one) => ({ text: one.isForce ? forceName(one.name) : one.name }),
    },
    ...(isNarrow ? [] : [standing(`counts in ${side.name}`, (one) => ({ yes: one.isMember }), false)]),
    ...levelColumns.flatMap(([kind, words]) => [
      ...figures(words, (one) => one.level[kind], group[kind]),
      ...(kind === "count" ? figures("population", (one) => one.population, groupPopulation) : []),
    ]),
    ...changeColumns.flatMap((column) => {
      const [kind, words] = column;
      const changes = (heading: string, over: string): Spec[] =>
        figures(heading, (one) => changeIn(one.change, column), changeIn(groupChange, column), over);
      if (!isNarrow) return changes(words, "Change");
      return kind === "percent" || kind === "points" ? changes(narrowWords[kind], "") : [];
    }),
    standing("rank", (one) => standingCell(one, "rank", one.rank === undefined ? undefined : exact(one.rank), 0)),
    standing(`difference from ${side.name}${inUnit(comparison)}`, (one) => cellOf(one.distance)),
    ...(has((one) => one.funnel)
      ? [
          standing("at 95%", (one) => ({ text: one.funnel?.at95 ?? "" }), false),
          standing("at 99.8%", (one) => ({ text: one.funnel?.at998 ?? "" }), false),
        ]
      : []),
    ...(has((one) => one.spread)
      ? [standing("spread in SD", (one) => standingCell(one, "ratio", deviationsOf(one), 1))]
      : []),
  ];
  const ordered = [...compared].sort((a, b) => (a.rank ?? 1e9) - (b.rank ?? 1e9));
  const rows = [...ordered.map((one) => specs.map((column) => column.cell(one))), specs.map((column) => column.group_)];
  const marks = rows.flat().flatMap((cell) => ("figure" in cell && markOf(cell.figure, cell.places)) || []);
  return {
    title: titleOf(comparison),
    columns: specs.map(({ cell: _, group_: __, ...column }) => column),
    rows,
    notes: [...notesOf(comparison), ...shorthandNotes(marks), ...gapNotes(rows, specs)],
    of: wholeOf(comparison),
  };
}

const narrowWords = { percent: "% change", points: "change in percentage points" } as const;

/** What a row is of, beside its area. */
function wholeOf({ measure, when, side, basis }: Comparison): NonNullable<Table["of"]> {
  return [
    ["Measure", measure.name],
    ["Period", nameOf(when) ?? ""],
    ["Baseline", nameOf(measure.baseline) ?? ""],
    ["Group", side.name],
    ["Ranked by", `${wordsFor(basis)}, ${measure.better === "higher" ? "highest" : "lowest"} first`],
  ];
}

/** The name of a period, where there is one. */
const nameOf = ({ period }: PlacedWhen): string | undefined => period && periodName(period);

/** Where a force stands by its figure; one that has none has no place either, for the same reason. */
function standingCell({ figure }: Compared, unit: Unit, value: Exact | undefined, places: number): Cell {
  if (value !== undefined) return { figure: { value, unit, from: figure.from }, places };
  return isKnown(figure) ? { text: "" } : { figure: { ...figure, unit }, places };
}

/** Each reason for a missing figure, with the areas and the columns that it holds for. */
function gapNotes(rows: readonly (readonly Cell[])[], columns: readonly Column[]): string[] {
  const headings = columns.map(fullHeading);
  const why = new Map<string, { areas: Set<string>; columns: Set<string> }>();
  for (const row of rows) {
    const [name] = row;
    for (const [index, cell] of row.entries()) {
      if (!("figure" in cell) || cell === notApplicable || isKnown(cell.figure)) continue;
      const { reason } = cell.figure.gap;
      const found = why.get(reason) ?? { areas: new Set<string>(), columns: new Set<string>() };
      found.areas.add(name && "text" in name ? name.text : "");
      found.columns.add(headings[index] ?? "");
      why.set(reason, found);
    }
  }
  return [...why].map(([reason, one]) => `${[...one.areas].join(", ")}: ${reason} (${[...one.columns].join("; ")}).`);
}

/** The unit of a difference, where its column does not say it. */
const inUnit = ({ basis }: Comparison): string =>
  basis === "percent"
    ? " in percentage points"
    : basis === "rate"
      ? " in rate"
      : basis === "count"
        ? ""
        : ` in ${wordsFor(basis)}`;

/** How many standard deviations a force lies from the mean of all. */
const deviationsOf = ({ spread }: Compared): Exact | undefined =>
  spread?.deviations === undefined ? undefined : approximately(spread.deviations);

const titleOf = ({ measure, when, side }: Comparison): string =>
  `${measure.name}, ${nameOf(when) ?? "no period"}: ${side.name}`;

/** The bars of what the forces are ranked by, the group's figure beneath. */
export function compareChart(comparison: Comparison): BarChart {
  const { measure, side, basis, compared, figure } = comparison;
  const ordered = [...compared].sort((a, b) => (a.rank ?? 1e9) - (b.rank ?? 1e9));
  return {
    kind: "bars",
    title: titleOf(comparison),
    unit: wordsFor(basis),
    places: placesFor(measure, false, figure),
    bars: ordered.map((one) => ({ name: one.name, figure: one.figure, isForce: one.isForce })),
    // The sum of several forces is no measure of one.
    ...(!isAddable(basis) && { reference: { name: comparatorLabel(side), figure } }),
  };
}

function notesOf(comparison: Comparison): string[] {
  const { measure, side, when, basis, definitions, reversedBy, dispersion, given, compared, figure } = comparison;
  const force = compared.find(({ isForce }) => isForce);
  const rank = rankIn(comparison);
  const places = placesFor(measure, false, figure);
  const without = typeof rank === "string" ? undefined : rank.without;
  const notes = [
    typeof rank === "string"
      ? `No rank: ${rank}.`
      : `${force?.name} ranks ${rank.words}${without ? ` (${without})` : ""}.`,
  ];
  const isComputed = compared.some(({ population, level }) => population && level.rate);
  if (when.population && isComputed)
    notes.push(`Rates are per 1,000 of the population at ${populationDate(when.population)}.`);
  const baseline = nameOf(measure.baseline);
  if (baseline !== undefined && compared.some(({ change }) => Object.keys(change).length > 0)) {
    const [then, now] = [measure.baseline, when].map(({ population }) => population && populationDate(population));
    const other = isComputed && then !== undefined && then !== now;
    notes.push(
      `Changes are from ${baseline}${other ? `, whose rates are per 1,000 of the population at ${then}` : ""}.`,
    );
  }
  const outside = compared.filter(({ isMember }) => !isMember).map(({ name }) => name);
  if (outside.length > 0) notes.push(`${outside.join(", ")} does not count in the figure of ${side.name}.`);
  if (definitions.length > 1 && definitions.some((one) => isKnown(one.figure))) {
    const all = definitions.map(
      (one) => `${one.words} ${formatFigure(one.figure, places)}${one.isChosen ? " (used here)" : ""}`,
    );
    notes.push(`${side.name} by each way to average: ${all.join("; ")}.`);
  }
  if (reversedBy.length > 0 && isKnown(force?.figure) && isKnown(figure)) {
    const current = ["below", "level with", "above"][Math.sign(compareExact(force.figure.value, figure.value)) + 1];
    notes.push(
      `The way to average decides: ${force.name} (${formatFigure(force.figure, places)}) is ${current} ${side.name} here, but not by: ${reversedBy.map((one) => `${one.words} (${formatFigure(one.figure, places)})`).join("; ")}.`,
    );
  }
  if (given) notes.push(givenNote(comparison));
  if (compared.some((one) => one.funnel)) {
    const alone = "The readings at 95% and 99.8% say where a force's own limits leave the group's pooled rate";
    notes.push(`${alone}; they take events as independent, which crimes are not.`);
  }
  if (dispersion !== undefined) {
    const digits = withThousands(dispersion.toFixed(1));
    notes.push(`Dispersion φ of the rates in ${side.name} is ${digits}; chance alone makes it 1 on average.`);
  }
  if (compared.some((one) => one.spread)) {
    notes.push(
      `Spread is the distance from the mean of the forces in ${side.name} in standard deviations (SD); it is no test.`,
    );
  }
  if (isAddable(basis) && compared.length > 1) {
    notes.push("Ranked by number, as there is no rate: forces differ in size, so the ranks say little.");
  }
  if (basis !== measure.basis && measure.aim)
    notes.push(`Ranked by rate, as forces differ in size; its aim is judged on the ${measure.basis}.`);
  return notes;
}

/** How far the group's figure is from the one that the data give for it as a row of its own. */
function givenNote({ given, group, side, measure }: Comparison): string {
  if (!given) return "";
  const [kind, row] = given;
  const own = group[kind];
  if (!isKnown(row) || !isKnown(own)) return `The data also give a row ${side.name}, which cannot be compared.`;
  const places = placesFor(measure, true, row);
  const difference = minus(own.value, row.value);
  const percent = isZero(row.value) ? "" : fixed(over(times(HUNDRED, difference), row.value), 2);
  const sign = percent.startsWith("-") || percent === "0.00" ? "" : "+";
  const share = percent === "" ? "" : ` (${sign}${percent}%)`;
  return `The data also give ${side.name} itself: ${formatFigure(row, places)}; its forces make ${formatFigure(own, places)}, a difference of ${formatFigure({ ...own, value: difference }, places)}${share}.`;
}

/** For scripts: plan-measures/compare/1, documented in the README. */
export function compareJson(comparison: Comparison) {
  const { measure, side, when, basis, compared, group, groupChange, groupPopulation, definitions } = comparison;
  const json = (figure: Figure) => jsonOf(figure, placesFor(measure, false, figure));
  const all = (figures: object) =>
    Object.fromEntries(Object.entries(figures as Record<string, Figure>).map(([name, figure]) => [name, json(figure)]));
  const rank = rankIn(comparison);
  return {
    measure: measure.name,
    period: nameOf(when) ?? null,
    baseline: nameOf(measure.baseline) ?? null,
    basis: basis === "percent" ? "percentage" : basis,
    better: measure.better ?? null,
    group: {
      name: side.name,
      average: side.average,
      forces: side.members.map(({ name }) => name),
      figures: all(group),
      change: all(groupChange),
      ...(groupPopulation && { population: json(groupPopulation) }),
    },
    rank: typeof rank === "string" ? null : rank.rank,
    "rank-words": typeof rank === "string" ? rank : rank.words,
    forces: compared.map((one) => ({
      name: one.name,
      own: one.isForce,
      "in-group": one.isMember,
      figures: all(one.level),
      ...(one.population && { population: json(one.population) }),
      change: all(one.change),
      rank: one.rank ?? null,
      difference: json(one.distance),
      ...(one.funnel && { funnel: { "95%": one.funnel.at95, "99.8%": one.funnel.at998 } }),
      ...(one.spread?.deviations !== undefined && { "standard-deviations": one.spread.deviations }),
    })),
    averages: definitions.map(({ words: name, figure, isChosen }) => ({ name, used: isChosen, figure: json(figure) })),
    "reversed-by": comparison.reversedBy.map(({ words: name }) => name),
    ...(comparison.dispersion !== undefined && { dispersion: comparison.dispersion }),
    ...(comparison.given && { given: json(comparison.given[1]) }),
    notes: compareTable(comparison).notes,
  };
}
