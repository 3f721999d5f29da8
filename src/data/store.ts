// Observations: every figure of the data by series, area, period and kind. One given twice is refused, naming both.

import { type Figure, type Gap, isKnown, missing } from "../core/figure.ts";
import { nameKey } from "../core/names.ts";
import { compareExact, exactText } from "../core/number.ts";
import { type Period, periodKey, periodName } from "../core/period.ts";
import { type Doubt, type Problem, problem } from "../core/problems/problems.ts";
import { isPeople, type Kind } from "../core/value-kind.ts";
import { addedUp, type DatedFigure, isPartOf } from "./added-periods.ts";
import { alikeRecords } from "./alike-records.ts";
import { filesInside } from "./files-inside.ts";
import { differ, givenTwice, isAnswer } from "./given-twice.ts";
import { joinedEvents } from "./joined-events.ts";
import { eventNoughts } from "./noughts.ts";
import type { Observation, Wanted } from "./observation.ts";
import { seriesPlaces } from "./series-rounding.ts";

export interface Store {
  /**
   * The figure for that series, area, period and kind; of a count that is not given for the period as a whole, the sum
   * of the months or quarters that make it up, or a gap that names those that are missing. Nothing where none is given.
   */
  find(series: string, areaKey: string, period: Period, kind: Kind): Figure | undefined;
  /**
   * The same of any period, also of those that nobody asks for: it tells of no problem, and is for a drawing alone.
   * Nothing where none is given, or two that differ.
   */
  beyond(series: string, areaKey: string, period: Period, kind: Kind): Figure | undefined;
  /** Every period that is given for them, with its figure. */
  given(series: string, areaKey: string, kind: Kind): readonly { readonly period: Period; readonly figure: Figure }[];
  /** Every period that the data give for them, kept or not. */
  dates(series: string, areaKey: string, kind: Kind): readonly Period[];
  /** Whether a figure of that kind, or a reason for none, was kept for the series and that very period, for any area. */
  gives(series: string, period: Period, kind: Kind): boolean;
  /** The names in the data, for lists of what there is instead; a long list is cut. */
  readonly names: Names;
  /** Every observation that was kept, in the order of the files. */
  every(): readonly Observation[];
  /** The counts that were kept of each series in an area, and those of periods near them, which nobody asks for. */
  countsOverTime(): readonly { readonly own: readonly Observation[]; readonly near: readonly Observation[] }[];
  readonly problems: readonly Problem[];
  /** Records that stand in a file once more, and files that stand in another. */
  readonly doubts: readonly Doubt[];
}

interface Names {
  readonly areas: ReadonlyMap<string, string>;
  readonly series: ReadonlyMap<string, string>;
  /** The kinds that are given for a series. */
  readonly kinds: ReadonlyMap<string, ReadonlySet<Kind>>;
}

const seriesKey = (series: string, kind: Kind): string => (isPeople(kind) ? "" : nameKey(series));

/** So many names are kept of those that nobody asks for. */
export const USUAL_NAMES = 5_000;

const EVERYTHING: Pick<Wanted, "figure" | "period"> = { figure: () => true, period: () => true };

