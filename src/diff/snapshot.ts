// An edition: a report read again, whether it was kept as report --format json or has just been made. Hostile until read.

import * as z from "zod/mini";
import { type Figure, missing, shorthand } from "../core/figure.ts";
import { exact, fixed } from "../core/number.ts";
import { type Period, parsePeriod, periodKey, periodLabel, periodName } from "../core/period.ts";
import { quoted } from "../core/problems/sentence.ts";
import { measuredKinds } from "../core/value-kind.ts";
import { say } from "../core/words/say.ts";
import type { LevelKey } from "../measures/measure-kind.ts";
import { CLOCK_PLACES, units } from "../report/format-figure.ts";
import { seriesText } from "./series-text.ts";

z.config({ jitless: true });

/** A report of one release of the data, as `diff` compares it; origins name the side that they are on. */
export interface ReportSnapshot {
  /** As the command named it. */
  readonly name: string;
  readonly title: string;
  readonly force: string;
  /** What it was narrowed to, in words; nothing where it is of the whole plan. */
  readonly only: string | undefined;
  readonly priorities: readonly { readonly id: string; readonly name: string }[];
  /** Nothing of a report that does not say who is in its groups. */
  readonly groups:
    | readonly { readonly name: string; readonly average: string; readonly forces: readonly string[] }[]
    | undefined;
  /** `placed` is the file as the origins of figures name it. */
  readonly inputs: readonly { readonly file: string; readonly sha256: string; readonly placed: string }[];
  readonly entries: readonly SnapshotMeasure[];
}

type Verdict = "achieved" | "not achieved" | "not judged";

/** A measure of an edition. */
export interface SnapshotMeasure {
  readonly table: string;
  readonly name: string;
  readonly baseline: Window;
  readonly current: Window;
  readonly kind: string | undefined;
  readonly series: string | undefined;
  readonly aim: string | null;
  readonly basis: LevelKey;
  /** The unit of its rates; nothing where it has none, or no edition says. */
  readonly per: string | undefined;
  readonly priorities: readonly string[];
  /** Why its source revised past figures, as the plan says. */
  readonly revised: string | undefined;
  readonly verdict: Verdict;
  readonly reason: string | undefined;
  /** What a saved report says in place of the verdict, where its own figures do not give that. */
  readonly said?: Verdict;
  readonly sides: readonly SnapshotSide[];
  readonly parts: readonly { readonly name: string; readonly sides: readonly SnapshotSide[] }[];
}

/** A period of an edition: its words, and, where they can be read, its months and the date of its population. */
export interface Window {
  readonly words: string;
  readonly period: Period | undefined;
  /** Its figures are the averages of those of these periods. */
  readonly average?: readonly Period[];
  readonly population: Period | undefined;
  /** The plan states none, and no figure is of it. */
  readonly none: boolean;
}

/** A figure with the decimal places that it is printed with. */
export interface Placed {
  readonly figure: Figure;
  readonly places: number | undefined;
}

type Kinds = Readonly<Record<string, Placed>>;

/** The force, or a group, with its figures by kind. */
export interface SnapshotSide {
  readonly name: string;
  readonly isForce: boolean;
  readonly baseline: Kinds;
  readonly current: Kinds;
  readonly change: Kinds;
}

/** Whether two windows are of the same months, and, where it matters, of populations of the same date. */
export function sameWindow(one: Window, other: Window, withPopulation: boolean): boolean {
  if (one.none || other.none) return one.none && other.none;
  const same = (a: Window["period"], b: Window["period"]): boolean =>
    a === undefined || b === undefined ? a === b : periodKey(a) === periodKey(b);
  const averaged = ({ average }: Window): string => (average ?? []).map(periodKey).join();
  const months = one.period !== undefined && same(one.period, other.period) && averaged(one) === averaged(other);
  return months && (!withPopulation || same(one.population, other.population));
}

