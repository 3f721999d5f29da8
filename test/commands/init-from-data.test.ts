// A plan made from files: it runs at once, it guesses nothing, and it leaves nothing behind where it is refused.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "init-data-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (path: string): string => join(folder, path);
mkdirSync(at("exports"));
writeFileSync(
  at("exports/figures.csv"),
  `area,series,period,kind,value
Gloucestershire,Robbery,2019,count,348
Gloucestershire,Robbery,2023,count,395
Gloucestershire,"Theft: of, ""bikes""",2023,count,20
Gloucestershire,An old series,2019,count,5
Gloucestershire,Confidence,2023,percent,55.5
Gloucestershire,,mid-2023,population,"655,000"
Wiltshire,Robbery,2023,count,100
`,
);
const init = (...args: string[]) => run(["init", ...args], folder);

test("makes a plan of the series with a figure for the last period, which runs", async () => {
  expect((await init("mine", "--force", "Gloucestershire", "--data", "exports")).exit).toBe(0);
  expect(readdirSync(at("mine")).sort()).toEqual(["comments.csv", "data", "plan.schema.json", "plan.yaml"]);
  const { out, err, exit } = await run(["report", "mine", "--format", "json"], folder);
  expect([exit, err]).toEqual([0, ""]);
  const [table, ...others] = JSON.parse(out).tables;
  expect(others).toEqual([]);
  expect(table.current).toBe("2023");
  type Row = {
    measure: string;
    aim: string | null;
    figures: { current: { force: Record<string, { value: string }> } };
  };
  const rows = (table.rows as Row[]).map(({ measure, aim, figures: { current } }) => [
    ...[measure, aim],
    ...Object.values(current.force).map(({ value }) => value),
  ]);
  expect(rows).toEqual([
    ["Robbery", null, "395"],
    ['Theft: of, "bikes"', null, "20"],
    ["Confidence", null, "55.5"],
  ]);
  const plan = readFileSync(at("mine/plan.yaml"), "utf8");
  expect(plan).toContain("current: latest 12 months (2023)");
  // The aims of three measures, the baseline, the similar forces and the priorities.
  expect(plan.match(/# choose/g)).toHaveLength(6);
});

test.each([
  [
    "a force that the files do not have",
    ["new", "--force", "Kent", "--data", "exports"],
    "the files have no figures for this force",
  ],
  ["a folder that is not there", ["new", "--force", "Kent", "--data", "nowhere"], "there is no folder of files there"],
  ["one option without the other", ["new", "--force", "Kent"], "--force and --data are only used together"],
])("%s is refused, and nothing is made", async (_, args, said) => {
  const { err, exit } = await init(...args);
  expect(err).toContain(said);
  expect(exit).toBe(2);
  expect(existsSync(at("new"))).toBe(false);
  expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
});

test("quarters of months are no 12 months: the longest period there is", async () => {
  mkdirSync(at("months"));
  const rows = ["October", "November", "December"].map((month) => `Kent,Theft,${month} 2023,count,5\n`);
  writeFileSync(at("months/a.csv"), `area,series,period,kind,value\n${rows.join("")}`);
  expect((await init("kent", "--force", "Kent", "--data", "months")).exit).toBe(0);
  expect(readFileSync(at("kent/plan.yaml"), "utf8")).toContain("latest quarter (October 2023 to December 2023)");
});
