// compare: a measure in each force of a group, ranked, with its distance from the group and what chance would make of it.

import type { Command } from "commander";
import { compareCharts } from "../compare/charts.ts";
import { compareJson } from "../compare/json.ts";
import { compareTable } from "../compare/tables.ts";
import { nameKey } from "../core/names.ts";
import { parsePeriod, periodKey } from "../core/period.ts";
import { doubtsJson, problemsJson } from "../core/problems/doubts-json.ts";
import { isDoubt, type Problem } from "../core/problems/problems.ts";
import { say } from "../core/words/say.ts";
import { Refusal, type World } from "../io/world.ts";
import { byHand } from "../measures/by-hand.ts";
import { pageFormats } from "../output/formats/index.ts";
import { comparatorOf } from "../plan/comparators.ts";
import type { Group } from "../plan/group-schema.ts";
import type { Measure, Plan } from "../plan/model.ts";
import { inOnePeriod, inPeriod } from "../plan/other-periods.ts";
import { rowContextOf } from "../report/context.ts";
import { judgedDoubts, openDoubts } from "../report/doubts.ts";
import { comparisonOf } from "../report/group-comparison.ts";
import { checkDelivery, type Delivery, deliverPage, withDelivery } from "./delivery.ts";
import { onPlan, type PlanOptions } from "./on-plan.ts";
import { checkNames, measuresOf, sourceOf } from "./open-plan.ts";
import { isAsked, namesOf, withData } from "./options.ts";

interface Options extends Delivery, PlanOptions {
  readonly measure?: string[];
  readonly group?: string;
  readonly period: string;
  readonly population?: string;
}

const examples = `
Examples:
  plan-measures compare                                      every measure whose table shows the group
  plan-measures compare plan.yaml --measure Robbery          only one measure
  plan-measures compare --group "All forces" --period 2019   another group, another period
  plan-measures compare --format csv --out tables            for a spreadsheet; json is for scripts

The group's forces must be listed in the plan; a group that is a row of the data has no members to rank.
Exit codes: 0 done; 1 done, but something in the plan or the data was refused; 2 could not run.`;

/** Adds the command's words and what it runs. */
export function compare(command: Command, world: World, done: (exitCode: number) => void): void {
  withData(
    withDelivery(
      command
        .argument("[plan]", "the plan file", "plan.yaml")
        .option("--measure <name...>", "only these measures")
        .option("--group <name>", "the group; by default the first group with a list of forces")
        .option("--period <period>", "current, baseline, or any period in the data", "current")
        .option("--population <date>", "the date of the population for --period, such as mid-2021"),
      pageFormats,
    ),
  )
    .addHelpText("after", examples)
    .action(async (plan: string, options: Options) => done(await run(plan, options, world)));
}

async function run(asked: string, options: Options, world: World): Promise<number> {
  checkDelivery(options);
  return onPlan(world, asked, options, async ({ plan, ...opened }) => {
    const group = groupAsked(plan, options.group);
    const measures = measuresAsked(plan, group, options);
    const data = await opened.read(measures);
    const problems: Problem[] = [...opened.problems, ...data.problems];
    const of = rowContextOf(plan, data, [group], (found) => void problems.push(found));
    const comparisons = measures.map((measure) =>
      comparisonOf(of, measure, comparatorOf(plan, group, data.gazetteer), measure.current),
    );
    const found = [...problems, ...data.store.problems];
    const told = found.filter((one) => !isDoubt(one));
    const doubts = judgedDoubts(plan, [...data.doubts, ...found.filter(isDoubt)]);
    await deliverPage(world, options, {
      name: "compare",
      title: say("compare.page", { title: plan.title, force: plan.force, group: group.name }),
      tables: comparisons.map((one) => compareTable(one)),
      published: comparisons.map((one) => compareTable(one, "published")),
      narrow: comparisons.map((one) => compareTable(one, "narrow")),
      charts: comparisons.map((one) =>
        compareCharts(one).map((chart) => ({ ...chart, ...sourceOf(plan, one.measure) })),
      ),
      isOne: true,
      publishing: plan.publishing,
      json: compareJson({ plan: plan.file, force: plan.force }, comparisons, {
        problems: problemsJson(told),
        doubts: doubtsJson(doubts),
      }),
    });
    return { problems: told, open: openDoubts(doubts) };
  });
}

