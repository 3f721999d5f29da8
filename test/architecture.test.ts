// The import rules of ARCHITECTURE.md, read off the source.
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { expect, test } from "vitest";
import { sources } from "../src/input/sources/index.ts";
import { measureKinds } from "../src/measures/index.ts";
import { formats } from "../src/output/formats/index.ts";
import { home } from "./helpers/world.ts";

const files = (readdirSync(join(home, "src"), { recursive: true }) as string[])
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".ts"));
const text = (file: string): string => readFileSync(join(home, "src", file), "utf8");
interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}
const importsOf = (file: string): Import[] =>
  [...text(file).matchAll(/^(?:import|export)( type)?[^;]*? from "([^"]+)";|import\("([^"]+)"\)/gm)].map(
    ([, type, from, dynamic]) => {
      const name = from ?? dynamic ?? "";
      return {
        from: name.startsWith(".") ? posix.join(posix.dirname(file), name) : name,
        typeOnly: type !== undefined,
      };
    },
  );
const importers = (wanted: RegExp, values = true): string[] =>
  files
    .filter((file) => importsOf(file).some(({ from, typeOnly }) => wanted.test(from) && !(values && typeOnly)))
    .sort();

test.each([
  [/^decimal\.js$/, ["number.ts"]],
  [/^csv-parse/, ["csv.ts"]],
  [/^chalk$/, ["paint.ts"]],
  [/^yaml$/, ["full-yaml.ts", "yaml-troubles.ts"]],
  [/^js-yaml$/, ["plan-yaml.ts"]],
  [/^leven$/, ["names.ts"]],
  [/^fflate/, ["zip.ts"]],
  [/^saxes$/, ["spreadsheets/xml.ts"]],
  [
    /^node:fs$/,
    ["cli.ts", "commands/init.ts", "files.ts", "io/patterns.ts", "io/write-files.ts", "threads.ts", "world.ts"],
  ],
  [/^zod/, ["data-schema.ts", "edition.ts", "plan-schema.ts", "plan/model.ts", "schema-words.ts"]],
])("%s is imported by %j alone", (library, allowed) => {
  expect(importers(library)).toEqual(allowed);
});

test("commander is imported by the command line alone", () => {
  for (const file of importers(/^commander$/)) expect(file).toMatch(/^(cli|commands\/[a-z-]+)\.ts$/);
});

test("d3 is imported by the charts alone", () => {
  expect(importers(/^d3-/).length).toBeGreaterThan(0);
  for (const file of importers(/^d3-/)) expect(file).toMatch(/^charts\//);
});

test("a format, a chart, a page, a statistic, a measure kind and a source know neither files, commands nor the process", () => {
  const shelves = files.filter((file) => /^(formats|charts|page|statistics|measures|sources)\//.test(file));
  expect(shelves.length).toBeGreaterThan(10);
  for (const file of shelves) {
    for (const { from, typeOnly } of importsOf(file)) {
      if (!typeOnly) expect(`${file}: ${from}`).not.toMatch(/: (node:fs|files\.ts|world\.ts|cli\.ts|commands\/)/);
    }
    expect(`${file}: ${text(file)}`).not.toMatch(/\bprocess\.|console\./);
  }
});

test("nothing but the commands and the command line imports them", () => {
  for (const file of importers(/^(cli\.ts|commands\/)/)) expect(file).toMatch(/^(cli\.ts|commands\/)/);
});

test("every file begins with a sentence that says what it is", () => {
  for (const file of files) expect(`${file}: ${text(file)}`).toMatch(/^\S+: \/\/ \S.*\w/);
});

test("no figure goes through binary floating point", () => {
  for (const file of files) expect(`${file}: ${text(file)}`).not.toMatch(/parseFloat|Math\.round/);
});

test("files stay small", () => {
  for (const file of files) expect(text(file).split("\n").length, file).toBeLessThan(360);
});

test("every file of a shelf is in the shelf's list", () => {
  const onShelf = (shelf: string): string[] =>
    files.flatMap((file) =>
      file.startsWith(`${shelf}/`) && !file.endsWith("index.ts") ? [posix.basename(file, ".ts")] : [],
    );
  expect(new Set(sources.map((source) => source.name)).size).toBe(sources.length);
  const mechanisms = ["sheet", "column-map", "propose", "twice"];
  expect(sources).toHaveLength(onShelf("sources").filter((file) => !mechanisms.includes(file)).length);
  expect(formats.map((format) => format.name).sort()).toEqual(onShelf("formats").sort());
  // An amount in a unit of its own is declared in the list.
  const amounts = ["pounds", "seconds", "hours", "people"];
  const own = onShelf("measures").filter((file) => file !== "amount" && file !== "kind");
  expect(measureKinds.map((kind) => kind.name).sort()).toEqual([...own, ...amounts].sort());
});
