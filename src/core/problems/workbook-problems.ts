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
    message: isZip ? "this is a zip file, not a workbook" : "this is neither a text file nor a workbook",
    hint: isZip ? "unzip it, and name the file in it" : "open it in a spreadsheet and save the sheet as CSV UTF-8",
  }),
  "workbook-broken": (why: string) => ({
    message: `the workbook cannot be read: ${why}`,
    hint: "open it in a spreadsheet and save it again, or export it again",
  }),
  "workbook-locked": () => ({
    message: "the workbook is locked with a password",
    hint: "save a copy without a password",
  }),
  "workbook-old": (kind: string) => ({
    message: `this is ${kind}, which cannot be read`,
    hint: "open it in a spreadsheet and save it as .xlsx or .ods",
  }),
  "workbook-too-large": (what: string, most: string) => ({
    message: `${what} has more than ${most}, so it was not read`,
    hint: "save the sheet as CSV UTF-8: a CSV file can have any length",
  }),
  "workbook-macros": () => ({
    message: "the workbook has macros, which were not run or read",
    hint: "save it as .xlsx without macros to end this warning",
    severity: "warning" as const,
  }),
  "workbook-links": (cells: number) => ({
    message: `${cells === 1 ? "a cell takes its value" : `${cells} cells take their values`} from another workbook${cells === 1 ? "" : ", first here"}; the saved ${cells === 1 ? "value was" : "values were"} read`,
    hint: "open the workbook, update its links and save it, if the other workbook has changed",
    severity: "warning" as const,
  }),
  "sheets-unknown": (names: readonly string[]) => ({
    message: `no sheet of this workbook is of a known kind; its sheets are: ${listed(names, 12)}`,
    hint: "tell the plan what each column of a sheet holds: data: [{ files: book.xlsx#Sheet1, columns: { area: …, count: … } }]",
  }),
  "sheet-missing": (sheet: string, near: string | undefined, names: readonly string[]) => ({
    message: `the file has no sheet "${sheet}"${meant(near, sheet)}`,
    hint:
      names.length === 0
        ? "remove # and the words after it: this is a text file"
        : `choose from its sheets: ${listed(names, 12)}`,
  }),
  "sheet-unsaid": (names: readonly string[]) => ({
    message: "columns: the workbook has more than one sheet, and the plan does not say which to use",
    hint: `write the sheet after the file name, as in book.xlsx#Sheet1; its sheets: ${listed(names, 12)}`,
  }),
} satisfies Record<string, (...args: never[]) => Sentence>;
