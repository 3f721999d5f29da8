// A grade, such as an inspectorate's: a word of a scale, which moves up or down by grades and is never a number.

import { type Figure, isWord, missing, type WordFigure } from "../core/figure.ts";
import { nameKey } from "../core/names.ts";
import { problem } from "../core/problems/problems.ts";
import { gradeMeant, placeInScale, type ScaleOf } from "../core/scales.ts";
import { notOfScale, scalesApart } from "../core/words/names.ts";
import { say } from "../core/words/say.ts";
import type { DataQuestion, MeasureKind } from "./measure-kind.ts";

/** The kind of measure whose values are grades of that scale. */
export const grade = (scaleOf: ScaleOf): MeasureKind => ({
  name: "grade",
  bases: ["grade"],
  inWords: true,
  level: (ask) => ({ grade: gradeOf(ask, scaleOf) }),
  change: (baseline, current) =>
    baseline.grade && current.grade ? { grade: stepsBetween(baseline.grade, current.grade) } : {},
});

/** The grade that the data give, as its scale spells it; one that is none of its scale is told, and is a gap. */
function gradeOf(ask: DataQuestion, scaleOf: ScaleOf): Figure {
  const found = ask.find("grade");
  const [origin] = found.from;
  if (!isWord(found)) return found;
  const scale = scaleOf(found.observed?.period);
  const word = scale.grades.find((one) => nameKey(one) === nameKey(found.word));
  if (word !== undefined) return { ...found, word, scale };
  if (origin) ask.tell(problem("grade-unknown", origin, found.word, scale, gradeMeant(scale, found.word)));
  const gap = { mark: "x", reason: notOfScale(found.word, scale), reported: true } as const;
  return { ...missing("grade", gap, found.from), ...(found.observed && { observed: found.observed }) };
}

/** "up 1 grade", "down 2 grades", "no change"; a gap where either is one, or they are of two scales. */
function stepsBetween(baseline: Figure, current: Figure): Figure {
  const derivation = { formula: (from = "", to = "") => `from ${from} to ${to}`, of: [baseline, current] };
  const lost = [baseline, current].find((figure) => !isWord(figure));
  if (lost && "gap" in lost) return { gap: lost.gap, unit: "steps", from: lost.from, derivation };
  const [before, after] = [baseline, current] as [WordFigure, WordFigure];
  const made = { unit: "steps", from: [...before.from, ...after.from], derivation } as const;
  const why = scalesApart(before.scale, after.scale);
  if (why !== undefined) return { ...made, gap: { mark: "z", reason: why, reported: true } };
  const up = (placeInScale(before.scale, before.word) ?? 0) - (placeInScale(after.scale, after.word) ?? 0);
  return { ...made, word: stepsSaid(up), gap: { mark: "z", reason: say("gap.steps"), reported: true } };
}

function stepsSaid(up: number): string {
  if (up === 0) return say("judged.no-change");
  const n = Math.abs(up);
  return up > 0 ? say("grade.up", { n }) : say("grade.down", { n });
}
