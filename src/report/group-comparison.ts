// A measure in the forces of a group: each one's figures, rank and distance, and whether another average would reverse it.

import { derive } from "../core/derive.ts";
import { type Figure, isKnown, type KnownFigure } from "../core/figure.ts";
import { nameKey } from "../core/names.ts";
import { compareExact, minus, toNumber, ZERO } from "../core/number.ts";
import { isAddable, type Kind, kinds } from "../core/value-kind.ts";
import type { Change, Level, LevelKey } from "../measures/measure-kind.ts";
import { type Comparator, isMade, isWithin, type Member, membersOf } from "../plan/comparators.ts";
import type { Average } from "../plan/group-schema.ts";
import type { Measure, PlacedWhen } from "../plan/model.ts";
import { dispersion } from "../statistics/dispersion.ts";
import { type Funnel, funnel } from "../statistics/funnel.ts";
import type { EventsOver } from "../statistics/limits.ts";
import { competitionRanks } from "../statistics/ranks.ts";
import { type Spread, spread } from "../statistics/spread.ts";
import type { RowContext } from "./context.ts";
import { dataQuestionOf, levelOf } from "./query.ts";

/** One force beside the others of a group. */
export interface Compared {
  readonly name: string;
  readonly isForce: boolean;
  /** Whether it counts in the group's figure. */
  readonly isMember: boolean;
  readonly level: Level;
  readonly population: Figure | undefined;
  readonly change: Change;
  /** Its figure on the basis compared. */
  readonly figure: Figure;
  /** Its figure less the group's. */
  readonly distance: Figure;
  /** Nothing for a force without a figure. */
  readonly rank: number | undefined;
  readonly funnel: Funnel | undefined;
  readonly spread: Spread | undefined;
}

/** A defensible way to make a group's figure. */
export interface Definition {
  readonly words: string;
  readonly figure: Figure;
  readonly isChosen: boolean;
}

export interface Comparison {
  readonly measure: Measure;
  readonly side: Comparator;
  readonly when: PlacedWhen;
  /** What the forces are ranked by: the rate of a count that has one, otherwise the basis of the measure's aim. */
  readonly basis: LevelKey;
  readonly compared: readonly Compared[];
  readonly group: Level;
  readonly figure: Figure;
  readonly groupChange: Change;
  readonly groupPopulation: Figure | undefined;
  readonly definitions: readonly Definition[];
  /** The definitions by which the force is on the other side of the group than by the chosen one. */
  readonly reversedBy: readonly Definition[];
  /** What the data give for the group as a row of its own, beside its forces: a number, or else its figure. */
  readonly given: readonly [LevelKey, Figure] | undefined;
  /** Nothing where not every member has a count and a population. */
  readonly dispersion: number | undefined;
}

