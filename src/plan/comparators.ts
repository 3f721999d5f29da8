// The sides of a comparison: the plan's force and its groups, as the areas that the data are found by.

import { nameKey } from "../core/names.ts";
import { distinctPeriods, type Period } from "../core/period.ts";
import { type Problem, problem } from "../core/problems/problems.ts";
import { isOfWords, isPeople, type Kind } from "../core/value-kind.ts";
import { say } from "../core/words/say.ts";
import type { Area, AreaType, Gazetteer } from "../data/areas.ts";
import type { Wanted } from "../data/observation.ts";
import type { Average, Group } from "./group-schema.ts";
import type { Measure, Plan } from "./model.ts";

/** An area of the plan, as it names it and as the data are found by. */
export interface Member {
  readonly name: string;
  readonly key: string;
  readonly area: Area | undefined;
}

/** The plan's force, or a group: the areas whose figures make its own, and how. */
export interface Comparator {
  readonly name: string;
  readonly members: readonly Member[];
  readonly average: Average;
  /** Of the plan's own force, nothing. */
  readonly group?: Group;
  /** Its figure is a row of the data, not made from those of listed forces. */
  readonly isRow: boolean;
  /** One of its members is an area around the plan's force. */
  readonly holdsForce?: boolean;
}

/** Whether the figure of a side is made from those of several forces. */
export const isMade = (side: Comparator): boolean => side.members.length > 1;

/** The name of a side with how its figure is made: "MSG (pooled)". */
export const comparatorLabel = (side: Comparator): string => {
  if (side.isRow) return side.name;
  const { name } = side;
  return side.average === "mean" ? say("side.mean", { name }) : say("side.pooled", { name });
};

/** A name of the plan is that of a force where there is one of that name. */
function memberOf(name: string, places: Gazetteer): Member {
  const force = places.find(name, "", "force");
  const found = "key" in force && force.area ? force : places.find(name);
  return "key" in found ? { name, key: found.key, area: found.area } : { name, key: nameKey(name), area: undefined };
}

const ALL = "all forces";

/** The members of a group as the plan lists them, each name once; "all forces" are the territorial ones. */
function listed(group: Group, places: Gazetteer): readonly Member[] {
  const names = new Map(group.forces.map((name) => [nameKey(name), name]));
  return [...names.values()].flatMap((name) =>
    nameKey(name) === ALL ? places.forces.map((area) => memberOf(area.name, places)) : [memberOf(name, places)],
  );
}

/** The plan's force as a side. */
export function forceOf(plan: Plan, places: Gazetteer): Comparator {
  return { name: plan.force, members: [memberOf(plan.force, places)], average: "pooled", isRow: true };
}

/** Every member of a group, each once, whether or not it counts in the group's figure. */
export const membersOf = (group: Group, places: Gazetteer): readonly Member[] =>
  listed(group, places).filter((one, index, all) => holderOf(one, index, all, places) === undefined);

/** A group as a side: its members, with the plan's force or without it as the plan says. */
export function comparatorOf(plan: Plan, group: Group, places: Gazetteer): Comparator {
  const all = membersOf(group, places);
  const own = memberOf(plan.force, places);
  const isRow =
    group.forces.length === 1 && group["includes-force"] === undefined && nameKey(group.forces[0] ?? "") !== ALL;
  const others = all.filter((member) => member.key !== own.key);
  const includes = group["includes-force"] ?? others.length < all.length;
  const holdsForce = isWithin(own, all, places);
  // A force within one of the members is in its figure already.
  const added = others.length < all.length || holdsForce ? all : [own, ...all];
  const members = isRow ? all : includes ? added : others;
  return { name: group.name, members, average: group.average ?? "pooled", group, isRow, holdsForce };
}

/** Which types of area may lie around one of each type. */
const around: Readonly<Record<AreaType, readonly AreaType[]>> = {
  partnership: ["force"],
  force: ["region", "country"],
  region: ["country"],
  country: ["country"],
};

/** The areas around one, from the nearest to the widest: a force's region, its country. */
function areasAround(area: Area | undefined, places: Gazetteer): readonly Area[] {
  if (area?.within === undefined) return [];
  const found = around[area.type].flatMap((type) => {
    const place = places.find(area.within ?? "", "", type);
    return "key" in place && place.area && place.area.type === type ? [place.area] : [];
  });
  return [...found.slice(0, 1), ...areasAround(found[0], places)];
}

/** Whether an area lies within one of the members, so that its figures are part of theirs. */
export const isWithin = ({ area }: Member, members: readonly Member[], places: Gazetteer): boolean =>
  holderAround(area, members, places) !== undefined;

const holderAround = (area: Area | undefined, members: readonly Member[], places: Gazetteer): Member | undefined => {
  const outer = areasAround(area, places);
  return members.find((member) => outer.some((one) => one.name === member.area?.name && one.type === member.area.type));
};

/** The member of a group that has the figures of this one already: itself, named before, or an area around it. */
function holderOf(one: Member, index: number, peers: readonly Member[], places: Gazetteer): Member | undefined {
  const before = peers.slice(0, index).find((other) => other.key === one.key);
  return before ?? holderAround(one.area, peers, places);
}

