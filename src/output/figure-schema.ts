// The definition of a figure with its cells, as every JSON output has it, and of figures by their kinds.
import { shorthand } from "../core/figure.ts";
import {
  decimal,
  either,
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
import { changeKeys, levelKeys } from "../measures/measure-kind.ts";
import { units } from "../report/format-figure.ts";

export const origin = named("Origin", () =>
  object(
    {
      file: text("The file, relative to the plan's folder or to --data."),
      line: whole("The line, counted from 1. Of a sum of several lines, the first of them.", 1),
      column: whole("The position of the cell in its record, counted from 1.", 1),
      lines: orAbsent(text("All the lines of a sum, such as 2-13,15."), "where it is one line"),
      among: orAbsent(
        just(true, "The figure is 0, because none of these lines is a record of it."),
        "for any other figure",
      ),
    },
    "The cell that a figure comes from.",
  ),
);
const from = list(
  origin("A cell."),
  "The cells that it comes from. Empty where their lines would give away a number that the plan withholds.",
);
const shown = text("As it is printed, with its mark.");
const marks = Object.keys(shorthand) as (keyof typeof shorthand)[];
const meaning = Object.entries(shorthand)
  .map(([mark, words]) => `${mark}: ${words}`)
  .join("; ");

const knownFigure = named("KnownFigure", () =>
  object(
    {
      value: decimal(
        "The exact value, as a decimal in text. One that does not end has 30 significant digits. It is never rounded for print.",
      ),
      shown,
      unit: openChoice(units, "The unit of the value."),
      mark: orAbsent(
        openChoice(marks, `Shorthand for a reserve about the value. ${meaning}.`),
        "where there is no reserve",
      ),
      from,
    },
    "A number.",
  ),
);
const missingFigure = named("MissingFigure", () =>
  object(
    {
      gap: text("Why there is no figure, for people."),
      mark: orAbsent(openChoice(marks, `Its shorthand. ${meaning}.`), "where it is x, not available"),
      from: list(
        origin("A cell."),
        "The cells that say so. Empty where no cell does, and where the plan withholds the number (mark c).",
      ),
    },
    "The reason for no figure. It is never 0.",
  ),
);
const gradeFigure = named("GradeFigure", () =>
  object(
    {
      grade: text("The grade."),
      shown,
      scale: orAbsent(
        list(text("A grade."), "Every grade of its scale, the best first."),
        "where the scale is not known",
      ),
      from,
    },
    "A grade. It has no value, as no arithmetic is made with it.",
  ),
);
const stepsFigure = named("StepsFigure", () =>
  object({ steps: text("How a grade moved, in words."), shown, from }, "The change of a grade."),
);
const answerFigure = named("AnswerFigure", () =>
  object(
    {
      done: flag("True for yes, false for no."),
      on: orAbsent(text("The day on which it was done, in words."), "where it is not done, or the day is not given"),
      shown,
      from,
    },
    "An answer of yes or no.",
  ),
);

/** A figure: a number, a word, or the reason for none. */
export const figure = named("Figure", () =>
  either(
    "A number, a word, or the reason for neither. A number has value, a gap has gap, and words have grade, steps or done.",
    knownFigure("A number."),
    missingFigure("No figure."),
    gradeFigure("A grade."),
    stepsFigure("A change of grade."),
    answerFigure("Yes or no."),
  ),
);
export type FigureJson = TypeOf<ReturnType<typeof figure>>;

export const limits = named("Limits", () =>
  object({ lower: figure("The lower limit."), upper: figure("The upper limit.") }, "Two limits."),
);

const ofKinds = <K extends string>(keys: readonly K[], words: (key: K) => string) =>
  Object.fromEntries(keys.map((key) => [key, orAbsent(figure(words(key)), "where the measure has none")] as const)) as {
    readonly [kind in K]: ReturnType<typeof orAbsent<FigureJson>>;
  };

const levelWords: Readonly<Partial<Record<string, string>>> = {
  count: "The number of events.",
  rate: "The rate, per 1,000 population unless its unit says otherwise.",
  percent: "The percentage.",
  pounds: "The amount of money.",
  people: "The number of people.",
  grade: "The grade.",
  "yes-no": "The answer.",
};
export const levels = named("Levels", () =>
  object(
    ofKinds(levelKeys, (key) => levelWords[key] ?? `The value, of the kind ${key}.`),
    "The figures of one area in one period, by kind.",
  ),
);
const changeWords: Readonly<Record<(typeof changeKeys)[number], string>> = {
  variance: "The later figure minus the earlier one, in its unit.",
  percent: "The difference in %: 100 × variance ÷ the earlier figure.",
  rate: "The difference between the two rates.",
  points: "The difference between two percentages, in percentage points.",
  grade: "How the grade moved.",
};
export const changes = named("Changes", () =>
  object(
    ofKinds(changeKeys, (key) => changeWords[key]),
    "How the figures of one area changed, by kind of change.",
  ),
);
