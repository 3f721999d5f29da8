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
  expect(plan).toContain("# choose: baseline: 2019, or another earlier period");
  // The aims of three measures, the baseline, the similar forces and the priorities.
  expect(plan.match(/# choose/g)).toHaveLength(6);
});

test.each([
  [
    "a force that the files do not have",
    ["new", "--force", "Kent", "--data", "exports"],
    "no area in the files has this name\n  hint: choose from Gloucestershire, Wiltshire\n",
  ],
  [
    "a misspelt force",
    ["new", "--force", "Glocestershire", "--data", "exports"],
    "no area in the files has this name; did you mean Gloucestershire?\n  hint: write the name as the files have it: --force Gloucestershire\n",
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

test("two files with the same series for the same period make one table, which says whose figures are there again", async () => {
  mkdirSync(at("twice"));
  const p1 = (title: string) =>
    `"Table P1: recorded crime, number of offences, ${title}",,,,\nArea Code,Area Name,Total recorded crime,Violence against the person,Robbery\n`;
  const numbers = "E23000037,Gloucestershire,900,400,336\nE23000038,Wiltshire,800,300,200\n";
  writeFileSync(at("twice/p1.csv"), p1("year ending March 2019") + numbers);
  writeFileSync(at("twice/p1 again.csv"), p1("year ending March 2019") + numbers);
  const rates =
    "area,series,period,kind,value\nGloucestershire,Robbery,year ending March 2019,rate,0.5\nGloucestershire,Burglary,year ending March 2019,rate,6.7\n";
  // The file of rates is read first, and the numbers lead all the same.
  writeFileSync(at("twice/a rates.csv"), rates);
  const { out, exit } = await init("merged", "--force", "Gloucestershire", "--data", "twice");
  expect(exit).toBe(0);
  const again =
    "data/a rates.csv has 1 of the series in data/p1 again.csv again, as rates: they are printed beside the numbers";
  expect(out).toContain(`${again}\n`);
  expect(out).toContain("data/p1.csv adds no figure of Gloucestershire to those in data/p1 again.csv\n");
  const plan = readFileSync(at("merged/plan.yaml"), "utf8");
  expect(plan).toContain(`    # ${again}\n`);
  expect(plan.match(/- title: /g)).toHaveLength(1);
  expect(plan.match(/name: "Robbery"/g)).toHaveLength(1);
  expect(plan).toContain('{ name: "Burglary", kind: rate, ');
  const report = await run(["report", "merged", "--format", "markdown", "--measure", "Robbery"], folder);
  expect([report.exit, report.err]).toEqual([0, ""]);
  expect(report.out).toContain("336");
  expect(report.out).toContain("0.5");
});

test("files that contradict each other are said to", async () => {
  mkdirSync(at("apart"));
  const row = (value: number): string =>
    `area,series,period,kind,value\nKent,Theft,2023,count,${value}\nKent,Arson,2023,count,3\n`;
  writeFileSync(at("apart/a.csv"), row(5));
  writeFileSync(at("apart/b.csv"), row(6));
  const { out } = await init("contradicted", "--force", "Kent", "--data", "apart");
  expect(out).toContain("1 error in the files: plan-measures inspect lists them\n");
});

test.each([
  [
    "a file that does not say its period",
    "untitled",
    "Area Code,Area Name,,,Violence against the person,Homicide,Violence with injury,Sexual offences,Robbery\nE23000037,Gloucestershire,900,,400,1,200,90,336\n",
    ["no figures for this force that can be read", "does not say which period its figures are for"],
  ],
  [
    "populations alone",
    "people",
    'area,series,period,kind,value\nKent,,mid-2023,population,"1,800,000"\n',
    ["the files have no figures for this force, only populations", "such as ONS table P1"],
  ],
])("%s is refused with what is lacking", async (_, name, text, said) => {
  mkdirSync(at(name));
  writeFileSync(at(`${name}/a.csv`), text);
  const { err, exit } = await init("none", "--force", name === "people" ? "Kent" : "Gloucestershire", "--data", name);
  expect(exit).toBe(2);
  for (const one of said) expect(err).toContain(one);
  expect(existsSync(at("none"))).toBe(false);
});

test("of more than 100 series the first are proposed, and the others counted", async () => {
  mkdirSync(at("many"));
  const rows = Array.from({ length: 130 }, (_, index) => `Kent,Offence ${index},2023,count,5\n`);
  writeFileSync(at("many/a.csv"), `area,series,period,kind,value\n${rows.join("")}`);
  const { out } = await init("of many", "--force", "Kent", "--data", "many");
  expect(out).toContain("30 more series are not listed here: plan-measures inspect FILE --list series shows all\n");
  expect(readFileSync(at("of many/plan.yaml"), "utf8").match(/- \{ name: "Offence /g)).toHaveLength(100);
});
