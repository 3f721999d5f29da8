// What must be said beside a verdict: what rounding hides, and what another basis or another average would make of it.

import { type Figure, isKnown, type KnownFigure } from "../core/figure.ts";
import { compareExact } from "../core/number.ts";
import { kindInWords, standingWords } from "../core/words/names.ts";
import { say } from "../core/words/say.ts";
import { type Outcome, outcomeOf } from "../plan/aims/aim.ts";
import type { Measure } from "../plan/model.ts";
import { reversals } from "./averages.ts";
import type { Figures, RowContext } from "./context.ts";
import { formatFigure, placesFor } from "./format-figure.ts";
import { givenTo, leftOpen } from "./rounding-doubt.ts";

/** A difference that only rounding hides is told. */
export function hiddenNotes(measure: Measure, other: KnownFigure | undefined, current: KnownFigure): string[] {
  if (!other || compareExact(other.value, current.value) === 0) return [];
  const [baseline, currentFigure] = [other, current].map((figure) =>
    formatFigure(figure, placesFor(measure, false, figure)),
  );
  return baseline === currentFigure ? [say("note.hidden", { value: baseline ?? "" })] : [];
}

/** Figures that are given rounded and on which, as given, the verdict hangs by being the same, may yet differ. */
export function levelNotes(isSame: boolean, needed: readonly (readonly [string, Figure | undefined])[]): string[] {
  const by = needed.map(([, figure]) => figure);
  const where = givenTo(by);
  if (isSame) return [say("note.same-rounded", { places: where })];
  return [say("note.at-aim", { places: where })];
}

/** Above or below a group by one way to average and not by another is told. */
export function averageNotes(context: RowContext, measure: Measure, figures: Figures): string[] {
  return context.sides.groups.flatMap((side) => {
    const others = reversals(context, measure, side, figures.current.force);
    if (others.length === 0) return [];
    const ways = others.map(({ words }) => words).reduce((all, one) => say("key.or", { some: all, other: one }));
    return [say("note.average", { group: side.name, ways })];
  });
}

/** A verdict that would be another on the rate, or on the count, is told. */
export function otherBasisNotes(measure: Measure, figures: Figures, verdict: Outcome): string[] {
  const { aim, basis } = measure;
  const other = basis === "count" ? "rate" : basis === "rate" ? "count" : undefined;
  if (!aim?.relative || !other) return [];
  const [baseline, current] = [figures.baseline.force[other], figures.current.force[other]];
  if (!isKnown(baseline) || !isKnown(current)) return [];
  const standing = { baseline: baseline.value, current: current.value };
  if (leftOpen(aim, standing, { baseline: baseline, current: current })) return [];
  const would = outcomeOf(aim, standing);
  return would === verdict
    ? []
    : [
        say("note.other-basis", {
          basis: kindInWords(basis),
          other: kindInWords(other),
          standing: standingWords(verdict),
          otherwise: standingWords(would),
        }),
      ];
}
