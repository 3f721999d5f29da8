// Charts: what they draw, what they say in words, and what their tables hold.
import { describe, expect, test } from "vitest";
import { chartTable, drawChart, svgFile } from "../../src/output/charts/index.ts";
import { placeBeside } from "../../src/output/charts/place-beside.ts";
import { spreadLabels } from "../../src/output/charts/spread.ts";
import { chartWords } from "../../src/output/charts/words.ts";
import { cellText } from "../../src/output/table.ts";
import { markupProblems } from "../helpers/well-formed.ts";
import {
  attack,
  changes,
  figure,
  funnel,
  gallery,
  march,
  months,
  national,
  ranks,
  seasonal,
  years,
} from "./gallery.ts";

describe("labels pushed apart", () => {
  test("stay where they belong where there is room", () => {
    expect(
      spreadLabels(
        [
          { middle: 10, height: 10 },
          { middle: 40, height: 10 },
        ],
        0,
        100,
      ),
    ).toEqual([10, 40]);
  });
  test("share the move, and keep the order that they were given in", () => {
    // Three labels of 20 around 50: a block of 60 from 20 to 80.
    const labels = [51, 49, 50].map((middle) => ({ middle, height: 20 }));
    expect(spreadLabels(labels, 0, 100)).toEqual([70, 30, 50]);
  });
  test("stay between the edges, and push those at the edge along", () => {
    expect(
      spreadLabels(
        [
          { middle: 2, height: 10 },
          { middle: 3, height: 10 },
        ],
        0,
        100,
      ),
    ).toEqual([5, 15]);
    expect(
      spreadLabels(
        [
          { middle: 99, height: 10 },
          { middle: 70, height: 30 },
          { middle: 95, height: 10 },
        ],
        0,
        100,
      ),
    ).toEqual([95, 65, 85]);
  });
});

describe.each(gallery)("the chart %s", (_, chart) => {
  const drawings = [svgFile(chart), drawChart(chart, "one", "wide").markup, drawChart(chart, "one", "narrow").markup];
  test("is well-formed, whatever its texts hold", () => {
    for (const drawing of drawings) expect(markupProblems(drawing, true)).toEqual([]);
  });
  test("is the same twice, in coordinates of a tenth of a pixel", () => {
    expect(svgFile(chart)).toBe(drawings[0]);
    for (const drawing of drawings) {
      expect(drawing).not.toMatch(/NaN|Infinity|undefined/);
      for (const [, value = ""] of drawing.matchAll(/\s(?:x|y|width|height|cx|cy|d|transform|viewBox)="([^"]*)"/g))
        expect(value).not.toMatch(/\.\d\d|e-/);
    }
  });
  test("has a title and says what it shows", () => {
    for (const drawing of drawings)
      expect(drawing).toMatch(/<title id="\w+">[^<]+<\/title>\n<desc id="\w+">[^<]+<\/desc>/);
  });
  test("uses at most four colours besides those of paper, text and rules", () => {
    const rest = ["#fff", "#0b0c0c", "#3D3D3D", "#767676", "#d9d9d9", "#BFBFBF", "#e7edf3", "none"];
    const used = new Set([...(drawings[0] ?? "").matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, colour]) => colour));
    const palette = ["#12436D", "#F46A25", "#28A197", "#801650", "#A285D1"];
    for (const colour of used) expect([...rest, ...palette]).toContain(colour);
  });
});

/** The lines of a colour, each as its number of points. */
const linesOf = (svg: string, colour: string): number[] =>
  [...svg.matchAll(new RegExp(`<path d="(M[^"]*)" fill="none" stroke="${colour}" stroke-width="3"`, "g"))].map(
    ([, path = ""]) => path.split("L").length,
  );

test("a gap and a break in series end a line, and what stands between them alone is a mark", () => {
  // 30, 32, gap, 31 | 28, 29: two lines of two points, and 31 by itself.
  expect(linesOf(svgFile(years), "#12436D")).toEqual([2, 2]);
  const whole = { ...years, breaks: [] };
  expect(linesOf(svgFile(whole), "#12436D")).toEqual([2, 3]);
});

