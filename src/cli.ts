// Words in, words out: the command line and the exit code.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command, CommanderError } from "commander";
import { verbs } from "./commands/index.ts";
import { printable } from "./core/safe-text.ts";
import { speakFirst } from "./core/words/say.ts";
import { reasonOf } from "./io/files.ts";
import { nothingRead } from "./io/read-paths.ts";
import { pathFrom, Refusal, type World } from "./io/world.ts";

export { worldOf } from "./io/world.ts";

/** The version, and what a help desk asks for: the commit that the tool was built of, and what it runs on. */
function versionOf({ home, system }: World): string {
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  const commit = readFileSync(join(home, "dist", "commit.txt"), "utf8").trim();
  return `${version}\ncommit ${commit}\n${system}`;
}

/** Runs the command line and answers with the exit code: 0 done, 1 done but something was refused, 2 could not run. */
export async function main(world: World): Promise<number> {
  nothingRead();
  speakFirst();
  if (world.args.length === 0)
    return guarded(world, async () => (await import("./commands/welcome.ts")).welcome(world));
  let exitCode = 0;
  const program = new Command("plan-measures")
    .description("Turns police and crime statistics into the performance tables of a Police and Crime Plan.")
    .version(/^(-V|--version)$/.test(world.args[0] ?? "") ? versionOf(world) : "")
    .configureOutput({
      ...{ writeOut: world.out, writeErr: world.err, getOutHelpWidth: () => Math.min(world.columns, 120) },
      // The help has no colour to take out; to ask, commander would open Node's own stream.
      ...{ getOutHasColors: () => false, getErrHasColors: () => false },
    })
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError("(run plan-measures --help to see the commands and their options)")
    .addHelpText(
      "after",
      "\nExamples:\n  plan-measures init my-plan                 make a plan with sample data\n  plan-measures report my-plan/plan.yaml     print its tables\n  plan-measures report --help                the options of a command",
    );
  // Only the file of the command that runs is loaded.
  const called = verbCalled(world);
  for (const verb of verbs) {
    const command = program.command(verb.name).description(verb.summary);
    if (verb === called || world.args[0] === "help") {
      command.showHelpAfterError(`(run plan-measures ${verb.name} --help to see its options and examples)`);
      (await verb.load())(command, world, (code) => {
        exitCode = code;
      });
    }
  }
  return guarded(world, async () => {
    await program.parseAsync(world.args, { from: "user" });
    return exitCode;
  });
}

/** The command that runs: the one that the first word names. */
const verbCalled = ({ args }: World) => verbs.find(({ name }) => name === args.find((word) => !word.startsWith("-")));

/** Runs a command; what it refuses, and a fault, are said, and end with 2. */
async function guarded(world: World, run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof CommanderError) {
      const called = verbCalled(world);
      const isMeasure =
        error.code === "commander.excessArguments" && /^(report|compare|trend)$/.test(world.args[0] ?? "");
      if (error.code === "commander.missingArgument" && called?.example !== undefined)
        world.err(`example: ${called.example}\n`);
      if (isMeasure) world.err("hint: name a measure with --measure, such as --measure Robbery\n");
      return error.exitCode === 0 ? 0 : 2;
    }
    if (error instanceof Refusal) {
      const list = error.list.map((one) => `    ${printable(one)}\n`).join("");
      world.err(`plan-measures: ${printable(error.message)}\n  hint: ${printable(error.hint)}\n${list}`);
    } else if (isOutside(error)) {
      const hint = outsideHints[error.code ?? ""];
      world.err(
        `plan-measures: ${pathFrom(world, error.path)}: ${reasonOf(error)}\n${hint ? `  hint: ${hint}\n` : ""}`,
      );
    } else world.err(`plan-measures: this is a fault in plan-measures, not in your files\n${(error as Error).stack}\n`);
    return 2;
  }
}

/** What to do where the file system refuses, by its code. */
const outsideHints: Readonly<Record<string, string>> = {
  EEXIST: "choose another name, or delete that file first",
  EISDIR: "choose another name, or name a file in that folder",
  EACCES: "choose another folder, or close the file in other programs",
  EPERM: "choose another folder, or close the file in other programs",
  EBUSY: "close it in other programs, then run the command again",
  ENOSPC: "delete files that you do not need, or choose another disk",
  EROFS: "choose another folder",
};

/** A refusal of the file system (no room, no right to write), which is no fault of the tool. */
const isOutside = (error: unknown): error is NodeJS.ErrnoException & { path: string } =>
  error instanceof Error && "syscall" in error && "path" in error;
