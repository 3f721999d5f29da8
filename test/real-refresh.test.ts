// A year of quarters with real figures: four releases, each revised by a stated factor, refreshed one after the other, and
// every figure, revision, flip and draft as this test works it out from the file's own cells. Once each release replaces the
// last, and once it comes beside it under a name that says nothing (releases: newest). In the third a series has another name.
// @module-tag long
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { run } from "./helpers/world.ts";

const shared = process.env.PLAN_MEASURES_SHARED ?? "";
const everything = mkdtempSync(join(tmpdir(), "real-refresh-"));
afterAll(() => rmSync(everything, { recursive: true }));

const ENDS = ["30-06-2017", "30-09-2017", "31-12-2017", "31-03-2018"] as const;
const NAMES = ["12 months to June 2017", "12 months to September 2017", "2017", "April 2017 to March 2018"] as const;
/** The same periods within a sentence. */
const SAID = [
  ...["the 12 months to June 2017", "the 12 months to September 2017", "2017", "the year ending March 2018"],
] as const;
const BASELINE = "31-03-2017";
const OFFENCES = ["Bicycle theft", "Drug offences", "Shoplifting", "Robbery"] as const;
/** In per mille: what a release makes of every figure that was in the release before, one release on the other. */
const REVISIONS = [0, 4, -6, 15] as const;
const FORCES = ["Gloucestershire", "Wiltshire"] as const;

const HEADINGS = "12 months ending,PFA,Region,Offence,Rolling year total number of offences";
/** Half up, in whole numbers. */
const revised = (count: number, release: number): number =>
  Math.floor((count * (1000 + (REVISIONS[release] ?? 0)) + 500) / 1000);

interface Cell {
  readonly end: string;
  readonly force: string;
  readonly offence: string;
  readonly count: number;
}
/** The figures of a release: those of the file up to its end, the older ones revised with each release since theirs. */
function releaseOf(cells: readonly Cell[], release: number): Cell[] {
  const known = [BASELINE, ...ENDS].slice(0, release + 2);
  return cells
    .filter(({ end }) => known.includes(end))
    .map((cell) => {
      const first = Math.max(0, known.indexOf(cell.end) - 1);
      const since = Array.from({ length: release - first }, (_, step) => first + 1 + step);
      return { ...cell, count: since.reduce(revised, cell.count) };
    });
}
/** From the third release on, a series has another name. */
const RENAMED = { from: 2, old: "Bicycle theft", now: "Theft of pedal cycles" } as const;
const textOf = (cells: readonly Cell[], release: number): string =>
  [
    HEADINGS,
    ...cells.map(({ end, force, offence, count }) => {
      const name = offence === RENAMED.old && release >= RENAMED.from ? RENAMED.now : offence;
      return `${end},${force},South West,${name},${count}`;
    }),
    "",
  ].join("\n");

const thousands = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ",");
/** A % with one decimal, half away from nought, in whole numbers. */
function percent(baseline: number, current: number): string {
  const times = Math.abs(current - baseline) * 2000;
  const tenths = Math.floor((times + baseline) / (2 * baseline));
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}
/** How a number moved, in the words of a sentence. */
const way = (baseline: number, current: number): string => (current > baseline ? "up" : "down");

