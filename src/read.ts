// Files → observations: finds the source that recognises each file, and reads its records by that source's layout.
import { fractionAsPercent, readCell } from "./cell.ts";
import { type Csv, cellAt, decode, isBlank, type Record, readCsv } from "./csv.ts";
import { type Figure, missing, type Origin } from "./figure.ts";
import { expand, leadsOut, MOST_DATA_MEBIBYTES, neighbours, readBelow } from "./files.ts";
import { key, nearest } from "./names.ts";
import { isNegative, isZero } from "./number.ts";
import { type Kind, kindNames, kinds, type Observation } from "./observations.ts";
import { type Period, parsePeriod } from "./period.ts";
import type { Plan } from "./plan.ts";
import { type Problem, problem } from "./problems.ts";
import { mapColumns } from "./sources/column-map.ts";
import { type Layout, sources, type ValueColumn, type Words } from "./sources/index.ts";

/** A file that was read, as it is named in the report. */
export interface Input {
  readonly file: string;
  /** Worked out when asked for: most formats do not print it. */
  readonly sha256: () => string;
  readonly source: string;
  readonly records: number;
}

export interface Data {
  readonly observations: readonly Observation[];
  readonly inputs: readonly Input[];
  readonly problems: readonly Problem[];
}

/** Everything that the plan's data files give. File names, and the places in problems, are relative to root. */
export async function readData(plan: Plan, root: string): Promise<Data> {
  const problems: Problem[] = [];
  // A file that the plan maps is read through its map alone, also where a wildcard elsewhere takes it in.
  const wanted = new Map<string, Plan["data"][number]>();
  const mappedFirst = [...plan.data].sort(
    (a, b) => Number(typeof a.files === "string") - Number(typeof b.files === "string"),
  );
  for (const entry of mappedFirst) {
    const patterns = typeof entry.files === "string" ? [entry.files] : [entry.files.files].flat();
    for (const pattern of patterns) {
      const place = entry.at(typeof entry.files === "string" ? [] : ["files"]);
      if (leadsOut(pattern)) {
        problems.push(problem("outside-folder", place, pattern));
        continue;
      }
      const files = await expand(root, pattern);
      if (files.length === 0) problems.push(problem("no-files", place, pattern, neighbours(root, pattern)));
      for (const file of files) if (!wanted.has(file)) wanted.set(file, entry);
    }
  }
  const observations: Observation[] = [];
  const inputs: Input[] = [];
  for (const [file, entry] of [...wanted].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const bytes = readBelow(root, file, MOST_DATA_MEBIBYTES);
    if (!(bytes instanceof Uint8Array)) {
      problems.push(bytes);
      continue;
    }
    const csv = textRecords(file, bytes);
    if ("code" in csv) {
      problems.push(csv);
      continue;
    }
    if (csv.unclosedQuote !== undefined) problems.push(problem("quote-unclosed", { file, line: csv.unclosedQuote }));
    const layout =
      typeof entry.files === "string" ? recognise(file, csv) : mapColumns(entry.files, csv.records, entry.at);
    if (!("firstRecord" in layout)) {
      problems.push(...layout);
      continue;
    }
    const read = observe(file, csv, layout);
    observations.push(...read.observations);
    problems.push(...read.problems);
    inputs.push({ file, sha256: () => digest(bytes), source: layout.source, records: read.records });
  }
  return { observations, inputs, problems };
}

/** Loading Node's cryptography takes longer than reading the files, so it is loaded only here. */
function digest(bytes: Uint8Array): string {
  return process.getBuiltinModule("node:crypto").createHash("sha256").update(bytes).digest("hex");
}

/** The records of a file of text, or why there are none. */
export function textRecords(file: string, bytes: Uint8Array): Csv | Problem {
  const decoded = decode(bytes);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip || decoded === "binary") return problem("file-binary", { file }, isZip);
  const csv = readCsv(decoded.text);
  return csv.unclosedQuote === undefined && csv.records.every(isBlank) ? problem("file-empty", { file }) : csv;
}

