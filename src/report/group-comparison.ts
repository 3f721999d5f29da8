// A measure in the forces of a group: each one's figures, rank and distance from the group.

import { derive } from "../core/derive.ts";
import { type Figure, isKnown } from "../core/figure.ts";
import { nameKey } from "../core/names.ts";
import { compareExact, exact, minus, toNumber } from "../core/number.ts";
import { isAddable, type Kind, kinds } from "../core/value-kind.ts";
import { noKind } from "../core/words/names.ts";
import { say } from "../core/words/say.ts";
import type { Change, Level, LevelKey } from "../measures/measure-kind.ts";
import { type Comparator, isMade, type Member, membersOf } from "../plan/comparators.ts";
import type { Measure, PlacedWhen } from "../plan/model.ts";
import { dispersion } from "../statistics/dispersion.ts";
import { competitionRanks } from "../statistics/ranks.ts";
import { type Spread, spread } from "../statistics/spread.ts";
import { type AgainstOthers, againstOthers, contenderEvents } from "./against-others.ts";
import { averagesOf, basisCompared, type Definition, onOtherSide } from "./averages.ts";
import { type ChangeBeside, changeBeside, type Moved, unlikeChange } from "./change-beside.ts";
import { queryFor, type RowContext } from "./context.ts";
import { type BreakBetween, breaksBetween } from "./not-chance.ts";
import { dataQuestionOf, levelOf } from "./query.ts";
import { isRecordedCrime } from "./recorded-crime.ts";

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
  /** Nothing where it is not ranked by a computed rate, or the others have no limits. */
  readonly against: AgainstOthers | undefined;
  readonly spread: Spread | undefined;
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
  /** The change of the plan's force beside those of the other members, of what its aim is judged on. */
  readonly beside: ChangeBeside | undefined;
  /** Why there is none, of a measure of events with a baseline. */
  readonly notBeside: string | undefined;
  /** The breaks between its periods, and within the one of the figures. */
  readonly breaks: readonly BreakBetween[];
}

