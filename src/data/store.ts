// Observations: every figure of the data by series, area, period and kind. One given twice is refused, naming both.

import { type Figure, type Gap, isKnown, missing, type Origin } from "../core/figure.ts";
import { nameKey } from "../core/names.ts";
import { compareExact, exactText } from "../core/number.ts";
import { type Period, periodKey, periodName } from "../core/period.ts";
import { doubt, type Problem, problem } from "../core/problems/problems.ts";
import { isPeople, type Kind } from "../core/value-kind.ts";
import { total } from "../statistics/total.ts";
import type { Observation } from "./observation.ts";
import { seriesPlaces } from "./series-rounding.ts";

export interface Store {
  /**
   * The figure for that series, area, period and kind; of a count that is not given for the period as a whole, the sum
   * of the months or quarters that make it up, or a gap that names those that are missing. Nothing where none is given.
   */
  find(series: string, areaKey: string, period: Period, kind: Kind): Figure | undefined;
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
  /** Records that stand in a file once more. */
  readonly doubts: readonly Problem[];
}

interface Names {
  readonly areas: ReadonlyMap<string, string>;
  readonly series: ReadonlyMap<string, string>;
  /** The kinds that are given for a series. */
  readonly kinds: ReadonlyMap<string, ReadonlySet<Kind>>;
}

const seriesKey = (series: string, kind: Kind): string => (isPeople(kind) ? "" : nameKey(series));

const MOST_NAMES = 5_000;

const isSecret = (figure: Figure): boolean => !isKnown(figure) && figure.gap.mark === "c";
const saidOf = (figure: Figure): string => (isKnown(figure) ? exactText(figure.value) : figure.gap.reason);

/** Two numbers that are not the same, or a number beside a mark that it is confidential. */
function differ(one: Figure, other: Figure): boolean {
  if (isKnown(one) && isKnown(other)) return compareExact(one.value, other.value) !== 0;
  return isSecret(one) !== isSecret(other) && isKnown(one) !== isKnown(other);
}

type FigureRecord = NonNullable<Observation["record"]>;

/** The columns in which two records of a file differ, their value's aside, with what they say; "" where they are alike. */
function differencesOf(one: FigureRecord, other: FigureRecord, own: number): string {
  const found = one.cells.flatMap((cell, column) => {
    const [first, second] = [cell.trim(), (other.cells[column] ?? "").trim()];
    return first === second || column === own
      ? []
      : [`${one.headings[column] || `column ${column + 1}`} ("${first}", "${second}")`];
  });
  return found.length > 3 ? `${found.slice(0, 3).join(", ")} and ${found.length - 3} more` : found.join(", ");
}

