// A world for tests: what a command prints is kept, and nothing of the machine's own settings gets in.
import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { main } from "../../src/cli.ts";
import { terminalColumns } from "../../src/core/text-columns.ts";
import type { Disk } from "../../src/io/disk.ts";
import type { World } from "../../src/io/world.ts";
import { validateRun } from "./json.ts";

export const home = fileURLToPath(new URL("../..", import.meta.url));
export const gloucestershire = "fixtures/gloucestershire-2021-2025";

// As in the bundle (rolldown.config.js), the library of tables counts widths as the tool does; it asks for them when it is
// loaded, which is after this.
const { resolve } = createRequire(import.meta.url);
const fromTables = createRequire(resolve("cli-table3"));
fromTables("string-width");
const widths = fromTables.cache[fromTables.resolve("string-width")];
if (widths) widths.exports = terminalColumns;

/** The example plans; a fixture without a plan is of published tables. */
export const planFixtures = readdirSync(join(home, "fixtures")).filter((name) =>
  existsSync(join(home, "fixtures", name, "plan.yaml")),
);

export interface Run {
  readonly out: string;
  readonly err: string;
  readonly exit: number;
}

/** What a test runs on is no part of what it expects. */
const SYSTEM = "Node.js of a test";

/** What is piped into a command, if anything; whether it runs as on Windows; and a disk of which steps fail. */
export interface Around {
  readonly input?: Uint8Array | undefined;
  readonly isWindows?: boolean;
  readonly disk?: Disk;
}

/** Runs the command line in a folder, as a terminal of that width would see it: from the source, or as it is built. */
export async function run(
  args: readonly string[],
  cwd = home,
  columns = 100,
  command = main,
  { input, isWindows = false, disk }: Around = {},
): Promise<Run> {
  let [out, err] = ["", ""];
  const exit = await command({
    args,
    cwd,
    home,
    system: SYSTEM,
    columns,
    colour: false,
    errorColour: false,
    outIsTerminal: false,
    errorIsTerminal: false,
    isWindows,
    disk,
    input: {
      isTerminal: () => input === undefined,
      read: (most) => (input && input.length <= most ? Buffer.from(input) : undefined),
    },
    // Bytes come back one to a letter.
    out: (content) => {
      out += typeof content === "string" ? content : Buffer.from(content).toString("latin1");
    },
    err: (text) => {
      err += text;
    },
  });
  validateRun(args, cwd, { out, err, exit });
  return { out, err, exit };
}

/** A folder for what a command is made of, which prints nothing. */
export const quietWorld = (cwd: string): World => ({
  args: [],
  cwd,
  home,
  system: SYSTEM,
  columns: 100,
  colour: false,
  errorColour: false,
  outIsTerminal: false,
  errorIsTerminal: false,
  isWindows: false,
  input: { isTerminal: () => true, read: () => undefined },
  out: () => {},
  err: () => {},
});

/** The command line as it is built, without a process for each command. */
export const builtMain = (): typeof main =>
  createRequire(import.meta.url)(join(home, "bin", "plan-measures.cjs")).load("cli.cjs").main;

/** "report --measure 'Theft from shops'" → its words; quotes keep spaces together. */
export const words = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? "");
