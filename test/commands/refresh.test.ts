// The quarterly refresh: shown and not done, done once, stopped halfway and finished or taken back, and refused.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { applyChanges, hashAt } from "../../src/io/change-set.ts";
import { realDisk } from "../../src/io/disk.ts";
import { withLatest } from "../../src/plan/write-latest.ts";
import { run } from "../helpers/world.ts";

let folder: string;
const at = (path: string): string => join(folder, path);
const PLAN = `# The plan of the force
title: Plan
force: Gloucestershire
priorities: [{ id: SAFE, name: Safe }]
data: [data/*.csv]
comments: comments.csv
outputs:
  - { format: html, folder: published }
tables:
  - title: Recorded crime
    baseline: 2019
    current: latest (12 months to June 2023)   # kept
    measures:
      - { name: Burglary, aim: reduce, priorities: [SAFE] }
      - { name: Robbery, aim: reduce, priorities: [SAFE] }
`;
const csv = (rows: string): string => `area,series,period,kind,value\n${rows.replace(/^(?=.)/gm, "Gloucestershire,")}`;
const JUNE = csv(`Burglary,2019,count,1000
Burglary,12 months to June 2023,count,1100
Robbery,2019,count,348
Robbery,12 months to June 2023,count,340
`);
const SEPTEMBER = csv(`Burglary,2019,count,1010
Burglary,12 months to June 2023,count,1115
Burglary,12 months to September 2023,count,1090
Robbery,2019,count,348
Robbery,12 months to June 2023,count,352
Robbery,12 months to September 2023,count,351
`);
const COMMENTS = "measure,period,comment\r\nBurglary,12 months to June 2023,Sheds are counted since 2023.\r\n";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "refresh-"));
  for (const one of ["data", "new"]) mkdirSync(at(one));
  writeFileSync(at("plan.yaml"), PLAN);
  writeFileSync(at("data/figures.csv"), JUNE);
  writeFileSync(at("comments.csv"), COMMENTS);
  writeFileSync(at("notes.txt"), "my own");
  writeFileSync(at("new/figures.csv"), SEPTEMBER);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Every file of the folder with its text. */
const texts = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]),
  );
const refresh = (...args: string[]) => run(["refresh", "plan.yaml", ...args], folder, 80);

test("shows what the new files change, and writes nothing", async () => {
  const before = texts();
  const { out, exit } = await refresh("new");
  expect(exit).toBe(0);
  expect(texts()).toEqual(before);
  expect(out).toContain("data/figures.csv: replaced by new/figures.csv");
  expect(out).toContain("current: 12 months to June 2023 → 12 months to September 2023");
  // 340 was under the 348 of 2019; restated as 352 it is not.
  expect(out).toContain("Robbery: achieved → not achieved, by the revision of its current figure alone.");
  // 1,115 − 1,100 and 1,090 − 1,115.
  expect(out).toMatch(/Burglary +current number +1,100 +15 +-25 +1,090/);
  expect(out).toContain("nothing was written: add --write to do it");
});

test("--write copies, keeps, edits and drafts, and nothing else; a second run does nothing", async () => {
  const before = texts();
  const { out, exit } = await refresh("new", "--write");
  expect(exit).toBe(0);
  expect(out).toContain("Robbery: a draft was added");
  const after = texts();
  // 351 of 348: 100 × 3 ÷ 348 = 0.86…
  const draft = `Robbery,12 months to September 2023,"[draft] Robbery: 351 in the 12 months to September 2023, up 3 (0.9%) from 348 in 2019. Aim to reduce: not achieved."\r\n`;
  expect(after).toMatchObject({
    "plan.yaml": PLAN.replace("June 2023", "September 2023"),
    "data/figures.csv": SEPTEMBER,
    "comments.csv": COMMENTS + draft,
    "notes.txt": "my own",
    "new/figures.csv": SEPTEMBER,
  });
  const more = Object.keys(after).filter((path) => !(path in before));
  expect(more.map((path) => path.replace(/[0-9a-f]{12}/, "HASH")).sort()).toEqual([
    "history/2023-06-HASH.json",
    "history/HASH/figures.csv",
    "published/report.html",
  ]);
  expect(after[more.find((path) => path.endsWith("figures.csv")) ?? ""]).toBe(JUNE);
  const kept = JSON.parse(after[more.find((path) => path.endsWith(".json")) ?? ""] ?? "");
  expect(kept.tables[0].rows[1].figures.current.force.count.value).toBe("340");

  const again = await refresh("new", "--write");
  expect(again.out).toMatch(/^nothing is new, and nothing was changed\n/);
  expect(texts()).toEqual(after);

  // What is left: a draft, and a comment that is carried over. Once both are read, it is ready.
  const checked = async () => JSON.parse((await run(["check", "--format", "json", "--out", "published"], folder)).out);
  expect((await checked()).lacks.map(({ message }: { message: string }) => message)).toEqual([
    "Burglary: its comment is carried over from 12 months to June 2023, and must be read again",
    "Robbery: its comment is a draft",
  ]);
  writeFileSync(at("comments.csv"), (COMMENTS + draft).replace("[draft] ", "").replace("June", "September"));
  expect((await refresh("--write")).out).toContain("Written\n  published/report.html\n");
  expect((await checked()).ready).toBe(true);
});

