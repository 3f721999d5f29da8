// check: whether a plan is ready to publish, for a last look or for CI.

import { extname, resolve } from "node:path";
import type { Command } from "commander";
import { outdated, stoppedRuns } from "../check/check.ts";
import type { Lack } from "../check/demands.ts";
import { checkJson } from "../check/json.ts";
import { checkText } from "../check/text.ts";
import { type Problem, problem } from "../core/problems/problems.ts";
import { printableJson } from "../core/safe-text.ts";
import { halfway, isHalfway } from "../io/change-set.ts";
import { filesIn, isFolder } from "../io/files.ts";
import { painter } from "../io/paint.ts";
import { Refusal, type World } from "../io/world.ts";
import { draftsLeft, type OutputFile } from "../io/write-files.ts";
import { findingsFormats, formats } from "../output/formats/index.ts";
import { SHORT } from "../plan/measure-schema.ts";
import type { Plan } from "../plan/model.ts";
import type { Report } from "../report/report.ts";
import { annotations } from "./annotations.ts";
import { checkedOf } from "./checked.ts";
import { checkOut, deliverFindings, formatOption } from "./delivery.ts";
import { onPlan, type PlanOptions } from "./on-plan.ts";
import { measuresOf } from "./open-plan.ts";
import { withData } from "./options.ts";

interface Options extends PlanOptions {
  readonly out: readonly string[];
  readonly format: string;
}

const examples = `
Examples:
  plan-measures check                       is plan.yaml ready to publish?
  plan-measures check plan.yaml --out docs  and are the files in docs what would be written now?
  plan-measures check --format html --out check.html
                                            a page to send on; --out docs may be given as well

A plan is ready to publish when all of this is true. The plan is valid. The data are complete for its periods, for the
force and for its groups. Every unmet aim has a comment. Every number in a comment is the measure's own. Shorthand is
explained. No doubt about the data is open. READ marks numbers in comments that a program could not check. They are
listed: read them yourself. They do not make a plan "not ready".
Exit codes: 0 ready; 1 not ready; 2 could not run.`;

/** Adds the command's words and what it runs. */
export function check(command: Command, world: World, done: (exitCode: number) => void): void {
  const published =
    "also check that the files in this published folder are up to date; or the file to write to: check.html";
  const more = (value: string, all: string[]): string[] => [...all, value];
  withData(command.argument("[plan]", "the plan file", "plan.yaml").option("--out <path>", published, more, []))
    .option("--reading", "expect files that were written with report --reading")
    .addOption(
      formatOption([...findingsFormats, "github"], "how to print it; github prints annotations for GitHub Actions"),
    )
    .addHelpText("after", examples)
    .action(async (plan: string, options: Options) => done(await run(plan, options, world)));
}

async function run(asked: string, options: Options, world: World): Promise<number> {
  const { out, to } = outOf(options, world);
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
    const told = [...problems.filter(isWorthKnowing), ...choicesOpen(plan)];
    if (options.format === "github") world.out(annotations(lacks, numbers));
    else {
      const checked = {
        title: plan.title,
        file: plan.file,
        lacks,
        numbers,
        others: files?.others,
        told,
        doubts: report.doubts,
      };
      await deliverFindings(
        world,
        { format: options.format, out: to },
        {
          name: "check",
          text: ({ columns }) => checkText(checked, longNames(plan), columns),
          json: () => printableJson(checkJson(plan.file, { ...numbers, lacks }, files?.others, told, report.doubts)),
          page: async () => {
            const { checkPage } = await import("../check/findings-page.ts");
            return checkPage(checked, whereIs);
          },
        },
      );
    }
    return { problems: told, hasFailed: lacks.length > 0 };
  });
}

/** The published folder that --out names, and the file to write to; each at most once. */
function outOf({ out, format }: Options, world: World): { out: string | undefined; to: string | undefined } {
  for (const one of out) checkOut(one, "check.html");
  const isThere = (one: string): boolean => isFolder(resolve(world.cwd, one));
  const [folders, files] = [out.filter(isThere), out.filter((one) => !isThere(one))];
  const ending = formats.find(({ name }) => name === format)?.ending;
  const stray = files.find((one) => ending === undefined || extname(one).toLowerCase() !== ending);
  if (stray !== undefined) {
    const file = ending === undefined ? "" : `, or a file that ends in ${ending}`;
    throw new Refusal(
      `--out ${stray}: there is no such folder`,
      `name the folder that you gave to report --out${file}`,
    );
  }
  if (folders.length > 1 || files.length > 1) {
    throw new Refusal(`--out: it names ${out.length} places`, "name one published folder, and one file to write to");
  }
  return { out: folders[0], to: files[0] };
}

/** The names that are too long for a line of the overview, and have no short one. */
const longNames = (plan: Plan): string[] =>
  measuresOf(plan).flatMap(({ name, short }) => (short === undefined && name.length > SHORT ? [name] : []));

/** That the plan has lines which init left to a person: it may be ready, but as the tool guessed it. */
const choicesOpen = ({ choices: [first, ...more] }: Plan): Problem[] =>
  first ? [problem("choices-open", first, more.length + 1)] : [];

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