test("the key says what a line in pieces means, where a gap parts one", () => {
  const line = (...values: (string | undefined)[]): typeof years => ({
    ...years,
    breaks: [],
    lines: [
      { name: "N", points: values.map((value, i) => ({ label: `${i}`, at: march(2018 + i), figure: figure(value) })) },
    ],
  });
  const hasKey = (chart: typeof years): boolean => svgFile(chart).includes(">no figure between</text>");
  expect(hasKey(line("1", undefined, "2"))).toBe(true);
  expect(hasKey(line("1", "2", "3"))).toBe(false);
  // Before the first figure and after the last one there is no line to part.
  expect(hasKey(line(undefined, "1", "2", undefined))).toBe(false);
  expect(hasKey(line(undefined, undefined))).toBe(false);
});

test("every point is marked, also where there are many on a narrow screen", () => {
  const narrow = drawChart(months, "one", "narrow").markup;
  const paths = [...narrow.matchAll(/<path d="M([^"]*)" fill="none" stroke="#12436D" stroke-width="1\.25"/g)];
  const points = paths.map(([, path = ""]) => path.split("L"));
  // 36 months, of which the 18th is a gap.
  expect(points.map(({ length }) => length)).toEqual([17, 18]);
  // Small marks are dots of one path.
  const marked = new Set([...narrow.matchAll(/M([\d.]+,[\d.]+)z/g)].map(([, place]) => place));
  expect(points.flat().filter((point) => !marked.has(point))).toEqual([]);
});

test("where not every month has room for its name, a few figures have theirs", () => {
  const values = ["9", undefined, undefined, undefined, undefined, "6"];
  const points = values.map((value, index) => ({
    label: `year ending March ${2018 + index}`,
    at: march(2018 + index),
    period: { from: march(2017 + index) + 1, to: march(2018 + index) },
    figure: figure(value),
  }));
  const few = { ...years, breaks: [], lines: [{ name: "Northshire", points }] };
  const named = (size: "wide" | "narrow") =>
    [...drawChart(few, "one", size).markup.matchAll(/>(YE Mar \d{4})</g)].map(([, month]) => month);
  const all = ["YE Mar 2018", "YE Mar 2019", "YE Mar 2020", "YE Mar 2021", "YE Mar 2022", "YE Mar 2023"];
  expect(named("wide")).toEqual(all);
  expect(named("narrow")).toEqual(["YE Mar 2018", "YE Mar 2023"]);
});

test("of many periods without a figure it is said how many they are", () => {
  const long = { ...months, lines: months.lines.map((line) => ({ ...line, points: line.points.map(withoutTenth) })) };
  function withoutTenth(point: (typeof months.lines)[number]["points"][number], index: number) {
    return index > 9 && index < 15 ? { ...point, figure: figure(undefined, "count") } : point;
  }
  // Months 11 to 15, and the 18th as ever.
  expect(chartWords(long)).toContain("no figure for 6 of 36 periods, from month 11 to month 18.");
});

test("a gap is drawn nowhere: no mark", () => {
  const discs = (svg: string): number => (svg.match(/fill="#12436D" stroke="#fff"\/>/g) ?? []).length;
  // Five points of the force that are known, and the mark beside its name.
  expect(discs(svgFile(years))).toBe(6);
  // The force's disc; a square for each of the two others that have a figure.
  expect(discs(svgFile(ranks))).toBe(1);
  expect((svgFile(ranks).match(/fill="#3D3D3D" stroke="#fff"\/>/g) ?? []).length).toBe(2);
});

