// What a measure asks of the data for one side in one period, and, where there is no answer, why.

import { type Figure, isKnown, missing } from "../core/figure.ts";
import { nameKey } from "../core/names.ts";
import { exactText, fixed } from "../core/number.ts";
import { type Period, periodName, populationDate } from "../core/period.ts";
import { type Problem, problem } from "../core/problems/problems.ts";
import { UNROUNDED } from "../core/rounding.ts";
import { isAddable, isMeasured, isPeople, type Kind, kinds, measuredKinds } from "../core/value-kind.ts";
import { kindInWords } from "../core/words/names.ts";
import { say } from "../core/words/say.ts";
import { overlap } from "../data/overlap.ts";
import { blankReason } from "../input/csv/cell.ts";
import type { DataQuestion, Level, LevelKey, MeasureKind } from "../measures/measure-kind.ts";
import { isMade, type Member } from "../plan/comparators.ts";
import { difference } from "../statistics/difference.ts";
import { mean } from "../statistics/mean.ts";
import { pooledRate } from "../statistics/pooled-rate.ts";
import { total } from "../statistics/total.ts";
import { absence } from "./absence.ts";
import type { Query } from "./context.ts";
import { agrees, populationJumps } from "./given-doubts.ts";
import { populationBelowCount } from "./population-below-count.ts";
import { possibleScore } from "./score-range.ts";

/** What may be averaged over forces, each counting alike. */
const averaged = ["rate", "percent", ...measuredKinds] as const;

