// How a reading came to be: its question and test, the pairs of months and the arithmetic, and its change beside other forces.
import { type Figure, isKnown } from "../core/figure.ts";
import { exactText, toNumber, withThousands } from "../core/number.ts";
import { readingNotes } from "../output/reading-notes.ts";
import { readingQuestion } from "../report/reading-question.ts";
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
      says: { reason: how, ...(beside && { note: noteOf(reading) }) },
      steps: [...given(baseline, "baseline"), ...given(current, "current"), ...besideSteps],
    };
  }
  const asked = question === undefined ? "" : `${question} `;
  return {
    says: {
      rule: `${asked}${how}: ${ruleOf(readingQuestion(measure), reading)}`,
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
      ...given(reading.detectable, "the change that would have been found"),
      ...besideSteps,
    ],
  };
}

/** When it would be beyond chance. */
function ruleOf(question: ReturnType<typeof readingQuestion>, { p }: Significance): string {
  if (typeof question === "object" && question.asks === "value") {
    const value = withThousands(exactText(question.value));
    return `beyond chance where the limits leave out ${value}`;
  }
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
  [...readingNotes(reading), ...(reading.assumes === undefined ? [] : [`it assumes ${reading.assumes}`])].join("; ");

const given = (figure: Figure | undefined, as?: string): FormulaStep[] => (figure ? [stepOf(figure, as)] : []);
