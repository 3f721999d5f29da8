// audit: a published table recomputed from its own figures, with its comments, and against a plan's data where one is named.
import { basename } from "node:path";
import type { Command } from "commander";
import { auditOf } from "../audit/audit.ts";
import type { Columns } from "../audit/columns/audit-column.ts";
import { auditColumns, type ByHand } from "../audit/columns/columns.ts";
import { hasErrors } from "../audit/findings.ts";
import { auditJson } from "../audit/json.ts";
import { planTables } from "../audit/plan-tables.ts";
import { isChange, isLevel, spokenBy } from "../audit/read/headings.ts";
import { joined } from "../audit/read/parts.ts";
import { type Comment, commentsIn } from "../audit/read/read-comments.ts";
import { type PublishedTable, readTables } from "../audit/read/read-table.ts";
import { byUnit } from "../audit/read/units.ts";
import { type Audit, checksOf, type PlanTables } from "../audit/result.ts";
import { auditText } from "../audit/text.ts";
import { nameKey, nearest } from "../core/names.ts";
import { type Problem, problem } from "../core/problems/problems.ts";
import { readComments as readPlanComments } from "../input/comments.ts";
import { asGiven, checkInput, filesGiven } from "../io/given.ts";
import { exitCodeFor, Refusal, reportProblems, type World } from "../io/world.ts";
import { reportOf } from "../report/report.ts";
import { givenParts } from "./audit-files.ts";
import { checkOut, type Delivery, deliverFindings, withFindings } from "./delivery.ts";
import { measuresOf, openPlan } from "./open-plan.ts";

interface Options extends Delivery {
  readonly comments: string[];
  readonly column: string[];
  readonly roundedTo?: number;
  readonly plan?: string;
}

const examples = `
Examples:
  plan-measures audit table.csv                            recompute every derived cell of a table
  plan-measures audit table.csv --comments comments.csv    and match the comments to its figures
  plan-measures audit *.csv --plan plan.yaml               and compare it with what the plan computes
  plan-measures audit "report.xlsx#Recorded crime"         one sheet of a workbook, or one table of an HTML page
  cat table.csv | plan-measures audit -                    read it from standard input
  plan-measures audit table.csv --column "Rate=difference in rate, MSG"
                                                           say what a heading should have said
  plan-measures audit table.csv --column "7=MSG number, current"
                                                           the same by the position of the column
  plan-measures audit table.csv --format html --out audit.html
                                                           a page to send on
  plan-measures audit table.csv --format json              for scripts

Exit codes: 0 nothing is wrong; 1 something does not match, or nothing could be checked; 2 could not run.`;

/** Adds the command's words and what it runs. */
export function audit(command: Command, world: World, done: (exitCode: number) => void): void {
  const more = (value: string, all: string[]): string[] => [...all, value];
  withFindings(
    command.argument(
      "<table...>",
      "published tables: CSV, a workbook, a page, or text copied from a document; - is standard input",
    ),
  )
    .option("--comments <file>", "the comments on the measures; may be given more than once", more, [])
    .option("--column <heading=words>", "what a column holds, in the words its heading should have", more, [])
    .option("--rounded-to <number>", "what the counts of the tables were rounded to: 5, 10, 100", wholeAbove)
    .option("--plan <plan>", "compare with what this plan computes from its data")
    .addHelpText("after", examples)
    .action(async (files: string[], options: Options) => done(await run(files, options, world)));
}

/** A whole number from 1 that an option gives. */
function wholeAbove(value: string): number {
  if (/^[1-9]\d{0,5}$/.test(value)) return Number(value);
  throw new Refusal(
    `--rounded-to ${value}: it is no whole number`,
    "write what the counts were rounded to: --rounded-to 5",
  );
}

