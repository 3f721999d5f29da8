// The seasons of a series: what each calendar month (or quarter) has for each 1 of an average one.
import { kruskalWallis } from "./kruskal-wallis.ts";

/** Below this the calendar months differ by more than chance. */
const SEASONAL_P = 0.01;
/** Seasons are looked for in as many points: 4 years of months; of quarters 5, as in 4 no season reaches p < 0.01. */
export const fewestForSeasons = (perYear: number): number => (perYear === 12 ? 4 : 5) * perYear;

/** With fewer, limits cannot be widened for what is unsure about the index. */
const FEWEST_YEARS = 3;

export interface Seasons {
  /** By the place in the year of the first value, and of those after it; their mean is 1. */
  readonly index: readonly number[];
  /** How likely calendar months that differ so are by chance alone (Kruskal–Wallis). */
  readonly p: number;
  /** Whether that is below 0.01: the series is seasonal. */
  readonly isClear: boolean;
  /** How many years of values there are; a part of one counts as that part, and each further level costs up to one. */
  readonly years: number;
}

/**
 * Ratios to the centred mean of a year (classical decomposition: US Census Bureau, Shiskin, Young and Musgrave, The X-11
 * variant, 1967). The index of a calendar month is the sum of its values ÷ the sum of their centred means, scaled so
 * that the mean index is 1. `perYear` is 12 or 4. A value that is not `kept` has no ratio; in the means of its neighbours
 * the mean of the same month of other years takes its place. Where the series is of several levels, `levels` says for each
 * value which it is of, and no mean reaches from one to another. NaN is a gap. Nothing for too few years, for negative
 * values, where the levels leave fewer than two ratios for a calendar month, or where one has no ratio or is always 0.
 */
export function seasonsOf(
  values: readonly number[],
  perYear: number,
  {
    kept = () => true,
    levels = [],
  }: { readonly kept?: (at: number) => boolean; readonly levels?: readonly number[] } = {},
): Seasons | undefined {
  const known = values.filter(Number.isFinite);
  if (known.length < fewestForSeasons(perYear) || known.some((value) => value < 0)) return undefined;
  const usual = (at: number): number => {
    const alike = values.filter(
      (one, other) =>
        (other - at) % perYear === 0 && levels[other] === levels[at] && kept(other) && Number.isFinite(one),
    );
    return alike.reduce((sum, one) => sum + one, 0) / alike.length;
  };
  const filled = values.map((value, at) => (kept(at) || !Number.isFinite(value) ? value : usual(at)));
  const half = perYear / 2;
  const months = Array.from({ length: perYear }, () => ({ ratios: [] as number[], values: 0, means: 0 }));
  for (const [at, value] of values.entries()) {
    const window = filled.slice(at - half, at + half + 1);
    const isOfOne = levels[at - half] === levels[at + half];
    if (at < half || window.length <= perYear || !isOfOne || !kept(at)) continue;
    // Of the month at either end, half: so that the window is a year with its middle at a month.
    const sum = window.reduce((total, one, place) => total + (place % perYear === 0 ? one / 2 : one), 0);
    const month = months[at % perYear];
    if (!month || !Number.isFinite(value + sum) || sum === 0) continue;
    month.ratios.push(value / (sum / perYear));
    month.values += value;
    month.means += sum / perYear;
  }
  const p = kruskalWallis(months.map(({ ratios }) => ratios));
  if (p === undefined || months.some((month) => month.values === 0)) return undefined;
  // A level of n values has n − perYear ratios: one year fewer than its values.
  const ratios = [...new Set(levels.length > 0 ? levels : [undefined])].map((level) => {
    const own = values.filter((value, at) => levels[at] === level && Number.isFinite(value));
    return Math.max(0, own.length - perYear);
  });
  const years = ratios.reduce((sum, one) => sum + one, 0) / perYear + 1;
  if (years < FEWEST_YEARS) return undefined;
  const raw = months.map((month) => month.values / month.means);
  const mean = raw.reduce((sum, one) => sum + one, 0) / perYear;
  return { index: raw.map((one) => one / mean), p, isClear: p < SEASONAL_P, years };
}