test("an unsettled latest gets its period beside the word, and a new file goes where a pattern names it", async () => {
  writeFileSync(at("plan.yaml"), PLAN.replace("latest (12 months to June 2023)", '"latest"'));
  writeFileSync(at("new/more.csv"), csv("Theft,2019,count,5\n"));
  rmSync(at("new/figures.csv"));
  expect((await refresh("new", "--write")).out).toContain("data/more.csv: new, from new/more.csv");
  expect(texts()["plan.yaml"]).toContain('current: "latest (12 months to June 2023)"   # kept');
});

test.each([
  // Mid-2024 is after September 2023, the end of the period that latest moves to.
  [
    "{ period: latest (12 months to June 2023), population: mid-2021 }",
    "the plan uses mid-2021, but the data have mid-2023",
  ],
  ["{ period: latest (12 months to June 2023), population: mid-2023 }", undefined],
  ["{ period: latest (12 months to June 2023), population: latest (mid-2021) }", undefined],
  ["{ period: 12 months to June 2023, population: mid-2021 }", undefined],
])("current: %s: a population that stays behind a moved period is left for a person", async (current, said) => {
  const people = (years: readonly string[]): string =>
    csv(years.map((year) => `,${year},population,640000\n`).join("")).replace(/^.*\n/, "");
  const plan = PLAN.replace("baseline: 2019", "baseline: { period: 2019, population: mid-2021 }");
  writeFileSync(at("plan.yaml"), plan.replace(/latest \(.*\)/, current));
  writeFileSync(at("data/figures.csv"), JUNE + people(["mid-2021"]));
  writeFileSync(at("new/figures.csv"), SEPTEMBER + people(["mid-2021", "mid-2022", "mid-2023", "mid-2024"]));
  const { out } = await refresh("new");
  const left = out.slice(out.indexOf("Left for you")).replace(/\s+/g, " ");
  expect(left.includes("population: the plan uses")).toBe(said !== undefined);
  expect(left).toContain(said ?? "Left for you");
});

describe("a refresh that was stopped halfway", () => {
  const stop = (): void => {
    const changes = ["data/figures.csv", "plan.yaml"].map((path) => ({
      ...{ path, before: hashAt(at(path)) },
      content: Buffer.from(path === "plan.yaml" ? PLAN.replace("June", "September") : SEPTEMBER),
    }));
    const disk = {
      ...realDisk,
      rename(from: string, to: string): void {
        if (to.endsWith("plan.yaml")) throw new Error("stopped");
        realDisk.rename(from, to);
      },
    };
    expect(() => applyChanges(folder, changes, disk)).toThrow("stopped");
  };

  test("keeps check from saying ready; refresh finishes it, only with --write", async () => {
    stop();
    const { out, exit } = await run(["check", "--format", "json"], folder);
    expect(exit).toBe(1);
    expect(JSON.parse(out).lacks[0].message).toContain("a refresh was stopped halfway");
    const shown = await refresh();
    expect(shown).toMatchObject({ exit: 2, err: expect.stringContaining("a refresh was stopped halfway") });
    expect((await refresh("--write")).out).toContain(
      "finished the refresh that was stopped:\n  data/figures.csv\n  plan.yaml\n",
    );
    expect(texts()["plan.yaml"]).toBe(PLAN.replace("June", "September"));
  });

  test("is taken back by --undo", async () => {
    const before = texts();
    stop();
    expect((await refresh("--undo")).out).toContain("took back the refresh that was stopped:\n");
    expect(texts()).toEqual(before);
    expect(await refresh("--undo")).toMatchObject({ exit: 2, err: expect.stringContaining("nothing to take back") });
  });

  test("stops with the name of a file that was changed by hand in between", async () => {
    stop();
    const mine = `${JUNE}Gloucestershire,Theft,2019,count,5\n`;
    writeFileSync(at("data/figures.csv"), mine);
    for (const how of ["--undo", "--write"]) {
      expect((await refresh(how)).err).toContain("data/figures.csv: the file was changed in the meantime");
    }
    expect(texts()["data/figures.csv"]).toBe(mine);
  });
});

