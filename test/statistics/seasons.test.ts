// Limits with seasons: held to scipy and numpy, and to what simulated series must show.
import { expect, test } from "vitest";
import { kruskalWallis } from "../../src/statistics/kruskal-wallis.ts";
import { seasonsOf } from "../../src/statistics/seasonal-index.ts";
import { seasonalXmr } from "../../src/statistics/seasonal-xmr.ts";
import { xmrLimits, xmrSignals } from "../../src/statistics/xmr.ts";
import { randomCount } from "../helpers/random-counts.ts";
import { seeded } from "../helpers/seeded.ts";

test("Kruskal–Wallis as scipy has it, with ties", () => {
  // scipy.stats.kruskal of the three samples; 4.9, 5.9 … 8.1 and 8.2 are tied.
  const groups = [
    [6.4, 6.8, 7.2, 8.3, 8.4, 9.1, 9.4, 9.7],
    [2.5, 3.7, 4.9, 5.4, 5.9, 8.1, 8.2],
    [1.3, 4.1, 4.9, 5.2, 5.5, 8.2],
  ];
  expect(kruskalWallis(groups)).toBeCloseTo(0.007266133800809759, 12);
  expect(kruskalWallis([[1, 2], []])).toBeUndefined();
  expect(kruskalWallis([[1, 1], [1]])).toBeUndefined();
  expect(kruskalWallis([[1, 2, 3]])).toBeUndefined();
});

/** `cases/meaning/trend-seasonal`: 84 months from January 2017 that are stable, ±40 % with the season. */
// biome-ignore format: a year a line
const stable = [
  657, 637, 811, 1005, 1229, 1295, 1384, 1319, 1163, 973, 786, 646,
  578, 664, 785, 899, 1241, 1332, 1372, 1356, 1208, 1002, 776, 658,
  562, 690, 764, 993, 1201, 1354, 1391, 1364, 1074, 993, 792, 639,
  634, 625, 794, 931, 1205, 1282, 1336, 1429, 1220, 996, 801, 613,
  571, 661, 736, 1005, 1135, 1346, 1353, 1407, 1231, 979, 742, 630,
  595, 624, 804, 1028, 1193, 1325, 1425, 1331, 1225, 986, 843, 643,
  570, 653, 778, 966, 1191, 1370, 1313, 1340, 1190, 991, 819, 616,
];

test("seasons and their limits as numpy and scipy work them out", () => {
  // numpy: weights (½, 1 … 1, ½) ÷ 12 by np.convolve; scipy.stats.kruskal of the ratios by calendar month.
  const seasons = seasonsOf(stable, 12);
  expect(seasons?.p).toBeCloseTo(2.1563239789653383e-10, 15);
  expect(seasons?.isClear).toBe(true);
  expect(seasons?.years).toBe(7);
  const index = [0.5921011085985471, 0.6609901465089062, 0.7862740922705266, 0.9818151234184133, 1.208032763867611];
  for (const [month, one] of index.entries()) expect(seasons?.index[month]).toBeCloseTo(one, 12);
  expect(seasons?.index.reduce((sum, one) => sum + one)).toBeCloseTo(12, 12);
  const xmr = seasons && seasonalXmr(stable, seasons, () => true);
  // 83,074 in 7 whole years, over 84: whatever the index, as it adds up to 12 in each.
  expect(xmr?.level).toBeCloseTo(83_074 / 84, 9);
  // 2.66 × 39.54705260271144 × √(6 ÷ 5)
  expect(xmr?.half).toBeCloseTo(115.23552406061373, 9);
  // m·s ± that × √s: January and July.
  expect(xmr?.limits[0]?.lower).toBeCloseTo(496.9023, 4);
  expect(xmr?.limits[0]?.upper).toBeCloseTo(674.2455, 4);
  expect(xmr?.limits[6 + 12]?.lower).toBeCloseTo(1240.3477, 4);
  expect(xmr?.limits[6 + 12]?.upper).toBeCloseTo(1512.2283, 4);
  expect(stable.filter((value, at) => value > (xmr?.limits[at]?.upper ?? 0))).toEqual([]);
});

test("quarters have seasons by the same rule", () => {
  // 20 quarters that repeat 80, 120, 90, 110: every centred mean is 100, so the index is the value ÷ 100.
  const quarters = Array.from({ length: 5 }, () => [80, 120, 90, 110]).flat();
  expect(seasonsOf(quarters, 4)?.index.map((one) => one.toFixed(12))).toEqual([
    "0.800000000000",
    "1.200000000000",
    "0.900000000000",
    "1.100000000000",
  ]);
  // Of 16 the 12 ratios are in four groups of three that are as far apart as can be: with its ties H is 11 (n − 1), and
  // scipy.stats.chi2.sf(11, 3) is 0.0117258755784214.
  expect(kruskalWallis([80, 120, 90, 110].map((one) => [one, one, one]))).toBeCloseTo(0.0117258755784214, 12);
  expect(seasonsOf(quarters.slice(4), 4)).toBeUndefined();
});

