// What a measure asks of the data for one side in one period, and, where there is no answer, why.

import { type Figure, isKnown, type KnownFigure, missing } from "../core/figure.ts";
import { MOST_LISTED, nameKey, nearest, nearestFirst } from "../core/names.ts";
import { compareExact, exact, exactText, fixed, HALF, minus, over, plus, times, ZERO } from "../core/number.ts";
import { nearestInTime, type Period, periodKey, periodName, populationDate } from "../core/period.ts";
import { type Problem, problem } from "../core/problems/problems.ts";
import { UNROUNDED } from "../core/rounding.ts";
import { isAddable, type Kind, kinds } from "../core/value-kind.ts";
import { overlap } from "../data/overlap.ts";
import type { Store } from "../data/store.ts";
import { BLANK } from "../input/csv/cell.ts";
import type { DataQuestion, Level, MeasureKind } from "../measures/measure-kind.ts";
import { type Comparator, isMade, type Member } from "../plan/comparators.ts";
import type { Terms } from "../plan/measure-schema.ts";
import type { Measure, PlacedWhen, Plan } from "../plan/model.ts";
import { difference } from "../statistics/difference.ts";
import { mean } from "../statistics/mean.ts";
import { pooledRate } from "../statistics/pooled-rate.ts";
import { total } from "../statistics/total.ts";

export interface Query {
  readonly plan: Plan;
  readonly store: Store;
  readonly measure: Measure;
  readonly series: Terms;
  readonly side: Comparator;
  readonly when: PlacedWhen;
  /** Any of the periods that the data hold may be asked about, one after the other. */
  readonly everyPeriod?: boolean;
  readonly raise: (found: Problem) => void;
}

/** What may be averaged over forces, each counting alike. */
const averaged = ["rate", "percent", "seconds", "hours"] as const;

/** The values of one side in one period; of a mean of forces, the means of theirs, and no number. */
export function levelOf(asking: Query, kind: MeasureKind): Level {
  const { side, when } = asking;
  if (when.none) return {};
  if (side.average === "pooled" || !isMade(side)) return kind.level(dataQuestionOf(asking));
  const levels = side.members.map((member) =>
    kind.level(dataQuestionOf({ ...asking, side: { ...side, name: member.name, members: [member] } })),
  );
  return Object.fromEntries(
    averaged.flatMap((name) => {
      const figures = levels.flatMap((level) => level[name] ?? []);
      if (figures.length < levels.length) return [];
      return [[name, named(mean(figures), figures, side.members)]];
    }),
  );
}

/** A gap of a group names the member that it comes from. */
function named(figure: Figure, parts: readonly Figure[], members: readonly Member[]): Figure {
  const lost = members.findIndex((_, index) => !isKnown(parts[index]));
  if (members.length === 1 || isKnown(figure) || lost < 0) return figure;
  return { ...figure, gap: { ...figure.gap, reason: `${members[lost]?.name}: ${figure.gap.reason}` } };
}

