// What messages point at, offer and name: the line where a fault was made, the nearest names, files as they were asked for.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { fileNames, nearest, nearestFirst } from "../../src/core/names.ts";
import { nearestInTime, parsePeriod, periodName } from "../../src/core/period.ts";
import { asWord } from "../../src/core/safe-text.ts";
import { aimMeant } from "../../src/plan/aims/index.ts";
import { parsePlan } from "../../src/plan/plan.ts";
import { home, run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "messages-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("seven warnings alike", () => {
  const alike = join(home, "test", "cases", "warnings-alike");
  const series = ["Arson", "Burglary", "Fraud", "Public order", "Robbery", "Shoplifting", "Theft"];
  test.each([
    ["report", []],
    ["check", []],
    ["trend", []],
    ["diff", [".", "plan.yaml"]],
  ])("are told five times by %s, whose JSON holds them all", async (command, words) => {
    const done = await run([command, ...words, "--format", "json"], alike);
    const { problems } = JSON.parse(done.out) as { problems: { code: string; message: string }[] };
    const held = problems.filter(({ code }) => code === "parts-differ").map(({ message }) => message.split(" for ")[0]);
    expect([...new Set(held)]).toEqual(expect.arrayContaining(series));
    // A diff says the warnings of both its sides.
    const sides = command === "diff" ? 2 : 1;
    expect(done.err.match(/warning: .*\[parts-differ\]/g)?.length).toBe(5 * sides);
    expect(done.err).toMatch(/data\.csv: and \d+ more \[parts-differ\]; --format json holds them all\n/);
  });
});

test("errors are told up to fifty times", async () => {
  writeFileSync(
    join(folder, "e.csv"),
    `area,series,period,kind,value\n${Array.from({ length: 60 }, (_, index) => `Kent,S${index},2019,count,x\n`).join("")}`,
  );
  const { err } = await run(["inspect", "e.csv"], folder);
  expect(err.match(/\[not-a-number\]\n/g)?.length).toBe(50);
  expect(err).toContain("e.csv: and 10 more [not-a-number]; --format json holds them all\n");
});

describe("what stands in place of a name", () => {
  const offences = [
    ...["Arson", "Bicycle theft", "Criminal damage", "Drug offences", "Fraud", "Homicide", "Robbery", "Stalking"],
    ...["Theft from the person", "Violence with injury"],
  ];
  test("of more than are listed the nearest come first, of fewer none is moved", () => {
    expect(nearestFirst("Theft", offences).slice(0, 2)).toEqual(["Theft from the person", "Bicycle theft"]);
    expect(nearestFirst("Violence without injury", offences)[0]).toBe("Violence with injury");
    expect([...nearestFirst("x", offences)].sort()).toEqual([...offences].sort());
    expect(nearestFirst("Theft", offences.slice(0, 8))).toEqual(offences.slice(0, 8));
  });
  test("the only name that begins as it does is meant; of two, none is", () => {
    expect(nearest("Violence", offences)).toBe("Violence with injury");
    expect(nearest("Violence", [...offences, "Violence without injury"])).toBeUndefined();
    expect(nearest("Viol", ["Violence with injury"])).toBe("Violence with injury");
    expect(nearest("Vio", ["Violence with injury"])).toBeUndefined();
  });
  test("periods are those nearest in time, in order", () => {
    const read = (words: string) => {
      const period = parsePeriod(words);
      if (typeof period !== "object") throw new Error(words);
      return period;
    };
    const years = ["2019", "2002", "2014", "2003", "2018", "2025"].map(read);
    const first = (asked: string, most: number) =>
      nearestInTime(read(asked), years, most).slice(0, most).map(periodName);
    expect(first("2020", 3)).toEqual(["2018", "2019", "2025"]);
    expect(first("2001", 2)).toEqual(["2002", "2003"]);
    expect(first("2001", 9)).toEqual(["2002", "2003", "2014", "2018", "2019", "2025"]);
  });
  test.each([
    ["decrease by 5", "reduce by 5"],
    ["lower", "reduce"],
    ["raise by 2%", "increase by 2%"],
    ["Increse by 2%", "increase by 2%"],
    ["not more than 153", "at most 153"],
    ["no fewer than 153", "at least 153"],
    ["improve by 5", undefined],
    ["decrease by lots", undefined],
  ])("the aim %j may have meant %j", (words, meant) => {
    expect(aimMeant(words)).toBe(meant);
  });
});

