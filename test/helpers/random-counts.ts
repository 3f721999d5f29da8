// Counts of a month at random: Poisson ones, and over-dispersed ones, from a seeded generator.

/** A Poisson count with that mean: how many events of rate 1 there are in so long a time. */
function poisson(next: () => number, mean: number): number {
  let count = -1;
  for (let time = 0; time <= mean; count += 1) time -= Math.log(1 - next());
  return count;
}

/** A gamma variable with that shape (above 1/3) and scale 1 (G. Marsaglia and W. Tsang, 2000). */
function gamma(next: () => number, shape: number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - next()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A count with that mean and a variance of `phi` times the mean: Poisson where it is 1, else negative binomial. */
export const randomCount = (next: () => number, mean: number, phi = 1): number =>
  poisson(next, phi === 1 ? mean : (phi - 1) * gamma(next, mean / (phi - 1)));
