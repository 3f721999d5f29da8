// inspect: which source a file is of, how it is written, what it holds and what was refused; its figures, if asked for.
import type { Command } from "commander";
import { parsePeriod } from "../core/period.ts";
import { printableJson } from "../core/safe-text.ts";
import { type FileSeen, lookInto } from "../inspect/look.ts";
import { inspectJson, inspectText } from "../inspect/page.ts";
import { exitCodeFor, HELD, Refusal, reportProblems, type World } from "../io/world.ts";
import { textOrJson } from "./options.ts";

interface Options {
  readonly area?: string[];
  readonly series?: string[];
  readonly period?: string[];
  readonly format: string;
}

const examples = `
Examples:
  plan-measures inspect exports/*.csv
  plan-measures inspect workbook.xlsx "workbook.ods#Table P1"
  plan-measures inspect table-p1.csv --area Gloucestershire --series Robbery
  plan-measures inspect offences.csv --area E23000037 --period "year ending March 2018" --format json

For a file that no source knows, it proposes a column map for the plan.
Exit codes: 0 done; 1 done, but something was refused; 2 could not run, or no file could be opened.`;

/** Adds the command's words and what it runs. */
export function inspect(command: Command, world: World, done: (exitCode: number) => void): void {
  command
    .argument("<file...>", "data files")
    .option("--area <name...>", "print the figures of these areas, by name or code")
    .option("--series <name...>", "print the figures of these series")
    .option("--period <period...>", "print the figures of these periods")
    .addOption(textOrJson())
    .addHelpText("after", examples)
    .action(async (files: string[], options: Options) => done(await run(files, options, world)));
}

async function run(files: readonly string[], options: Options, world: World): Promise<number> {
  const periods = (options.period ?? []).map((words) => {
    const period = parsePeriod(words);
    if (typeof period === "object") return period;
    throw new Refusal(
      `--period: ${period ?? `"${words}" is not a period`}`,
      "write it like 2019, 2018/19 or year ending March 2018",
    );
  });
  const asked = { areas: options.area ?? [], series: options.series ?? [], periods };
  const seen: FileSeen[] = [];
  for (const file of files) seen.push(...(await lookInto(file, asked, world)));
  if (options.format === "json") {
    world.out(printableJson({ schema: "plan-measures/inspect/1", files: seen.map(inspectJson) }));
  } else {
    world.out(`${seen.map(inspectText).join("\n\n")}\n`);
  }
  const problems = seen.flatMap((one) => one.problems);
  await reportProblems(world, problems, (name) => name, HELD);
  if (seen.every(({ isUnopened }) => isUnopened)) return 2;
  return exitCodeFor(problems);
}
