// The definition of problems and doubts, as every JSON output has them.
import {
  anyText,
  choice,
  list,
  named,
  object,
  openChoice,
  orAbsent,
  type TypeOf,
  text,
  whole,
} from "../json-schema.ts";
import { codes, doubtCodes } from "./problems.ts";

const place = {
  file: text("The file, as the plan or the command names it."),
  line: orAbsent(whole("The line, counted from 1.", 1), "where it concerns the whole file"),
  column: orAbsent(whole("The position in the line, counted from 1.", 1), "where it concerns the whole line"),
};
const message = text("What is wrong, in a sentence for people. Its words may change.");
const hint = orAbsent(
  text("What to do, or to write instead, for people. Its words may change."),
  "where there is nothing to add",
);
const note = orAbsent(
  object(
    { ...place, message: text("What that place has to do with it, for people.") },
    "Another place that it has to do with.",
  ),
  "where there is none",
);

const problem = named("Problem", () =>
  object(
    {
      code: openChoice(codes, "The kind of problem."),
      severity: choice(
        ["error", "warning"],
        "error: something was refused, and the exit code is 1. warning: something to know of.",
      ),
      ...place,
      message,
      hint,
      note,
    },
    "Something wrong with a plan, a file or a figure, and where.",
  ),
);
export type ProblemJson = TypeOf<ReturnType<typeof problem>>;
export const problemsSchema = list(
  problem("A problem."),
  "What was refused or is worth knowing, in the order of file, line and column.",
);

const doubt = named("Doubt", () =>
  object(
    {
      code: openChoice(doubtCodes, "The kind of doubt."),
      ...place,
      message,
      at: text("What is doubted, in words that stay the same when lines move."),
      value: anyText("Its value as it is now. If it changes, a doubt that was accepted is open again."),
      hint,
      note,
      measures: orAbsent(
        list(text("The name of a measure."), "The measures of the plan that it affects."),
        "where the output has no measures",
      ),
      accepted: orAbsent(
        object(
          {
            reason: text("Why the figure is right, as the plan says."),
            by: orAbsent(text("Who accepts it."), "where the plan does not say"),
            on: orAbsent(text("When, as the plan words it."), "where the plan does not say"),
          },
          "What the plan says of it.",
        ),
        "where the doubt is open",
      ),
    },
    "Data that may mean something else than they seem to. The figure is used; check is not satisfied until the plan accepts it.",
  ),
);
export type DoubtJson = TypeOf<ReturnType<typeof doubt>>;
export const doubtsSchema = list(doubt("A doubt."), "Doubts about the data, open and accepted.");
