// The archive for Windows, used as on a laptop: unpacked in a folder with a space, and run by its own Node, under Wine.
// @module-tag release

import { isUtf8 } from "node:buffer";
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { driveC } from "../../release/wine.js";
import { bytesOf, lacksWine, onZ, type Windows, windows } from "../helpers/archive.ts";
import { gloucestershire, home, run as runHere } from "../helpers/world.ts";

const plan = ["report", "plan\\plan.yaml"];

describe.skipIf(lacksWine !== "")(`under Wine${lacksWine}`, () => {
  let { work, unpacked, run, done } = {} as Windows;
  beforeAll(() => {
    ({ work, unpacked, run, done } = windows());
    cpSync(join(home, gloucestershire), join(work, "plan"), { recursive: true });
  }, 300_000);
  afterAll(() => done());
  const measures = (...args: string[]) => run(["plan-measures", ...args]);

  test("the README's first page: a plan is made, and its report is that of Linux", async () => {
    rmSync(join(work, "my-plan"), { recursive: true, force: true });
    const made = measures("init", "my-plan");
    expect(made).toEqual({
      out: "my-plan: a plan, sample data and comments\nnext: plan-measures report my-plan/plan.yaml\n",
      ...{ err: "", exit: 0 },
    });
    expect(readdirSync(join(work, "my-plan")).sort()).toEqual([
      "comments.csv",
      "data",
      "plan.schema.json",
      "plan.yaml",
    ]);
    const here = await runHere(["report", "my-plan/plan.yaml"], work);
    expect(here.out).toContain("13.5%");
    expect(measures("report", "my-plan\\plan.yaml")).toEqual(here);
  });

  test("start.cmd opens a prompt in the documents, with the command on its path", () => {
    const input = Buffer.from("plan-measures --version\r\ncd\r\n");
    const { out } = run([onZ(join(unpacked, "start.cmd"))], work, { input });
    expect(out).toMatch(/Documents>.*Node\.js 22\./s);
    expect(out).toMatch(/win32 x64/);
    expect(out).not.toContain("has to be unpacked");
  });

  test.each(["html", "xlsx", "ods", "docx", "json", "csv"])("%s is written with the bytes of Linux", async (format) => {
    const delivered = [...plan, "--format", format, "--out"];
    const { err, exit } = measures(...delivered, `pages\\${format}`);
    expect(exit, err).toBe(0);
    await runHere(["report", "plan/plan.yaml", "--format", format, "--out", `here/${format}`], work);
    const written = bytesOf(join(work, "pages", format));
    expect(written.length).toBeGreaterThan(0);
    expect(written).toEqual(bytesOf(join(work, "here", format)));
    const said = err.split("\n").filter((line) => line.startsWith("wrote "));
    expect(said.sort()).toEqual(written.map(([name]) => `wrote pages/${format}/${name}`).sort());
  });

  test("inspect takes * of the prompt, in any case", async () => {
    cpSync(join(home, "fixtures/similar-forces-2019/data"), join(work, "forces"), { recursive: true });
    const files = readdirSync(join(work, "forces")).filter((name) => name.endsWith(".csv"));
    expect(files.length).toBeGreaterThan(1);
    const here = await runHere(["inspect", ...files.sort().map((name) => `forces/${name}`)], work);
    const { out, err, exit } = measures("inspect", "FORCES\\*.CSV");
    const asHere = (text: string): string => text.replaceAll("FORCES/", "forces/");
    expect({ out: asHere(out), err: asHere(err), exit }).toEqual(here);
  });

  test("a path begins with a drive, or with the folder of a drive", async () => {
    const here = await runHere(["report", "plan/plan.yaml"], work);
    const folder = work.slice(driveC.length + 1);
    for (const path of [
      `C:\\${folder}\\plan\\plan.yaml`,
      `c:/${folder}/plan/plan.yaml`,
      `\\${folder}\\plan\\plan.yaml`,
    ])
      expect(measures("report", path), path).toEqual(here);
    expect(measures("report", onZ(join(home, gloucestershire, "plan.yaml"))).out).toBe(here.out);
    expect(measures(...plan, "--format", "json", "--out", `C:\\${folder}\\drive`).exit).toBe(0);
    expect(readdirSync(join(work, "drive"))).toEqual(["report.json"]);
  });

  test("lines may end as Windows ends them", async () => {
    cpSync(join(work, "plan"), join(work, "crlf"), { recursive: true });
    const texts = ["plan.yaml", ...readdirSync(join(work, "crlf/data")).map((name) => `data/${name}`)];
    for (const name of texts) {
      const path = join(work, "crlf", name);
      writeFileSync(path, readFileSync(path, "utf8").replaceAll("\n", "\r\n"));
    }
    const { out, exit } = measures("report", "crlf\\plan.yaml");
    expect(exit).toBe(0);
    expect(out).toBe((await runHere(["report", "plan/plan.yaml"], work)).out);
  });

  test("a file in Windows-1252 is read, and what is printed is UTF-8", async () => {
    cpSync(join(home, "test/cases/column-map-semicolons-windows-1252"), join(work, "1252"), { recursive: true });
    const here = await runHere(["report", "1252/plan.yaml"], work);
    const held = readdirSync(join(work, "1252")).map((name) => readFileSync(join(work, "1252", name)));
    expect(held.some((bytes) => !isUtf8(bytes))).toBe(true);
    expect(here.out).toContain("▲");
    expect(measures("report", "1252\\plan.yaml")).toEqual(here);
  });

  test("a path of more than 260 letters", async () => {
    const deep = join(...Array.from({ length: 6 }, (_, index) => `${index}${"long".repeat(12)}`));
    mkdirSync(join(work, deep), { recursive: true });
    cpSync(join(work, "plan"), join(work, deep, "plan"), { recursive: true });
    const path = join(deep, "plan", "plan.yaml").replaceAll("/", "\\");
    expect(path.length).toBeGreaterThan(260);
    const { out, err, exit } = measures("report", path, "--format", "json", "--out", `${path}\\..\\pages`);
    expect([exit, out], err).toEqual([0, ""]);
    expect(readdirSync(join(work, deep, "plan", "pages"))).toEqual(["report.json"]);
  });

  test.each(["NUL", "con", "pages\\AUX", "lpt1.txt"])("--out %s is the name of a device, and refused", (name) => {
    const { out, err, exit } = measures(...plan, "--format", "html", "--out", name);
    expect([out, exit]).toEqual(["", 2]);
    expect(err).toContain("Windows keeps the name");
  });

  test("a file that another program holds open is left as it is, and the message says so", async () => {
    for (const name of ["held", "is-held", "let-go"]) rmSync(join(work, name), { recursive: true, force: true });
    mkdirSync(join(work, "held"));
    writeFileSync(join(work, "held", "report.html"), "old");
    // As Excel and Word do: open, and shared with nobody (UV_FS_O_EXLOCK).
    const hold = `const fs = require("fs");
fs.openSync("held/report.html", fs.constants.O_RDWR | 0x10000000);
fs.writeFileSync("is-held", "");
setInterval(() => fs.existsSync("let-go") && process.exit(), 50);
`;
    writeFileSync(join(work, "hold.cjs"), hold);
    const env = { ...process.env, WINEPREFIX: join(driveC, ".."), WINEDEBUG: "-all" };
    const holder = spawn("wine", [onZ(join(unpacked, "node.exe")), "hold.cjs"], { cwd: work, env, stdio: "ignore" });
    const over = new Promise((resolve) => holder.once("exit", resolve));
    try {
      await expect.poll(() => existsSync(join(work, "is-held")), { timeout: 60_000 }).toBe(true);
      const { err, exit } = measures(...plan, "--format", "html", "--out", "held");
      expect(err).toContain("held/report.html: you may not write there, or another program holds it open");
      expect(exit).toBe(2);
    } finally {
      writeFileSync(join(work, "let-go"), "");
      await over;
    }
    expect(bytesOf(join(work, "held"))).toEqual([["report.html", Buffer.from("old")]]);
  });

  test("the exit codes come through plan-measures.cmd", () => {
    writeFileSync(
      join(work, "unready.yaml"),
      readFileSync(join(work, "plan/plan.yaml"), "utf8").replaceAll("data/", "plan/data/"),
    );
    expect(measures("--version").exit).toBe(0);
    expect(measures("check", "unready.yaml").exit).toBe(1);
    expect(measures("report", "nosuch.yaml").exit).toBe(2);
    expect(measures("report", "nosuch.yaml").err).toContain("there is no such file");
  });

  test("init works from one drive to another, and leaves nothing beside the plan", () => {
    // The archive is on Z:, and the folder on C:.
    rmSync(join(work, "drives"), { recursive: true, force: true });
    mkdirSync(join(work, "drives"));
    const { err, exit } = run(["plan-measures", "init", "new"], join(work, "drives"));
    expect([err, exit]).toEqual(["", 0]);
    const exports = onZ(join(home, "fixtures/starter/data"));
    const own = ["plan-measures", "init", "own", "--force", "Gloucestershire", "--data", exports];
    expect(run(own, join(work, "drives")).exit).toBe(0);
    expect(readdirSync(join(work, "drives")).sort()).toEqual(["new", "own"]);
    expect(readdirSync(join(work, "drives/own/data")).sort()).toEqual(
      readdirSync(join(home, "fixtures/starter/data")).sort(),
    );
    expect(existsSync(join(work, "drives/new/data/recorded-crime.csv"))).toBe(true);
  });

  test("what is piped in is read, and a pipe that ends early is no failure", () => {
    const input = readFileSync(join(home, "fixtures/starter/data/recorded-crime.csv"));
    const { out, exit } = run(["plan-measures", "inspect", "-", "--list", "areas"], work, { input });
    expect(exit).toBe(0);
    expect(out).toContain("Gloucestershire");
  });
});
