// What a measure's figures are read as: within chance, beyond it, open, or not tested; and that in words.
import { type Figure, isKnown } from "../core/figure.ts";
import { compareExact, exact, fixed, minus } from "../core/number.ts";
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
export const notTested = (how: string): Significance => ({ words: "not tested", how, says: `not tested: ${how}` });

/** "month by month", "quarter by quarter". */
export const byStep = (step: Step | undefined): string => (step === undefined ? "" : `, ${step} by ${step}`);

/** What a reader should know of a change: whether chance alone explains it. */
export function changeSays(isBeyond: boolean, moved: number, step?: Step): string {
  const direction = moved > 0 ? "it rose" : "it fell";
  if (moved === 0) return "it did not change";
  return isBeyond
    ? `${direction} by more than would be expected by chance${byStep(step)}`
    : `${direction} by no more than would be expected by chance${byStep(step)}`;
}

/** The statistics of a reading: "exact test of two counts, ratio 2.00 (95% limits 0.54 to 9.08), p 0.388". */
export function statisticsText(reading: Pick<Significance, "how"> & Partial<Significance>): string {
  const { how, estimate, limits, p, dispersion, degrees, adjusted, current, against } = reading;
  const shown = (figure: Figure): string => formatFigure(figure, usualPlacesOf(figure.unit));
  const found =
    estimate && limits
      ? [estimateText(estimate, limits)]
      : [
          ...(against ? [`rate of the other forces ${shown(against)}`] : []),
          ...(current ? [`95% limits ${shown(current.lower)} to ${shown(current.upper)}`] : []),
        ];
  const chance = p ? [`p ${chanceText(p)}`] : [];
  const spread = dispersion && degrees ? [`φ ${formatFigure(dispersion, 2)} with ${degrees} degrees of freedom`] : [];
  const among = adjusted ? [`p among all readings of the table ${chanceText(adjusted)} (Benjamini–Hochberg)`] : [];
  return [how, ...found, ...chance, ...spread, ...among].join(", ");
}

function estimateText(estimate: Figure, { lower, upper }: Between): string {
  const unit = estimate.unit === "ratio" ? "ratio" : "difference in percentage points";
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
  const range = isKnown(upper) ? `${digits(lower)} to ${digits(upper)}` : `${digits(lower)} and above`;
  const value = isKnown(estimate) ? `${unit} ${digits(estimate)}` : estimate.gap.reason;
  return `${value} (95% limits ${range})`;
}

/** A chance as printed: "0.388", "below 0.001"; nearer to 0.05 with more places, so that its side of it is seen. */
export function chanceText(p: Figure): string {
  if (!isKnown(p)) return formatFigure(p, 3);
  if (compareExact(p.value, exact("0.001")) < 0) return "below 0.001";
  const isNear = compareExact(minus(p.value, exact("0.05")).abs(), exact("0.001")) < 0;
  return formatFigure(p, isNear ? 5 : 3);
}
