// What has no figure, such as an inspection's text: where it stands is judged by a person, and stated in the plan.
import type { MeasureKind } from "./measure-kind.ts";

/** Not a kind that a plan names: a measure is of it by stating its judgement. It asks the data for nothing. */
export const byHand: MeasureKind = {
  name: "judged",
  bases: ["count"],
  level: () => ({}),
  change: () => ({}),
};

/** Whether its values are first of all numbers of events, which grow with the months that they are of. */
export const isOfEvents = (kind: MeasureKind): boolean => kind.bases[0] === "count" && kind !== byHand;