/** The comparison of a measure in one period; of a group that is a row of the data, that row and the force alone. */
export function comparisonOf(context: RowContext, measure: Measure, side: Comparator, when: PlacedWhen): Comparison {
  const own = context.sides.force.members[0]?.key;
  // What a member lacks is said in its row, and once for the group.
  const quiet: RowContext = { ...context, raise: () => {} };
  const levelAt = (one: Comparator, at: PlacedWhen): Level =>
    levelOf(asking(one.members[0]?.key === own || one === side ? context : quiet, measure, one, at), measure.kind);
  const listed = side.group ? membersOf(side.group, context.gazetteer) : [];
  const members = listed.length > 1 ? listed : [];
  const forces = members.some((member) => member.key === own) ? members : [...context.sides.force.members, ...members];
  const asSide = (member: Member): Comparator => ({ ...side, name: member.name, members: [member] });
  const levels = forces.map((member) => levelAt(asSide(member), when));
  const group = levelAt(side, when);
  const basis = basisOf(measure, [...levels, group]);
  const figures = levels.map((level) => figureOf(level, basis));
  const figure = figureOf(group, basis);
  const ranked = figures.map((one) => (isKnown(one) ? one.value : undefined));
  const lowFirst = measure.better !== "higher";
  const ranks = competitionRanks(ranked, (a, b) => (lowFirst ? compareExact(a, b) : compareExact(b, a)));
  const populations = forces.map((member) => dataQuestionOf(asking(quiet, measure, asSide(member), when)).population());
  const definitions = definitionsOf(quiet, measure, side, when, basis);
  const comparable = !isAddable(basis);
  const force = figures[forces.findIndex((member) => member.key === own)];
  const events = forces.map((_, index) => eventsOf(levels[index] ?? {}, populations[index]));
  const isMember = forces.map((member) => side.members.some((other) => other.key === member.key));
  const counting = events.filter((_, index) => isMember[index]);
  const counted = counting.flatMap((one) => one ?? []);
  const rates = figures.flatMap((one, index) =>
    isMember[index] ? [isKnown(one) ? toNumber(one.value) : Number.NaN] : [],
  );
  // A force's own limits are held against the pooled rate, whatever the group's figure is.
  const pooled =
    side.average === "pooled"
      ? figure
      : levelOf(asking(quiet, measure, { ...side, average: "pooled" }, when), measure.kind).rate;
  return {
    ...{ measure, side, when, basis, group, figure, definitions },
    compared: forces.map((member, index) => {
      const one = figures[index] as Figure;
      const [level = {}, population, over] = [levels[index], populations[index], events[index]];
      return {
        ...{ name: member.name, level, population, figure: one, rank: ranks[index] },
        isForce: member.key === own,
        isMember: isMember[index] ?? false,
        change: measure.kind.change(levelAt(asSide(member), measure.baseline), level),
        distance: distanceOf(one, figure),
        funnel: over && isKnown(pooled) && basis === "rate" ? funnel(over, toNumber(pooled.value), 1000) : undefined,
        spread: isKnown(one) && comparable ? spread(rates, toNumber(one.value)) : undefined,
      };
    }),
    groupChange: measure.kind.change(levelAt(side, measure.baseline), group),
    groupPopulation:
      side.average === "pooled" ? dataQuestionOf(asking(context, measure, side, when)).population() : undefined,
    reversedBy: reversed(force, definitions),
    given: givenFor(context, measure, side, when, basis),
    dispersion: counted.length === counting.length ? dispersion(counted) : undefined,
  };
}

/** Its figure less the group's, in points where they are percentages; none where they are the same but for rounding. */
function distanceOf(one: Figure, group: Figure): Figure {
  const unit = one.unit === "%" ? "percentage points" : one.unit;
  if (isAddable(kindOf(one.unit))) {
    return {
      gap: { mark: "z", reason: "a number of one force is not set against the sum of several" },
      unit,
      from: one.from,
    };
  }
  return derive(
    unit,
    [one, group],
    (mine, groups) => (compareExact(mine, groups) === 0 ? ZERO : minus(mine, groups)),
    (mine, groups) => `${mine} − ${groups}`,
  );
}

/** The kind whose figures have that unit. */
const kindOf = (unit: Figure["unit"]): Kind =>
  (Object.keys(kinds) as Kind[]).find((kind) => kinds[kind] === unit) ?? "rate";

function asking(context: RowContext, measure: Measure, side: Comparator, when: PlacedWhen) {
  const { plan, store, raise } = context;
  return { plan, store, measure, series: measure.series, side, when, raise };
}

const figureOf = (level: Level, basis: LevelKey): Figure =>
  level[basis] ?? { gap: { mark: "x", reason: `there is no ${basis}` }, unit: kinds[basis], from: [] };

/** Forces of different sizes are compared by rate, where there is one. */
function basisOf({ basis }: Measure, levels: readonly Level[]): LevelKey {
  return basis === "count" && levels.some(({ rate }) => rate) ? "rate" : basis;
}

/** Events over a population; nothing where either is not known. */
const eventsOf = (level: Level, population: Figure | undefined): EventsOver | undefined =>
  isKnown(level.count) && isKnown(population)
    ? { x: toNumber(level.count.value), n: toNumber(population.value) }
    : undefined;