/** The comparison of a measure in one period; of a group that is a row of the data, that row and the force alone. */
export function comparisonOf(context: RowContext, measure: Measure, side: Comparator, when: PlacedWhen): Comparison {
  const own = context.sides.force.members[0]?.key;
  // What a member lacks is said in its row, and once for the group.
  const quiet: RowContext = { ...context, raise: () => {} };
  const levelAt = (one: Comparator, at: PlacedWhen): Level =>
    levelOf(queryFor(one.members[0]?.key === own || one === side ? context : quiet, measure, one, at), measure.kind);
  const listed = side.group ? membersOf(side.group, context.gazetteer) : [];
  const members = listed.length > 1 ? listed : [];
  const forces = members.some((member) => member.key === own) ? members : [...context.sides.force.members, ...members];
  const asSide = (member: Member): Comparator => ({ ...side, name: member.name, members: [member] });
  const levels = forces.map((member) => levelAt(asSide(member), when));
  const baselines = forces.map((member) => levelAt(asSide(member), measure.baseline));
  const group = levelAt(side, when);
  const basis = basisCompared(measure, [...levels, group]);
  const figures = levels.map((level) => figureOf(level, basis));
  const figure = figureOf(group, basis);
  const ranked = figures.map((one) => (isKnown(one) ? one.value : undefined));
  const lowFirst = measure.better !== "higher";
  const ranks = competitionRanks(ranked, (a, b) => (lowFirst ? compareExact(a, b) : compareExact(b, a)));
  const populationAt = (member: Member, at: PlacedWhen): Figure | undefined =>
    dataQuestionOf(queryFor(quiet, measure, asSide(member), at)).population();
  const populations = forces.map((member) => populationAt(member, when));
  const definitions = averagesOf(quiet, measure, side, when, basis);
  const comparable = !isAddable(basis);
  const ownIndex = forces.findIndex((member) => member.key === own);
  const force = figures[ownIndex];
  const contenders = forces.map((member, index) => ({
    isMember: side.members.some((other) => other.key === member.key),
    count: levels[index]?.count,
    population: populations[index],
    rate: figures[index] as Figure,
  }));
  const isMember = contenders.map((one) => one.isMember);
  const counting = contenders.filter((one) => one.isMember).map(contenderEvents);
  const counted = counting.flatMap((one) => one ?? []);
  // Averages vary less than the numbers of one period, by which limits and dispersion are made.
  const isAverage = when.average !== undefined;
  const over = { ...measure, current: when };
  const ownLevels = { baseline: { force: baselines[ownIndex] ?? {} }, current: { force: levels[ownIndex] ?? {} } };
  const breaks = breaksBetween(
    { ...context, sides: { ...context.sides, groups: [side] } },
    over,
    isRecordedCrime(context, measure, ownLevels),
  );
  // Rates that are not of one kind, or not whole, are not held against each other.
  const isWhole = !breaks.some((one) => one.isInCurrent);
  const hasLimits = basis === "rate" && !isAverage && isWhole;
  const against = hasLimits ? againstOthers(contenders, lowFirst, measure.per) : [];
  const rates = figures.flatMap((one, index) =>
    isMember[index] ? [isKnown(one) ? toNumber(one.value) : Number.NaN] : [],
  );
  const moved = forces.map((member, index): Moved | undefined => {
    if (measure.basis !== "count" && measure.basis !== "rate") return undefined;
    const counts = [baselines[index]?.count, levels[index]?.count] as const;
    const people = [populationAt(member, measure.baseline), populations[index]] as const;
    return { name: member.name, counts, ...(measure.basis === "rate" && { populations: people }) };
  });
  const ownMoved = moved[ownIndex];
  const othersMoved = moved.flatMap((one, index) => (one && index !== ownIndex && isMember[index] ? [one] : []));
  const besideFound = measure.baseline.none
    ? undefined
    : (unlikeChange(over, breaks) ?? (ownMoved && changeBeside(ownMoved, othersMoved, side.name)));
  return {
    ...{ measure, side, when, basis, group, figure, definitions, breaks },
    compared: forces.map((member, index) => {
      const one = figures[index] as Figure;
      const [level = {}, population] = [levels[index], populations[index]];
      return {
        ...{ name: member.name, level, population, figure: one, rank: ranks[index] },
        isForce: member.key === own,
        isMember: isMember[index] ?? false,
        change: measure.kind.change(baselines[index] ?? {}, level),
        distance: distanceOf(one, figure),
        against: against[index],
        spread: isKnown(one) && comparable ? spread(rates, toNumber(one.value)) : undefined,
      };
    }),
    groupChange: measure.kind.change(levelAt(side, measure.baseline), group),
    groupPopulation:
      side.average === "pooled" ? dataQuestionOf(queryFor(context, measure, side, when)).population() : undefined,
    reversedBy: onOtherSide(force, definitions),
    given: isKnown(figure) || !figure.gap.withheld ? givenFor(context, measure, side, when, basis) : undefined,
    dispersion: counted.length === counting.length && !isAverage ? dispersion(counted) : undefined,
    beside: typeof besideFound === "string" ? undefined : besideFound,
    notBeside: ownMoved && typeof besideFound === "string" ? besideFound : undefined,
  };
}

/** Its figure less the group's, in points where they are percentages; none where they are the same but for rounding. */
function distanceOf(one: Figure, group: Figure): Figure {
  const unit = one.unit === "%" ? "percentage points" : one.unit;
  if (isAddable(kindOf(one.unit))) {
    return {
      gap: { mark: "z", reason: say("gap.against-sum") },
      unit,
      from: one.from,
    };
  }
  return derive(
    unit,
    [one, group],
    (mine, groups) => (compareExact(mine, groups) === 0 ? exact(0) : minus(mine, groups)),
    (mine, groups) => `${mine} − ${groups}`,
  );
}

/** The kind whose figures have that unit. */
const kindOf = (unit: Figure["unit"]): Kind =>
  (Object.keys(kinds) as Kind[]).find((kind) => kinds[kind] === unit) ?? "rate"; // in any of the units of a rate

const figureOf = (level: Level, basis: LevelKey): Figure =>
  level[basis] ?? { gap: { mark: "x", reason: noKind(basis) }, unit: kinds[basis], from: [] };

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
