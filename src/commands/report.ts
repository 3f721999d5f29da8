// report: the performance tables of a plan, its comments, and what each priority comes to.
import { basename, dirname, join, resolve } from "node:path";
import { type Command, Option } from "commander";
import { readComments } from "../comments.ts";
import { decode } from "../csv.ts";
import { isFolder, MOST_PLAN_MEBIBYTES, readWhole, writeFiles } from "../files.ts";
import { formats } from "../formats/index.ts";
import { key, nearest } from "../names.ts";
import { painter } from "../paint.ts";
import { type Plan, parsePlan } from "../plan.ts";
import type { Problem } from "../problems.ts";
import { readData } from "../read.ts";
import { reportOf, type Selection } from "../report.ts";
import { wantedBy } from "../sides.ts";
import { pathFrom, progressOf, Refusal, tell, type World } from "../world.ts";

interface Options {
  readonly format: string;
  readonly out?: string;
  readonly data?: string;
  readonly measure?: string[];
  readonly priority?: string[];
  readonly table?: string[];
}

const examples = `
Examples:
  plan-measures report                                      the tables of plan.yaml in this folder
  plan-measures report plan.yaml --priority CSC             only the measures of a priority
  plan-measures report plan.yaml --measure Robbery          only one measure
  plan-measures report plan.yaml --format csv --out tables  a CSV file for each table
  plan-measures report plan.yaml --format json              for scripts; the README describes it

Exit codes: 0 done; 1 done, but something in the plan or the data was refused; 2 could not run.`;

/** Adds the command's words and what it runs. */
export function report(command: Command, world: World, done: (exitCode: number) => void): void {
  const names = formats.map((format) => format.name);
  command
    .argument("[plan]", "the plan file", "plan.yaml")
    .addOption(new Option("--format <format>", "how to print it").choices(names).default("terminal"))
    .option("--out <folder>", "write files into a folder, each whole or not at all")
    .option("--data <folder>", "read the plan's data from this folder instead of the plan's own")
    .option("--measure <name...>", "only these measures")
    .option("--priority <id...>", "only measures of these priorities")
    .option("--table <title...>", "only these tables")
    .addHelpText("after", examples)
    .action(async (plan: string, options: Options) => done(await run(plan, options, world)));
}

async function run(asked: string, options: Options, world: World): Promise<number> {
  const planPath = isFolder(resolve(world.cwd, asked)) ? join(asked, "plan.yaml") : asked;
  const path = resolve(world.cwd, planPath);
  const folder = dirname(path);
  const file = basename(path);
  const bytes = readWhole(path, file, MOST_PLAN_MEBIBYTES);
  if (!(bytes instanceof Uint8Array)) {
    throw new Refusal(`${planPath}: ${bytes.message}`, "name the plan file, or make one: plan-measures init my-plan");
  }
  if (options.data !== undefined && !isFolder(resolve(world.cwd, options.data))) {
    throw new Refusal(`--data ${options.data}: there is no such folder`, "name the folder that holds the plan's data");
  }
  if (options.out === "") throw new Refusal("--out: no folder is named", "name one: --out tables");
  const decoded = decode(bytes);
  if (decoded === "binary") throw new Refusal(`${planPath}: this is not a text file`, "a plan is a YAML file");
  const { plan, problems: planProblems } = parsePlan(decoded.text, file);
  const dataFolder = options.data === undefined ? folder : resolve(world.cwd, options.data);
  const whereIs = (name: string): string =>
    pathFrom(world, resolve(name === file || name === plan?.comments ? folder : dataFolder, name));
  if (!plan) {
    await tell(world, planProblems, whereIs);
    return 2;
  }
  const selection = selected(plan, options);
  const data = await readData(plan.data, dataFolder, (places) => wantedBy(plan, places), {
    progress: progressOf(world),
    leaveOut: options.data === undefined ? plan.comments : undefined,
  });
  const made = reportOf(plan, data, readComments(plan, folder), selection);
  if (made.tables.length === 0) {
    throw new Refusal("no measure of the plan is all that was asked for", "ask for less, e.g. --priority alone");
  }
  const problems: readonly Problem[] = [...planProblems, ...data.problems, ...made.problems];
  const render = await formats.find((format) => format.name === options.format)?.load();
  // A file is the same whatever terminal it was made in.
  const toFile = options.out !== undefined;
  const surface = { columns: toFile ? 100 : world.columns, paint: await painter(!toFile && world.colour) };
  const files = render?.({ ...made, inputs: data.inputs, problems }, surface) ?? [];
  if (options.out !== undefined) {
    writeFiles(resolve(world.cwd, options.out), files);
    for (const { name } of files) world.err(`wrote ${options.out}/${name}\n`);
  } else if (files.length === 1) {
    world.out(files[0]?.content ?? "");
  } else {
    throw new Refusal(
      `--format ${options.format} writes ${files.length} files, one for each table`,
      `name a folder for them: --out tables`,
    );
  }
  await tell(world, problems, whereIs);
  return problems.some((one) => one.severity === "error") ? 1 : 0;
}

/** The measures asked for by name; a name that the plan does not have is refused with the nearest that it has. */
function selected(plan: Plan, options: Options): Selection {
  const check = (option: string, asked: readonly string[] | undefined, known: readonly string[]): void => {
    for (const name of asked ?? []) {
      if (known.some((one) => key(one) === key(name))) continue;
      const near = nearest(name, known);
      const looksLikePlan = /\.ya?ml$/i.test(name);
      const hint = looksLikePlan
        ? `name the plan before the options: plan-measures report ${name} --${option} …`
        : `the plan has: ${known.join(", ")}`;
      throw new Refusal(
        `--${option}: the plan has no ${option} "${name}"${near ? `; did you mean ${near}?` : ""}`,
        hint,
      );
    }
  };
  check(
    "measure",
    options.measure,
    plan.tables.flatMap((table) => table.measures.map((measure) => measure.name)),
  );
  check(
    "priority",
    options.priority,
    plan.priorities.map((priority) => priority.id),
  );
  check(
    "table",
    options.table,
    plan.tables.map((table) => table.title),
  );
  return { measures: options.measure, priorities: options.priority, tables: options.table };
}
