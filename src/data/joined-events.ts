// Numbers of events that two files give for the same: each event was counted once, so that they add up.

import { type Figure, isKnown, type Observed } from "../core/figure.ts";
import type { Remark } from "../core/remarks.ts";
import { total } from "../statistics/total.ts";
import type { Observation } from "./observation.ts";

/**
 * The events of both files together; nothing where they cannot be told apart. Events with a number of their own were
 * passed over where an earlier file has them. Those without one are the same where the files have the same of them.
 */
export function joinedEvents(before: Observation, seen: Observation): Observation | undefined {
  if (!before.events || !seen.events || !isKnown(before.figure) || !isKnown(seen.figure)) return undefined;
  const [first, second] = [before.events.unnamed, seen.events.unnamed];
  const isSame = first > 0 && second > 0;
  if (isSame && (first !== second || before.mark !== seen.mark)) return undefined;
  const added = isSame ? seen.events.named : seen.figure;
  const again: Remark[] = isSame ? [{ what: "again", file: seen.figure.from[0]?.file ?? "", records: second }] : [];
  const remarks = [...(added.remarks ?? []), ...again];
  const others = isSame || second === 0 ? before : seen;
  return {
    ...before,
    ...(others.mark !== undefined && { mark: others.mark }),
    events: { unnamed: Math.max(first, second), named: before.events.named },
    figure: withRemarks(added.from.length === 0 ? before.figure : sumOf(before, added), remarks),
  };
}

/** The sum of what was joined before and what is added. */
function sumOf(before: Observation, added: Figure): Figure {
  const { derivation } = before.figure;
  const { series, area, period, kind, heading, counted } = before;
  const observed: Observed = { series, area, period, kind, heading, ...(counted && { counted }) };
  return total([...(derivation?.of ?? [{ ...before.figure, observed }]), { ...added, observed }]);
}

function withRemarks(figure: Figure, remarks: readonly Remark[]): Figure {
  const all = [...new Set([...(figure.remarks ?? []), ...remarks])];
  return all.length === 0 ? figure : { ...figure, remarks: all };
}
