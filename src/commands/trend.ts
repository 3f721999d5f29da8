// trend: a measure over time, month by month and year by year, beside the groups of the plan.

import { type Command, Option } from "commander";
import type { Period } from "../core/period.ts";
import { doubtsJson, problemsJson } from "../core/problems/doubts-json.ts";
import { isDoubt, type Problem, problem } from "../core/problems/problems.ts";
import { say } from "../core/words/say.ts";
import { Refusal, reportProblems, type World } from "../io/world.ts";
import { byHand } from "../measures/by-hand.ts";
import { pageFormats } from "../output/formats/index.ts";
import { rowContextOf } from "../report/context.ts";
import { judgedDoubts, openDoubts } from "../report/doubts.ts";
import { trendJson } from "../trend/json.ts";
import { trendTables } from "../trend/page.ts";
import { trendOf, USUAL_TREND } from "../trend/trend.ts";
import { checkDelivery, type Delivery, deliverPage, withDelivery } from "./delivery.ts";
import { onPlan, type PlanOptions } from "./on-plan.ts";
import { checkNames, measuresOf, sourceOf } from "./open-plan.ts";
import { isAsked, namesOf, periodLike, withData } from "./options.ts";

interface Options extends Delivery, PlanOptions {
  readonly measure?: string[];
  readonly group?: string[];
  readonly since?: Period;
  readonly rising: "6" | "7";
}

const examples = `
Examples:
  plan-measures trend --measure Robbery                      all that the data hold of it
  plan-measures trend plan.yaml --measure Robbery --since 2019
  plan-measures trend --measure "All crime" --group MSG --format json

Limits (XmR) are of single months or quarters, never of 12 months, whose windows overlap; they need 12 points.
Exit codes: 0 done; 1 done, but something in the plan or the data was refused; 2 could not run.`;

/** Adds the command's words and what it runs. */
export function trend(command: Command, world: World, done: (exitCode: number) => void): void {
  withData(
    withDelivery(
      command
        .argument("[plan]", "the plan file", "plan.yaml")
        .option("--measure <name...>", "only these measures")
        .option("--group <name...>", "compare with these groups of the plan; by default with all")
        .option(
          "--since <period>",
          "leave out earlier periods, such as those before 2019",
          periodLike("2019 or April 2019"),
        )
        .addOption(
          new Option("--rising <points>", "the number of rising or falling points in a row that are a signal")
            .choices(["6", "7"])
            .default(String(USUAL_TREND)),
        ),
      pageFormats,
    ),
  )
    .addHelpText("after", examples)
    .action(async (plan: string, options: Options) => done(await run(plan, options, world)));
}

async function run(asked: string, options: Options, world: World): Promise<number> {
  checkDelivery(options);
  return onPlan(world, asked, options, async ({ plan, whereIs, ...opened }) => {
    const all = measuresOf(plan).filter(({ isTotal, kind }) => !isTotal && kind !== byHand && !kind.inWords);
    checkNames("trend", "measure", options.measure, namesOf(all));
    checkNames("trend", "group", options.group, namesOf(plan.groups));
    const measures = all.filter(({ name }) => isAsked(options.measure, name));
    const groups = plan.groups.filter(({ name }) => isAsked(options.group, name));
    const data = await opened.read(measures, true);
    const problems: Problem[] = [...opened.problems, ...data.problems];
    const of = rowContextOf(plan, data, groups, (found) => void problems.push(found));
    const rising = Number(options.rising);
    const trends = measures.flatMap((measure) => {
      if (of.withheld.overTime(measure)) {
        problems.push(problem("trend-withheld", measure.place("name"), measure.name));
        return [];
      }
      const found = trendOf(of, measure, options.since, rising);
      if (found.moments.length + found.years.length > 1) return [found];
      problems.push(problem("trend-nothing", measure.place("name"), measure.name, options.since !== undefined));
      return [];
    });
    if (trends.length === 0) {
      await reportProblems(world, problems, whereIs);
      if (problems.some(({ code }) => code === "trend-withheld")) {
        throw new Refusal(
          "these measures have withheld small numbers, so no trend is shown",
          "choose a measure without small numbers",
        );
      }
      throw new Refusal(
        "the data have no months, quarters or years for these measures",
        "run plan-measures inspect to see what a file holds",
      );
    }
    const made = trends.flatMap((one) =>
      trendTables(one, rising).map((of) => ({ ...of, ...sourceOf(plan, one.measure) })),
    );
    const found = [...problems, ...data.store.problems];
    const told = found.filter((one) => !isDoubt(one));
    const doubts = judgedDoubts(plan, [...data.doubts, ...found.filter(isDoubt)]);
    await deliverPage(world, options, {
      name: "trend",
      title: say("trend.page", { title: plan.title, force: plan.force }),
      tables: made.map(({ table }) => table),
      published: made.map(({ narrow }) => narrow),
      narrow: made.map(({ narrow }) => narrow),
      charts: made.map(({ chart, source }) => (chart ? [{ ...chart, ...(source !== undefined && { source }) }] : [])),
      publishing: plan.publishing,
      isFolded: true,
      isOne: true,
      json: trendJson({ plan: plan.file, force: plan.force }, trends, {
        problems: problemsJson(told),
        doubts: doubtsJson(doubts),
      }),
    });
    return { problems: told, open: openDoubts(doubts) };
  });
}
