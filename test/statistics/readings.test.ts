// Readings of a change: the values of scipy for each formula, and how often stable months are called changed.
//
// oracles: scipy 1.17 by the formulas of the method, worked out apart from this program.
import { describe, expect, test } from "vitest";
import { changeBesideOthers } from "../../src/statistics/change-beside-others.ts";
import { falseDiscoveryAdjusted } from "../../src/statistics/false-discovery.ts";
import { dispersedLimits, dispersedRatio, pairedSpread } from "../../src/statistics/paired-periods.ts";
import { seeded } from "../helpers/seeded.ts";

/** To 10 significant digits. */
const near = (actual: number | undefined, expected: number): void =>
  expect(Math.abs((actual ?? Number.NaN) / expected - 1), `${actual} for ${expected}`).toBeLessThan(5e-11);

const paired = (baseline: readonly number[], current: readonly number[]) =>
  baseline.map((one, at) => ({ baseline: one, current: current[at] ?? Number.NaN }));

/** The spread of the pairs, and what it makes of their totals. */
function pairedPeriods(pairs: ReturnType<typeof paired>, over = { baseline: 1, current: 1 }) {
  const sum = (when: "baseline" | "current"): number => pairs.reduce((all, one) => all + one[when], 0);
  const found = pairedSpread(pairs);
  const current = { x: sum("current"), n: over.current };
  const ratio = found && dispersedRatio(current, { x: sum("baseline"), n: over.baseline }, found.phi, found.df);
  return found && ratio && { ...found, ...ratio };
}

const large = paired(
  [3200, 3100, 3350, 3300, 3400, 3500, 3450, 3380, 3290, 3310, 3250, 3180],
  [3300, 3050, 3500, 3250, 3420, 3700, 3330, 3450, 3300, 3200, 3400, 3150],
);

describe("paired months", () => {
  test.each([
    {
      pairs: paired([31, 28, 35, 30, 27, 33, 29, 26, 32, 34, 30, 28], [36, 30, 39, 33, 31, 35, 34, 30, 37, 36, 33, 31]),
      ...{ phi: 0.021553980072077372, df: 11, ratio: 1.115702479338843 },
      ...{ lower: 0.9516135609995094, upper: 1.3080856278418285, p: 0.1580196432609662 },
    },
    {
      pairs: large,
      ...{ phi: 1.6379374186224993, df: 11, ratio: 1.0085620750440696 },
      ...{ lower: 0.9886422628726472, upper: 1.0288832446446108, p: 0.36707364058835723 },
    },
    {
      pairs: paired([1210, 1340, 1290, 1180], [1260, 1310, 1405, 1190]),
      ...{ phi: 1.4125822523961247, df: 3, ratio: 1.0288844621513944 },
      ...{ lower: 0.9545737883847757, upper: 1.1089799964524645, p: 0.31331219220730655 },
    },
  ])("have the φ, limits and p of scipy: φ $phi", ({ pairs, phi, df, ratio, lower, upper, p }) => {
    const found = pairedPeriods(pairs);
    near(found?.phi, phi);
    expect(found?.df).toBe(df);
    near(found?.ratio, ratio);
    near(found?.limits.lower, lower);
    near(found?.limits.upper, upper);
    near(found?.p, p);
    // t·SE is the logarithm of how wide the limits are.
    near(found?.detectable, 100 * Math.log(upper / ratio));
  });

  test("take populations as exact offsets", () => {
    const found = pairedPeriods(large, { baseline: 628_139, current: 646_627 });
    near(found?.phi, 1.6379374186224993);
    near(found?.ratio, 0.9797258284236611);
    near(found?.limits.lower, 0.9603755524569212);
    near(found?.limits.upper, 0.9994659864308497);
    near(found?.p, 0.045098331619796254);
  });

  test("give a count the limits of its months' spread", () => {
    const limits = dispersedLimits(40_050, 1.6379374186224993, 11);
    near(limits?.lower, 39486.27534846537);
    near(limits?.upper, 40613.72465153463);
    // Below 1 it is 1: t(11) = 2.2009851600916; 100 ± 22.009851600916. A lower limit is never below 0.
    near(dispersedLimits(100, 0.02, 11)?.lower, 100 - 22.009851600916);
    expect(dispersedLimits(1, 9, 3)?.lower).toBe(0);
    expect(dispersedLimits(1, 9, 0)).toBeUndefined();
    expect(dispersedLimits(-1, 9, 3)).toBeUndefined();
  });

  test("leave out pairs without any events, which say nothing of the spread", () => {
    const found = pairedPeriods([...large, { baseline: 0, current: 0 }]);
    expect(found).toEqual(pairedPeriods(large));
  });

  test("have neighbours that are alike where months drift", () => {
    // π = ½ and t = 200: residuals (b − 100)/√50, that is +, +, −, −: r₁ = (1 − 1 + 1)/4.
    const drift = paired([90, 90, 110, 110], [110, 110, 90, 90]);
    expect(pairedPeriods(drift)?.lag1).toBeCloseTo(0.25, 12);
    // +, −, +, −: −3/4.
    expect(pairedPeriods(paired([90, 110, 90, 110], [110, 90, 110, 90]))?.lag1).toBeCloseTo(-0.75, 12);
  });

  test.each([
    ["none", []],
    ["one", [{ baseline: 5, current: 6 }]],
    ["no events in one period", paired([0, 0, 0], [5, 6, 7])],
    ["a number below 0", paired([5, -1, 4], [5, 6, 7])],
    ["a number that is not there", paired([5, Number.NaN, 4], [5, 6, 7])],
  ])("of %s say nothing", (_, pairs) => expect(pairedPeriods(pairs)).toBeUndefined());
  test("of no population say nothing", () => expect(pairedPeriods(large, { baseline: 0, current: 1 })).toBeUndefined());
});

