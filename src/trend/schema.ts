// The definition of plan-measures/trend/1: what `trend --format json` prints.
import {
  choice,
  decimal,
  estimated,
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
import { levels } from "../output/figure-schema.ts";
import { steps } from "../report/significance.ts";
import { xmrDirections, xmrRules } from "../statistics/xmr.ts";
import { type Assured, assuranceSigns } from "./assurance.ts";
import { meanings } from "./stretches.ts";
import { stoodWords } from "./trend.ts";

const outcomes = Object.keys(assuranceSigns) as Assured[];
const meaning = choice(meanings, "What it means, by the side that is better for the plan.");
const digits = (words: string) => decimal(`${words} In the unit of the figures, to 13 significant digits.`);
const tooFew = "where there are too few points, or too few events";

const moment = named("Moment", () =>
  object(
    {
      period: text("The period."),
      between: orAbsent(
        just(true, "It stands for the months between two periods, which have no figure."),
        "for any other period",
      ),
      break: orAbsent(just(true, "It mixes both sides of a break, so it is not comparable."), "where it does not"),
      sides: list(
        object(
          { name: text("The name of the force or the group."), figures: levels("Its figures.") },
          "The force, or a group.",
        ),
        "The force, then the groups.",
      ),
    },
    "A point in time.",
  ),
);

const limits = named("TrendLimits", () =>
  object(
    {
      from: text("The first month or quarter."),
      to: text("The last month or quarter."),
      points: whole("How many points there are between from and to."),
      mean: orAbsent(digits("The mean. With a season, that of an average month."), tooFew),
      lower: orAbsent(digits("The lower limit. With a season, that of an average month."), tooFew),
      upper: orAbsent(digits("The upper limit. With a season, that of an average month."), tooFew),
      chosen: orAbsent(
        object(
          {
            from: text("The first month that the limits are worked out from."),
            to: orAbsent(text("The last of them."), "where they go on to the end"),
            reason: orAbsent(text("Why, as the plan says."), "where the plan does not say"),
          },
          "What the plan chose for the limits.",
        ),
        "where the plan chose nothing",
      ),
      except: orAbsent(
        list(
          object(
            { period: text("The month or quarter."), reason: text("Why, as the plan says.") },
            "A point left out.",
          ),
          "The points that the plan leaves out of the limits.",
          1,
        ),
        "where it leaves out none",
      ),
      seasons: orAbsent(
        object(
          {
            p: estimated("The p-value of the test for a season (Kruskal–Wallis), from 0 to 1."),
            each: list(
              object(
                {
                  period: text("The month or quarter."),
                  index: decimal("Its mean ÷ that of an average month."),
                  mean: digits("Its mean."),
                  lower: digits("Its lower limit."),
                  upper: digits("Its upper limit."),
                },
                "The limits of one month or quarter.",
              ),
              "The limits of each month or quarter.",
            ),
          },
          "The season that the limits follow.",
        ),
        "where no season was found",
      ),
      signals: list(
        object(
          {
            rule: openChoice(
              xmrRules,
              "Which rule found it. outside: a point beyond a limit. run: 7 points in a row on one side of the mean. trend: 7 points in a row that rise, or that fall (--rising changes the number). two of three: two of three points beyond two thirds of a limit.",
            ),
            from: text("Where it begins."),
            to: text("Where it ends."),
            direction: choice(xmrDirections, "Up: above the mean, or rising. Down: below the mean, or falling."),
            meaning,
          },
          "A signal: what ordinary variation would hardly produce.",
        ),
        "The signals among these points.",
      ),
      shift: orAbsent(
        object(
          {
            from: text("The month or quarter from which new limits might be worked out."),
            direction: choice(xmrDirections, "Whether the level rose or fell."),
          },
          "A change of level that has lasted.",
        ),
        "where there is none",
      ),
    },
    "The limits of months or quarters without a break among them. They are of the count where there is one and the aim is judged on the rate, and otherwise of what the aim is judged on.",
  ),
);

const measure = named("TrendMeasure", () =>
  object(
    {
      measure: text("The name of the measure."),
      step: orNull(choice(steps, "What the data give."), "where they give only years or other long periods"),
      moments: list(moment("A month or quarter."), "The months or quarters that are shown. Empty where step is null."),
      years: list(
        moment("A long period."),
        "The 12 months to each month or quarter, or the long periods that the data give.",
      ),
      limits: list(limits("Limits."), "The limits, from break to break."),
      variation: orAbsent(
        object(
          { at: text("The latest month or quarter."), meaning, because: text("Why, in words.") },
          "What the latest point signals.",
        ),
        "where the latest point has no limits",
      ),
      assurance: orAbsent(
        object(
          {
            outcome: choice(outcomes, "Whether the aim's value will be met if nothing changes."),
            value: digits("The aim's value for a month or quarter."),
          },
          "The limits beside the value of the aim.",
        ),
        "where there is none",
      ),
      noAssurance: orAbsent(
        text("Why there is no assurance, for people."),
        "where there is one, and where the aim has no value",
      ),
      standings: list(
        object(
          {
            group: text("The name of the group."),
            stood: choice(stoodWords, "Where the force's figure was beside the group's, in each of these periods."),
            from: text("The first of the periods in a row."),
            to: text("The last of them."),
          },
          "Periods in a row in which the force was on one side of a group.",
        ),
        "How the force was placed beside each group over time.",
      ),
      breaks: list(
        object(
          {
            from: text("The first month after the break."),
            to: orAbsent(text("The last month that the break affects."), "where it has no end"),
            reason: text("Why figures before and after are not comparable."),
            source: orAbsent(text("Who says so, of a break that the tool knows."), "where the plan states it"),
            groups: orAbsent(
              list(text("The name of a group."), "The groups that it concerns alone."),
              "where it concerns the force",
            ),
          },
          "A break in the series.",
        ),
        "The breaks among what is shown.",
      ),
    },
    "A measure over time.",
  ),
);

/** The definition. */
export const trendSchema = object(
  {
    schema: just("plan-measures/trend/1", "The name and the version of this schema."),
    plan: text("The name of the plan file."),
    force: text("The force that the plan is of."),
    measures: list(measure("A measure."), "The measures over time."),
    problems: problemsSchema,
    doubts: doubtsSchema,
  },
  "The measures of a plan over time.",
);
export type TrendJson = TypeOf<typeof trendSchema>;
