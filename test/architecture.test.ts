// The import rules of ARCHITECTURE.md, read off the source.
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { expect, test } from "vitest";
import { checks } from "../src/audit/checks/index.ts";
import { sources } from "../src/input/sources/index.ts";
import { measureKinds } from "../src/measures/index.ts";
import { formats } from "../src/output/formats/index.ts";
import { aimForms } from "../src/plan/aims/index.ts";
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

/** The rooms of the code, the highest first; those of one line do not know each other. Imports go down, types too. */
const floors: readonly (readonly string[])[] = [
  ["cli.ts"],
  ["commands/"],
  ["schemas/"],
  ["check/"],
  ["audit/", "trend/", "diff/", "explain/", "compare/", "inspect/"],
  ["output/"],
  ["report/"],
  ["input/"],
  ["plan/"],
  ["data/", "measures/"],
  ["statistics/", "io/"],
  ["core/"],
];
const roomOf = (file: string): string | undefined => floors.flat().find((room) => file.startsWith(room));
const floorOf = (room: string): number => floors.findIndex((rooms) => rooms.includes(room));

test("every room has files, and every file has a room", () => {
  for (const room of floors.flat())
    expect(files.filter((file) => file.startsWith(room)).length, room).toBeGreaterThan(0);
  expect(files.filter((file) => roomOf(file) === undefined)).toEqual([]);
});

test("imports go down the floors, those of types too", () => {
  const arrows = files.flatMap((file) =>
    importsOf(file).flatMap(({ from }) => {
      const [above, below] = [roomOf(file), roomOf(from)];
      return above === undefined || below === undefined || above === below ? [] : [{ file, from, above, below }];
    }),
  );
  // Read wrongly, the source would hold no arrow, and the rule nothing.
  expect(arrows.length).toBeGreaterThan(500);
  const upward = arrows.filter(({ above, below }) => floorOf(above) >= floorOf(below));
  expect(upward.map(({ file, from }) => `${file} → ${from}`)).toEqual([]);
});

test("no two files import each other in a circle, types counted", () => {
  const imports = new Map(files.map((file) => [file, importsOf(file).map(({ from }) => from)]));
  const done = new Set<string>();
  const circles: string[] = [];
  const follow = (file: string, road: readonly string[]): void => {
    if (road.includes(file)) circles.push([...road.slice(road.indexOf(file)), file].join(" → "));
    if (done.has(file)) return;
    for (const below of imports.get(file) ?? []) follow(below, [...road, file]);
    done.add(file);
  };
  for (const file of files) follow(file, []);
  expect(circles).toEqual([]);
});

test("every import names a file that is there", () => {
  for (const file of files) {
    for (const { from } of importsOf(file)) if (from.endsWith(".ts")) expect(files, file).toContain(from);
  }
});

test.each([
  [/^decimal\.js$/, ["core/number.ts"]],
  [/^csv-parse/, ["input/csv/csv.ts"]],
  [/^chalk$/, ["io/paint.ts"]],
  [/^cli-table3$/, ["output/formats/terminal.ts"]],
  [/^yaml$/, ["plan/full-yaml.ts", "plan/yaml-troubles.ts"]],
  [/^js-yaml$/, ["plan/yaml.ts"]],
  [/^leven$/, ["core/names.ts"]],
  [/^fflate/, ["input/spreadsheets/zip.ts"]],
  [/^saxes$/, ["input/spreadsheets/xml.ts"]],
  [
    /^node:fs$/,
    [
      ...["cli.ts", "commands/init.ts"],
      ...[
        "io/change-set.ts",
        "io/copy.ts",
        "io/disk.ts",
        "io/file-parts.ts",
        "io/files.ts",
        "io/patterns.ts",
        "io/piped.ts",
        "io/read-paths.ts",
        "io/stage.ts",
        "io/world.ts",
        "io/write-files.ts",
      ],
    ],
  ],
  [
    /^zod/,
    [
      ...[
        "diff/snapshot.ts",
        "plan/also.ts",
        "plan/data-schema.ts",
        "plan/done.ts",
        "plan/group-schema.ts",
        "plan/judged.ts",
        "plan/measure-schema.ts",
      ],
      ...[
        "plan/model.ts",
        "plan/per.ts",
        "plan/publishing-schema.ts",
        "plan/releases.ts",
        "plan/schema-words.ts",
        "plan/schema.ts",
      ],
    ],
  ],
])("%s is imported by %j alone", (library, allowed) => {
  expect(importers(library)).toEqual(allowed);
});

test("the fast reader is a room with one door, which one file opens: taken away there, nothing else knows of it", () => {
  const fromOutside = files
    .filter((file) => !file.startsWith("input/fast/"))
    .flatMap((file) =>
      importsOf(file).flatMap(({ from }) => (from.startsWith("input/fast/") ? [`${file} → ${from}`] : [])),
    );
  expect(fromOutside).toEqual(["input/source-file.ts → input/fast/skim.ts"]);
});

test("commander is imported by the command line alone", () => {
  expect(importers(/^commander$/).length).toBeGreaterThan(0);
  for (const file of importers(/^commander$/)) expect(file).toMatch(/^(cli|commands\/[a-z-]+)\.ts$/);
});

