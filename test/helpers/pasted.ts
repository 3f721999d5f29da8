// What `inspect` proposes for a file, pasted into a plan as it is printed, and the figures that the plan then has.
import { basename, dirname, join } from "node:path";
import { isKnown } from "../../src/core/figure.ts";
import { exactText } from "../../src/core/number.ts";
import { periodName } from "../../src/core/period.ts";
import type { Record as FileRecord } from "../../src/input/csv/csv.ts";
import { eachOf } from "../../src/input/each-of.ts";
import { readData } from "../../src/input/ingest.ts";
import { mapFor } from "../../src/input/propose/map-for.ts";
import { readBook } from "../../src/input/read-workbook.ts";
import { isWorkbook, textReading } from "../../src/input/source-file.ts";
import { openFile } from "../../src/io/files.ts";
import { parsePlan } from "../../src/plan/plan.ts";
import { run } from "./world.ts";

/** Lines of a proposal that are not sure, by what they begin with, and what a person writes in their place. */
export type Chosen = Readonly<Record<string, string>>;

/** The proposal for a file or a sheet, as inspect prints it; of one that a source knows, that which it would print. */
export async function proposalFor(folder: string, file: string): Promise<string | undefined> {
  const { out } = await run(["inspect", file, "--format", "json"], folder);
  const { files } = JSON.parse(out) as { files: { proposal?: string; source: string | null }[] };
  const isOfSource = files.every(({ source }) => source !== null);
  return isOfSource ? mapOf(folder, file) : files.find(({ proposal }) => proposal !== undefined)?.proposal;
}

function mapOf(folder: string, file: string): string | undefined {
  const [path = "", sheet] = file.split("#");
  const opened = openFile(join(folder, path), path);
  if ("code" in opened) throw new Error(opened.message);
  const reading = isWorkbook(opened.start) ? readBook(path, opened, sheet).sheets[0] : textReading(path, opened);
  const records: FileRecord[] = [];
  if (reading) eachOf(reading.records(), (batch) => records.push(...batch));
  return mapFor(basename(file), records);
}

/** The figures of a file by the proposal: changed are only lines that are marked. */
export async function pasted(folder: string, file: string, chosen: Chosen = {}) {
  const proposal = await proposalFor(folder, file);
  if (proposal === undefined) throw new Error(`${file}: no proposal`);
  const unused = new Set(Object.keys(chosen));
  const lines = proposal.split("\n").map((line) => {
    const key = Object.keys(chosen).find((one) =>
      line
        .trim()
        .replace(/^# (?=missing|reason)/, "")
        .startsWith(one),
    );
    if (key === undefined) return line;
    if (!line.includes("# choose one")) throw new Error(`${line}: is not left to a person`);
    unused.delete(key);
    return (line.match(/^ */)?.[0] ?? "") + (chosen[key] ?? "");
  });
  if (unused.size > 0) throw new Error(`${[...unused]}: not in\n${proposal}`);
  const plan = `title: T\nforce: Gloucestershire\npriorities: [{ id: S, name: S }]\ndata:\n${lines.join("\n")}\ntables: [{ title: T, current: 2019, measures: [{ name: X, aim: at most 1, priorities: [S] }] }]\n`;
  const { plan: parsed, problems } = await parsePlan(plan, "plan.yaml");
  if (!parsed) throw new Error(`${plan}\n${problems.map(({ message }) => message)}`);
  const all = { figure: () => true, period: () => true, readAll: true };
  // inspect names the file with its folder; of a file that a source knows, it is named here without.
  const isWithFolder = proposal.includes(`"${dirname(file)}/`);
  const root = isWithFolder || !file.includes("/") ? folder : join(folder, dirname(file));
  const data = await readData(parsed.data, root, () => all);
  const figures = data.store.every().map(({ area, series, period, kind, figure }) => ({
    ...{ area, series, period: periodName(period), kind },
    value: isKnown(figure) ? exactText(figure.value) : `[${figure.gap.reason}]`,
  }));
  return { proposal, figures, problems: [...problems, ...data.problems, ...data.store.problems] };
}
