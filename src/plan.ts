// The plan file: YAML text → a plan whose parts know where they stand, and every problem found on the way.
import * as z from "zod/mini";
import { type MeasureKind, measureKind, measureKinds } from "./measures/index.ts";
import { key, nearest } from "./names.ts";
import { type At, type Checker, checker, type Found } from "./plan-check.ts";
import {
  type ColumnMap,
  dataSchema,
  type Group,
  measureSchema,
  planSchema,
  prioritySchema,
  type Terms,
  tableSchema,
  type When,
} from "./plan-schema.ts";
import { type Place, type Problem, problem } from "./problems.ts";

type Written = z.output<typeof measureSchema>;
type WrittenTable = z.output<typeof looseTable>;
type Decimals = NonNullable<Written["decimals"]>;

/** A period, and where the plan states it: with the measure or with its table. */
export type PlacedWhen = Partial<When> & { readonly place: () => Place; readonly own: boolean };

export interface Measure extends Pick<Written, "name" | "aim" | "label" | "comment" | "owner"> {
  readonly series: Terms;
  /** Why it has no figures, or no verdict: a part of it was wrong, and nothing else is put in its place. */
  readonly unread?: string;
  readonly unjudged?: string;
  readonly kind: MeasureKind;
  readonly basis: NonNullable<Written["basis"]>;
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
}

export interface Plan {
  readonly file: string;
  readonly title: string;
  readonly force: string;
  readonly similarForces: Group | undefined;
  readonly priorities: readonly z.output<typeof prioritySchema>[];
  readonly data: readonly { readonly files: string | ColumnMap; readonly at: At }[];
  readonly comments: string | undefined;
  readonly tables: readonly PlanTable[];
  readonly place: (key: string) => Place;
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
export function parsePlan(text: string, file: string): { plan: Plan | undefined; problems: readonly Problem[] } {
  const check = checker(text, file);
  const root = check.problems.length === 0 ? check.part(rootSchema, check.value, [], looseRoot) : undefined;
  if (!root) return { plan: undefined, problems: check.problems };
  const priorities = prioritiesOf(check, root.priorities);
  const plan: Plan = {
    file,
    title: root.title,
    force: root.force,
    similarForces: root["similar-forces"],
    priorities,
    data: check.list(dataSchema, root.data, ["data"]).map(({ data: files, path }) => ({
      files,
      at: (below) => check.at([...path, ...below]),
    })),
    comments: root.comments,
    tables: check
      .list(tableShell, root.tables, ["tables"], looseTable)
      .map((found) => tableOf(check, found, priorities)),
    place: (name) => check.at([name]),
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

function tableOf(check: Checker, foundTable: Found<WrittenTable>, priorities: Plan["priorities"]): PlanTable {
  const { data: table, path } = foundTable;
  const seen = new Set<string>();
  const measures = check.list(measureSchema, table.measures, [...path, "measures"]).flatMap((found) => {
    const { name } = found.data;
    if (seen.has(key(name))) {
      check.problems.push(problem("measure-twice", check.at([...found.path, "name"]), name));
      return [];
    }
    seen.add(key(name));
    return [measureOf(check, found, foundTable, priorities)];
  });
  return { title: table.title, source: table.source, baseline: table.baseline, current: table.current, measures };
}

function measureOf(
  check: Checker,
  { data: given, path }: Found<Written>,
  { data: table, path: tablePath }: Found<WrittenTable>,
  priorities: Plan["priorities"],
): Measure {
  const place = (name?: string): Place => check.at(name === undefined ? path : [...path, name]);
  const isLost = (name: string): boolean => check.isDropped([...path, name]);
  const when = (name: "baseline" | "current"): PlacedWhen => {
    const own = given[name];
    if (isLost(name)) return { place: () => check.at([...path, name]), own: true };
    const place = (): Place => check.at([...(own ? path : tablePath), name]);
    const population = own?.population ?? table[name]?.population;
    return { ...(own ?? table[name]), population, place, own: own !== undefined };
  };
  const [baseline, current] = [when("baseline"), when("current")];
  if (
    !isLost("baseline") &&
    !isLost("current") &&
    (baseline.population === undefined) !== (current.population === undefined)
  ) {
    const [name, lacking] =
      baseline.population === undefined ? (["baseline", baseline] as const) : (["current", current] as const);
    check.problems.push(problem("population-onesided", lacking.place(), name));
  }
  const kind = measureKind(given.kind ?? table.kind ?? measureKinds[0].name);
  const ids = priorities.map(({ id }) => id);
  const served = (given.priorities ?? []).flatMap((written, index) => {
    const id = ids.find((one) => key(one) === key(written));
    if (id !== undefined) return [id];
    const where = check.at([...path, "priorities", index]);
    check.problems.push(problem("priority-unknown", where, written, nearest(written, ids), ids));
    return [];
  });
  if (!given.priorities?.length && !isLost("priorities"))
    check.problems.push(problem("priority-none", place("name"), given.name));
  if (given.basis !== undefined && !kind.bases.includes(given.basis)) {
    const asked = given.basis === "percent" ? "percentage" : given.basis;
    const message = `basis: a ${kind.name} measure has no ${asked} to judge an aim on`;
    check.problems.push(problem("plan-invalid", place("basis"), message, "leave basis out, or change kind"));
  }
  const series = once(given.series ?? { add: [given.name], subtract: [] }, (twice) =>
    check.problems.push(problem("series-twice", place("series"), twice)),
  );
  const lost = ["series", "kind"].find(isLost);
  const unapplicable = given.basis !== undefined && !kind.bases.includes(given.basis);
  return {
    ...(lost !== undefined && { unread: `its ${lost} in the plan could not be read` }),
    ...((unapplicable || isLost("basis")) && { unjudged: "its basis in the plan could not be read" }),
    ...(isLost("aim") && { unjudged: "its aim in the plan could not be read" }),
    name: given.name,
    series,
    kind,
    aim: given.aim,
    basis: kind.bases.find((basis) => basis === given.basis) ?? kind.bases[0],
    priorities: served,
    ...{ baseline, current },
    label: given.label,
    parts: given.parts ?? [],
    comment: given.comment,
    owner: given.owner,
    decimals: [given.decimals ?? {}, table.decimals ?? {}],
    place,
  };
}

/** The terms, each series once; one that is named again is told. */
function once({ add, subtract }: Terms, tell: (name: string) => void): Terms {
  const seen = new Set<string>();
  const first = (name: string): boolean => {
    if (seen.has(key(name))) tell(name);
    return !seen.has(key(name)) && seen.add(key(name)) !== undefined;
  };
  return { add: add.filter(first), subtract: subtract.filter(first) };
}
