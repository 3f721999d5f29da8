// The change of the plan's force beside those of the other forces of its group: beyond their usual spread, or within it.
import { type Figure, isKnown } from "../core/figure.ts";
import { toNumber } from "../core/number.ts";
import { type ChangeBesideOthers, changeBesideOthers, type EventsMoved } from "../statistics/change-beside-others.ts";
import { estimate } from "../statistics/estimate.ts";

/** A force in both periods; without populations its numbers are compared, with them its rates. */
export interface Moved {
  readonly name: string;
  readonly counts: readonly [baseline: Figure | undefined, current: Figure | undefined];
  readonly populations?: readonly [baseline: Figure | undefined, current: Figure | undefined];
}

export interface ChangeBeside {
  /** The group that the others are of. */
  readonly group: string;
  readonly words: "beyond chance" | "within chance";
  /** What can be said of "it", the force: "it rose more than the other forces of MSG did, beyond their usual spread". */
  readonly says: string;
  /** The change of the force over the typical one of the others, as a ratio of ratios, with its 95 % limits. */
  readonly estimate: Figure;
  readonly limits: { readonly lower: Figure; readonly upper: Figure };
  readonly p: Figure;
}

const LEVEL = 0.05;

/** Nothing for fewer than four others, a force or a period without a figure, and a number not above 0. */
export function changeBeside(force: Moved, others: readonly Moved[], group: string): ChangeBeside | undefined {
  const all = [force, ...others];
  const inputs = all.flatMap(({ counts: [x1, x2], populations }) => [x2, x1, ...(populations?.toReversed() ?? [])]);
  if (!inputs.every(isKnown)) return undefined;
  const each = inputs.length / all.length;
  const found = (values: readonly number[]): ChangeBesideOthers | undefined => {
    const [own, ...rest] = all.map((_, at): EventsMoved => {
      const [x2 = 0, x1 = 0, n2 = 1, n1 = 1] = values.slice(each * at, each * (at + 1));
      return { baseline: { x: x1, n: n1 }, current: { x: x2, n: n2 } };
    });
    return own && changeBesideOthers(own, rest);
  };
  const once = found(inputs.map(({ value }) => toNumber(value)));
  if (!once) return undefined;
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
  if (p >= LEVEL) return `it changed as the other forces of ${group} did, within their usual spread (${sizes})`;
  const moved = (logarithm: number): string => (logarithm > 0 ? "rose" : "fell");
  const isSameWay = change > 0 === others > 0;
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