/** Gathers the observations of the files; the store is asked once all are in. */
export function storeBuilder(
  wanted: Pick<Wanted, "figure" | "period" | "near" | "usual"> = EVERYTHING,
  mostNames = USUAL_NAMES,
) {
  const isNear = (period: Period, kind: Kind): boolean => wanted.near?.(period, kind) === true;
  const noughts = eventNoughts();
  const near = new Map<string, Observation[]>();
  const given = new Map<string, Map<string, Observation>>();
  const refused = new Map<string, Figure>();
  const periods: Period[] = [];
  const dateNumbers = new Map<string, number>();
  const dates = new Map<string, boolean[]>();
  const problems: Problem[] = [];
  const areas = new Map<string, string>();
  const series = new Map<string, string>();
  const kindsOf = new Map<string, Set<Kind>>();
  const idOf = (one: string, areaKey: string, kind: Kind): string => `${seriesKey(one, kind)}\n${areaKey}\n${kind}`;

  /** Notes that there is such a thing, wanted or not. */
  const name = (area: string, areaKey: string, oneSeries: string, kind: Kind, always = false): void => {
    if (!areas.has(areaKey) && (always || areas.size < mostNames)) areas.set(areaKey, area);
    const id = seriesKey(oneSeries, kind);
    const known = kindsOf.get(id);
    if (known?.has(kind)) return;
    // What is asked for is named, however many others there are.
    if (!always && series.size >= mostNames && !wanted.figure(areaKey, nameKey(oneSeries), kind)) return;
    if (id !== "" && !series.has(id)) series.set(id, oneSeries);
    if (known) known.add(kind);
    else kindsOf.set(id, new Set([kind]));
  };

  /** A number for a period, by which to note that there are figures of it. */
  const dateOf = (period: Period): number => {
    const when = periodKey(period);
    const date = dateNumbers.get(when) ?? periods.push(period) - 1;
    dateNumbers.set(when, date);
    return date;
  };

  /** For whoever reads figures that are not kept, to note which periods there are figures of: true at their numbers. */
  const datesOf = (one: string, areaKey: string, kind: Kind): boolean[] => {
    const id = idOf(one, areaKey, kind);
    const known = dates.get(id) ?? [];
    if (known.length === 0) dates.set(id, known);
    return known;
  };

  const alike = alikeRecords();
  const inside = filesInside();
  const whatOf = (seen: Observation): string =>
    seriesKey(seen.series, seen.kind) === ""
      ? `population of ${seen.area}`
      : `${seen.series} for ${seen.area}, ${periodName(seen.period)},`;

  /** Refuses a figure that is given before by another record; what differs between them is said, where it is known. */
  const refuse = (before: Observation, seen: Observation, id: string, differences?: string): void => {
    const { found, reason, cells } = givenTwice(before, seen, whatOf(seen), differences);
    problems.push(found);
    const gap: Gap = { mark: "x", reason, reported: true };
    refused.set(`${id}\n${periodKey(seen.period)}`, missing(seen.figure.unit, gap, cells));
  };

  const add = (seen: Observation): void => {
    const id = idOf(seen.series, seen.areaKey, seen.kind);
    if (isNear(seen.period, seen.kind)) {
      const known = near.get(id);
      if (known) known.push(seen);
      else near.set(id, [seen]);
      return;
    }
    name(seen.area, seen.areaKey, seen.series, seen.kind, true);
    const periods = given.get(id) ?? new Map<string, Observation>();
    if (periods.size === 0) given.set(id, periods);
    const when = periodKey(seen.period);
    const before = periods.get(when);
    // Of events that are all counted already there is something to say, and nothing to add.
    if (!before && seen.figure.from.length === 0) return;
    inside.add(seen);
    const joined = before && joinedEvents(before, seen);
    if (joined) {
      periods.set(when, joined);
      return;
    }
    // Two sums that come to the same may yet be of different records, and then are parts of a third.
    const isOther = before?.mark !== seen.mark && before?.mark !== undefined && seen.mark !== undefined;
    if (
      !before ||
      (!differ(before.figure, seen.figure) && !isOther && !isAnswer(before.figure) && isAnswer(seen.figure))
    ) {
      // A number given in one place settles a blank in another.
      periods.set(when, seen);
    } else if (isOther || differ(before.figure, seen.figure)) {
      refuse(before, seen, id);
    } else {
      inside.again(before, seen);
      const differences = alike.see(before, seen);
      if (differences !== undefined) refuse(before, seen, id, differences);
    }
  };

  /** Takes back the figures of a file. */
  const forget = (file: string): void => {
    for (const periods of given.values()) {
      for (const [when, { figure }] of periods) if (figure.from.some((at) => at.file === file)) periods.delete(when);
    }
  };

  /** Whether anything was given for these names, a reason for no figure included. */
  const isGiven = ({
    series: one,
    areaKey,
    kind,
    period,
  }: Pick<Observation, "series" | "areaKey" | "kind" | "period">) =>
    given.get(idOf(one, areaKey, kind))?.has(periodKey(period)) === true;

  /** The periods of which there are figures, kept or not. */
  const datesIn = (id: string): Period[] => [
    ...[...(given.get(id)?.values() ?? [])].map(({ period }) => period),
    ...periods.filter((_, date) => dates.get(id)?.[date]),
  ];

  /** Months without a record of a series are 0 where the files of events say so. */
  const addNoughts = (): void => {
    const isWanted = (areaKey: string, series: string, period: Period): boolean =>
      wanted.figure(areaKey, series, "count") && wanted.period(period, "count");
    const months = (one: string, areaKey: string): Period[] =>
      datesIn(idOf(one, areaKey, "count")).filter(({ from, to }) => from === to);
    for (const found of [...noughts.all({ isWanted, months })]) if (!isGiven(found)) add(found);
  };

  const store = (): Store => {
    addNoughts();
    const every = (): Observation[] => [...given.values()].flatMap((periods) => [...periods.values()]);
    let placed: ((seen: Observation) => Figure) | undefined;
    const named = new WeakMap<Observation, Figure>();
    /** What an observation comes to, a gap where it was refused; it says what it is of. A month is part of twelve windows. */
    const namedOf = (id: string, seen: Observation): Figure => {
      const figure = named.get(seen) ?? makeNamed(id, seen);
      named.set(seen, figure);
      return figure;
    };
    const makeNamed = (id: string, seen: Observation): Figure => {
      const gap = refused.size > 0 && refused.get(`${id}\n${periodKey(seen.period)}`);
      if (gap || seen.figure.places === undefined) return { ...(gap || seen.figure), observed: seen };
      placed ??= seriesPlaces(every());
      return { ...placed(seen), observed: seen };
    };
    let kept: Set<string> | undefined;
    const keptId = (one: string, period: Period, kind: Kind): string =>
      `${seriesKey(one, kind)}\n${kind}\n${periodKey(period)}`;
    const listed = (id: string, isAsked: (period: Period) => boolean = () => true): DatedFigure[] =>
      [...(given.get(id)?.values() ?? [])]
        .filter(({ period }) => isAsked(period))
        .map((seen) => ({ period: seen.period, figure: namedOf(id, seen) }));
    const list = (one: string, areaKey: string, kind: Kind): DatedFigure[] => listed(idOf(one, areaKey, kind));
    return {
      find(one, areaKey, period, kind) {
        const id = idOf(one, areaKey, kind);
        const exact = given.get(id)?.get(periodKey(period));
        const sum =
          kind === "count"
            ? addedUp(
                listed(id, (other) => isPartOf(other, period)),
                period,
              )
            : undefined;
        if (!exact) return sum;
        const [origin] = exact.figure.from;
        if (isKnown(sum) && isKnown(exact.figure) && origin && compareExact(sum.value, exact.figure.value) !== 0) {
          const what = `${exact.series} for ${exact.area}, ${periodName(period)}`;
          const parts = [...new Set(sum.from.map(({ file }) => file))].sort();
          const isOneFile = parts.length === 1 && parts[0] === origin.file;
          const [given, added] = [exactText(exact.figure.value), exactText(sum.value)];
          const of = isOneFile ? undefined : { whole: origin.file, parts };
          problems.push(problem("parts-differ", origin, what, given, added, of));
        }
        return namedOf(id, exact);
      },
      beyond(one, areaKey, period, kind) {
        const id = idOf(one, areaKey, kind);
        const all = [...(given.get(id)?.values() ?? []), ...(near.get(id) ?? [])].filter(
          (seen) => isKnown(seen.figure) && !refused.has(`${id}\n${periodKey(seen.period)}`),
        );
        const exact = all.filter((seen) => periodKey(seen.period) === periodKey(period));
        if (exact.some((seen) => differ((exact[0] as Observation).figure, seen.figure))) return undefined;
        if (exact[0] || kind !== "count") return exact[0]?.figure;
        return addedUp(
          all.filter((seen) => isPartOf(seen.period, period)),
          period,
        );
      },
      given: list,
      gives(one, period, kind) {
        kept ??= new Set(every().map((seen) => keptId(seen.series, seen.period, seen.kind)));
        return kept.has(keptId(one, period, kind));
      },
      every,
      countsOverTime: () =>
        [...given].flatMap(([id, periods]) => {
          const own = [...periods.values()].filter(({ kind }) => kind === "count");
          const usual = near.get(id)?.filter(({ period, kind }) => wanted.usual?.(period, kind) ?? true);
          return own.length === 0 ? [] : [{ own, near: usual ?? [] }];
        }),
      dates: (one, areaKey, kind) => datesIn(idOf(one, areaKey, kind)),
      names: { areas, series, kinds: kindsOf },
      problems,
      doubts: [...alike.doubts(), ...inside.doubts()],
    };
  };
  return { add, forget, isGiven, name, dateOf, datesOf, addEvents: noughts.add, store };
}

export type StoreBuilder = ReturnType<typeof storeBuilder>;
