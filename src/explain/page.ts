// Explanations as text for people and as JSON for scripts: plan-measures/explain/1.

import { writtenAs } from "../core/json-schema.ts";
import { exactText } from "../core/number.ts";
import { periodName, populationDate } from "../core/period.ts";
import { sourceWords } from "../core/problems/sentence.ts";
import { wrap } from "../core/safe-text.ts";
import { isPeople } from "../core/value-kind.ts";
import type { Branch } from "../output/findings.ts";
import type { Surface } from "../output/formats/format.ts";
import { jsonOf } from "../output/formats/json.ts";
import { fullHeading } from "../output/table.ts";
import { branchesOf } from "./branches.ts";
import type { Explanation } from "./explain.ts";
import { type FormulaStep, labels, type Says } from "./figure.ts";
import type { ExplainJson, InputJson } from "./schema.ts";

/** A file that an explanation leads to; of the plan, no source and no records. */
export interface ExplainedFile {
  readonly file: string;
  readonly source?: string;
  readonly records?: number | undefined;
  readonly title?: string;
  /** Which of several releases of its source it is. */
  readonly release?: string;
  readonly sha256: string;
}

const LABEL = 10;
/** Below this, what is said stands below its label rather than beside it. */
const NARROW = 60;

/** The explanations, row by row, and below them the files that they lead to; `whereIs` gives the path of a file. */
export function explainText(
  explanations: readonly Explanation[],
  files: readonly ExplainedFile[],
  { columns: width, paint }: Surface,
  whereIs: (file: string) => string,
): string {
  const sections: string[] = [];
  const told = new Set<string>();
  let row = "";
  for (const one of explanations) {
    const head = `${one.table} · ${one.name}`;
    if (head !== row) sections.push(paint.bold(wrap(head, width)));
    row = head;
    sections.push(cellLines(one, width, told).join("\n"));
  }
  const listed = files.flatMap((file) => [wrap(whereIs(file.file), width, "  "), ...fileLines(file, width)]);
  if (files.length > 0) sections.push([paint.bold("Files"), ...listed].join("\n"));
  return `${sections.join("\n\n")}\n`;
}

/** A label with what is said to it: beside it, or below where there is no room beside. */
function labelled(label: string, text: string, width: number): string {
  if (width < NARROW) return `  ${label}\n${wrap(text, width, "    ")}`;
  const indent = " ".repeat(LABEL + 2);
  return `  ${label.padEnd(LABEL)}${wrap(text, width, indent).slice(indent.length)}`;
}

function cellLines({ column, printed, says, steps }: Explanation, width: number, told: Set<string>): string[] {
  const lines = [
    wrap(fullHeading(column), width),
    labelled("printed", printed === "" ? "a blank cell" : printed, width),
    ...labels.flatMap((label) => {
      const text = says[label];
      return text === undefined ? [] : [labelled(label, text, width)];
    }),
  ];
  const isNarrow = width < NARROW;
  const indent = isNarrow ? 4 : LABEL + 2;
  const where = stepLines(branchesOf(steps, new Set(), told), width, indent);
  if (where.length === 0) return lines;
  if (isNarrow) return [...lines, "  where", ...where];
  return [...lines, `  ${"where".padEnd(LABEL)}${where[0]?.slice(indent)}`, ...where.slice(1)];
}

function stepLines(branches: readonly Branch[], width: number, indent: number): string[] {
  return branches.flatMap(({ text, of }) => {
    // Numbers within numbers stand further in, as long as there is room for them.
    const inner = Math.min(indent + 2, Math.max(4, width - 30));
    const [first = "", ...more] = wrap(text, width - 2, " ".repeat(indent)).split("\n");
    return [first, ...more.map((line) => `  ${line}`), ...stepLines(of, width, inner)];
  });
}

/** What a file is: the plan, or a source with its records. */
export const fileKind = ({ source, records }: ExplainedFile): string =>
  source === undefined
    ? "the plan"
    : [sourceWords(source), ...(records === undefined ? [] : [`${records} records`])].join("; ");

function fileLines(file: ExplainedFile, width: number): string[] {
  const { title, release, sha256 } = file;
  return [fileKind(file), ...[title, release].filter((one) => one !== undefined), `SHA-256 ${sha256}`].map((text) =>
    wrap(text, width, "    "),
  );
}

/** The same for scripts, with every line of a sum and every digit that is known. */
export function explainJson(
  plan: string,
  explanations: readonly Explanation[],
  files: readonly ExplainedFile[],
  told: Pick<ExplainJson, "problems" | "doubts">,
): ExplainJson {
  return writtenAs<ExplainJson>()({
    schema: "plan-measures/explain/1",
    plan,
    cells: explanations.map(({ table, row, name, column, cell, printed, says, steps }) => ({
      ...{ table, measure: row.measure.name, row: name, column: fullHeading(column), printed },
      ...("figure" in cell && { figure: jsonOf(cell.figure, cell.places), places: cell.places }),
      ...said(says),
      inputs: steps.map(stepJson),
    })),
    files,
    ...told,
  });
}

/** Of a figure the exact digits are its value. */
const said = ({ exact: _, ...others }: Says): Omit<Says, "exact"> => others;

function stepJson({ value, as, what, reason, of, from, figure }: FormulaStep): InputJson {
  const current = figure?.observed;
  return writtenAs<InputJson>()({
    value,
    ...(figure && "value" in figure && { exact: exactText(figure.value), unit: figure.unit }),
    ...(as !== undefined && { as }),
    what,
    ...(reason !== undefined && { reason }),
    ...(current && {
      series: current.series,
      area: current.area,
      period: isPeople(current.kind) ? populationDate(current.period) : periodName(current.period),
      kind: current.kind,
    }),
    ...(current?.heading !== undefined && { heading: current.heading }),
    ...(current?.counted && { counted: true }),
    ...(current?.among !== undefined && { among: current.among }),
    ...(from.length > 0 && { from }),
    ...(of.length > 0 && { inputs: of.map(stepJson) }),
  });
}
