// The probabilities and quantiles of the normal, chi-squared, beta and binomial distributions, to 12 digits for counts to 1e8.
//
// The densities are written as deviances (C. Loader, "Fast and accurate computation of binomial probabilities", 2000), so
// that nothing is lost between large logarithms; the tails are series and continued fractions: the gamma's of the Digital
// Library of Mathematical Functions (8.11.4 and 8.9.2, dlmf.nist.gov), the beta's of A. DiDonato and A. Morris (ACM
// Transactions on Mathematical Software 18, 1992, 360–373).

/** Both sides of a point, each to its own full precision: probabilities at or below it, and above it. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

/** 1/(first + a₁/(b₁ + a₂/(b₂ + …))), by Lentz's method as I. Thompson and A. Barnett changed it (1986). */
function continuedFraction(first: number, next: (step: number) => { readonly a: number; readonly b: number }): number {
  const apartFromZero = (value: number): number => (value === 0 ? Number.MIN_VALUE / Number.EPSILON : value);
  let d = 1 / apartFromZero(first);
  let c = Number.POSITIVE_INFINITY;
  let fraction = d;
  for (let step = 1, change = 0; Math.abs(change - 1) > Number.EPSILON / 2 && step < 1e6; step++) {
    const { a, b } = next(step);
    d = 1 / apartFromZero(b + a * d);
    c = apartFromZero(b + a / c);
    change = c * d;
    fraction *= change;
  }
  return fraction;
}

/** What Stirling's formula lacks of ln Γ(a): ln Γ(a) − [(a − ½)·ln a − a + ½·ln 2π], for a > 0. */
function stirlingError(a: number): number {
  if (a < 20) return stirlingError(a + 1) + (a + 0.5) * Math.log1p(1 / a) - 1;
  const square = a * a;
  return (1 / 12 - (1 / 360 - (1 / 1260 - 1 / 1680 / square) / square) / square) / a;
}

/** Half the deviance of x from its mean m: x·ln(x/m) + d, where d is m − x, without loss where that is small. */
function deviance(x: number, m: number, d: number): number {
  const v = d / (x + m);
  if (Math.abs(v) > 0.1) return x * Math.log(x / m) + d;
  let sum = d * v;
  let power = -2 * x * v ** 3;
  for (let odd = 3; Math.abs(power) > sum * (Number.EPSILON / 4); odd += 2) {
    sum += power / odd;
    power *= v * v;
  }
  return sum;
}

/** The gamma distribution of shape `a` and scale 1 at x: x^a·e^(−x)/Γ(a), which is its density times x. */
const gammaWeight = (a: number, x: number): number =>
  Math.sqrt(a / (2 * Math.PI)) * Math.exp(-deviance(a, x, x - a) - stirlingError(a));

function gammaTails(a: number, x: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let step = 1; term > sum * (Number.EPSILON / 4); step++) {
      term *= x / (a + step);
      sum += term;
    }
    const lower = gammaWeight(a, x) * sum;
    return { lower, upper: 1 - lower };
  }
  const fraction = continuedFraction(x + 1 - a, (step) => ({ a: step * (a - step), b: x + 1 - a + 2 * step }));
  const upper = gammaWeight(a, x) * fraction;
  return { lower: 1 - upper, upper };
}

/** How far a is below its mean at x, where y = 1 − x: (a + b)·x − a, taken from the smaller of x and y. */
const belowMean = (x: number, y: number, a: number, b: number): number => (x < y ? (a + b) * x - a : b - (a + b) * y);

/** x^a·y^b/B(a, b), where y = 1 − x: the density of the beta distribution times x·y. */
function betaWeight(x: number, y: number, a: number, b: number): number {
  const both = a + b;
  const d = belowMean(x, y, a, b);
  const error = stirlingError(both) - stirlingError(a) - stirlingError(b);
  const exponent = error - deviance(a, both * x, d) - deviance(b, both * y, -d);
  return Math.sqrt((a / both) * (b / (2 * Math.PI))) * Math.exp(exponent);
}

