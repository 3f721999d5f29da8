// A plan as the rest of the tool sees it: its tables, measures and milestones, each knowing where it is written.
import * as z from "zod/mini";
import type { Exact } from "../core/number.ts";
import type { Place } from "../core/problems/sentence.ts";
import { kinds, type Per, type Unit } from "../core/value-kind.ts";
import type { LevelKey, MeasureKind } from "../measures/measure-kind.ts";
import type { ColumnMap } from "./data-schema.ts";
import type { Group } from "./group-schema.ts";
import type { CurrentWhen, Settled } from "./latest.ts";
import type { measureSchema, Terms } from "./measure-schema.ts";
import type { Publishing } from "./publishing-schema.ts";
import type { Releases } from "./releases.ts";
import {
  type Acceptance,
  type BreakInSeries,
  type ExceptedMonth,
  type LimitsStretch,
  planSchema,
  type prioritySchema,
  tableSchema,
} from "./schema.ts";
import type { At } from "./validate.ts";

export type Written = z.output<typeof measureSchema>;

export type WrittenTable = z.output<typeof looseTable>;

type Decimals = NonNullable<Written["decimals"]>;

/** A period, and where the plan states it: with the measure or with its table; `none` where it states none. */
export type PlacedWhen = CurrentWhen & {
  readonly place: () => Place;
  readonly own: boolean;
  readonly none?: boolean;
  /** The path of a current period in the plan, as `latest` is settled by it. */
  readonly key?: string;
};

/** What a measure should have come to at the end of a month. */
export interface Milestone {
  readonly month: number;
  readonly value: Exact;
  /** Whether the value is a % of the baseline. */
  readonly isOfBaseline: boolean;
}

export interface Measure
  extends Pick<Written, "name" | "short" | "says" | "aim" | "judged" | "label" | "comment" | "owner" | "revised"> {
  readonly series: Terms;
  /** Why it has no figures, or no verdict: a part of it was wrong, and nothing else is put in its place. */
  readonly unread?: string;
  readonly unjudged?: string;
  readonly kind: MeasureKind;
  readonly basis: LevelKey;
  /** What its rates are given per. */
  readonly per: Per;
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
  /** Of a score, the highest that there can be. */
  readonly outOf?: number | undefined;
  /** Numbers under it are withheld, as are those that would give them away. */
  readonly under?: number | undefined;
  /** The sum of the other measures of its table. */
  readonly isTotal: boolean;
  readonly priorities: readonly string[];
  readonly baseline: PlacedWhen;
  readonly current: PlacedWhen;
  /** What it is compared with besides the baseline. */
  readonly also: readonly { readonly name: string; readonly earlier: PlacedWhen; readonly later: PlacedWhen }[];
  readonly parts: readonly { readonly name: string; readonly series: string }[];
  /** The decimal places that the measure asks for, then those its table asks for. */
  readonly decimals: readonly Decimals[];
  /** Where one of its keys stands in the plan file, or the measure where it has no such key. */
  readonly place: (key?: string) => Place;
}

/** The unit of the values that its aim is judged on. */
export const unitOf = ({ basis, per }: Pick<Measure, "basis" | "per">): Unit =>
  basis === "rate" ? per.unit : kinds[basis];

export interface PlanTable extends Pick<WrittenTable, "title" | "source" | "baseline" | "current"> {
  readonly measures: readonly Measure[];
  /** The groups that it shows. */
  readonly groups: readonly Group[];
}

export interface Plan {
  readonly file: string;
  readonly title: string;
  readonly force: string;
  readonly publishing: Publishing;
  /** Every group that the plan names, the similar forces first. */
  readonly groups: readonly Group[];
  readonly similarForces: Group | undefined;
  readonly reading: boolean;
  readonly breaks: readonly BreakInSeries[];
  readonly limits: readonly LimitsStretch[];
  readonly except: readonly ExceptedMonth[];
  readonly accept: readonly (Acceptance & { readonly place: Place })[];
  readonly priorities: readonly z.output<typeof prioritySchema>[];
  readonly data: readonly { readonly files: string | ColumnMap; readonly at: At }[];
  readonly releases: Releases | undefined;
  readonly comments: string | undefined;
  /** Where refresh keeps what it replaces. */
  readonly history: string;
  readonly outputs: readonly { readonly format: string; readonly folder: string }[];
  readonly tables: readonly PlanTable[];
  /** Of a plan in other periods than its own, the plan itself: its reports are what is withheld from. */
  readonly published?: Plan;
  /** The lines that init or a proposed column map left to a person, "# choose: aim: reduce". */
  readonly choices: readonly Place[];
  readonly place: (key: string) => Place;
  /** Where the plan states a group. */
  readonly placeOf: (group: Group) => Place;
}

/** The lists of the plan are checked item by item, so that a wrong item does not lose the others. */
const anyList = z.array(z.unknown());

const someList = anyList.check(z.minLength(1));

export const rootSchema = z.extend(planSchema, {
  ...{ priorities: anyList, data: someList, tables: someList },
  outputs: z.optional(someList),
});

export const tableShell = z.extend(tableSchema, { measures: someList });

/** What a plan or a table can do without, once it has been reported: the figures that do not need it still print. */
export const looseRoot = z.extend(rootSchema, {
  title: z._default(z.string(), "Untitled plan"),
  priorities: z._default(anyList, []),
});

export const looseTable = z.extend(tableShell, {
  title: z._default(z.string(), "Untitled table"),
  baseline: z.optional(tableSchema.shape.baseline),
  current: z.optional(tableSchema.shape.current),
});

/** What the measures of a plan may refer to. */
export interface PlanNames {
  readonly settled: Settled;
  readonly priorities: Plan["priorities"];
  readonly groups: readonly Group[];
  readonly similarForces: Group | undefined;
}
