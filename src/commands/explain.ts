// explain: how a cell of a table came to be, down to the lines of the files.

import { resolve } from "node:path";
import type { Command } from "commander";
import { nameKey } from "../core/names.ts";
import { doubtsJson, problemsJson } from "../core/problems/doubts-json.ts";
import { counted, meant } from "../core/problems/sentence.ts";
import { asWord, printable, printableJson } from "../core/safe-text.ts";
import { type CellAt, type Explanation, explanationOf as explainCell, printedCells } from "../explain/explain.ts";
import type { FormulaStep } from "../explain/figure.ts";
import { meantBy, nearestName } from "../explain/match-name.ts";
import { type ExplainedFile, explainJson, explainText } from "../explain/page.ts";
import { cellsPrinted, isNumber } from "../explain/printed-number.ts";
import { noComments } from "../input/comments.ts";
import type { Data } from "../input/ingest.ts";
import type { ReleaseChoice } from "../input/releases.ts";
import { isFile } from "../io/files.ts";
import { isInput } from "../io/given.ts";
import { Refusal, type World } from "../io/world.ts";
import { fullHeading } from "../output/table.ts";
import { comparatorLabel } from "../plan/comparators.ts";
import type { Plan } from "../plan/model.ts";
import { openDoubts } from "../report/doubts.ts";
import { type ReportTable, reportOf } from "../report/report.ts";
import { checkOut, type Delivery, deliverFindings, withFindings } from "./delivery.ts";
import { onPlan, type PlanOptions } from "./on-plan.ts";
import { measuresOf, type OpenPlan } from "./open-plan.ts";
import { namesOf, withData } from "./options.ts";

interface Options extends Delivery, PlanOptions {}

const examples = `
The plan is plan.yaml in this folder, unless the first word names another. A measure and a column are named by any words
of theirs that no other has; without a column, the whole row is explained. Words that name no area mean the force's own.
For a figure in place of a measure or a column, it lists the cells that have it.

Examples:
  plan-measures explain Robbery                         every cell of its row
  plan-measures explain Robbery current rate            one cell
  plan-measures explain Robbery "MSG % difference"      the same of the group
  plan-measures explain my-plan/plan.yaml Robbery achieved
  plan-measures explain 1,036                           where this figure is printed
  plan-measures explain Robbery --format html --out explain.html
                                                        a page to send on
  plan-measures explain Robbery --format json           for scripts; every line of a sum, every digit

Exit codes: 0 done; 1 done, but something in the plan or the data was refused; 2 could not run.`;

/** Adds the command's words and what it runs. */
export function explain(command: Command, world: World, done: (exitCode: number) => void): void {
  withData(
    withFindings(
      command
        .usage("[options] [plan] <measure> [column]")
        .argument("[words...]", "the plan file, a measure, and a column of its row"),
    ),
  )
    .option("--reading", "also explain whether the change is beyond chance")
    .addHelpText("after", examples)
    .action(async (words: string[], options: Options) => done(await run(words, options, world)));
}

