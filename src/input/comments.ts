// The Additional comments that an analyst keeps in a CSV, measure,comment, beside the plan.

import { nameKey, nearest, nearestFirst } from "../core/names.ts";
import { type Problem, problem } from "../core/problems/problems.ts";
import type { Place } from "../core/problems/sentence.ts";
import { MOST_PLAN_MEBIBYTES, readBelow } from "../io/files.ts";
import type { Plan } from "../plan/model.ts";
import { cellAt, isBlank, readCsv } from "./csv/csv.ts";
import { decode } from "./csv/decode.ts";
import { stopped } from "./csv/stopped.ts";

export interface Comments {
  /** The comment on the measure of that name, or nothing. */
  of(measure: string): string | undefined;
  /** Where that comment stands. */
  placeOf(measure: string): Place | undefined;
  readonly problems: readonly Problem[];
}

/** For a report whose comments are not asked for. */
export const noComments: Comments = { of: () => undefined, placeOf: () => undefined, problems: [] };

/** The comments of the file that the plan names; of a plan that names none, none. */
export function readComments(plan: Plan, folder: string): Comments {
  const found = new Map<string, { text: string; place: Place }>();
  const problems: Problem[] = [];
  const of = (measure: string): string | undefined => found.get(nameKey(measure))?.text;
  const placeOf = (measure: string): Place | undefined => found.get(nameKey(measure))?.place;
  if (plan.comments === undefined) return { of, placeOf, problems };
  const file = plan.comments;
  const bytes = readBelow(folder, file, MOST_PLAN_MEBIBYTES);
  if (!(bytes instanceof Uint8Array)) return { of, placeOf, problems: [bytes] };
  const decoded = decode(bytes);
  if (decoded === "binary") return { of, placeOf, problems: [problem("file-binary", { file }, false)] };
  const csv = readCsv(decoded.text);
  if (csv.stop) problems.push(stopped(file, csv.stop));

  const [header, ...records] = csv.records.filter((record) => !isBlank(record));
  const headings = header?.cells.map(nameKey) ?? [];
  const [measureColumn, commentColumn] = [headings.indexOf("measure"), headings.indexOf("comment")];
  if (measureColumn < 0 || commentColumn < 0) {
    return {
      ...{ of, placeOf },
      problems: [...problems, problem("comments-headings", { file, line: header?.line ?? 1 }, header?.cells ?? [])],
    };
  }
  const measures = plan.tables.flatMap((table) => table.measures);
  const known = new Map(measures.map((measure) => [nameKey(measure.name), measure]));
  for (const record of records) {
    const name = cellAt(record, measureColumn).trim();
    const text = cellAt(record, commentColumn).trim();
    const place = { file, line: record.line, column: measureColumn + 1 };
    const measure = known.get(nameKey(name));
    const first =
      found.get(nameKey(name))?.place ?? (measure?.comment === undefined ? undefined : measure.place("comment"));
    if (record.cells.length !== headings.length) {
      problems.push(problem("row-length", place, record.cells.length, headings.length));
    } else if (!measure) {
      const names = measures.map((one) => one.name);
      problems.push(problem("comment-unknown", place, name, nearest(name, names), nearestFirst(name, names)));
    } else if (first) {
      problems.push(problem("comment-twice", place, name, first));
    } else if (text !== "") {
      found.set(nameKey(name), { text, place });
    }
  }
  return { of, placeOf, problems };
}
