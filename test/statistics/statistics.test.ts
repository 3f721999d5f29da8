// The statistics against published and independently computed values, by their properties, and by series made by hand.
//
// PHE: dhsc-govuk/PHEindicatormethods, tests/testthat/testdata_Byars_Wilson.xlsx, testdata_Rate.xlsx and
// testdata_Proportion.xlsx. R: R 4.2.2, with the call beside the value. mpmath: 36 digits, its continued fraction.
import { describe, expect, test } from "vitest";
import { countLimits } from "../../src/statistics/count-limits.ts";
import { dispersion } from "../../src/statistics/dispersion.ts";
import {
  betaQuantile,
  betaTails,
  chiSquaredQuantile,
  normalBeyond,
  normalQuantile,
} from "../../src/statistics/distributions.ts";
import { type Limits, zOf } from "../../src/statistics/limits.ts";
import { proportionLimits } from "../../src/statistics/proportion-limits.ts";
import { rankRange } from "../../src/statistics/rank-range.ts";
import { competitionRanks } from "../../src/statistics/ranks.ts";
import { rateLimits } from "../../src/statistics/rate-limits.ts";
import { logRatioLimits, rateRatio, smallestRise } from "../../src/statistics/rate-ratio.ts";
import { spread } from "../../src/statistics/spread.ts";
import { surveyDifference, surveyLimits } from "../../src/statistics/survey-difference.ts";
import { type XmrSignal, xmrLimits, xmrSignals } from "../../src/statistics/xmr.ts";
import { seeded } from "../helpers/seeded.ts";

/** Equal to a billionth of the expected value; of 0 and Infinity, equal. */
function near(actual: number | undefined, expected: number, relative = 1e-9): void {
  if (expected === 0 || !Number.isFinite(expected)) expect(actual).toBe(expected);
  else expect(Math.abs((actual ?? Number.NaN) / expected - 1), `${actual} for ${expected}`).toBeLessThan(relative);
}
function nearLimits(actual: Limits | undefined, lower: number, upper: number, relative = 1e-9): void {
  near(actual?.lower, lower, relative);
  near(actual?.upper, upper, relative);
}

const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

describe("distributions", () => {
  test.each([
    // R: qnorm(p)
    [0.975, 1.959963984540054],
    [0.999, 3.090232306167813],
    [0.0001, -3.71901648545568],
    [0.5, 0],
  ])("the normal quantile of %d", (p, expected) => near(normalQuantile(p), expected, 1e-14));

  test.each([
    // R: 2 * pnorm(-z)
    [8, 1.244192114854357e-15],
    [-1.96, 0.04999579029644086],
    [0.1, 0.920344325445942],
    [0, 1],
  ])("the two-sided normal p-value of %d", (z, expected) => near(normalBeyond(z), expected, 1e-13));

  test.each([
    // mpmath: a, b, p, quantile
    [1, 2, 0.025, 0.01257911709342505],
    [8, 5, 0.025, 0.348875506418814],
    [300, 901, 0.975, 0.27465215610674615],
    [1, 1e8, 0.025, 2.531780798108492e-10],
    [1, 1e8, 0.975, 3.6888793860747784e-8],
    [3, 91_132_992, 0.975, 7.927630974822334e-8],
    [5e7, 5.001e7, 0.975, 0.5000479982989456],
  ])("the beta quantile of shapes %d and %d at %d", (a, b, p, expected) => {
    near(betaQuantile(p, a, b).lower, expected, 1e-13);
    near(betaQuantile(1 - p, b, a).upper, expected, 1e-13);
  });

  test.each([
    // mpmath: a, b, x, probability below x
    [2, 10, 0.495, 0.9935815413611361],
    [23, 55_037_210, 4.4796748683704245e-7, 0.6577365893017914],
    [5e7, 5.001e7, 0.49965002000137454, 9.86583220291027e-10],
    [5e7, 5.001e7, 0.49993500574959376, 0.38208858095666587],
  ])("the beta probability of shapes %d and %d below %d", (a, b, x, expected) => {
    near(betaTails(x, 1 - x, a, b).lower, expected, 1e-11);
    near(betaTails(1 - x, x, b, a).upper, expected, 1e-11);
  });

  test("quantiles and probabilities undo each other", () => {
    const next = seeded(1);
    for (const [a, b, p] of times(
      300,
      () => [10 ** (7 * next()), 10 ** (7 * next()), 0.001 + 0.998 * next()] as const,
    )) {
      const { lower, upper } = betaQuantile(p, a, b);
      near(betaTails(lower, upper, a, b).lower, p, 1e-10);
    }
  });

  // R: qchisq(p, df); the first is −2·ln(0.999).
  test.each([
    [0.001, 2, 0.002001000667167067],
    [0.975, 2, 7.377758908227871],
    [0.025, 20, 9.590777392264867],
  ])("the chi-squared quantile of %d with %d degrees", (p, degrees, expected) =>
    near(chiSquaredQuantile(p, degrees), expected, 1e-14),
  );
});

