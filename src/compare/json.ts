// A comparison as JSON.
import { eachFigure, type Figure } from "../core/figure.ts";
import { writtenAs } from "../core/json-schema.ts";
import { kindName } from "../core/value-kind.ts";
import type { FigureJson } from "../output/figure-schema.ts";
import { jsonOf } from "../output/formats/json.ts";
import type { AgainstOthers } from "../report/against-others.ts";
import { placesFor } from "../report/format-figure.ts";
import type { Comparison } from "../report/group-comparison.ts";
import { rankIn } from "../report/rank.ts";
import { chanceText } from "../report/significance.ts";
import type { CompareJson } from "./schema.ts";
import { compareTable } from "./tables.ts";
import { nameWhen } from "./title.ts";

/** A force against the others of its group: readings, limits, and the ranks that the limits leave open. */
function againstJson(
  { at95, at998, limits95, limits998, funnel, ranks }: AgainstOthers,
  json: (figure: Figure) => FigureJson,
) {
  return {
    "rank-range": { best: ranks.best, worst: ranks.worst },
    funnel: {
      ...{ "95%": at95, "99.8%": at998 },
      limits: {
        "95%": { lower: json(limits95.lower), upper: json(limits95.upper) },
        "99.8%": { lower: json(limits998.lower), upper: json(limits998.upper) },
      },
      ...{ dispersion: funnel.phi, p: funnel.p },
    },
  };
}

/** For scripts: plan-measures/compare/1. */
export const compareJson = (
  { plan, force }: Pick<CompareJson, "plan" | "force">,
  comparisons: readonly Comparison[],
  said: Pick<CompareJson, "problems" | "doubts">,
): CompareJson =>
  writtenAs<CompareJson>()({
    schema: "plan-measures/compare/1",
    ...{ plan, force },
    comparisons: comparisons.map(comparisonJson),
    ...said,
  });

function comparisonJson(comparison: Comparison) {
  const { measure, side, when, basis, compared, group, groupChange, groupPopulation, definitions, beside } = comparison;
  const json = (figure: Figure) => jsonOf(figure, placesFor(measure, false, figure));
  const all = (figures: object) => eachFigure(figures, json);
  const rank = rankIn(comparison);
  return {
    measure: measure.name,
    period: nameWhen(when) ?? null,
    baseline: nameWhen(measure.baseline) ?? null,
    basis: kindName(basis),
    better: measure.better ?? null,
    group: {
      name: side.name,
      average: side.average,
      forces: side.members.map(({ name }) => name),
      figures: all(group),
      change: all(groupChange),
      ...(groupPopulation && { population: json(groupPopulation) }),
    },
    rank: typeof rank === "string" ? null : rank.rank,
    "rank-words": typeof rank === "string" ? rank : rank.words,
    forces: compared.map((one) => ({
      name: one.name,
      own: one.isForce,
      "in-group": one.isMember,
      figures: all(one.level),
      ...(one.population && { population: json(one.population) }),
      change: all(one.change),
      rank: one.rank ?? null,
      difference: json(one.distance),
      ...(one.against && againstJson(one.against, json)),
      ...(one.spread?.deviations !== undefined && { "standard-deviations": one.spread.deviations }),
    })),
    averages: definitions.map(({ words: name, figure, isChosen }) => ({ name, used: isChosen, figure: json(figure) })),
    ...(beside && {
      beside: {
        ...{ group: side.name, words: beside.words, says: beside.says, estimate: json(beside.estimate) },
        limits: { lower: json(beside.limits.lower), upper: json(beside.limits.upper) },
        p: { ...json(beside.p), shown: chanceText(beside.p) },
      },
    }),
    ...(comparison.notBeside !== undefined && { "beside-not-tested": comparison.notBeside }),
    "reversed-by": comparison.reversedBy.map(({ words: name }) => name),
    ...(comparison.dispersion !== undefined && { dispersion: comparison.dispersion }),
    ...(comparison.given && { given: json(comparison.given[1]) }),
    notes: compareTable(comparison).notes,
  };
}
