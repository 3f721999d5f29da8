// The schemas, the types and the reference are made from the definitions; and what a golden case prints is as they say.
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import type * as Published from "../../schemas/types.d.ts";
import type { AuditJson } from "../../src/audit/schema.ts";
import type { CheckJson } from "../../src/check/schema.ts";
import type { CompareJson } from "../../src/compare/schema.ts";
import { list, object, orAbsent, type TypeOf, text, writtenAs } from "../../src/core/json-schema.ts";
import type { DiffJson } from "../../src/diff/schema.ts";
import type { ExplainJson } from "../../src/explain/schema.ts";
import type { InspectJson } from "../../src/inspect/schema.ts";
import type { ReportJson } from "../../src/output/report-schema.ts";
import { planJsonSchema } from "../../src/plan/schema.ts";
import { declarations } from "../../src/schemas/declarations.ts";
import { outputNames } from "../../src/schemas/index.ts";
import { jsonSchemaOf } from "../../src/schemas/json-schemas.ts";
import { reference } from "../../src/schemas/reference.ts";
import type { TrendJson } from "../../src/trend/schema.ts";
import { validate, validateText } from "../helpers/json.ts";
import { home, run } from "../helpers/world.ts";

const asFile = (schema: object): string => `${JSON.stringify(schema, undefined, 2)}\n`;

describe("made from the definitions", () => {
  test.each(outputNames)("schemas/%s.json", async (name) => {
    await expect(asFile(jsonSchemaOf(name, "published"))).toMatchFileSnapshot(join(home, "schemas", `${name}.json`));
  });
  test("schemas/plan.json", async () => {
    await expect(asFile(planJsonSchema())).toMatchFileSnapshot(join(home, "schemas", "plan.json"));
  });
  test("schemas/types.d.ts", async () => {
    await expect(declarations()).toMatchFileSnapshot(join(home, "schemas", "types.d.ts"));
  });
  test("docs/json-reference.md", async () => {
    await expect(reference()).toMatchFileSnapshot(join(home, "docs", "json-reference.md"));
  });
  test.each([...outputNames, "plan"])("plan-measures schema %s prints its file", async (name) => {
    const { out, err, exit } = await run(["schema", name]);
    expect([out, err, exit]).toEqual([readFileSync(join(home, "schemas", `${name}.json`), "utf8"), "", 0]);
  });
  test("plan-measures schema prints the plan's", async () => {
    expect((await run(["schema"])).out).toBe((await run(["schema", "plan"])).out);
  });
  test("no other file is in the folder of schemas", () => {
    const names = [...outputNames, "plan"].map((name) => `${name}.json`);
    expect(readdirSync(join(home, "schemas")).sort()).toEqual([...names, "types.d.ts"].sort());
  });
});

/** What the golden cases print and write. */
const cases = join(home, "test", "cases");
const kept = readdirSync(cases).flatMap((name) =>
  ["out", "written"].flatMap((place) => {
    const path = join(cases, name, place);
    const paths = place === "out" ? [path] : existsSync(path) ? readdirSync(path).map((file) => join(path, file)) : [];
    return paths.filter((file) => existsSync(file)).map((file) => readFileSync(file, "utf8"));
  }),
);

test("every JSON that the golden cases print or write is as it is defined, strictly", () => {
  expect(kept.reduce((sum, text) => sum + validateText(text), 0)).toBeGreaterThan(10);
});

const plan = "fixtures/similar-forces-2019/plan.yaml";
const data = "fixtures/similar-forces-2019/data/police-recorded-crime-2019.csv";
const commands = {
  report: [plan],
  check: [plan],
  compare: [plan],
  trend: ["fixtures/burglary-by-month/plan.yaml"],
  explain: [plan, "Robbery"],
  diff: [plan, plan],
  inspect: [data, "--area", "Gloucestershire"],
  audit: ["fixtures/published-2023/crime.csv", "--comments", "fixtures/published-2023/crime-comments.csv"],
} as const satisfies Record<(typeof outputNames)[number], readonly string[]>;

/** An object for each place of a value, all items of a list being one place: "tables.*.rows.*". */
function objectsIn(value: unknown, place = "", found = new Map<string, Record<string, unknown>>()) {
  if (typeof value !== "object" || value === null) return found;
  if (!Array.isArray(value)) found.set(place, value as Record<string, unknown>);
  for (const [key, one] of Object.entries(value)) objectsIn(one, `${place}.${Array.isArray(value) ? "*" : key}`, found);
  return found;
}

