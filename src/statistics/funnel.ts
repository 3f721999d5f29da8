// In line with the group: the group's pooled rate against a member's own limits.
import type { Confidence, EventsOver } from "./limits.ts";
import { rateLimits } from "./rate-limits.ts";

/** How the member stands to its group. */
type FunnelPosition = "lower" | "similar" | "higher";

/** Readings against the 95 % and the 99.8 % limits. */
export interface Funnel {
  readonly at95: FunnelPosition;
  readonly at998: FunnelPosition;
}

/**
 * A member is "higher" where the lower limit of its own rate is above the group's rate, "lower" where the upper limit is
 * below it, otherwise "similar" (D. Spiegelhalter, Statistics in Medicine 24, 2005, 1185–1202, for the two levels). Both
 * rates per so many. Nothing where the member's rate has no limits.
 */
export function funnel(member: EventsOver, groupRate: number, per: number): Funnel | undefined {
  const at95 = reading(member, groupRate, per, 0.95);
  const at998 = reading(member, groupRate, per, 0.998);
  return at95 && at998 && { at95, at998 };
}

function reading(
  { x, n }: EventsOver,
  groupRate: number,
  per: number,
  confidence: Confidence,
): FunnelPosition | undefined {
  const limits = rateLimits(x, n, per, confidence);
  if (limits === undefined || Number.isNaN(groupRate)) return undefined;
  if (limits.lower > groupRate) return "higher";
  return limits.upper < groupRate ? "lower" : "similar";
}