describe("nothing is written where", () => {
  test.each<[string, () => void, string, number]>([
    [
      "the plan reads no such file",
      () => cpSync(at("new/figures.csv"), at("new/figures.txt")),
      "figures.txt: the plan reads no file with this name",
      2,
    ],
    ["a file is no data", () => writeFileSync(at("new/other.csv"), "a,b\n1,2\n"), "this kind of file is not known", 1],
    [
      "a figure is given twice",
      () => writeFileSync(at("new/other.csv"), csv("Robbery,2019,count,349\n")),
      "Refused\n",
      1,
    ],
    [
      "a partial file would replace a whole one",
      () => writeFileSync(at("new/figures.csv"), SEPTEMBER.replace(/.*Burglary,12 months to June.*\n/, "")),
      "the new files lack Burglary of Gloucestershire: 12 months to June 2023",
      1,
    ],
    [
      "outputs lead out of the folder",
      () => writeFileSync(at("plan.yaml"), PLAN.replace("folder: published", "folder: ../out")),
      "outputs: ../out is outside",
      2,
    ],
  ])("%s", async (_, change, said, exit) => {
    change();
    const before = texts();
    const done = await refresh("new", "--write");
    expect(`${done.out}${done.err}`.replace(/\n +/g, " ")).toContain(said.replace("\n", ""));
    expect(done.exit).toBe(exit);
    expect(texts()).toEqual(before);
  });

  test.each<[string, () => void, string]>([
    [
      "history is a file",
      () => writeFileSync(at("history"), ""),
      "history: there is a file with this name where the folder should go",
    ],
    [
      "an output is a folder",
      () => mkdirSync(at("published/report.html"), { recursive: true }),
      "published/report.html: there is a folder with this name where the file should go",
    ],
  ])("%s", async (_, change, said) => {
    change();
    const before = texts();
    expect(await refresh("new", "--write")).toMatchObject({ exit: 2, err: expect.stringContaining(said) });
    expect(texts()).toEqual(before);
  });

  test("an output of the plan is wrong: the others are written, and the error is told", async () => {
    writeFileSync(at("plan.yaml"), PLAN.replace("tables:", "  - { format: pdf, folder: published }\ntables:"));
    const { out, err, exit } = await refresh("new", "--write");
    expect(exit).toBe(1);
    expect(err).toContain("plan.yaml:9:15: error: format: expected html");
    expect(out).toContain("  published/report.html\n");
    expect(texts()["published/report.html"]).toContain("12 months to September 2023");
  });

  test("--drop goes on without the figures that a new file lacks", async () => {
    writeFileSync(at("new/figures.csv"), SEPTEMBER.replace(/.*Burglary,12 months to June.*\n/, ""));
    expect((await refresh("new", "--drop", "--write")).out).toContain("Written\n");
  });

  test("a folder that is not there, and a plan that is piped in", async () => {
    expect((await refresh("nowhere")).err).toContain("nowhere: there is no such file or folder");
    expect((await run(["refresh", "-"], folder)).exit).toBe(2);
  });
});