/** The group's figure by each defensible definition: pooled or mean, with the force or without it. */
function definitionsOf(
  context: RowContext,
  measure: Measure,
  side: Comparator,
  when: PlacedWhen,
  basis: LevelKey,
): Definition[] {
  if (!isMade(side) || isAddable(basis)) return [];
  const own = context.sides.force.members[0];
  const isOwn = (member: Member): boolean => member.key === own?.key;
  // The figure of an area around the force has its own, which cannot be taken out.
  if (own && isWithin(own, side.members, context.gazetteer)) return [];
  const others = side.members.filter((member) => !isOwn(member));
  const hasOwn = others.length < side.members.length;
  return (["mean", "pooled"] as const).flatMap((average: Average) =>
    [true, false].flatMap((withForce) => {
      const members = withForce ? [...(own ? [own] : []), ...others] : others;
      const level = levelOf(asking(context, measure, { ...side, average, members }, when), measure.kind);
      const figure = level[basis];
      // Shares and times cannot be pooled; those definitions are none.
      if (!figure || (average === "pooled" && basis !== "rate" && !isKnown(figure))) return [];
      const isChosen = average === side.average && withForce === hasOwn;
      return [{ words: `${average} ${withForce ? "with" : "without"} ${context.plan.force}`, figure, isChosen }];
    }),
  );
}

/** The group as a row of the data, of which its forces are listed all the same. */
function givenFor(
  { store }: RowContext,
  measure: Measure,
  side: Comparator,
  when: PlacedWhen,
  basis: LevelKey,
): Comparison["given"] {
  const [name, ...more] = measure.series.add;
  if (!isMade(side) || !when.period || name === undefined || more.length + measure.series.subtract.length > 0) {
    return undefined;
  }
  for (const kind of [measure.basis, basis]) {
    const found = store.find(name, nameKey(side.name), when.period, kind);
    if (found) return [kind, found];
  }
  return undefined;
}

/** The definitions by which the force would be on the other side of a group; none for a group that is one row. */
export function reversals(
  context: RowContext,
  measure: Measure,
  side: Comparator,
  level: Level,
): readonly Definition[] {
  const basis = basisOf(measure, [level]);
  return reversed(level[basis], definitionsOf({ ...context, raise: () => {} }, measure, side, measure.current, basis));
}

/** Those that put the force on the other side of the group, or level with it. */
function reversed(force: Figure | undefined, definitions: readonly Definition[]): Definition[] {
  const chosen = definitions.find(({ isChosen }) => isChosen);
  if (!isKnown(force) || !chosen || !isKnown(chosen.figure)) return [];
  const sideOfIt = (group: KnownFigure): number => Math.sign(compareExact(force.value, group.value));
  const mine = sideOfIt(chosen.figure);
  return definitions.filter(({ figure }) => isKnown(figure) && sideOfIt(figure) !== mine);
}

export interface Rank {
  readonly rank: number;
  readonly words: string;
  /** The forces that have no figure and are not ranked; nothing where all are. */
  readonly without: string | undefined;
}

/** The rank of the plan's force, "22nd of 44, 1 being the lowest"; a sentence why not where it has none. */
export function rankIn({ compared, measure }: Comparison): Rank | string {
  const force = compared.find(({ isForce }) => isForce);
  if (force?.rank === undefined) return `${force?.name ?? "the force"} has no figure to rank by`;
  const ranked = compared.filter(({ rank }) => rank !== undefined);
  const lost = compared.filter(({ rank }) => rank === undefined).map(({ name }) => name);
  const tied = ranked.filter(({ rank }) => rank === force.rank).length;
  const best = measure.better === "higher" ? "highest" : "lowest";
  const among = lost.length === 0 ? `${ranked.length}` : `the ${ranked.length} that have a figure`;
  return {
    rank: force.rank,
    words: `${tied > 1 ? "joint " : ""}${ordinal(force.rank)} of ${among}, 1 being the ${best}`,
    without: lost.length === 0 ? undefined : `${lost.join(", ")} ${lost.length === 1 ? "has" : "have"} no figure`,
  };
}

/** "1st", "2nd", "11th". */
export function ordinal(n: number): string {
  const [tens, ones] = [n % 100, n % 10];
  if (tens >= 11 && tens <= 13) return `${n}th`;
  return `${n}${{ 1: "st", 2: "nd", 3: "rd" }[ones] ?? "th"}`;
}