/** A question without an answer raises its problem, and its figure is the gap that says why. */
export function dataQuestionOf(asking: Query): DataQuestion {
  const { store, side, series, when, raise } = asking;
  const { members } = side;

  const one = (kind: Kind, name: string, member: Member, period: Period, tell: Query["raise"]): Figure => {
    const found = store.find(name, member.key, period, kind);
    if (!found) {
      const { why, reason } = absence(asking, { series: name, member, period, kind });
      tell(why);
      const current = { series: name, area: member.name, period, kind };
      return { ...missing(kinds[kind], { mark: "x", reason, reported: true }), observed: current };
    }
    const [origin] = found.from;
    // A sign that the data give on purpose is shown and explained in its cell; a blank may be an oversight.
    if (!isKnown(found) && found.gap.reason === BLANK && origin) {
      const what = kind === "population" ? `population of ${member.name}` : `${name} for ${member.name}`;
      tell(problem("figure-missing", origin, what, BLANK));
    }
    return found;
  };
  const ofMembers = (kind: Kind, name: string, period: Period): Figure => {
    const lost: Problem[] = [];
    const parts = members.map((member) => one(kind, name, member, period, (found) => lost.push(found)));
    // Of a large group that the data do not have, one sentence says as much as one for each force.
    if (lost.length <= MOST_LOST) for (const found of lost) raise(found);
    else {
      const what = kind === "population" ? "population" : `${name}, ${kind}`;
      const without = members.filter((_, index) => !isKnown(parts[index])).map((member) => member.name);
      raise(problem("group-lacks", asking.measure.place("name"), side.name, what, without, members.length));
    }
    if (members.length === 1 || isAddable(kind)) return named(total(parts), parts, members);
    const counts = members.map((member) => store.find(name, member.key, period, "count"));
    if (kind === "rate" && counts.every((count) => count !== undefined)) {
      return named(pooledRate(counts, parts), [...parts, ...counts], [...members, ...members]);
    }
    const reason = `the ${kind} of ${side.name} is not the sum of its forces'; average: mean takes the mean of them`;
    return missing(kinds[kind], { mark: "x", reason, reported: true });
  };
  const find = (kind: Kind, period: Period | undefined): Figure => {
    const { unread } = asking.measure;
    if (unread !== undefined) return missing(kinds[kind], { mark: "x", reason: unread, reported: true });
    if (!period) return missing(kinds[kind], { mark: "x", reason: "the plan states no period for it", reported: true });
    const terms = [...series.add, ...series.subtract];
    if (terms.length > 1 && (kind === "seconds" || kind === "hours")) {
      return missing(kinds[kind], { mark: "z", reason: "times of several series do not add up", reported: true });
    }
    const sum = (names: readonly string[]): Figure => {
      const figures = names.map((name) => ofMembers(kind, name, period));
      const twice = names.length > 1 ? overlap(figures) : undefined;
      if (!twice) return total(figures);
      const [first = "", second = ""] = twice.map((place) => names[place]);
      raise(problem("series-overlap", asking.measure.place("series"), first, second));
      return missing(kinds[kind], { mark: "x", reason: `${second} is partly or wholly in ${first}`, reported: true });
    };
    if (series.subtract.length === 0) return sum(series.add);
    return difference(kinds[kind], sum(series.subtract), sum(series.add));
  };
  const population = (): Figure | undefined => {
    // A rate computed in one period is not compared with one given in the other.
    const { baseline, current } = asking.measure;
    const { population: date } = when;
    if (!date || (!baseline.population && !baseline.none) || !current.population) return undefined;
    for (const member of members) for (const found of jumps(store, member, date)) raise(found);
    return ofMembers("population", "", date);
  };
  return {
    find: (kind) => find(kind, when.period),
    gives: (kind) =>
      [...series.add, ...series.subtract].some((name) =>
        asking.everyPeriod
          ? store.names.kinds.get(nameKey(name))?.has(kind)
          : [asking.measure.baseline, asking.measure.current, when].some(
              ({ period }) => period && store.gives(name, period, kind),
            ),
      ),
    population,
    confirm(computed, persons) {
      const [name] = series.add;
      const [member] = members;
      const simple = series.add.length === 1 && series.subtract.length === 0 && members.length === 1;
      if (!simple || name === undefined || !member || !when.period || !isKnown(computed) || !isKnown(persons)) return;
      const given = store.find(name, member.key, when.period, "rate");
      const [origin] = given?.from ?? [];
      if (!isKnown(given) || !origin || agrees(given, computed, persons)) return;
      const [current, baseline] = [
        exactText(given.value),
        fixed(computed.value, Math.max(3, given.places ?? UNROUNDED)),
      ];
      raise(
        problem("rate-differs", origin, `${name} for ${member.name}, ${periodName(when.period)}`, current, baseline),
      );
    },
  };
}

const MOST_LOST = 3;
const FIFTY = exact(50);

/** A rate given agrees with one computed if rounding, its own and that of the population to hundreds, explains all. */
function agrees(given: Figure, computed: Figure, persons: Figure): boolean {
  if (!isKnown(given) || !isKnown(computed) || !isKnown(persons)) return true;
  const half = times(HALF, exact(`1e-${given.places ?? UNROUNDED}`));
  const rounded = exactText(persons.value).endsWith("00");
  const slack = rounded ? over(times(computed.value.abs(), FIFTY), minus(persons.value, FIFTY)) : ZERO;
  return compareExact(minus(given.value, computed.value).abs(), plus(half, slack)) <= 0;
}

const JUMP = exact("1.2");

