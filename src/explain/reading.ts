// How a reading came to be: its question and test, the pairs of months and the arithmetic, and its change beside other forces.
import { type Figure, isKnown } from "../core/figure.ts";
import { toNumber } from "../core/number.ts";
import { notBesideSays, readingNotes } from "../output/reading-notes.ts";
import { readingQuestion, valueWords } from "../report/reading-question.ts";
import type { Row } from "../report/report.ts";
import { LEVEL, type Significance } from "../report/significance.ts";
import { type CellExplanation, type FormulaStep, type Says, stepOf, termOf } from "./figure.ts";

/** The explanation of a row's cell under "reading". */
export function readingFound({ significance: reading, measure, figures }: Row): CellExplanation {
  if (!reading) return { says: { reason: "it has no aim, so no reading is made" }, steps: [] };
  const { how, question, mark, beside } = reading;
  const { basis } = measure;
  const besideSteps = beside
    ? [
        stepOf(beside.p, `p beside ${beside.group}`),
        stepOf(beside.estimate),
        stepOf(beside.limits.lower),
        stepOf(beside.limits.upper),
      ]
    : [];
  if (mark)
    return { says: { rule: how, note: noteOf(reading) }, steps: [stepOf(mark, "the source's mark"), ...besideSteps] };
  if (reading.words === "not tested") {
    const [baseline, current] = [figures.baseline.force[basis], figures.current.force[basis]];
    return {
      says: { reason: how, ...(noteOf(reading) !== "" && { note: noteOf(reading) }) },
      steps: [...given(baseline, "baseline"), ...given(current, "current"), ...besideSteps],
    };
  }
  const asked = question === undefined ? "" : `${question} `;
  return {
    says: {
      rule: `${asked}${how}: ${ruleOf(measure, reading)}`,
      ...hereOf(reading),
      note: noteOf(reading),
    },
    steps: [
      ...given(reading.p, "p"),
      ...given(reading.estimate),
      ...given(reading.limits?.lower),
      ...given(reading.limits?.upper),
      ...given(reading.against, "the others' rate"),
      ...(reading.estimate ? [] : [...given(reading.current?.lower), ...given(reading.current?.upper)]),
      ...given(reading.detectable, "the logarithm that would have been found, × 100"),
      ...given(reading.found?.rise, "the rise that would have been found"),
      ...given(reading.found?.fall, "the fall that would have been found"),
      ...besideSteps,
    ],
  };
}

/** When it would be beyond chance. */
function ruleOf(measure: Row["measure"], { p }: Significance): string {
  const question = readingQuestion(measure);
  if (typeof question === "object" && question.asks === "value")
    return `beyond chance where the limits leave out ${valueWords(measure, question.value)}`;
  if (typeof question === "object" && question.asks === "equivalence") {
    return "beyond chance where the limits are wholly within the tolerance, or wholly outside it";
  }
  return p ? `beyond chance where p < ${LEVEL}` : "beyond chance where the limits leave no change out";
}

function hereOf({ p, words, question }: Significance): Pick<Says, "here"> {
  if (!isKnown(p) || words === "open" || question?.includes("tolerance")) return {};
  return { here: `${termOf(p)} < ${LEVEL}, which is ${toNumber(p.value) < LEVEL ? "so" : "not so"}` };
}

/** What a reader is told, and what the test takes for granted. */
const noteOf = (reading: Significance): string =>
  [
    ...readingNotes(reading),
    ...notBesideSays(reading),
    ...(reading.assumes === undefined ? [] : [`it assumes ${reading.assumes}`]),
  ].join("; ");

const given = (figure: Figure | undefined, as?: string): FormulaStep[] => (figure ? [stepOf(figure, as)] : []);
