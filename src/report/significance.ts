// What a measure's figures are read as: within chance, beyond it, open, or not tested; and that in words.

import { type Figure, isKnown } from "../core/figure.ts";
import { compareExact, exact, fixed, minus } from "../core/number.ts";
import { inRow, say } from "../core/words/say.ts";
import type { ChangeBeside } from "./change-beside.ts";
import { formatFigure, usualPlacesOf } from "./format-figure.ts";
import type { FigurePair } from "./paired-figures.ts";

export interface Between {
  readonly lower: Figure;
  readonly upper: Figure;
}

export const chanceWords = ["within chance", "beyond chance", "open", "not tested"] as const;
/** The steps that series are in. */
export const steps = ["month", "quarter"] as const;
export type Step = (typeof steps)[number];

export interface Significance {
  readonly words: (typeof chanceWords)[number];
  /** What is asked: has it changed, is it at most a value, is it maintained, is it unlike the others. */
  readonly question?: string;
  /** By what test, or why by none. */
  readonly how: string;
  /** One sentence for every reader, about "it". */
  readonly says: string;
  readonly assumes?: string;
  /** Of counts and rates, current over baseline; of survey percentages, the difference in points; with 95 % limits. */
  readonly estimate?: Figure;
  readonly limits?: Between;
  /** The chance of a difference as large as this or larger, were there none. */
  readonly p?: Figure;
  /** The same by Benjamini and Hochberg, among all readings of the table. */
  readonly adjusted?: Figure;
  /** How many times its months vary as much as chance alone would make them, and its degrees of freedom. */
  readonly dispersion?: Figure;
  readonly degrees?: number;
  /** The change that would have been found, where none was: t × the standard error of the logarithm, as a %. */
  readonly detectable?: Figure;
  /** The same as a % of the baseline: the smallest rise and the smallest fall, of the months that were tested. */
  readonly found?: { readonly rise: Figure; readonly fall: Figure };
  readonly step?: Step;
  readonly pairs?: readonly FigurePair[];
  /** How many months are in both periods, and left out of both. */
  readonly shared?: number;
  /** What the current figure is held against: a value of the aim, or the rate of the other forces. */
  readonly against?: Figure;
  /** The source's own mark, where that is the reading. */
  readonly mark?: Figure;
  /** The 95 % limits of the figure that the aim is judged on, in each period. */
  readonly baseline?: Between | undefined;
  readonly current?: Between | undefined;
  readonly beside?: ChangeBeside;
  /** Why there is none, where the group has its forces one by one. */
  readonly notBeside?: { readonly group: string; readonly why: string };
  /** What must be known to judge the reading. */
  readonly notes?: readonly string[];
}

/** A change is beyond chance where its p is below this. */
export const LEVEL = 0.05;
/** How sure limits are. */
export const CONFIDENCE = 0.95;

/** The reading where no test can be made, and why not. */
export const notTested = (how: string): Significance => ({
  words: "not tested",
  how,
  says: say("reading.not-tested", { why: how }),
});

/** The reading as a table prints it: "within chance". */
export function readingWords(words: Significance["words"]): string {
  if (words === "within chance") return say("reading.within");
  if (words === "beyond chance") return say("reading.beyond");
  return words === "open" ? say("reading.open") : say("reading.untested");
}

/** A reading, with "month by month" or "quarter by quarter" behind it where it is by those. */
export function byStep(reading: string, step: Step | undefined): string {
  if (step === undefined) return reading;
  return step === "month" ? say("reading.by-month", { reading }) : say("reading.by-quarter", { reading });
}

/** What a reader should know of a change: whether chance alone explains it. */
export function changeSays(isBeyond: boolean, moved: number, step?: Step): string {
  if (moved === 0) return say("moving.it-still");
  if (isBeyond) {
    return byStep(moved > 0 ? say("reading.rose-beyond") : say("reading.fell-beyond"), step);
  }
  return byStep(moved > 0 ? say("reading.rose-within") : say("reading.fell-within"), step);
}

/** The statistics of a reading: "exact test of two counts, ratio 2.00 (95% limits 0.54 to 9.08), p 0.388". */
export function statisticsText(reading: Pick<Significance, "how"> & Partial<Significance>): string {
  const { how, estimate, limits, p, dispersion, degrees, adjusted, current, against } = reading;
  const shown = (figure: Figure): string => formatFigure(figure, usualPlacesOf(figure.unit));
  const found =
    estimate && limits
      ? [estimateText(estimate, limits)]
      : [
          ...(against ? [say("statistics.others-rate", { rate: shown(against) })] : []),
          ...(current ? [say("statistics.limits", { lower: shown(current.lower), upper: shown(current.upper) })] : []),
        ];
  const chance = p ? [say("statistics.p", { p: chanceText(p) })] : [];
  const spread =
    dispersion && degrees
      ? [say("statistics.dispersion", { dispersion: formatFigure(dispersion, 2), n: degrees })]
      : [];
  const among = adjusted ? [say("statistics.adjusted", { p: chanceText(adjusted) })] : [];
  return inRow([how, ...found, ...chance, ...spread, ...among]);
}

function estimateText(estimate: Figure, { lower, upper }: Between): string {
  const places = estimate.unit === "ratio" ? 2 : 1;
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
  const range = isKnown(upper)
    ? say("statistics.range", { lower: digits(lower), upper: digits(upper) })
    : say("statistics.range-open", { lower: digits(lower) });
  const value = !isKnown(estimate)
    ? estimate.gap.reason
    : estimate.unit === "ratio"
      ? say("statistics.ratio", { value: digits(estimate) })
      : say("statistics.difference", { value: digits(estimate) });
  return say("statistics.estimate", { estimate: value, range });
}

/** A chance as printed: "0.388", "below 0.001"; nearer to 0.05 with more places, so that its side of it is seen. */
export function chanceText(p: Figure): string {
  if (!isKnown(p)) return formatFigure(p, 3);
  if (compareExact(p.value, exact("0.001")) < 0) return say("statistics.below");
  const isNear = compareExact(minus(p.value, exact("0.05")).abs(), exact("0.001")) < 0;
  return formatFigure(p, isNear ? 5 : 3);
}