describe.each(outputNames)("%s --format json", (name) => {
  const printed = async (): Promise<unknown> =>
    JSON.parse((await run([name, ...commands[name], "--format", "json"])).out);

  test("is as its schema says, published and strict", async () => {
    const value = await printed();
    expect(validate(value)).toBe(name);
    expect(new Ajv2020().validate(jsonSchemaOf(name, "published"), value)).toBe(true);
  });

  test("with a key more, in any object, is refused strictly and let through by the published schema", async () => {
    const isPublished = new Ajv2020().compile(jsonSchemaOf(name, "published"));
    const value = await printed();
    const objects = [...objectsIn(value).values()];
    expect(objects.length).toBeGreaterThan(1);
    for (const object of objects) {
      object["not-defined"] = 1;
      expect(() => validate(value)).toThrow(/not-defined/);
      expect(isPublished(value)).toBe(true);
      delete object["not-defined"];
    }
  });

  test("without a key that is always there, is refused by both", async () => {
    const isPublished = new Ajv2020().compile(jsonSchemaOf(name, "published"));
    const value = (await printed()) as Record<string, unknown>;
    const [, last = ""] = Object.keys(value);
    delete value[last];
    expect(() => validate(value)).toThrow(last);
    expect(isPublished(value)).toBe(false);
  });
});

/** What the compiler says of a script beside which the package is installed. */
function compilerSays(script: string): string {
  const folder = mkdtempSync(join(tmpdir(), "typed-"));
  try {
    mkdirSync(join(folder, "node_modules"));
    for (const [name, target] of [
      ["plan-measures", home] as const,
      ["@types", join(home, "node_modules", "@types")] as const,
    ])
      symlinkSync(target, join(folder, "node_modules", name), "junction");
    writeFileSync(join(folder, "script.mjs"), script);
    const options = ["--allowJs", "--checkJs", "--noEmit", "--strict", "--module", "nodenext", "--types", "node"];
    const tsc = join(home, "node_modules", "typescript", "bin", "tsc");
    return spawnSync(process.execPath, [tsc, ...options, "script.mjs"], { cwd: folder, encoding: "utf8" }).stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("the script of docs/json.md is right by the types of the package, and a key that is not there is found", () => {
  const page = readFileSync(join(home, "docs", "json.md"), "utf8");
  const script = /^```js file=\S+\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? "";
  expect(script.trim().split("\n").length).toBeLessThan(16);
  expect(compilerSays(script)).toBe("");
  expect(compilerSays(script.replace("force.funnel", "force.funel"))).toContain("'funel' does not exist");
});

/** As JSON is read: what was written as undefined is absent. */
type Read<T> = T extends readonly (infer I)[]
  ? readonly Read<I>[]
  : T extends object
    ? { [K in keyof T]: Read<Exclude<T[K], undefined>> }
    : T;

test("what the tool writes by its types is of the published types", () => {
  // The compiler decides (npm run types); here, that each output is among them.
  const asPublished = {
    report: (value: Read<ReportJson>): Published.Report => value,
    check: (value: Read<CheckJson>): Published.Check => value,
    compare: (value: Read<CompareJson>): Published.Compare => value,
    trend: (value: Read<TrendJson>): Published.Trend => value,
    explain: (value: Read<ExplainJson>): Published.Explain => value,
    diff: (value: Read<DiffJson>): Published.Diff => value,
    inspect: (value: Read<InspectJson>): Published.Inspect => value,
    audit: (value: Read<AuditJson>): Published.Audit => value,
  };
  expect(Object.keys(asPublished)).toEqual(outputNames);
});

test("what is written with a key that its definition lacks does not compile, at any depth", () => {
  const definition = object(
    { known: text("A key."), rows: list(object({ deep: orAbsent(text("A key."), "sometimes") }, "A row."), "Rows.") },
    "An output.",
  );
  const write = writtenAs<TypeOf<typeof definition>>();
  const more = { more: "" };
  expect(write({ known: "", rows: [1].map(() => ({ deep: "" })) })).toEqual({ known: "", rows: [{ deep: "" }] });
  // @ts-expect-error the definition lacks the key, which is spread
  write({ known: "", ...more, rows: [] });
  // @ts-expect-error the same in a list
  write({ known: "", rows: [1].map(() => ({ deep: "", ...more })) });
  // @ts-expect-error a key that is always there is not written
  write({ rows: [] });
});
