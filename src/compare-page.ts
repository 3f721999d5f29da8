// What `compare` says of a measure: the forces of a group in a table, its bars, and what must be read with them.
import type { BarChart } from "./chart.ts";
import { type Compared, type Comparison, rankIn } from "./comparison.ts";
import { type Figure, isKnown } from "./figure.ts";
import { jsonOf } from "./formats/json.ts";
import { approximately, compare, exact, fixed, isZero, minus, over, times, withThousands } from "./number.ts";
import { isAddable } from "./observations.ts";
import { periodName, populationDate } from "./period.ts";
import { forceName } from "./report.ts";
import { sideLabel } from "./sides.ts";
import { type Cell, type Column, markOf, placesFor, shorthandNotes, shown, type Table } from "./table.ts";

const HUNDRED = exact(100);

const words: Readonly<Record<string, string>> = {
  count: "number",
  rate: "rate per 1,000 population",
  percent: "percentage",
  pounds: "£",
};
const wordsFor = (basis: string): string => words[basis] ?? basis;

type Spec = Column & { readonly cell: (one: Compared) => Cell; readonly group_: Cell };

/** The table: the forces in the order of their ranks, and the group below them. */
export function compareTable(comparison: Comparison): Table {
  const { measure, side, compared, group, groupChange, groupPopulation } = comparison;
  const cellOf = (value: Figure | undefined): Cell =>
    value ? { figure: value, places: placesFor(measure, false, value.unit) } : { text: "" };
  const spec = (heading: string, cell: (one: Compared) => Cell, group_: Cell, numeric = true): Spec => ({
    ...{ group: "", heading, numeric, cell, group_ },
  });
  const has = (pick: (one: Compared) => unknown): boolean => compared.some((one) => pick(one) !== undefined);
  const levels = ["count", "rate", "percent", "pounds", "seconds", "hours", "people"] as const;
  const moved = compared.some(({ change }) => change.points) ? "points" : "percent";
  const specs: Spec[] = [
    spec("Area", (one) => ({ text: one.isForce ? forceName(one.name) : one.name }), { text: sideLabel(side) }, false),
    ...levels
      .filter((level) => has((one) => one.level[level]))
      .flatMap((level) => [
        spec(wordsFor(level), (one) => cellOf(one.level[level]), cellOf(group[level])),
        ...(level === "count" && has((one) => one.population)
          ? [spec("population", (one) => cellOf(one.population), cellOf(groupPopulation))]
          : []),
      ]),
    ...(has((one) => one.change[moved])
      ? [
          spec(
            moved === "points" ? "change in percentage points" : "% change",
            (one) => cellOf(one.change[moved]),
            cellOf(groupChange[moved]),
          ),
        ]
      : []),
    spec("rank", (one) => ({ text: one.rank === undefined ? "" : String(one.rank) }), { text: "" }),
    spec(`difference from ${side.name}${inUnit(comparison)}`, (one) => cellOf(one.distance), { text: "" }),
    ...(has((one) => one.funnel)
      ? [
          spec("at 95%", (one) => ({ text: one.funnel?.at95 ?? "" }), { text: "" }, false),
          spec("at 99.8%", (one) => ({ text: one.funnel?.at998 ?? "" }), { text: "" }, false),
        ]
      : []),
    ...(has((one) => one.spread) ? [spec("spread in SD", spreadCell, { text: "" })] : []),
  ];
  const ordered = [...compared].sort((a, b) => (a.rank ?? 1e9) - (b.rank ?? 1e9));
  const rows = [...ordered.map((one) => specs.map((column) => column.cell(one))), specs.map((column) => column.group_)];
  const marks = rows.flat().flatMap((cell) => ("figure" in cell && markOf(cell.figure, cell.places)) || []);
  return {
    title: titleOf(comparison),
    columns: specs.map(({ cell: _, group_: __, ...column }) => column),
    rows,
    notes: [...notesOf(comparison), ...shorthandNotes(marks), ...gapNotes(rows, specs)],
  };
}

