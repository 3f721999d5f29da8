// `latest` in a plan → the last period that the data have in full for the force and its groups, and what is newer than it.
import { isKnown } from "../core/figure.ts";
import { distinctPeriods, monthName, type Period, periodName, populationDate } from "../core/period.ts";
import { type Problem, problem } from "../core/problems/problems.ts";
import type { Kind } from "../core/value-kind.ts";
import type { Store } from "../data/store.ts";
import { blankReason } from "../input/csv/cell.ts";
import type { Data } from "../input/ingest.ts";
import { byHand } from "../measures/by-hand.ts";
import { comparatorOf, forceOf, type Member } from "../plan/comparators.ts";
import type { Group } from "../plan/group-schema.ts";
import type { Settled } from "../plan/latest.ts";
import type { Measure, PlacedWhen, Plan } from "../plan/model.ts";
import { monthsApart } from "../plan/when.ts";

/** A figure that a complete period must have. */
interface Need {
  readonly series: string;
  readonly member: Member;
  readonly kind: Kind;
}

/** What a `latest` comes to: the last complete period, and a newer one that only some have. */
export interface LatestFound {
  readonly key: string;
  readonly what: "current" | "population";
  readonly when: PlacedWhen;
  /** What stands beside the word. */
  readonly kept: Period | undefined;
  /** Nothing where no period is complete. */
  readonly found: Period | undefined;
  /** The month up to which it was looked for. */
  readonly upTo?: number;
  /** The data have none of these figures at all. */
  readonly lacksAll?: "populations" | "households";
  readonly ahead?: { readonly period: Period; readonly has: readonly string[]; readonly lacks: readonly string[] };
}

const YEAR = 12;
const QUARTER = 3;
const JUNE = 5;

/** Where a plan says `latest`: each place once, with the measures and the groups that it is for. */
function placesOf(plan: Plan): { when: PlacedWhen; key: string; measures: Measure[]; groups: readonly Group[] }[] {
  const places = new Map<string, { when: PlacedWhen; key: string; measures: Measure[]; groups: readonly Group[] }>();
  for (const { measures, groups } of plan.tables) {
    for (const measure of measures) {
      const { key, latest, latestPopulation } = measure.current;
      if (key === undefined || !(latest || latestPopulation) || measure.kind === byHand) continue;
      const known = places.get(key);
      if (known) known.measures.push(measure);
      else places.set(key, { key, when: measure.current, measures: [measure], groups });
    }
  }
  return [...places.values()];
}

/** Whether a plan has a `latest` without a period beside it, which only the data can settle. */
export const hasUnsettled = (plan: Plan): boolean =>
  placesOf(plan).some(
    ({ when: { latest, latestPopulation } }) =>
      (latest && !latest.kept) || (latestPopulation && !latestPopulation.kept),
  );

/** Whether a plan has a `latest` at all. */
export const hasLatest = (plan: Plan): boolean => placesOf(plan).length > 0;

/** What each `latest` of a plan comes to; `data` hold every period of its measures. */
export function latestFound(plan: Plan, { store, gazetteer }: Data): LatestFound[] {
  return placesOf(plan).flatMap(({ when, key, measures, groups }): LatestFound[] => {
    const force = forceOf(plan, gazetteer).members;
    const all = everyMember(plan, groups, gazetteer);
    const [first] = measures;
    const { latest, latestPopulation } = when;
    const answers: LatestFound[] = [];
    let current = when.period;
    if (latest) {
      const { baseline } = first as Measure;
      const usual = baseline.average?.[0] ?? baseline.period ?? latest.kept;
      const months = latest.months ?? (usual ? usual.to - usual.from + 1 : YEAR);
      // Grades are not given for every period, and no group has one.
      const numbers = measures.filter(({ kind }) => !kind.inWords);
      const needs =
        numbers.length > 0
          ? numbers.flatMap((measure) => needsOf(store, measure, all))
          : measures.flatMap((measure) => needsOf(store, measure, force));
      const one = newest(store, needs, (dates) => periodsOf(dates, months, baseline.period?.to));
      answers.push({ key, what: "current", when, kept: latest.kept, ...one });
      current = latest.kept ?? one.found;
    }
    if (latestPopulation && current) {
      const one = newestMidYear(store, measures, all, current.to);
      answers.push({ key, what: "population", when, kept: latestPopulation.kept, upTo: current.to, ...one });
    }
    return answers;
  });
}

