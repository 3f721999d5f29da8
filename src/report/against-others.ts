// Each force against the others of its group: lower, similar or higher, within which limits, and which ranks these leave open.
import { type Figure, isKnown } from "../core/figure.ts";
import { toNumber } from "../core/number.ts";
import type { Per } from "../core/value-kind.ts";
import { estimate } from "../statistics/estimate.ts";
import { type FunnelAgainstOthers, funnelAgainstOthers } from "../statistics/funnel-against-others.ts";
import type { EventsOver, Limits } from "../statistics/limits.ts";
import { type RankRange, rankRange } from "../statistics/rank-range.ts";

/** Where a rate is beside the limits. */
export const ratePositions = ["lower", "similar", "higher"] as const;
export type RatePosition = (typeof ratePositions)[number];

/** Two limits as figures, in the unit of the rates. */
export interface LimitFigures {
  readonly lower: Figure;
  readonly upper: Figure;
}

export interface AgainstOthers {
  readonly funnel: FunnelAgainstOthers;
  readonly at95: RatePosition;
  readonly at998: RatePosition;
  /** The rate of a force like the others lies within them, at 95 % and at 99.8 %. */
  readonly limits95: LimitFigures;
  readonly limits998: LimitFigures;
  /** The ranks that the force would have at either end of the 95 % limits moved to its own rate. */
  readonly ranks: RankRange;
}

/** A force as it is held against others. */
export interface Contender {
  readonly isMember: boolean;
  readonly count: Figure | undefined;
  readonly population: Figure | undefined;
  readonly rate: Figure;
}

/**
 * Each force against the members of the group other than itself, in the order given. Nothing for a force without a number
 * and a population, with fewer than four others, and for all where a member lacks its own. Rates and limits are in that unit.
 */
export function againstOthers(
  forces: readonly Contender[],
  isLowFirst: boolean,
  { unit, power }: Per,
): (AgainstOthers | undefined)[] {
  const size = 10 ** power;
  return forces.map((force) => {
    const others = forces.filter((one) => one !== force && one.isMember);
    const events = others.flatMap((one) => contenderEvents(one) ?? []);
    const own = contenderEvents(force);
    if (!own || !isKnown(force.rate) || events.length < others.length) return undefined;
    const funnel = funnelAgainstOthers(own, events);
    if (!funnel) return undefined;
    const rate = own.x / own.n;
    // The upper limit is never cut off, so that it tells how far the limits are from the middle.
    const margin = funnel.limits95.upper - funnel.rate;
    const rates = forces.filter((one) => one !== force).flatMap((one) => rateOf(one) ?? []);
    const inputs = [force, ...others].flatMap(({ count, population }) => [count, population].filter(isKnown));
    const figuresOf = (limits: Limits, percent: string): LimitFigures => ({
      lower: limitFigure(unit, size * limits.lower, inputs, `lower ${percent} limit`),
      upper: limitFigure(unit, size * limits.upper, inputs, `upper ${percent} limit`),
    });
    return {
      funnel,
      at95: positionOf(rate, funnel.limits95),
      at998: positionOf(rate, funnel.limits998),
      limits95: figuresOf(funnel.limits95, "95%"),
      limits998: figuresOf(funnel.limits998, "99.8%"),
      ranks: rankRange({ lower: size * (rate - margin), upper: size * (rate + margin) }, rates, isLowFirst),
    };
  });
}

const limitFigure = (unit: Per["unit"], value: number, inputs: readonly Figure[], words: string): Figure =>
  estimate(
    unit,
    inputs,
    "there are no limits",
    () => value,
    () => `${words} of a force like the others`,
  );

const positionOf = (rate: number, { lower, upper }: Limits): RatePosition =>
  rate > upper ? "higher" : rate < lower ? "lower" : "similar";

const rateOf = ({ rate }: Contender): number | undefined => (isKnown(rate) ? toNumber(rate.value) : undefined);

/** Events over a population; nothing where either is not known. */
export const contenderEvents = ({
  count,
  population,
}: Pick<Contender, "count" | "population">): EventsOver | undefined =>
  isKnown(count) && isKnown(population) ? { x: toNumber(count.value), n: toNumber(population.value) } : undefined;