/** The measures asked for in the period asked for; otherwise those of the tables that show the group, if any does. */
function measuresAsked(plan: Plan, group: Group, options: Options): readonly Measure[] {
  checkNames("compare", "measure", options.measure, namesOf(measuresOf(plan)));
  const whenOf = periodAsked(options);
  const shown = plan.tables.filter(({ groups }) => groups.includes(group)).flatMap(({ measures }) => measures);
  const wanted = (options.measure || shown.length === 0 ? measuresOf(plan) : shown)
    .filter(({ isTotal, kind }) => !isTotal && kind !== byHand && !kind.inWords)
    .filter(({ name }) => isAsked(options.measure, name))
    .map(whenOf);
  const dated = wanted.filter(({ current }) => !current.none);
  if (dated.length > 0) return dated;
  throw new Refusal(
    wanted.length === 0
      ? "there is nothing to compare: totals, words and measures judged by hand cannot be ranked"
      : "the plan has no baseline for these measures",
    "name another measure, or a period such as --period 2019",
  );
}

/** The group asked for, or the first whose forces are listed. */
function groupAsked(plan: Plan, name: string | undefined): Group {
  checkNames("compare", "group", name === undefined ? [] : [name], namesOf(plan.groups));
  const isListed = ({ forces }: Group): boolean => forces.length > 1 || nameKey(forces[0] ?? "") === "all forces";
  const found = plan.groups.find((group) =>
    name === undefined ? isListed(group) : nameKey(group.name) === nameKey(name),
  );
  if (found && isListed(found)) return found;
  const example = "similar-forces: { name: MSG, forces: [Gloucestershire, Wiltshire, …] }";
  if (found)
    throw new Refusal(
      `${found.name} is one row of the data, so its forces are not known`,
      `list them in the plan: ${example}`,
    );
  throw new Refusal("no group of the plan has a list of forces", `add one: ${example}`);
}

/** A measure with the period asked for as its current one; its baseline stays, where that is the earlier. */
function periodAsked({ period: words, population }: Options): (measure: Measure) => Measure {
  const date = population === undefined ? undefined : parsePeriod(population);
  if (typeof date === "string" || (population !== undefined && date === undefined)) {
    throw new Refusal(`--population: "${population}" is not a date`, "write it like mid-2021");
  }
  if (date !== undefined && /^(current|baseline)$/.test(nameKey(words))) {
    throw new Refusal(
      `--population: the plan already gives the date for its ${words} period`,
      "add a period too, such as --period 2019, or remove --population",
    );
  }
  if (nameKey(words) === "current") return (measure) => measure;
  if (nameKey(words) === "baseline") return (measure) => inOnePeriod(measure, measure.baseline);
  const period = parsePeriod(words);
  if (typeof period !== "object") {
    throw new Refusal(
      `--period: ${period ?? `"${words}" is not a period`}`,
      "write current, baseline, 2019 or year ending March 2018",
    );
  }
  return (measure) => {
    const { current, baseline } = measure;
    const when = inPeriod(current, { period, population: date });
    const named = [measure.baseline, current].find(
      (one) => one.period && !one.average && periodKey(one.period) === periodKey(period),
    );
    if (named && date === undefined) return named === current ? measure : inOnePeriod(measure, named);
    if (current.population && !date) {
      throw new Refusal(
        `--period: the plan has no population date for ${words}, which its rates need`,
        "add a date, such as --population mid-2021",
      );
    }
    // A change is from the baseline on, not back to what was before it.
    if (baseline.period && period.to <= baseline.period.to) return inOnePeriod(measure, when);
    const population = baseline.population ?? date;
    return { ...measure, current: when, baseline: { ...baseline, ...(population && { population }) } };
  };
}
