// The change of the plan's force beside those of the other forces of its group: beyond their usual spread, or within it.

import { type Figure, isKnown } from "../core/figure.ts";
import { toNumber } from "../core/number.ts";
import { say } from "../core/words/say.ts";
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
  /** The same of the force by its name, as a sentence. */
  readonly saysOf: (force: string) => string;
  /** The change of the force over the typical one of the others, as a ratio of ratios, with its 95 % limits. */
  readonly estimate: Figure;
  readonly limits: { readonly lower: Figure; readonly upper: Figure };
  readonly p: Figure;
}

const LEVEL = 0.05;

/** Why no changes between the two periods of a measure are set beside each other; nothing where they may be. */
export function unlikeChange(measure: Measure, breaks: readonly BreakBetween[]): string | undefined {
  if (measure.baseline.average) return say("untested.average");
  if (unevenPeriods(measure)) return say("untested.lengths");
  const shared = monthsInBoth(measure);
  if (shared > 0) return inBothPeriods(shared);
  const [first] = breaks;
  return unlikeMonths(measure) ?? (first && breakReason(first));
}

/** "MSG has 3 other forces; a reading needs at least 4". */
export const fewOthers = (group: string, others: number): string =>
  say("untested.few-others", { group, n: others, least: FEWEST_OTHERS });

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
    return say("untested.withheld-forces");
  if (without) {
    return without.populations
      ? say("untested.no-number-population", { force: without.name })
      : say("untested.no-number", { force: without.name });
  }
  const none = all.find((one) => numbersOf(one).some((figure) => isKnown(figure) && toNumber(figure.value) <= 0));
  if (none) return say("untested.not-above-0", { force: none.name });
  const inputs = all.flatMap(({ counts: [x1, x2], populations }) => [x2, x1, ...(populations?.toReversed() ?? [])]);
  if (!inputs.every(isKnown)) return say("untested.a-force");
  const each = inputs.length / all.length;
  const found = (values: readonly number[]): ChangeBesideOthers | undefined => {
    const [own, ...rest] = all.map((_, at): EventsMoved => {
      const [x2 = 0, x1 = 0, n2 = 1, n1 = 1] = values.slice(each * at, each * (at + 1));
      return { baseline: { x: x1, n: n1 }, current: { x: x2, n: n2 } };
    });
    return own && changeBesideOthers(own, rest);
  };
  const once = found(inputs.map(({ value }) => toNumber(value)));
  if (!once) return say("untested.no-spread");
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
    saysOf: (name) => saysOf(once, group, name),
    estimate: ratio("ratio of the force's change to the others' typical one", (one) => one.ratio),
    limits: {
      lower: ratio("lower 95% limit of that ratio", (one) => one.limits.lower),
      upper: ratio("upper 95% limit of that ratio", (one) => one.limits.upper),
    },
    p: ratio("p of the force's change beside the others', t of the logarithms", (one) => one.p),
  };
}

/** "6 months are in both periods" */
export const inBothPeriods = (n: number): string => say("untested.in-both", { n });

type Moving = "rose" | "fell" | "still" | "hardly";

/** Where the change is beside the others', with both: the force's, and the typical one of the others; of a force by its name, or of "it". */
function saysOf({ change, others, p }: ChangeBesideOthers, group: string, force?: string): string {
  const slots = { group, own: percentOf(change), typical: percentOf(others) };
  if (p >= LEVEL) {
    return force === undefined
      ? say("beside-change.within", slots)
      : say("beside-change.within-force", { ...slots, force });
  }
  // What prints as 0.0% neither rose nor fell.
  const moving = (logarithm: number): Moving =>
    percentOf(logarithm) !== "0.0%" ? (logarithm > 0 ? "rose" : "fell") : logarithm === 0 ? "still" : "hardly";
  const [own, theirs] = [moving(change), moving(others)];
  const it = force === undefined ? itMoved(own) : forceMoved(own, force);
  const than =
    (own === "rose" || own === "fell") && own === theirs
      ? Math.abs(change) > Math.abs(others)
        ? say("beside-change.more", { group })
        : say("beside-change.less", { group })
      : othersMoved(theirs, group);
  return say("beside-change.beyond", { moved: it, than, own: slots.own, typical: slots.typical });
}

function itMoved(moving: Moving): string {
  if (moving === "rose") return say("moving.it-rose");
  if (moving === "fell") return say("moving.it-fell");
  return moving === "still" ? say("moving.it-still") : say("moving.it-hardly");
}

function forceMoved(moving: Moving, force: string): string {
  if (moving === "rose") return say("moving.force-rose", { force });
  if (moving === "fell") return say("moving.force-fell", { force });
  return moving === "still" ? say("moving.force-still", { force }) : say("moving.force-hardly", { force });
}

function othersMoved(moving: Moving, group: string): string {
  if (moving === "rose") return say("moving.others-rose", { group });
  if (moving === "fell") return say("moving.others-fell", { group });
  return moving === "still" ? say("moving.others-still", { group }) : say("moving.others-hardly", { group });
}

/** A logarithm of a ratio as a change in %, with its sign. */
function percentOf(logarithm: number): string {
  const percent = (100 * Math.expm1(logarithm)).toFixed(1);
  return /^-?0\.0$/.test(percent) ? "0.0%" : `${percent.startsWith("-") ? "" : "+"}${percent}%`;
}
