// refresh: new files into a plan, with what they change; shown first, and done whole or not at all with --write.
import type { Command } from "commander";
import { applyChanges, type FileChange, finishChanges, halfway, isHalfway, undoChanges } from "../io/change-set.ts";
import { reasonOf } from "../io/files.ts";
import { isInput } from "../io/given.ts";
import { stageFor } from "../io/stage.ts";
import { exitCodeFor, Refusal, reportProblems, type World } from "../io/world.ts";
import { writing } from "../io/write-files.ts";
import { openPlan } from "./open-plan.ts";
import { planned } from "./refresh-plan.ts";
import { shownRefresh } from "./refresh-shown.ts";

interface Options {
  readonly write?: boolean;
  readonly undo?: boolean;
  readonly drop?: boolean;
  readonly rename?: readonly string[];
}

const examples = `
Examples:
  plan-measures refresh plan.yaml downloads            show what the new files would change; nothing is written
  plan-measures refresh plan.yaml downloads --write    the same, and make these changes
  plan-measures refresh plan.yaml downloads --rename "Bicycle theft=Theft of bicycles"
                                                       a series has a new name, so change it in the plan too
  plan-measures refresh plan.yaml --undo               take back a refresh that was stopped halfway

With --write, it copies the new files in, and keeps the old files and the last report under history/ (or history: in the
plan). It writes the new period into the plan, drafts missing comments, and writes the files listed under outputs:.
Exit codes: 0 done, or shown; 1 nothing was written because something new was refused, or the plan or the data already had
an error; 2 could not run.`;

/** Adds the command's words and what it runs. */
export function refresh(command: Command, world: World, done: (exitCode: number) => void): void {
  command
    .argument("[plan]", "the plan file", "plan.yaml")
    .argument("[files...]", "the new files, or a folder of them")
    .option("--write", "make the changes that are shown")
    .option("--undo", "take back a refresh that was stopped halfway")
    .option("--drop", "continue although the new files lack figures that the old files have")
    .option(
      "--rename <old=new>",
      "a series has a new name in the new files; may be given several times",
      (one, all: string[]) => [...all, one],
      [],
    )
    .addHelpText("after", examples)
    .action(async (plan: string, files: string[], options: Options) => done(await run(plan, files, options, world)));
}

async function run(asked: string, files: readonly string[], options: Options, world: World): Promise<number> {
  if (isInput(asked))
    throw new Refusal(
      "refresh edits the plan, so it needs a plan file",
      "name the file: plan-measures refresh plan.yaml",
    );
  const opened = await openPlan(world, asked, undefined);
  if (!opened) return 2;
  const { folder } = opened;
  if (options.undo) {
    if (!isHalfway(folder))
      throw new Refusal(
        "no refresh was stopped halfway, so there is nothing to take back",
        `copy the old files from ${opened.plan.history}/ to go back to before a refresh that was finished`,
      );
    world.out(
      `took back the refresh that was stopped:\n${undoChanges(folder, world.disk)
        .map((path) => `  ${path}\n`)
        .join("")}`,
    );
    return 0;
  }
  if (isHalfway(folder)) {
    if (!options.write) throw halfway();
    world.out(
      `finished the refresh that was stopped:\n${finishChanges(folder, world.disk)
        .map((path) => `  ${path}\n`)
        .join("")}`,
    );
    return run(asked, files, options, world);
  }
  const stage = stageFor();
  try {
    const result = await planned(world, opened, files, stage, options);
    const isRefused = result.refused.length > 0;
    const isWritten = options.write === true && !isRefused && result.files.length > 0;
    if (isWritten) apply(world, folder, result.files);
    world.out(await shownRefresh(world, result, isWritten));
    await reportProblems(world, result.errors, opened.whereIs);
    return isRefused ? 1 : exitCodeFor(result.errors);
  } finally {
    stage.done();
  }
}

/** Replaces the files; where the system refuses one halfway, the refusal says how to go on. */
function apply({ disk }: World, folder: string, files: readonly FileChange[]): void {
  try {
    writing(folder, () => applyChanges(folder, files, disk));
  } catch (error) {
    if (error instanceof Refusal || !isHalfway(folder)) throw error;
    throw new Refusal(`the refresh was stopped halfway: ${reasonOf(error)}`, halfway().hint);
  }
}
