// What a folder has for a beginning: its plans and its data files, and the command that makes a plan from them.
import { join, resolve } from "node:path";
import { asWord, printable } from "../core/safe-text.ts";
import { fileKindOf } from "../input/file-kind.ts";
import { isThere, MOST_PLAN_MEBIBYTES, namesIn, readWhole } from "../io/files.ts";
import type { World } from "../io/world.ts";

export interface PlansAndFiles {
  readonly plans: readonly string[];
  readonly files: readonly string[];
}

/** The data files of a folder and its plans, by their names; where it has no plan, those of the folders in it. */
export function plansAndFiles(world: World, folder = "."): PlansAndFiles {
  const path = resolve(world.cwd, folder);
  const names = namesIn(path);
  const isPlan = (name: string): boolean => {
    const bytes = readWhole(join(path, name), name, MOST_PLAN_MEBIBYTES);
    return bytes instanceof Uint8Array && fileKindOf(bytes, name) === "plan";
  };
  const own = names.filter((name) => /\.ya?ml$/i.test(name) && isPlan(name));
  // Where init was run, the plan is one folder further down.
  const below = (): string[] =>
    names.map((name) => `${name}/plan.yaml`).filter((name) => isThere(join(path, name)) && isPlan(name));
  return {
    plans: own.length > 0 ? own : below(),
    files: names.filter((name) => /\.(csv|tsv|xlsx|xlsm|ods)$/i.test(name)),
  };
}

/** Some of the names, as text that may be printed. */
export const someOf = (names: readonly string[]): string =>
  printable(names.slice(0, SHOWN).join(", ")) + (names.length > SHOWN ? ` and ${names.length - SHOWN} more` : "");
const SHOWN = 5;

/** The command that makes a plan from the files of a folder. */
export const initFrom = (folder: string): string => `plan-measures init my-plan --force NAME --data ${asWord(folder)}`;
