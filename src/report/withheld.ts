// What a plan withholds: small numbers, and every figure of which one is a part, so that no sum or difference gives it away.

import { type Figure, isKnown, isWord, type KnownFigure, lineRunsOf, missing, type Origin } from "../core/figure.ts";
import { grouped } from "../core/grouped.ts";
import { nameKey } from "../core/names.ts";
import { compareExact, exact, isNegative } from "../core/number.ts";
import { type Period, periodKey } from "../core/period.ts";
import { inRuns } from "../core/runs.ts";
import type { Kind } from "../core/value-kind.ts";
import { say } from "../core/words/say.ts";
import type { Gazetteer } from "../data/areas.ts";
import type { Store } from "../data/store.ts";
import { type Comparator, forceOf, isWithin, type Member } from "../plan/comparators.ts";
import type { Terms } from "../plan/measure-schema.ts";
import type { Measure, PlacedWhen, Plan } from "../plan/model.ts";
import { UNREAD_THRESHOLD } from "../plan/suppress.ts";
import { numberBehind, numberOfShare } from "./number-behind.ts";
import { type SmallNumber, type SmallNumbers, smallNumbers } from "./small-numbers.ts";

/** What a figure was asked for: a measure, or a part of it, of a side in a period. */
interface Asked {
  readonly measure: Measure;
  readonly series: Terms;
  readonly side: Comparator;
  readonly when: PlacedWhen;
}

export interface Withheld {
  /** Whether any number may be withheld. */
  readonly isAny: boolean;
  /** The figure as it may leave the tool: itself, without the small numbers that it is made of, or a gap marked "c". */
  shown(asked: Asked, kind: Kind, figure: Figure): Figure;
  /** Whether any period that the data give of a measure is withheld: its other months, or its years, would give it away. */
  overTime(measure: Measure): boolean;
}

const known = new WeakMap<Store, WeakMap<Plan, Withheld>>();

/** What that plan withholds of the data; worked out once. */
export function withheldBy(plan: Plan, data: { readonly store: Store; readonly gazetteer: Gazetteer }): Withheld {
  const of = known.get(data.store) ?? new WeakMap<Plan, Withheld>();
  known.set(data.store, of);
  const made = of.get(plan) ?? withheldOf(plan, data);
  of.set(plan, made);
  return made;
}

function withheldOf(plan: Plan, data: { readonly store: Store; readonly gazetteer: Gazetteer }): Withheld {
  const { store, gazetteer } = data;
  const small = smallNumbers(plan.published ?? plan, data);
  const isWhole = wholeSeries(store);
  const force = forceOf(plan, gazetteer);
  /** The small numbers that are part of a figure, or that it is part of. */
  const touched = (
    series: Terms,
    isOf: (member: Member) => boolean,
    period: Period,
    asker = series,
  ): readonly SmallNumber[] => small.in(series, period, asker).filter(({ member }) => isOf(member));
  return {
    isAny: small.isAny,
    shown(asked, kind, figure) {
      const { measure, series, side, when } = asked;
      if (!small.isAny || !isKnown(figure) || isWord(figure) || !when.period) return figure;
      const isOf = (member: Member): boolean =>
        side.members.some((one) => one.key === member.key) ||
        isWithin(member, side.members, gazetteer) ||
        side.members.some((one) => isWithin(one, [member], gazetteer)) ||
        // Who is in a group that is a row of the data is not known: its force may be.
        (side.isRow && side.group !== undefined && force.members.some((one) => one.key === member.key));
      const own = touched(measure.series, isOf, when.period);
      const all = series === measure.series ? own : [...own, ...touched(series, isOf, when.period, measure.series)];
      const under = small.under(measure.series);
      const [found] = all;
      const below = under ?? found?.under;
      if (below === UNREAD_THRESHOLD) return unread(figure);
      if (found) return withheld(figure, below ?? 0, isWhole(series) && isSmall(asked, small, all));
      if (under === undefined) return hasCounted(figure) ? plain(asked, kind, figure) : figure;
      if (series !== measure.series && hasSmallPart(asked, store, under)) return withheld(figure, under);
      if (isUnknown(asked, store, kind)) return unknown(figure, under);
      return hasCounted(figure) ? plain(asked, kind, figure) : withoutSmall(asked, kind, figure, under);
    },
    overTime: (measure) =>
      small.under(measure.series) !== undefined &&
      periodsGiven(store, small, measure).some((period) => touched(measure.series, () => true, period).length > 0),
  };
}

/** How the reason for such a gap begins. */
export const withheldBegins = (): string => say("gap.withheld", { why: "" });

/** The same reason for a small number and for what would give it away: which of the two it is, is not said. */
const withheld = (figure: Figure, below: number, isSmall = false): Figure =>
  missing(figure.unit, {
    mark: "c",
    reason: say("gap.withheld", { why: say("gap.withheld-under", { least: below }) }),
    reported: true,
    withheld: { below, isSmall },
  });

/** Where it cannot be told what to withhold, nothing is shown that has a part in it. */
const unread = (figure: Figure): Figure =>
  missing(figure.unit, {
    mark: "x",
    reason: say("gap.suppress-unread"),
    reported: true,
  });

