// The spread of members' rates: how far one lies from their mean. A description, not a test.

export interface Spread {
  /** In the rates' unit. */
  readonly mean: number;
  /** The sample's, with k − 1 below; in the rates' unit. */
  readonly standardDeviation: number;
  /** How many standard deviations the member lies above the mean, or below it; none where all rates are equal. */
  readonly deviations: number | undefined;
}

/**
 * The mean of the members' rates, each counted once whatever its size; √(Σ(rate − mean)²/(k − 1)); and where `own` lies.
 * Nothing for fewer than two rates or one that is no number.
 */
export function spread(rates: readonly number[], own: number): Spread | undefined {
  if (rates.length < 2 || ![...rates, own].every(Number.isFinite)) return undefined;
  const first = rates[0] as number;
  // Taken from the first rate, so that equal rates leave exactly nothing.
  const offsets = rates.map((rate) => rate - first);
  const offset = offsets.reduce((sum, value) => sum + value, 0) / rates.length;
  const squares = offsets.reduce((sum, value) => sum + (value - offset) ** 2, 0);
  const mean = first + offset;
  const standardDeviation = Math.sqrt(squares / (rates.length - 1));
  return { mean, standardDeviation, deviations: squares > 0 ? (own - mean) / standardDeviation : undefined };
}
