// What the old files of a plan give and the new ones do not: an area, a series or a period that a new release lost.
import { nameKey } from "../core/names.ts";
import { periodKey, periodName } from "../core/period.ts";
import { isPeople, type Kind } from "../core/value-kind.ts";
import { measuresOf, type OpenPlan } from "./open-plan.ts";

/** The figures of the plan's measures that only the old data have, over all periods, each in words. */
export async function lostFigures(old: OpenPlan, now: OpenPlan): Promise<string[]> {
  const [before, after] = [await old.read(measuresOf(old.plan), true), await now.read(measuresOf(now.plan), true)];
  const idOf = (series: string, areaKey: string, kind: Kind, period: string): string =>
    [isPeople(kind) ? "" : nameKey(series), areaKey, kind, period].join("\n");
  const there = new Set(
    after.store.every().map(({ series, areaKey, kind, period }) => idOf(series, areaKey, kind, periodKey(period))),
  );
  return before.store
    .every()
    .filter(({ series, areaKey, kind, period }) => !there.has(idOf(series, areaKey, kind, periodKey(period))))
    .map(({ series, area, kind, period }) => `${isPeople(kind) ? kind : series} of ${area}, ${periodName(period)}`);
}