/** The layout that the source which knows the file gives it. */
function recognise(file: string, csv: Csv): Layout | readonly Problem[] {
  for (const source of sources) {
    const layout = source.recognises(csv.records);
    if (layout) return layout;
  }
  const header = csv.records.find((record) => !isBlank(record));
  return [problem("unrecognised", { file, line: header?.line ?? 1 }, header?.cells ?? [])];
}

/** The observations of a file's records, read by a layout; what cannot be read is refused cell by cell. */
export function observe(file: string, csv: Csv, layout: Layout) {
  const observations: Observation[] = [];
  const problems: Problem[] = [];
  const periods = new Map<string, Period | string | undefined>();
  const { headings } = layout;
  const headingOf = (words: Words): string =>
    "column" in words ? headings[words.column] || `column ${words.column + 1}` : words.text;
  let records = 0;

  const observeValue = (record: Record, values: ValueColumn): void => {
    const place = (column: number): Origin => ({ file, line: record.line, column: column + 1 });
    const words = (from: Words): string => ("column" in from ? cellAt(record, from.column) : from.text).trim();
    const where = (from: Words): Origin => place("column" in from ? from.column : values.column);

    const kindWords = words(values.kind);
    const kind = kindNames.find((known) => key(known) === key(kindWords));
    if (!kind) {
      const near = nearest(kindWords, kindNames);
      problems.push(problem("kind-unknown", where(values.kind), headingOf(values.kind), kindWords, kindNames, near));
      return;
    }
    const area = words(values.area);
    const series = words(values.series);
    for (const name of ["area", "series"] as const) {
      // A population is found by area and date; its series need not be named.
      if ((name === "area" ? area : series) !== "" || (name === "series" && kind === "population")) continue;
      problems.push(problem("name-blank", where(values[name]), headingOf(values[name]), name));
      return;
    }
    const spoken = words(values.period);
    if (!periods.has(spoken)) periods.set(spoken, parsePeriod(spoken));
    const period = periods.get(spoken);
    if (typeof period !== "object") {
      problems.push(problem("period-unknown", where(values.period), headingOf(values.period), spoken, period));
      return;
    }
    const heading = headingOf({ column: values.column });
    const cell = cellAt(record, values.column);
    const { figure, wrong } = readFigure(cell, kind, heading, place(values.column), values.fraction);
    if (wrong) problems.push(wrong);
    observations.push({ area, series, period, kind, figure, heading });
  };

  for (const record of csv.records.slice(layout.firstRecord)) {
    if (isBlank(record)) continue;
    if (record.cells.length !== headings.length) {
      problems.push(problem("row-length", { file, line: record.line }, record.cells.length, headings.length));
      continue;
    }
    records += 1;
    for (const values of layout.values) observeValue(record, values);
  }
  return { observations, problems, records };
}

/** The figure of a cell; of one that cannot be used, a gap that says why, and the problem. */
function readFigure(
  text: string,
  kind: Kind,
  heading: string,
  origin: Origin,
  fraction = false,
): { figure: Figure; wrong?: Problem } {
  const cell = readCell(text);
  const unit = kinds[kind];
  const refused = (wrong: Problem, reason: string) => ({
    figure: missing(unit, { mark: "x", reason, told: true }, [origin]),
    wrong,
  });
  if (cell === "not a number") {
    return refused(problem("not-a-number", origin, heading, text.trim()), `"${text.trim()}" is not a number`);
  }
  if ("gap" in cell) return { figure: missing(unit, cell.gap, [origin]) };
  if (cell.percent && kind !== "percent") {
    const wrong = problem("wrong-unit", origin, heading, text.trim(), kind);
    return refused(wrong, `"${text.trim()}" is a percentage, not a ${kind}`);
  }
  if (kind === "population" && (isZero(cell.number) || isNegative(cell.number))) {
    return refused(problem("population-zero", origin, heading), `the population is ${text.trim()}`);
  }
  return { figure: { value: fraction ? fractionAsPercent(cell.number) : cell.number, unit, from: [origin] } };
}