describe("limits of a count", () => {
  test.each([
    // PHE
    [65, 0.95, 50.163187710459454, 82.84913854593984],
    [65, 0.998, 42.8802614714802, 94.00029084431802],
    [10, 0.998, 2.916318374695686, 24.193724927880535],
    // R: qchisq(α/2, 2x)/2 and qchisq(1 − α/2, 2x + 2)/2
    [0, 0.95, 0, 3.688879454113935],
    [0, 0.998, 0, 6.907755278982136],
    [0.5, 0.95, 0.0004910345585876281, 4.674201802248072],
    [4, 0.95, 1.089865373626325, 10.2415886754037],
    [8, 0.95, 3.453832176748501, 15.76318922019331],
    [9, 0.95, 4.115373097378332, 17.08480345141917],
    [9, 0.998, 2.452424404363775, 22.65737330906293],
  ])("of %d at %d", (x, confidence, lower, upper) => nearLimits(countLimits(x, confidence), lower, upper));

  test("z is that of the constants of METHODS", () => {
    near(zOf(0.95), 1.959963984540054, 1e-15);
    near(zOf(0.998), 3.090232306167813, 1e-15);
  });

  test("are around the count, wider for more confidence, and narrower for its size as it grows", () => {
    const next = seeded(2);
    const counts = [...new Set([1, 9, 10, 11, ...times(60, () => Math.floor(10 ** (8 * next())))])].sort(
      (a, b) => a - b,
    );
    let before = Infinity;
    for (const x of counts) {
      const { lower, upper } = countLimits(x, 0.95) as Limits;
      const wide = countLimits(x, 0.998) as Limits;
      expect([wide.lower, lower, x, upper, wide.upper]).toEqual(
        [wide.lower, lower, x, upper, wide.upper].sort((a, b) => a - b),
      );
      expect((upper - lower) / x).toBeLessThan(before);
      before = (upper - lower) / x;
    }
    // Far out it is 2 × 1.96/√x.
    near(before, (2 * 1.959963984540054) / Math.sqrt(counts.at(-1) as number), 1e-3);
  });

  test("are none for what is no count, and a confidence of 1 is the code's own mistake", () => {
    expect(countLimits(-1, 0.95)).toBeUndefined();
    expect(countLimits(Number.NaN, 0.95)).toBeUndefined();
    expect(countLimits(Infinity, 0.95)).toBeUndefined();
    for (const confidence of [0, 1, 95]) expect(() => countLimits(4, confidence)).toThrow(RangeError);
  });
});

