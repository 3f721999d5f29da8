// A table of the plan file → a table with its measures, the groups that it shows, and its total.

import { nameKey, nearest } from "../core/names.ts";
import { problem } from "../core/problems/problems.ts";
import { meant } from "../core/problems/sentence.ts";
import { isAddable } from "../core/value-kind.ts";
import { say } from "../core/words/say.ts";
import { byHand } from "../measures/by-hand.ts";
import type { Group } from "./group-schema.ts";
import { settle, settledKey } from "./latest.ts";
import { measureOf } from "./measure.ts";
import { measureSchema } from "./measure-schema.ts";
import type { Measure, PlanNames, PlanTable, WrittenTable } from "./model.ts";
import type { Checker, Validated } from "./validate.ts";

/** The groups that a table shows: those that it names and those that its aims speak of, or else the first. */
function shownGroups(
  check: Checker,
  { data: table, path }: Validated<WrittenTable>,
  { groups, similarForces }: PlanNames,
): readonly Group[] {
  const named = (table.groups ?? []).flatMap((name, index) => {
    const found = groups.find((group) => nameKey(group.name) === nameKey(name));
    if (found) return [found];
    const names = groups.map((group) => group.name);
    const near = nearest(name, names);
    const message = `groups: the plan has no group ${JSON.stringify(name)}${meant(near)}`;
    const hint = names.length > 0 ? `choose from the plan's groups: ${names.join(", ")}` : "add it under groups: first";
    check.problems.push(problem("plan-invalid", check.at([...path, "groups", index]), message, hint));
    return [];
  });
  return table.groups ? [...new Set(named)] : [similarForces ?? groups[0] ?? []].flat();
}

/** The table; what of it is wrong is told, and it goes without that. */
export function tableOf(check: Checker, foundTable: Validated<WrittenTable>, known: PlanNames): PlanTable {
  const { data: table, path } = foundTable;
  const seen = new Set<string>();
  const overview = new Map<string, Measure>();
  const measures = check.list(measureSchema, table.measures, [...path, "measures"]).flatMap((found) => {
    const { name } = found.data;
    if (seen.has(nameKey(name))) {
      check.problems.push(problem("measure-twice", check.at([...found.path, "name"]), name));
      return [];
    }
    seen.add(nameKey(name));
    return [withOwnShort(check, found.path, measureOf(check, found, foundTable, known), overview)];
  });
  const groups = shownGroups(check, foundTable, known);
  const spokenOf = measures.flatMap(({ aimGroup }) => aimGroup ?? []);
  const { title, source, baseline, total } = table;
  const current = table.current && settle(table.current, settledKey([...path, "current"]), known.settled);
  const summed = total === undefined ? [] : totalOf(check, foundTable, total, measures);
  return {
    ...{ title, source, baseline, current },
    groups: [...new Set([...groups, ...spokenOf])],
    measures: [...measures, ...summed],
  };
}

/** The measure, by its full name where another of the table has its short one: two lines of the overview would be alike. */
function withOwnShort(
  check: Checker,
  path: readonly (string | number)[],
  measure: Measure,
  overview: Map<string, Measure>,
): Measure {
  const { short, ...others } = measure;
  const first = overview.get(nameKey(short ?? measure.name));
  if (!first) {
    overview.set(nameKey(short ?? measure.name), measure);
    return measure;
  }
  const [name, own] = short === undefined ? [first.short ?? "", first] : [short, measure];
  const other = own === measure ? first : measure;
  const place = own === measure ? check.at([...path, "short"]) : first.place("short");
  const key = other.short === undefined ? "name" : "short";
  check.problems.push(problem("short-twice", place, name, { ...other.place(key), measure: other.name }));
  return others;
}

/** The row that the measures of a table add up to; nothing, and a problem, where they cannot be added. */
function totalOf(
  check: Checker,
  { path, data: table }: Validated<WrittenTable>,
  name: string,
  all: readonly Measure[],
): readonly Measure[] {
  // What is judged by hand has nothing to add.
  const measures = all.filter(({ kind }) => kind !== byHand);
  const [first] = measures;
  if (!first) return [];
  const refuse = (why: string): readonly Measure[] => {
    const hint = "put other measures in another table: only numbers, people and £ of the same periods can be added";
    check.problems.push(problem("plan-invalid", check.at([...path, "total"]), `total: ${why}`, hint));
    return [];
  };
  const odd = measures.find(({ kind }) => kind.name !== first.kind.name);
  if (odd) return refuse(`${odd.name} is not of the same kind as ${first.name}`);
  const [basis] = first.kind.bases;
  const single = first.kind.bases.find((one) => one !== "rate" && !isAddable(one));
  if (single || !isAddable(basis)) return refuse(`figures of kind ${single ?? basis} do not add up`);
  const other = measures.find(({ per }) => per !== first.per);
  if (other) return refuse(`the rates of ${other.name} and of ${first.name} are per different numbers`);
  const own = measures.find(({ baseline, current }) => baseline.own || current.own);
  if (own) return refuse(`${own.name} has periods of its own`);
  const twice = new Set<string>();
  for (const { series } of measures) {
    for (const one of [...series.add, ...series.subtract]) {
      if (twice.has(nameKey(one))) return refuse(`${one} is in more than one of the measures`);
      twice.add(nameKey(one));
    }
  }
  const series = {
    add: measures.flatMap((measure) => measure.series.add),
    subtract: measures.flatMap((measure) => measure.series.subtract),
  };
  const { kind, per, baseline, current } = first;
  // Those that one of its measures asks for are that measure's alone.
  const decimals = table.decimals ? [table.decimals] : [];
  const isShort = all.length < table.measures.length;
  const unread = isShort ? say("gap.total") : measures.find((measure) => measure.unread !== undefined)?.unread;
  return [
    {
      ...{ name, short: undefined, says: undefined, series, kind, basis, per, baseline, current, decimals },
      ...(unread !== undefined && { unread }),
      ...{
        aim: undefined,
        judged: undefined,
        aimGroup: undefined,
        better: undefined,
        due: undefined,
        designFactor: undefined,
      },
      ...{ label: undefined, comment: undefined, owner: undefined, revised: table.revised },
      ...{ milestones: [], path: "line", priorities: [], parts: [], also: first.also, isTotal: true },
      place: () => check.at([...path, "total"]),
    },
  ];
}