describe("a series that has a new name in the new files", () => {
  const RENAMED = SEPTEMBER.replaceAll("Burglary", "Burglary offences").replaceAll("Robbery", '"Robbery, all"');

  test("is an error that names the close ones, and is never taken for it", async () => {
    writeFileSync(at("new/figures.csv"), RENAMED);
    const before = texts();
    const { out, exit } = await refresh("new", "--write");
    expect(exit).toBe(1);
    expect(out.replace(/\n +/g, " ")).toContain(
      'the new files have no series "Robbery"; close names are "Robbery, all", "Burglary offences". If it has a new name, add --rename "Robbery=NEW NAME"',
    );
    expect(texts()).toEqual(before);
  });

  test("is written into the plan where --rename says so, and the rest of the plan stays", async () => {
    const plan = `${PLAN.replaceAll("\n", "\r\n").replace(/ {6}- \{ name: Burglary.*/s, "")}      - name: Burglary # of homes\r
        aim: reduce\r
        priorities: [SAFE]\r
      - { name: Robberies, series: 'Robbery', aim: reduce, priorities: [SAFE] } # and this\r
`;
    writeFileSync(at("plan.yaml"), plan);
    writeFileSync(at("comments.csv"), "measure,comment\nBurglary,It fell.\n");
    writeFileSync(at("new/figures.csv"), RENAMED);
    const names = ["--rename", "Burglary=Burglary offences", "--rename", "robbery = Robbery, all"];
    const { out, exit } = await refresh(...names, "new", "--write");
    expect(out).toContain("Renamed series\n  Burglary → Burglary offences\n  robbery → Robbery, all\n");
    expect(exit).toBe(0);
    expect(texts()["plan.yaml"]).toBe(
      plan
        .replace("June 2023", "September 2023")
        .replace("# of homes\r\n", "# of homes\r\n        series: Burglary offences\r\n")
        .replace("'Robbery'", '"Robbery, all"'),
    );
    // Revised and moved as ever: 1,115 − 1,100 and 1,090 − 1,115.
    expect(out).toMatch(/Burglary +current number +1,100 +15 +-25 +1,090/);
    expect((await refresh("new", "--write")).out).toMatch(/^nothing is new/);
  });

  test.each([
    ["Burglry=Burglary offences", 'the plan uses no series "Burglry"', "Burglary"],
    ["Burglary=Burglary offence", 'the data have no series "Burglary offence"', "Burglary offences"],
    ["Burglary", "there must be two names", "Old name=New name"],
  ])("%s is refused with what is close", async (words, said, close) => {
    writeFileSync(at("new/figures.csv"), RENAMED);
    const before = texts();
    const { err, exit } = await refresh("new", "--write", "--rename", words);
    expect([exit, err]).toEqual([2, expect.stringContaining(said)]);
    expect(err).toContain(close);
    expect(texts()).toEqual(before);
  });

  test.each([
    [["Burglary=Theft", "Robbery=theft"], '"Burglary" and "Robbery" cannot both become "theft"'],
    [["Burglary=Robbery"], 'the plan uses "Robbery" already'],
  ])("%j: two measures of one series are refused", async (renames, said) => {
    writeFileSync(at("new/figures.csv"), SEPTEMBER.replaceAll("Burglary", "Theft"));
    const before = texts();
    const { err, exit } = await refresh("new", "--write", ...renames.flatMap((words) => ["--rename", words]));
    expect([exit, err]).toEqual([2, expect.stringContaining(said)]);
    expect(texts()).toEqual(before);
  });

  test("two names may be swapped", async () => {
    const { err } = await refresh("new", "--rename", "Burglary=Robbery", "--rename", "Robbery=Burglary");
    expect(err).not.toContain("already");
  });

  test("is refused where the data still have the old name", async () => {
    const { err, exit } = await refresh("new", "--rename", "Burglary=Burglary offences");
    expect([exit, err]).toEqual([2, expect.stringContaining('the data still have the series "Burglary"')]);
  });
});

describe("a wrong entry under outputs", () => {
  test.each(["{ format: docs, folder: published }", "{ format: html, folder: 3, colour: red }", "published"])(
    "%s ends with 1, is named with its line, and the other outputs are written",
    async (entry) => {
      writeFileSync(at("plan.yaml"), PLAN.replace("tables:", `  - ${entry}\ntables:`));
      const { out, err, exit } = await refresh("new", "--write");
      expect(exit, out).toBe(1);
      expect(`${out}${err}`).toMatch(/plan\.yaml:\d+:\d+: error: /);
      expect(texts()["published/report.html"]).toBeDefined();
    },
  );
});

describe("a new release beside the last one", () => {
  const beside = (text: string): void => {
    rmSync(at("new/figures.csv"));
    writeFileSync(at("new/a.csv"), text);
  };

  test("is refused by the plan as it is, and taken where that says newest", async () => {
    beside(SEPTEMBER);
    expect(await refresh("new", "--write")).toMatchObject({ exit: 1, out: expect.stringContaining("Refused\n") });
    writeFileSync(at("plan.yaml"), PLAN.replace("tables:", "releases: newest\ntables:"));
    const { out, exit } = await refresh("new", "--write");
    expect(exit).toBe(0);
    expect(out).toMatch(/Burglary +current number +1,100 +15 +-25 +1,090/);
    expect(texts()).toMatchObject({ "data/a.csv": SEPTEMBER, "data/figures.csv": JUNE });
  });

  test("that lost a figure is refused until the plan says what to do", async () => {
    const plan = (words: string): void => writeFileSync(at("plan.yaml"), PLAN.replace("tables:", `${words}\ntables:`));
    beside(SEPTEMBER.replace(/.*Burglary,2019.*\n/, ""));
    plan("releases: newest");
    const before = texts();
    const { out, exit } = await refresh("new", "--write");
    expect(exit).toBe(1);
    expect(out.replace(/\n +/g, " ")).toContain("data/figures.csv, has: Burglary of Gloucestershire: 2019");
    expect(texts()).toEqual(before);
    plan("releases: { use: newest, only-in-older: keep }");
    // The baseline stays as it was, 1,000, and the current figure is the new one's.
    expect((await refresh("new", "--write")).out).toMatch(/Burglary +current number +1,100 +15 +-25 +1,090/);
  });

  test("in the place of a newer one is refused", async () => {
    writeFileSync(at("data/figures.csv"), SEPTEMBER);
    writeFileSync(at("new/figures.csv"), JUNE);
    const before = texts();
    const { out, exit } = await refresh("new", "--write", "--drop");
    expect(exit).toBe(1);
    expect(out.replace(/\n +/g, " ")).toContain(
      "data/figures.csv: the new file is from an older release (figures to June 2023) than the file that it would replace (figures to September 2023)",
    );
    expect(texts()).toEqual(before);
  });
});

