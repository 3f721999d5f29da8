// The definition of a reading: whether chance alone could explain the figures of a measure.
import { choice, list, object, orAbsent, text, whole } from "../core/json-schema.ts";
import { besideChance } from "../report/change-beside.ts";
import { chanceWords, steps } from "../report/significance.ts";
import { figure, limits } from "./figure-schema.ts";

/** The change of the force beside those of the other forces of a group. */
export const besideSchema = object(
  {
    group: text("The group that the other forces are of."),
    words: choice(besideChance, "Whether the force's change is beyond the usual spread of the others'."),
    says: text("The same in a sentence about the force, for people."),
    estimate: figure("The force's change divided by the usual change of the others."),
    limits: limits("Its 95% limits."),
    p: figure("The p-value: the chance of a difference this large, if the force changed like the others."),
  },
  "The change of the force beside the changes of the other forces of its group.",
);

const tested = "where there was no such test";
/** A reading of a row. */
export const significanceSchema = object(
  {
    words: choice(chanceWords, "The reading: could chance alone explain it?"),
    how: text("The test that was made, or why none was."),
    says: text("The reading in a sentence, for people."),
    question: orAbsent(text("What is asked: has it changed, is it at most a value …"), tested),
    assumes: orAbsent(text("What the test assumes."), tested),
    estimate: orAbsent(
      figure("Of counts and rates, current ÷ baseline. Of survey percentages, the difference in percentage points."),
      tested,
    ),
    limits: orAbsent(limits("The 95% limits of the estimate."), tested),
    p: orAbsent(figure("The p-value: the chance of a difference this large, if nothing had changed."), tested),
    "p-adjusted": orAbsent(
      figure("The p-value among all readings of the table, by Benjamini and Hochberg."),
      "where there is no p-value",
    ),
    dispersion: orAbsent(
      figure("How many times as much as chance alone the months vary (φ)."),
      "where months were not compared",
    ),
    "degrees-of-freedom": orAbsent(whole("Those of the dispersion.", 1), "where months were not compared"),
    "could-have-found": orAbsent(
      figure("The change that the test would have found: 100 × t × the standard error of the logarithm, in %."),
      tested,
    ),
    "could-have-found-rise": orAbsent(
      figure("The smallest rise that it would have found, in % of the baseline."),
      tested,
    ),
    "could-have-found-fall": orAbsent(
      figure("The smallest fall that it would have found, in % of the baseline."),
      tested,
    ),
    against: orAbsent(
      figure("What the current figure is compared with: a value of the aim, or the rate of the other forces."),
      "where it is compared with the baseline",
    ),
    step: orAbsent(choice(steps, "What is compared pair by pair."), "where whole periods are compared"),
    pairs: orAbsent(whole("How many pairs there are."), "where whole periods are compared"),
    "months-left-out": orAbsent(
      whole("How many months are in both periods, and so in neither of the test.", 1),
      "where there are none",
    ),
    baseline: orAbsent(
      limits(
        "The 95% limits of the baseline figure that the aim is judged on: by the spread of its months, or Byar's for numbers and rates (exact below 10) and Wilson's for shares.",
      ),
      "where they cannot be worked out",
    ),
    current: orAbsent(limits("The same of the current figure."), "where they cannot be worked out"),
    beside: orAbsent(besideSchema, "where it was not tested"),
    "beside-not-tested": orAbsent(
      text("Why the change was not compared with those of the other forces."),
      "where it was, and where the group does not list its forces",
    ),
    notes: orAbsent(list(text("A note."), "What must be known to judge the reading."), "where there are none"),
  },
  "What chance would make of the figures.",
);
