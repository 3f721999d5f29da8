// A world for tests: what a command prints is kept, and nothing of the machine's own settings gets in.
import { fileURLToPath } from "node:url";
import { main } from "../src/cli.ts";

export const home = fileURLToPath(new URL("..", import.meta.url));
export const gloucestershire = "fixtures/gloucestershire-2021-2025";

export interface Run {
  readonly out: string;
  readonly err: string;
  readonly exit: number;
}

/** Runs the command line in a folder, as a terminal of that width would see it. */
export async function run(args: readonly string[], cwd = home, columns = 100): Promise<Run> {
  let [out, err] = ["", ""];
  const exit = await main({
    args,
    cwd,
    home,
    columns,
    colour: false,
    errorColour: false,
    errorIsTerminal: false,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { out, err, exit };
}
