// What the arguments of a command name: files, patterns as the user's system reads them, and what is piped in.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { fileGiven, filesGiven, openGiven, readGiven } from "../../src/io/given.ts";
import type { World } from "../../src/io/world.ts";

const folder = mkdtempSync(join(tmpdir(), "given-"));
afterAll(() => rmSync(folder, { recursive: true }));
for (const name of ["data/more/deep", "other"]) mkdirSync(join(folder, name), { recursive: true });
for (const name of ["data/b.csv", "data/A.CSV", "data/a.csv", "data/more/c.csv", "data/more/deep/d.csv", "other/e.csv"])
  writeFileSync(join(folder, name), "x");
for (const name of ["book 1.xlsx", "book 2.xlsx", "table#1.csv"]) writeFileSync(join(folder, name), "x");

const world = (isWindows = false, input: Partial<World["input"]> = {}): World => ({
  ...{ args: [], cwd: folder, home: folder, system: "", columns: 80, colour: false, errorColour: false },
  ...{ outIsTerminal: false, errorIsTerminal: false, isWindows },
  input: { isTerminal: () => false, read: () => undefined, ...input },
  out: () => {},
  err: () => {},
});
const others = world();
const windows = world(true);

test.each([
  [["data/*.csv"], ["data/a.csv", "data/b.csv"]],
  [["data/**/*.csv"], ["data/a.csv", "data/b.csv", "data/more/c.csv", "data/more/deep/d.csv"]],
  [
    ["other/e.csv", "data/?.csv"],
    ["other/e.csv", "data/a.csv", "data/b.csv"],
  ],
  [["data\\*.csv"], ["data/a.csv", "data/b.csv"]],
  [["book*.xlsx#Table P1"], ["book 1.xlsx#Table P1", "book 2.xlsx#Table P1"]],
  [["table#*.csv"], ["table#1.csv"]],
  [["nosuch.csv"], ["nosuch.csv"]],
  [["-"], ["-"]],
])("%j names %j", (given, files) => {
  expect(filesGiven(others, given)).toEqual(files);
});

test("a pattern may begin above, or at the root", () => {
  const below = { ...others, cwd: join(folder, "other") };
  expect(filesGiven(below, ["../data/*.csv"])).toEqual(["../data/a.csv", "../data/b.csv"]);
  expect(filesGiven(others, [join(folder, "other", "*.csv")])).toEqual([join(folder, "other", "e.csv")]);
});

test("Windows takes no heed of large letters", () => {
  expect(filesGiven(windows, ["data\\*.CSV"])).toEqual(["data/A.CSV", "data/a.csv", "data/b.csv"]);
  expect(filesGiven(windows, ["data\\MORE\\..\\?.csv"])).toEqual(["data/A.CSV", "data/a.csv", "data/b.csv"]);
});

describe.skipIf(process.platform === "win32")("where names may have other signs", () => {
  test("a file of that very name is meant as it stands, and \\ is a letter of a name first", () => {
    writeFileSync(join(folder, "other", "t*.csv"), "x");
    writeFileSync(join(folder, "other", "table.csv"), "x");
    expect(filesGiven(others, ["other/t*.csv"])).toEqual(["other/t*.csv"]);
    writeFileSync(join(folder, "data\\z.csv"), "x");
    expect(filesGiven(others, ["data\\*.csv"])).toEqual(["data\\z.csv"]);
    rmSync(join(folder, "data\\z.csv"));
  });
  test("a link is a file like any other, and ** goes through none", () => {
    mkdirSync(join(folder, "links"));
    symlinkSync(join(folder, "data"), join(folder, "links", "data"));
    symlinkSync(join(folder, "links"), join(folder, "links", "circle"));
    symlinkSync(join(folder, "links", "self"), join(folder, "links", "self"));
    symlinkSync(join(folder, "other", "e.csv"), join(folder, "links", "e.csv"));
    expect(filesGiven(others, ["links/*.csv"])).toEqual(["links/e.csv"]);
    expect(filesGiven(others, ["links/*/a.csv"])).toEqual(["links/data/a.csv"]);
    expect(filesGiven(others, ["links/**/*.csv"])).toEqual(["links/e.csv"]);
  });
  test.skipIf(process.getuid?.() === 0)("a folder that may not be opened is told", () => {
    mkdirSync(join(folder, "closed"));
    chmodSync(join(folder, "closed"), 0);
    expect(() => filesGiven(others, ["closed/*.csv"])).toThrow(
      "the folder closed cannot be looked into: you may not open it",
    );
    chmodSync(join(folder, "closed"), 0o700);
  });
});

test("one file is one", () => {
  expect(fileGiven(others, "oth*/e.csv")).toBe("other/e.csv");
  expect(() => fileGiven(others, "data/*.csv")).toThrow("data/*.csv: 2 files match");
  expect(() => fileGiven(others, "data/*.yaml")).toThrow("data/*.yaml: no file matches");
});

describe("standard input", () => {
  const piped = (bytes: Buffer): World => world(false, { read: (most) => (bytes.length > most ? undefined : bytes) });
  const text = Buffer.from("area,value\n");

  test("is read once, and may be looked at before", () => {
    let reads = 0;
    const once = world(false, {
      read: () => {
        reads += 1;
        return text;
      },
    });
    expect(readGiven(once, "-", 1)).toEqual(text);
    expect(openGiven(once, "-")).toMatchObject({ size: 11 });
    expect(reads).toBe(1);
  });
  test("is no longer than is read of a pipe", () => {
    expect(readGiven(piped(Buffer.alloc(2 ** 20 + 1, "x")), "-", 1)).toMatchObject({
      code: "file-too-large",
      file: "standard input",
    });
    expect(openGiven(world(), "-")).toMatchObject({
      code: "file-too-large",
      message: "the file is larger than 128 MiB, so it was not read",
    });
  });
  test("that gives nothing is told, as is a folder", () => {
    expect(() => openGiven(piped(Buffer.alloc(0)), "-")).toThrow("standard input: nothing came through it");
    const read = () => {
      throw Object.assign(new Error(), { code: "EISDIR" });
    };
    expect(openGiven(world(false, { read }), "-")).toMatchObject({ code: "file-directory" });
  });
});
