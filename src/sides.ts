// The sides of a comparison: the plan's force, and its Most Similar Group, as the areas that the data are found by.
import type { Area, AreaType, Gazetteer } from "./areas.ts";
import { key } from "./names.ts";
import { isPeople, type Wanted } from "./observations.ts";
import type { Plan } from "./plan.ts";
import { type Problem, problem } from "./problems.ts";

export type Side = "force" | "peers";

/** An area of the plan, as it names it and as the data are found by. */
export interface Member {
  readonly name: string;
  readonly key: string;
  readonly area: Area | undefined;
}

/** A name of the plan is that of a force where there is one of that name. */
function memberOf(name: string, places: Gazetteer): Member {
  const force = places.find(name, "", "force");
  const found = "key" in force && force.area ? force : places.find(name);
  return "key" in found ? { name, key: found.key, area: found.area } : { name, key: key(name), area: undefined };
}

const groupOf = (plan: Plan, places: Gazetteer): readonly Member[] =>
  (plan.similarForces?.forces ?? []).map((name) => memberOf(name, places));

/** The areas of each side of a plan: its force, and the forces of its group or the one row that stands for them. */
export function sidesOf(plan: Plan, places: Gazetteer): Record<Side, readonly Member[]> {
  const peers = groupOf(plan, places).filter((one, index, all) => holderOf(one, index, all) === undefined);
  return { force: [memberOf(plan.force, places)], peers };
}

/** Which types of area may lie around one of each type. */
const around: Readonly<Record<AreaType, readonly AreaType[]>> = {
  partnership: ["force"],
  force: ["region", "country"],
  region: ["country"],
  country: ["country"],
};

/** The member of a group that has the figures of this one already: itself, named before, or an area around it. */
function holderOf({ key: same, area }: Member, index: number, peers: readonly Member[]): Member | undefined {
  const before = peers.slice(0, index).find((other) => other.key === same);
  const isAround = (other: Area): boolean =>
    area !== undefined && area.within === other.name && around[area.type].includes(other.type);
  return before ?? peers.find((other) => other.area && isAround(other.area));
}

/** What is told of a group whose members overlap: each is counted once. */
export function groupProblems(plan: Plan, places: Gazetteer): Problem[] {
  return groupOf(plan, places).flatMap((one, index, all) => {
    const holder = holderOf(one, index, all);
    if (!holder) return [];
    const other = holder.key === one.key ? one.name : holder.name;
    return [problem("group-twice", plan.place("similar-forces"), one.name, other)];
  });
}

/** What the plan's measures ask for: their series and the populations, for the areas of both sides. */
export function wantedBy(plan: Plan, places: Gazetteer): Wanted {
  const { force, peers } = sidesOf(plan, places);
  const areas = new Set([...force, ...peers].map((member) => member.key));
  const measures = plan.tables.flatMap((table) => table.measures);
  const terms = measures.flatMap(({ series, parts }) => [
    ...series.add,
    ...series.subtract,
    ...parts.map((part) => part.series),
  ]);
  const series = new Set(terms.map(key));
  const periods = measures.flatMap(({ baseline, current }) => [baseline.period ?? [], current.period ?? []].flat());
  return {
    figure: (areaKey, seriesKey, kind) => areas.has(areaKey) && (isPeople(kind) || series.has(seriesKey)),
    // Every population of an area is compared with the one used; of the rest, a period or the parts of one.
    period: ({ from, to }, kind) => isPeople(kind) || periods.some((asked) => asked.from <= from && to <= asked.to),
  };
}