describe("limits of a rate and of a proportion", () => {
  test.each([
    // PHE, per 100: x, n, 95 % and 99.8 %
    [1, 100, 0.025317807984289897, 5.571643390938898, 0.0010005003335835344, 9.233413476451585],
    [20, 100, 12.211428834875937, 30.889880369197066, 8.922802365144193, 38.08503562504191],
    [9856, 12345, 78.26949058976757, 81.4300165427214, 77.37590543271052, 82.3544727709543],
    [222, 3215, 6.026574877652675, 7.87572937087185, 5.560737695259854, 8.46104668173341],
  ])("the rate of %d in %d", (x, n, lower, upper, wideLower, wideUpper) => {
    nearLimits(rateLimits(x, n, 100, 0.95), lower, upper);
    nearLimits(rateLimits(x, n, 100, 0.998), wideLower, wideUpper);
  });

  test("there is no rate over nobody, nor of less than nothing", () => {
    expect(rateLimits(5, 0, 1000, 0.95)).toBeUndefined();
    expect(rateLimits(5, -1, 1000, 0.95)).toBeUndefined();
    expect(rateLimits(-5, 1000, 1000, 0.95)).toBeUndefined();
  });

  test.each([
    // PHE
    [65, 100, 0.95, 0.5525444329688797, 0.7363575175690247],
    [65, 100, 0.998, 0.4954946574070431, 0.7783540614089697],
    [0.445, 1, 0.95, 0.04381744772058822, 0.9334621276979156],
    [20, 100, 0.95, 0.1333669333310325, 0.28882916559315885],
    [999, 3456, 0.95, 0.27418951080009873, 0.30440389662818057],
    // R: prop.test(x, n, correct = FALSE)
    [0, 50, 0.95, 0, 0.07134759913335868],
    [50, 50, 0.95, 0.9286524008666414, 1],
  ])("the proportion %d of %d at %d", (x, n, confidence, lower, upper) =>
    nearLimits(proportionLimits(x, n, confidence), lower, upper),
  );

  test("a proportion is around x of n, within 0 and 1, and its mirror image is that of the rest", () => {
    const next = seeded(3);
    for (const n of times(200, () => 1 + Math.floor(10 ** (8 * next())))) {
      const x = Math.floor(n * next());
      const { lower, upper } = proportionLimits(x, n, 0.95) as Limits;
      expect([0, lower, x / n, upper, 1]).toEqual([0, lower, x / n, upper, 1].sort((a, b) => a - b));
      expect(proportionLimits(n - x, n, 0.95)?.upper).toBeCloseTo(1 - lower, 12);
      expect(proportionLimits(n, n, 0.95)?.upper).toBe(1);
      expect(proportionLimits(0, n, 0.95)?.lower).toBe(0);
    }
  });

  test("there is no proportion of nothing, nor more than all, nor less than none", () => {
    expect(proportionLimits(0, 0, 0.95)).toBeUndefined();
    expect(proportionLimits(3, 2, 0.95)).toBeUndefined();
    expect(proportionLimits(-1, 2, 0.95)).toBeUndefined();
  });
});