test("bands reach from limit to limit, and points are at their values, in one scale", () => {
  const svg = svgFile(ranks);
  const bands = [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="14"/g)].map(([, x, w]) => [
    Number(x),
    Number(w),
  ]);
  // 0.350 to 0.576 is 0.226 long, 0.300 to 0.626 is 0.326, 0.320 to 0.600 is 0.280.
  const [first = [0, 1], second = [0, 1], third = [0, 1]] = bands;
  expect(bands).toHaveLength(3);
  const perUnit = (second[1] ?? 0) / 0.326;
  expect((first[1] ?? 0) / perUnit).toBeCloseTo(0.226, 2);
  expect((third[1] ?? 0) / perUnit).toBeCloseTo(0.28, 2);
  const zero = (second[0] ?? 0) - 0.3 * perUnit;
  const own = Number(/translate\(([\d.]+),[\d.]+\)" d="[^"]*" fill="#12436D"/.exec(svg)?.[1]);
  expect((own - zero) / perUnit).toBeCloseTo(0.611, 2);
});

test("the curves of a funnel are those given: 0.46 ± 100 ÷ √population, twice as far at 99.8%", () => {
  const svg = drawChart(funnel, "one", "wide").markup;
  const curves = [...svg.matchAll(/<path d="M([^"]*)" fill="none" stroke="#3D3D3D" stroke-width="1.5"/g)];
  const ends = curves
    .map(([, path = ""]) => path.split("L").map((point) => Number(point.split(",")[1])))
    .filter(({ length }) => length === 4);
  expect(ends).toHaveLength(4);
  const [low998 = [], high998 = [], low95 = [], high95 = []] = ends;
  for (const at of [0, 1, 2, 3]) {
    const [a = 0, b = 0, c = 0, d = 0] = [low998[at], high998[at], low95[at], high95[at]];
    expect((a - b) / (c - d)).toBeCloseTo(2, 1);
  }
  // √(1,900,000 ÷ 500,000) = 1.949 times as far apart at the left as at the right.
  expect(((low95[0] ?? 0) - (high95[0] ?? 0)) / ((low95[3] ?? 0) - (high95[3] ?? 0))).toBeCloseTo(1.949, 1);
});

test("of many forces a funnel names the plan's own and those outside the limits; a narrow one its own alone", () => {
  const named = (chart: typeof national, size: "wide" | "narrow") =>
    [...drawChart(chart, "one", size).markup.matchAll(/>(Force \d+|Northshire: higher|Eastshire)</g)].map(
      ([, name]) => name,
    );
  // Force 31 has 0.645, above the limit of 0.600.
  expect(named(national, "wide").sort()).toEqual(["Force 21", "Force 31"]);
  expect(named(national, "narrow")).toEqual(["Force 21"]);
  expect(named(funnel, "wide").sort()).toEqual(["Eastshire", "Northshire: higher"]);
  expect(named(funnel, "narrow")).toEqual(["Northshire: higher"]);
});

describe("names beside points", () => {
  const within = { left: 0, right: 300, top: 0, bottom: 200 };
  const named = (...points: [x: number, y: number, width?: number][]) =>
    placeBeside(
      points.map(([x, y, width]) => ({ x, y, width })),
      12,
      within,
      1,
    );
  test("are at the right where there is room, at the left at the right edge", () => {
    expect(named([100, 100, 50])[0]).toEqual({ x: 111, y: 104, isLed: false });
    expect(named([280, 100, 50])[0]).toEqual({ x: 219, y: 104, isLed: false });
  });
  test("are left out where they would run into another point or name; the first is led to its place", () => {
    // Points in the way on all sides: the second name has no place, the first one further away.
    const wall: [number, number][] = [80, 100, 120].flatMap((y) =>
      [50, 80, 120, 150].map((x): [number, number] => [x, y]),
    );
    const [first, second] = named([100, 100, 60], [110, 100, 60], ...wall);
    expect(first?.isLed).toBe(true);
    expect(second).toBeUndefined();
  });
  test("are not given to points without one", () => {
    expect(named([100, 100], [200, 100, 20])).toEqual([undefined, { x: 211, y: 104, isLed: false }]);
  });
});

