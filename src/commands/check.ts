// check: whether a plan is ready to publish, for a last look or for CI.

import { resolve } from "node:path";
import { type Command, Option } from "commander";
import { outdated, stoppedRuns } from "../check/check.ts";
import type { CommentNumbers } from "../check/comments.ts";
import { type Demand, demands, type Lack } from "../check/demands.ts";
import { checkJson } from "../check/json.ts";
import type { Problem } from "../core/problems/problems.ts";
import { printable, printableJson, wrap } from "../core/safe-text.ts";
import { halfway, isHalfway } from "../io/change-set.ts";
import { filesIn, isFolder } from "../io/files.ts";
import { painter } from "../io/paint.ts";
import { Refusal, type World } from "../io/world.ts";
import { draftsLeft, type OutputFile } from "../io/write-files.ts";
import { formats } from "../output/formats/index.ts";
import { SHORT } from "../plan/measure-schema.ts";
import type { Plan } from "../plan/model.ts";
import type { Report } from "../report/report.ts";
import { annotations } from "./annotations.ts";
import { checkedOf } from "./checked.ts";
import { onPlan, type PlanOptions } from "./on-plan.ts";
import { measuresOf } from "./open-plan.ts";
import { withData } from "./options.ts";

interface Options extends PlanOptions {
  readonly out?: string;
  readonly format: string;
}

const examples = `
Examples:
  plan-measures check                       is plan.yaml ready to publish?
  plan-measures check plan.yaml --out docs  and are the files in docs what would be written now?

A plan is ready to publish when all of this is true. The plan is valid. The data are complete for its periods, for the
force and for its groups. Every unmet aim has a comment. Every number in a comment is the measure's own. Shorthand is
explained. No doubt about the data is open. Numbers in comments that could not be checked are listed for you to read.
Exit codes: 0 ready; 1 not ready; 2 could not run.`;

/** Adds the command's words and what it runs. */
export function check(command: Command, world: World, done: (exitCode: number) => void): void {
  const published = "also check that the files in this published folder are up to date";
  withData(command.argument("[plan]", "the plan file", "plan.yaml").option("--out <folder>", published))
    .option("--reading", "expect files that were written with report --reading")
    .addOption(
      new Option("--format <format>", "how to print it; github prints annotations for GitHub Actions")
        .choices(["terminal", "json", "github"])
        .default("terminal"),
    )
    .addHelpText("after", examples)
    .action(async (plan: string, options: Options) => done(await run(plan, options, world)));
}

async function run(asked: string, options: Options, world: World): Promise<number> {
  const { out } = options;
  if (out !== undefined && !isFolder(resolve(world.cwd, out))) {
    throw new Refusal(`--out ${out}: there is no such folder`, "name the folder that you gave to report --out");
  }
  return onPlan(world, asked, options, async (opened) => {
    const { plan, folder, whereIs } = opened;
    const { report, found } = await checkedOf(opened);
    const { problems } = report;
    const files = out === undefined ? undefined : await stale(report, out, world);
    const placed = <T extends { readonly file?: string }>(one: T): T =>
      one.file === undefined ? one : { ...one, file: whereIs(one.file) };
    const stopped: Lack[] = isHalfway(folder)
      ? [
          {
            demand: "plan",
            message: `${halfway().message}, so its files may be from two releases; ${halfway().hint}`,
          },
        ]
      : [];
    const lacks = [...stopped, ...found.lacks.map(placed), ...(files?.lacks ?? [])];
    const numbers = { ...found, unchecked: found.unchecked.map(placed) };
    const told = problems.filter(isWorthKnowing);
    world.out(
      options.format === "github"
        ? annotations(lacks)
        : options.format === "json"
          ? printableJson(checkJson(plan.file, { ...numbers, lacks }, files?.others, told, report.doubts))
          : textOf(lacks, numbers, files?.others, longNames(plan), world.columns),
    );
    return { problems: told, hasFailed: lacks.length > 0 };
  });
}

/** The names that are too long for a line of the overview, and have no short one. */
const longNames = (plan: Plan): string[] =>
  measuresOf(plan).flatMap(({ name, short }) => (short === undefined && name.length > SHORT ? [name] : []));

/** Whether a problem is worth knowing, and keeps nothing from being published. */
const isWorthKnowing = ({ severity, code }: Problem): boolean => severity === "warning" && code !== "comment-missing";

