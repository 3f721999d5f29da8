// Whether a figure that misses its aim is within the threshold that the plan allows.
import { say } from "../core/words/say.ts";

import { type Aim, type AimInputs, isTolerated } from "../plan/aims/aim.ts";
import { givenTo, type JudgedFigures, leftOpen } from "./rounding-doubt.ts";

export interface Tolerance {
  readonly isWithin: boolean;
  /** Why it cannot be told. */
  readonly unknown?: string;
  readonly notes: readonly string[];
}

/** Of an aim with a threshold that is not achieved; nothing for any other. */
export function toleranceOf(aim: Aim, inputs: AimInputs, judged: JudgedFigures): Tolerance | undefined {
  if (!aim.threshold || aim.achieved(inputs)) return undefined;
  const left = leftOpen({ achieved: (standing) => isTolerated(aim, standing) }, inputs, judged);
  const where = givenTo([judged.current]);
  if (left === "open") {
    const unknown = say("judged.rounded-threshold", { places: where });
    return { isWithin: false, unknown, notes: [] };
  }
  const level = say("note.at-threshold", { places: where });
  return { isWithin: isTolerated(aim, inputs), notes: left === "level" ? [level] : [] };
}
