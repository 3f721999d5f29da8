// Grades: compared in their scale, told in words in every format, and never reckoned with.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { namedScales, placeInScale } from "../../src/core/scales.ts";
import { jsonOf } from "../helpers/json.ts";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "grades-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A plan of one grade, whose cells are of the two periods; more keys of the measure as YAML. */
function write(
  [baseline, current]: readonly [string | undefined, string | undefined],
  more: string,
  [from, to]: readonly [string, string] = ["2021/22", "2022/23"],
): void {
  const row = (period: string, word: string | undefined) =>
    word === undefined ? [] : [`Gloucestershire,PEEL,${period},grade,${word}`];
  const lines = ["area,series,period,kind,value", ...row(from, baseline), ...row(to, current)];
  writeFileSync(join(folder, "data.csv"), `${lines.join("\n")}\n`);
  writeFileSync(
    join(folder, "plan.yaml"),
    `title: A plan
force: Gloucestershire
similar-forces: { name: MSG, forces: [Gloucestershire, Wiltshire] }
priorities: [{ id: A, name: A }]
data: [data.csv]
tables:
  - title: T
    baseline: ${from}
    current: ${to}
    measures:
      - name: PEEL
        kind: grade
        priorities: [A]
        comment: As it is.
${more}`,
  );
}
async function row() {
  const { out, err } = await run(["report", "--format", "json"], folder);
  return { row: jsonOf("report", out).tables[0]?.rows[0], err };
}

describe("HMICFRS has five grades from 2021/22 on, and four before", () => {
  // By hand: 2020/21 ends in March 2021, 2021/22 in March 2022.
  test.each([
    [{ from: 2020 * 12 + 3, to: 2021 * 12 + 2 }, 4],
    [{ from: 2021 * 12 + 3, to: 2022 * 12 + 2 }, 5],
  ])("%j", (period, count) => {
    const { grades } = namedScales.HMICFRS(period);
    expect(grades).toHaveLength(count);
    expect(placeInScale(namedScales.HMICFRS(period), "INADEQUATE")).toBe(count - 1);
  });
});

describe("an aim", () => {
  // In the five grades, best first: Outstanding 0, Good 1, Adequate 2, Requires improvement 3, Inadequate 4.
  test.each([
    ["improve", "Adequate", "Good", "achieved", "up 1 grade"],
    ["improve", "Good", "Good", "not achieved", "no change"],
    ["improve", "Outstanding", "Requires improvement", "not achieved", "down 3 grades"],
    ["improve", "Inadequate", "Outstanding", "achieved", "up 4 grades"],
    ["maintain", "Good", "Good", "achieved", "no change"],
    ["maintain", "Good", "Outstanding", "achieved", "up 1 grade"],
    ["maintain", "Good", "Adequate", "not achieved", "down 1 grade"],
    ["maintain (no lower)", "Adequate", "Inadequate", "not achieved", "down 2 grades"],
    ["at least Good", "Inadequate", "Good", "achieved", "up 3 grades"],
    ["at least good", "Good", "Outstanding", "achieved", "up 1 grade"],
    ["at least Good", "Good", "Adequate", "not achieved", "down 1 grade"],
    ["at least requires improvement", "Good", "requires  Improvement", "achieved", "down 2 grades"],
  ])("%s, from %s to %s: %s, %s", async (aim, baseline, current, verdict, steps) => {
    write([baseline, current], `        aim: ${aim}\n`);
    const found = (await row()).row;
    expect(found).toMatchObject({ aim, verdict, standing: verdict, kind: "grade", basis: "grade" });
    expect(found?.reason).toBe(aim === "improve" && baseline === current ? "no change" : undefined);
    expect(found?.figures.change.force).toMatchObject({ grade: { steps, shown: steps } });
    expect(found?.figures.current.force.grade).not.toHaveProperty("value");
    // None is made for a group, nor asked of its forces.
    expect(found?.figures.current.peers).toEqual({});
  });

  test.each([
    ["Good", "Adequate", "behind"],
    ["Adequate", "Adequate", "on track"],
    ["Requires improvement", "Adequate", "on track"],
    ["Adequate", "Good", "on track"],
  ])("due later, from %s to %s: %s", async (baseline, current, standing) => {
    write([baseline, current], "        aim: at least Good\n        by: March 2025\n");
    const found = (await row()).row;
    expect(found?.standing).toBe(standing);
    expect(found?.reason).toBe(current === "Good" ? undefined : "it is due by the end of March 2025");
  });

  test("due and not reached is not achieved", async () => {
    write(["Good", "Adequate"], "        aim: at least Good\n        by: March 2023\n");
    expect((await row()).row?.standing).toBe("not achieved");
  });

  test("across two scales a change is not judged, a grade to reach is", async () => {
    const periods = ["2018/19", "2022/23"] as const;
    const two = "its grades are of two scales: the four grades of HMICFRS, and the five grades of HMICFRS";
    write(["Good", "Good"], "        aim: improve\n", periods);
    const improve = (await row()).row;
    expect(improve).toMatchObject({ standing: "not judged", reason: two });
    expect(improve?.figures.change.force).toMatchObject({ grade: { gap: two } });
    write(["Good", "Good"], "        aim: at least Good\n", periods);
    expect((await row()).row?.standing).toBe("achieved");
    // Where the plan says that both are of one scale, they are.
    write(["Good", "Good"], "        aim: improve\n        scale: HMICFRS five grades\n", periods);
    expect((await row()).row).toMatchObject({ standing: "not achieved", reason: "no change" });
  });

  test("a grade to reach that the current scale does not have", async () => {
    write(["Good", "Good"], "        aim: at least Adequate\n", ["2017/18", "2018/19"]);
    const reason = '"Adequate" is not one of the four grades of HMICFRS';
    expect((await row()).row).toMatchObject({ standing: "not judged", reason });
  });
});

