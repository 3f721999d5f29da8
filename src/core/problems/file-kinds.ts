// What a file may be that was given by mistake, and what to do with it; the sentence is in workbook-problems.ts.
import { asWord } from "../safe-text.ts";

const kinds = {
  plan: "a plan",
  report: "a report that was kept (JSON)",
  result: "what plan-measures printed as JSON",
  json: "a JSON file",
  markdown: "a Markdown page",
  html: "an HTML page",
  xml: "an XML file",
  csv: "a data file (CSV)",
  workbook: "a data file (a workbook)",
  word: "a Word document",
  odt: "a text document (.odt)",
  rtf: "a text document (RTF)",
  presentation: "a presentation",
  pdf: "a PDF",
  image: "an image",
  zip: "a zip file",
  gzip: "a file packed with gzip",
} as const;
export type FileKind = keyof typeof kinds;

/** What a file was given as. */
export type WantedFile = "data" | "a published table" | "comments" | "a plan" | "a report that was kept";

/** What it is, and what it is not. */
export const whatItIs = (kind: FileKind, wanted: WantedFile): string => `this is ${kinds[kind]}, not ${wanted}`;

/** The command that takes it, or what to give instead; `given` is the file as the command was given it. */
export function whatTakesIt(kind: FileKind, wanted: WantedFile, given: string | undefined): string {
  const it = given === undefined ? "" : ` ${asWord(given)}`;
  switch (kind) {
    case "plan":
      return wanted === "a report that was kept"
        ? "give the plan a name that ends in .yaml"
        : `run plan-measures report${it} to print its tables`;
    case "report":
      return `run plan-measures diff${it} NEW to see what has changed since`;
    case "zip":
    case "gzip":
      return "unpack it, and name the file in it";
    case "markdown":
      if (wanted === "data" || wanted === "a plan") return `run plan-measures audit${it} to check its tables`;
      break;
    case "csv":
    case "workbook":
      if (wanted === "a plan")
        return `make a plan, which is a .yaml file, from its folder: plan-measures init my-plan --force NAME --data ${folderOf(given)}`;
      if (wanted !== "a report that was kept") return "save the sheet as CSV UTF-8, and name that";
      break;
    case "html":
      if (wanted === "data" || wanted === "a published table")
        return "open it in a spreadsheet, and save the table in it as CSV UTF-8";
      break;
    case "word":
    case "odt":
    case "rtf":
    case "pdf":
    case "presentation":
      if (wanted === "a published table") return "copy the table in it into a text file, and name that";
      break;
    default:
  }
  return instead[wanted];
}

/** The folder of a file, as a command takes it. */
function folderOf(given: string | undefined): string {
  if (given === undefined || given === "-") return "FOLDER";
  return asWord(/^(.*)[\\/]/.exec(given)?.[1] || ".");
}

const instead: Readonly<Record<WantedFile, string>> = {
  data: "ask for the figures as CSV or as a workbook: no command reads this file",
  "a published table": "name a table saved as CSV: no command reads this file",
  comments: "save them as CSV, with two columns headed Measure and Comment",
  "a plan": "run plan-measures init my-plan to make a plan, which is a YAML file",
  "a report that was kept": "run plan-measures report --format json --out last-quarter.json to keep one",
};
