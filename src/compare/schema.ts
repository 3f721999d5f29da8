// The definition of plan-measures/compare/1: what `compare --format json` prints.
import {
  anyText,
  choice,
  estimated,
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
import { changes, figure, levels, limits } from "../output/figure-schema.ts";
import { basisNames } from "../output/row-schema.ts";
import { besideSchema } from "../output/significance-schema.ts";
import { directions } from "../plan/aims/aim.ts";
import { averages } from "../plan/group-schema.ts";
import { ratePositions } from "../report/against-others.ts";

const noLimits =
  "where the force has no such limits: they need a count and a population of it and of at least four other forces";
const population = figure("The population that the rates use.");

const force = named("ComparedForce", () =>
  object(
    {
      name: text("The name of the force."),
      own: flag("Whether it is the force of the plan."),
      "in-group": flag("Whether it counts in the group's figure."),
      figures: levels("Its figures in the period."),
      population: orAbsent(population, "where the plan chooses none"),
      change: changes("From the measure's baseline to the period."),
      rank: orNull(
        whole(
          "Its rank, 1 being the best, or the lowest where the plan says nothing of it. Equal figures share one.",
          1,
        ),
        "where it has no figure",
      ),
      difference: figure("Its figure minus the group's, on the basis that ranks."),
      "rank-range": orAbsent(
        object(
          { best: whole("The best rank.", 1), worst: whole("The worst rank.", 1) },
          "The ranks that its 95% limits leave open.",
        ),
        noLimits,
      ),
      funnel: orAbsent(
        object(
          {
            "95%": choice(
              ratePositions,
              "Its rate beside the 95% limits: below them, within them (similar) or above. One force in 20 that is like the others is outside.",
            ),
            "99.8%": choice(
              ratePositions,
              "The same beside the 99.8% limits. One force in 500 that is like the others is outside.",
            ),
            limits: object(
              { "95%": limits("The 95% limits."), "99.8%": limits("The 99.8% limits.") },
              "Between which limits its rate would be if it were like the other forces, in the unit of the rates.",
            ),
            dispersion: estimated("How many times as much as chance alone the other forces vary (φ), at least 1."),
            p: estimated(
              "The p-value: the chance of a rate as far out, if the force were like the others. From 0 to 1.",
            ),
          },
          "The force beside the other forces of the group.",
        ),
        noLimits,
      ),
      "standard-deviations": orAbsent(
        estimated("How many standard deviations of the forces' figures it is from their mean."),
        "where it is not ranked by such figures, or they do not differ",
      ),
    },
    "A force, in the order of the group.",
  ),
);

const comparison = named("Comparison", () =>
  object(
    {
      measure: text("The name of the measure."),
      period: orNull(text("The period of the figures, in words."), "where there is none"),
      baseline: orNull(text("The baseline of the measure, in words."), "where the measure has none"),
      basis: openChoice(basisNames, "The kind of value that the forces are ranked by."),
      better: orNull(choice(directions, "Which way is better."), "where the plan does not say"),
      group: object(
        {
          name: text("The name of the group."),
          average: choice(averages, "How its forces make one figure."),
          forces: list(text("The name of a force."), "The forces in its figures.", 2),
          figures: levels("Its figures in the period."),
          change: changes("From the measure's baseline to the period."),
          population: orAbsent(population, "where the plan chooses none"),
        },
        "The group.",
      ),
      rank: orNull(whole("The rank of the plan's force.", 1), "where it has no figure"),
      "rank-words": text("The rank in words, or why there is none, for people."),
      forces: list(force("A force."), "The forces of the group, and the plan's own."),
      averages: list(
        object(
          {
            name: text("The name of the average."),
            used: flag("Whether it is the one that the plan uses for the group. At most one is."),
            figure: figure("The group's figure by this average, on the basis that ranks."),
          },
          "A way to make one figure of the forces'.",
        ),
        "The group's figure by each average that could be used, to show what the choice changes. Empty where the group is a row of the data, and where numbers are compared, not rates or percentages.",
      ),
      beside: orAbsent(besideSchema, "where it was not tested"),
      "beside-not-tested": orAbsent(
        text("Why the changes were not compared."),
        "where they were, or nothing was asked",
      ),
      "reversed-by": list(
        text("The name of an average."),
        "The averages by which the force is on the other side of the group than by the one used.",
      ),
      dispersion: orAbsent(
        estimated("How many times as much as chance alone the forces vary (φ)."),
        "where a force has no count or no population",
      ),
      given: orAbsent(
        figure("What the data give for the group in a row of its own."),
        "where they have no such row, or the group is that row",
      ),
      notes: list(anyText("A note."), "What must be known to use the comparison, for people."),
    },
    "A measure in each force of the group.",
  ),
);

/** The definition. */
export const compareSchema = object(
  {
    schema: just("plan-measures/compare/1", "The name and the version of this schema."),
    plan: text("The name of the plan file."),
    force: text("The force that the plan is of."),
    comparisons: list(comparison("A comparison."), "A comparison for each measure."),
    problems: problemsSchema,
    doubts: doubtsSchema,
  },
  "A force beside the forces of its group.",
);
export type CompareJson = TypeOf<typeof compareSchema>;
