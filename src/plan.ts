// The plan file: YAML text → a plan whose parts know where they stand, and every problem found on the way.
import * as z from "zod/mini";
import { type ColumnMap, dataSchema } from "./data-schema.ts";
import type { LevelKey, MeasureKind } from "./measures/index.ts";
import { key, nearest } from "./names.ts";
import type { Exact } from "./number.ts";
import { isAddable } from "./observations.ts";
import { type At, type Checker, checker, type Found } from "./plan-check.ts";
import { measureOf } from "./plan-measure.ts";
import {
  type BreakInSeries,
  type Group,
  measureSchema,
  planSchema,
  prioritySchema,
  type Terms,
  tableSchema,
  type When,
} from "./plan-schema.ts";
import { type Place, type Problem, problem } from "./problems.ts";

export type Written = z.output<typeof measureSchema>;
export type WrittenTable = z.output<typeof looseTable>;
type Decimals = NonNullable<Written["decimals"]>;

/** A period, and where the plan states it: with the measure or with its table; `none` where it states none. */
export type PlacedWhen = Partial<When> & {
  readonly place: () => Place;
  readonly own: boolean;
  readonly none?: boolean;
};

/** What a measure should have come to at the end of a month. */
export interface Milestone {
  readonly month: number;
  readonly value: Exact;
}

export interface Measure extends Pick<Written, "name" | "aim" | "label" | "comment" | "owner"> {
  readonly series: Terms;
  /** Why it has no figures, or no verdict: a part of it was wrong, and nothing else is put in its place. */
  readonly unread?: string;
  readonly unjudged?: string;
  readonly kind: MeasureKind;
  readonly basis: LevelKey;
  /** The group that its aim speaks of; without a name the similar forces, or the first group. */
  readonly aimGroup: Group | undefined;
  /** Which way is better, by its aim or as the plan says. */
  readonly better: "lower" | "higher" | undefined;
  /** When its aim is due, counted in months from year 0. */
  readonly due: number | undefined;
  /** "lost" where any of them is wrong in the plan. */
  readonly milestones: readonly Milestone[] | "lost";
  readonly path: "line" | "steps";
  readonly designFactor: number | undefined;
  /** The sum of the other measures of its table. */
  readonly isTotal: boolean;
  readonly priorities: readonly string[];
  readonly baseline: PlacedWhen;
  readonly current: PlacedWhen;
  readonly parts: readonly { readonly name: string; readonly series: string }[];
  /** The decimal places that the measure asks for, then those its table asks for. */
  readonly decimals: readonly Decimals[];
  /** Where one of its keys stands in the plan file, or the measure where it has no such key. */
  readonly place: (key?: string) => Place;
}

export interface PlanTable extends Pick<WrittenTable, "title" | "source" | "baseline" | "current"> {
  readonly measures: readonly Measure[];
  /** The groups that it shows. */
  readonly groups: readonly Group[];
}

export interface Plan {
  readonly file: string;
  readonly title: string;
  readonly force: string;
  /** Every group that the plan names, the similar forces first. */
  readonly groups: readonly Group[];
  readonly similarForces: Group | undefined;
  readonly reading: boolean;
  readonly breaks: readonly BreakInSeries[];
  readonly priorities: readonly z.output<typeof prioritySchema>[];
  readonly data: readonly { readonly files: string | ColumnMap; readonly at: At }[];
  readonly comments: string | undefined;
  readonly tables: readonly PlanTable[];
  readonly place: (key: string) => Place;
  /** Where the plan states a group. */
  readonly placeOf: (group: Group) => Place;
}

/** The lists of the plan are checked item by item, so that a wrong item does not lose the others. */
const anyList = z.array(z.unknown());
const someList = anyList.check(z.minLength(1));
const rootSchema = z.extend(planSchema, { priorities: anyList, data: someList, tables: someList });
const tableShell = z.extend(tableSchema, { measures: someList });
/** What a plan or a table can do without, once it has been reported: the figures that do not need it still print. */
const looseRoot = z.extend(rootSchema, {
  title: z._default(z.string(), "Untitled plan"),
  priorities: z._default(anyList, []),
});
const looseTable = z.extend(tableShell, {
  title: z._default(z.string(), "Untitled table"),
  baseline: z.optional(tableSchema.shape.baseline),
  current: z.optional(tableSchema.shape.current),
});

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
  const known: Known = { priorities, groups, similarForces };
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
    if (seen.has(key(data.id))) {
      check.problems.push(problem("priority-twice", check.at([...path, "id"]), data.id));
      return [];
    }
    seen.add(key(data.id));
    return [data];
  });
}

/** What the measures of a plan may refer to. */
export interface Known {
  readonly priorities: Plan["priorities"];
  readonly groups: readonly Group[];
  readonly similarForces: Group | undefined;
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
      if (known.some((one) => key(one) === key(name))) continue;
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
  const seen = new Set([key(force), ...(similarForces ? [key(similarForces.name)] : [])]);
  const others = further.filter(({ name }, index) => {
    if (!seen.has(key(name))) return seen.add(key(name));
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
  { data: table, path }: Found<WrittenTable>,
  { groups, similarForces }: Known,
): readonly Group[] {
  const named = (table.groups ?? []).flatMap((name, index) => {
    const found = groups.find((group) => key(group.name) === key(name));
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

function tableOf(check: Checker, foundTable: Found<WrittenTable>, known: Known): PlanTable {
  const { data: table, path } = foundTable;
  const seen = new Set<string>();
  const measures = check.list(measureSchema, table.measures, [...path, "measures"]).flatMap((found) => {
    const { name } = found.data;
    if (seen.has(key(name))) {
      check.problems.push(problem("measure-twice", check.at([...found.path, "name"]), name));
      return [];
    }
    seen.add(key(name));
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
  { path, data: table }: Found<WrittenTable>,
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
      if (twice.has(key(one))) return refuse(`${one} is in more than one of the measures`);
      twice.add(key(one));
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