/** What is known of the jumps of a store's populations: every measure asks for the same few. */
const jumpsKnown = new WeakMap<Store, Map<string, readonly Problem[]>>();

/** A population that is far from another given for the area is one of something else, or misprinted. */
function jumps(store: Store, member: Member, date: Period): readonly Problem[] {
  const known = jumpsKnown.get(store) ?? new Map<string, readonly Problem[]>();
  jumpsKnown.set(store, known);
  const asked = `${member.key}\n${member.name}\n${periodKey(date)}`;
  const found = known.get(asked) ?? jumpsOf(store, member, date);
  known.set(asked, found);
  return found;
}

function jumpsOf(store: Store, member: Member, date: Period): Problem[] {
  const used = store.find("", member.key, date, "population");
  if (!isKnown(used)) return [];
  return store.given("", member.key, "population").flatMap(({ period, figure }) => {
    if (!isKnown(figure) || !figure.from[0]) return [];
    const [small, large] = compareExact(figure.value, used.value) < 0 ? [figure, used] : [used, figure];
    if (compareExact(large.value, times(small.value, JUMP)) <= 0) return [];
    const words = (of: KnownFigure, at: Period): string => `${exactText(of.value)} (${populationDate(at)})`;
    return [problem("population-jumps", figure.from[0], member.name, words(figure, period), words(used, date))];
  });
}

interface Lost {
  readonly series: string;
  readonly member: Member;
  readonly period: Period;
  readonly kind: Kind;
}

interface Offer {
  readonly near: string | undefined;
  readonly known: readonly string[];
}

/** What is offered in place of the names that a store does not have: every measure asks for the same few. */
const offers = new WeakMap<ReadonlyMap<string, string>, Map<string, Offer>>();

function offered(names: ReadonlyMap<string, string>, written: string): Offer {
  const made = offers.get(names) ?? new Map<string, Offer>();
  offers.set(names, made);
  const all = [...names.values()];
  const offer = made.get(written) ?? { near: nearest(written, all), known: nearestFirst(written, all) };
  made.set(written, offer);
  return offer;
}

/** Why the data do not give a figure that the plan asks for: the nearest name, period or kind that they have. */
function absence(asking: Query, { series, member, period, kind }: Lost): { why: Problem; reason: string } {
  const { store, measure, plan, side, when } = asking;
  const isPopulation = kind === "population";
  const isPart = asking.series !== measure.series;
  const { areas, series: allSeries, kinds: kindsOf } = store.names;
  if (!areas.has(member.key)) {
    const { near, known } = offered(areas, member.name);
    const place = side.group ? plan.placeOf(side.group) : plan.place("force");
    const why = problem("area-unknown", place, member.name, near, known);
    return { why, reason: `no data for ${member.name}` };
  }
  if (!isPopulation && !allSeries.has(nameKey(series))) {
    const { near, known } = offered(allSeries, series);
    const isName = measure.series.add.length === 1 && measure.series.add[0] === measure.name;
    const why = problem(
      "series-unknown",
      measure.place(isPart ? "parts" : isName ? "name" : "series"),
      series,
      near,
      known,
    );
    return { why, reason: `no data for ${series}` };
  }
  const dated = isPopulation ? populationDate : periodName;
  const what = isPopulation ? `population of ${member.name}` : `${series} for ${member.name}, ${kind}`;
  const dates = store.dates(series, member.key, kind);
  if (dates.length > 0) {
    const isComputable = kind === "rate" && measure.kind.bases.includes("count");
    const known = nearestInTime(period, dates, MOST_LISTED).map(dated);
    // A year stands for the middle of it, if the data have that.
    const within = dates.filter(({ from, to }) => period.from <= from && to <= period.to);
    const near = isPopulation && within[0] && within.length === 1 ? dated(within[0]) : undefined;
    const why = problem("period-not-covered", when.place(), what, dated(period), known, near, isComputable);
    return { why, reason: `the data do not cover ${dated(period)}` };
  }
  const others = [...(kindsOf.get(nameKey(series)) ?? [])].filter(
    (other) => store.dates(series, member.key, other).length > 0,
  );
  const why = problem("no-figure", measure.place(isPart ? "parts" : "name"), what, kind, others);
  return { why, reason: `the data give no ${kind}` };
}
