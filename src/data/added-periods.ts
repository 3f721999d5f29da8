// The figure of a period that the data give in months or quarters: the sum of them, each month once.

import { type Figure, missing } from "../core/figure.ts";
import type { Period } from "../core/period.ts";
import { periodWords } from "../core/words/periods.ts";
import { say } from "../core/words/say.ts";
import { total } from "../statistics/total.ts";

/** A figure, and the period that it is of. */
export interface DatedFigure {
  readonly period: Period;
  readonly figure: Figure;
}

/** Within a period, and shorter. */
export const isPartOf = (part: Period, whole: Period): boolean =>
  part.from >= whole.from && part.to <= whole.to && part.to - part.from < whole.to - whole.from;

/** The sum of the parts that make up the period asked for; a month that is missing makes a gap, and no part at all nothing. */
export function addedUp(parts: readonly DatedFigure[], asked: Period): Figure | undefined {
  const inside = [...parts].sort((a, b) => a.period.from - b.period.from || b.period.to - a.period.to);
  if (inside.length === 0) return undefined;
  const used: DatedFigure[] = [];
  const gaps: Period[] = [];
  let month = asked.from;
  for (const one of inside) {
    if (one.period.from < month) continue;
    if (one.period.from > month) gaps.push({ from: month, to: one.period.from - 1 });
    used.push(one);
    month = one.period.to + 1;
  }
  if (month <= asked.to) gaps.push({ from: month, to: asked.to });
  if (gaps.length === 0) return total(used.map(({ figure }) => figure));
  const reason = say("gap.partial", {
    period: periodWords(asked),
    missing: gaps.map(periodWords).reduce((all, one) => say("gap.and", { some: all, other: one })),
  });
  return missing(
    "count",
    { mark: "x", reason, isPartial: true },
    used.flatMap(({ figure }) => figure.from).slice(0, 1),
  );
}
