// A rate of the population, or of households, that the data give as such.
import { difference } from "../statistics/difference.ts";
import { percentDifference } from "../statistics/percent-difference.ts";
import { givenRatePer } from "../statistics/rate-per.ts";
import type { MeasureKind } from "./measure-kind.ts";

export const rate: MeasureKind = {
  name: "rate",
  bases: ["rate"],
  level: (ask) => ({ rate: givenRatePer(ask.find("rate"), ask.per) }),
  change: (baseline, current) => ({
    ...(baseline.rate &&
      current.rate && {
        percent: percentDifference(baseline.rate, current.rate),
        rate: difference(current.rate.unit, baseline.rate, current.rate),
      }),
  }),
};
