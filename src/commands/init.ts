// init: a new folder with a commented plan and sample data, whole or not at all; it never touches one that exists.
import { chmodSync, cpSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Command } from "commander";
import { asWord } from "../core/safe-text.ts";
import { Refusal, type World } from "../io/world.ts";
import { writing } from "../io/write-files.ts";
import { planJsonSchema } from "../plan/schema.ts";

/** Adds the command's words and what it runs. */
export function init(command: Command, world: World, done: (exitCode: number) => void): void {
  command
    .argument("<folder>", "the folder to make; it must not exist yet")
    .addHelpText("after", "\nExample:\n  plan-measures init my-plan\n  plan-measures report my-plan/plan.yaml")
    .action((folder: string) => {
      const target = resolve(world.cwd, folder);
      if (existsSync(target)) {
        throw new Refusal(
          `${folder}: it exists already, and was not touched`,
          "name a new folder: plan-measures init my-plan",
        );
      }
      const parent = dirname(target);
      if (!existsSync(parent))
        throw new Refusal(`${folder}: there is no folder to make it in`, "make that folder first");
      writing(target, () => make(target, world));
      const plan = asWord(`${folder.replace(/\/+$/, "")}/plan.yaml`);
      world.out(`${folder}: a plan, sample data and comments\nnext: plan-measures report ${plan}\n`);
      done(0);
    });
}

function make(target: string, world: World): void {
  const draft = mkdtempSync(join(dirname(target), ".plan-measures-"));
  try {
    cpSync(join(world.home, "fixtures", "starter"), draft, { recursive: true });
    writeFileSync(join(draft, "plan.schema.json"), `${JSON.stringify(planJsonSchema(), undefined, 2)}\n`);
    // A temporary folder is its maker's alone; the new one is for the office.
    chmodSync(draft, 0o777 & ~process.umask());
    renameSync(draft, target);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
