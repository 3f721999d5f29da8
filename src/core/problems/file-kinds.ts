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
  csv: "a table (CSV)",
  workbook: "a workbook",
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
        ? "a plan is taken where its name ends in .yaml"
        : `plan-measures report${it} prints its tables`;
    case "report":
      return `plan-measures diff${it} NEW says what has changed since`;
    case "zip":
    case "gzip":
      return "unpack it, and name the file in it";
    case "markdown":
      if (wanted === "data" || wanted === "a plan") return `plan-measures audit${it} checks the tables in it`;
      break;
    case "csv":
    case "workbook":
      if (wanted === "a plan") return `name it in a plan, under data:; plan-measures inspect${it} says what it holds`;
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

const instead: Readonly<Record<WantedFile, string>> = {
  data: "no command reads it; ask for the figures as CSV or a workbook",
  "a published table": "no command reads it; name a table as CSV",
  comments: "save them as CSV, with two columns headed Measure and Comment",
  "a plan": "a plan is a YAML file; plan-measures init my-plan makes one",
  "a report that was kept": "keep one with: plan-measures report --format json --out last-quarter",
};