/** The beta distribution of shapes a, b > 0 at x; `y` is 1 − x, given beside it so that neither is rounded away. */
export function betaTails(x: number, y: number, a: number, b: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  if (x * (a + b + 2) <= a + 1) {
    const lower = betaPart(x, y, a, b);
    return { lower, upper: 1 - lower };
  }
  const upper = betaPart(y, x, b, a);
  return { lower: 1 - upper, upper };
}

/** The probability below x, for x up to about the mean. */
function betaPart(x: number, y: number, a: number, b: number): number {
  const d = belowMean(x, y, a, b);
  const fraction = continuedFraction((a * (1 - d)) / (a + 1), (m) => {
    const at = a + 2 * m;
    const share = (m * (b - m) * x) / (at - 1);
    return {
      a: share * ((a + m - 1) / (at - 1)) * (a + b + m - 1) * x,
      b: m + share + ((a + m) / (at + 1)) * (1 - d + m * (1 + y)),
    };
  });
  return betaWeight(x, y, a, b) * fraction;
}

/** Where a rising function is 0, between two places: Newton's steps, and halving where they lead outside. */
function root(of: (x: number) => number, slope: (x: number) => number, low: number, high: number, start: number) {
  let below = low;
  let above = high;
  let x = start;
  for (let step = 0; step < 2000; step++) {
    const height = of(x);
    if (height === 0) return x;
    if (height < 0) below = x;
    else above = x;
    let next = x - height / slope(x);
    if (!(next > below && next < above)) next = below + (above - below) / 2;
    if (Math.abs(next - x) <= 2 * Number.EPSILON * Math.abs(next)) return next;
    x = next;
  }
  return x;
}

/** How far the tails are from a probability, measured on the smaller side, where its digits are. */
const beyond = ({ lower, upper }: Tails, p: number): number => (p < 0.5 ? lower - p : 1 - p - upper);

function gammaQuantile(p: number, a: number): number {
  let above = a + 1;
  while (beyond(gammaTails(a, above), p) < 0) above *= 2;
  return root(
    (x) => beyond(gammaTails(a, x), p),
    (x) => gammaWeight(a, x) / x,
    0,
    above,
    Math.min(a, above),
  );
}

/** The value that a chi-squared variable with so many degrees of freedom (> 0, need not be whole) is below with probability p. */
export const chiSquaredQuantile = (p: number, degrees: number): number => 2 * gammaQuantile(p, degrees / 2);

/** The probability that a chi-squared variable with so many degrees of freedom (> 0) is x or more. */
export const chiSquaredBeyond = (x: number, degrees: number): number => gammaTails(degrees / 2, x / 2).upper;

/** The value that a standard normal variable is below with probability p (between 0 and 1). */
export function normalQuantile(p: number): number {
  if (p === 0.5) return 0;
  // The square of it is chi-squared with one degree of freedom.
  const size = Math.sqrt(2 * gammaQuantile(p < 0.5 ? 1 - 2 * p : 2 * p - 1, 0.5));
  return p < 0.5 ? -size : size;
}

/** The probability that a standard normal variable is further from 0 than z, on either side: a two-sided p-value. */
export const normalBeyond = (z: number): number => gammaTails(0.5, (z * z) / 2).upper;

/** The value that a beta variable of shapes a, b > 0 is below with probability p, and what is left of 1 above it. */
export function betaQuantile(p: number, a: number, b: number): Tails {
  if (a > b) {
    const { lower, upper } = betaQuantile(1 - p, b, a);
    return { lower: upper, upper: lower };
  }
  const lower = root(
    (x) => beyond(betaTails(x, 1 - x, a, b), p),
    (x) => betaWeight(x, 1 - x, a, b) / (x * (1 - x)),
    0,
    1,
    a / (a + b),
  );
  return { lower, upper: 1 - lower };
}

/** Of x successes and y failures, each of chance `success` to `failure` = 1 − success: P(as few or fewer), P(as many or more). */
export const binomialTails = (x: number, y: number, success: number, failure: number): Tails => ({
  lower: y === 0 ? 1 : betaTails(failure, success, y, x + 1).lower,
  upper: x === 0 ? 1 : betaTails(success, failure, x, y + 1).lower,
});
