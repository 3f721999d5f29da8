// The change of the plan's force beside those of the other forces of its group: beyond their usual spread, or within it.
import { type Figure, isKnown } from "../core/figure.ts";
import { toNumber } from "../core/number.ts";
import type { Measure } from "../plan/model.ts";
import { type ChangeBesideOthers, changeBesideOthers, type EventsMoved } from "../statistics/change-beside-others.ts";
import { estimate } from "../statistics/estimate.ts";
import { FEWEST_OTHERS } from "../statistics/funnel-against-others.ts";
import { type BreakBetween, breakReason } from "./not-chance.ts";
import { monthsInBoth, unlikeMonths } from "./paired-figures.ts";
import { unevenPeriods } from "./period-lengths.ts";

/** A force in both periods; without populations its numbers are compared, with them its rates. */
export interface Moved {
  readonly name: string;
  readonly counts: readonly [baseline: Figure | undefined, current: Figure | undefined];
  readonly populations?: readonly [baseline: Figure | undefined, current: Figure | undefined];
}

export const besideChance = ["beyond chance", "within chance"] as const;

export interface ChangeBeside {
  /** The group that the others are of. */
  readonly group: string;
  readonly words: (typeof besideChance)[number];
  /** What can be said of "it", the force: "it rose more than the other forces of MSG did, beyond their usual spread". */
  readonly says: string;
  /** The change of the force over the typical one of the others, as a ratio of ratios, with its 95 % limits. */
  readonly estimate: Figure;
  readonly limits: { readonly lower: Figure; readonly upper: Figure };
  readonly p: Figure;
}

const LEVEL = 0.05;

/** Why no changes between the two periods of a measure are set beside each other; nothing where they may be. */
export function unlikeChange(measure: Measure, breaks: readonly BreakBetween[]): string | undefined {
  if (measure.baseline.average) return "the baseline is an average of several periods";
  if (unevenPeriods(measure)) return "the periods are of different lengths";
  const shared = monthsInBoth(measure);
  if (shared > 0) return `${shared} month${shared === 1 ? " is" : "s are"} in both periods`;
  const [first] = breaks;
  return unlikeMonths(measure) ?? (first && breakReason(first));
}

/** "MSG has 3 other forces; a reading needs at least 4". */
export const fewOthers = (group: string, others: number): string =>
  `${group} has ${others} other force${others === 1 ? "" : "s"}; a reading needs at least ${FEWEST_OTHERS}`;

/** In words why there is none: fewer than four others, a force or a period without a figure above 0, or others all alike. */
export function changeBeside(force: Moved, others: readonly Moved[], group: string): ChangeBeside | string {
  if (others.length < FEWEST_OTHERS) return fewOthers(group, others.length);
  const all = [force, ...others];
  const numbersOf = ({ counts, populations }: Moved): readonly (Figure | undefined)[] => [
    ...counts,
    ...(populations ?? []),
  ];
  const without = all.find((one) => !numbersOf(one).every(isKnown));
  if (without && numbersOf(without).some((one) => one && !isKnown(one) && one.gap.withheld))
    return "withheld: numbers of its forces are not shown, as one may be small";
  if (without) return `${without.name} has no number${without.populations ? " and population" : ""} in both periods`;
  const none = all.find((one) => numbersOf(one).some((figure) => isKnown(figure) && toNumber(figure.value) <= 0));
  if (none) return `${none.name} has a number that is not above 0, from or to which no change is a %`;
  const inputs = all.flatMap(({ counts: [x1, x2], populations }) => [x2, x1, ...(populations?.toReversed() ?? [])]);
  if (!inputs.every(isKnown)) return "a force has no number";
  const each = inputs.length / all.length;
  const found = (values: readonly number[]): ChangeBesideOthers | undefined => {
    const [own, ...rest] = all.map((_, at): EventsMoved => {
      const [x2 = 0, x1 = 0, n2 = 1, n1 = 1] = values.slice(each * at, each * (at + 1));
      return { baseline: { x: x1, n: n1 }, current: { x: x2, n: n2 } };
    });
    return own && changeBesideOthers(own, rest);
  };
  const once = found(inputs.map(({ value }) => toNumber(value)));
  if (!once) return "the other forces all changed alike, so that they have no spread";
  const ratio = (said: string, from: (one: ChangeBesideOthers) => number): Figure =>
    estimate(
      "ratio",
      inputs,
      "the changes cannot be compared",
      (...values) => {
        const one = found(values);
        return one && from(one);
      },
      (...values) =>
        `${said}: ${all.map(({ name }, at) => `${name} ${values[each * at]} against ${values[each * at + 1]}`).join("; ")}`,
    );
  return {
    group,
    words: once.p < LEVEL ? "beyond chance" : "within chance",
    says: saysOf(once, group),
    estimate: ratio("ratio of the force's change to the others' typical one", (one) => one.ratio),
    limits: {
      lower: ratio("lower 95% limit of that ratio", (one) => one.limits.lower),
      upper: ratio("upper 95% limit of that ratio", (one) => one.limits.upper),
    },
    p: ratio("p of the force's change beside the others', t of the logarithms", (one) => one.p),
  };
}

/** Where the change is beside the others', with both: the force's, and the typical one of the others. */
function saysOf({ change, others, p }: ChangeBesideOthers, group: string): string {
  const sizes = `${percentOf(change)} beside a typical ${percentOf(others)}`;
  if (p >= LEVEL) return `its change is not beyond the usual spread of the other forces of ${group} (${sizes})`;
  // What prints as 0.0% neither rose nor fell.
  const isStill = (logarithm: number): boolean => percentOf(logarithm) === "0.0%";
  const moved = (logarithm: number): string =>
    isStill(logarithm) ? (logarithm === 0 ? "did not change" : "hardly changed") : logarithm > 0 ? "rose" : "fell";
  const isSameWay = !isStill(change) && !isStill(others) && change > 0 === others > 0;
  const than = isSameWay
    ? `${Math.abs(change) > Math.abs(others) ? "more" : "less"} than the other forces of ${group} did`
    : `where the other forces of ${group} ${moved(others)}`;
  return `it ${moved(change)} ${than}, beyond their usual spread (${sizes})`;
}

/** A logarithm of a ratio as a change in %, with its sign. */
function percentOf(logarithm: number): string {
  const percent = (100 * Math.expm1(logarithm)).toFixed(1);
  return /^-?0\.0$/.test(percent) ? "0.0%" : `${percent.startsWith("-") ? "" : "+"}${percent}%`;
}
