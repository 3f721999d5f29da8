// Changes that the printed figures do not give: those are worked out from decimals that no cell shows.

import { type Figure, isKnown } from "../core/figure.ts";
import { type Exact, exact, fixed, HUNDRED, isPositive, minus, over, times } from "../core/number.ts";
import { isRateUnit } from "../core/value-kind.ts";
import { say } from "../core/words/say.ts";
import type { Measure } from "../plan/model.ts";
import type { Figures } from "./context.ts";
import { isClock, placesFor } from "./format-figure.ts";

/** The change that two printed figures give; nothing where they give none. */
const fromPrinted = {
  variance: (baseline: Exact, current: Exact): Exact => minus(current, baseline),
  percent: (baseline: Exact, current: Exact): Exact | undefined =>
    isPositive(baseline) ? over(times(HUNDRED, minus(current, baseline)), baseline) : undefined,
} as const;

/** Which changes of a row a reader would not find from the figures beside them, as those have decimals that are not shown. */
export function unroundedChangeNotes(measure: Measure, { change }: Figures): string[] {
  const sides = [change.force, ...change.groups];
  const [variance, percent] = (["variance", "percent"] as const).map((name) =>
    sides.some((side, index) => isOther(measure, side[name], fromPrinted[name], index > 0)),
  );
  if (variance && percent) return [say("note.unrounded-both")];
  return variance ? [say("note.unrounded-variance")] : percent ? [say("note.unrounded-percent")] : [];
}

/** Whether a change, as it is printed, is another than that of the figures as they are printed. */
function isOther(
  measure: Measure,
  figure: Figure | undefined,
  work: (baseline: Exact, current: Exact) => Exact | undefined,
  ofGroup: boolean,
): boolean {
  if (!isKnown(figure)) return false;
  const printed = (figure.derivation?.of ?? []).flatMap((one): Exact[] => {
    const places = placesFor(measure, ofGroup, one);
    // Rates have as many decimals as are useful, and minutes and seconds are no decimals.
    if (!isKnown(one) || isRateUnit(one.unit) || isClock(one.unit, places)) return [];
    return [exact(fixed(one.value, places))];
  });
  const [baseline, current] = printed;
  const shown = baseline && current && work(baseline, current);
  if (!shown) return false;
  const places = placesFor(measure, ofGroup, figure);
  return fixed(shown, places) !== fixed(figure.value, places);
}
