// What plan-measures says without a command: what it is, what is in this folder, and what to do next.
import { asWord, printable, wrap } from "../core/safe-text.ts";
import type { World } from "../io/world.ts";
import { openPlan } from "./open-plan.ts";
import { initFrom, plansAndFiles, someOf } from "./plans-and-files.ts";

/** A command, and what it does here. */
type Step = readonly [command: string, does: string];

/** Prints it, and answers with the exit code: 1 where a plan is here that cannot be read, which is reported. */
export async function welcome(world: World): Promise<number> {
  const { plans, files } = plansAndFiles(world);
  const [plan = ""] = plans.includes("plan.yaml") ? ["plan.yaml"] : plans;
  world.out(`${wrap("plan-measures makes the performance tables of a Police and Crime Plan.", world.columns)}\n\n`);
  let isRead = true;
  if (plan !== "") isRead = await withPlan(world, plan, plans);
  else if (files.length > 0) withFiles(world, files);
  else {
    world.out("This folder has no plan and no data files.\n");
    next(world, [
      ["plan-measures init my-plan", "make a plan with sample data, to try it"],
      ["plan-measures init my-plan --force NAME --data FOLDER", "make a plan from your downloads"],
    ]);
  }
  world.out("\nSee all commands with plan-measures --help\n");
  return isRead ? 0 : 1;
}

async function withPlan(world: World, name: string, plans: readonly string[]): Promise<boolean> {
  const opened = await openPlan(world, name, undefined);
  const word = name === "plan.yaml" ? "" : ` ${asWord(name)}`;
  if (opened) {
    const { plan, problems } = opened;
    const measures = plan.tables.flatMap((table) => table.measures);
    world.out(`${printable(`${name}: ${plan.title}, ${plan.force}`)}\n`);
    const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;
    world.out(`  ${counted(measures.length, "measure")} in ${counted(plan.tables.length, "table")}\n`);
    const errors = problems.filter(({ severity }) => severity === "error").length;
    if (errors > 0) world.out(`  ${counted(errors, "error")} in the plan: plan-measures check${word} lists them\n`);
  }
  const others = plans.filter((one) => one !== name);
  if (others.length > 0) world.out(`Other plans here: ${someOf(others)}\n`);
  next(world, [
    [`plan-measures report${word}`, "print its tables"],
    [`plan-measures check${word}`, "check whether it is ready to publish"],
    [`plan-measures refresh ${asWord(name)} FOLDER`, "show what new downloads would change"],
    [`plan-measures report${word} --format docx --out published`, "write a Word document"],
  ]);
  return opened !== undefined;
}

function withFiles(world: World, files: readonly string[]): void {
  world.out(`${wrap(`This folder has data files, but no plan: ${someOf(files)}`, world.columns)}\n`);
  next(world, [
    [`plan-measures inspect ${asWord(files[0] ?? "")}`, "show what a file holds"],
    [initFrom("."), "make a plan from these files"],
  ]);
}

function next(world: World, steps: readonly Step[]): void {
  const width = Math.max(...steps.map(([command]) => command.length));
  // In a narrow terminal what a command does is below it.
  const isWide = Math.max(...steps.map(([, does]) => does.length)) + width + 5 <= world.columns;
  const lines = steps.map(([command, does]) =>
    isWide ? `  ${command.padEnd(width)}   ${does}` : `  ${command}\n      ${does}`,
  );
  world.out(`\nNext:\n${lines.join("\n")}\n`);
}
