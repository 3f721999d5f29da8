// The notes of a comparison: what its ranks, averages and readings mean, and why figures are missing.
import { figureNotes, isKnown } from "../core/figure.ts";
import { compareExact, fixed, HUNDRED, isZero, minus, over, times, withThousands } from "../core/number.ts";
import { populationDate } from "../core/period.ts";
import { isAddable, perOf } from "../core/value-kind.ts";
import { type Cell, type Column, fullHeading, isGap } from "../output/table.ts";
import { formatFigure, placesFor } from "../report/format-figure.ts";
import type { Comparison } from "../report/group-comparison.ts";
import { lengthNotes } from "../report/period-lengths.ts";
import { rankIn } from "../report/rank.ts";
import { isDrawn } from "./charts.ts";
import { nameWhen } from "./title.ts";

/** What must be read with a comparison: ranks, populations, averages, what its readings mean; of the spread where it is shown. */
export function comparisonNotes(comparison: Comparison, hasSpread: boolean): string[] {
  const { measure, side, when, basis, definitions, reversedBy, beside, given, compared, figure } = comparison;
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
    notes.push(`Rates are ${perOf(measure.per)} at ${populationDate(when.population)}.`);
  const baseline = nameWhen(measure.baseline);
  if (baseline !== undefined && compared.some(({ change }) => Object.keys(change).length > 0)) {
    const [then, now] = [measure.baseline, when].map(({ population }) => population && populationDate(population));
    const other = isComputed && then !== undefined && then !== now;
    notes.push(`Changes are from ${baseline}${other ? `, whose rates are ${perOf(measure.per)} at ${then}` : ""}.`);
  }
  notes.push(...lengthNotes({ ...measure, current: when }).map((note) => `${capital(note)}.`));
  if (beside) notes.push(`${beside.says.replace(/^it/, () => force?.name ?? "it")}.`);
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
  notes.push(...limitNotes(comparison));
  if (hasSpread && compared.some((one) => one.spread)) {
    notes.push(
      `Spread is the distance from the mean of the forces in ${side.name} in standard deviations (SD); it is no test.`,
    );
  }
  if (isAddable(basis) && compared.length > 1) {
    notes.push("Ranked by number, as there is no rate: forces differ in size, so the ranks say little.");
  }
  if (basis !== measure.basis && measure.aim)
    notes.push(`Ranked by rate, as forces differ in size; its aim is judged on the ${measure.basis}.`);
  for (const said of figureNotes(compared.flatMap(({ level, change }) => [level, change])))
    notes.push(`${measure.name}: ${said}.`);
  if (!isDrawn(comparison)) notes.push("No chart: fewer than three forces have a figure.");
  return notes;
}

/** What the limits are, or why there are none, and how far the forces differ. */
function limitNotes({ compared, side, basis, dispersion }: Comparison): string[] {
  const spread =
    dispersion === undefined
      ? ""
      : `The rates in ${side.name} vary ${withThousands(dispersion.toFixed(1))} times as much as chance alone would make them (dispersion φ, a ratio of variances).`;
  if (compared.some(({ against }) => against)) {
    return [
      `Limits are of each force against the others of ${side.name}: 95 of 100 forces like the others would have a rate within the limits at 95%, and 998 of 1,000 within those at 99.8%.`,
      "A rate outside the limits is lower or higher than that of the others; a rate within them is similar.",
      ...(spread === "" ? [] : [`${spread} The limits allow for that.`]),
    ];
  }
  if (isAddable(basis)) return spread === "" ? [] : [spread];
  if (basis !== "rate") return ["No limits, and no range of ranks: they need a number and a population of each force."];
  const others = compared.filter(({ isForce, isMember }) => isMember && !isForce);
  const why =
    others.length < 4
      ? "no force has four others to be set against"
      : others.every(({ level, population }) => isKnown(level.count) && isKnown(population))
        ? "the forces have no events to compare"
        : "not every force has a number and a population";
  return [...(spread === "" ? [] : [spread]), `No limits: ${why}.`];
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

/** Each reason for a missing figure, with the areas and the columns that it holds for. */
export function gapNotes(rows: readonly (readonly Cell[])[], columns: readonly Column[]): string[] {
  const headings = columns.map(fullHeading);
  const why = new Map<string, { areas: Set<string>; columns: Set<string> }>();
  for (const row of rows) {
    const [name] = row;
    for (const [index, cell] of row.entries()) {
      if (!isGap(cell)) continue;
      const { reason } = cell.figure.gap;
      const found = why.get(reason) ?? { areas: new Set<string>(), columns: new Set<string>() };
      found.areas.add(name && "text" in name ? name.text : "");
      found.columns.add(headings[index] ?? "");
      why.set(reason, found);
    }
  }
  return [...why].map(([reason, one]) => `${[...one.areas].join(", ")}: ${reason} (${[...one.columns].join("; ")}).`);
}

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
