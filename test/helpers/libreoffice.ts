// LibreOffice, where it is installed: it opens workbooks and saves each sheet as CSV, as it shows it. To start it takes
// longer than to convert a workbook, so many are converted at once.
import { execFile, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { parse } from "csv-parse/sync";

export const hasLibreOffice = spawnSync("soffice", ["--version"]).status === 0;

/** Its part for documents is installed apart from that for workbooks; it lies beside the program itself. */
export const hasWriter =
  hasLibreOffice &&
  (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, "soffice"))
    .filter((path) => existsSync(path))
    .some((path) => readdirSync(dirname(realpathSync(path))).some((name) => /^(lib)?swlo\./.test(name)));

/** Comma, quotation mark, UTF-8, from line 1, British English, as shown, every sheet. */
const CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,2057,false,true,true,false,false,-1";

interface Workbook {
  readonly format: string;
  readonly bytes: Buffer;
}
/** The rows of each sheet, by its name. */
export type Sheets = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Converts workbooks by a filter with one start, into a folder below the one given: the first is "0", the next "1". */
async function convert(workbooks: readonly Workbook[], filter: string, folder: string): Promise<string> {
  const into = mkdtempSync(join(folder, "converted-"));
  const paths = workbooks.map(({ format, bytes }, index) => {
    const path = join(mkdtempSync(join(folder, "workbook-")), `${index}.${format}`);
    writeFileSync(path, bytes);
    return path;
  });
  // A start with the profile of one before is faster.
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
  await promisify(execFile)("soffice", [profile, "--headless", "--convert-to", filter, "--outdir", into, ...paths]);
  return into;
}

/** The sheets of each workbook, as LibreOffice shows them. */
export async function convertedByLibreOffice(workbooks: readonly Workbook[], folder: string): Promise<Sheets[]> {
  const into = await convert(workbooks, CSV, folder);
  const names = readdirSync(into);
  return workbooks.map((_, index) => {
    const own = names.filter((name) => name.startsWith(`${index}-`));
    return new Map(
      own.map((name) => [
        name.replace(/^\d+-|\.csv$/g, ""),
        parse(readFileSync(join(into, name)), { relax_column_count: true }) as string[][],
      ]),
    );
  });
}

/** The same workbook in another format. */
export const savedByLibreOffice = async (bytes: Buffer, format: string, to: string, folder: string): Promise<Buffer> =>
  readFileSync(join(await convert([{ format, bytes }], to, folder), `0.${to}`));

/** Several documents in another format, by one start. */
export async function allSavedByLibreOffice(
  files: readonly Workbook[],
  to: string,
  folder: string,
): Promise<readonly Buffer[]> {
  const into = await convert(files, to, folder);
  return files.map((_, index) => readFileSync(join(into, `${index}.${to}`)));
}