test("a line chart says its first, last, highest and lowest values, how they compare, and what is missing", () => {
  expect(chartWords(years)).toBe(
    "Line chart of Incidents per 1,000 population from year ending March 2018 to year ending March 2023: England, Northshire, The South of the North and MSG. " +
      "England: first 40.0 in year ending March 2018, last 29.5 in year ending March 2023; highest 40.0 in year ending March 2018, lowest 29.5 in year ending March 2023. " +
      "Northshire: first 30.0 in year ending March 2018, last 29.0 in year ending March 2023; highest 32.0 in year ending March 2019, lowest 28.0 in year ending March 2022; no figure for year ending March 2020. " +
      "The South of the North: first 35.0 in year ending March 2018, last 29.2 in year ending March 2023; highest 35.0 in year ending March 2018, lowest 29.2 in year ending March 2023. " +
      "MSG: first 33.0 in year ending March 2018, last 28.9 in year ending March 2023; highest 33.0 in year ending March 2018, lowest 28.9 in year ending March 2023. " +
      "In year ending March 2023, Northshire (29.0) was lower than England (29.5), lower than The South of the North (29.2) and higher than MSG (28.9). " +
      "Break in series: Other rules of recording from April 2021.",
  );
});

test("limits and signals are said", () => {
  const words = chartWords(months);
  expect(words).toContain("Limits from month 1 to month 24: upper limit 457.5, mean 339.5, lower limit 221.5.");
  expect(words).toContain("Limits from month 25 to month 36: upper limit 523.8, mean 402.5, lower limit 281.3.");
  expect(words).toContain("Signal in Northamptonshire, above the limits (concerning): month 31.");
});

test("limits by season, months left out and months that mix both sides of a break are said, drawn and in the table", () => {
  const words = chartWords(seasonal);
  expect(words).toContain(
    "Limits from month 1 to month 84, by season, on average: upper limit 1,060.8, mean 920.5, lower limit 780.3.",
  );
  expect(words).toContain("Left out of the limits: month 4 and month 71.");
  expect(words).toContain("Dotted and apart, as they mix both sides of a break: month 74 to month 80.");
  const { columns, rows } = chartTable(seasonal);
  expect(columns.map(({ heading }) => heading)).toEqual([
    "Period",
    "Northshire",
    "Upper limit",
    "Mean",
    "Lower limit",
    "Signal",
    "Break in series",
  ]);
  const texts = rows.map((row) => row.map(cellText));
  // The fourth month is at the top of the sine: 900 + 400, so limits of 1,180 and 1,460; 3 × 37 modulo 50 is 11.
  expect(texts[3]).toEqual([
    "month 4",
    "1,311",
    "1,460.0",
    "1,320.0",
    "1,180.0",
    "above the limits (concerning); left out",
    "no",
  ]);
  expect(texts[73]?.at(-1)).toBe("Other rules of recording; mixes both sides");
  const narrow = drawChart(seasonal, "one", "narrow").markup;
  // 15 signals of the run and one outside, each with its words.
  expect(narrow.match(/<title>month \d+: /g)).toHaveLength(15 + 1);
  // Where there is no room for three letters, the first is shown.
  expect(narrow).toContain(">O</text>");
  expect(narrow).not.toContain(">OR2</text>");
});

test("a rank plot says the highest, the lowest, the force with its rank and limits, who is outside, and the group", () => {
  expect(chartWords(ranks)).toBe(
    "Rank plot of Offences per 1,000 population for Devon, Cornwall and the Isles of Scilly, Westshire, Northshire and Eastshire. " +
      "Highest: Northshire, 0.611; lowest: Devon, Cornwall and the Isles of Scilly, 0.309. " +
      "Northshire: 0.611, ranked 3rd; 2nd to 3rd allowing for chance. " +
      "95% limits of a force like the others of Northshire: 0.320 to 0.600. " +
      "Outside their 95% limits: Devon, Cornwall and the Isles of Scilly (lower) and Northshire (higher). " +
      "MSG (pooled): 0.463; Northshire is higher than it. No figure for Eastshire.",
  );
});