describe("two counts", () => {
  test.each([
    // R: poisson.test(x, n), p as 2 × the smaller of pbinom's tails. The last is also in statsmodels.
    [[8, 4], [1, 1], 2, 0.3876953125, 0.535804611649607, 9.075963581203458],
    [[2, 9], [17877, 16660], 0.2070941557432579, 0.0501064956141089, 0.0217740627590647, 1.0005491044877215],
    [[2874, 3120], [652475, 640650], 0.90445949889032, 0.00010756543287477398, 0.85946941663553, 0.951779254013267],
    [[3, 20], [1, 1], 0.15, 0.00048828125, 0.0285436363590859, 0.5057726902575634],
    [[12, 12], [1, 1], 1, 1, 0.4109183802748818, 2.433573303124223],
    [[500000, 501500], [1, 1], 500000 / 501500, 0.1341651666841228, 0.993109345362496, 1.000923907726388],
    [[60, 30], [51477.5, 54308.7], 2 / (51477.5 / 54308.7), 0.0008561053881002493, 1.33973572177265, 3.388365573616252],
  ] as const)("%j over %j", ([x1, x2], [n1, n2], ratio, p, lower, upper) => {
    const found = rateRatio({ x: x1, n: n1 }, { x: x2, n: n2 }, 0.95);
    near(found?.ratio, ratio);
    near(found?.p, p);
    nearLimits(found?.exact, lower, upper);
  });

  test("the log-ratio limits, kept for counts of 100 and more together", () => {
    // R: ratio * exp(c(-1, 1) * qnorm(0.975) * sqrt(1/x1 + 1/x2))
    nearLimits(logRatioLimits({ x: 8, n: 1 }, { x: 4, n: 1 }, 0.95), 0.602251143648707, 6.64174745400434);
    const many = rateRatio({ x: 2874, n: 652475 }, { x: 3120, n: 640650 }, 0.95);
    nearLimits(many?.log, 0.859768749483895, 0.951473271881525);
    expect(rateRatio({ x: 50, n: 1 }, { x: 49, n: 1 }, 0.95)?.log).toBeUndefined();
    expect(rateRatio({ x: 50, n: 1 }, { x: 50, n: 1 }, 0.95)?.log).toBeDefined();
    expect(rateRatio({ x: 0, n: 1 }, { x: 100, n: 1 }, 0.95)?.log).toBeUndefined();
    expect(logRatioLimits({ x: 5, n: 1 }, { x: 0, n: 1 }, 0.95)).toBeUndefined();
  });

  test("a count of 0 leaves one limit open; two leave nothing to compare", () => {
    // 2 × ½⁴ is 0.125. R: poisson.test(c(0, 4))$conf.int is 0 to 1.51486685936587.
    const none = rateRatio({ x: 0, n: 1 }, { x: 4, n: 1 }, 0.95);
    expect(none).toMatchObject({ ratio: 0, exact: { lower: 0 } });
    near(none?.p, 0.125);
    near(none?.exact.upper, 1.51486685936587);
    const over = rateRatio({ x: 4, n: 1 }, { x: 0, n: 1 }, 0.95);
    expect(over).toMatchObject({ ratio: undefined, exact: { upper: Infinity } });
    near(over?.p, 0.125);
    near(over?.exact.lower, 1 / 1.51486685936587);
    expect(rateRatio({ x: 0, n: 1 }, { x: 0, n: 1 }, 0.95)).toBeUndefined();
  });

  test("what is no whole count, or has no population, has no test", () => {
    for (const wrong of [
      { x: 1.5, n: 1 },
      { x: -1, n: 1 },
      { x: 5, n: 0 },
      { x: 5, n: Number.NaN },
    ]) {
      expect(rateRatio(wrong, { x: 5, n: 1 }, 0.95)).toBeUndefined();
      expect(rateRatio({ x: 5, n: 1 }, wrong, 0.95)).toBeUndefined();
    }
  });

  test("swapped they give the same p and the reciprocals, and p is below 0.05 where 1 is outside the limits", () => {
    const next = seeded(4);
    let significant = 0;
    for (const size of times(400, () => 10 ** (6 * next()))) {
      const one = { x: Math.floor(size), n: 600_000 + Math.floor(100_000 * next()) };
      const two = { x: Math.max(1, Math.round(size + 4 * (next() - 0.5) * Math.sqrt(2 * size))), n: one.n + 20_000 };
      const there = rateRatio(one, two, 0.95);
      const back = rateRatio(two, one, 0.95);
      if (there === undefined || back === undefined) throw new Error("no answer");
      expect(there.p).toBe(back.p);
      near((there.ratio ?? 0) * (back.ratio ?? 0), 1, 1e-12);
      near(there.exact.lower * back.exact.upper, 1, 1e-12);
      near(there.exact.upper * back.exact.lower, 1, 1e-12);
      if (there.log && back.log) near(there.log.upper * back.log.lower, 1, 1e-12);
      expect(there.exact.lower > 1 || there.exact.upper < 1).toBe(there.p < 0.05);
      significant += Number(there.p < 0.05);
    }
    expect(significant).toBeGreaterThan(50);
    expect(significant).toBeLessThan(350);
  });

  test.each([
    // R: the first y with min(1, 2 * pbinom(x, x + y, 0.5)) < alpha
    [0, 0.05, 6],
    [1, 0.05, 8],
    [2, 0.05, 10],
    [3, 0.05, 12],
    [4, 0.05, 13],
    [8, 0.05, 20],
    [10, 0.05, 23],
    [50, 0.05, 73],
    [100, 0.05, 131],
    [1000, 0.05, 1091],
    [4, 0.002, 20],
    [10, 0.002, 31],
    [100, 0.002, 150],
  ])("from %d, the smallest rise with p < %d is to %d", (x, alpha, expected) => {
    expect(smallestRise(x, alpha)).toBe(expected);
  });

  test("the smallest rise from a large count is about 1.96 × √2x, and there is none from what is no count", () => {
    const rise = (smallestRise(1e8, 0.05) as number) - 1e8;
    near(rise, 1.96 * Math.sqrt(2e8), 1e-3);
    for (const [x, alpha] of [
      [-1, 0.05],
      [1.5, 0.05],
      [4, 0],
      [4, 1],
    ] as const) {
      expect(smallestRise(x, alpha)).toBeUndefined();
    }
  });
});

