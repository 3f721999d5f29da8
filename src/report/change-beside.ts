// The change of the plan's force beside those of the other forces of its group: beyond their usual spread, or within it.
import { type Figure, isKnown, type KnownFigure } from "../core/figure.ts";
import { toNumber } from "../core/number.ts";
import { type ChangeBesideOthers, changeBesideOthers, type EventsMoved } from "../statistics/change-beside-others.ts";
import { estimate } from "../statistics/estimate.ts";

/** A force in both periods; without populations its numbers are compared, with them its rates. */
export interface Moved {
  readonly counts: readonly [baseline: Figure | undefined, current: Figure | undefined];
  readonly populations?: readonly [baseline: Figure | undefined, current: Figure | undefined];
}

export interface ChangeBeside {
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
  const inputs = [force, ...others].flatMap(({ counts, populations = [] }) => [...counts, ...populations]);
  if (!inputs.every(isKnown)) return undefined;
  const found = changeBesideOthers(eventsMoved(force), others.map(eventsMoved));
  if (!found) return undefined;
  const ratio = (words: string, value: number): Figure =>
    estimate(
      "ratio",
      inputs as KnownFigure[],
      "the changes cannot be compared",
      () => value,
      () => words,
    );
  return {
    words: found.p < LEVEL ? "beyond chance" : "within chance",
    says: saysOf(found, group),
    estimate: ratio("the force's change over the others' typical one", found.ratio),
    limits: {
      lower: ratio("lower 95% limit of that ratio", found.limits.lower),
      upper: ratio("upper 95% limit of that ratio", found.limits.upper),
    },
    p: ratio("p of the force's change beside the others'", found.p),
  };
}

function eventsMoved({ counts, populations }: Moved): EventsMoved {
  const number = (figure: Figure | undefined): number => (isKnown(figure) ? toNumber(figure.value) : Number.NaN);
  const at = (period: 0 | 1) => ({
    x: number(counts[period]),
    n: populations ? number(populations[period]) : 1,
  });
  return { baseline: at(0), current: at(1) };
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
