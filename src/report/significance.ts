// What a change is read as: within chance, beyond it, or not tested; and that in words.
import { type Figure, isKnown } from "../core/figure.ts";
import { compareExact, exact, fixed, minus } from "../core/number.ts";
import { formatFigure } from "./format-figure.ts";

export interface Between {
  readonly lower: Figure;
  readonly upper: Figure;
}

export interface Significance {
  readonly words: "within chance" | "beyond chance" | "not tested";
  /** By what test, or why by none. */
  readonly how: string;
  /** Of counts and rates, current over baseline; of survey percentages, the difference in points; with 95 % limits. */
  readonly estimate?: Figure;
  readonly limits?: Between;
  /** The chance of a change as large as this or larger, were there none. */
  readonly p?: Figure;
  /** The source's own mark, where that is the reading. */
  readonly mark?: Figure;
  /** The 95 % limits of the figure that the aim is judged on, in each period. */
  readonly baseline?: Between | undefined;
  readonly current?: Between | undefined;
}

/** A change is beyond chance where its p is below this. */
export const LEVEL = 0.05;
/** How sure limits are. */
export const CONFIDENCE = 0.95;

/** The reading where no test can be made, and why not. */
export const notTested = (how: string): Significance => ({ words: "not tested", how });

/** "within chance: exact test of two counts, ratio 2.00 (95% limits 0.54 to 9.08), p 0.388". */
export function readingText({ words, how, estimate, limits, p }: Significance): string {
  if (!estimate || !limits || !p) return `${words}: ${how}`;
  const unit = estimate.unit === "ratio" ? "ratio" : "difference in percentage points";
  const places = estimate.unit === "ratio" ? 2 : 1;
  const { lower, upper } = limits;
  // Limits on one side of no change are printed with as many places as show it.
  const none = exact(estimate.unit === "ratio" ? 1 : 0);
  const hides = (figure: Figure, at: number): boolean =>
    isKnown(figure) &&
    compareExact(figure.value, none) !== 0 &&
    compareExact(exact(fixed(figure.value, at)), none) === 0;
  const enough = [places, places + 1, places + 2, places + 3].find(
    (at) => ![lower, upper].some((one) => hides(one, at)),
  );
  const digits = (figure: Figure): string => formatFigure(figure, enough ?? places);
  const range = isKnown(upper) ? `${digits(lower)} to ${digits(upper)}` : `${digits(lower)} and above`;
  const value = isKnown(estimate) ? `${unit} ${digits(estimate)}` : estimate.gap.reason;
  return `${words}: ${how}, ${value} (95% limits ${range}), p ${chanceText(p)}`;
}

/** A chance as printed: "0.388", "below 0.001"; nearer to 0.05 with more places, so that its side of it is seen. */
export function chanceText(p: Figure): string {
  if (!isKnown(p)) return formatFigure(p, 3);
  if (compareExact(p.value, exact("0.001")) < 0) return "below 0.001";
  const isNear = compareExact(minus(p.value, exact("0.05")).abs(), exact("0.001")) < 0;
  return formatFigure(p, isNear ? 5 : 3);
}