describe("differences", () => {
  const survey = (percentage: number, base: number, designFactor: number) => ({ percentage, base, designFactor });

  test("of two shares: Newcombe's hybrid score", () => {
    // 7/34 and 1/34: [0.019, 0.340] in statsmodels, test_proportion.py; the digits from the formula.
    const [one, two] = [survey(700 / 34, 34, 1), survey(100 / 34, 34, 1)];
    nearLimits(surveyDifference(one, two)?.limits, 1.8921443885772993, 34.03686870327074);
    nearLimits(surveyDifference(two, one)?.limits, -34.03686870327074, -1.8921443885772993);
  });

  // oracles/readings.json, worked out with scipy 1.17 from the formula: second − first, as shares.
  test.each([
    [52, 800, 47, 760, 1, -0.09927824714102657, -0.0003722853978866819],
    [52, 800, 47, 760, 1.2, -0.10902872197367383, 0.009530862234338362],
    [100, 8, 60, 10, 1, -0.6873262302663417, -0.001276251410831597],
    [29.2, 1000, 33.6, 1000, 1.3, -0.008878636928538727, 0.09654165405487301],
  ])("of %d%% of %i and %d%% of %i, with a design factor of %d", (p1, n1, p2, n2, factor, lower, upper) => {
    const found = surveyDifference(survey(p2, n2, factor), survey(p1, n1, factor));
    expect(found?.difference).toBeCloseTo(p2 - p1, 12);
    nearLimits(found?.limits, lower * 100, upper * 100, 1e-10);
    // The chance is below 5 % where the limits leave 0 out, and only there.
    expect((found?.p ?? 1) < 0.05).toBe(lower > 0 || upper < 0);
  });

  test("the chance is that at which the limits reach 0", () => {
    // Without any difference they hold 0 however narrow they are.
    expect(surveyDifference(survey(50, 100, 1), survey(50, 100, 1))?.p).toBeCloseTo(1, 12);
    // In large samples Newcombe's is the normal test: z = 5/√(52·48/80000 + 47·53/76000), p = 2·(1 − Φ(z)).
    const [one, two] = [survey(52, 80_000, 1), survey(51.5, 76_000, 1)];
    const z = 0.5 / Math.sqrt((52 * 48) / 80_000 + (51.5 * 48.5) / 76_000);
    near(surveyDifference(one, two)?.p, normalBeyond(z), 1e-3);
    expect(surveyDifference(survey(90, 1e6, 1), survey(10, 1e6, 1))?.p).toBe(0);
  });

  test("of what is no survey percentage", () => {
    const fine = survey(50, 100, 1);
    for (const wrong of [
      ...[survey(-1, 100, 1), survey(101, 100, 1), survey(50, 0, 1), survey(50, 100, -1)],
      ...[survey(50, 100, 0), survey(Number.NaN, 100, 1)],
    ]) {
      expect(surveyDifference(wrong, fine)).toBeUndefined();
      expect(surveyDifference(fine, wrong)).toBeUndefined();
      expect(surveyLimits(wrong)).toBeUndefined();
    }
    expect(surveyDifference(survey(0, 100, 1), fine)?.difference).toBe(-50);
  });
});