/** Gathers the observations of the files; the store is asked once all are in. */
export function storeBuilder(isNear: (period: Period, kind: Kind) => boolean = () => false) {
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
    if (!areas.has(areaKey) && (always || areas.size < MOST_NAMES)) areas.set(areaKey, area);
    const id = seriesKey(oneSeries, kind);
    const known = kindsOf.get(id);
    if (known?.has(kind) || (!always && series.size >= MOST_NAMES)) return;
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

  /** Of each file, the lines of records that a later one repeats word for word, by that one's line. */
  const alike = new Map<string, Map<number, number>>();
  const refuse = (found: Problem, id: string, when: string, seen: Observation, here: Origin, there: Origin): void => {
    problems.push(found);
    const gap: Gap = { mark: "x", reason: "it is given twice with different values", reported: true };
    refused.set(`${id}\n${when}`, missing(seen.figure.unit, gap, [there, here]));
  };

  const whatOf = (seen: Observation): string =>
    seriesKey(seen.series, seen.kind) === "" ? `population of ${seen.area}` : `${seen.series} for ${seen.area}`;

  /** Looks at two records of one file that give equal values: they are one figure only where they are alike throughout. */
  const compare = (before: Observation, seen: Observation, id: string, when: string): void => {
    const [here, there] = [seen.figure.from[0], before.figure.from[0]];
    if (isPeople(seen.kind) || !seen.record || !before.record || !here || !there) return;
    if (!isKnown(seen.figure) || !isKnown(before.figure)) return;
    if (here.file !== there.file || here.line === there.line) return;
    const differences = differencesOf(before.record, seen.record, (here.column ?? 0) - 1);
    if (differences === "") {
      if (seen.record.restated) return;
      const lines = alike.get(here.file) ?? new Map<number, number>();
      alike.set(here.file, lines.set(here.line, there.line));
      return;
    }
    const found = problem("given-alike", here, seen.heading, whatOf(seen), there, differences, saidOf(before.figure));
    refuse(found, id, when, seen, here, there);
  };

  /** A doubt for each file in which records stand once more. */
  const alikeDoubts = (): Problem[] =>
    [...alike].map(([file, lines]) => {
      const numbers = [...new Set([...lines].flat())].sort((a, b) => a - b);
      const cells = { file, lines: numbers.map((line) => [line, line] as const) };
      return doubt("records-alike", { file, line: Math.min(...lines.keys()) }, cells, file, lines.size);
    });

  const add = (seen: Observation): void => {
    const id = idOf(seen.series, seen.areaKey, seen.kind);
    if (isNear(seen.period, seen.kind)) {
      near.set(id, [...(near.get(id) ?? []), seen]);
      return;
    }
    name(seen.area, seen.areaKey, seen.series, seen.kind, true);
    const periods = given.get(id) ?? new Map<string, Observation>();
    if (periods.size === 0) given.set(id, periods);
    const when = periodKey(seen.period);
    const before = periods.get(when);
    // Two sums that come to the same may yet be of different records, and then are parts of a third.
    const isOther = before?.mark !== seen.mark && before?.mark !== undefined && seen.mark !== undefined;
    if (
      !before ||
      (!differ(before.figure, seen.figure) && !isOther && !isKnown(before.figure) && isKnown(seen.figure))
    ) {
      // A number given in one place settles a blank in another.
      periods.set(when, seen);
    } else if (isOther || differ(before.figure, seen.figure)) {
      const [here, there] = [seen.figure.from[0], before.figure.from[0]] as [Origin, Origin];
      const found = problem("given-twice", here, seen.heading, whatOf(seen), there, saidOf(before.figure));
      refuse(found, id, when, seen, here, there);
    } else compare(before, seen, id, when);
  };

  /** Whether anything was given for these names, a reason for no figure included. */
  const isGiven = ({
    series: one,
    areaKey,
    kind,
    period,
  }: Pick<Observation, "series" | "areaKey" | "kind" | "period">) =>
    given.get(idOf(one, areaKey, kind))?.has(periodKey(period)) === true;

  const store = (): Store => {
    const every = (): Observation[] => [...given.values()].flatMap((periods) => [...periods.values()]);
    let placed: ((seen: Observation) => Figure) | undefined;
    /** What an observation comes to, a gap where it was refused; it says what it is of. */
    const namedOf = (id: string, seen: Observation): Figure => {
      const gap = refused.size > 0 && refused.get(`${id}\n${periodKey(seen.period)}`);
      if (gap || seen.figure.places === undefined) return { ...(gap || seen.figure), observed: seen };
      placed ??= seriesPlaces(every());
      return { ...placed(seen), observed: seen };
    };
    let kept: Set<string> | undefined;
    const keptId = (one: string, period: Period, kind: Kind): string =>
      `${seriesKey(one, kind)}\n${kind}\n${periodKey(period)}`;
    const listed = (id: string, isAsked: (period: Period) => boolean = () => true): Dated[] =>
      [...(given.get(id)?.values() ?? [])]
        .filter(({ period }) => isAsked(period))
        .map((seen) => ({ period: seen.period, figure: namedOf(id, seen) }));
    const list = (one: string, areaKey: string, kind: Kind): Dated[] => listed(idOf(one, areaKey, kind));
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
      given: list,
      gives(one, period, kind) {
        kept ??= new Set(every().map((seen) => keptId(seen.series, seen.period, seen.kind)));
        return kept.has(keptId(one, period, kind));
      },
      every,
      countsOverTime: () =>
        [...given].flatMap(([id, periods]) => {
          const own = [...periods.values()].filter(({ kind }) => kind === "count");
          return own.length === 0 ? [] : [{ own, near: near.get(id) ?? [] }];
        }),
      dates: (one, areaKey, kind) => [
        ...list(one, areaKey, kind).map(({ period }) => period),
        ...periods.filter((_, date) => dates.get(idOf(one, areaKey, kind))?.[date]),
      ],
      names: { areas, series, kinds: kindsOf },
      problems,
      doubts: alikeDoubts(),
    };
  };
  return { add, isGiven, name, dateOf, datesOf, store };
}

export type StoreBuilder = ReturnType<typeof storeBuilder>;

type Dated = { readonly period: Period; readonly figure: Figure };

/** Within a period, and shorter. */
const isPartOf = (part: Period, whole: Period): boolean =>
  part.from >= whole.from && part.to <= whole.to && part.to - part.from < whole.to - whole.from;

/** The sum of the parts that make up the period asked for, each month once; a month that is missing makes a gap. */
function addedUp(parts: readonly Dated[], asked: Period): Figure | undefined {
  const inside = [...parts].sort((a, b) => a.period.from - b.period.from || b.period.to - a.period.to);
  if (inside.length === 0) return undefined;
  const used: Dated[] = [];
  const gaps: Period[] = [];
  let month = asked.from;
  for (const one of inside) {
    if (one.period.from < month) continue;
    if (one.period.from > month) gaps.push({ from: month, to: one.period.from - 1 });
    used.push(one);
    month = one.period.to + 1;
  }
  if (month <= asked.to) gaps.push({ from: month, to: asked.to });
  if (gaps.length === 0) return total(used.map(({ figure }) => figure));
  const reason = `of ${periodName(asked)}, the data do not give ${gaps.map(periodName).join(" and ")}`;
  return missing(
    "count",
    { mark: "x", reason, isPartial: true },
    used.flatMap(({ figure }) => figure.from).slice(0, 1),
  );
}