describe("a change beside others", () => {
  const baseline = [348, 720, 600, 211, 462, 451, 584, 338];
  const current = [395, 700, 640, 230, 470, 455, 600, 330];
  const forces = paired(baseline, current).map((one) => ({
    baseline: { x: one.baseline, n: 1 },
    current: { x: one.current, n: 1 },
  }));
  const [force = { baseline: { x: 0, n: 0 }, current: { x: 0, n: 0 } }, ...others] = forces;

  test("has the t, p and limits of scipy", () => {
    const found = changeBesideOthers(force, others);
    near(found?.change, 0.12668328512664745);
    near(found?.others, 0.021666019150581094);
    near(found?.deviation, 0.04239498021614237);
    expect(found?.df).toBe(6);
    near(found?.t, 2.3171294512630563);
    near(found?.p, 0.05968312184332944);
    near(found?.ratio, 1.1107297880240803);
    near(found?.limits.lower, 0.9941352490590095);
    near(found?.limits.upper, 1.2409988109482957);
  });

  test("needs four others, each with events in both periods, that did not all move alike", () => {
    expect(changeBesideOthers(force, others.slice(0, 4))).toBeDefined();
    expect(changeBesideOthers(force, others.slice(0, 3))).toBeUndefined();
    expect(
      changeBesideOthers(force, [...others, { baseline: { x: 0, n: 1 }, current: { x: 3, n: 1 } }]),
    ).toBeUndefined();
    expect(changeBesideOthers(force, [force, force, force, force])).toBeUndefined();
    // 9/12 three times and 27/36: the same but for floating point.
    const alike = [1, 1, 1, 3].map((times) => ({ baseline: { x: 12 * times, n: 7 }, current: { x: 9 * times, n: 7 } }));
    expect(changeBesideOthers(force, alike)).toBeUndefined();
  });
});

describe("many at once", () => {
  test("has the adjusted p of Benjamini and Hochberg", () => {
    // oracles: scipy.stats.false_discovery_control
    const p = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216];
    const expected = [0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.10571428571428572, 0.216, 0.216, 0.216];
    for (const [at, one] of falseDiscoveryAdjusted(p).entries()) near(one, expected[at] ?? 0);
    // In whatever order they come.
    for (const [at, one] of falseDiscoveryAdjusted([...p].reverse()).entries()) near(one, expected[9 - at] ?? 0);
    expect(falseDiscoveryAdjusted([])).toEqual([]);
    expect(falseDiscoveryAdjusted([0.9, 0.8])).toEqual([0.9, 0.9]);
  });
});