describe("a group", () => {
  // Forces A to D of METHODS: 3.0, 4.0, 2.0 and 5.0 per 1,000.
  const forces = [
    { x: 900, n: 300_000 },
    { x: 2400, n: 600_000 },
    { x: 450, n: 225_000 },
    { x: 5000, n: 1_000_000 },
  ];

  test("its dispersion", () => {
    // Pooled 8,750/2,125,000 = 7/1700. Σ(x − E)²/E = 91.0084 + 2.0168 + 245.0420 + 189.0756 = 3690/7, over 3.
    near(dispersion(forces), 1230 / 7);
    expect(
      dispersion([
        { x: 5, n: 100 },
        { x: 10, n: 200 },
      ]),
    ).toBe(0);
    expect(dispersion([{ x: 5, n: 100 }])).toBeUndefined();
    expect(
      dispersion([
        { x: 0, n: 100 },
        { x: 0, n: 200 },
      ]),
    ).toBeUndefined();
    expect(
      dispersion([
        { x: 5, n: 100 },
        { x: 5, n: 0 },
      ]),
    ).toBeUndefined();
    expect(
      dispersion([
        { x: 5, n: 100 },
        { x: -1, n: 100 },
      ]),
    ).toBeUndefined();
  });

  test("its spread", () => {
    // Mean 3.5; deviations −0.5, 0.5, −1.5, 1.5: squares 5, over 3.
    const found = spread([3, 4, 2, 5], 4);
    near(found?.mean, 3.5);
    near(found?.standardDeviation, Math.sqrt(5 / 3));
    near(found?.deviations, 0.5 / Math.sqrt(5 / 3));
    near(spread([3, 4, 2, 5], 2)?.deviations, -1.5 / Math.sqrt(5 / 3));
    expect(spread([0.1, 0.1, 0.1], 0.1)).toEqual({ mean: 0.1, standardDeviation: 0, deviations: undefined });
    expect(spread([3], 3)).toBeUndefined();
    expect(spread([3, Number.NaN], 3)).toBeUndefined();
  });
});

describe("ranks", () => {
  const lowest = (a: number, b: number): number => a - b;
  const highest = (a: number, b: number): number => b - a;

  test.each([
    [[10, 20, 20, 30], lowest, [1, 2, 2, 4]],
    [[10, 20, 20, 30], highest, [4, 2, 2, 1]],
    [[30, undefined, 10, undefined, 20], lowest, [3, undefined, 1, undefined, 2]],
    [[5, 5, 5], lowest, [1, 1, 1]],
    [[undefined], lowest, [undefined]],
    [[], lowest, []],
  ])("of %j", (values, compare, expected) => {
    expect(competitionRanks<number>(values, compare)).toEqual(expected);
  });

  test("are 1 to k but for ties, and keep the order of the values", () => {
    const next = seeded(5);
    for (const size of times(100, () => 1 + Math.floor(12 * next()))) {
      const values = times(size, () => Math.floor(8 * next()));
      const ranks = competitionRanks(values, lowest) as number[];
      const sorted = [...ranks].sort(lowest);
      for (const [at, rank] of sorted.entries()) expect([at + 1, sorted[at - 1]]).toContain(rank);
      for (const [one, value] of values.entries()) {
        for (const [other, another] of values.entries()) {
          expect(Math.sign((ranks[one] as number) - (ranks[other] as number))).toBe(Math.sign(value - another));
        }
      }
    }
  });
});

describe("XmR limits", () => {
  test("with screened moving ranges", () => {
    // NHSRplotthedots, vignettes/deviations.Rmd: 4.6, 1.94 and −0.72 screened; 6.95 and −3.06 not.
    const values = [1, 2, 1, 2, 10, ...times(13, (at) => 1 + (at % 2))];
    const screened = xmrLimits(values, { screen: true });
    near(screened?.mean, 1.9444444444444444);
    near(screened?.averageMovingRange, 1);
    nearLimits(screened, -0.715555555555556, 4.604444444444445);
    const plain = xmrLimits(values);
    expect(plain?.upper).toBeCloseTo(6.95, 2);
    expect(plain?.lower).toBeCloseTo(-3.06, 2);
  });

  test("screening once only", () => {
    // Moving ranges ten of 1, 5 and 100: mean 115/12, and 100 is above 3.267 of it; then 15/11, which 5 is above too.
    near(xmrLimits([0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 5, 105], { screen: true })?.averageMovingRange, 15 / 11);
  });

  test("screening above 3.267 times the mean", () => {
    // Ten moving ranges of 1 and a last one: 4.2 is 3.254 × 14.2/11, 4.3 is 3.308 × 14.3/11.
    const values = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0];
    near(xmrLimits([...values, 4.2], { screen: true })?.averageMovingRange, 14.2 / 11);
    near(xmrLimits([...values, 4.3], { screen: true })?.averageMovingRange, 1);
  });

  test("with another factor", () => {
    // qicharts2, tests/testthat/ex_6.5_3.rds: Montgomery, example 6.5, the first 20; 3/1.128.
    const values = [310, 288, 297, 298, 307, 303, 294, 297, 308, 306, 294, 299, 297, 299, 314, 295, 293, 306, 301, 304];
    const limits = xmrLimits(values, { k: 3 / 1.128 });
    near(limits?.mean, 300.5);
    near(limits?.averageMovingRange, 7.789473684210527);
    nearLimits(limits, 279.783314669653, 321.216685330347);
  });

  test("of fewer than 12 values, or with a gap, are none", () => {
    const values = times(12, (at) => at);
    expect(xmrLimits(values)).toBeDefined();
    expect(xmrLimits(values.slice(1))).toBeUndefined();
    expect(xmrLimits([...values, Number.NaN])).toBeUndefined();
  });
});

