// What must be said of a change in numbers under 10, whether or not readings are asked for: it may be of chance alone.

import { isKnown } from "../core/figure.ts";
import { compareExact, exactText, isZero, toNumber } from "../core/number.ts";
import { say } from "../core/words/say.ts";
import { isSmall } from "../measures/count.ts";
import type { Measure } from "../plan/model.ts";
import { dispersedRatio } from "../statistics/paired-periods.ts";
import { equalRates, smallestRise } from "../statistics/rate-ratio.ts";
import type { Figures, RowContext } from "./context.ts";
import { type Evidence, eventsFrom, evidenceOf } from "./events-of.ts";
import type { BreakBetween } from "./not-chance.ts";
import { monthsInBoth } from "./paired-figures.ts";
import { LEVEL } from "./significance.ts";
import { figuresRead } from "./test-change.ts";

/**
 * "within the range expected by chance", of offences as of people. Nothing where neither number is small, where chance alone
 * does not explain the change, and where a break lies between the two numbers or they have months in common.
 */
export function smallNumbersNote(
  context: RowContext,
  measure: Measure,
  figures: Figures,
  breaks: readonly BreakBetween[],
): string | undefined {
  const { basis } = measure;
  if (basis !== "count" && basis !== "rate" && basis !== "people") return undefined;
  const of = basis === "people" ? "people" : "count";
  const [baseline, current] = [figures.baseline.force[of], figures.current.force[of]];
  if (!isKnown(baseline) || !isKnown(current) || ![baseline, current].some(isSmall)) return undefined;
  if ([baseline, current].every(({ value }) => isZero(value))) return undefined;
  const isAcross = breaks.some(({ members }) => members === undefined);
  if (isAcross || monthsInBoth(measure) > 0 || typeof figuresRead(measure, figures) === "string") return undefined;
  const evidence =
    basis === "people"
      ? { events: eventsFrom({ baseline, current }, []), shared: 0, spread: "" }
      : evidenceOf(context, measure, figures);
  if (typeof evidence === "string") return undefined;
  const { exactly, byMonths } = chances(evidence);
  if (exactly === undefined || Math.max(exactly, byMonths) < LEVEL) return undefined;
  const rose = compareExact(current.value, baseline.value) > 0;
  // The number that would be beyond it is of the exact test alone.
  const isTold = rose && basis !== "rate" && exactly >= LEVEL;
  const rise = isTold ? smallestRise(toNumber(baseline.value), LEVEL) : undefined;
  return rise === undefined ? say("note.small") : say("note.small-rise", { baseline: exactText(baseline.value), rise });
}

/** The p alone of the two tests, of which the larger counts: whole readings have limits too, which take long to find. */
function chances({ events: { now, before }, spread }: Evidence): { exactly: number | undefined; byMonths: number } {
  const found = typeof spread === "string" ? undefined : dispersedRatio(now, before, spread.phi, spread.df);
  return { exactly: equalRates(now, before), byMonths: found?.p ?? 0 };
}
