// LibreOffice, where it is installed: it opens a workbook and saves each sheet as CSV, as it shows it.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "csv-parse/sync";

export const hasLibreOffice = spawnSync("soffice", ["--version"]).status === 0;

/** Comma, quotation mark, UTF-8, from line 1, British English, as shown, every sheet. */
const CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,2057,false,true,true,false,false,-1";

/** Converts a file by a filter, into a folder of its own. */
function convert(bytes: Buffer, from: string, filter: string, folder: string): string {
  const out = join(folder, "out");
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  writeFileSync(join(folder, `report.${from}`), bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
  const args = [profile, "--headless", "--convert-to", filter, "--outdir", out, join(folder, `report.${from}`)];
  const done = spawnSync("soffice", args);
  if (done.status !== 0) throw new Error(String(done.stderr));
  return out;
}

/** The rows of each sheet, by its name. */
export function convertedByLibreOffice(bytes: Buffer, format: string, folder: string): Map<string, string[][]> {
  const out = convert(bytes, format, CSV, folder);
  return new Map(
    readdirSync(out).map((name) => [
      name.replace(/^report-|\.csv$/g, ""),
      parse(readFileSync(join(out, name)), { relax_column_count: true }) as string[][],
    ]),
  );
}

/** The same workbook in another format. */
export const savedByLibreOffice = (bytes: Buffer, from: string, to: string, folder: string): Buffer =>
  readFileSync(join(convert(bytes, from, to, folder), `report.${to}`));
