// From which value to which an axis runs.
import { say } from "../../core/words/say.ts";

/** The ends of an axis, and whether it leaves 0 out: far from 0, the differences that matter would be hidden. */
export function valueDomain(values: readonly number[]): { domain: [number, number]; isCut: boolean } {
  const [low, high] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [0, 1];
  const isCut = low > 0 && high - low < 0.3 * high;
  const slack = (high - low) * 0.15 || high * 0.1;
  return isCut
    ? { domain: [low - slack, high + slack], isCut }
    : { domain: [Math.min(0, low), Math.max(0, high) || (low < 0 ? 0 : 1)], isCut };
}

/** What an axis is of, and that it does not begin at nought where that is so. */
export const axisTitle = (unit: string, isCut: boolean): string => (isCut ? say("chart.axis-cut", { unit }) : unit);