/** The report's files in a folder against what would be written, and the names of the files that are not the report's. */
async function stale(report: Report, out: string, world: World): Promise<{ lacks: Lack[]; others: readonly string[] }> {
  const there = new Map(filesIn(resolve(world.cwd, out)));
  const paint = await painter(false);
  const written: OutputFile[] = [];
  let hasTables = false;
  for (const { load } of formats) {
    const render = load ? await load() : () => [];
    // Files that were written for Excel, or with an annex, are as good.
    const ways = [{ forExcel: false }, { forExcel: true }, { forExcel: false, annex: true }];
    const files = ways.flatMap((way) => render(report, { columns: 100, paint, toFile: true, ...way }));
    if (!files.some(({ name }) => there.has(name))) continue;
    written.push(...files);
    hasTables ||= files.some(({ name }) => name.endsWith(".csv"));
  }
  if (written.length === 0) {
    return { lacks: [{ demand: "file", file: out, message: "it has no file that the report writes" }], others: [] };
  }
  const names = new Set(written.map(({ name }) => name));
  // A table that the plan no longer has leaves its files behind; what compare and trend wrote there is theirs.
  const isLeft = (name: string): boolean =>
    hasTables && /\.csv(-metadata\.json)?$/.test(name) && !/^(compare|trend)(-notes)?\.csv/.test(name);
  const drafts = draftsLeft(resolve(world.cwd, out));
  const stopped = drafts.filter(({ of }) => names.has(of));
  // A draft of such a table is cleared away by no run.
  const astray = new Set(drafts.filter(({ of }) => !names.has(of) && isLeft(of)).map(({ name }) => name));
  const own = new Map([...there].filter(([name]) => names.has(name) || isLeft(name) || astray.has(name)));
  const seen = new Set([...own.keys(), ...stopped.map(({ name }) => name)]);
  return {
    lacks: [...stoppedRuns(stopped, out), ...outdated(written, own, out)],
    others: [...there.keys()].filter((name) => !seen.has(name)).sort(),
  };
}

function textOf(
  lacks: readonly Lack[],
  { numbers, checked, unchecked }: CommentNumbers,
  others: readonly string[] | undefined,
  long: readonly string[],
  columns: number,
): string {
  const asked = (Object.keys(demands) as Demand[]).filter((demand) => others !== undefined || demand !== "file");
  const lines = asked.flatMap((demand) => {
    const own = lacks.filter((lack) => lack.demand === demand);
    const said = own.flatMap(({ file, line, message, accept }) => {
      const where = [file, line].filter((part) => part !== undefined).join(":");
      const what = wrap(printable(where === "" ? message : `${where}: ${message}`), columns, "    ");
      if (accept === undefined) return [what];
      return [
        what,
        wrap("if the figure is right, accept it in the plan:", columns, "      "),
        `      ${printable(accept)}`,
      ];
    });
    // A "yes" is worth as much as was checked: the rest is for a person to read.
    const isNumbers = demand === "number" && numbers > 0;
    const counted = isNumbers ? `: ${checked} of ${numbers} ${numbers === 1 ? "number" : "numbers"} checked` : "";
    const open = (isNumbers ? unchecked : []).map(({ file, line, measure, number, message }) =>
      wrap(printable(`${file}:${line}: ${measure}: not checked: "${number}": ${message}`), columns, "    "),
    );
    const head = wrap(`${demands[demand]}${counted}`, columns, "       ").trimStart();
    return [`  ${own.length === 0 ? "yes" : "NO "}  ${head}`, ...said, ...open];
  });
  // What is not looked at is not said to be right.
  if (others && others.length > 0) {
    lines.push(
      wrap(printable(`not checked, because the report does not write them: ${others.join(", ")}`), columns, "    "),
    );
  }
  if (long.length > 0) {
    const names = long.map((name) => `"${name}"`).join(", ");
    const are = long.length === 1 ? "1 name is" : `${long.length} names are`;
    lines.push(
      wrap(
        printable(
          `tip: ${are} longer than ${SHORT} letters; write a shorter one for the overview under short: ${names}`,
        ),
        columns,
        "    ",
      ),
    );
  }
  const count = lacks.length === 1 ? "1 thing is" : `${lacks.length} things are`;
  return `${lacks.length === 0 ? "Ready to publish" : `Not ready to publish: ${count} lacking`}\n${lines.join("\n")}\n`;
}