const unknown = (figure: Figure, below: number): Figure =>
  missing(figure.unit, {
    mark: "c",
    reason: say("gap.withheld", { why: say("gap.withheld-small") }),
    reported: true,
    withheld: { below, isSmall: false },
  });

/**
 * Whether a figure is known to be small by what is printed: it is, and no part of it is withheld on its own. Otherwise its
 * verdict would say on which side of the threshold the sum of such a part and others is.
 */
function isSmall({ series, side, when }: Asked, small: SmallNumbers, touched: readonly SmallNumber[]): boolean {
  const keys = small.records(series);
  const [member, ...others] = side.members;
  return (
    others.length === 0 &&
    touched.every(
      (one) =>
        one.member.key === member?.key &&
        when.period !== undefined &&
        periodKey(one.period) === periodKey(when.period) &&
        keys.every((key) => one.series.has(key)),
    ) &&
    touched.some(({ series, isOwn }) => isOwn && series.size === keys.length)
  );
}

/**
 * Asked of series: whether their numbers are whole and 0 or more, as counts are. Full-time equivalents are not, and a
 * difference may be below 0.
 */
function wholeSeries(store: Store): (series: Terms) => boolean {
  let broken: ReadonlySet<string> | undefined;
  return ({ add, subtract }) => {
    broken ??= new Set(
      store
        .every()
        .filter(({ kind, figure }) => (kind === "count" || kind === "people") && isKnown(figure) && !isCount(figure))
        .map(({ series }) => nameKey(series)),
    );
    return subtract.length === 0 && !add.some((name) => broken?.has(nameKey(name)));
  };
}
const isCount = ({ value }: KnownFigure): boolean => value.isInteger() && !isNegative(value);

/** Whether a part of the measure is of a small number: then none of its shares is shown, as they add up. */
function hasSmallPart({ measure, side, when }: Asked, store: Store, under: number): boolean {
  return side.members.some(({ key }) => {
    const whole = when.period && numberBehind(store, measure.series, key, when.period);
    return measure.parts.some((part) => {
      const share = when.period && store.find(part.series, key, when.period, "percent");
      if (!isKnown(share)) return false;
      return !whole || compareExact(numberOfShare(share.value, whole), exact(under)) < 0;
    });
  });
}

/** Whether nothing says of how many a rate or a share is. */
const isUnknown = ({ measure, series, side, when }: Asked, store: Store, kind: Kind): boolean =>
  series === measure.series &&
  (kind === "rate" || kind === "percent") &&
  side.members.some(({ key }) => when.period && numberBehind(store, series, key, when.period) === undefined);

/** A figure without what it is made of, where that has small numbers: months of a year, or one of several series. */
function withoutSmall(asked: Asked, kind: Kind, figure: KnownFigure, under: number): Figure {
  const isMadeOfSmall = (one: Figure): boolean =>
    one.derivation?.of.some(
      (part) => (isKnown(part) && compareExact(part.value, exact(under)) < 0) || isMadeOfSmall(part),
    ) ?? false;
  return isMadeOfSmall(figure) ? { ...plain(asked, kind, figure), from: together(figure.from) } : figure;
}

/** A figure as if the data gave it by itself, without its cells and what it is made of. */
function plain({ measure, side, when }: Asked, kind: Kind, figure: KnownFigure): KnownFigure {
  const { derivation: _, remarks: __, observed: ___, from: ____, ...own } = figure;
  const observed = { series: measure.name, area: side.name, kind };
  return { ...own, from: [], ...(when.period && { observed: { ...observed, period: when.period } }) };
}

/** Whether records of one event each are counted in a figure: the lines between its own are as many as other numbers. */
const hasCounted = ({ observed, derivation }: Figure): boolean =>
  observed?.counted === true || (derivation?.of.some(hasCounted) ?? false);

/** One origin for each column of a file: the lines of a month may be as many as its events. */
function together(from: readonly Origin[]): Origin[] {
  const columns = grouped(from.map((origin) => [`${origin.file}\n${origin.column}`, origin]));
  return [...columns.values()].flatMap((all): Origin[] => {
    const lines = all.flatMap(lineRunsOf).flatMap(([first, last]) => {
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    });
    const runs = inRuns(
      [...new Set(lines)].sort((a, b) => a - b),
      (last, next) => next === last + 1,
    );
    const [first] = all;
    const line = runs[0]?.[0];
    if (!first || line === undefined) return [];
    const { file, column } = first;
    const words = runs.map((run) => (run.length === 1 ? `${run[0]}` : `${run[0]}-${run.at(-1)}`)).join(",");
    return [{ file, line, column, ...(lines.length > 1 && { lines: words }) }];
  });
}

/** Every period that the data give of a measure's series, of any area of the plan. */
function periodsGiven(store: Store, { members }: SmallNumbers, { series }: Measure): Period[] {
  const names = [...series.add, ...series.subtract].map(nameKey);
  return names.flatMap((name) =>
    members.flatMap(({ key }) =>
      (["count", "people", "percent"] as const).flatMap((kind) => store.dates(name, key, kind)),
    ),
  );
}
