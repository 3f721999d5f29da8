// A trend as JSON.
import { eachFigure, type Figure } from "../core/figure.ts";
import { approximately } from "../core/number.ts";
import { monthName } from "../core/period.ts";
import { jsonOf } from "../output/formats/json.ts";
import { placesFor } from "../report/format-figure.ts";
import { momentName, type Trend, type TrendPoint } from "./trend.ts";

/** For scripts: plan-measures/trend/1, documented in the README. */
export function trendJson(trend: Trend) {
  const { measure, sides, step, moments, years, stretches, standings, breaks } = trend;
  const json = (figure: Figure, index: number) => jsonOf(figure, placesFor(measure, index > 0, figure));
  const momentJson = ({ period, levels, broken, isBetween }: TrendPoint) => ({
    period: momentName(period),
    ...(isBetween && { between: true }),
    ...(broken && { break: true }),
    sides: levels.map((level, index) => ({
      name: sides[index]?.name,
      figures: eachFigure(level, (figure) => json(figure, index)),
    })),
  });
  const digits = (value: number): string => approximately(value).toFixed();
  return {
    measure: measure.name,
    step: step ?? null,
    moments: moments.map(momentJson),
    years: years.map(momentJson),
    limits: stretches.map(({ first, last, points, limits, signals }) => ({
      ...{ from: momentName(first), to: momentName(last), points },
      ...(limits && {
        mean: digits(limits.mean),
        lower: digits(limits.lower),
        upper: digits(limits.upper),
      }),
      signals: signals.map((one) => ({ rule: one.rule, from: momentName(one.first), to: momentName(one.last) })),
    })),
    standings: standings.map(({ side, stood, from, to }) => ({
      ...{ group: side.name, stood, from: momentName(from), to: momentName(to) },
    })),
    breaks: breaks.map(({ from, reason }) => ({ from: monthName(from.from), reason })),
  };
}