/**
 * What to say of a population that a plan states beside a `latest` period: the period moves on, and the population does
 * not, though the data have a later one for the force and all its groups. Of a stated period nothing is said.
 */
export function populationsWaiting(plan: Plan, { store, gazetteer }: Data): Problem[] {
  return placesOf(plan).flatMap(({ when, measures, groups }): Problem[] => {
    const { latest, latestPopulation, population, period } = when;
    if (!latest || latestPopulation || !population || !period) return [];
    const { found } = newestMidYear(store, measures, everyMember(plan, groups, gazetteer), period.to);
    if (!found || found.to <= population.to) return [];
    return [problem("population-waiting", when.place(), populationDate(population), populationDate(found), plan.force)];
  });
}

/** What to say of each population that `latest` chose, where it is much older than its period: the data have none later. */
export function populationsOld(plan: Plan): Problem[] {
  return placesOf(plan).flatMap(({ when }): Problem[] => {
    const { latestPopulation, population, period } = when;
    const months = monthsApart(when);
    if (!latestPopulation || !population || !period || months === undefined) return [];
    return [problem("population-old", when.place(), populationDate(population), periodName(period), months)];
  });
}

/** The force and the members of its groups, each once. */
function everyMember(plan: Plan, groups: readonly Group[], gazetteer: Data["gazetteer"]): Member[] {
  const all = [forceOf(plan, gazetteer), ...groups.map((group) => comparatorOf(plan, group, gazetteer))];
  return [...new Map(all.flatMap(({ members }) => members.map((member) => [member.key, member] as const))).values()];
}

/** The last mid-year up to a month that has the populations or households of all of them. */
function newestMidYear(
  store: Store,
  measures: readonly Measure[],
  members: readonly Member[],
  last: number,
): Pick<LatestFound, "found" | "ahead" | "lacksAll"> {
  const kinds = new Set(measures.map(({ per }): Kind => (per.of === "households" ? "households" : "population")));
  const needs = [...kinds].flatMap((kind) => members.flatMap((member) => given(store, { series: "", member, kind })));
  if (needs.length === 0) return { found: undefined, lacksAll: kinds.has("population") ? "populations" : "households" };
  return newest(store, needs, (dates) => midYears(dates, last));
}

/** The need, where the data give such a figure for any period. What they never give holds nothing back. */
const given = (store: Store, need: Need): Need[] =>
  store.dates(need.series, need.member.key, need.kind).length > 0 ? [need] : [];

/** The figures that a measure is made of, for each member. */
function needsOf(store: Store, { series, kind, parts }: Measure, members: readonly Member[]): Need[] {
  const bases = kind.bases as readonly Kind[];
  const terms = [...series.add, ...series.subtract].flatMap((name) =>
    members.flatMap((member) => {
      const main = bases.filter((base) => base !== "rate" || !bases.includes("count"));
      const found = main.flatMap((base) => given(store, { series: name, member, kind: base }));
      if (found.length > 0) return found;
      const others: Kind[] = ["count", "rate"];
      return others.flatMap((other) => given(store, { series: name, member, kind: other })).slice(0, 1);
    }),
  );
  const shares = parts.flatMap(({ series: name }) =>
    members.flatMap((member) => given(store, { series: name, member, kind: "percent" })),
  );
  return [...terms, ...shares];
}

