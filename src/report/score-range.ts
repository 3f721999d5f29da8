// Scores out of so many: none is above that, or below 0.

import { type Figure, isKnown, missing } from "../core/figure.ts";
import { compareExact, exact, exactText, isNegative } from "../core/number.ts";
import { problem } from "../core/problems/problems.ts";
import type { Kind } from "../core/value-kind.ts";
import { say } from "../core/words/say.ts";
import type { Measure } from "../plan/model.ts";
import type { Query } from "./context.ts";

/** The figure, or a gap in its place where it is a score beyond those that the plan says there are, which is told. */
export function possibleScore(figure: Figure, kind: Kind, { measure, raise }: Query): Figure {
  const { outOf, name } = measure;
  if (kind !== "score" || outOf === undefined || !isKnown(figure)) return figure;
  if (!isNegative(figure.value) && compareExact(figure.value, exact(outOf)) <= 0) return figure;
  const score = exactText(figure.value);
  raise(problem("score-range", figure.from[0] ?? measure.place("out-of"), name, score, outOf));
  return missing(
    figure.unit,
    { mark: "x", reason: say("gap.score", { score, most: outOf }), reported: true },
    figure.from,
  );
}

/** What a score is out of. */
export const outOfNotes = ({ outOf, kind }: Measure): string[] =>
  outOf !== undefined && kind.bases.includes("score") ? [say("note.out-of", { most: outOf })] : [];
