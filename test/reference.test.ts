// The reference pages are made from the command's own help, the plan's schema and the gallery of cases: `npm run update`
// writes them again.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verbs } from "../src/commands/index.ts";
import { codes } from "../src/core/problems/problems.ts";
import { planJsonSchema } from "../src/plan/schema.ts";
import { home, run } from "./helpers/world.ts";

const page = (name: string): string => join(home, "docs", "reference", `${name}.md`);
const MADE = "This page is made by a test; `npm run update` writes it again.";

test("the commands, as their help gives them", async () => {
  const helps = [["plan-measures", (await run(["--help"], home, 100)).out]];
  for (const { name } of verbs) helps.push([`plan-measures ${name}`, (await run([name, "--help"], home, 100)).out]);
  const parts = helps.map(([name, help]) => `## ${name}\n\n\`\`\`text\n${help?.trimEnd()}\n\`\`\`\n`);
  await expect(`# The commands\n\n${MADE}\n\n${parts.join("\n")}`).toMatchFileSnapshot(page("commands"));
});

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly type?: string;
  readonly examples?: readonly unknown[];
}

/** The groups of keys within a value, whichever of its forms has them. */
const groupsIn = (schema: Schema): Schema[] =>
  schema.properties ? [schema] : [...(schema.anyOf ?? []), ...(schema.items ? [schema.items] : [])].flatMap(groupsIn);
const inYaml = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map(inYaml).join(", ")}]`
    : typeof value === "object" && value !== null
      ? `{ ${Object.entries(value)
          .map(([key, inner]) => `${key}: ${inYaml(inner)}`)
          .join(", ")} }`
      : String(value);
const cell = (words: string): string => words.replaceAll("|", "\\|");

/** A group's keys in a table, and then the groups within it, each under its path. */
function group(path: string, schema: Schema): string[] {
  const own = Object.entries(schema.properties ?? {});
  const rows = own.map(([key, inner]) => {
    const example = inner.examples?.[0];
    const needed = schema.required?.includes(key) ? "yes" : "";
    const shown = example === undefined ? "" : `\`${cell(inYaml(example))}\``;
    return `| \`${key}\` | ${needed} | ${cell(inner.description ?? "")} | ${shown} |`;
  });
  const title = path === "" ? "The plan" : `\`${path}\``;
  const table = `## ${title}\n\n| key | needed | what it is | example |\n| --- | --- | --- | --- |\n${rows.join("\n")}\n`;
  return [
    table,
    ...own.flatMap(([key, inner]) =>
      groupsIn(inner)
        .slice(0, 1)
        .flatMap((one) => group(path === "" ? key : `${path} · ${key}`, one)),
    ),
  ];
}

test("the plan file, as its schema has it", async () => {
  const parts = group("", planJsonSchema() as Schema);
  expect(parts.length).toBeGreaterThan(10);
  const head = `# The plan file\n\n${MADE} An editor can use the same schema: \`plan-measures schema\` prints it.\n`;
  await expect(`${head}\n${parts.join("\n")}`).toMatchFileSnapshot(page("plan"));
});

const gallery = join(home, "test", "cases");
/** The message of a code with its note and hint, as a case prints it: the case of its name, or else the first that has it. */
function exampleOf(code: string): string {
  const names = [code, ...readdirSync(gallery).sort()];
  for (const name of names) {
    const path = join(gallery, name, "err");
    if (!existsSync(path)) continue;
    const lines = readFileSync(path, "utf8").split("\n");
    const first = lines.findIndex((line) => line.endsWith(`[${code}]`));
    if (first < 0) continue;
    const more = lines.slice(first + 1).findIndex((line) => !/^ +(?:note|hint): /.test(line));
    return lines.slice(first, first + 1 + more).join("\n");
  }
  throw new Error(`no case prints [${code}]`);
}

test("the messages, each as a case prints it", async () => {
  const parts = [...codes].sort().map((code) => `## ${code}\n\n\`\`\`text\n${exampleOf(code)}\n\`\`\`\n`);
  const head = [
    "# The messages",
    `Each message says where something is wrong, what is wrong, and its code in brackets. The line \`hint:\` says what to do. An
*error* means that something was not read or not worked out. A *warning* does not stop a figure. A *doubt* is a figure that is
printed but may mean something else: \`check\` says no until you correct it or accept it in the plan.`,
    `${MADE} The examples come from the test cases of the same names, in \`test/cases\`.`,
  ];
  await expect(`${head.join("\n\n")}\n\n${parts.join("\n")}`).toMatchFileSnapshot(page("messages"));
});

test("the picture of the README is what the tool draws", async () => {
  const plan = ["report", "fixtures/gloucestershire-2021-2025/plan.yaml", "--table", "Recorded crime"];
  const { out, exit } = await run([...plan, "--overview", "--format", "svg"], home);
  expect(exit).toBe(0);
  // Of the published table: 54,101 crimes, and 8 homicides for 4 in 2019.
  expect(out).toMatch(/>54,101 ▲</);
  expect(out).toMatch(/>8 ▲ \+100\.0% \[u\]</);
  await expect(out).toMatchFileSnapshot(join(home, "docs", "overview.svg"));
});
