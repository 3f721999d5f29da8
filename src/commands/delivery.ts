// The options of every command that prints tables: how to print them and where to, and what of that cannot be; and
// what a command made, printed or written: one file goes to stdout, any number into a folder.

import { basename, dirname, extname, join, resolve } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { isFolder } from "../io/files.ts";
import { painter } from "../io/paint.ts";
import { wasRead } from "../io/read-paths.ts";
import { Refusal, slashed, type World } from "../io/world.ts";
import { type OutputFile, writeFiles } from "../io/write-files.ts";
import type { Findings, Surface } from "../output/formats/format.ts";
import { findingsFormats, formats } from "../output/formats/index.ts";
import type { Page } from "../output/page.ts";

/** Adds the options to a command that prints in these formats. */
export const withDelivery = (command: Command, formats: readonly string[]): Command =>
  command
    .addOption(formatOption(formats))
    .option("--out <path>", "write files into a folder, each whole or not at all; one file may be named: report.html")
    .option(
      "--for-excel",
      "CSV that Excel opens as it is: marked as UTF-8, no formula, no text that becomes a date or number",
    )
    .option("--annex", "a Word document with where each figure comes from, and the data of its charts");

/** The format of a command that prints what it found. */
export const withFindings = (command: Command): Command =>
  command
    .addOption(formatOption(findingsFormats))
    .option("--out <path>", "write a file into a folder, whole or not at all; the file may be named: findings.html");

/** One of the formats; for others that people ask for, what to use in their place. */
export function formatOption(formats: readonly string[], words = "how to print it"): Option {
  return new Option("--format <format>", words)
    .choices(formats)
    .default("terminal")
    .argParser((words: string) => {
      if (formats.includes(words)) return words;
      const instead = insteadOf.find(([said, format]) => formats.includes(format) && said.test(words))?.[2];
      throw new InvalidArgumentError(
        `Allowed choices are ${formats.join(", ")}.${instead === undefined ? "" : ` ${instead}`}`,
      );
    });
}

const insteadOf: readonly (readonly [said: RegExp, format: string, instead: string])[] = [
  [/^pdf$/i, "html", "For a PDF: --format html --out FOLDER, open the page in a browser, and print it as PDF."],
  [/^(ms-?)?(word|docm?|rtf|odt)$/i, "docx", "For Word: --format docx --out FOLDER."],
  [/^(ms-?)?(excel|xlsm?|spreadsheet)$/i, "xlsx", "For Excel: --format xlsx --out FOLDER."],
  [/^md$/i, "markdown", "For Markdown: --format markdown."],
  [/^(text|txt|table)$/i, "terminal", "For text: --format terminal, which is the usual one."],
];

/** Refuses what cannot be, before anything is read. */
export function checkDelivery({ format, out, forExcel, annex }: Delivery): void {
  if (forExcel && format !== "csv") {
    throw new Refusal("--for-excel is for CSV", "add --format csv, or write a workbook: --format xlsx --out FOLDER");
  }
  if (annex && format !== "docx") {
    throw new Refusal(
      "--annex is for Word documents",
      "add --format docx; the page always says where its figures come from",
    );
  }
  checkOut(out, "tables");
}

/** Refuses a folder to write into that has no name, or one that Windows keeps for a device. */
export function checkOut(out: string | undefined, example: string): void {
  if (out === "") throw new Refusal("--out: no folder is named", `name one: --out ${example}`);
  const device = out?.split(/[\\/]/).find((part) => /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i.test(part.trim()));
  if (device !== undefined) {
    throw new Refusal(`--out: Windows keeps the name ${device} for a device`, `name another folder: --out ${example}`);
  }
}

/** How something is delivered: the options of the commands that print tables. */
export interface Delivery {
  readonly format: string;
  readonly out?: string | undefined;
  /** CSV as Excel reads it best. */
  readonly forExcel?: boolean | undefined;
  /** A document with where its figures come from. */
  readonly annex?: boolean | undefined;
}

/** Tables and charts that are not a report, in the format asked for. */
export async function deliverPage(world: World, delivery: Delivery, page: Page): Promise<void> {
  const render = await formats.find(({ name }) => name === delivery.format)?.page?.();
  await deliver(world, delivery, (surface) => render?.(page, surface) ?? []);
}

/** What a command found, in the format asked for. */
export async function deliverFindings(world: World, delivery: Delivery, findings: Findings): Promise<void> {
  const render = await formats.find(({ name }) => name === delivery.format)?.findings?.();
  await deliver(world, delivery, (surface) => render?.(findings, surface) ?? []);
}

/** The folder that --out means, and the files as they are called there: the only one may be named by its ending. */
function placed(
  world: World,
  out: string,
  files: readonly OutputFile[],
): [folder: string, files: readonly OutputFile[]] {
  const [only, ...more] = files;
  const isNamed = only && more.length === 0 && extname(out).toLowerCase() === extname(only.name) && !/[\\/]$/.test(out);
  if (!isNamed || isFolder(resolve(world.cwd, out))) return [out, files];
  return [dirname(out), [{ ...only, name: basename(out) }]];
}

/** Into the file or folder of --out, each file whole or none; otherwise to stdout, where more than one file is refused. */
export async function deliver(
  world: World,
  { out, format, forExcel = false, annex = false }: Delivery,
  make: (surface: Surface) => readonly OutputFile[] | Promise<readonly OutputFile[]>,
): Promise<void> {
  // A file is the same whatever terminal it was made in.
  const toFile = out !== undefined;
  const files = await make({
    columns: toFile ? 100 : world.columns,
    paint: await painter(!toFile && world.colour),
    ...{ toFile, forExcel, annex },
  });
  if (files.length === 0) throw new Refusal(`--format ${format}: there is nothing to draw`, "ask for another format");
  if (out !== undefined) {
    const [folder, named] = placed(world, out, files);
    const own = named.find(({ name }) => wasRead(join(resolve(world.cwd, folder), name)));
    if (own !== undefined) {
      throw new Refusal(
        `--out: ${slashed(world, join(folder, own.name))} is a file that this command reads, so it was not replaced`,
        "name another folder or file",
      );
    }
    writeFiles(resolve(world.cwd, folder), named);
    for (const { name } of named) world.err(`wrote ${folder === "." ? "" : `${slashed(world, folder)}/`}${name}\n`);
  } else if (files.length === 1) {
    const content = files[0]?.content ?? "";
    if (typeof content !== "string" && world.outIsTerminal) {
      throw new Refusal(`--format ${format} is no text for a terminal`, "name a folder for the file: --out tables");
    }
    world.out(content);
  } else {
    throw new Refusal(
      `--format ${format} writes ${files.length} files, one for each table`,
      "name a folder for them: --out tables",
    );
  }
}