describe("XmR signals", () => {
  // Two thirds of the way to the limits are 6 and 14.
  const limits = { mean: 10, lower: 4, upper: 16 };
  const said = (signals: readonly XmrSignal[]): string[] =>
    signals.map(({ rule, from, to, points }) => `${rule} ${from}-${to}: ${points.join(" ")}`);

  test.each<readonly [string, readonly number[], readonly string[]]>([
    ["a point on a limit", [9, 16, 9, 11, 4, 11], []],
    ["a point beyond a limit", [9, 16.01, 9, 11, 3.99, 11], ["outside 1-1: 1", "outside 4-4: 4"]],
    ["six on one side", [9, 11, 12, 11, 12, 11, 12, 9], []],
    ["seven on one side", [9, 11, 12, 11, 12, 11, 12, 11, 9], ["run 1-7: 1 2 3 4 5 6 7"]],
    ["seven below", [11, 9, 8, 9, 8, 9, 8, 9], ["run 1-7: 1 2 3 4 5 6 7"]],
    ["nine on one side", [12, 11, 12, 11, 12, 11, 12, 11, 12, 9], ["run 0-8: 0 1 2 3 4 5 6 7 8"]],
    ["eight with one on the mean", [12, 11, 12, 11, 10, 12, 11, 12, 11], []],
    ["six rising", [7, 8, 9, 10, 11, 12, 9], []],
    ["seven rising", [8, 7, 8, 9, 10, 11, 12, 13, 9], ["trend 1-7: 1 2 3 4 5 6 7"]],
    ["seven falling", [12, 13, 12, 11, 10, 9, 8, 7, 11], ["trend 1-7: 1 2 3 4 5 6 7"]],
    ["eight rising", [6, 7, 8, 9, 10, 11, 12, 13], ["trend 0-7: 0 1 2 3 4 5 6 7"]],
    ["a rise with equal neighbours", [7, 8, 9, 9, 10, 11, 12, 13], ["trend 0-7: 0 1 2 4 5 6 7"]],
    ["a rise of six with equal neighbours", [7, 8, 9, 9, 9, 10, 11, 12], []],
    ["equal values at both ends of a rise", [6, 6, 7, 8, 9, 10, 11, 12, 12], ["trend 1-7: 1 2 3 4 5 6 7"]],
    [
      "a rise and a fall that share their top",
      [7, 8, 9, 10, 11, 12, 13, 12, 11, 10, 9, 8, 7],
      ["trend 0-6: 0 1 2 3 4 5 6", "trend 6-12: 6 7 8 9 10 11 12"],
    ],
    ["two of three on two thirds", [9, 14, 11, 14, 9, 11, 6, 6, 9, 11], []],
    ["two of three, one on two thirds", [9, 15, 11, 14, 9], []],
    ["two of three beyond two thirds", [9, 15, 11, 15, 9], ["two of three 1-3: 1 3"]],
    ["two of three below", [11, 9, 5, 5, 11], ["two of three 2-3: 2 3"]],
    ["two of four", [9, 15, 11, 11, 15, 9], []],
    ["the third on the other side", [9, 15, 9, 15, 9, 15, 15, 9], []],
    ["the third on the mean", [9, 15, 10, 15, 9], []],
    ["two on either side", [9, 15, 5, 9, 15, 5], []],
    ["three of three", [9, 15, 15, 15, 9], ["two of three 1-3: 1 2 3"]],
    ["threes that share a point", [9, 15, 15, 11, 15, 15, 9], ["two of three 1-5: 1 2 4 5"]],
    ["threes that share none", [15, 15, 11, 11, 15, 15], ["two of three 0-1: 0 1", "two of three 4-5: 4 5"]],
    ["one of them outside", [9, 17, 11, 15, 9], ["outside 1-1: 1", "two of three 1-3: 1 3"]],
    ["nothing", [], []],
  ])("%s", (_, values, expected) => {
    expect(said(xmrSignals(values, limits))).toEqual(expected);
  });

  test("with six for a trend, and another length of run", () => {
    expect(said(xmrSignals([8, 7, 8, 9, 10, 11, 12, 9], limits, { trend: 6 }))).toEqual(["trend 1-6: 1 2 3 4 5 6"]);
    expect(xmrSignals([7, 8, 9, 10, 11], limits, { trend: 6 })).toEqual([]);
    expect(said(xmrSignals([9, 11, 12, 11, 12, 11, 12, 11, 12, 9], limits, { run: 8 }))).toHaveLength(1);
    expect(xmrSignals([9, 11, 12, 11, 12, 11, 12, 11, 9], limits, { run: 8 })).toEqual([]);
  });

  test("a steady series has none, though its mean is not what binary adds up to", () => {
    const steady = times(12, () => 0.1);
    expect(steady.reduce((sum, value) => sum + value) / 12).not.toBe(0.1);
    expect(xmrSignals(steady, xmrLimits(steady) as NonNullable<ReturnType<typeof xmrLimits>>)).toEqual([]);
  });

  test("are the same when a constant is added to every value", () => {
    const next = seeded(6);
    const found = new Set<string>();
    for (const values of times(200, () => times(36, (at) => (Math.floor(200 * next()) + (at > 24 ? 80 : 0)) / 10))) {
      const signals = (constant: number): XmrSignal[] => {
        const moved = values.map((value) => value + constant);
        return xmrSignals(moved, xmrLimits(moved) as NonNullable<ReturnType<typeof xmrLimits>>);
      };
      expect(signals(1000.3)).toEqual(signals(0));
      expect(signals(-77.7)).toEqual(signals(0));
      for (const { rule } of signals(0)) found.add(rule);
    }
    expect([...found].sort()).toEqual(["outside", "run", "trend", "two of three"]);
  });
});