const text = z.string().check(z.maxLength(20_000));
const position = z.int().check(z.minimum(1));
const origin = z.object({ file: text, line: position, column: position, lines: z.optional(text) });
const marks = Object.keys(shorthand) as (keyof typeof shorthand)[];
const figure = z.union([
  z.object({
    value: z.string().check(z.regex(/^-?\d{1,40}(\.\d{1,60})?$/)),
    shown: text,
    unit: z.enum(units),
    mark: z.optional(z.enum(marks)),
    from: z.array(origin),
  }),
  z.object({ grade: text, from: z.array(origin) }),
  z.object({ done: z.boolean(), shown: text, from: z.array(origin) }),
  z.object({ steps: text, from: z.array(origin) }),
  z.object({ gap: text, mark: z.optional(z.enum(marks)), from: z.array(origin) }),
]);
const kinds = z.record(z.string(), figure);
const sides = z.object({
  force: kinds,
  peers: z.optional(kinds),
  groups: z.optional(z.array(z.object({ name: text, figures: kinds }))),
});
const figures = z.object({ baseline: sides, current: sides, change: sides });
const when = z.object({
  period: z.optional(text),
  average: z.optional(z.array(text)),
  population: z.optional(text),
});
const row = z.object({
  measure: text,
  baseline: z.optional(text),
  current: z.optional(text),
  periods: z.optional(z.object({ baseline: z.optional(when), current: when })),
  kind: z.optional(text),
  series: z.optional(z.object({ add: z.array(text), subtract: z.array(text) })),
  aim: z.nullable(text),
  // Of what is judged by hand, "judged".
  basis: z.enum(["count", "rate", "percentage", "pounds", "people", ...measuredKinds, "grade", "yes-no", "judged"]),
  priorities: z.array(text),
  verdict: z.enum(["achieved", "not achieved", "not judged"]),
  reason: z.optional(text),
  revised: z.optional(text),
  figures,
  parts: z.optional(z.array(z.object({ name: text, figures }))),
});
const table = z.object({ title: text, baseline: text, current: text, groups: z.array(text), rows: z.array(row) });
const report = z.object({
  schema: z.literal("plan-measures/report/1"),
  plan: z.object({
    title: text,
    force: text,
    priorities: z.array(z.object({ id: text, name: text })),
    groups: z.optional(z.array(z.object({ name: text, average: text, forces: z.array(text) }))),
  }),
  only: z.optional(text),
  inputs: z.array(z.object({ file: text, sha256: text })),
  tables: z.array(table),
});
type Report = z.output<typeof report>;

/**
 * The edition that plan-measures/report/1 says, keys that it does not know left aside; or, in words, what is wrong with
 * it. `placed` names a file that figures come from, so that those of two sides can be told apart.
 */
export function snapshotOf(value: unknown, name: string, placed: (file: string) => string): ReportSnapshot | string {
  const read = report.safeParse(value);
  if (!read.success) return troubleWith(value, read.error.issues[0]?.path ?? []);
  const { plan, only, tables } = read.data;
  const inputs = read.data.inputs.map((input) => ({ ...input, placed: placed(input.file) }));
  const { title, force, priorities, groups } = plan;
  const unreadable = tables.flatMap((one, t) => one.rows.flatMap((written, r) => periodTrouble(written, t, r)));
  if (unreadable[0] !== undefined) return unreadable[0];
  const entries = tables.flatMap((one) => one.rows.map((written) => entryOf(one, written, force, placed)));
  return { ...{ name, title, force, only, priorities, groups, inputs }, entries };
}

/** Each period and date of a population of a measure that cannot be read, in words; what stated none is none. */
function periodTrouble({ periods }: Report["tables"][number]["rows"][number], t: number, r: number): string[] {
  return (["baseline", "current"] as const).flatMap((moment) =>
    (["period", "population"] as const).flatMap((which) => {
      const words = periods?.[moment]?.[which];
      if (words === undefined || words === NOT_STATED || monthsOf(words)) return [];
      return [`tables[${t}].rows[${r}].periods.${moment}.${which}: ${quoted(words)} is not a period`];
    }),
  );
}
const NOT_STATED = periodName({ from: 0, to: 0 });

function troubleWith(value: unknown, path: readonly PropertyKey[]): string {
  const schema = typeof value === "object" && value !== null && "schema" in value ? value.schema : undefined;
  if (schema !== "plan-measures/report/1") {
    const said = typeof schema === "string" ? `; its schema is ${JSON.stringify(schema.slice(0, 60))}` : "";
    return `this is not a report of plan-measures${said}`;
  }
  const where = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("");
  return `${where.replace(/^\./, "")} is missing or not as a report has it`;
}