test("a funnel says the populations, the others' rate, and the force's limits", () => {
  expect(chartWords(funnel)).toBe(
    "Funnel plot of Offences per 1,000 population by population for Northshire, Westshire, Southshire, Northamptonshire and Rutland, Eastshire and Devon, Cornwall and the Isles of Scilly. " +
      "Populations are from 590,000 (Northamptonshire and Rutland) to 1,800,000 (Devon, Cornwall and the Isles of Scilly). " +
      "The rate of the others of Northshire is 0.460. " +
      "Northshire (0.611) has 95% limits of 0.320 to 0.600 and 99.8% limits of 0.150 to 0.770: it is higher than the others.",
  );
});

test("change says how many aims are achieved, and how the force stands beside its group", () => {
  expect(chartWords(changes)).toBe(
    "Bar chart of % difference of 6 measures in Northamptonshire and MSG. " +
      "Aims: 3 achieved, 1 not achieved, 2 not judged. " +
      "In Northamptonshire, highest: Stalking and harassment, with every offence that was recorded beside it, 151.2%; lowest: Burglary, -16.4%. " +
      // 35.7 > 2.66 and 151.2 > 35.98 and −16.4 > −32.58; 0 < 3.2; the group's bicycles and the force's robberies are not known.
      "Beside MSG, Northamptonshire changed higher in 3 and lower in 1 of 4. No change can be shown for Robbery.",
  );
});

const rowsOf = (chart: Parameters<typeof chartTable>[0]): string[][] =>
  chartTable(chart).rows.map((row) => row.map(cellText));

test("the table of a chart holds each of its figures, and why one is missing", () => {
  const table = chartTable(years);
  expect(table.columns.map(({ heading }) => heading)).toEqual([
    ...["Period", "England", "Northshire", "The South of the North", "MSG", "Break in series"],
  ]);
  expect(rowsOf(years)[2]).toEqual(["year ending March 2020", "36.0", "[x]", "34.0", "32.0", "no"]);
  expect(rowsOf(years)[4]?.at(-1)).toBe("Other rules of recording from April 2021");
  expect(table.notes).toEqual(["[x] means not available.", "[x]: it was not published."]);
  // 300 + (30 × 37 modulo 80 = 70) + 60 + 90.
  expect(rowsOf(months)[30]).toEqual(["month 31", "520", "523.8", "402.5", "281.3", "above the limits (concerning)"]);
  expect(rowsOf(ranks)).toEqual([
    [
      ...["Devon, Cornwall and the Isles of Scilly", "0.309", "1st", "1st"],
      ...["0.350", "0.576", "0.250", "0.676", "lower"],
    ],
    ["Westshire", "0.463", "2nd", "1st to 3rd", "0.300", "0.626", "0.100", "0.826", "similar"],
    ["Northshire", "0.611", "3rd", "2nd to 3rd", "0.320", "0.600", "0.150", "0.770", "higher"],
    ["Eastshire", "[x]", "", "", "", "", "", "", ""],
    ["MSG (pooled)", "0.463", "", "", "", "", "", "", ""],
  ]);
  expect(rowsOf(funnel)[0]).toEqual(["Northshire", "600,000", "0.611", "0.320", "0.600", "0.150", "0.770"]);
  expect(chartTable(funnel).notes.at(-1)).toContain("like the others of Northshire");
  expect(rowsOf(changes)[1]?.slice(1)).toEqual(["151.2%", "35.98%", "increase", "achieved"]);
});

test("hostile text stays text", () => {
  const svg = svgFile(attack);
  expect(svg).not.toContain("<script");
  expect(svg).toContain("&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;&amp;amp;&#39; onload=&#39;x&#39;");
});

test("an axis far from 0 says that it does not begin there; one that is near does begin there", () => {
  const line = (...values: string[]) => ({
    ...years,
    breaks: [],
    lines: [
      { name: "N", points: values.map((value, i) => ({ label: `${i}`, at: march(2018 + i), figure: figure(value) })) },
    ],
  });
  expect(svgFile(line("100", "101", "99"))).toContain("the axis does not begin at 0");
  expect(svgFile(line("100", "60"))).not.toContain("the axis does not begin at 0");
  expect(svgFile(line("100", "60"))).toMatch(/>0<\/text>/);
});