test("says a newer period that only some of the group have, and does not move to it", async () => {
  writeFileSync(
    at("plan.yaml"),
    PLAN.replace(
      "priorities: [{",
      "similar-forces: { name: MSG, forces: [Gloucestershire, Wiltshire] }\npriorities: [{",
    ),
  );
  const both = (text: string): string => text + text.replaceAll("Gloucestershire,", "Wiltshire,").replace(/^.*\n/, "");
  writeFileSync(at("data/figures.csv"), both(JUNE));
  writeFileSync(at("new/figures.csv"), both(SEPTEMBER).replace(/^Wiltshire,.*September.*\n/gm, ""));
  const { out } = await refresh("new", "--write");
  expect(out.replace(/\n +/g, " ")).toContain(
    "the data have 12 months to September 2023 for Gloucestershire, but not for Wiltshire",
  );
  expect(texts()["plan.yaml"]).toContain("latest (12 months to June 2023)");
});

describe("the history", () => {
  test("is kept where the plan says", async () => {
    writeFileSync(at("plan.yaml"), PLAN.replace("tables:", "history: kept/old\ntables:"));
    await refresh("new", "--write");
    const kept = Object.entries(texts()).filter(([path]) => path.startsWith("kept/old/"));
    expect(kept.map(([path]) => path.replace(/[0-9a-f]{12}/, "HASH")).sort()).toEqual([
      "kept/old/2023-06-HASH.json",
      "kept/old/HASH/figures.csv",
    ]);
    expect(kept.map(([, text]) => text)).toContain(JUNE);
  });

  test.each([
    ["history: ../kept", "is not a folder inside the plan's folder"],
    ["history: .", "is not a folder inside the plan's folder"],
  ])("%s is refused", async (line, said) => {
    writeFileSync(at("plan.yaml"), PLAN.replace("tables:", `${line}\ntables:`));
    expect(await refresh("new", "--write")).toMatchObject({ exit: 2, err: expect.stringContaining(said) });
  });

  test("is refused where the plan would read it as data", async () => {
    writeFileSync(at("plan.yaml"), PLAN.replace("data/*.csv", '"**/figures.csv"'));
    rmSync(at("new"), { recursive: true });
    const outside = mkdtempSync(join(tmpdir(), "refresh-new-"));
    writeFileSync(join(outside, "figures.csv"), SEPTEMBER);
    const before = texts();
    const { err, exit } = await refresh(outside, "--write");
    expect([exit, err]).toEqual([2, expect.stringContaining("data: in the plan would also read this file")]);
    expect(texts()).toEqual(before);
    rmSync(outside, { recursive: true });
  });
});

test.each([
  ["current: latest # note\n", "current: latest (2022) # note\n"],
  ["current: { period: latest, label: L }\r\n", "current: { period: latest (2022), label: L }\r\n"],
  ["current: 'latest 12 months (2021)'\n", "current: 'latest 12 months (2022)'\n"],
])("the period is written into %j", async (text, expected) => {
  const edits = [{ key: "current", what: "current", period: { from: 2022 * 12, to: 2022 * 12 + 11 } }] as const;
  expect(await withLatest(text, edits)).toBe(expected);
});

test("an alias is not edited", async () => {
  const edits = [{ key: "b", what: "current", period: { from: 2022 * 12, to: 2022 * 12 + 11 } }] as const;
  expect(await withLatest("a: &p latest\nb: *p\n", edits)).toMatchObject({
    hint: "write the period beside it by hand",
  });
});
