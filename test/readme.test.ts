// The documents are run: their files are written, their commands given to the built command, by a shell where they are more
// than its words, and what they say they print is printed.
// @module-tag built
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { validateText } from "./helpers/json.ts";
import { builtMain, home, run, words } from "./helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "readme-"));
afterAll(() => rmSync(folder, { recursive: true }));
const shim = join(folder, "bin");
// The pages for analysts; docs/decisions is for developers, and runs nothing.
const pages = readdirSync(join(home, "docs")).filter((name) => name.endsWith(".md"));
/** In the order in which they are read: some pages use the plan of the page before them. */
const first = ["README.md", "docs/tutorial.md", "docs/plan-file.md"];
const documents = [...first, ...pages.map((name) => `docs/${name}`).filter((name) => !first.includes(name))];
const text = (name: string): string => readFileSync(join(home, name), "utf8");
const all = documents.map(text).join("\n");
const isRun = (name: string): boolean => /^```\w/m.test(text(name));
cpSync(join(home, "fixtures"), join(folder, "fixtures"), { recursive: true });

interface Block {
  readonly line: number;
  readonly language: string;
  readonly info: string;
  readonly body: string;
}
const blocksOf = (document: string): Block[] =>
  [...text(document).matchAll(/^```(\w+)(.*)\n([\s\S]*?)^```$/gm)].map((match) => ({
    line: text(document).slice(0, match.index).split("\n").length,
    language: match[1] ?? "",
    info: match[2]?.trim() ?? "",
    body: match[3] ?? "",
  }));

const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env;
/** What a command prints. Words that a shell would change nothing of need neither it nor a process of their own. */
async function shell(command: string) {
  const [, line] = /^plan-measures((?: +(?:[\w./:=-]+|"[^"$`\\]*"))*)$/.exec(command) ?? [];
  if (line !== undefined) {
    const { out, err, exit } = await run(words(line), folder, 80, builtMain());
    return { stdout: out, stderr: err, status: exit };
  }
  // What is piped into a script is validated too.
  const [, piped] = /^plan-measures (.* --format json) \|/.exec(command) ?? [];
  if (piped !== undefined) await run(words(piped), folder, 80, builtMain());
  const done = spawnSync("sh", ["-c", command], {
    cwd: folder,
    encoding: "utf8",
    env: { ...env, COLUMNS: "80", PATH: `${shim}${delimiter}${env.PATH}` },
  });
  validateText(done.stdout);
  return done;
}
const schema = async () => JSON.parse((await shell("plan-measures schema")).stdout);
const hasShell = spawnSync("sh", ["-c", "exit 0"]).status === 0;

mkdirSync(shim, { recursive: true });
if (hasShell) {
  const path = join(shim, "plan-measures");
  writeFileSync(path, `#!/bin/sh\nexec "${process.execPath}" "${join(home, "bin", "plan-measures.cjs")}" "$@"\n`);
  chmodSync(path, 0o755);
}

/** The commands of a console block, each with what it prints. */
function commandsOf(body: string): { command: string; prints: string }[] {
  const found: { command: string; prints: string }[] = [];
  for (const line of body.trimEnd().split("\n")) {
    const last = found.at(-1);
    if (line.startsWith("$ ")) found.push({ command: line.slice(2), prints: "" });
    else if (last) last.prints += `${line}\n`;
  }
  return found;
}

describe.skipIf(!hasShell).each(documents.filter(isRun))("%s [needs a POSIX shell]", (document) => {
  const blocks = blocksOf(document);
  test.each(blocks.map((block) => [`line ${block.line}: ${block.language} ${block.info}`, block] as const))(
    "%s",
    async (_, block) => {
      const file = /^file=(\S+)$/.exec(block.info)?.[1];
      if (file !== undefined) {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), block.body);
      } else if (block.language === "text") {
        // Words to read, not to run: of commands, the help of each is given.
        for (const [, command = ""] of block.body.matchAll(/^plan-measures (\w+)/gm)) {
          expect((await shell(`plan-measures ${command} --help`)).status).toBe(0);
        }
      } else if (block.language === "console") {
        let before = "";
        for (const { command, prints } of commandsOf(block.body)) {
          // "echo $?" tells of the command before it.
          const done = await shell(command === "echo $?" ? `${before} 2>/dev/null; ${command}` : command);
          if (prints === "") expect(done.status, done.stderr).toBe(0);
          else expect(done.stdout + done.stderr).toBe(prints);
          before = command;
        }
      } else if (block.language === "json") {
        const command = /^of="(.*)"$/.exec(block.info)?.[1] ?? "";
        expect(JSON.parse((await shell(command)).stdout)).toMatchObject(JSON.parse(block.body));
      } else if (block.info === "of=workflow") {
        // Not a plan: its commands are known ones.
        const commands = [...block.body.matchAll(/run: plan-measures (\w+)/g)].map(([, command]) => command);
        expect(commands.length).toBeGreaterThan(0);
        for (const command of commands) expect((await shell(`plan-measures ${command} --help`)).status).toBe(0);
      } else if (block.language === "yaml") {
        // A piece of a plan: each of its keys is one that plans have.
        const known = new Set(keysOf(await schema()));
        for (const [, key = ""] of block.body.matchAll(/^\s*(?:- )?([a-z-]+):/gm)) expect(known).toContain(key);
      } else {
        // Set-up: .ci/run gives the test command to a clean clone; here its other words are known to npm.
        expect(block.language).toBe("sh");
        const { scripts } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
        for (const [, word] of block.body.matchAll(/npm (\w+)/g)) {
          if (word === "start")
            expect(spawnSync("npm", ["start", "--silent"], { cwd: home, shell: true }).status).toBe(0);
          else expect(["ci", "cit"]).toContain(word);
          expect(scripts.test).toBeDefined();
        }
        expect(readFileSync(join(home, ".ci", "run"), "utf8")).toContain("README.md");
      }
    },
  );
});

/** Validates every JSON output among the files of a folder. */
function validateFiles(at: string): number {
  return readdirSync(at, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(at, entry.name);
    if (entry.isDirectory()) return sum + validateFiles(path);
    return sum + (entry.name.endsWith(".json") ? validateText(readFileSync(path, "utf8")) : 0);
  }, 0);
}

/** Every name of a property in a JSON Schema, at any depth. */
function keysOf(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const own = "properties" in schema ? Object.keys(schema.properties as object) : [];
  return [...own, ...Object.values(schema).flatMap(keysOf)];
}

describe.skipIf(!hasShell)("the documents together [need a POSIX shell]", () => {
  test("write no JSON that is not as it is defined", () => {
    expect(validateFiles(folder)).toBeGreaterThan(0);
  });
  test("name every key of the plan", async () => {
    const { tables, ...top } = (await schema()).properties;
    const measure = tables.items.properties.measures.items.properties;
    for (const key of [...Object.keys(top), ...Object.keys(tables.items.properties), ...Object.keys(measure)]) {
      expect(all).toContain(`\`${key}\``);
    }
  });
});