test("of two levels no mean reaches from one to the other, and each further level costs a year", () => {
  // The last 36 months halved. numpy and scipy as above, each level for itself: 36 and 24 ratios, 5 for each calendar month.
  const values = stable.map((value, at) => (at < 48 ? value : value / 2));
  const levels = values.map((_, at) => (at < 48 ? 0 : 1));
  const seasons = seasonsOf(values, 12, { levels });
  expect(seasons?.p).toBeCloseTo(3.1280875128055523e-8, 15);
  const index = [0.598094979777319, 0.6642788382909641, 0.7944101215842759, 0.9676297097757844, 1.2246837471620897];
  for (const [month, one] of index.entries()) expect(seasons?.index[month]).toBeCloseTo(one, 12);
  expect(seasons?.years).toBe(6);
  // 24 ratios are 3 years; 4 levels of 15 months have 3 ratios each, a year of them in all.
  const [long, short] = [24, 15].map((each) => stable.slice(0, 60).map((_, at) => Math.floor(at / each)));
  expect(seasonsOf(stable.slice(0, 48), 12, { levels: long?.slice(0, 48) ?? [] })?.years).toBe(3);
  expect(seasonsOf(stable.slice(0, 60), 12, { levels: short ?? [] })).toBeUndefined();
});

test("a month left out is not in the index, and nor is a gap", () => {
  const years = Array.from({ length: 5 }, () => [60, 70, 80, 100, 120, 130, 140, 130, 120, 100, 80, 70]).flat();
  const plain = seasonsOf(years, 12);
  const odd = years.map((value, at) => (at === 30 ? 900 : value));
  const without = seasonsOf(odd, 12, { kept: (at) => at !== 30 });
  for (const month of years.slice(0, 12).keys()) {
    // Every month of every year is alike, so what is left out changes nothing.
    expect(without?.index[month]).toBeCloseTo(plain?.index[month] ?? Number.NaN, 12);
  }
  expect(seasonsOf(odd, 12)?.index[6]).not.toBeCloseTo(plain?.index[6] ?? Number.NaN, 2);
  const parted = seasonsOf([...years.slice(0, 30), Number.NaN, ...years.slice(31)], 12);
  expect(parted?.index[6]).toBeCloseTo(plain?.index[6] ?? Number.NaN, 12);
  expect(seasonsOf(years.slice(0, 47), 12)).toBeUndefined();
  expect(
    seasonsOf(
      years.map((value) => value - 100),
      12,
    ),
  ).toBeUndefined();
});

/** The points at which a rule is complete: each one outside, the seventh of a run and those after it, the second of three. */
function flagged(values: readonly number[]): number {
  const seasons = seasonsOf(values, 12);
  const xmr = seasons?.isClear ? seasonalXmr(values, seasons, () => true) : undefined;
  const limits = xmr ? { mean: 0, lower: -xmr.half, upper: xmr.half } : xmrLimits(values);
  const signals = limits ? xmrSignals(xmr?.adjusted ?? values, limits) : [];
  const complete = { outside: 0, run: 6, trend: 6, "two of three": 1 };
  return new Set(signals.flatMap(({ rule, points }) => points.slice(complete[rule]))).size;
}

test.each([
  [48, 1],
  [60, 1],
  [84, 1],
  [48, 3],
  [60, 3],
  [84, 3],
])(
  "%i stable months with a season of 40 in 100 (φ %i) have at most 0.5 flagged per 100 more than flat ones",
  (months, phi) => {
    const runs = 500;
    const next = seeded(months * 10 + phi);
    const per100 = (season: number): number => {
      const each = Array.from({ length: runs }, () =>
        flagged(
          Array.from({ length: months }, (_, at) =>
            randomCount(next, 200 * (1 + season * Math.sin((2 * Math.PI * at) / 12)), phi),
          ),
        ),
      );
      return (100 * each.reduce((sum, one) => sum + one, 0)) / (runs * months);
    };
    const [flat, seasonal] = [per100(0), per100(0.4)];
    expect(seasonal - flat, `flat ${flat.toFixed(2)}, seasonal ${seasonal.toFixed(2)} per 100`).toBeLessThanOrEqual(
      0.5,
    );
    // METHODS: 1.2 to 1.9 on flat ones; a test that flagged nothing would prove nothing.
    expect(flat).toBeGreaterThan(1);
  },
);

test.each([
  [1, 0.3],
  [1, -0.3],
  [3, 0.3],
  [3, -0.3],
])(
  "a step (φ %i, × 1 %f) is found within 12 months in at least 90 of 100 by limits fixed on the 12 months before it",
  (phi, step) => {
    const runs = 500;
    const next = seeded(70 + phi + 10 * step);
    let found = 0;
    for (let run = 0; run < runs; run += 1) {
      const values = Array.from({ length: 24 }, (_, at) => randomCount(next, at < 12 ? 200 : 200 * (1 + step), phi));
      const limits = xmrLimits(values, { used: (at) => at < 12 });
      const signals = limits ? xmrSignals(values.slice(12), limits) : [];
      if (signals.some(({ direction }) => direction === (step > 0 ? "up" : "down"))) found += 1;
    }
    expect((100 * found) / runs).toBeGreaterThanOrEqual(90);
  },
);
