// What the rows of a report are made with: the sides of a comparison, their figures, and what is asked of the data.

import type { Problem } from "../core/problems/problems.ts";
import type { Gazetteer } from "../data/areas.ts";
import type { Store } from "../data/store.ts";
import type { Data, Input } from "../input/ingest.ts";
import type { ReleaseChoice } from "../input/releases.ts";
import type { Change, Level } from "../measures/measure-kind.ts";
import { type Comparator, comparatorOf, forceOf } from "../plan/comparators.ts";
import type { Group } from "../plan/group-schema.ts";
import type { Terms } from "../plan/measure-schema.ts";
import type { Measure, PlacedWhen, Plan } from "../plan/model.ts";
import { type Withheld, withheldBy } from "./withheld.ts";

/** What the plan's force has, and each group that the table shows, in its order. */
export interface Sides<T> {
  readonly force: T;
  readonly groups: readonly T[];
}

export interface Figures {
  readonly baseline: Sides<Level>;
  readonly current: Sides<Level>;
  readonly change: Sides<Change>;
}

/** What the rows of a table with those groups are made with. */
export function rowContextOf(plan: Plan, data: Data, groups: readonly Group[], raise: RowContext["raise"]): RowContext {
  const { store, gazetteer, inputs, choices } = data;
  const files = new Map(inputs.map((input) => [input.file, input]));
  const sides = {
    force: forceOf(plan, gazetteer),
    groups: groups.map((group) => comparatorOf(plan, group, gazetteer)),
  };
  return { plan, store, gazetteer, files, choices, sides, withheld: withheldBy(plan, data), raise };
}

/** What the rows of a report are made with. */
export interface RowContext {
  readonly plan: Plan;
  readonly store: Store;
  readonly gazetteer: Gazetteer;
  /** The files that were read, by their names. */
  readonly files: ReadonlyMap<string, Input>;
  /** Which releases are used in place of others. */
  readonly choices: readonly ReleaseChoice[];
  readonly sides: Sides<Comparator>;
  /** What the plan withholds. */
  readonly withheld: Withheld;
  readonly raise: (found: Problem) => void;
}

/** A question to the data: a measure, or a part of it, for one side in one period. */
export interface Query {
  readonly plan: Plan;
  readonly store: Store;
  readonly withheld: Withheld;
  readonly measure: Measure;
  readonly series: Terms;
  readonly side: Comparator;
  readonly when: PlacedWhen;
  /** The period is one of those that an average is of: the population of its rate is of another year than its own. */
  readonly isPart?: boolean;
  /** Any of the periods that the data hold may be asked about, one after the other. */
  readonly everyPeriod?: boolean;
  readonly raise: (found: Problem) => void;
}

/** What a measure asks of the data for a side in a period; for a part of it, of the part's series. */
export function queryFor(
  { plan, store, withheld, raise }: RowContext,
  measure: Measure,
  side: Comparator,
  when: PlacedWhen,
  series: Terms = measure.series,
): Query {
  return { plan, store, withheld, measure, series, side, when, raise };
}
