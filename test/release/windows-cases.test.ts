// The golden cases, each command a process of the archive for Windows under Wine: they print and write the bytes of Linux.
// `npm run test:windows` runs them, as they take minutes.
// @module-tag release
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { wine } from "../../release/wine.js";
import { lacksWine, onZ, type Windows, windows } from "../helpers/archive.ts";
import { commandsOf, gallery } from "../helpers/golden-case.ts";

const isAsked = process.env.MODE === "windows";
const lacks = isAsked ? lacksWine : " (skipped: npm run test:windows runs them)";

/** The cases that differ under Windows, and why. */
const differing: Readonly<Record<string, string>> = {
  "no-files-backslash": "\\ stands between folders there, so that the hint to write / has no place",
  "standard-input-refused": "a process without a terminal has an empty standard input; only the test has a terminal's",
};

/** What no process can be given: a file that is cut while it is read, by a test that replaces a function of Node. */
const inProcess = (name: string): boolean => /^cut /m.test(readFileSync(join(gallery, name, "cmd"), "utf8"));
const names = readdirSync(gallery).sort();

/** The golden files of a case, with what is in them. */
const golden = (name: string): Record<string, string> =>
  Object.fromEntries(
    (readdirSync(join(gallery, name), { recursive: true }) as string[])
      .filter((file) => /^(out|err|written[\\/][^\\/]+)$/.test(file))
      .map((file) => [file, readFileSync(join(gallery, name, file), "utf8")]),
  );

describe.skipIf(lacks !== "")(`the golden cases under Wine${lacks}`, () => {
  let { work, unpacked, done } = {} as Windows;
  beforeAll(() => {
    ({ work, unpacked, done } = windows());
  }, 300_000);
  afterAll(() => done?.());

  const skipped = (name: string): string => (inProcess(name) ? " (skipped: the test's own process cuts its file)" : "");
  for (const name of names)
    test.skipIf(inProcess(name))(`${name}${skipped(name)}`, () => {
      const folder = mkdtempSync(join(work, "case-"));
      const bin = [join(unpacked, "node.exe"), join(unpacked, "app", "bin", "plan-measures.cjs")].map(onZ);
      const made: Record<string, string> = { out: "", err: "" };
      const exits: [number | null, number][] = [];
      for (const { args, exit, columns, around } of commandsOf(name, folder)) {
        const env = { ...process.env, COLUMNS: String(columns), NO_COLOR: "1" };
        // Without what is piped in, standard input is closed: a command that asks for it would find it empty.
        const run = wine([...bin, ...args], { cwd: folder, env, ...(around.input && { input: around.input }) });
        made.out += run.stdout;
        made.err += run.stderr;
        exits.push([run.status, exit]);
        const out = args[args.indexOf("--out") + 1] ?? "";
        if (!args.includes("--out")) continue;
        for (const file of readdirSync(join(folder, out)))
          made[`written/${file}`] = readFileSync(join(folder, out, file), "utf8");
      }
      rmSync(folder, { recursive: true });
      if (name in differing) expect(made, differing[name]).not.toEqual(golden(name));
      else {
        expect(made).toEqual(golden(name));
        expect(exits.map(([is]) => is)).toEqual(exits.map(([, wanted]) => wanted));
      }
    });
});
