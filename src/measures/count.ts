// A count of events, such as recorded crimes, with its rate per 1,000 population where one can be had.
import { type Figure, isKnown } from "../core/figure.ts";
import { compareExact, exact, isZero } from "../core/number.ts";
import { PER_1000 } from "../core/value-kind.ts";
import { difference } from "../statistics/difference.ts";
import { percentDifference } from "../statistics/percent-difference.ts";
import { givenRatePer, ratePer } from "../statistics/rate-per.ts";
import type { MeasureKind } from "./measure-kind.ts";

const SMALL = exact(10);

/** A count under 10: its percentages are marked, and no sentence makes more of them than a test allows (README). */
export const isSmall = (figure: Figure | undefined): boolean =>
  isKnown(figure) && compareExact(figure.value.abs(), SMALL) < 0;

/** A % difference, marked `[u]` where one of the numbers that it is of is under 10. */
export const lowReliability = (percent: Figure, counts: readonly Figure[]): Figure =>
  isKnown(percent) && counts.some(isSmall) ? { ...percent, mark: "u" } : percent;

/** A rate that is given as 0 beside events that are not none was rounded to it. */
const notNought = (rate: Figure, events: Figure): Figure =>
  isKnown(rate) && isZero(rate.value) && isKnown(events) && !isZero(events.value) ? { ...rate, mark: "low" } : rate;

export const count: MeasureKind = {
  name: "count",
  bases: ["count", "rate"],
  level(ask) {
    const events = ask.find("count");
    const population = ask.population();
    if (population) {
      const rate = ratePer(events, population, ask.per);
      const perThousand = ask.per === PER_1000 ? rate : ratePer(events, population);
      if (ask.per.of === "population") ask.confirm(perThousand, population);
      return { count: events, rate };
    }
    if (!ask.gives("rate")) return { count: events };
    return { count: events, rate: notNought(givenRatePer(ask.find("rate"), ask.per), events) };
  },
  change(baseline, current) {
    return {
      ...(baseline.count &&
        current.count && {
          variance: difference("count", baseline.count, current.count),
          percent: lowReliability(percentDifference(baseline.count, current.count), [baseline.count, current.count]),
        }),
      // A mean of rates has no count.
      ...(!baseline.count &&
        baseline.rate &&
        current.rate && { percent: percentDifference(baseline.rate, current.rate) }),
      ...(baseline.rate && current.rate && { rate: difference(current.rate.unit, baseline.rate, current.rate) }),
    };
  },
};