function entryOf(
  { title, baseline, current, groups }: Report["tables"][number],
  written: Report["tables"][number]["rows"][number],
  force: string,
  placed: (file: string) => string,
): SnapshotMeasure {
  const { measure, periods, kind, series, aim, basis, priorities, verdict, reason, revised, parts = [] } = written;
  const read = (all: z.output<typeof figures>): readonly SnapshotSide[] => sidesOf(all, [force, ...groups], placed);
  const says = (words: string, when_: z.output<typeof when> | undefined): Window => {
    const period = monthsOf(periods ? when_?.period : words);
    const none = periods ? !when_ : words === "no period";
    const average = when_?.average?.flatMap((one) => monthsOf(one) ?? []);
    const named = average ? periodLabel({ average }) : when_?.period;
    const window = { words: (periods ? named : undefined) ?? words, period, ...(average && { average }) };
    return { ...window, population: monthsOf(when_?.population), none };
  };
  return {
    ...{ table: title, name: measure, kind, aim, priorities, verdict, reason, revised },
    baseline: says(written.baseline ?? baseline, periods?.baseline),
    current: says(written.current ?? current, periods?.current),
    series: series && seriesText(series),
    per: [written.figures.current, written.figures.baseline]
      .flatMap(({ force: { rate } }) => (rate && "unit" in rate ? rate.unit : []))
      .at(0),
    basis: basis === "percentage" ? "percent" : basis === "judged" ? "count" : basis,
    sides: read(written.figures),
    parts: parts.map((part) => ({ name: part.name, sides: read(part.figures) })),
  };
}

function monthsOf(words: string | undefined): Period | undefined {
  const period = words === undefined ? undefined : parsePeriod(words);
  return typeof period === "object" ? period : undefined;
}

/** The force first, then the groups by the names of their table. */
function sidesOf(
  { baseline, current, change }: z.output<typeof figures>,
  [force = "", first = "", ...others]: readonly string[],
  placed: (file: string) => string,
): readonly SnapshotSide[] {
  const side = (name: string, pick: (of: z.output<typeof sides>) => z.output<typeof kinds>): SnapshotSide => {
    const of = (all: z.output<typeof sides>): Kinds =>
      Object.fromEntries(Object.entries(pick(all)).map(([kind, written]) => [kind, figureOf(written, placed)]));
    return { name, isForce: false, baseline: of(baseline), current: of(current), change: of(change) };
  };
  return [
    { ...side(force, (all) => all.force), isForce: true },
    ...(baseline.peers || current.peers ? [side(first, (all) => all.peers ?? {})] : []),
    ...others.map((name) => side(name, (all) => all.groups?.find((group) => group.name === name)?.figures ?? {})),
  ];
}

/** So many decimals of a quotient leave no two of real figures alike, and any sum of them is written in full. */
const MOST_DECIMALS = 20;
const fixedDecimals = (digits: string): string =>
  (digits.split(".")[1] ?? "").length > MOST_DECIMALS ? fixed(exact(digits), MOST_DECIMALS) : digits;

/** The exact value as it was written; its decimal places are those it was printed with. */
function figureOf(written: z.output<typeof figure>, placed: (file: string) => string): Placed {
  const from = written.from.map(({ file, line, column, lines }) => ({
    ...{ file: placed(file), line, column },
    ...(lines !== undefined && { lines }),
  }));
  if ("grade" in written || "steps" in written || "done" in written) {
    const [word, unit] =
      "grade" in written
        ? [written.grade, "grade" as const]
        : "done" in written
          ? [written.shown, "yes-no" as const]
          : [written.steps, "steps" as const];
    const gap = { mark: "z", reason: say("gap.word") } as const;
    return { figure: { word, gap, unit, from }, places: undefined };
  }
  const { mark } = written;
  if ("gap" in written) {
    return { figure: missing("count", { mark: mark ?? "x", reason: written.gap }, from), places: undefined };
  }
  // Minutes and seconds, "9:42", are minutes to two places.
  const isClock = /\d:\d\d\b/.test(written.shown);
  const decimals = /\d(?:\.(\d{1,10}))?\D*$/.exec(written.shown.replace(/ ?\[\w+\]$/, ""));
  // "low" is worked out again from the places that it is printed with.
  const reserve = mark !== undefined && mark !== "low" ? { mark } : {};
  const value = exact(fixedDecimals(written.value));
  return {
    figure: { value, unit: written.unit, from, ...reserve },
    places: isClock ? CLOCK_PLACES : decimals ? (decimals[1]?.length ?? 0) : undefined,
  };
}