/** What is told of groups whose members overlap: each is counted once. */
export function groupProblems(plan: Plan, places: Gazetteer): Problem[] {
  const empty = plan.groups
    .filter((group) => comparatorOf(plan, group, places).members.length === 0)
    .map((group) => problem("group-left-empty", plan.placeOf(group), group.name, plan.force));
  const twice = plan.groups.flatMap((group) =>
    listed(group, places).flatMap((one, index, all) => {
      const holder = holderOf(one, index, all, places);
      if (!holder) return [];
      const other = holder.key === one.key ? one.name : holder.name;
      return [problem("group-twice", plan.placeOf(group), group.name, one.name, other)];
    }),
  );
  const repeated = plan.groups.flatMap((group) => {
    const all = group.forces.map(nameKey);
    const again = group.forces.filter((_, index) => all.indexOf(all[index] ?? "") < index);
    const names = new Map(again.map((name) => [nameKey(name), name]));
    return [...names.values()].map((name) => problem("group-twice", plan.placeOf(group), group.name, name, name));
  });
  return [...empty, ...repeated, ...twice];
}

/** The series whose figures a measure is made of, those of its parts among them. */
const termsOf = ({ series, parts }: Measure): string[] => [
  ...series.add,
  ...series.subtract,
  ...parts.map((part) => part.series),
];

/**
 * What the measures ask for: their series and the populations, for the force and the groups of the plan; of every
 * period where `anyPeriod` says so, for figures over time.
 */
export function wantedBy(plan: Plan, places: Gazetteer, measures: readonly Measure[], anyPeriod = false): Wanted {
  const groups = plan.groups.flatMap((group) => membersOf(group, places));
  const areas = new Set([...forceOf(plan, places).members, ...groups].map((member) => member.key));
  // A group may also be a row of the data, beside its forces.
  for (const { name } of plan.groups) areas.add(nameKey(name));
  const series = new Set(measures.flatMap(termsOf).map(nameKey));
  const marks = [...series].map((name) => `${name} against `);
  // Most measures are of the same few.
  const periods = distinctPeriods(
    measures
      .flatMap(({ baseline, current, also }) => [
        baseline,
        current,
        ...also.flatMap(({ earlier, later }) => [earlier, later]),
      ])
      .flatMap(({ period }) => period ?? []),
  );
  const isWanted = ({ from, to }: Period): boolean => periods.some((asked) => asked.from <= from && to <= asked.to);
  // A count is set beside those of the same season a year off; of years, beside two on either side.
  const usual = (period: Period, kind: Kind): boolean => {
    const { from, to } = period;
    if (kind !== "count" || anyPeriod || isWanted(period) || to - from >= YEAR) return false;
    const margin = to - from === YEAR - 1 ? 2 * YEAR : YEAR;
    return periods.some((asked) => asked.from - margin <= from && to <= asked.to + margin);
  };
  const courses = distinctPeriods(
    measures.flatMap(({ current }) => (current.period ? courseReach(current.period) : [])),
  );
  const isOfCourse = ({ from, to }: Period): boolean => courses.some((one) => one.from <= from && to <= one.to);
  return {
    area: (areaKey) => areas.has(areaKey),
    figure: (areaKey, seriesKey, kind) =>
      areas.has(areaKey) &&
      (isPeople(kind) ||
        series.has(seriesKey) ||
        (kind === "change" && [...series].some((one) => isSameOffence(one, seriesKey))) ||
        (kind === "base" && seriesKey === ANY_BASE) ||
        (kind === "significance" && marks.some((mark) => seriesKey.startsWith(mark)))),
    // Every population of an area is compared with the one used; of the rest, a period or the parts of one.
    period: (period, kind) => anyPeriod || isPeople(kind) || isWanted(period),
    near: (period, kind) =>
      usual(period, kind) || (!anyPeriod && !isWanted(period) && hasCourse(kind) && isOfCourse(period)),
    usual,
  };
}

/**
 * Whether a table of changes means the offence of a table of numbers by another name: the ONS has "Other theft offences" in
 * the one and "All other theft offences" in the other, and cuts "Miscellaneous crimes against society" short.
 */
export const isSameOffence = (name: string, published: string): boolean =>
  [published, published.replace(/^all /, "")].includes(name) || published.startsWith(`${name} `);

/** The months that the course of a measure may reach over, with those of the current period. */
const courseReach = ({ from, to }: Period): Period => ({ from: to - COURSE_PERIODS * (to - from + 1) + 1, to });

/** A course is drawn of so many periods at most, the current one among them. */
export const COURSE_PERIODS = 8;

/** Whether values of that kind are drawn over time. */
const hasCourse = (kind: Kind): boolean =>
  !isPeople(kind) && !isOfWords(kind) && !["base", "significance", "change"].includes(kind);

/** Months in a year. */
const YEAR = 12;

/** The series of a base that stands for every question of a survey. */
export const ANY_BASE = "unweighted base";