describe("a fault of YAML is told where it was made", () => {
  const lines = [
    ...["title: A plan", "force: Kent", "priorities:", "  - { id: A, name: First }", "data: [data.csv]", "tables:"],
    ...["  - title: Crime", "    source: iQuanta", "    current: 2023", "    measures:", "      - name: Robbery"],
    ...["        aim: at most 3", "        comment: It fell.", "      - name: Burglary", "        aim: at most 4"],
  ];
  const told = async (line: number, instead: string) => {
    const text = lines.map((one, index) => (index === line - 1 ? instead : one)).join("\n");
    const { problems } = await parsePlan(`${text}\n`, "plan.yaml");
    return problems.filter(({ code }) => code === "plan-yaml").map((one) => `${one.line}:${one.column} ${one.message}`);
  };
  const open = "a quotation mark opens here and is never closed";
  const dash = 'a "- " is missing before this item of the list';
  test.each([
    ['title: "A plan', 1, [`1:8 ${open}`]],
    ["force: 'Kent", 2, [`2:8 ${open}`]],
    ['  - { id: "A, name: First }', 4, [`4:11 ${open}`]],
    ['        comment: "It fell.', 13, [`13:18 ${open}`]],
    ["        name: Robbery", 11, [`11:9 ${dash}`]],
    ["\u00a0\u00a0\u00a0\u00a0source: iQuanta", 8, ["8:1 the line is indented with a no-break space"]],
    ["    \u00a0   aim: at most 3", 12, ["12:5 the line is indented with a no-break space"]],
    ["    source: a \u00a0 b", 8, []],
  ])("%j on line %d", async (instead, line, expected) => {
    expect(await told(line, instead)).toEqual(expected);
  });
});

test("files are named by the letters of their titles, or by a number where there are none", () => {
  expect(fileNames(["犯罪", "Dŵr a thŷ, naïf", "Дані", "Table 2", "con", "A", "a!"], "table")).toEqual([
    ...["table-1", "dwr-a-thy-naif", "table-2", "table-2-2", "table-con", "a", "a-2"],
  ]);
  expect(fileNames(["", "?"], "chart")).toEqual(["chart-1", "chart-2"]);
});

test.each([
  ["my-plan/plan.yaml", "my-plan/plan.yaml"],
  ["C:\\plans\\plan.yaml", "C:\\plans\\plan.yaml"],
  ["tŷ/plan.yaml", "tŷ/plan.yaml"],
  ["new dir/plan.yaml", '"new dir/plan.yaml"'],
  ["R&D/plan.yaml", '"R&D/plan.yaml"'],
])("%s is typed as %s", (path, word) => {
  expect(asWord(path)).toBe(word);
});

test("init says the next command so that it can be copied", async () => {
  expect((await run(["init", "new dir/"], folder)).out).toContain('\nnext: plan-measures report "new dir/plan.yaml"\n');
});

test("what cannot be written is called what it was asked for, and leaves nothing behind", async () => {
  writeFileSync(join(folder, "taken"), "kept");
  const plan = join(home, "fixtures", "starter", "plan.yaml");
  const made = await run(["init", "taken/new"], folder);
  expect(made).toEqual({ out: "", err: "plan-measures: taken/new: its path leads through a file\n", exit: 2 });
  const written = await run(["report", plan, "--format", "html", "--out", "taken/new"], folder);
  expect(written.err).toBe("plan-measures: taken/new: its path leads through a file\n");
  expect(readFileSync(join(folder, "taken"), "utf8")).toBe("kept");
  expect(readdirSync(folder).filter((name) => name.includes(".part") || name.startsWith(".plan"))).toEqual([]);
  // Where even the administrator may not write.
  if (!existsSync("/sys/kernel")) return;
  const refused =
    "(you may not write there, or another program holds it open|it cannot be written to)\n  hint: choose another folder[^\n]*";
  const there = (await run(["init", "/sys/kernel/new"], folder)).err;
  expect(there).toMatch(new RegExp(`^plan-measures: \\S*sys/kernel/new: ${refused}\n$`));
  const into = (await run(["report", plan, "--format", "html", "--out", "/sys/kernel"], folder)).err;
  expect(into).toMatch(new RegExp(`^plan-measures: \\S*sys/kernel/report\\.html: ${refused}\n$`));
});