async function run(asked: readonly string[], options: Options, world: World): Promise<number> {
  checkOut(options.out, "audit.html");
  checkInput(world, [...asked, ...options.comments, options.plan]);
  const files = filesGiven(world, asked);
  const problems: Problem[] = [];
  const others: string[] = [];
  const found: PublishedTable[] = [];
  for (const path of files) {
    const parts = await givenParts(world, path, "a published table", problems);
    const read = parts.map((part) => {
      const { file, records, isOneOf: isGrid, headRows, heads, losesNoughts, roundedFrom } = part;
      const roundedTo = options.roundedTo ?? part.roundedTo;
      const own = readTables(records, file, { isGrid, headRows, heads }).filter(({ rows }) => rows.length > 0);
      const also = { ...(roundedTo && { roundedTo, roundedFrom }), ...(losesNoughts && { losesNoughts }) };
      return { ...part, own: own.map((table) => ({ ...table, ...also })) };
    });
    const filled = joined(read.flatMap(({ own }) => own)).flatMap(byUnit);
    // Only a text that is one part may be of a kind that holds no table.
    const [{ file, kind } = { file: path, kind: undefined }] = parts;
    if (kind !== undefined && !filled.some((table) => hasFigures(auditColumns(table)))) {
      problems.push(problem("file-kind", { file }, kind, "a published table", path));
      continue;
    }
    found.push(...filled);
    for (const part of read.filter(({ own }) => own.length === 0)) {
      if (files.length === 1 && !part.isOneOf)
        throw new Refusal(
          `${part.file}: there is no table in it: no row of headings with rows of cells below`,
          "name a CSV with one or two rows of headings, each row of a measure below them",
        );
      others.push(part.file);
    }
  }
  let lacksComments = false;
  const comments: (Comment & { aim: string | undefined })[] = [];
  for (const path of filesGiven(world, options.comments, "--comments ")) {
    const parts = await givenParts(world, path, "comments", problems);
    const read = parts.map((part) => ({ ...part, said: commentsIn(part.records, part.file) }));
    const [first] = read;
    if (!first) lacksComments = true;
    else if (first.kind !== undefined && !first.said) {
      problems.push(problem("file-kind", { file: first.file }, first.kind, "comments", path));
      lacksComments = true;
    } else if (read.every(({ said }) => !said))
      throw new Refusal(
        `--comments ${first.isOneOf ? asGiven(path) : first.file}: no heading says which column holds the comments`,
        "head two columns Measure and Comment",
      );
    comments.push(...read.flatMap(({ said }) => said ?? []));
  }
  const [other] = others;
  if (other !== undefined && found.length === 0 && problems.length === 0)
    throw new Refusal(`${other}: there is no table in it, nor in the others`, "name CSVs of measures");
  // Without its comments every aim would seem to lack one.
  if (found.length === 0 || lacksComments) {
    await reportProblems(world, problems, (name) => name);
    return 2;
  }
  const byHand = handed(options.column, found);
  const columns = new Map(found.map((table) => [table, auditColumns(table, byHand.get(table))]));
  const ofTable = (table: PublishedTable): Columns => columns.get(table) as Columns;
  const tables = found.filter((table) => hasFigures(ofTable(table)));
  const [first] = found;
  if (first && tables.length === 0) {
    throw new Refusal(
      `${first.file}: no column of it holds figures`,
      'name a table of measures, or say what a column holds: --column "HEADING=baseline number"',
    );
  }
  others.push(...found.filter((table) => !tables.includes(table)).map(({ file }) => file));
  const plan = options.plan === undefined ? undefined : await planOf(options.plan, world);
  const given: readonly Comment[] | undefined = options.comments.length > 0 ? comments : undefined;
  const made: Audit = auditOf({ tables, columnsOf: ofTable, comments: given, plan, others });
  await deliverFindings(world, options, {
    name: "audit",
    text: (surface) => auditText(made, surface),
    json: () => auditJson(made),
    page: async () => (await import("../audit/findings-page.ts")).auditPage(made, plan !== undefined),
  });
  await reportProblems(world, problems, (name) => name);
  return hasErrors(made.findings) || checksOf(made) === 0 ? 1 : exitCodeFor(problems);
}

/** Whether some column of a table holds figures, or may. */
const hasFigures = ({ columns }: Columns): boolean =>
  columns.some(({ role }) => role === undefined || isLevel(role.kind) || isChange(role.kind));

/** What was said of columns by hand, for each table: by heading, by position, or by a table's name and position. */
function handed(said: readonly string[], tables: readonly PublishedTable[]): Map<PublishedTable, ByHand> {
  const made = new Map<PublishedTable, Map<number, string>>();
  for (const option of said) {
    const cut = option.lastIndexOf("=");
    const [reference, words] = [option.slice(0, cut).trim(), option.slice(cut + 1).trim()];
    if (cut <= 0 || words === "")
      throw new Refusal(
        `--column ${option}: it does not say what the column holds`,
        'write --column "HEADING=words", e.g. --column "Rate=difference in rate, MSG"',
      );
    if (spokenBy(words, "").kinds.length === 0) {
      throw new Refusal(
        `--column ${option}: "${words}" does not say what a column holds`,
        "say it as a good heading would: baseline number Gloucestershire; current rate MSG; variance; % difference MSG; difference in percentage points; aim; verdict; comment; nothing",
      );
    }
    const found = tables.flatMap((table) =>
      placesOf(reference, table, tables.length).map((column) => ({ table, column })),
    );
    if (found.length === 0) {
      const headings = tables.flatMap((table) => table.headings.map(({ text }) => text));
      const near = nearest(reference, headings);
      throw new Refusal(
        `--column ${option}: no table has such a column${near === undefined ? "" : `; did you mean "${near}"?`}`,
        "name its heading, its position (7=…), or a table and its position (table.csv:7=…)",
      );
    }
    for (const { table, column } of found) made.set(table, (made.get(table) ?? new Map()).set(column, words));
  }
  return made;
}

function placesOf(reference: string, table: PublishedTable, tables: number): number[] {
  const [, name, position] = /^(?:(.*):)?(\d+)$/.exec(reference) ?? [];
  const columns = table.headings.filter(({ text }) => nameKey(text) === nameKey(reference)).map(({ column }) => column);
  if (columns.length > 1)
    throw new Refusal(
      `--column: ${table.file} has ${columns.length} columns headed "${reference}"`,
      `give the position instead: ${columns.join(" or ")}`,
    );
  if (columns.length === 1 || position === undefined) return columns;
  if (name === undefined && tables > 1)
    throw new Refusal(
      `--column ${position}: there are several tables`,
      `say which: ${basename(table.file)}:${position}=…`,
    );
  const isThis = name === undefined || name === table.file || name === basename(table.file);
  return isThis && table.headings.some(({ column }) => column === Number(position)) ? [Number(position)] : [];
}

/** What a plan computes from its data; a plan that cannot be read is refused, and what it lacks is told as report does. */
async function planOf(asked: string, world: World): Promise<PlanTables> {
  const opened = await openPlan(world, asked, undefined);
  if (!opened) {
    throw new Refusal(`--plan ${asGiven(asked)}: it cannot be read`, "plan-measures report says what is wrong with it");
  }
  const { plan, folder, whereIs } = opened;
  const data = await opened.read(measuresOf(plan));
  const made = reportOf(plan, data, readPlanComments(plan, folder), {});
  const problems = [...opened.problems, ...data.problems, ...made.problems];
  await reportProblems(
    world,
    problems.filter(({ severity }) => severity === "error"),
    whereIs,
  );
  return planTables(made);
}
