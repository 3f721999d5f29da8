// init: a new folder with a commented plan and sample data, whole or not at all; it never touches one that exists.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Command } from "commander";
import { asWord, printable } from "../core/safe-text.ts";
import { copyFile, copyFolder } from "../io/copy.ts";
import { isFolder } from "../io/files.ts";
import { fileName, filesUnder } from "../io/stage.ts";
import { Refusal, slashed, type World } from "../io/world.ts";
import { writing } from "../io/write-files.ts";

/** Adds the command's words and what it runs. */
export function init(command: Command, world: World, done: (exitCode: number) => void): void {
  command
    .argument("<folder>", "the folder to make; it must not exist yet")
    .option("--force <name>", "with --data, the force that the plan is of")
    .option("--data <folder>", "make the plan from the files of this folder, which are copied")
    .addHelpText(
      "after",
      `
Examples:
  plan-measures init my-plan
  plan-measures report my-plan/plan.yaml
  plan-measures init my-plan --force Gloucestershire --data exports    a plan of your own files`,
    )
    .action(async (folder: string, { force, data }: { force?: string; data?: string }) => {
      if ((force === undefined) !== (data === undefined)) {
        throw new Refusal(
          "--force and --data are only used together",
          "write both: plan-measures init my-plan --force Gloucestershire --data exports",
        );
      }
      const target = resolve(world.cwd, folder);
      if (existsSync(target)) {
        throw new Refusal(
          `${folder}: it exists already, and was not changed`,
          "name a new folder: plan-measures init my-plan",
        );
      }
      const parent = dirname(target);
      if (!existsSync(parent))
        throw new Refusal(`${folder}: there is no folder to make it in`, "make that folder first, or name another");
      const exports = data === undefined ? undefined : filesOf(world, data);
      const said = exports && force !== undefined ? await makeFromData(target, exports, force, world) : [];
      if (!exports) writing(target, () => make(target, world));
      const made = slashed(world, folder);
      const plan = asWord(`${made.replace(/\/+$/, "")}/plan.yaml`);
      const what = exports ? "a plan of your files; look for # choose in it" : "a plan, sample data and comments";
      world.out(
        `${made}: ${what}\n${said.map((one) => `${printable(one)}\n`).join("")}next: plan-measures report ${plan}\n`,
      );
      done(0);
    });
}

function make(target: string, world: World): void {
  const draft = mkdtempSync(join(dirname(target), ".plan-measures-"));
  try {
    copyFolder(join(world.home, "fixtures", "starter"), draft);
    settle(draft, target, world);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Puts the draft of a folder in its place. */
function settle(draft: string, target: string, world: World): void {
  writeFileSync(join(draft, "plan.schema.json"), readFileSync(join(world.home, "schemas", "plan.json")));
  // A temporary folder is its maker's alone; the new one is for the office.
  chmodSync(draft, 0o777 & ~process.umask());
  renameSync(draft, target);
}

/** The files of a folder; one that is not there, or has none, is refused. */
function filesOf(world: World, data: string): readonly string[] {
  const [found] = filesUnder(world.cwd, [data]);
  if (!isFolder(resolve(world.cwd, data)) || !found?.paths?.length) {
    throw new Refusal(`--data ${data}: there is no folder of files there`, "name the folder of your downloads");
  }
  return found.paths;
}

/** A plan made from files, with copies of them and a comments file without comments; what is to be said of the files. */
async function makeFromData(
  target: string,
  files: readonly string[],
  force: string,
  world: World,
): Promise<readonly string[]> {
  const { planFromData } = await import("./init-from-data.ts");
  const draft = writing(target, () => mkdtempSync(join(dirname(target), ".plan-measures-")));
  try {
    mkdirSync(join(draft, "data"));
    for (const file of files) copyFile(file, join(draft, "data", fileName(file)));
    const { text, said } = await planFromData(draft, force);
    writeFileSync(join(draft, "plan.yaml"), text);
    writeFileSync(join(draft, "comments.csv"), "measure,period,comment\n");
    writing(target, () => settle(draft, target, world));
    return said;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
