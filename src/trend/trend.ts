// A measure over time: the months or quarters that the data hold, the 12 months to each of them, and what they signal.

import { eachFigure, type Figure, figuresIn, type Gap, isKnown, missing } from "../core/figure.ts";
import { nameKey } from "../core/names.ts";
import { compareExact } from "../core/number.ts";
import { type Period, periodKey } from "../core/period.ts";
import { isAddable } from "../core/value-kind.ts";
import { say } from "../core/words/say.ts";
import type { Level, LevelKey } from "../measures/measure-kind.ts";
import type { Comparator } from "../plan/comparators.ts";
import type { Measure, PlacedWhen } from "../plan/model.ts";
import type { ExceptedMonth } from "../plan/schema.ts";
import { queryFor, type RowContext } from "../report/context.ts";
import { releasesMixed } from "../report/different-releases.ts";
import { measureFigures } from "../report/measure-figures.ts";
import { levelOf } from "../report/query.ts";
import { type Assurance, assuranceOf, type NoAssurance } from "./assurance.ts";
import { breaksOf, liesAmong, mixes, type TrendBreak } from "./breaks.ts";
import { monthsBetween, periodsInOrder, withMissing } from "./missing-periods.ts";
import type { TrendPoint } from "./moment.ts";
import { type Stretch, shownFrom, stretchesOf } from "./stretches.ts";
import { type Variation, variationOf } from "./variation.ts";

/** In the order of the sign of the difference. */
export const stoodWords = ["below", "level with", "above"] as const;

/** How the force stood to a group, from the window that ends with one month to that which ends with another. */
export interface GroupStanding {
  readonly side: Comparator;
  readonly stood: (typeof stoodWords)[number];
  readonly from: Period;
  readonly to: Period;
}

export interface Trend {
  readonly measure: Measure;
  readonly sides: readonly Comparator[];
  /** What the data give: months, quarters, or years and other windows alone. */
  readonly step: "month" | "quarter" | undefined;
  readonly moments: readonly TrendPoint[];
  /** The 12 months to the end of each month or quarter, or the windows as the data give them; what is missing between. */
  readonly years: readonly TrendPoint[];
  /** What is drawn and compared of the years: a rate where there is one. */
  readonly basis: LevelKey;
  /** What is drawn of the months or quarters, and what the limits are of: a number where there is one. */
  readonly fineBasis: LevelKey;
  readonly stretches: readonly Stretch[];
  /** Months that the plan leaves out and the data do not have. */
  readonly unknown: readonly Period[];
  /** At the last month or quarter; nothing where that has no limits. */
  readonly variation: Variation | undefined;
  readonly assurance: Assurance | NoAssurance | undefined;
  readonly standings: readonly GroupStanding[];
  /** Those among what is shown. */
  readonly breaks: readonly TrendBreak[];
  readonly populations: readonly Period[];
  /** What is said of figures that are from several releases of a source. */
  readonly releases: readonly string[];
}

const FEWEST = 2;
/** How many points on the rise or fall are a signal, where nothing else is asked for. */
export const USUAL_TREND = 7;

/** The figures of a measure over time, for the sides given. Those before `since` are not shown, but the limits know them. */
export function trendOf(context: RowContext, measure: Measure, since: Period | undefined, trend = USUAL_TREND): Trend {
  const sides = [context.sides.force, ...context.sides.groups];
  const start = since?.from ?? Number.NEGATIVE_INFINITY;
  const isShown = ({ to }: Period): boolean => to >= start;
  const given = givenPeriods(context, measure);
  const own = <T extends { readonly measures?: readonly string[] | undefined }>(said: readonly T[]): T[] =>
    said.filter(({ measures }) => measures?.some((name) => nameKey(name) === nameKey(measure.name)) ?? true);
  const alone = { ...context, sides: { force: context.sides.force, groups: [] }, raise: () => {} };
  const figures = measureFigures(alone, measure, measure.kind, measure.series);
  const breaks = breaksOf(context, measure, figures, own(context.plan.breaks));
  const ofLength = (months: number): Period[] => given.filter(({ from, to }) => to - from + 1 === months);
  const fine = stepsToShow([1, 3].map(ofLength), isShown);
  const [first, last] = [fine[0], fine.at(-1)];
  const length = first ? first.to - first.from + 1 : 0;
  const step = length === 1 ? "month" : length === 3 ? "quarter" : undefined;
  const run = first && last ? everyStep(first, last, length) : [];
  // Only what adds up makes a year of its months.
  const adds = measure.kind.bases.some(isAddable);
  const windows = (adds ? run : [])
    .map(({ to }) => ({ from: to - 11, to }))
    .filter(({ from }) => first !== undefined && from >= first.from);
  const years = periodsInOrder([...ofLength(12), ...windows]);
  const others = step || years.filter(isShown).length >= FEWEST ? [] : given;
  const chosen = new Set<number>();
  const moment = (period: Period): TrendPoint => ({
    period,
    // The population of what is not shown is not told.
    levels: sides.map((side) => levelAt(context, measure, side, period, isShown(period) ? chosen : new Set())),
    broken: sides.map((side) =>
      breaks.some((one) => mixes(period, one) && (one.groups === undefined || one.groups.includes(side))),
    ),
  });
  const all = run.map(moment);
  const moments = all.filter(({ period }) => isShown(period));
  const whole = withMissing(others.length > 0 ? others : years);
  const between = monthsBetween(whole)
    .filter(isShown)
    .map((period) => withoutFigures(moment(period)));
  const yearly = [...whole.filter(isShown).map(moment), ...between].sort((a, b) => a.period.to - b.period.to);
  const basis = yearly.some(({ levels }) => levels[0]?.rate) ? "rate" : measure.basis;
  const fineBasis = measure.basis === "rate" && all.some(({ levels }) => levels[0]?.count) ? "count" : measure.basis;
  const rules = { breaks, limits: own(context.plan.limits), except: own(context.plan.except) };
  const isGiven = ({ month }: ExceptedMonth): boolean =>
    given.some(({ from, to }) => from <= month.to && month.from <= to);
  const better = measure.better;
  const stretches = step ? stretchesOf(all, fineBasis, rules, { better, rising: trend }) : [];
  const atEnd = all.at(-1)?.period;
  const shown = [...moments, ...yearly].map(({ period }) => period);
  return {
    ...{ measure, sides, step, moments, basis, fineBasis },
    breaks: breaks.filter((one) => liesAmong(shown, one)),
    stretches: shownFrom(stretches, start),
    unknown: rules.except.filter((one) => !isGiven(one)).map(({ month }) => month),
    variation: variationOf(stretches, atEnd),
    assurance: assuranceOf(measure, { figures, stretches, breaks, basis: fineBasis, last: atEnd }),
    years: yearly,
    standings: sides.slice(1).flatMap((side, index) => standingsOf(side, index + 1, yearly, basis)),
    releases: releasesMixed(
      context,
      [...moments, ...yearly].flatMap(({ levels }) => levels.flatMap(figuresIn)),
    ),
    populations: [...chosen].sort((a, b) => a - b).map((month) => ({ from: month, to: month })),
  };
}