describe("a gap is a gap", () => {
  test("with the reason of the data", async () => {
    write(["Good", "[x] not inspected"], "        aim: improve\n");
    const found = (await row()).row;
    expect(found).toMatchObject({ standing: "not judged", reason: "current: not inspected" });
    expect(found?.figures.change.force).toMatchObject({ grade: { gap: "not inspected" } });
  });
  test.each([[""], [undefined]])("cell %j", async (cell) => {
    write(["Good", cell], "        aim: at least Good\n");
    const { row: found, err } = await row();
    expect(found?.standing).toBe("not judged");
    expect(found?.figures.current.force.grade).toHaveProperty("gap");
    expect(err).toMatch(cell === "" ? "figure-missing" : "period-not-covered");
  });
});

test("a mark beside a grade is not of it, and given twice it is refused only where it differs", async () => {
  write(["Adequate", "Good [r]"], "        aim: improve\n");
  const { row: found } = await row();
  expect(found?.figures.current.force).toMatchObject({ grade: { grade: "Good" } });
  expect(found?.notes).toContain("the data mark it [r] revised");
  const again = (word: string) => {
    write(["Adequate", "Good"], "        aim: improve\n");
    const path = join(folder, "data.csv");
    writeFileSync(path, `${readFileSync(path, "utf8")}Gloucestershire,PEEL,2022/23,grade,${word}\n`);
  };
  again("good");
  expect((await row()).row?.standing).toBe("achieved");
  again("Inadequate");
  const { row: twice, err } = await row();
  expect(twice?.standing).toBe("not judged");
  expect(err).toContain('the other value, "Good", is here');
});

test("every format has the words", async () => {
  write(["Adequate", "Good"], "        aim: improve\n");
  for (const format of ["terminal", "markdown", "html", "json"]) {
    const { out } = await run(["report", "--format", format], folder);
    for (const word of ["Adequate", "Good", "up 1 grade"]) expect(out, format).toContain(word);
  }
  await run(["report", "--format", "csv", "--out", "tables"], folder);
  const table = readFileSync(join(folder, "tables", "t.csv"), "utf8");
  expect(table.split("\r\n")[1]).toBe("PEEL,improve,achieved,Adequate,Good,up 1 grade,Yes");
  const about = JSON.parse(readFileSync(join(folder, "tables", "t.csv-metadata.json"), "utf8"));
  expect(about.tableSchema.columns[1].datatype).toBe("string");
});

test("explain leads to the line, and says the scale and the rule", async () => {
  write(["Adequate", "Good"], "        aim: at least Good\n");
  const current = await run(["explain", "PEEL", "current", "grade"], folder);
  expect(current.out).toMatch(/data\.csv line 3, column\s+5 \(value\)/);
  expect(current.out).toMatch(/the best first:\s+Outstanding, Good, Adequate,/);
  const verdict = await run(["explain", "PEEL", "achieved"], folder);
  expect(verdict.out).toContain("at least Good: achieved where current is Good or better");
  expect(verdict.out).toContain("Good is Good or better, which is so");
  const change = await run(["explain", "PEEL", "change"], folder);
  expect(change.out).toContain("from Adequate to Good");
});

test("a column map reads a column of grades; inspect shows them", async () => {
  writeFileSync(join(folder, "own.csv"), "Force,Question,Year,PEEL grade\nGloucestershire,Responding,2022/23,Good\n");
  writeFileSync(
    join(folder, "plan.yaml"),
    `title: A plan
force: Gloucestershire
priorities: [{ id: A, name: A }]
data: [{ files: own.csv, columns: { area: Force, series: Question, period: Year, grade: PEEL grade } }]
tables:
  - title: T
    current: 2022/23
    kind: grade
    measures: [{ name: Responding, aim: at least Good, priorities: [A] }]
`,
  );
  expect((await row()).row).toMatchObject({
    standing: "achieved",
    figures: { current: { force: { grade: { grade: "Good", from: [{ file: "own.csv", line: 2, column: 4 }] } } } },
  });
  write(["Adequate", "Good"], "        aim: improve\n");
  const seen = await run(["inspect", "data.csv", "--period", "2022/23"], folder);
  expect(seen.out).toContain("grade: Good (line 3)");
});

test("diff tells a grade that was revised", async () => {
  write(["Adequate", "Good"], "        aim: at least Good\n");
  writeFileSync(join(folder, "old.json"), (await run(["report", "--format", "json"], folder)).out);
  write(["Adequate", "Adequate"], "        aim: at least Good\n");
  writeFileSync(join(folder, "new.json"), (await run(["report", "--format", "json"], folder)).out);
  const { out } = await run(["diff", "old.json", "new.json"], folder);
  expect(out).toMatch(/PEEL\s+current grade\s+Good\b.*Adequate/);
  expect(out).toContain("PEEL: achieved → not achieved, by the revision of");
  const same = await run(["diff", "old.json", "old.json"], folder);
  expect(same.out).not.toContain("flipped");
});

test("diff takes a grade that is maintained for what it is", async () => {
  write(["Good", "Good"], "        aim: maintain\n");
  writeFileSync(join(folder, "old.json"), (await run(["report", "--format", "json"], folder)).out);
  const { exit, err } = await run(["diff", "old.json", "old.json"], folder);
  expect([exit, err]).toEqual([0, ""]);
});

test.each(["compare", "trend"])("%s has no words to rank or to draw", async (command) => {
  write(["Adequate", "Good"], "        aim: improve\n");
  expect((await run([command], folder)).err).toMatch(/nothing to compare|no months, quarters or years/);
});
