// dates: month of a plan's data: first days of months as headings and in cells, by a map and in a file that a source knows.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "months-"));
afterAll(() => rmSync(folder, { recursive: true }));

const tables = [
  {
    title: "T",
    baseline: "January 2019",
    current: "March 2019",
    measures: [{ name: "Robbery", aim: "reduce", priorities: ["SAFE"], comment: "x" }],
  },
];
const planOf = (data: object) => ({
  title: "A plan",
  force: "Gloucestershire",
  priorities: [{ id: "SAFE", name: "Safe" }],
  data: [{ files: "data.csv", ...data }],
  tables,
});

/** The baseline and the current figure of a plan, and what is refused. */
async function report(data: object, content: string) {
  writeFileSync(join(folder, "data.csv"), content);
  writeFileSync(join(folder, "plan.yaml"), JSON.stringify(planOf(data)));
  const { out } = await run(["report", "plan.yaml", "--format", "json"], folder);
  const { tables, problems } = JSON.parse(out);
  const { baseline, current } = tables[0].rows[0].figures;
  return {
    figures: [baseline, current].map(({ force }) => force.count.value ?? null),
    problems: problems.map(({ code, line, hint }: { code: string; line?: number; hint?: string }) =>
      code === "period-unknown" ? `${line} ${hint}` : code,
    ),
  };
}

const columns = { area: "Force", series: "Offence", period: "Date", count: "Number" };
const rows = (...dates: string[]): string =>
  `Force,Offence,Date,Number\n${dates.map((date, index) => `Gloucestershire,Robbery,${date},${10 + index}\n`).join("")}`;

describe("dates: month", () => {
  test.each([
    ["ISO dates in a column", "2019-01-01", "2019-02-01", "2019-03-01"],
    ["dates as they are written here", "01/01/2019", "01/02/2019", "01/03/2019"],
    ["dates beside words", "2019-01-01", "Feb-19", "March 2019"],
  ])("%s", async (_, ...dates) => {
    expect(await report({ dates: "month", columns }, rows(...dates))).toEqual({ figures: ["10", "12"], problems: [] });
  });

  test("a day within a month is no month, and neither is one in American order", async () => {
    const { figures, problems } = await report({ dates: "month", columns }, rows("2019-01-15", "03/13/2019"));
    expect(figures).toEqual([null, null]);
    expect(problems.filter((one: string) => /^\d/.test(one))).toEqual([
      expect.stringMatching(/^2 write a period like/),
      expect.stringMatching(/^3 write a period like/),
    ]);
  });

  test("without it such dates are refused, and the hint says it", async () => {
    const { figures, problems } = await report({ columns }, rows("2019-01-01", "2019-02-01", "2019-03-01"));
    expect(figures).toEqual([null, null]);
    expect(problems[0]).toBe("2 write dates: month beside files: in the plan, if 2019-01-01 means January 2019");
  });

  test("under the heading Month they are months without it", async () => {
    const said = rows("2019-01-01", "2019-02-01", "2019-03-01").replace("Date", "Month");
    expect(await report({ columns: { ...columns, period: "Month" } }, said)).toEqual({
      figures: ["10", "12"],
      problems: [],
    });
    const ending = said.replace("Month", "Month ending");
    const { figures } = await report({ columns: { ...columns, period: "Month ending" } }, ending);
    expect(figures).toEqual([null, null]);
  });

  test("in a file that a source knows", async () => {
    const tidy = "area,series,period,kind,value\n";
    const records = ["2019-01-01,count,10", "2019-03-01,count,12"].map((one) => `Gloucestershire,Robbery,${one}\n`);
    expect(await report({ dates: "month" }, tidy + records.join(""))).toEqual({ figures: ["10", "12"], problems: [] });
  });

  test("headings with a month left out between them", async () => {
    const values = [{ column: 2, to: 4, kind: "count", headings: "period" }];
    const map = { dates: "month", columns: { series: "Offence", values }, fixed: { area: "Gloucestershire" } };
    const wide = "Offence,2019-01-01,2019-03-01,2019-04-01\nRobbery,10,12,13\n";
    expect(await report(map, wide)).toEqual({ figures: ["10", "12"], problems: [] });
  });

  test("the schema of plans knows month, and nothing else", async () => {
    const { out } = await run(["schema"], folder);
    const schema = z.fromJSONSchema(JSON.parse(out));
    expect(schema.safeParse(planOf({ dates: "month", columns })).error).toBeUndefined();
    expect(schema.safeParse(planOf({ dates: "quarter", columns })).success).toBe(false);
  });
});
