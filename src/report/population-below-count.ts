// Populations that are below a count of their area, where no population of the area was published to hold them against.

import { isKnown } from "../core/figure.ts";
import { nameKey } from "../core/names.ts";
import { compareExact, exactText } from "../core/number.ts";
import { type Period, periodKey, populationDate } from "../core/period.ts";
import { type Doubt, doubt } from "../core/problems/problems.ts";
import { periodWords, populationWords } from "../core/words/periods.ts";
import { say } from "../core/words/say.ts";
import type { Store } from "../data/store.ts";
import type { Member } from "../plan/comparators.ts";
import type { Query } from "./context.ts";

/** What was found of a store: one doubt for a population, whatever the measures. */
const known = new WeakMap<Store, Map<string, Doubt>>();

/**
 * The doubt about a member's population of a date, where a count of a year or less is above it: it may be in thousands,
 * or of something else. Nothing for forces, regions and countries, whose populations are known, nor for the City of
 * London, which has more offences than residents.
 */
export function populationBelowCount({ store, series, when }: Query, member: Member, date: Period): Doubt | undefined {
  const { key, name, area } = member;
  const isKnownPlace = area?.code !== undefined && area.type !== "partnership";
  const population = store.find("", key, date, "population");
  const [origin] = population?.from ?? [];
  const { period } = when;
  if (isKnownPlace || nameKey(name) === "city of london" || !isKnown(population) || !origin || !period)
    return undefined;
  const found = known.get(store) ?? new Map<string, Doubt>();
  known.set(store, found);
  const id = `${key}\n${periodKey(date)}`;
  if (found.has(id) || period.to - period.from >= MONTHS) return found.get(id);
  for (const one of series.add) {
    const count = store.find(one, key, period, "count");
    if (!isKnown(count) || compareExact(count.value, population.value) <= 0) continue;
    const { file, line, column } = origin;
    const of = (): string =>
      say("doubt.count", { series: one, period: periodWords(period), count: exactText(count.value) });
    const cells = { file, column, lines: [[line, line] as const] };
    const made = doubt(
      "population-below-count",
      origin,
      cells,
      name,
      populationDate(date),
      () => populationWords(date),
      exactText(population.value),
      of,
    );
    found.set(id, made);
    return made;
  }
  return undefined;
}
const MONTHS = 12;
