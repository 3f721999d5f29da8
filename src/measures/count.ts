// A count of events, such as recorded crimes, with its rate per 1,000 population where one can be had.
import { difference } from "../statistics/difference.ts";
import { percentDifference } from "../statistics/percent-difference.ts";
import { ratePer1000 } from "../statistics/rate-per-1000.ts";
import type { MeasureKind } from "./index.ts";

export const count: MeasureKind = {
  name: "count",
  bases: ["count", "rate"],
  level(ask) {
    const events = ask.find("count");
    const population = ask.population();
    if (population) {
      const rate = ratePer1000(events, population);
      ask.confirm(rate, population);
      return { count: events, rate };
    }
    return ask.gives("rate") ? { count: events, rate: ask.find("rate") } : { count: events };
  },
  change(baseline, current) {
    return {
      ...(baseline.count &&
        current.count && {
          variance: difference("count", baseline.count, current.count),
          percent: percentDifference(baseline.count, current.count),
        }),
      ...(baseline.rate && current.rate && { rate: difference("per 1,000", baseline.rate, current.rate) }),
    };
  },
};