/** Periods of so many months, the newest first, back to the end of the baseline; quarters are those of the year. */
function periodsOf(dates: readonly Period[], months: number, after = 0): Period[] {
  const last = dates.reduce((most, { to }) => Math.max(most, to), 0);
  const first = dates.reduce((least, { from }) => Math.min(least, from), last);
  const ends = Array.from(
    { length: Math.max(0, last - Math.max(after, first + months - 2)) },
    (_, back) => last - back,
  );
  return ends
    .filter((to) => months !== QUARTER || (to + 1) % QUARTER === 0)
    .map((to) => ({ from: to - months + 1, to }));
}

/** The middles of years up to a month, the newest first. */
const midYears = (dates: readonly Period[], last: number): Period[] =>
  distinctPeriods(dates)
    .filter(({ from, to }) => from === to && to % YEAR === JUNE && to <= last)
    .sort((a, b) => b.to - a.to);

/** The newest of the periods that has all that is needed, and the newest before it that only some have. */
function newest(
  store: Store,
  needs: readonly Need[],
  periods: (dates: readonly Period[]) => Period[],
): Pick<LatestFound, "found" | "ahead"> {
  let ahead: LatestFound["ahead"];
  for (const period of periods(needs.flatMap(({ series, member, kind }) => store.dates(series, member.key, kind)))) {
    const lacking = needs.filter((need) => !isThere(store, need, period));
    if (lacking.length === 0) return { found: period, ...(ahead && { ahead }) };
    if (lacking.length < needs.length) ahead ??= { period, ...sidesOf(needs, lacking) };
  }
  return { found: undefined, ...(ahead && { ahead }) };
}

/** Who has a period and who has not: by area, or by series where every area lacks one. */
function sidesOf(needs: readonly Need[], lacking: readonly Need[]): { has: string[]; lacks: string[] } {
  const by = (name: (need: Need) => string): { has: string[]; lacks: string[] } => {
    const lacks = new Set(lacking.map(name));
    return { has: [...new Set(needs.map(name))].filter((one) => !lacks.has(one)), lacks: [...lacks] };
  };
  const byArea = by(({ member }) => member.name);
  if (byArea.has.length > 0) return byArea;
  const bySeries = by(({ series }) => series);
  return bySeries.has.length > 0 ? bySeries : by(({ series, member }) => `${series} of ${member.name}`);
}

/** Whether the data answer: with a figure, a word, or a published reason for none other than "not available". */
function isThere(store: Store, { series, member, kind }: Need, period: Period): boolean {
  const figure = store.find(series, member.key, period, kind);
  if (figure === undefined || isKnown(figure) || "word" in figure) return figure !== undefined;
  const { mark, reported, reason, isPartial } = figure.gap;
  // What is given twice is there: its own message says what is wrong with it.
  return mark !== "x" || (reported === true && !isPartial && reason !== blankReason());
}

/** What was found, as the plan is read with it. */
export function settledBy(all: readonly LatestFound[]): Settled {
  const settled = new Map<string, { period?: Period; population?: Period }>();
  for (const { key, what, found } of all) {
    if (found) settled.set(key, { ...settled.get(key), [what === "current" ? "period" : "population"]: found });
  }
  return settled;
}

/** What to say of each `latest`: of those that keep to a period, only where `ofKept` asks whether a newer one waits. */
export function latestProblems(plan: Plan, all: readonly LatestFound[], ofKept: boolean): Problem[] {
  return all.flatMap(({ what, when, kept, found, ahead, upTo = 0, lacksAll }): Problem[] => {
    if (ofKept !== (kept !== undefined)) return [];
    const named = what === "current" ? periodName : populationDate;
    const place = when.place();
    const problems: Problem[] = [];
    if (kept === undefined) {
      problems.push(
        found
          ? problem("latest-chosen", place, what, named(found), plan.force)
          : problem("latest-none", place, what, plan.force, monthName(upTo), lacksAll),
      );
    } else if (found && found.to > kept.to) {
      problems.push(problem("latest-waiting", place, what, named(kept), named(found)));
    }
    if (ahead && ahead.period.to > (kept?.to ?? 0)) {
      problems.push(problem("latest-incomplete", place, what, named(ahead.period), ahead.has, ahead.lacks));
    }
    return problems;
  });
}