describe("the range of a rank", () => {
  // Others at 1, 2, 2, 5 and 9. At 1.5 one is lower, so it would be 2nd; at 6 four are lower: 5th of 6.
  const others = [9, 2, 1, 5, 2];
  test.each([
    [{ lower: 1.5, upper: 6 }, true, { best: 2, worst: 5 }],
    // With the highest first, at 6 one is higher: 2nd; at 1.5 four are: 5th.
    [{ lower: 1.5, upper: 6 }, false, { best: 2, worst: 5 }],
    [{ lower: 0, upper: 10 }, true, { best: 1, worst: 6 }],
    [{ lower: 0, upper: 3 }, false, { best: 3, worst: 6 }],
    // An end that is another's value shares its rank: 2nd with the two at 2, and at 5 three are lower.
    [{ lower: 2, upper: 5 }, true, { best: 2, worst: 4 }],
    [{ lower: 2, upper: 2 }, true, { best: 2, worst: 2 }],
    [{ lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY }, true, { best: 1, worst: 6 }],
  ])("is that of the ends of the limits %o, lowest first %s", (limits, isLowFirst, expected) => {
    expect(rankRange(limits, others, isLowFirst)).toEqual(expected);
  });

  test("without others is 1", () => {
    expect(rankRange({ lower: 1, upper: 2 }, [], true)).toEqual({ best: 1, worst: 1 });
  });
});
