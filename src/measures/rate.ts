// A rate per 1,000 population that the data give as such.
import { difference } from "../statistics/difference.ts";
import { percentDifference } from "../statistics/percent-difference.ts";
import type { MeasureKind } from "./measure-kind.ts";

export const rate: MeasureKind = {
  name: "rate",
  bases: ["rate"],
  level: (ask) => ({ rate: ask.find("rate") }),
  change: (baseline, current) => ({
    ...(baseline.rate &&
      current.rate && {
        percent: percentDifference(baseline.rate, current.rate),
        rate: difference("per 1,000", baseline.rate, current.rate),
      }),
  }),
};