/** Each reason for a missing figure, with the areas and the columns that it holds for. */
function gapNotes(rows: readonly (readonly Cell[])[], columns: readonly Column[]): string[] {
  const why = new Map<string, { areas: Set<string>; columns: Set<string> }>();
  for (const row of rows) {
    const [name] = row;
    for (const [index, cell] of row.entries()) {
      if (!("figure" in cell) || isKnown(cell.figure)) continue;
      const { reason } = cell.figure.gap;
      const found = why.get(reason) ?? { areas: new Set<string>(), columns: new Set<string>() };
      found.areas.add(name && "text" in name ? name.text : "");
      found.columns.add(columns[index]?.heading ?? "");
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
function spreadCell({ spread, figure }: Compared): Cell {
  if (spread?.deviations === undefined) return { text: "" };
  return { figure: { value: approximately(spread.deviations), unit: "ratio", from: figure.from }, places: 1 };
}

const titleOf = ({ measure, when, side }: Comparison): string =>
  `${measure.name}, ${when.period ? periodName(when.period) : "no period"}: ${side.name}`;

/** The bars of what the forces are ranked by, the group's figure beneath. */
export function compareChart(comparison: Comparison): BarChart {
  const { measure, side, basis, compared, figure } = comparison;
  const ordered = [...compared].sort((a, b) => (a.rank ?? 1e9) - (b.rank ?? 1e9));
  return {
    kind: "bars",
    title: titleOf(comparison),
    unit: wordsFor(basis),
    places: placesFor(measure, false, figure.unit),
    bars: ordered.map((one) => ({ name: one.name, figure: one.figure, isForce: one.isForce })),
    // The sum of several forces is no measure of one.
    ...(!isAddable(basis) && { reference: { name: sideLabel(side), figure } }),
  };
}

function notesOf(comparison: Comparison): string[] {
  const { measure, side, when, basis, definitions, reversedBy, dispersion, given, compared, figure } = comparison;
  const force = compared.find(({ isForce }) => isForce);
  const rank = rankIn(comparison);
  const places = placesFor(measure, false, figure.unit);
  const without = typeof rank === "string" ? undefined : rank.without;
  const notes = [
    typeof rank === "string"
      ? `No rank: ${rank}.`
      : `${force?.name} ranks ${rank.words}${without ? ` (${without})` : ""}.`,
  ];
  const isComputed = compared.some(({ population, level }) => population && level.rate);
  if (when.population && isComputed)
    notes.push(`Rates are per 1,000 of the population at ${populationDate(when.population)}.`);
  const outside = compared.filter(({ isMember }) => !isMember).map(({ name }) => name);
  if (outside.length > 0) notes.push(`${outside.join(", ")} does not count in the figure of ${side.name}.`);
  if (definitions.length > 1 && definitions.some((one) => isKnown(one.figure))) {
    const all = definitions.map(
      (one) => `${one.words} ${shown(one.figure, places)}${one.isChosen ? " (used here)" : ""}`,
    );
    notes.push(`${side.name} by each way to average: ${all.join("; ")}.`);
  }
  if (reversedBy.length > 0 && isKnown(force?.figure) && isKnown(figure)) {
    const is = ["below", "level with", "above"][Math.sign(compare(force.figure.value, figure.value)) + 1];
    notes.push(
      `The way to average decides: ${force.name} (${shown(force.figure, places)}) is ${is} ${side.name} here, but not by: ${reversedBy.map((one) => `${one.words} (${shown(one.figure, places)})`).join("; ")}.`,
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
  const places = placesFor(measure, true, row.unit);
  const difference = minus(own.value, row.value);
  const percent = isZero(row.value) ? "" : fixed(over(times(HUNDRED, difference), row.value), 2);
  const sign = percent.startsWith("-") || percent === "0.00" ? "" : "+";
  const share = percent === "" ? "" : ` (${sign}${percent}%)`;
  return `The data also give ${side.name} itself: ${shown(row, places)}; its forces make ${shown(own, places)}, a difference of ${shown({ ...own, value: difference }, places)}${share}.`;
}

/** For scripts: plan-measures/compare/1, documented in the README. */
export function compareJson(comparison: Comparison) {
  const { measure, side, when, basis, compared, group, groupChange, groupPopulation, definitions } = comparison;
  const json = (figure: Figure) => jsonOf(figure, placesFor(measure, false, figure.unit));
  const all = (figures: object) =>
    Object.fromEntries(Object.entries(figures as Record<string, Figure>).map(([name, figure]) => [name, json(figure)]));
  const rank = rankIn(comparison);
  return {
    measure: measure.name,
    period: when.period ? periodName(when.period) : null,
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
