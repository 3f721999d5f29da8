// Why the data do not give what a plan asks for: the nearest name, period or kind that they have.

import { MOST_LISTED, nameKey, nearest, nearestFirst } from "../core/names.ts";
import { nearestInTime, type Period, periodName, populationDate } from "../core/period.ts";
import { type Problem, problem } from "../core/problems/problems.ts";
import { isPeople, type Kind } from "../core/value-kind.ts";
import { kindInWords } from "../core/words/names.ts";
import { periodWords, populationWords } from "../core/words/periods.ts";
import { say } from "../core/words/say.ts";
import type { Member } from "../plan/comparators.ts";
import type { Query } from "./context.ts";

interface Lost {
  readonly series: string;
  readonly member: Member;
  readonly period: Period;
  readonly kind: Kind;
}

interface Offer {
  readonly near: string | undefined;
  readonly known: readonly string[];
}

/** What is offered in place of the names that a store does not have: every measure asks for the same few. */
const offers = new WeakMap<ReadonlyMap<string, string>, Map<string, Offer>>();

function offered(names: ReadonlyMap<string, string>, written: string): Offer {
  const made = offers.get(names) ?? new Map<string, Offer>();
  offers.set(names, made);
  const all = [...names.values()];
  const offer = made.get(written) ?? { near: nearest(written, all), known: nearestFirst(written, all) };
  made.set(written, offer);
  return offer;
}

/** The problem to report, and the reason in few words for the gap that stands in its place. */
export function absence(asking: Query, { series, member, period, kind }: Lost): { why: Problem; reason: string } {
  const { store, measure, plan, side, when } = asking;
  const isPopulation = isPeople(kind);
  const isPart = asking.series !== measure.series;
  const { areas, series: allSeries, kinds: kindsOf } = store.names;
  if (!areas.has(member.key)) {
    const { near, known } = offered(areas, member.name);
    const place = side.group ? plan.placeOf(side.group) : plan.place("force");
    const why = problem("area-unknown", place, member.name, near, known);
    return { why, reason: say("gap.no-data", { name: member.name }) };
  }
  if (!isPopulation && !allSeries.has(nameKey(series))) {
    const { near, known } = offered(allSeries, series);
    const isName = measure.series.add.length === 1 && measure.series.add[0] === measure.name;
    const why = problem(
      "series-unknown",
      measure.place(isPart ? "parts" : isName ? "name" : "series"),
      series,
      near,
      known,
    );
    return { why, reason: say("gap.no-data", { name: series }) };
  }
  const dated = isPopulation ? populationDate : periodName;
  const what = isPopulation ? `${kind} of ${member.name}` : `${series} for ${member.name}, ${kind}`;
  const dates = store.dates(series, member.key, kind);
  if (dates.length > 0) {
    const isComputable = kind === "rate" && measure.kind.bases.includes("count");
    const known = nearestInTime(period, dates, MOST_LISTED).map(dated);
    const [first = period, ...later] = nearestInTime(period, dates, dates.length);
    const ends = `from ${dated(first)} to ${dated(later.at(-1) ?? first)}`;
    // A year stands for the middle of it, if the data have that.
    const within = dates.filter(({ from, to }) => period.from <= from && to <= period.to);
    const near = isPopulation && within[0] && within.length === 1 ? dated(within[0]) : undefined;
    const why = problem("period-not-covered", when.place(), what, dated(period), known, ends, near, isComputable);
    return { why, reason: say("gap.not-covered", { period: (isPopulation ? populationWords : periodWords)(period) }) };
  }
  const others = [...(kindsOf.get(nameKey(series)) ?? [])].filter(
    (other) => store.dates(series, member.key, other).length > 0,
  );
  // Populations are missing from the data, whichever measure asks first.
  const place = isPopulation ? plan.place("data") : measure.place(isPart ? "parts" : "name");
  const why = problem("no-figure", place, what, kind, others);
  return { why, reason: say("gap.data-no-kind", { kind: kindInWords(kind) }) };
}
