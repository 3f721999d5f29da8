// report: the performance tables of a plan, its comments, and what each priority comes to.
import type { Command } from "commander";
import type { Problem } from "../core/problems/problems.ts";
import { readComments } from "../input/comments.ts";
import { HELD, Refusal, reportProblems, sayOpen, type World } from "../io/world.ts";
import { formats, reportFormats } from "../output/formats/index.ts";
import type { Plan } from "../plan/model.ts";
import { openDoubts } from "../report/doubts.ts";
import { reportOf, type Selection } from "../report/report.ts";
import { checkDelivery, type Delivery, deliver, withDelivery } from "./delivery.ts";
import { checkNames, measuresOf, openPlan } from "./open-plan.ts";

interface Options extends Delivery {
  readonly data?: string;
  readonly measure?: string[];
  readonly priority?: string[];
  readonly table?: string[];
  readonly reading?: boolean;
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
  withDelivery(command.argument("[plan]", "the plan file", "plan.yaml"), reportFormats)
    .option("--data <folder>", "read the plan's data from this folder instead of the plan's own")
    .option("--measure <name...>", "only these measures")
    .option("--priority <id...>", "only measures of these priorities")
    .option("--table <title...>", "only these tables")
    .option("--reading", "say beside each verdict whether the change is within or beyond chance")
    .addHelpText("after", examples)
    .action(async (plan: string, options: Options) => done(await run(plan, options, world)));
}

async function run(asked: string, options: Options, world: World): Promise<number> {
  checkDelivery(options);
  const opened = await openPlan(world, asked, options.data);
  if (!opened) return 2;
  const { plan, folder, whereIs } = opened;
  const selection = selected(plan, options);
  const data = await opened.read(measuresOf(plan));
  const judged = options.reading ? { ...plan, reading: true } : plan;
  const made = reportOf(judged, data, readComments(plan, folder), selection);
  if (made.tables.length === 0) {
    throw new Refusal("no measure of the plan is all that was asked for", "ask for less, e.g. --priority alone");
  }
  const problems: readonly Problem[] = [...opened.problems, ...data.problems, ...made.problems];
  const render = await formats.find((format) => format.name === options.format)?.load?.();
  await deliver(world, options, (surface) => render?.({ ...made, inputs: data.inputs, problems }, surface) ?? []);
  const open = openDoubts(made.doubts);
  await reportProblems(world, [...problems, ...open], whereIs, HELD);
  sayOpen(world, open.length);
  return problems.some((one) => one.severity === "error") ? 1 : 0;
}

/** The measures asked for by name; a name that the plan does not have is refused with the nearest that it has. */
function selected(plan: Plan, options: Options): Selection {
  const measures = measuresOf(plan).map((measure) => measure.name);
  const priorities = plan.priorities.map((priority) => priority.id);
  const tables = plan.tables.map((table) => table.title);
  checkNames("report", "measure", options.measure, measures);
  checkNames("report", "priority", options.priority, priorities);
  checkNames("report", "table", options.table, tables);
  return { measures: options.measure, priorities: options.priority, tables: options.table };
}