test("d3 is imported by the charts alone", () => {
  expect(importers(/^d3-/).length).toBeGreaterThan(0);
  for (const file of importers(/^d3-/)) expect(file).toMatch(/^output\/charts\//);
});

test("what is pure knows neither files nor the process", () => {
  const pure = ["core/", "statistics/", "data/", "measures/", "input/sources/", "report/", "output/", "audit/"];
  for (const room of pure) {
    const own = files.filter((file) => file.startsWith(room));
    expect(own.length, room).toBeGreaterThan(3);
    for (const file of own) {
      for (const { from, typeOnly } of importsOf(file)) {
        if (!typeOnly)
          expect(`${file}: ${from}`).not.toMatch(/: (node:fs|io\/(files|patterns|piped|write-files|world)\.ts)/);
      }
      expect(`${file}: ${text(file)}`).not.toMatch(/\bprocess\.|console\./);
    }
  }
});

test("every file begins with a sentence that says what it is", () => {
  for (const file of files) expect(`${file}: ${text(file)}`).toMatch(/^\S+: \/\/ \S.*\w/);
});

test("no figure goes through binary floating point", () => {
  for (const file of files) expect(`${file}: ${text(file)}`).not.toMatch(/parseFloat|Math\.round/);
});

test("files stay small, but for the words of a language, which are data", () => {
  for (const file of files.filter((one) => one !== "core/words/english.ts"))
    expect(text(file).split("\n").length, file).toBeLessThan(360);
});

test("every file of a shelf is in the shelf's list", () => {
  const onShelf = (shelf: string, contracts: readonly string[]): string[] => {
    const inside = files.filter((file) => posix.dirname(file) === shelf).map((file) => posix.basename(file, ".ts"));
    // A contract that was moved away would leave a name here that stands for nothing.
    for (const contract of contracts) expect(inside, shelf).toContain(contract);
    return inside.filter((file) => file !== "index" && !contracts.includes(file));
  };
  expect(new Set(sources.map((source) => source.name)).size).toBe(sources.length);
  const mechanisms = ["layout", "sheet", "column-map", "same-columns"];
  expect(sources).toHaveLength(onShelf("input/sources", mechanisms).length);
  const drawn = ["html", "docx"];
  expect(formats.map((format) => format.name).sort()).toEqual(
    [...onShelf("output/formats", ["format", "text-plot"]), ...drawn].sort(),
  );
  // An amount in a unit of its own is declared in the list; what is judged by hand is no kind that a plan names.
  const amounts = ["pounds", "seconds", "minutes", "hours", "days", "score", "ratio", "people"];
  const own = onShelf("measures", ["measure-kind", "amount", "by-hand"]);
  expect(measureKinds.map((kind) => kind.name).sort()).toEqual([...own, ...amounts].sort());
  const shared = ["aim", "amount", "direction", "change-by", "limit", "against-group"];
  expect(new Set(aimForms.map((form) => form.example)).size).toBe(aimForms.length);
  expect(aimForms).toHaveLength(onShelf("plan/aims", shared).length);
  expect(new Set(checks.map((check) => check.name)).size).toBe(checks.length);
  expect(checks).toHaveLength(onShelf("audit/checks", ["check", "sum"]).length);
});

test("every file that a comment or a page for developers names is there", () => {
  const own = [...files, ...readdirSync(join(home, "test"), { recursive: true, encoding: "utf8" })];
  const named = (where: string, words: string): string[] =>
    [...words.matchAll(/[\w./-]*\w\.ts\b/g)]
      .map(([name]) => name.replace(/^\.\/|^(src|test)\//, ""))
      .filter((name) => !own.some((file) => `/${file.replaceAll("\\", "/")}`.endsWith(`/${name}`)))
      .map((name) => `${where}: ${name}`);
  const comments = (file: string): string => (text(file).match(/^\s*(\/\/|\/?\*).*$/gm) ?? []).join("\n");
  const page = (name: string): string => readFileSync(join(home, name), "utf8");
  const decisions = readdirSync(join(home, "docs", "decisions")).map((name) => `docs/decisions/${name}`);
  expect(decisions.length).toBeGreaterThan(10);
  const pages = ["ARCHITECTURE.md", "CONTRIBUTING.md", ...decisions];
  // Read wrongly, the pages would name no file, and the rule hold nothing.
  expect(pages.flatMap((name) => page(name).match(/\w\.ts\b/g) ?? []).length).toBeGreaterThan(50);
  expect([
    ...files.flatMap((file) => named(file, comments(file))),
    ...pages.flatMap((name) => named(name, page(name))),
  ]).toEqual([]);
});

test("one exported name stands for one thing", () => {
  const places = new Map<string, string[]>();
  for (const file of files) {
    for (const [, name = ""] of text(file).matchAll(
      /^export (?:declare )?(?:async )?(?:abstract )?(?:const|let|function\*?|interface|type|class|enum) (\w+)/gm,
    )) {
      places.set(name, [...(places.get(name) ?? []), file]);
    }
  }
  expect(places.size).toBeGreaterThan(500);
  expect([...places].filter(([, where]) => where.length > 1).map(([name, where]) => `${name}: ${where}`)).toEqual([]);
});
