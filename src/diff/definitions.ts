// What a plan says of its measures and groups in two editions, and where it says something else.

import { nameKey } from "../core/names.ts";
import type { Period } from "../core/period.ts";
import { kindName } from "../core/value-kind.ts";
import { labelWords, populationWords } from "../core/words/periods.ts";
import { inRow, say } from "../core/words/say.ts";
import type { ReportSnapshot, SnapshotMeasure, Window } from "./snapshot.ts";

/** Something that is defined otherwise than it was. */
export interface Redefined {
  /** The measure or group; nothing where it is of the whole plan. */
  readonly of: string;
  readonly what: string;
  readonly was: string;
  readonly is: string;
}

const months = (period: Period): string => say("definition.months", { n: period.to - period.from + 1 });
const named = (words: string | null | undefined): string => words ?? say("aim.none");
const date = ({ population }: Window): string => (population ? populationWords(population) : say("aim.none"));
const periodOf = ({ period, average, words, none }: Window): string =>
  none ? say("aim.none") : period ? labelWords({ period, average }) : words;

/** What the plan says of a measure; of what is in no edition, or not said, nothing. */
const sayings: readonly (readonly [
  id: string,
  what: () => string,
  of: (entry: SnapshotMeasure) => string | undefined,
])[] = [
  ["name", () => say("definition.name"), ({ name }) => name],
  ["kind", () => say("definition.kind"), ({ kind }) => kind],
  ["series", () => say("definition.series"), ({ series }) => series],
  ["aim", () => say("definition.aim"), ({ aim }) => named(aim)],
  ["basis", () => say("definition.basis"), ({ basis }) => basis && kindName(basis)],
  ["rates", () => say("definition.rates"), ({ per }) => per],
  ["baseline", () => say("definition.baseline"), ({ baseline }) => periodOf(baseline)],
  ["baseline population", () => say("definition.baseline-population"), ({ baseline }) => date(baseline)],
  // The current period moves on by itself; its length does not.
  ["length", () => say("definition.length"), ({ current }) => current.period && months(current.period)],
  ["population", () => say("definition.population"), ({ current }) => date(current)],
  ["priorities", () => say("overview.priorities"), ({ priorities }) => inRow(priorities) || say("aim.none")],
];

/** Of a measure in both, what is defined otherwise; without one, of the plan and its groups. */
export function definitionsOf(
  old: ReportSnapshot,
  now: ReportSnapshot,
  baseline?: SnapshotMeasure,
  current?: SnapshotMeasure,
): Redefined[] {
  if (current) {
    const inTable = baseline ? tableOf(now, baseline, current) : [];
    const others = sayings.flatMap(([, what, of]) => {
      const [before, after] = [baseline && of(baseline), of(current)];
      if (before === undefined || after === undefined || nameKey(before) === nameKey(after)) return [];
      return [{ of: current.name, what: what(), was: before, is: after }];
    });
    return [...inTable, ...others];
  }
  return (now.groups ?? []).flatMap((group) => {
    const before = old.groups?.find(({ name }) => nameKey(name) === nameKey(group.name));
    if (!before || before.average === group.average) return [];
    return [{ of: group.name, what: say("definition.average"), was: before.average, is: group.average }];
  });
}

/** The measure is in another table, or its table has another title. */
function tableOf(now: ReportSnapshot, baseline: SnapshotMeasure, current: SnapshotMeasure): Redefined[] {
  if (nameKey(baseline.table) === nameKey(current.table)) return [];
  const isThere = now.entries.some(({ table }) => nameKey(table) === nameKey(baseline.table));
  const [of, what] = isThere ? [current.name, say("diff.table")] : [current.table, say("definition.table-title")];
  return [{ of, what, was: baseline.table, is: current.table }];
}

/** Whether the figures of a measure are of something else than they were, so that a revision of them may be none. */
export const redefines = (baseline: SnapshotMeasure, current: SnapshotMeasure): boolean =>
  sayings.some(([id, , of]) => {
    const [before, after] = [of(baseline), of(current)];
    return (
      /^(series|kind)$/.test(id) && before !== undefined && after !== undefined && nameKey(before) !== nameKey(after)
    );
  });

/** Whether the figures of a group are of other forces than they were, or averaged otherwise. */
export function regroups(old: ReportSnapshot, now: ReportSnapshot, name: string): boolean {
  const [before, after] = [old, now].map(({ groups }) =>
    groups?.find((group) => nameKey(group.name) === nameKey(name)),
  );
  if (!before || !after) return false;
  const forces = (of: typeof before): string => of.forces.map(nameKey).sort().join("\n");
  return before.average !== after.average || forces(before) !== forces(after);
}
