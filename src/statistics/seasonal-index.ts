// The seasons of a series: what each calendar month (or quarter) has for each 1 of an average one.
import { kruskalWallis } from "./kruskal-wallis.ts";

/** Below this the calendar months differ by more than chance. */
const SEASONAL_P = 0.01;
/** Seasons are looked for in as many points: 4 years of months; of quarters 5, as in 4 no season reaches p < 0.01. */
export const fewestForSeasons = (perYear: number): number => (perYear === 12 ? 4 : 5) * perYear;

export interface Seasons {
  /** By the place in the year of the first value, and of those after it; their mean is 1. */
  readonly index: readonly number[];
  /** How likely calendar months that differ so are by chance alone (Kruskal–Wallis). */
  readonly p: number;
  /** Whether that is below 0.01: the series is seasonal. */
  readonly isClear: boolean;
  /** How many years of values there are; a part of one counts as that part. */
  readonly years: number;
}

/**
 * Ratios to the centred mean of a year (classical decomposition: US Census Bureau, Shiskin, Young and Musgrave, The X-11
 * variant, 1967). The index of a calendar month is the sum of its values ÷ the sum of their centred means, scaled so
 * that the mean index is 1. `perYear` is 12 or 4. A value that is not `kept` has no ratio; in the means of its neighbours
 * the mean of the same month of other years takes its place. NaN is a gap. Nothing for too few years, for
 * negative values, or where a calendar month has no ratio or is always 0.
 */
export function seasonsOf(
  values: readonly number[],
  perYear: number,
  kept: (at: number) => boolean = () => true,
): Seasons | undefined {
  const known = values.filter(Number.isFinite);
  if (known.length < fewestForSeasons(perYear) || known.some((value) => value < 0)) return undefined;
  const usual = (at: number): number => {
    const alike = values.filter((one, other) => (other - at) % perYear === 0 && kept(other) && Number.isFinite(one));
    return alike.reduce((sum, one) => sum + one, 0) / alike.length;
  };
  const filled = values.map((value, at) => (kept(at) || !Number.isFinite(value) ? value : usual(at)));
  const half = perYear / 2;
  const months = Array.from({ length: perYear }, () => ({ ratios: [] as number[], values: 0, means: 0 }));
  for (const [at, value] of values.entries()) {
    const window = filled.slice(at - half, at + half + 1);
    if (at < half || window.length <= perYear || !kept(at)) continue;
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
  const raw = months.map((month) => month.values / month.means);
  const mean = raw.reduce((sum, one) => sum + one, 0) / perYear;
  return { index: raw.map((one) => one / mean), p, isClear: p < SEASONAL_P, years: known.length / perYear };
}
