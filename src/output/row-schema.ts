// The definition of a measure of a report, with its figures.
import { choice, flag, just, list, named, object, openChoice, orAbsent, orNull, text } from "../core/json-schema.ts";
import { kindName } from "../core/value-kind.ts";
import { byHand } from "../measures/by-hand.ts";
import { levelKeys } from "../measures/measure-kind.ts";
import { judgedStandings } from "../plan/judged.ts";
import { besideWords } from "../report/beside.ts";
import { standings } from "../report/standing.ts";
import { verdicts } from "../report/verdict.ts";
import { changes, figure, levels } from "./figure-schema.ts";
import { significanceSchema } from "./significance-schema.ts";

/** What a measure may be judged or ranked on, by the names that scripts know. */
export const basisNames = levelKeys.map(kindName);

export const verdict = choice(verdicts, "Whether the aim is met by the figures of today.");

/** The date of a population, or a period, without words around it. */
const when = named("When", () =>
  object(
    {
      period: orAbsent(text("The period, such as 2019 or 12 months to September 2023."), "where the plan states none"),
      average: orAbsent(
        list(text("A period."), "The periods whose figures are averaged.", 2),
        "where it is a single period",
      ),
      population: orAbsent(
        text("The date of the population that rates use, such as mid-2021."),
        "where the plan chooses none",
      ),
    },
    "A period in a form that can be read again.",
  ),
);

const side = <T>(name: string, values: ReturnType<typeof named<T>>) =>
  named(name, () =>
    object(
      {
        force: values("The figures of the force."),
        peers: orAbsent(values("The figures of the table's first group."), "where the table shows no group"),
        groups: orAbsent(
          list(
            object(
              { name: text("The name of the group."), figures: values("Its figures.") },
              "A group of the table after the first.",
            ),
            "The further groups of the table, in its order.",
            1,
          ),
          "where the table shows no second group",
        ),
      },
      "The force, and the groups of the table.",
    ),
  );
const levelSides = side("LevelSides", levels);
const changeSides = side("ChangeSides", changes);
const figures = named("Figures", () =>
  object(
    {
      baseline: levelSides("The baseline."),
      current: levelSides("The current period."),
      change: changeSides("From the baseline to the current period."),
    },
    "The figures of a measure in both periods.",
  ),
);

const progress = object(
  {
    "on-track": orNull(flag("Whether the current figure has reached the value due by now."), "where it cannot be told"),
    due: orAbsent(figure("The value due by now."), "where nothing is due yet"),
    behind: orAbsent(figure("How far the current figure is from the value due."), "where it is not behind"),
    next: orAbsent(
      object(
        { by: text("The month at whose end it is due."), value: figure("The value due then.") },
        "The next milestone.",
      ),
      "after the last one",
    ),
    unknown: orAbsent(text("Why it cannot be told whether it is on track."), "where it can"),
  },
  "The milestones of the measure.",
);

const period = "in words.";
/** A measure of a table. */
export const row = named("Row", () =>
  object(
    {
      measure: text("The name of the measure."),
      short: orAbsent(text("Its short name, for narrow columns."), "where the plan gives none"),
      label: orAbsent(text("What follows its name in a table."), "where the plan gives none"),
      baseline: orAbsent(text(`The baseline ${period}`), "where it is the one of the table"),
      current: orAbsent(text(`The current period ${period}`), "where it is the one of the table"),
      periods: object(
        {
          baseline: orAbsent(when("The baseline."), "where the measure has none"),
          current: when("The current period."),
        },
        "Its periods in a form that can be read again.",
      ),
      kind: text("Its kind, as the plan writes it; of a measure that is judged by hand, judged."),
      series: object(
        {
          add: list(text("A series."), "The series that are added up."),
          subtract: list(text("A series."), "The series that are subtracted."),
        },
        "The series of the data that it is made of.",
      ),
      total: orAbsent(just(true, "It is the total of the other measures of the table."), "where it is not"),
      aim: orNull(text("The aim, as the plan writes it."), "where the plan states none"),
      basis: openChoice([...basisNames, byHand.name], "The kind of value that the aim is judged on."),
      per: orAbsent(
        text("What its rates are per, such as 10,000 population."),
        "where they are per 1,000 population, the usual unit",
      ),
      judged: orAbsent(
        object(
          {
            standing: choice(judgedStandings, "Where the measure stands."),
            by: text("Who judged it."),
            on: text("The day, in words."),
            because: text("Why."),
          },
          "What a person judged, of a measure without figures.",
        ),
        "where it is judged by its figures",
      ),
      target: orAbsent(
        figure("The value that the aim comes to, in the unit of its basis."),
        "where the aim comes to no one value",
      ),
      progress: orAbsent(progress, "where the plan gives no milestones"),
      verdict,
      standing: choice(
        standings,
        "Where the measure stands. It differs from the verdict where the aim is due later or has a tolerance.",
      ),
      reason: orAbsent(
        text("Why there is no verdict, who judged it, or that nothing changed."),
        "where the verdict needs no reason",
      ),
      priorities: list(text("The id of a priority."), "The priorities that it serves."),
      revised: orAbsent(text("Why its source revised past figures, as the plan says."), "where the plan does not say"),
      owner: orAbsent(text("Who answers for it, as the plan says."), "where the plan does not say"),
      comment: orAbsent(text("The comment on it."), "where there is none"),
      "comment-written-for": orAbsent(
        text("The earlier period that the comment was written for."),
        "where it is not carried over",
      ),
      reading: orAbsent(significanceSchema, "where the plan asks for no readings, and where the measure has no aim"),
      says: list(text("A sentence."), "The measure in sentences, for people."),
      notes: list(text("A note."), "What must be known to use its figures, for people."),
      figures: figures("Its figures."),
      beside: orAbsent(
        object(
          {
            group: text("The name of the group."),
            is: choice(besideWords, "Where the force's current figure is beside that of the group."),
            by: figure("How far from it, in % of the group's figure or in percentage points."),
          },
          "The force beside the table's first group.",
        ),
        "where the two cannot be compared",
      ),
      "since-last-year": orAbsent(
        figure("The change since the same months a year before."),
        "where the data do not give both",
      ),
      also: orAbsent(
        list(
          object(
            {
              comparison: text("The name of the comparison, such as previous year."),
              periods: object(
                { earlier: when("The earlier period."), later: when("The later period.") },
                "The periods that it compares.",
              ),
              figures: object(
                {
                  earlier: levelSides("The earlier period."),
                  later: levelSides("The later period."),
                  change: changeSides("From the earlier period to the later."),
                },
                "The figures in both periods.",
              ),
            },
            "A comparison.",
          ),
          "Further comparisons than with the baseline.",
          1,
        ),
        "where the plan asks for none",
      ),
      parts: orAbsent(
        list(
          object({ name: text("The name of the part."), figures: figures("Its figures.") }, "A part."),
          "The parts of the measure.",
          1,
        ),
        "where the plan names none",
      ),
    },
    "A measure of a table.",
  ),
);
