// inspect: which source a file is of, how it is written, what it holds and what was refused; its figures, if asked for.
import { type Command, Option } from "commander";
import { parsePeriod } from "../core/period.ts";
import { printableJson } from "../core/safe-text.ts";
import { type Listable, listable, listText } from "../inspect/list.ts";
import { type FileSeen, lookInto } from "../inspect/look.ts";
import { inspectJson, inspectText } from "../inspect/page.ts";
import { checkInput, filesGiven } from "../io/given.ts";
import { exitCodeFor, HELD, Refusal, reportProblems, type World } from "../io/world.ts";
import { checkOut, type Delivery, deliverFindings, withFindings } from "./delivery.ts";

interface Options extends Delivery {
  readonly area?: string[];
  readonly series?: string[];
  readonly period?: string[];
  readonly list?: Listable;
}

const examples = `
Examples:
  plan-measures inspect exports/*.csv
  cat export.csv | plan-measures inspect -
  plan-measures inspect workbook.xlsx "workbook.ods#Table P1"
  plan-measures inspect table-p1.csv --list series
  plan-measures inspect table-p1.csv --area Gloucestershire --series Robbery
  plan-measures inspect offences.csv --area E23000037 --period "year ending March 2018" --format json
  plan-measures inspect exports/*.csv --format html --out inspect.html

Months and quarters are added up to a period that the file does not give as a whole.
For a file that no source knows, it proposes a column map for the plan.
Exit codes: 0 done; 1 done, but something was refused; 2 could not run, or no file could be opened.`;

/** Adds the command's words and what it runs. */
export function inspect(command: Command, world: World, done: (exitCode: number) => void): void {
  withFindings(command.argument("<file...>", "data files; * ? and ** are expanded, - is standard input"))
    .option("--area <name...>", "print the figures of these areas, by name or code")
    .option("--series <name...>", "print the figures of these series")
    .option("--period <period...>", "print the figures of these periods")
    .addOption(new Option("--list <names>", "print all names of one sort, one a line").choices(listable))
    .addHelpText("after", examples)
    .action(async (files: string[], options: Options) => done(await run(files, options, world)));
}

async function run(files: readonly string[], options: Options, world: World): Promise<number> {
  const { list } = options;
  const periods = (options.period ?? []).map((words) => {
    const period = parsePeriod(words);
    if (typeof period === "object") return period;
    throw new Refusal(
      `--period: ${period ?? `"${words}" is not a period`}`,
      "write it like 2019, 2018/19 or year ending March 2018",
    );
  });
  const allNames = list !== undefined || options.format === "json";
  const asked = { areas: options.area ?? [], series: options.series ?? [], periods, allNames };
  const seen: FileSeen[] = [];
  if (list && asked.areas.length + asked.series.length + periods.length > 0) {
    throw new Refusal("--list: it prints names, and no figures", "leave out --area, --series and --period");
  }
  if (list && options.format === "html") {
    throw new Refusal("--list: it prints lines of text", "leave out --format html, or --list");
  }
  checkOut(options.out, "inspect.html");
  checkInput(world, files);
  for (const file of filesGiven(world, files)) seen.push(...(await lookInto(file, asked, world)));
  await deliverFindings(world, options, {
    name: "inspect",
    text: () => (list ? listText(seen, list) : `${seen.map(inspectText).join("\n\n")}\n`),
    json: () => printableJson(inspectJson(seen)),
    page: async () => (await import("../inspect/findings-page.ts")).inspectPage(seen),
  });
  const problems = seen.flatMap((one) => one.problems);
  await reportProblems(world, problems, (name) => name, HELD);
  if (seen.every(({ isUnopened }) => isUnopened)) return 2;
  return exitCodeFor(problems);
}
