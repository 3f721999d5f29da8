// A percentage, such as a survey estimate or a share; it moves in percentage points, never in %.
import { difference } from "../statistics/difference.ts";
import type { MeasureKind } from "./measure-kind.ts";

export const percentage: MeasureKind = {
  name: "percentage",
  bases: ["percent"],
  level: (ask) => ({ percent: ask.find("percent") }),
  change: (baseline, current) => ({
    ...(baseline.percent &&
      current.percent && { points: difference("percentage points", baseline.percent, current.percent) }),
  }),
};
