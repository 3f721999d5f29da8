// The definition of plan-measures/check/1: what `check --format json` prints.
import {
  flag,
  just,
  list,
  named,
  object,
  openChoice,
  orAbsent,
  type TypeOf,
  text,
  whole,
} from "../core/json-schema.ts";
import { doubtsSchema, problemsSchema } from "../core/problems/problem-schema.ts";
import { answers, type Demand, demands } from "./demands.ts";

const demandNames = Object.keys(demands) as Demand[];
const demandWords = Object.entries(demands).map(([name, words]) => `${name}: ${words}.`);

const lack = named("Lack", () =>
  object(
    {
      demand: openChoice(demandNames, `What is asked of the plan. ${demandWords.join(" ")}`),
      message: text("What is lacking, for people. Its words may change."),
      file: orAbsent(text("The file."), "where it concerns no one file"),
      line: orAbsent(whole("The line, counted from 1.", 1), "where it concerns no one line"),
      accept: orAbsent(text("Of a doubt, the line to write into the plan to accept it."), "where it is no doubt"),
    },
    "Something that keeps the plan from being published.",
  ),
);

/** The definition. */
export const checkSchema = object(
  {
    schema: just("plan-measures/check/1", "The name and the version of this schema."),
    plan: text("The name of the plan file."),
    ready: flag("Whether the plan is ready to publish: nothing is lacking."),
    lacks: list(lack("A thing that is lacking."), "What is lacking."),
    answers: list(
      object(
        {
          demand: openChoice(demandNames, `What is asked of the plan. ${demandWords.join(" ")}`),
          answer: openChoice(
            [...answers],
            "yes: it holds. read: a program could not check some numbers of comments, and a person must read them. no: something is lacking.",
          ),
        },
        "A demand with its answer.",
      ),
      "What must hold, and whether it does. read does not make the plan less than ready.",
    ),
    numbers: object(
      {
        of: whole("How many numbers the comments have."),
        checked: whole("How many of them were checked, right or wrong."),
        wrong: whole("How many of those that were checked are wrong."),
        "not-checked": list(
          object(
            {
              file: text("The file of the comment."),
              line: whole("Its line, counted from 1.", 1),
              measure: text("The measure of the comment."),
              number: text("The number, as the comment writes it."),
              message: text("Why it was not checked, for people."),
            },
            "A number that no figure settles.",
          ),
          "The numbers that a person must read.",
        ),
      },
      "The numbers of the comments.",
    ),
    "not-looked-at": orAbsent(
      list(text("A file."), "The files of the folder that the report does not write."),
      "without --out",
    ),
    problems: problemsSchema,
    doubts: doubtsSchema,
  },
  "Whether a plan is ready to publish. Its problems are the warnings that keep nothing from being published.",
);
export type CheckJson = TypeOf<typeof checkSchema>;
