// What a comparison is called, and the names of its periods.
import { periodName } from "../core/period.ts";
import type { PlacedWhen } from "../plan/model.ts";
import type { Comparison } from "../report/group-comparison.ts";

/** The name of a period, where there is one. */
export const nameWhen = ({ period }: PlacedWhen): string | undefined => period && periodName(period);

/** "Robbery, 2019: MSG". */
export const comparisonTitle = ({ measure, when, side }: Comparison): string =>
  `${measure.name}, ${nameWhen(when) ?? "no period"}: ${side.name}`;
