// The periods of a table: which of its columns are of the baseline and of the current one, and which two a change compares.
import { type Period, periodKey, periodName } from "../../core/period.ts";
import type { PeriodRole, TimeSpan } from "../read/heading-periods.ts";
import { type HeadingWords, isChange } from "../read/headings.ts";
import type { Draft } from "./draft.ts";

/** A level's time: "baseline", "current", or the name of another period. */
export type Slot = string;
export type Pair = readonly [baseline: Slot, current: Slot];
/** The two times that most tables compare. */
export const usualTimes = ["baseline", "current"] as const;
export const MAIN: Pair = usualTimes;

/** One point in time of the table, among those that are counted alike. */
interface Point {
  readonly key: string;
  readonly slot: Slot;
  readonly period: Period | undefined;
  readonly isNamed: boolean;
  /** How many months before the latest its words say that it is. */
  readonly back?: number | undefined;
}

export interface Times {
  /** The slot of a level; nothing where its heading says none. */
  readonly slotOf: (spoken: HeadingWords) => Slot | undefined;
  /** The two that a change compares, or each pair that it may be of, or why it is of none. */
  readonly pairOf: (spoken: HeadingWords) => Pair | { readonly either: readonly Pair[] } | { readonly why: string };
  readonly slots: readonly Slot[];
  readonly periods: Readonly<Partial<Record<PeriodRole, Period>>>;
  /** Whether it is plain which period an aim starts from. */
  readonly hasBaseline: boolean;
  /** Whether there are two periods, of which a change can be. */
  readonly hasPair: boolean;
}

/** Tells the periods of a table's columns by their words alone. */
export function timesOf(drafts: readonly Draft[]): Times {
  const levels = drafts.filter(
    ({ spoken }) =>
      !isChange(spoken.kinds[0] ?? "other") && (spoken.period || spoken.when || spoken.span === "average"),
  );
  // "Last year" is the baseline where no other column may be.
  const isBetween = ({ when, back, span }: HeadingWords): boolean =>
    when === "baseline" &&
    back !== undefined &&
    levels.some(
      ({ spoken: one }) => one.span === span && (one.when === "baseline" ? one.back !== back : one.when !== "current"),
    );
  const whenOf = (spoken: HeadingWords): PeriodRole | undefined => (isBetween(spoken) ? undefined : spoken.when);
  // "Baseline" beside "Baseline (2019)" is the same.
  const dated = new Map(
    levels.flatMap(({ spoken }) =>
      whenOf(spoken) && spoken.period ? [[`${spoken.span} ${spoken.when}`, periodKey(spoken.period)]] : [],
    ),
  );
  const spans = [...new Set(levels.map(({ spoken }) => spoken.span))];
  const countOf = (span: TimeSpan): number =>
    new Set(levels.filter(({ spoken }) => spoken.span === span).map(({ spoken }) => keyIn(spoken))).size;
  function keyIn(spoken: HeadingWords): string {
    const { period, when, span, back } = spoken;
    if (period) return periodKey(period);
    return isBetween(spoken) ? earlier(back) : (dated.get(`${span} ${when}`) ?? when ?? "");
  }
  // A month beside a year is compared with it where nothing else is.
  const isMerged = spans.every((span) => countOf(span) < 2);
  const familyOf = (span: TimeSpan): TimeSpan => (isMerged && span !== "average" ? "" : span);
  const families = new Map<TimeSpan, Point[]>();
  for (const { spoken } of levels) {
    const family = families.get(familyOf(spoken.span)) ?? [];
    families.set(familyOf(spoken.span), family);
    const key = keyIn(spoken);
    const at = family.findIndex((point) => point.key === key);
    const point: Point = {
      key,
      slot: whenOf(spoken) ?? family[at]?.slot ?? (isBetween(spoken) && !spoken.period ? key : ""),
      period: spoken.period ?? family[at]?.period,
      isNamed: whenOf(spoken) !== undefined,
      back: spoken.back ?? family[at]?.back,
    };
    if (at < 0) family.push(point);
    else family[at] = point;
  }
  for (const family of families.values()) {
    const latest = Math.max(
      ...family.map((point) => (point.slot === "baseline" ? Number.NEGATIVE_INFINITY : rank(point))),
    );
    const at = (point: Point): number =>
      point.period || point.slot === "baseline" || point.back === undefined
        ? rank(point)
        : Math.min(latest, Number.MAX_SAFE_INTEGER) - (point.back || 0.5);
    family.sort((a, b) => at(a) - at(b));
  }
  const pairs = [...families].filter(([span, points]) => points.length > 1 && span !== "average").map(([span]) => span);
  const changes = drafts.filter(({ spoken }) => isChange(spoken.kinds[0] ?? "other"));
  const wanted = changes.map(({ spoken }) => spoken.span).find((span) => span !== "" && pairs.includes(familyOf(span)));
  const main =
    wanted === undefined
      ? (pairs[0] ?? [...families.keys()].find((span) => span !== "average") ?? "")
      : familyOf(wanted);
  const points = new Map([...families].map(([span, family]) => [span, named(family, span === main, span)] as const));
  const slotOf = (spoken: HeadingWords): Slot | undefined =>
    points.get(familyOf(spoken.span))?.find(({ key }) => key === keyIn(spoken))?.slot;
  const mainPoints = points.get(main) ?? [];
  const pairOf = (spoken: HeadingWords): ReturnType<Times["pairOf"]> => {
    if (spoken.span === "" && pairs.length > 1)
      return { why: `it may be of ${pairs.map((one) => one || "the years").join(" or ")}` };
    // The only two periods that are counted alike are the main ones.
    const all = points.get(spoken.span === "" ? main : familyOf(spoken.span)) ?? [];
    // "% change v 3 year average": from the only average to the latest period.
    const [mean, latest] = [all[0], mainPoints.at(-1)];
    if (spoken.span === "average" && all.length === 1 && mean && latest) return [mean.slot, latest.slot];
    if (all.length < 2)
      return all.length === 0 && levels.length === 0 ? MAIN : { why: "no two columns before it are of two periods" };
    return pairIn(all, spoken);
  };
  const periods: Partial<Record<PeriodRole, Period>> = {};
  for (const { slot, period } of mainPoints)
    if ((slot === "baseline" || slot === "current") && period) periods[slot] = period;
  return {
    ...{ slotOf, pairOf, periods },
    hasPair: pairs.length > 0,
    slots: [...new Set(["baseline", "current", ...[...points.values()].flat().map(({ slot }) => slot)])],
    hasBaseline: mainPoints.length < 3 || mainPoints.some(({ slot, isNamed }) => slot === "baseline" && isNamed),
  };
}

