// Yes or no: what is done by its date, what is not, and what cannot be told.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { answerOf } from "../../src/core/answers.ts";
import { jsonOf } from "../helpers/json.ts";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "yes-no-"));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ["Yes", "yes", undefined],
  [" TRUE ", "yes", undefined],
  ["done", "yes", undefined],
  ["No", "no", undefined],
  ["false", "no", undefined],
  ["not done", "no", undefined],
  ["done 14 March 2024", "yes", "14 March 2024"],
  ["done on 14 March 2024", "yes", "14 March 2024"],
  ["Yes, 2024-03-14", "yes", "14 March 2024"],
  ["14/03/2024", "yes", "14 March 2024"],
  ["done in March 2024", "yes", "March 2024"],
  ["partly", undefined, undefined],
  ["1", undefined, undefined],
  ["no, 14 March 2024", undefined, undefined],
  ["done 31 June 2024", undefined, undefined],
])("%j is %s, %s", (cell, word, on) => {
  expect(answerOf(cell)?.word).toBe(word);
  expect(answerOf(cell)?.on?.words).toBe(on);
});

/** A plan of one measure over 2023/24 (to March 2024), with its cells by period. */
function write(cells: Readonly<Record<string, string>>, aim: string, more = ""): void {
  const lines = Object.entries(cells).map(([period, word]) => `Gloucestershire,Hub,${period},yes-no,"${word}"`);
  writeFileSync(join(folder, "data.csv"), ["area,series,period,kind,value", ...lines, ""].join("\n"));
  writeFileSync(
    join(folder, "plan.yaml"),
    `title: A plan
force: Gloucestershire
similar-forces: MSG
priorities: [{ id: A, name: A }]
data: [data.csv]
tables:
  - title: T
    baseline: 2022/23
    current: 2023/24
    measures:
      - name: Hub
        kind: yes-no
        aim: ${aim}
        priorities: [A]
        comment: As it is.
${more}`,
  );
}
async function row() {
  const { out, err } = await run(["report", "--format", "json"], folder);
  return { row: jsonOf("report", out).tables[0]?.rows[0], err };
}

describe("done by its date", () => {
  // The current period ends with March 2024: June 2024 is to come, September 2023 is over, March 2024 just is.
  test.each([
    ["yes", "done", "achieved"],
    ["no", "done", "not achieved"],
    ["yes", "done by June 2024", "achieved"],
    ["no", "done by June 2024", "on track"],
    ["no", "done by March 2024", "not achieved"],
    ["yes", "done by March 2024", "achieved"],
    ["no", "done by September 2023", "not achieved"],
    ["yes", "done by September 2023", "not judged"],
    ["done 30 September 2023", "done by September 2023", "achieved"],
    ["done 1 October 2023", "done by September 2023", "not achieved"],
    ["done 1 October 2023", "done by 30 September 2023", "not achieved"],
    ["done 1 October 2023", "done", "achieved"],
  ])("%s, %s: %s", async (cell, aim, standing) => {
    write({ "2023/24": cell }, aim);
    const { row: found, err } = await row();
    expect(found).toMatchObject({ standing, kind: "yes-no", basis: "yes-no", aim });
    // A baseline is not owed, and no group is asked.
    expect(err).toBe("");
    expect(found?.figures.baseline.force).toEqual({});
    expect(found?.figures.current.force["yes-no"]).not.toHaveProperty("value");
    expect(found?.figures.current.force["yes-no"]).toMatchObject({ done: cell !== "no" });
  });

  test("what was done at the baseline was done by a date after that, and behind where it is no more", async () => {
    write({ "2022/23": "yes", "2023/24": "yes" }, "done by September 2023");
    expect((await row()).row?.standing).toBe("achieved");
    write({ "2022/23": "yes", "2023/24": "no" }, "done by June 2024");
    expect((await row()).row?.standing).toBe("behind");
  });

  test("the date may stand under by:, and may not differ", async () => {
    write({ "2023/24": "no" }, "done", "        by: June 2024\n");
    expect((await row()).row).toMatchObject({
      standing: "on track",
      reason: "it is due by the end of June 2024",
    });
    write({ "2023/24": "no" }, "done by June 2024", "        by: July 2024\n");
    expect((await row()).err).toContain("gives another date");
  });
});

describe("stated by the plan", () => {
  test.each([
    ["14 September 2023", "done by September 2023", "achieved", "no", "yes (14 September 2023)"],
    ["2023-10-01", "done by September 2023", "not achieved", "no", "yes (1 October 2023)"],
    ["14 March 2023", "done by September 2023", "achieved", "yes (14 March 2023)", "yes (14 March 2023)"],
    // Done after the period, it was not at its end.
    ["2 April 2024", "done by June 2024", "on track", "no", "no"],
    ["yes", "done", "achieved", undefined, "yes"],
    ["true", "done", "achieved", undefined, "yes"],
    ["no", "done", "not achieved", undefined, "no"],
    ["false", "done by June 2024", "on track", undefined, "no"],
  ])("%s, %s: %s", async (done, aim, standing, baseline, current) => {
    write({}, aim, `        done: ${done}\n`);
    const { row: found, err } = await row();
    expect(err).toBe("");
    expect(found?.standing).toBe(standing);
    const [before, now] = [found?.figures.baseline, found?.figures.current].map((side) => side?.force["yes-no"]);
    expect(before && "shown" in before ? before.shown : undefined).toBe(baseline);
    expect(now).toMatchObject({ shown: current, from: [{ file: "plan.yaml", line: 16, column: 15 }] });
  });
});

test("a gap is a gap, and a day after the period is refused", async () => {
  write({ "2023/24": "[x] not known" }, "done");
  expect((await row()).row).toMatchObject({ standing: "not judged", reason: "current: not known" });
  write({}, "done");
  expect((await row()).row?.standing).toBe("not judged");
  write({ "2023/24": "done 2 April 2024" }, "done");
  const { row: found, err } = await row();
  expect(found?.standing).toBe("not judged");
  expect(err).toContain("answer-unfit");
});

test("every format has the day, explain the line, and diff a new answer", async () => {
  write({ "2023/24": "done 2 October 2023" }, "done by September 2023");
  for (const format of ["terminal", "markdown", "html", "json"]) {
    const { out } = await run(["report", "--format", format], folder);
    expect(out, format).toContain("yes (2 October 2023)");
    expect(out, format).toMatch(/it was not done by the end of September 2023, but on\s+2 October 2023/);
  }
  await run(["report", "--format", "csv", "--out", "tables"], folder);
  expect(readFileSync(join(folder, "tables", "t.csv"), "utf8")).toContain(
    "Hub,done by September 2023,not achieved,yes (2 October 2023),Yes",
  );
  const explained = await run(["explain", "Hub", "achieved"], folder);
  expect(explained.out).toContain("done by September 2023: achieved where current is yes, by September 2023");
  expect(explained.out).toMatch(/data\.csv line 2,\s+column 5/);
  writeFileSync(join(folder, "old.json"), (await run(["report", "--format", "json"], folder)).out);
  write({ "2023/24": "done 30 September 2023" }, "done by September 2023");
  writeFileSync(join(folder, "new.json"), (await run(["report", "--format", "json"], folder)).out);
  const { out } = await run(["diff", "old.json", "new.json"], folder);
  expect(out).toMatch(/yes \(2 October\s+2023\)/);
  expect(out).toContain("Hub: not achieved → achieved");
});