/** The values of one side in one period; of a mean of forces, the means of theirs, and no number. */
export function levelOf(asking: Query, kind: MeasureKind): Level {
  const { side, when } = asking;
  if (when.none) return {};
  if (when.average) return averageLevel(asking, when.average, kind);
  // Of words no group is made, and none is asked for.
  if (kind.inWords && side.group) return {};
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

/** The averages of the values of several periods; a period that lacks one leaves its average out. */
function averageLevel(asking: Query, periods: readonly Period[], kind: MeasureKind): Level {
  const { average: _, ...when } = asking.when;
  const levels = periods.map((period) => levelOf({ ...asking, when: { ...when, period }, isPart: true }, kind));
  const names = Object.keys(levels[0] ?? {}) as LevelKey[];
  return Object.fromEntries(
    names.flatMap((name) => {
      const figures = levels.flatMap((level) => level[name] ?? []);
      return figures.length < levels.length ? [] : [[name, mean(figures)]];
    }),
  );
}

/** A gap of a group names the member that it comes from. */
function named(figure: Figure, parts: readonly Figure[], members: readonly Member[]): Figure {
  const lost = members.findIndex((_, index) => !isKnown(parts[index]));
  if (members.length === 1 || isKnown(figure) || figure.gap.withheld || lost < 0) return figure;
  return {
    ...figure,
    gap: { ...figure.gap, reason: say("gap.of", { name: members[lost]?.name ?? "", why: figure.gap.reason }) },
  };
}

/** A question without an answer raises its problem, and its figure is the gap that says why. */
export function dataQuestionOf(asking: Query): DataQuestion {
  const { store, series, when } = asking;
  return {
    find: (kind) => asking.withheld.shown(asking, kind, ofSeries(asking, kind, when.period)),
    gives: (kind) =>
      [...series.add, ...series.subtract].some((name) =>
        asking.everyPeriod
          ? store.names.kinds.get(nameKey(name))?.has(kind)
          : [asking.measure.baseline, asking.measure.current, when].some(({ period, average }) =>
              [average ?? period ?? []].flat().some((one) => store.gives(name, one, kind)),
            ),
      ),
    per: asking.measure.per,
    population: () => populationIn(asking),
    tell: (found) => asking.raise(found),
    period: when.period,
    mayLack: (kind) =>
      when.place === asking.measure.baseline.place &&
      !series.add.some((name) => when.period && store.gives(name, when.period, kind)),
    confirm: (computed, persons) => confirmRate(asking, computed, persons),
  };
}

/** The figure of the measure's series: what is added, less what is subtracted. */
function ofSeries(asking: Query, kind: Kind, period: Period | undefined): Figure {
  const { measure, series, raise } = asking;
  const lost = (reason: string, mark: "x" | "z" = "x"): Figure =>
    missing(kinds[kind], { mark, reason, reported: true });
  if (measure.unread !== undefined) return lost(measure.unread);
  if (!period) return lost(say("gap.no-period"));
  const terms = [...series.add, ...series.subtract];
  if (terms.length > 1 && isMeasured(kind)) {
    const why =
      kind === "score" ? say("gap.scores-add") : kind === "ratio" ? say("gap.ratios-add") : say("gap.times-add");
    return lost(why, "z");
  }
  const sum = (names: readonly string[]): Figure => {
    const figures = names.map((name) => ofMembers(asking, kind, name, period));
    const twice = names.length > 1 ? overlap(figures) : undefined;
    if (!twice) return total(figures);
    const [first = "", second = ""] = twice.map((place) => names[place]);
    raise(problem("series-overlap", measure.place("series"), first, second));
    return lost(say("gap.overlap", { series: second, other: first }));
  };
  if (series.subtract.length === 0) return possibleScore(sum(series.add), kind, asking);
  return difference(kinds[kind], sum(series.subtract), sum(series.add));
}

/** The figure of one series, or of the population, for the members of the side together. */
function ofMembers(asking: Query, kind: Kind, name: string, period: Period): Figure {
  const { store, side, raise } = asking;
  const { members } = side;
  if (members.length === 0) return missing(kinds[kind], { mark: "x", reason: noMember(), reported: true });
  const lost: Problem[] = [];
  const parts = members.map((member) => ofMember(asking, kind, name, member, period, (found) => lost.push(found)));
  // Of a large group that the data do not have, one sentence says as much as one for each force.
  if (lost.length <= MOST_LOST) for (const found of lost) raise(found);
  else {
    const what = isPeople(kind)
      ? `${kind} at ${populationDate(period)}`
      : `${name}, ${kind}, for ${periodName(period)}`;
    const without = members.filter((_, index) => !isKnown(parts[index])).map((member) => member.name);
    raise(problem("group-lacks", asking.measure.place("name"), side.name, what, without, members.length));
  }
  if (members.length === 1 || isAddable(kind)) return named(total(parts), parts, members);
  const counts = members.map((member) => store.find(name, member.key, period, "count"));
  if (kind === "rate" && counts.every((count) => count !== undefined)) {
    return named(pooledRate(counts, parts), [...parts, ...counts], [...members, ...members]);
  }
  const reason = say("gap.not-the-sum", { kind: kindInWords(kind), group: side.name });
  return missing(kinds[kind], { mark: "x", reason, reported: true });
}
const MOST_LOST = 3;
const noMember = (): string => say("gap.no-member");

/** The figure of one member; where there is none, the problem is told and the gap says why. */
function ofMember(
  asking: Query,
  kind: Kind,
  name: string,
  member: Member,
  period: Period,
  tell: Query["raise"],
): Figure {
  const found = asking.store.find(name, member.key, period, kind);
  if (!found) {
    const { why, reason } = absence(asking, { series: name, member, period, kind });
    tell(why);
    const current = { series: name, area: member.name, period, kind };
    return { ...missing(kinds[kind], { mark: "x", reason, reported: true }), observed: current };
  }
  const [origin] = found.from;
  // A sign that the data give on purpose is shown and explained in its cell; a blank may be an oversight.
  if (!isKnown(found) && found.gap.reason === blankReason() && origin) {
    const what = isPeople(kind) ? `${kind} of ${member.name}` : `${name} for ${member.name}`;
    tell(problem("figure-missing", origin, what, blankReason()));
  }
  return found;
}

/** The population that the plan chooses for the period; nothing where rates are not made with one. */
function populationIn(asking: Query): Figure | undefined {
  const { store, side, raise } = asking;
  // A rate computed in one period is not compared with one given in the other.
  const { baseline, current } = asking.measure;
  const { population: date } = asking.when;
  if (!date || (!baseline.population && !baseline.none) || !current.population) return undefined;
  const { of } = asking.measure.per;
  if (of === "households") return ofMembers(asking, of, "", date);
  for (const member of side.members) {
    for (const found of populationJumps(store, member, date)) raise(found);
    const below = populationBelowCount(asking, member, date);
    if (below) raise(below);
  }
  return ofMembers(asking, "population", "", date);
}

/** Tells of a rate that the data give and that a computed one does not agree with. */
function confirmRate({ store, side, series, when, isPart, raise }: Query, computed: Figure, persons: Figure): void {
  const [name] = series.add;
  const [member] = side.members;
  const simple = series.add.length === 1 && series.subtract.length === 0 && side.members.length === 1 && !isPart;
  if (!simple || name === undefined || !member || !when.period || !isKnown(computed) || !isKnown(persons)) return;
  const given = store.find(name, member.key, when.period, "rate");
  const [origin] = given?.from ?? [];
  if (!isKnown(given) || !origin || agrees(given, computed, persons)) return;
  const [current, baseline] = [exactText(given.value), fixed(computed.value, Math.max(3, given.places ?? UNROUNDED))];
  raise(problem("rate-differs", origin, `${name} for ${member.name}, ${periodName(when.period)}`, current, baseline));
}