const rank = ({ slot, period }: Point): number =>
  period ? period.to : slot === "baseline" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;

/** The name of a period that its words call earlier by so many months. */
const earlier = (back = 0): Slot =>
  back === 12 ? "last year" : back === 3 ? "last quarter" : back === 1 ? "last month" : "previous";

/** The slots of points in their order: the first and the last of the table's own are its baseline and its current period. */
function named(family: readonly Point[], isMain: boolean, span: TimeSpan): Point[] {
  return family.map((point, index): Point => {
    if (isMain && point.slot !== "") return point;
    const has = (slot: Slot): boolean => family.some((other) => other.slot === slot);
    if (isMain && index === family.length - 1 && !has("current")) return { ...point, slot: "current" };
    if (isMain && family.length > 1 && index === 0 && !has("baseline")) return { ...point, slot: "baseline" };
    return {
      ...point,
      slot: `${span === "" || span === "month" ? "" : `${span} `}${point.period ? periodName(point.period) : point.slot}`.trim(),
    };
  });
}

function pairIn(all: readonly Point[], { periods, since }: HeadingWords): ReturnType<Times["pairOf"]> {
  const last = all.at(-1) as Point;
  const said = periods.map((period) =>
    all.find(
      (point) => point.period && (periodKey(point.period) === periodKey(period) || point.period.to === period.to),
    ),
  );
  if (said.some((point) => point === undefined))
    return { why: "its heading names a period that no other column is of" };
  const [a, b] = [...(said as Point[])].sort((x, y) => rank(x) - rank(y));
  if (a && b && a !== b) return [a.slot, b.slot];
  if (a && a !== last) return [a.slot, last.slot];
  const before = all[all.length - 2] as Point;
  if (typeof since === "number") {
    const back =
      all.find(({ period }) => last.period && period?.to === last.period.to - since) ??
      all.find((point) => point !== last && point.back === since) ??
      // Of two columns that do not say how far apart they are, it can be of no others.
      (all.length === 2 && !(before.period && last.period) && !before.back ? before : undefined);
    return back ? [back.slot, last.slot] : { why: "no column is of the period that its heading says" };
  }
  if (all.length === 2 || since === "previous") return [before.slot, last.slot];
  if (since === "baseline" && all.some(({ slot }) => slot === "baseline")) return ["baseline", last.slot];
  return { either: all.slice(0, -1).map(({ slot }): Pair => [slot, last.slot]) };
}
