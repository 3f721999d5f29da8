// Folders that the user may not look into. The tests may run as root, whom no folder is closed to, so the refusal of the file
// system is put in its place before the command is loaded: of everything in a folder of the name "closed".
// @module-tag built
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { home } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "closed folder "));
afterAll(() => rmSync(folder, { recursive: true }));
cpSync(join(home, "fixtures", "starter"), folder, { recursive: true });
cpSync(join(home, "fixtures", "starter"), join(folder, "closed"), { recursive: true });
const plan = readFileSync(join(folder, "plan.yaml"), "utf8");

writeFileSync(
  join(folder, "refuse.cjs"),
  `const fs = require("node:fs");
const guard = (name, syscall, inside = /[\\\\/]closed[\\\\/]/) => {
  const call = fs[name];
  fs[name] = (path, ...more) => {
    if (!inside.test(String(path))) return call(path, ...more);
    throw Object.assign(new Error("EACCES"), { code: "EACCES", syscall, path });
  };
};
for (const name of ["statSync", "openSync", "mkdirSync", "rmSync", "writeFileSync"]) guard(name, name);
guard("readdirSync", "scandir", /[\\\\/]closed([\\\\/]|$)/);
const exists = fs.existsSync;
fs.existsSync = (path) => !/[\\\\/]closed[\\\\/]/.test(path) && exists(path);`,
);

const shell = (args: readonly string[]) =>
  spawnSync(process.execPath, [join(home, "bin", "plan-measures.cjs"), ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: '--require="./refuse.cjs"' },
  });

/** What is told of the plan with other words in it. */
function told(old: string, as: string): string {
  writeFileSync(join(folder, "changed.yaml"), plan.replace(old, as));
  return shell(["report", "changed.yaml"]).stderr;
}

describe("a folder without permission", () => {
  test("of a file that the plan names: the file is not said to be missing", () => {
    const err = told("data/recorded-crime.csv", "closed/data/recorded-crime.csv");
    expect(err).toContain(
      "closed/data/recorded-crime.csv: error: the file cannot be read: you may not open it [file-unreadable]\n",
    );
    expect(err).not.toContain("[no-files]");
  });
  test.each(["closed/*.csv", "**/*.csv"])("of a pattern, %s: the folder is named", (pattern) => {
    const err = told("- data/recorded-crime.csv", `- "${pattern}"`);
    expect(err).toContain("closed: error: the file cannot be read: you may not open it [file-unreadable]\n");
    expect(err).not.toContain("[no-files]");
  });
  test("of the comments", () => {
    expect(told("comments: comments.csv", "comments: closed/comments.csv")).toContain(
      "closed/comments.csv: error: the file cannot be read: you may not open it [file-unreadable]\n",
    );
  });
  test.each([
    [
      "the data",
      ["report", "plan.yaml", "--data", "closed"],
      "closed/data/recorded-crime.csv: error: the file cannot be read: ",
    ],
    ["the plan", ["report", "closed/plan.yaml"], "plan-measures: closed/plan.yaml: "],
    ["the plan, by its folder", ["report", "closed"], "plan-measures: closed/plan.yaml: the file cannot be read: "],
    ["a side of a diff", ["diff", "closed", "plan.yaml"], "plan-measures: closed/plan.yaml: "],
    ["what was published", ["check", "plan.yaml", "--out", "closed"], "plan-measures: closed: "],
  ])("of %s", (_, args, place) => {
    const done = shell(args);
    expect(done.stderr).toContain(`${place}you may not open it`);
    expect(done.status).toBeGreaterThan(0);
  });
  test.each([
    // Of a folder that cannot be written to the first file is named, and no draft of it.
    ["closed", "plan-measures: closed/overview.csv: "],
    ["closed/new", "plan-measures: closed/new: "],
  ])("to write into, %s", (out, place) => {
    const done = shell(["report", "plan.yaml", "--format", "csv", "--out", out]);
    expect(done.stderr).toBe(
      `${place}you may not write there, or another program holds it open\n  hint: choose another folder, or close the file in other programs\n`,
    );
    expect(done.status).toBe(2);
  });
});
