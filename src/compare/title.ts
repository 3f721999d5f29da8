// What a comparison is called, and the names of its periods.
import { periodLabel } from "../core/period.ts";
import type { PlacedWhen } from "../plan/model.ts";
import type { Comparison } from "../report/group-comparison.ts";

/** The name of a period, where there is one. */
export const nameWhen = ({ period, average }: PlacedWhen): string | undefined =>
  period && periodLabel({ period, average });

/** "Robbery, 2019: MSG". */
export const comparisonTitle = ({ measure, when, side }: Comparison): string =>
  `${measure.name}, ${nameWhen(when) ?? "no period"}: ${side.name}`;
