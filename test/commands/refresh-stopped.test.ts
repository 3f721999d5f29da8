// What stops refresh --write before it changes a file, or between a stopped run and the next, and what no new file replaces.
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { isHalfway, ROOM } from "../../src/io/change-set.ts";
import { failingDisk } from "../helpers/failing-disk.ts";
import { NEW_DATA, OLD_DATA, refresh, refreshStart, texts, WRITE } from "../helpers/refresh-start.ts";
import { run } from "../helpers/world.ts";

const { start, copyOf, clear } = refreshStart();
afterAll(clear);
const OLD = texts(start);
const whole = copyOf(start);
const listing = failingDisk(whole);
await refresh(whole, WRITE, listing);
const NEW = texts(whole);

describe("through the command, before the first write", () => {
  const SAID = "close it in other programs, then run the command again. Nothing was changed";
  // As Windows refuses a file that Excel has open, as a read-only file refuses, and as one on a read-only disk does.
  test.each([
    ["EBUSY", "data/figures.csv", "another program holds it open"],
    ["EACCES", "comments.csv", "you may not write there, or another program holds it open"],
    ["EPERM", "plan.yaml", "you may not write there, or another program holds it open"],
  ])("%s: %s is named", async (code, path, why) => {
    const folder = copyOf(start);
    const disk = failingDisk(folder);
    const hold = (target: string): void => {
      if (target === join(folder, path)) throw Object.assign(new Error(code), { code, syscall: "open", path: target });
    };
    expect(await refresh(folder, WRITE, { ...disk, hold })).toMatchObject({
      exit: 2,
      err: `plan-measures: ${path}: the file cannot be replaced: ${why}\n  hint: ${SAID}\n`,
    });
    expect(texts(folder)).toEqual(OLD);
    // Only the room was made, which no other run can have then, and taken away.
    expect(disk.steps).toEqual([`makeFolder ${ROOM}`, `write ${ROOM}/run`, `remove ${ROOM}`]);
    expect((await refresh(folder, WRITE)).exit).toBe(0);
    expect(texts(folder)).toEqual(NEW);
  });

  test.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
    "a file without the right to write",
    async () => {
      const folder = copyOf(start);
      chmodSync(join(folder, "comments.csv"), 0o444);
      const { exit: code, err: said } = await refresh(folder, WRITE);
      expect([code, said]).toEqual([2, expect.stringContaining("comments.csv: the file cannot be replaced")]);
      expect(texts(folder)).toEqual(OLD);
    },
  );

  test.each<[string, (folder: string) => void, string]>([
    [
      "a folder in the place of an output",
      (folder) => mkdirSync(join(folder, "published/report.md"), { recursive: true }),
      "published/report.md: there is a folder with this name where the file should go",
    ],
    [
      "a file in the place of the history",
      (folder) => writeFileSync(join(folder, "history"), "mine"),
      "history: there is a file with this name where the folder should go",
    ],
  ])("%s is named", async (_, change, said) => {
    const folder = copyOf(start);
    change(folder);
    const before = texts(folder);
    const disk = failingDisk(folder);
    expect(await refresh(folder, WRITE, disk)).toMatchObject({ exit: 2, err: expect.stringContaining(said) });
    expect(texts(folder)).toEqual(before);
    expect(disk.steps.filter((step) => !step.includes(ROOM) && !step.startsWith("hold"))).toEqual([]);
  });

  test.skipIf(process.platform === "win32")("a trial folder that cannot be made", async () => {
    const folder = copyOf(start);
    const { TMPDIR } = process.env;
    process.env.TMPDIR = join(folder, "nowhere");
    try {
      expect(await refresh(folder, WRITE)).toMatchObject({ exit: 2, err: expect.stringContaining("nowhere") });
    } finally {
      if (TMPDIR === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = TMPDIR;
    }
    expect(texts(folder)).toEqual(OLD);
  });
});

describe("a file that was changed by hand between a stopped refresh and the next", () => {
  const between = listing.steps.indexOf("rename comments.csv");
  test.each([
    ["that was replaced", "data/figures.csv"],
    ["that was not replaced yet", "plan.yaml"],
    ["that the refresh adds", "published/report.md"],
  ])("stops both ways with its name: one %s", async (_, path) => {
    const folder = copyOf(start);
    expect((await refresh(folder, WRITE, failingDisk(folder, between))).exit).toBe(2);
    expect(isHalfway(folder)).toBe(true);
    const was = existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : undefined;
    mkdirSync(join(folder, "published"), { recursive: true });
    writeFileSync(join(folder, path), `${was ?? ""}# by hand\n`);
    const before = texts(folder);
    for (const args of [WRITE, ["--undo"]]) {
      expect(await refresh(folder, args)).toEqual({
        ...{ exit: 2, out: "" },
        err: `plan-measures: ${path}: the file was changed in the meantime, so it was not replaced\n  hint: put it back as it was, or move it away, then run the command again\n`,
      });
      expect(texts(folder)).toEqual(before);
      expect(isHalfway(folder)).toBe(true);
    }
    // As it was, the refresh goes on.
    if (was) writeFileSync(join(folder, path), was);
    else rmSync(join(folder, path));
    expect((await refresh(folder, WRITE)).exit).toBe(0);
    expect(texts(folder)).toEqual(NEW);
  });
});

