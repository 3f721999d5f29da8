// The definition of plan-measures/inspect/1: what `inspect --format json` prints.
import {
  anyText,
  decimal,
  either,
  flag,
  just,
  list,
  named,
  object,
  openChoice,
  orAbsent,
  orNull,
  type TypeOf,
  text,
  whole,
} from "../core/json-schema.ts";
import { doubtsSchema, problemsSchema } from "../core/problems/problem-schema.ts";
import { kindNames } from "../core/value-kind.ts";
import { encodings } from "../input/csv/decode.ts";
import { origin } from "../output/figure-schema.ts";
import { units } from "../report/format-figure.ts";

const ownKeys = {
  area: text("The area, as the file names it."),
  series: anyText("The series, as the file names it. Empty for a population."),
  period: text("The period. Of a population, its date."),
  kind: openChoice(kindNames, "The kind of value."),
};
const places = {
  "sum-of": orAbsent(list(text("A period."), "The periods that were added up.", 1), "where the file gives it whole"),
  among: orAbsent(
    whole("Of a 0 that no record gives, how many records were looked through."),
    "where a record gives it",
  ),
  from: list(origin("A cell."), "The cells that it comes from."),
};
const figure = named("InspectedFigure", () =>
  either(
    "A number has value, no figure has gap, and words have grade or done.",
    object(
      {
        ...ownKeys,
        value: decimal("The exact value, as a decimal in text."),
        unit: openChoice(units, "The unit of the value."),
        ...places,
      },
      "A number.",
    ),
    object({ ...ownKeys, gap: text("Why there is no figure, for people."), ...places }, "No figure."),
    object({ ...ownKeys, grade: text("The grade."), ...places }, "A grade."),
    object(
      {
        ...ownKeys,
        done: flag("True for yes, false for no."),
        on: orAbsent(text("The day on which it was done."), "where it is not done, or the day is not given"),
        ...places,
      },
      "Yes or no.",
    ),
  ),
);

const notRead = "where no source knows the file, or it cannot be read";
const file = named("InspectedFile", () =>
  object(
    {
      file: text("The file as the command named it. A sheet follows after #."),
      source: orNull(text("The export that it was recognised as."), "where no source knows it"),
      encoding: orAbsent(openChoice(encodings, "How its text is encoded."), "for a sheet, and where it cannot be read"),
      separator: orAbsent(
        anyText("What separates its cells: a comma, a semicolon or a tab."),
        "for a sheet, and where it cannot be read",
      ),
      sha256: orAbsent(text("The SHA-256 of the file's bytes, in 64 hexadecimal digits.", /^[0-9a-f]{64}$/), notRead),
      compared: orAbsent(
        flag(
          "Whether its figures were compared with each other, which finds doubts and figures given twice. Those of a long file are compared only where figures are asked for.",
        ),
        notRead,
      ),
      "first-line": orAbsent(whole("The line of the first figures, counted from 1.", 1), notRead),
      records: orAbsent(whole("How many records it has below its headings."), notRead),
      periods: orAbsent(list(text("A period."), "The periods, in order of time."), notRead),
      areas: orAbsent(list(text("An area."), "The areas."), notRead),
      series: orAbsent(list(anyText("A series."), "The series."), notRead),
      figures: orAbsent(
        list(figure("A figure."), "The figures that were asked for."),
        "where none were asked for with --area, --series or --period, or the file is not read",
      ),
      proposal: orAbsent(
        text("A column map to begin with, as YAML for the plan's data."),
        "where a source knows the file, or no map could be made",
      ),
      problems: problemsSchema,
      doubts: doubtsSchema,
    },
    "A file, or a sheet of a workbook.",
  ),
);

/** The definition. */
export const inspectSchema = object(
  {
    schema: just("plan-measures/inspect/1", "The name and the version of this schema."),
    files: list(file("A file or a sheet."), "The files, in the order of the command."),
  },
  "What data files are and hold.",
);
export type InspectJson = TypeOf<typeof inspectSchema>;
