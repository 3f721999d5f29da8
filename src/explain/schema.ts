// The definition of plan-measures/explain/1: what `explain --format json` prints.
import {
  anyText,
  decimal,
  just,
  list,
  named,
  type ObjectOf,
  object,
  openChoice,
  orAbsent,
  type TypeOf,
  text,
  whole,
} from "../core/json-schema.ts";
import { doubtsSchema, problemsSchema } from "../core/problems/problem-schema.ts";
import { kindNames } from "../core/value-kind.ts";
import { figure, origin } from "../output/figure-schema.ts";
import { sha256 } from "../output/report-schema.ts";
import { units } from "../report/format-figure.ts";
import type { Says } from "./figure.ts";

const notOfData = "where it is not a figure of the data";
const ownKeys = {
  value: text("As the formula has it. Long decimals are cut and end in …; a gap is its shorthand, such as [x]."),
  exact: orAbsent(decimal("The exact value."), "where it is no number"),
  unit: orAbsent(openChoice(units, "Its unit."), "where it is no number"),
  as: orAbsent(text("What it is to a rule: baseline, target, a force."), "where no rule names it"),
  what: anyText("What it is, in words. Empty where there is no more to say than the reason, as of a withheld number."),
  reason: orAbsent(text("Why there is no number."), "where there is one"),
  series: orAbsent(anyText("The series in the data. Empty for a population."), notOfData),
  area: orAbsent(text("The area."), notOfData),
  period: orAbsent(text("The period. Of a population, its date."), notOfData),
  kind: orAbsent(openChoice(kindNames, "The kind of value."), notOfData),
  heading: orAbsent(text("The heading over its cell."), "where the file has none, or it is not a figure of the data"),
  counted: orAbsent(just(true, "Each of its lines counts as one."), "where its cell holds a number"),
  among: orAbsent(
    whole("Of a 0 that no record gives, how many other records were looked through."),
    "where a record gives it",
  ),
  from: orAbsent(list(origin("A cell."), "The cells that it is in.", 1), "where it is made of other inputs alone"),
};
export type InputJson = ObjectOf<typeof ownKeys> & { readonly inputs?: readonly InputJson[] | undefined };
const input: ReturnType<typeof named<InputJson>> = named("Input", () =>
  object(
    {
      ...ownKeys,
      inputs: orAbsent(list(input("An input."), "What it is made of.", 1), "where it is made of nothing else"),
    },
    "A number of a formula or a rule, down to the cells of the data.",
  ),
);

const said: Readonly<Record<Exclude<keyof Says, "exact">, string>> = {
  rounding: "How it was rounded for print.",
  reason: "Why there is no figure, or why it is so.",
  formula: "The arithmetic, with its numbers.",
  rule: "The rule that the verdict follows.",
  here: "The rule with its numbers.",
  note: "What must be known to use it.",
};
const sayings = Object.fromEntries(
  Object.entries(said).map(([label, words]) => [label, orAbsent(text(words), "where there is nothing to say")]),
) as { readonly [L in keyof typeof said]: ReturnType<typeof orAbsent<string>> };

const cell = named("ExplainedCell", () =>
  object(
    {
      table: text("The title of the table."),
      measure: text("The name of the measure."),
      row: text("The name of the row as it is printed: the measure, or a part of it."),
      column: text("The heading of the column."),
      printed: anyText("What the cell prints. Empty where it prints nothing."),
      figure: orAbsent(figure("The figure."), "where the cell holds words"),
      places: orAbsent(whole("The decimal places that it is printed with."), "where the cell holds words"),
      ...sayings,
      inputs: list(input("An input."), "The numbers that it is made of."),
    },
    "A cell of a table, with how it came to be.",
  ),
);

/** The definition. */
export const explainSchema = object(
  {
    schema: just("plan-measures/explain/1", "The name and the version of this schema."),
    plan: text("The name of the plan file."),
    cells: list(cell("A cell."), "The cells that were asked for.", 1),
    files: list(
      object(
        {
          file: text("The file, relative to the plan's folder or to --data."),
          source: orAbsent(text("The export that it was recognised as."), "for the plan file"),
          records: orAbsent(
            whole("How many records it has."),
            "for the plan file, and where the number would give away one that is withheld",
          ),
          title: orAbsent(
            text("What is written above its headings, without the numbers of notes."),
            "where there is nothing, or it is no title",
          ),
          release: orAbsent(
            text("Which release of its source it is, where the plan chooses among several."),
            "where the plan chooses among none",
          ),
          sha256,
        },
        "A file.",
      ),
      "The files that the cells lead to.",
    ),
    problems: problemsSchema,
    doubts: doubtsSchema,
  },
  "How figures and verdicts came to be.",
);
export type ExplainJson = TypeOf<typeof explainSchema>;