describe("a newer file that is not whole never replaces a whole one", () => {
  const rows = NEW_DATA.trimEnd().split("\n");
  const blank = NEW_DATA.replace("Burglary,2022,count,1115", "Burglary,2022,count,");
  const newest = `${rows[0]}\n${rows.filter((row) => row.includes("2023")).join("\n")}\n`;
  const cases: [string, string, string][] = [
    ["it is empty", "", "data/figures.csv: the file is empty"],
    ["it has headings alone", `${rows[0]}\n`, 'the new files have no series "Burglary"'],
    [
      "it was cut between two rows",
      `${rows.slice(0, 5).join("\n")}\n`,
      "the new files lack Theft of Gloucestershire: 2022",
    ],
    [
      "it was cut within a row",
      NEW_DATA.slice(0, NEW_DATA.indexOf("Theft,2022") + 7),
      "data/figures.csv:6: this record has 3",
    ],
    [
      "a quotation mark is not closed",
      NEW_DATA.replace("Theft,2022", '"Theft,2022'),
      "data/figures.csv:6: a quotation mark opens",
    ],
    ["it lacks a series", NEW_DATA.replaceAll(/.*Theft.*\n/g, ""), 'the new files have no series "Theft"'],
    ["it lacks a period", NEW_DATA.replace(/.*Burglary,2022.*\n/, ""), "lack Burglary of Gloucestershire: 2022"],
    ["it has only the newest period", newest, "lack Burglary of Gloucestershire: 2019, 2022"],
    ["a figure of it is blank", blank, "lack Burglary of Gloucestershire: 2022"],
  ];
  const given = async (folder: string, name: string, text: string) => {
    rmSync(join(folder, "new"), { recursive: true });
    mkdirSync(join(folder, "new"));
    writeFileSync(join(folder, "new", name), text);
    const before = texts(folder);
    const done = await refresh(folder, WRITE);
    return { before, exit: done.exit, said: `${done.out}${done.err}`.replace(/\n +/g, " ") };
  };
  test.each(cases)("in its place: %s", async (_, text, words) => {
    const folder = copyOf(start);
    const { before, exit: code, said } = await given(folder, "figures.csv", text);
    expect([code, said]).toEqual([1, expect.stringContaining(words)]);
    expect(texts(folder)).toEqual(before);
  });

  const newer = (folder: string): void =>
    writeFileSync(join(folder, "plan.yaml"), (OLD["plan.yaml"] ?? "").replace("tables:", "releases: newest\ntables:"));
  // Headings alone give nothing, and the newest period alone is no other release of the old ones: neither passes over a figure.
  const adds = ["it has headings alone", "it has only the newest period"];
  test.each(cases.filter(([name]) => !adds.includes(name)))("beside it, with releases: newest: %s", async (_, text) => {
    const folder = copyOf(start);
    newer(folder);
    const { before, exit: code, said } = await given(folder, "figures-2.csv", text);
    expect([code, said]).toEqual([1, expect.stringMatching(/Refused data\/figures-2.csv: /)]);
    expect(texts(folder)).toEqual(before);
  });

  test.each(cases.filter(([name]) => adds.includes(name)))(
    "beside it, with releases: newest: %s, which adds",
    async (_, text) => {
      const folder = copyOf(start);
      newer(folder);
      expect(await given(folder, "figures-2.csv", text)).toMatchObject({ exit: 0 });
      const { tables } = JSON.parse((await run(["report", "--format", "json"], folder)).out);
      const [{ figures }] = tables[0].rows;
      expect(texts(folder)["data/figures.csv"]).toBe(OLD_DATA);
      expect([figures.baseline.force.count.value, figures.current.force.count.value]).toEqual([
        "1000",
        text === newest ? "1090" : "1100",
      ]);
    },
  );

  test("beside it, a blank of the newer one gives way to the older one's number where the plan keeps that", async () => {
    const folder = copyOf(start);
    const only = "releases: { use: newest, only-in-older: keep }";
    writeFileSync(join(folder, "plan.yaml"), (OLD["plan.yaml"] ?? "").replace("tables:", `${only}\ntables:`));
    expect(await given(folder, "figures-2.csv", blank)).toMatchObject({ exit: 0 });
    writeFileSync(join(folder, "plan.yaml"), (texts(folder)["plan.yaml"] ?? "").replace("(2023)", "(2022)"));
    const { tables } = JSON.parse((await run(["report", "--format", "json"], folder)).out);
    const [{ figures }] = tables[0].rows;
    // 1,100 of the old file, as the new one's cell is blank.
    expect(figures.current.force.count.value).toBe("1100");
  });
});