/** Of months and quarters, those that reach over the longer time as shown; a few months do not hide years of quarters. */
function stepsToShow(
  [months = [], quarters = []]: readonly Period[][],
  isShown: (period: Period) => boolean,
): Period[] {
  const span = (periods: readonly Period[]): number => {
    const shown = periods.filter(isShown);
    return shown.length < FEWEST ? -1 : (shown.at(-1)?.to ?? 0) - (shown[0]?.from ?? 0);
  };
  const fine = span(quarters) > span(months) ? quarters : months;
  return span(fine) < 0 ? [] : fine;
}

/** The periods that the data give for the force, each once, in order. */
function givenPeriods({ store, sides }: RowContext, { series, kind }: Measure): Period[] {
  const [member] = sides.force.members;
  const found = [...series.add, ...series.subtract].flatMap((name) =>
    kind.bases.flatMap((basis) => (member ? store.dates(name, member.key, basis) : [])),
  );
  return periodsInOrder(found);
}

/** Months between periods, with the reason that there is no figure; a sum of theirs would not compare with the others. */
function withoutFigures({ period, levels }: TrendPoint): TrendPoint {
  const reason = say("gap.not-as-long");
  const without = (figure: Figure): Figure =>
    isKnown(figure) ? missing(figure.unit, { mark: "z", reason, reported: true }) : figure;
  return {
    period,
    levels: levels.map((level) => eachFigure(level, without)),
    broken: [],
    isBetween: true,
  };
}

/** Every month, or every quarter, from the first to the last. */
function everyStep(first: Period, last: Period, length: number): Period[] {
  const count = Math.floor((last.to - first.to) / length) + 1;
  return Array.from({ length: count }, (_, index) => ({
    from: first.from + index * length,
    to: first.to + index * length,
  }));
}

/**
 * The values of a side in a period. Rates are of the population that the plan chose for it, or of the last one that is as
 * long before the end of the period as the plan's own choices are: one rule for the whole series, which they follow.
 */
function levelAt(context: RowContext, measure: Measure, side: Comparator, period: Period, chosen: Set<number>): Level {
  const { store } = context;
  const pairs = [measure.current, measure.baseline].flatMap(({ period: one, population }) =>
    one && population ? [{ period: one, population }] : [],
  );
  const planned = pairs.find((one) => periodKey(one.period) === periodKey(period))?.population;
  const lag = Math.min(...pairs.map((one) => one.period.to - one.population.to));
  const [member] = context.sides.force.members;
  const dates = member ? store.dates("", member.key, measure.per.of) : [];
  const last = [...dates].sort((a, b) => a.to - b.to).findLast(({ to }) => to + lag <= period.to);
  const wants = measure.current.population !== undefined && measure.kind.bases.includes("count");
  const population = wants ? (planned ?? last) : undefined;
  const when: PlacedWhen = { period, place: measure.current.place, own: true, ...(population && { population }) };
  const asked = { ...measure, baseline: when, current: when };
  const query = queryFor({ ...context, raise: () => {} }, asked, side, when);
  const level = levelOf({ ...query, everyPeriod: true }, measure.kind);
  if (population && isKnown(level.rate)) chosen.add(population.to);
  if (!wants || population || level.rate) return level;
  const gap: Gap = { mark: "x", reason: say("gap.no-population-before"), reported: true };
  return { ...level, rate: missing(measure.per.unit, gap) };
}

/**
 * The runs of windows in which the force stood on one side of a group; windows without both figures, or with one
 * that mixes both sides of a break, are passed over.
 */
function standingsOf(side: Comparator, index: number, years: readonly TrendPoint[], basis: LevelKey): GroupStanding[] {
  const found: GroupStanding[] = [];
  // The number of a group of forces says nothing beside that of one.
  if (isAddable(basis)) return [];
  for (const { period, levels, broken } of years) {
    if (broken[0] || broken[index]) continue;
    const [own, group]: (Figure | undefined)[] = [levels[0]?.[basis], levels[index]?.[basis]];
    if (!isKnown(own) || !isKnown(group)) continue;
    const stood = stoodWords[Math.sign(compareExact(own.value, group.value)) + 1] ?? "level with";
    const before = found.at(-1);
    if (before?.stood === stood) found[found.length - 1] = { ...before, to: period };
    else found.push({ side, stood, from: period, to: period });
  }
  return found;
}