describe("by simulation", () => {
  const season = Array.from({ length: 12 }, (_, month) => 1 + 0.4 * Math.sin((Math.PI * month) / 6));

  /** Counts of a mean whose variance is φ times it: Poisson's for 1, otherwise a gamma's of that mean and variance, rounded. */
  function counts(seed: number) {
    const random = seeded(seed);
    const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    /** G. Marsaglia and W. Tsang's gamma, for shapes of 1 or more. */
    const gamma = (shape: number): number => {
      const d = shape - 1 / 3;
      for (;;) {
        const z = normal();
        const v = (1 + z / Math.sqrt(9 * d)) ** 3;
        if (v > 0 && Math.log(1 - random()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v;
      }
    };
    /** By the next smaller mean while it is large (J. Ahrens and U. Dieter, 1974), then by counting. */
    const poisson = (mean: number): number => {
      if (mean > 30) return Math.max(0, Math.round(mean + normal() * Math.sqrt(mean)));
      let [count, product] = [0, 1 - random()];
      for (const end = Math.exp(-mean); product > end; product *= 1 - random()) count++;
      return count;
    };
    // A Poisson count of a gamma's mean varies by mean + variance of the gamma, mean × (φ − 1): negative binomial.
    return (mean: number, phi: number): number =>
      phi === 1 ? poisson(mean) : poisson(gamma(mean / (phi - 1)) * (phi - 1));
  }

  const share = (runs: number, phi: number, mean: number, rise: number, months: number, seed: number): number => {
    const draw = counts(seed);
    let beyond = 0;
    for (let run = 0; run < runs; run++) {
      const pairs = season.slice(0, months).map((index) => ({
        baseline: draw(mean * index, phi),
        current: draw(mean * index * (1 + rise), phi),
      }));
      if ((pairedPeriods(pairs)?.p ?? 1) < 0.05) beyond++;
    }
    return beyond / runs;
  };

  const RUNS = 10_000;
  /** Two standard errors of a share of 6 % in so many runs. */
  const margin = 2 * Math.sqrt((0.06 * 0.94) / RUNS);

  for (const phi of [1, 3, 10]) {
    for (const mean of [50, 200, 2000]) {
      test(`at most 6 % of stable months are called changed: φ ${phi}, ${mean} a month`, () => {
        const found = share(RUNS, phi, mean, 0, 12, 100 * phi + mean);
        expect(found).toBeLessThanOrEqual(0.06 + margin);
        // It does call some: Poisson months about 2 % (φ is held at 1), others 4 to 6 %.
        expect(found).toBeGreaterThan(phi === 1 ? 0.005 : 0.035);
      });
    }
  }

  test("a rise of 20 % at 200 a month and φ 3 is found in at least 90 % with 12 months, and less with fewer", () => {
    expect(share(RUNS, 3, 200, 0.2, 12, 7)).toBeGreaterThanOrEqual(0.9);
    expect(share(RUNS, 3, 200, 0.2, 6, 8)).toBeLessThan(0.7);
  });

  test("at most 7 % of alike forces are called unlike the others", () => {
    const draw = counts(11);
    const drift = seeded(12);
    const runs = 10_000;
    // Robberies of the eight forces above, ten times as many; each moves by a tenth or so of its own, whatever is done.
    const sizes = [3480, 7200, 6000, 2110, 4620, 4510, 5840, 3380];
    let beyond = 0;
    for (let run = 0; run < runs; run++) {
      const forces = sizes.map((mean) => ({
        baseline: { x: draw(mean, 3), n: 1 },
        current: { x: draw(mean * (0.85 + 0.3 * drift()), 3), n: 1 },
      }));
      // Each of them in turn is the plan's.
      const [first, ...others] = [...forces.slice(run % 8), ...forces.slice(0, run % 8)];
      if (first && (changeBesideOthers(first, others)?.p ?? 1) < 0.05) beyond++;
    }
    expect(beyond / runs).toBeLessThanOrEqual(0.07);
    expect(beyond / runs).toBeGreaterThan(0.03);
  });
});
