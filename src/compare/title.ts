// What a comparison is called, and the names of its periods.

import { labelWords } from "../core/words/periods.ts";
import { say } from "../core/words/say.ts";
import type { PlacedWhen } from "../plan/model.ts";
import type { Comparison } from "../report/group-comparison.ts";

/** The name of a period, where there is one. */
export const nameWhen = ({ period, average }: PlacedWhen): string | undefined =>
  period && labelWords({ period, average });

/** "Robbery, 2019: MSG". */
export const comparisonTitle = ({ measure, when, side }: Comparison): string =>
  say("compare.title", { measure: measure.name, period: nameWhen(when) ?? say("period.none"), group: side.name });
