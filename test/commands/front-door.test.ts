// The first things that a person tries: a command without its arguments, in a folder without a plan, or on a data file.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { verbs } from "../../src/commands/index.ts";
import { gloucestershire, home, run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "front-door-"));
afterAll(() => rmSync(folder, { recursive: true }));
const figures = "area,series,period,kind,value\nKent,Robbery,2023,count,20\nSource: the force,,,,\n";
for (const name of ["empty", "exports", "exports/more", "planned"]) mkdirSync(join(folder, name));
writeFileSync(join(folder, "exports/b figures.csv"), figures);
writeFileSync(join(folder, "exports/a.xlsx"), "");
cpSync(join(home, gloucestershire, "plan.yaml"), join(folder, "planned", "mine.yaml"));
const at = (name: string): string => join(folder, name);

describe("a command without its arguments", () => {
  test.each(verbs.map(({ name }) => name))("%s says what is missing, and how to call it", async (name) => {
    const { err, exit } = await run([name], at("empty"));
    if (exit === 0) return expect(name).toBe("schema");
    expect(exit).toBe(2);
    expect(err).toMatch(
      err.startsWith("error: missing") ? `\nexample: plan-measures ${name} ` : /hint: .*plan-measures /,
    );
  });
  test.each(["inspect", "audit", "init", "diff"])("%s lacks one, and shows an example", async (name) => {
    const { err } = await run([name], at("empty"));
    expect(err).toContain("error: missing required argument");
    expect(err).toContain(`(run plan-measures ${name} --help`);
  });
});

describe("a folder without a plan", () => {
  test.each(["report", "check"])("%s names the data files, and the command to begin with", async (name) => {
    const { err, exit } = await run([name], at("exports"));
    expect(exit).toBe(2);
    expect(err).toContain("(a.xlsx, b figures.csv): plan-measures init my-plan --force NAME --data .\n");
  });
  test("a folder that is named", async () => {
    const { err } = await run(["report", "exports"], folder);
    expect(err).toContain("make a plan from the data files in exports (a.xlsx, b figures.csv)");
    expect(err).toContain("--data exports\n");
  });
  test("a plan of another name is named", async () => {
    const { err } = await run(["report"], at("planned"));
    expect(err).toContain("hint: name the plan: this folder has mine.yaml\n");
  });
  test("the plan in a folder of it is named, as init makes one there", async () => {
    mkdirSync(at("parent"));
    expect((await run(["init", "office plan"], at("parent"))).exit).toBe(0);
    expect((await run(["report"], at("parent"))).err).toContain(
      "name the plan: this folder has office plan/plan.yaml\n",
    );
    expect((await run([], at("parent"))).out).toContain('plan-measures report "office plan/plan.yaml"');
  });
  test("a file of words is no plan", async () => {
    writeFileSync(at("words.yaml"), "just words\n");
    const { err, exit } = await run(["report", "words.yaml"], folder);
    expect(exit).toBe(2);
    expect(err).toContain(
      "words.yaml:1:1: error: there is no plan in it: a plan has keys such as title:, force: and tables:",
    );
  });
  test("an empty folder, and one that is not there", async () => {
    for (const [name, place] of [
      ["empty", "empty/plan.yaml"],
      ["nowhere", "nowhere"],
    ])
      expect((await run(["report", name ?? ""], folder)).err).toBe(
        `plan-measures: ${place}: the file cannot be read: there is no such file\n  hint: name the plan file, or make one: plan-measures init my-plan\n`,
      );
  });
});

describe("a data file in place of a plan", () => {
  test.each([
    ["exports/b figures.csv", "exports"],
    ["b figures.csv", "."],
  ])("%s", async (given, from) => {
    const { err, exit } = await run(["report", given], from === "." ? at("exports") : folder);
    expect(exit).toBe(2);
    expect(err).toContain(`${given}: this is a data file (CSV), not a plan\n`);
    expect(err).toContain(
      `make a plan, which is a .yaml file, from its folder: plan-measures init my-plan --force NAME --data ${from}\n`,
    );
  });
});

describe("a long file", () => {
  // Over 1 MiB; the last two records contradict each other.
  const records = Array.from({ length: 40_000 }, (_, index) => `Kent,Offence ${index},2023,count,${index}\n`);
  const long = `area,series,period,kind,value\n${records.join("")}Kent,Arson,2023,count,5\nKent,Arson,2023,count,6\n`;
  test("inspect says that its figures were not compared, and what compares them", async () => {
    writeFileSync(at("long.csv"), long);
    expect(long.length).toBeGreaterThan(2 ** 20);
    const quick = await run(["inspect", "long.csv"], folder);
    expect(quick.out).toContain("not done   its figures were not compared with each other, as it is a long file\n");
    expect(quick.out).toContain("for that, add --area NAME, or run plan-measures check on a plan that uses it\n");
    expect(quick.err).not.toContain("given-twice");
    const asked = await run(["inspect", "long.csv", "--area", "Kent", "--series", "Arson"], folder);
    expect(asked.out).not.toContain("not done");
    expect(asked.err).toContain("[given-twice]");
    const page = await run(["inspect", "long.csv", "--format", "html"], folder);
    expect(page.out).toContain("0 doubts in the files that were compared");
    expect(page.out).toContain("no doubts were looked for there: long.csv");
    const [file] = JSON.parse((await run(["inspect", "long.csv", "--format", "json"], folder)).out).files;
    expect(file.compared).toBe(false);
  });
  test("of a short one nothing is left undone", async () => {
    const { out } = await run(["inspect", "exports/b figures.csv"], folder);
    expect(out).not.toContain("not done");
  });
});