async function run(words: readonly string[], options: Options, world: World): Promise<number> {
  checkOut(options.out, "explained");
  const [first = "", ...others] = words;
  const isPlan =
    first !== "" && (isInput(first) || /\.ya?ml$/i.test(first) || isFile(resolve(world.cwd, first, "plan.yaml")));
  return onPlan(world, isPlan ? first : "plan.yaml", options, async (opened) => {
    const { plan, whereIs } = opened;
    const said = isPlan ? others : words;
    const asked = measureAsked(plan, said);
    const command = `plan-measures explain ${isPlan ? `${asWord(first)} ` : ""}`;
    if (!asked) throw await noMeasure(opened, said[0] ?? "", command);
    // A column may be there for the sake of another measure of the table: the table is made as it is printed.
    const tables = plan.tables.filter(({ measures }) => measures.some(({ name }) => asked.measures.has(nameKey(name))));
    const data = await opened.read(tables.flatMap(({ measures }) => measures));
    const { problems, doubts } = reportOf(plan, data, noComments, { measures: [...asked.measures] });
    const told = [...opened.problems, ...data.problems, ...problems].filter(({ code }) => code !== "comment-missing");
    const made = reportOf(plan, data, noComments, { tables: tables.map(({ title }) => title) });
    const rows = made.tables.map((table) => ({ table, cells: printedCells(plan, [table]).filter(asked.isMeant) }));
    const cells = rows.flatMap((row) => columnAsked(row.cells, ownHeading(row.table), asked.column));
    const every = rows.flatMap((row) => row.cells);
    if (cells.length === 0) throw noColumn(every, asked.column, command);
    const explanations = cells.map((cell) => explainCell(plan, cell));
    const files = filesOf(explanations, data, opened);
    const open = openDoubts(doubts);
    await deliverFindings(world, options, {
      name: "explain",
      text: (surface) => explainText(explanations, files, surface, whereIs),
      json: () => {
        const said = { problems: problemsJson(told), doubts: doubtsJson(doubts) };
        return printableJson(explainJson(plan.file, explanations, files, said));
      },
      page: async () => {
        const { explainPage } = await import("../explain/findings-page.ts");
        return explainPage(plan.title, explanations, files, [...told, ...open], whereIs);
      },
    });
    return { problems: told, open };
  });
}

interface Asked {
  /** The keys of the measures whose rows are asked for. */
  readonly measures: ReadonlySet<string>;
  readonly isMeant: (cell: CellAt) => boolean;
  readonly column: string;
}

/** The measure, or the part of one, that the first words mean; as many of them as mean one. */
function measureAsked(plan: Plan, words: readonly string[]): Asked | undefined {
  const { known, parts, all } = linesOf(plan);
  if (words.length === 0)
    throw new Refusal(
      "name a measure to explain",
      `add one of the plan's measures, such as plan-measures explain ${asWord(known[0] ?? "")}:`,
      known,
    );
  for (let count = words.length; count > 0; count -= 1) {
    const said = words.slice(0, count).join(" ");
    const meant = meantBy(said, all);
    if (meant.length > 1)
      throw new Refusal(`"${said}" is part of several names`, "write more of the name that you mean:", meant);
    const [name] = meant;
    if (name === undefined) continue;
    const column = words.slice(count).join(" ");
    const isMeasure = known.includes(name);
    const of = isMeasure ? [name] : parts.flatMap((part) => (part.name === name ? [part.measure] : []));
    const keys = new Set(of.map(nameKey));
    const isMeant = ({ row, name: line }: CellAt): boolean =>
      keys.has(nameKey(row.measure.name)) && (isMeasure || (line === name && row.name !== line));
    return { measures: keys, isMeant, column };
  }
  return undefined;
}

/** The names of the measures, and of the lines below them: their parts, and their further comparisons as they are printed. */
function linesOf(plan: Plan) {
  const measures = measuresOf(plan);
  const known = namesOf(measures);
  const parts = measures.flatMap((measure) => [
    ...measure.parts.map((part) => ({ measure: measure.name, name: part.name })),
    ...measure.also.map(({ name }) => ({ measure: measure.name, name: `${measure.name}: ${name}` })),
  ]);
  return { known, parts, all: [...known, ...parts.map(({ name }) => name)] };
}

/** Why words mean no measure; of a number, where the plan's tables have it. */
async function noMeasure(opened: OpenPlan, said: string, command: string): Promise<Refusal> {
  const { plan } = opened;
  const { known, all } = linesOf(plan);
  if (isNumber(said)) {
    const data = await opened.read(measuresOf(plan));
    const found = cellsPrinted(printedCells(plan, reportOf(plan, data, noComments).tables), said);
    if (found.length > 0) return printedThere(found, said, command);
    return new Refusal(
      printable(`no figure of the plan's tables is printed as ${said}`),
      "check the number, or name one of the plan's measures:",
      known,
    );
  }
  return new Refusal(
    printable(`the plan has no measure "${said}"${meant(nearestName(said, all))}`),
    "choose from the measures of the plan:",
    known,
  );
}

