// report: the performance tables of a plan, its comments, and what each priority comes to.
import type { Command } from "commander";
import { readComments } from "../input/comments.ts";
import { Refusal, type World } from "../io/world.ts";
import { formats, reportFormats } from "../output/formats/index.ts";
import type { Plan } from "../plan/model.ts";
import { openDoubts } from "../report/doubts.ts";
import { reportOf, type Selection } from "../report/report.ts";
import { checkDelivery, type Delivery, deliver, withDelivery } from "./delivery.ts";
import { onPlan, type PlanOptions } from "./on-plan.ts";
import { checkNames, measuresOf } from "./open-plan.ts";
import { withData } from "./options.ts";

interface Options extends Delivery, PlanOptions {
  readonly measure?: string[];
  readonly priority?: string[];
  readonly table?: string[];
  readonly overview?: boolean;
}

const examples = `
Examples:
  plan-measures report                                      the tables of plan.yaml in this folder
  plan-measures report --overview                           a line for each measure, and nothing else
  plan-measures report plan.yaml --priority CSC             only the measures of a priority
  plan-measures report plan.yaml --measure Robbery          only one measure
  plan-measures report plan.yaml --format csv --out tables  a CSV file for each table
  cat plan.yaml | plan-measures report -                    read the plan from another command
  plan-measures report plan.yaml --format json              for scripts

MSG, the Most Similar Group, is the forces that the Home Office compares with yours. Name them
under similar-forces: in the plan.
"similar" in the overview means within the range of the other forces; "higher" and "lower" mean outside it.
Exit codes: 0 done; 1 done, but something in the plan or the data was refused; 2 could not run.`;

/** Adds the command's words and what it runs. */
export function report(command: Command, world: World, done: (exitCode: number) => void): void {
  withData(withDelivery(command.argument("[plan]", "the plan file", "plan.yaml"), reportFormats))
    .option("--measure <name...>", "only these measures")
    .option("--priority <id...>", "only measures of these priorities")
    .option("--table <title...>", "only these tables")
    .option("--overview", "only the overview: a line for each measure")
    .option("--reading", "say beside each verdict whether chance alone could explain the figures")
    .addHelpText("after", examples)
    .action(async (plan: string, options: Options) => done(await run(plan, options, world)));
}

/** The formats that have an overview to print alone. */
const withOverview = ["terminal", "markdown", "csv", "svg"];

async function run(asked: string, options: Options, world: World): Promise<number> {
  checkDelivery(options);
  if (options.overview && !withOverview.includes(options.format)) {
    throw new Refusal(
      `--overview: --format ${options.format} always prints the whole report, overview included`,
      `remove --overview, or use --format ${withOverview.join(", ")}`,
    );
  }
  return onPlan(world, asked, options, async ({ plan, folder, problems: ofPlan, read }) => {
    const selection = selected(plan, options);
    const data = await read(measuresOf(plan));
    const made = reportOf(plan, data, readComments(plan, folder), selection);
    const isAsked = options.measure ?? options.priority ?? options.table;
    if (made.tables.length === 0 && isAsked !== undefined) {
      throw new Refusal("no measure of the plan fits all these options", "use fewer of them, such as --priority alone");
    }
    const problems = [...ofPlan, ...data.problems, ...made.problems];
    const render = await formats.find((format) => format.name === options.format)?.load?.();
    const whole = { ...made, inputs: data.inputs, problems };
    const overviewOnly = options.overview === true;
    await deliver(world, options, (surface) => render?.(whole, { ...surface, overviewOnly }) ?? []);
    return { problems, open: openDoubts(made.doubts) };
  });
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
