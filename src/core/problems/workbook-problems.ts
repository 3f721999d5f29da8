// The sentences about workbooks, and what is taken for one; problems.ts has them in its catalogue.
import { type FileKind, type WantedFile, whatItIs, whatTakesIt } from "./file-kinds.ts";
import { listed, meant, type Sentence } from "./sentence.ts";

/** Each entry has a golden case of its name in test/cases. */
export const workbookSentences = {
  "file-kind": (kind: FileKind, wanted: WantedFile, given?: string) => ({
    message: whatItIs(kind, wanted),
    hint: whatTakesIt(kind, wanted, given),
  }),
  "file-binary": (isZip: boolean) => ({
    message: isZip ? "this is a zip file, and no workbook" : "this is neither a text file nor a workbook",
    hint: isZip ? "unzip it, and name the file in it" : "open it in a spreadsheet and save the sheet as CSV UTF-8",
  }),
  "workbook-broken": (why: string) => ({
    message: `the workbook cannot be read: ${why}`,
    hint: "open it in a spreadsheet and save it again, or export it again",
  }),
  "workbook-locked": () => ({
    message: "the workbook is locked with a password",
    hint: "save a copy of it without one",
  }),
  "workbook-old": (kind: string) => ({
    message: `this is ${kind}, which is not read`,
    hint: "open it in a spreadsheet and save it as .xlsx or .ods",
  }),
  "workbook-too-large": (what: string, most: string) => ({
    message: `${what} has more than ${most}, and was not read`,
    hint: "save the sheet by itself, as CSV UTF-8: a CSV may be of any length",
  }),
  "workbook-macros": () => ({
    message: "the workbook has macros; they were neither run nor read",
    severity: "warning" as const,
  }),
  "workbook-links": (cells: number) => ({
    message: `${cells === 1 ? "a cell takes what it holds" : `${cells} cells take what they hold`} from another workbook, first here; what was saved in this one was read`,
    hint: "open the workbook, update its links and save it, if the other has changed",
    severity: "warning" as const,
  }),
  "sheets-unknown": (names: readonly string[]) => ({
    message: `no source knows a sheet of this workbook; its sheets are: ${listed(names, 12)}`,
    hint: "say in the plan which column of which sheet is what: data: [{ files: book.xlsx#Sheet1, columns: { area: …, count: … } }]",
  }),
  "sheet-missing": (sheet: string, near: string | undefined, names: readonly string[]) => ({
    message: `the file has no sheet "${sheet}"${meant(near, sheet)}`,
    hint:
      names.length === 0 ? "it is a file of text; leave out # and what follows" : `its sheets: ${listed(names, 12)}`,
  }),
  "sheet-unsaid": (names: readonly string[]) => ({
    message: "columns: the workbook has more sheets than one, and the plan does not say which it means",
    hint: `write the sheet behind the file, as in book.xlsx#Sheet1; its sheets: ${listed(names, 12)}`,
  }),
} satisfies Record<string, (...args: never[]) => Sentence>;
