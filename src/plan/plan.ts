// The plan file: YAML text → a plan whose parts know where they stand, and every problem found on the way.

import { nameKey, nearest } from "../core/names.ts";
import { type Problem, problem } from "../core/problems/problems.ts";
import { isAddable } from "../core/value-kind.ts";
import { dataSchema } from "./data-schema.ts";
import { measureOf } from "./measure.ts";
import {
  looseRoot,
  looseTable,
  type Measure,
  type Plan,
  type PlanNames,
  type PlanTable,
  rootSchema,
  tableShell,
  type WrittenTable,
} from "./model.ts";
import { type BreakInSeries, type Group, measureSchema, prioritySchema } from "./schema.ts";
import { type Checker, checker, type Validated } from "./validate.ts";

/** The plan, or nothing where it cannot be read at all; what can be read of it is kept when a part is wrong. */
export async function parsePlan(
  text: string,
  file: string,
): Promise<{ plan: Plan | undefined; problems: readonly Problem[] }> {
  const check = await checker(text, file);
  const root = check.problems.length === 0 ? check.part(rootSchema, check.value, [], looseRoot) : undefined;
  if (!root) return { plan: undefined, problems: check.problems };
  const priorities = prioritiesOf(check, root.priorities);
  const similarForces = root["similar-forces"];
  const groups = groupsOf(check, root.force, similarForces, root.groups ?? []);
  const known: PlanNames = { priorities, groups, similarForces };
  const tables = check
    .list(tableShell, root.tables, ["tables"], looseTable)
    .map((found) => tableOf(check, found, known));
  const plan: Plan = {
    file,
    title: root.title,
    force: root.force,
    ...{ groups, similarForces, priorities },
    reading: root.reading ?? false,
    breaks: breaksOf(check, root.breaks ?? [], tables),
    accept: (root.accept ?? []).map((one, index) => ({ ...one, place: check.at(["accept", index]) })),
    data: check.list(dataSchema, root.data, ["data"]).map(({ data: files, path }) => ({
      files,
      at: (below) => check.at([...path, ...below]),
    })),
    comments: root.comments,
    tables,
    place: (name) => check.at([name]),
    placeOf: (group) =>
      group === similarForces ? check.at(["similar-forces"]) : check.at(["groups", (root.groups ?? []).indexOf(group)]),
  };
  return { plan, problems: check.problems };
}

function prioritiesOf(check: Checker, written: readonly unknown[]): Plan["priorities"] {
  const seen = new Set<string>();
  return check.list(prioritySchema, written, ["priorities"]).flatMap(({ data, path }) => {
    if (seen.has(nameKey(data.id))) {
      check.problems.push(problem("priority-twice", check.at([...path, "id"]), data.id));
      return [];
    }
    seen.add(nameKey(data.id));
    return [data];
  });
}

/** The breaks; one of a measure that the plan does not have is told. */
function breaksOf(
  check: Checker,
  breaks: readonly BreakInSeries[],
  tables: readonly PlanTable[],
): readonly BreakInSeries[] {
  const known = tables.flatMap(({ measures }) => measures.map(({ name }) => name));
  for (const [index, { measures = [] }] of breaks.entries()) {
    for (const [place, name] of measures.entries()) {
      if (known.some((one) => nameKey(one) === nameKey(name))) continue;
      const near = nearest(name, known);
      const message = `breaks: the plan has no measure ${JSON.stringify(name)}${near ? `; did you mean ${near}?` : ""}`;
      check.problems.push(problem("plan-invalid", check.at(["breaks", index, "measures", place]), message, undefined));
    }
  }
  return breaks;
}

/** The groups, each name once. */
function groupsOf(
  check: Checker,
  force: string,
  similarForces: Group | undefined,
  further: readonly Group[],
): readonly Group[] {
  const seen = new Set([nameKey(force), ...(similarForces ? [nameKey(similarForces.name)] : [])]);
  const others = further.filter(({ name }, index) => {
    if (!seen.has(nameKey(name))) return seen.add(nameKey(name));
    check.problems.push(
      problem("plan-invalid", check.at(["groups", index]), `groups: ${name} is there already`, undefined),
    );
    return false;
  });
  return similarForces ? [similarForces, ...others] : others;
}

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
    const message = `groups: the plan has no group ${JSON.stringify(name)}${near ? `; did you mean ${near}?` : ""}`;
    const hint = names.length > 0 ? `the plan's groups: ${names.join(", ")}` : "name it under groups: first";
    check.problems.push(problem("plan-invalid", check.at([...path, "groups", index]), message, hint));
    return [];
  });
  return table.groups ? [...new Set(named)] : [similarForces ?? groups[0] ?? []].flat();
}

function tableOf(check: Checker, foundTable: Validated<WrittenTable>, known: PlanNames): PlanTable {
  const { data: table, path } = foundTable;
  const seen = new Set<string>();
  const measures = check.list(measureSchema, table.measures, [...path, "measures"]).flatMap((found) => {
    const { name } = found.data;
    if (seen.has(nameKey(name))) {
      check.problems.push(problem("measure-twice", check.at([...found.path, "name"]), name));
      return [];
    }
    seen.add(nameKey(name));
    return [measureOf(check, found, foundTable, known)];
  });
  const groups = shownGroups(check, foundTable, known);
  const spokenOf = measures.flatMap(({ aimGroup }) => aimGroup ?? []);
  const { title, source, baseline, current, total } = table;
  const summed = total === undefined ? [] : totalOf(check, foundTable, total, measures);
  return {
    ...{ title, source, baseline, current },
    groups: [...new Set([...groups, ...spokenOf])],
    measures: [...measures, ...summed],
  };
}

/** The row that the measures of a table add up to; nothing, and a problem, where they cannot be added. */
function totalOf(
  check: Checker,
  { path, data: table }: Validated<WrittenTable>,
  name: string,
  measures: readonly Measure[],
): readonly Measure[] {
  const [first] = measures;
  if (!first) return [];
  const refuse = (why: string): readonly Measure[] => {
    const hint = "numbers, people and £ of the same periods can be added; put the others in a table of their own";
    check.problems.push(problem("plan-invalid", check.at([...path, "total"]), `total: ${why}`, hint));
    return [];
  };
  const odd = measures.find(({ kind }) => kind.name !== first.kind.name);
  if (odd) return refuse(`${odd.name} is not of the same kind as ${first.name}`);
  const [basis] = first.kind.bases;
  const single = first.kind.bases.find((one) => one !== "rate" && !isAddable(one));
  if (single || !isAddable(basis)) return refuse(`figures of kind ${single ?? basis} do not add up`);
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
  const { kind, baseline, current, decimals } = first;
  const isShort = measures.length < table.measures.length;
  const unread = isShort
    ? "a measure of its table was left out"
    : measures.find((measure) => measure.unread !== undefined)?.unread;
  return [
    {
      ...{ name, series, kind, basis, baseline, current, decimals },
      ...(unread !== undefined && { unread }),
      ...{ aim: undefined, aimGroup: undefined, better: undefined, due: undefined, designFactor: undefined },
      ...{ label: undefined, comment: undefined, owner: undefined },
      ...{ milestones: [], path: "line", priorities: [], parts: [], isTotal: true },
      place: () => check.at([...path, "total"]),
    },
  ];
}