describe.skipIf(shared === "")("a year of quarters [needs the real data: PLAN_MEASURES_SHARED]", () => {
  test.each([
    {
      how: "each in the place of the last",
      names: ["rolling.csv", "rolling.csv", "rolling.csv", "rolling.csv"],
      line: "",
    },
    { how: "each beside the last", names: ["d.csv", "a.csv", "c.csv", "b.csv"], line: "releases: newest\n" },
  ])("June 2017 to March 2018, $how", async ({ names, line: releases }) => {
    const isBeside = releases !== "";
    const folder = mkdtempSync(join(everything, "year-"));
    const file = join(shared, "data/home-office/rolling-year-by-force-2003-2018.csv");
    const cells = readFileSync(file, "utf8")
      .split(/\r?\n/)
      // The file has 30 December for the end of 2017.
      .map((line) => line.replace("30-12-2017", "31-12-2017").split(","))
      .filter(([, force, , offence]) => FORCES.includes(force as never) && OFFENCES.includes(offence as never))
      .map(([end = "", force = "", , offence = "", count]) => ({ end, force, offence, count: Number(count) }));
    expect(releaseOf(cells, 3)).toHaveLength(5 * FORCES.length * OFFENCES.length);
    const at = (path: string): string => join(folder, path);
    const measures = (release: number): string[] =>
      OFFENCES.map((name) => {
        const series = name === RENAMED.old && release >= RENAMED.from ? `, series: ${RENAMED.now}` : "";
        return `      - { name: ${name}${series}, aim: reduce, priorities: [A] }`;
      });
    const planOf = (release: number): string => `title: P
force: Gloucestershire
similar-forces: { name: MSG, forces: [Gloucestershire, Wiltshire] }
priorities: [{ id: A, name: A }]
data: [data/*.csv]
comments: comments.csv
${releases}tables:
  - title: T
    baseline: April 2016 to March 2017 # the year before
    current: latest (${NAMES[release]}) # by refresh
    measures:
${measures(release).join("\n")}
`;
    mkdirSync(at("data"));
    writeFileSync(at("plan.yaml"), planOf(0));
    writeFileSync(at("notes.txt"), "mine");
    writeFileSync(at(`data/${names[0]}`), textOf(releaseOf(cells, 0), 0));
    const of = (all: readonly Cell[], end: string, offence: string): number =>
      all.find((cell) => cell.end === end && cell.offence === offence && cell.force === "Gloucestershire")?.count ??
      Number.NaN;
    /** Of both forces, whose mean moved by the same share. */
    const both = (all: readonly Cell[], end: string, offence: string): number =>
      all.reduce((sum, cell) => sum + (cell.end === end && cell.offence === offence ? cell.count : 0), 0);
    let comments = "";
    let flips = 0;
    const drafted = new Set<string>();

    for (const release of [1, 2, 3] as const) {
      const [before, now] = [releaseOf(cells, release - 1), releaseOf(cells, release)];
      const [oldEnd, end] = [ENDS[release - 1] ?? "", ENDS[release]];
      mkdirSync(at(`release-${release}`));
      writeFileSync(at(`release-${release}/${names[release]}`), textOf(now, release));
      const isRenamed = release === RENAMED.from;
      const rename = isRenamed ? ["--rename", `${RENAMED.old}=${RENAMED.now}`] : [];
      if (isRenamed) {
        const refused = await run(["refresh", "plan.yaml", `release-${release}`, "--write"], folder, 120);
        expect(refused.exit).toBe(1);
        expect(refused.out.replace(/\s+/g, " ")).toMatch(
          /series "?Bicycle theft"?.{1,3}close names[^.]*Theft of pedal cycles/,
        );
        expect(readFileSync(at("plan.yaml"), "utf8")).toBe(planOf(release - 1));
      }
      const shown = await run(["refresh", "plan.yaml", ...rename, `release-${release}`], folder, 120);
      const done = await run(["refresh", "plan.yaml", ...rename, `release-${release}`, "--write"], folder, 120);
      expect([shown.exit, done.exit, done.err]).toEqual([0, 0, ""]);
      for (const offence of OFFENCES) {
        const [was, restated, is] = [of(before, oldEnd, offence), of(now, oldEnd, offence), of(now, end, offence)];
        const [wasBase, base] = [of(before, BASELINE, offence), of(now, BASELINE, offence)];
        const line = [offence, "current number", was, restated - was, is - restated, is].map((one) =>
          typeof one === "number" ? thousands(one) : one,
        );
        expect(done.out.replace(/ {2,}/g, "  ")).toContain(line.join("  "));
        const isFlipped = was < wasBase !== is < base;
        flips += isFlipped ? 1 : 0;
        const words = (achieved: boolean): string => (achieved ? "achieved" : "not achieved");
        const flip = `${offence}: ${words(was < wasBase)} → ${words(is < base)}`;
        expect(done.out.includes(flip), flip).toBe(isFlipped);
        // A comment that was drafted in an earlier quarter is carried over, and no second one is written.
        if (is >= base && !drafted.has(offence)) {
          drafted.add(offence);
          const [groupBase, group] = [both(now, BASELINE, offence), both(now, end, offence)];
          const moved = `${way(base, is)} ${thousands(Math.abs(is - base))} (${percent(base, is)}) from ${thousands(base)}`;
          const text = `[draft] ${offence}: ${thousands(is)} in ${SAID[release]}, ${moved} in the year ending March 2017. MSG: ${way(groupBase, group)} ${percent(groupBase, group)}. Aim to reduce: not achieved.`;
          comments += `${comments === "" ? "measure,period,comment\n" : ""}${offence},${NAMES[release]},"${text}"\n`;
        }
      }
      expect(readFileSync(at("comments.csv"), "utf8")).toBe(comments);
      expect(readFileSync(at("plan.yaml"), "utf8")).toBe(planOf(release));
      const there = isBeside ? names.slice(0, release + 1) : [names[0] ?? ""];
      expect(readdirSync(at("data"))).toEqual([...there].sort());
      expect(readFileSync(at(`data/${names[release]}`), "utf8")).toBe(textOf(now, release));
      const old = textOf(before, release - 1);
      const kept = readdirSync(at("history"), { recursive: true }).map(String);
      const files = isBeside ? [`data/${names[release - 1]}`] : kept.map((path) => `history/${path}`);
      const texts = files.filter((path) => path.endsWith(".csv")).map((path) => readFileSync(at(path), "utf8"));
      expect(texts).toContain(old);
      expect(readdirSync(at("history")).filter((path) => path.endsWith(".json"))).toHaveLength(release);
      expect((await run(["refresh", "plan.yaml", `release-${release}`, "--write"], folder)).out).toMatch(
        /^nothing is new/,
      );
    }
    expect(readFileSync(at("notes.txt"), "utf8")).toBe("mine");
    expect(drafted.size).toBeGreaterThan(1);
    expect(flips).toBeGreaterThan(0);
  });
});
