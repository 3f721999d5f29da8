// What keeps an aim from being judged where a measure's values are words, or the aim is of words and the values are not.

import { meant } from "../core/problems/sentence.ts";
import { gradeMeant, namedScales, placeInScale, type ScaleOf } from "../core/scales.ts";
import type { Measure, Written } from "./model.ts";

type WordTrouble = readonly [key: string, message: string, hint: string | undefined];

/** The aims of each kind of words, for a hint. */
const aimsOf: Readonly<Record<string, string>> = {
  grade: "at least Good, improve or maintain",
  "yes-no": "done, or done by June 2024",
};

/** The first such trouble; nothing where there is none. `scale` is what the measure itself states. */
export function wordTrouble(
  { aim, kind, basis }: Pick<Measure, "aim" | "kind" | "basis">,
  given: Pick<Written, "scale" | "milestones" | "done" | "by">,
  scale: ScaleOf = namedScales.HMICFRS,
): WordTrouble | undefined {
  if (given.scale && kind.name !== "grade")
    return ["scale", `scale: a ${kind.name} measure has no scale`, "add kind: grade"];
  if (given.done && kind.name !== "yes-no")
    return ["done", `done: a ${kind.name} measure cannot be done`, "add kind: yes-no"];
  if (kind.inWords && given.milestones) {
    return ["milestones", `milestones: a ${kind.name} measure cannot have milestones`, "remove milestones:"];
  }
  if (!aim) return undefined;
  const { inWords } = aim;
  if (given.by && aim.due !== undefined && given.by.month !== aim.due) {
    return ["by", `by: the aim "${aim.words}" gives another date`, "remove by:, or change one of the dates"];
  }
  if (inWords === undefined) {
    if (!kind.inWords) return undefined;
    return [
      "aim",
      `aim: "${aim.words}" needs a number, but a ${basis} is not a number`,
      `write, for example, aim: ${aimsOf[kind.name]}`,
    ];
  }
  if (inWords.kind !== kind.name) {
    const ofNumbers = inWords.grade === undefined ? "increase, or aim: reduce" : "at least 100";
    const hint = `write, for example, aim: ${aimsOf[kind.name] ?? ofNumbers}`;
    return ["aim", `aim: "${aim.words}" is for a ${inWords.kind} measure, but this is a ${kind.name} measure`, hint];
  }
  const all = scale(undefined);
  if (kind.name !== "grade" || inWords.grade === undefined || placeInScale(all, inWords.grade) !== undefined)
    return undefined;
  const said = `aim: "${inWords.grade}" is not one of ${all.name}${meant(gradeMeant(all, inWords.grade))}`;
  return ["aim", said, `choose from ${all.grades.join(", ")}`];
}
