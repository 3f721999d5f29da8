// The Additional comments that an analyst keeps in a CSV, measure,comment or measure,period,comment, beside the plan.

import { nameKey, nearest, nearestFirst } from "../core/names.ts";
import { type Period, parsePeriod, periodKey } from "../core/period.ts";
import { type Problem, problem } from "../core/problems/problems.ts";
import type { Place } from "../core/problems/sentence.ts";
import { MOST_PLAN_MEBIBYTES, readBelow } from "../io/files.ts";
import type { Measure, Plan } from "../plan/model.ts";
import { cellAt, isBlank, readCsv } from "./csv/csv.ts";
import { decode } from "./csv/decode.ts";
import { stopped } from "./csv/stopped.ts";

export interface Comments {
  /** The comment on the measure of that name, or nothing. */
  of(measure: string): string | undefined;
  /** Where that comment stands. */
  placeOf(measure: string): Place | undefined;
  /** The earlier period that it was written for; nothing where it is of the current one, or of any. */
  carriedFrom(measure: string): Period | undefined;
  readonly problems: readonly Problem[];
}

/** For a report whose comments are not asked for. */
export const noComments: Comments = {
  of: () => undefined,
  placeOf: () => undefined,
  carriedFrom: () => undefined,
  problems: [],
};

/** What a comment begins with that nobody has finished. */
export const DRAFT = "[draft]";
const isDraft = (text: string): boolean => text.toLowerCase().startsWith(DRAFT);
/** What a comment says, behind the mark of a draft where it has one. */
export const withoutMark = (text: string): string => (isDraft(text) ? text.slice(DRAFT.length).trimStart() : text);

interface Row {
  readonly text: string;
  readonly place: Place;
  /** The current period that it was written for; of a row without one, any. */
  readonly period: Period | undefined;
}

/** The comments of the file that the plan names; of a plan that names none, none. An empty file has none either. */
export function readComments(plan: Plan, folder: string): Comments {
  const measures = plan.tables.flatMap((table) => table.measures);
  const inPlan = measures.flatMap((measure) =>
    measure.comment !== undefined && isDraft(measure.comment)
      ? [problem("comment-draft", measure.place("comment"), measure.name)]
      : [],
  );
  const { rows, problems } = rowsOf(plan.comments, folder, measures);
  const shown = new Map<string, Row>();
  const carried = new Map<string, Period>();
  for (const measure of measures) {
    const row = chosen(rows.get(nameKey(measure.name)) ?? [], measure.current.period);
    if (!row || measure.comment !== undefined) continue;
    shown.set(nameKey(measure.name), row);
    if (isDraft(row.text)) problems.push(problem("comment-draft", row.place, measure.name));
    const { period } = measure.current;
    if (row.period && period && periodKey(row.period) !== periodKey(period)) {
      carried.set(nameKey(measure.name), row.period);
    }
  }
  return {
    of: (measure) => shown.get(nameKey(measure))?.text,
    placeOf: (measure) => shown.get(nameKey(measure))?.place,
    carriedFrom: (measure) => carried.get(nameKey(measure)),
    problems: [...inPlan, ...problems],
  };
}

/** The row for a period: the one written for it, else one for any, else the last one before it, which is carried over. */
function chosen(rows: readonly Row[], current: Period | undefined): Row | undefined {
  const own = rows.find(({ period }) => period && current && periodKey(period) === periodKey(current));
  if (own) return own;
  const any = rows.find(({ period }) => period === undefined);
  if (any) return any;
  return rows
    .filter(({ period }) => period && (!current || period.to <= current.to))
    .sort((a, b) => (b.period?.to ?? 0) - (a.period?.to ?? 0))[0];
}

/** The rows of the file by measure, and what is wrong with them. */
function rowsOf(
  file: string | undefined,
  folder: string,
  measures: readonly Measure[],
): { rows: ReadonlyMap<string, readonly Row[]>; problems: Problem[] } {
  const rows = new Map<string, Row[]>();
  const problems: Problem[] = [];
  if (file === undefined) return { rows, problems };
  const bytes = readBelow(folder, file, MOST_PLAN_MEBIBYTES);
  if (!(bytes instanceof Uint8Array)) return { rows, problems: bytes.code === "file-empty" ? [] : [bytes] };
  const decoded = decode(bytes);
  if (decoded === "binary") return { rows, problems: [problem("file-binary", { file }, false)] };
  const csv = readCsv(decoded.text);
  if (csv.stop) problems.push(stopped(file, csv.stop));

  const [header, ...records] = csv.records.filter((record) => !isBlank(record));
  if (!header) return { rows, problems };
  const headings = header.cells.map(nameKey);
  const [measureColumn, commentColumn, periodColumn] = ["measure", "comment", "period"].map((name) =>
    headings.indexOf(name),
  ) as [number, number, number];
  if (measureColumn < 0 || commentColumn < 0) {
    return { rows, problems: [...problems, problem("comments-headings", { file, line: header.line }, header.cells)] };
  }
  const known = new Map(measures.map((measure) => [nameKey(measure.name), measure]));
  for (const record of records) {
    const name = cellAt(record, measureColumn).trim();
    const text = cellAt(record, commentColumn).trim();
    const words = periodColumn < 0 ? "" : cellAt(record, periodColumn).trim();
    const place = { file, line: record.line, column: measureColumn + 1 };
    const measure = known.get(nameKey(name));
    const period = words === "" ? undefined : parsePeriod(words);
    const before = rows.get(nameKey(name)) ?? [];
    if (record.cells.length !== headings.length) {
      problems.push(problem("row-length", place, record.cells.length, headings.length));
      continue;
    }
    if (!measure) {
      const names = measures.map((one) => one.name);
      problems.push(problem("comment-unknown", place, name, nearest(name, names), nearestFirst(name, names)));
      continue;
    }
    if (words !== "" && typeof period !== "object") {
      const doubt = typeof period === "string" ? period : undefined;
      problems.push(problem("comment-period", { ...place, column: periodColumn + 1 }, words, doubt));
      continue;
    }
    const row: Row = { text, place, period: typeof period === "object" ? period : undefined };
    const first = twice(row, before, measure);
    if (first) problems.push(problem("comment-twice", place, name, first));
    else if (text !== "") rows.set(nameKey(name), [...before, row]);
  }
  return { rows, problems };
}

/** Where the same measure has a comment for the same period already: in a row before, or in the plan. */
function twice({ period }: Row, before: readonly Row[], measure: Measure): Place | undefined {
  const same = (other: Period | undefined): boolean => (other && periodKey(other)) === (period && periodKey(period));
  const row = before.find((one) => same(one.period));
  if (row) return row.place;
  const isCurrent = period === undefined || same(measure.current.period);
  return measure.comment !== undefined && isCurrent ? measure.place("comment") : undefined;
}