/** The commands that explain the cells with a number. */
function printedThere(cells: readonly CellAt[], said: string, command: string): Refusal {
  const each = cells.map(({ name, column }) => {
    const heading = fullHeading(column);
    return `${name}, ${heading}: ${command}${asWord(name)} ${asWord(heading)}`;
  });
  const places = new Set(each);
  const message = `${said} is a figure, not a name; ${counted(places.size, "cell")} of the plan's tables ${places.size === 1 ? "has" : "have"} it`;
  return new Refusal(printable(message), "run the command of the figure that you mean:", [...places]);
}

/** Whether a heading is of the plan's own force. */
const ownHeading = ({ sides }: ReportTable): ((cell: CellAt) => boolean) => {
  const own = `${comparatorLabel(sides.force)} `;
  const groups = sides.groups.map((side) => `${comparatorLabel(side)} `);
  return ({ column: { heading } }) =>
    heading.startsWith(own) && !groups.some((group) => group.length > own.length && heading.startsWith(group));
};

/** The cells of one column, by its words; all of them where none are given, and none where no column has them. */
function columnAsked(cells: readonly CellAt[], isOwn: (cell: CellAt) => boolean, words: string): readonly CellAt[] {
  if (words === "") return cells;
  const headings = meantBy(
    words,
    cells.map(({ column }) => fullHeading(column)),
  );
  const own = headings.filter((heading) => cells.some((cell) => fullHeading(cell.column) === heading && isOwn(cell)));
  const [chosen] = own.length === 1 ? own : headings;
  if (headings.length > 1 && own.length !== 1) {
    throw new Refusal(`"${words}" is part of several columns`, "write more of the name that you mean:", headings);
  }
  return cells.filter(({ column }) => fullHeading(column) === chosen);
}

function noColumn(cells: readonly CellAt[], words: string, command: string): Refusal {
  const found = cellsPrinted(cells, words);
  if (found.length > 0) return printedThere(found, words, command);
  const headings = [...new Set(cells.map(({ column }) => fullHeading(column)))];
  const name = cells[0]?.name ?? "the measure";
  const why = isNumber(words)
    ? `no figure of ${name} is printed as ${words}`
    : `${name} has no column "${words}"${meant(nearestName(words, headings))}`;
  return new Refusal(printable(why), "choose from its columns:", headings);
}

/** The files that the explanations lead to, the plan among them, each with its digest. */
function filesOf(
  explanations: readonly Explanation[],
  { inputs, choices }: Data,
  { plan, sha256 }: OpenPlan,
): ExplainedFile[] {
  const used = new Set<string>();
  const walk = (steps: readonly FormulaStep[]): void => {
    for (const { from, of } of steps) {
      for (const { file } of from) used.add(file);
      walk(of);
    }
  };
  for (const { steps } of explanations) walk(steps);
  return [
    ...(used.has(plan.file) ? [{ file: plan.file, sha256: sha256() }] : []),
    ...inputs
      .filter(({ file }) => used.has(file))
      .map(({ file, source, records, title, sha256: digest }) => ({
        file,
        source,
        records,
        ...(title !== undefined && { title }),
        ...releaseOf(file, choices),
        sha256: digest(),
      })),
  ];
}

/** Which release a file is, where the plan chose among several: what it is used in place of, or what it is kept for. */
function releaseOf(file: string, choices: readonly ReleaseChoice[]): Pick<ExplainedFile, "release"> {
  const said = choices.flatMap((one) => {
    if (one.file === file)
      return [`the newer release: ${one.edition}; used in place of ${one.older} (${one.olderEdition})`];
    if (one.older !== file) return [];
    return [`the older release: ${one.olderEdition}; used for what ${one.file} (${one.edition}) lacks`];
  });
  return said.length > 0 ? { release: said.join("; ") } : {};
}
