// A trend as JSON.
import { eachFigure, type Figure } from "../core/figure.ts";
import { writtenAs } from "../core/json-schema.ts";
import { approximately } from "../core/number.ts";
import { monthName } from "../core/period.ts";
import { jsonOf } from "../output/formats/json.ts";
import { placesFor } from "../report/format-figure.ts";
import { momentName, type TrendPoint } from "./moment.ts";
import type { TrendJson } from "./schema.ts";
import type { Stretch, TrendLimits } from "./stretches.ts";
import type { Trend } from "./trend.ts";

/** For scripts: plan-measures/trend/1. */
export const trendJson = (
  { plan, force }: Pick<TrendJson, "plan" | "force">,
  trends: readonly Trend[],
  said: Pick<TrendJson, "problems" | "doubts">,
): TrendJson =>
  writtenAs<TrendJson>()({
    schema: "plan-measures/trend/1",
    ...{ plan, force },
    measures: trends.map(measureJson),
    ...said,
  });

function measureJson(trend: Trend) {
  const { measure, sides, step, moments, years, stretches, variation, assurance, standings, breaks } = trend;
  const json = (figure: Figure, index: number) => jsonOf(figure, placesFor(measure, index > 0, figure));
  const momentJson = ({ period, levels, broken, isBetween }: TrendPoint) => ({
    period: momentName(period),
    ...(isBetween && { between: true as const }),
    ...(broken[0] && { break: true as const }),
    sides: levels.map((level, index) => ({
      name: sides[index]?.name ?? "",
      figures: eachFigure(level, (figure) => json(figure, index)),
    })),
  });
  return {
    measure: measure.name,
    step: step ?? null,
    moments: moments.map(momentJson),
    years: years.map(momentJson),
    limits: stretches.map(limitsJson),
    ...(variation && {
      variation: { at: momentName(variation.at), meaning: variation.meaning, because: variation.because },
    }),
    ...(assurance?.outcome && { assurance: { outcome: assurance.outcome, value: digits(assurance.value) } }),
    ...(assurance?.none !== undefined && { noAssurance: assurance.none }),
    standings: standings.map(({ side, stood, from, to }) => ({
      ...{ group: side.name, stood, from: momentName(from), to: momentName(to) },
    })),
    breaks: breaks.map(({ from, to, reason, source, groups }) => ({
      ...{ from: monthName(from), ...(to !== undefined && { to: monthName(to) }), reason },
      ...(source !== undefined && { source }),
      ...(groups && { groups: groups.map(({ name }) => name) }),
    })),
  };
}

const digits = (value: number): string => approximately(value).toFixed();
const edgesJson = ({ mean, lower, upper }: TrendLimits) => ({
  mean: digits(mean),
  lower: digits(lower),
  upper: digits(upper),
});

function limitsJson({ first, last, points, mean, limits, chosen, leftOut, ...stretch }: Stretch) {
  const { seasons, each, signals, shift } = stretch;
  return {
    ...{ from: momentName(first), to: momentName(last), points },
    ...(mean !== undefined && { mean: digits(mean) }),
    ...(limits && edgesJson(limits)),
    ...(chosen && {
      chosen: {
        from: monthName(chosen.from),
        ...(chosen.to !== undefined && { to: monthName(chosen.to) }),
        ...(chosen.reason !== undefined && { reason: chosen.reason }),
      },
    }),
    ...(leftOut.length > 0 && {
      except: leftOut.flatMap(({ period, leftOut: said }) =>
        said ? [{ period: momentName(period), reason: said.reason }] : [],
      ),
    }),
    ...(seasons &&
      limits && {
        seasons: {
          p: seasons.p,
          each: each.map((one) => ({
            period: momentName(one.period),
            index: digits(one.limits.mean / limits.mean),
            ...edgesJson(one.limits),
          })),
        },
      }),
    signals: signals.map((one) => ({
      ...{ rule: one.rule, from: momentName(one.first), to: momentName(one.last) },
      ...{ direction: one.direction, meaning: one.meaning },
    })),
    ...(shift && { shift: { from: momentName(shift.from), direction: shift.direction } }),
  };
}
