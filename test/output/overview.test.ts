// The overview: a line for each measure, within any width; its blocks, signs and words by hand.
import { expect, test } from "vitest";
import { exact } from "../../src/core/number.ts";
import { sparkline } from "../../src/output/overview-words.ts";
import { gloucestershire, planFixtures, run } from "../helpers/world.ts";

const plans = planFixtures.map((name) => `fixtures/${name}`);
const overview = async (plan: string, columns: number) =>
  (await run(["report", plan, "--overview"], undefined, columns)).out;

test.each([
  // From the lowest to the highest in eight steps: 1 to 8 are one each; 0, 1 and 7 are steps 0, 1 and 7.
  [[1, 2, 3, 4, 5, 6, 7, 8], "▁▂▃▄▅▆▇█"],
  [[0, 1, 7], "▁▂█"],
  // 10 and 20 are the ends, and 15 is 3.5 steps up, which rounds to 4.
  [[20, 15, 10], "█▅▁"],
  [[5, 5, 5, 5, 5], "▄▄▄▄▄"],
  [[], ""],
])("the values %j are the blocks %s", (values, blocks) => {
  expect(sparkline(values.map((value) => exact(value)))).toBe(blocks);
});

test.each(plans)("%s: no line is wider than the terminal, and each measure has its own", async (plan) => {
  for (const columns of [40, 60, 80, 100, 120, 160]) {
    const lines = (await overview(plan, columns)).trimEnd().split("\n");
    expect(lines.filter((line) => line.length > columns)).toEqual([]);
    const marked = lines.filter((line) => /^[✓≈✗●◐○–] (?!achieved|within|not|on|behind|no)/.test(line));
    const said = /(\d+) measures?:/.exec(lines.slice(0, 6).join(" "))?.[1];
    expect(marked.length, `${columns}\n${lines.join("\n")}`).toBeGreaterThanOrEqual(Number(said));
  }
});

test("four lines say what it is, and fifteen measures fit a screen of 24", async () => {
  const lines = (await overview(gloucestershire, 80)).split("\n");
  expect(lines[4]).toBe("");
  expect(
    lines.slice(0, 24).filter((line) => /^[✓✗] /.test(line) && !line.startsWith("✓ achieved")).length,
  ).toBeGreaterThanOrEqual(15);
});

test("robbery as published: 395, +13.5 %, the group -12.95 %, its rate 32 % above the group's", async () => {
  // 1000 × 395 ÷ 646,627 = 0.61086; the published rate of the group is 0.463: 0.61086 ÷ 0.463 = 1.319.
  const line = (await overview(gloucestershire, 80)).split("\n").find((one) => one.startsWith("✗ Robbery"));
  expect(line?.split(/ {2,}/)).toEqual(["✗ Robbery", "395 ▲", "+13.5%", "-12.95% higher +32%"]);
});

test("the first standing is within the first 20 lines of a report", async () => {
  const { out } = await run(["report", gloucestershire]);
  expect(
    out
      .split("\n")
      .slice(0, 20)
      .some((line) => /^✗ All Crime/.test(line)),
  ).toBe(true);
});

test("wide terminals have the year before, the standing in words, and the priorities", async () => {
  const line = async (columns: number) =>
    (await overview("fixtures/burglary-by-month", columns)).split("\n").find((one) => one.startsWith("✓ Burglary"));
  expect(await line(80)).toMatch(/2,883 ▼ +-20\.4% [▁-█]{8}$/);
  // The months of its file add up to 3416 in the year before: 100 × (2,883 − 3416) ÷ 3416 = -15.6.
  expect(await line(100)).toMatch(/[▁-█]{8} +-15\.6%$/);
  expect(await line(120)).toMatch(/-15\.6% achieved +SAFE$/);
});

test("what is withheld has no course and no change since last year", async () => {
  const { out } = await run(["report", "fixtures/police-and-crime-plan-2021", "--format", "json"]);
  const rows = JSON.parse(out).tables.flatMap(({ rows }: { rows: { measure: string }[] }) => rows);
  const admissions = rows.find(({ measure }: { measure: string }) => measure.startsWith("Hospital"));
  expect(admissions).not.toHaveProperty("since-last-year");
});

test.each(["html", "json", "xlsx"])("--overview with --format %s is refused, with what to use", async (format) => {
  const { exit, err } = await run(["report", gloucestershire, "--overview", "--format", format]);
  expect(exit).toBe(2);
  expect(err).toContain("--overview");
});

test.each([
  // 18 for a name, 7 for now, 10 for the change, 8 for MSG and 14 beside it, the last four each after a space: 61.
  [40, "Left out in 40 columns: MSG, beside MSG. A terminal of 61 columns shows them, and so does --format markdown."],
  [60, "Left out in 60 columns: beside MSG. A terminal of 61 columns shows them, and so does --format markdown."],
])("what %s columns have no room for is named, with the width that has", async (columns, said) => {
  const out = await overview("test/cases/report", columns);
  expect(out.replace(/\s+/g, " ")).toContain(said);
  expect(await overview("test/cases/report", 61)).not.toContain("Left out");
  expect(
    (await overview("test/cases/report", 61)).split("\n").some((line) => /now +change +MSG beside MSG$/.test(line)),
  ).toBe(true);
});

test("what MSG is stands beside the signs where they leave room, and where a column is of it", async () => {
  expect(await overview("test/cases/report", 100)).toContain("· MSG: the most similar forces\n");
  expect(await overview("test/cases/report", 40)).not.toContain("most similar");
  expect(await overview("fixtures/burglary-by-month", 100)).not.toContain("most similar");
});
