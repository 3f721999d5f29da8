// The files that a plan or a command names, each with the column map that the plan gives it.

import { posix } from "node:path";
import { type Problem, problem } from "../core/problems/problems.ts";
import { reasonOf, withSlashes } from "../io/files.ts";
import { expand, fileAndSheet, leadsOut, neighbours } from "../io/patterns.ts";
import type { ColumnMap } from "../plan/data-schema.ts";
import type { At } from "../plan/validate.ts";

/** Files to read: a pattern, or a pattern with what the plan says of their columns, placed in the plan. */
export interface FilesEntry {
  readonly files: string | ColumnMap;
  readonly at: At;
  /** A file that does not say its period is read all the same. */
  readonly anyPeriod?: boolean;
}

/** The map of columns by which the files of an entry are read, where the plan gives one. */
export const columnMapOf = ({ files }: FilesEntry): ColumnMap | undefined =>
  typeof files === "string" ? undefined : files;

/** A file, or a sheet of one, and the entry by which it is read. */
export interface NamedFile {
  readonly file: string;
  readonly entry: FilesEntry;
}

/**
 * The files of the entries, in the order of their names: each by every map that the plan gives it, or by none. `leaveOut` is
 * a file that a wildcard may take in.
 */
export function filesNamed(
  entries: readonly FilesEntry[],
  root: string,
  leaveOut: string | undefined,
  problems: Problem[],
): readonly NamedFile[] {
  const mapped = new Map<string, FilesEntry[]>();
  const plain = new Map<string, FilesEntry[]>();
  for (const entry of entries) {
    const map = columnMapOf(entry);
    const patterns = map ? [map.files].flat() : [entry.files as string];
    for (const pattern of patterns) {
      const place = entry.at(map ? ["files"] : []);
      if (leadsOut(root, pattern)) {
        problems.push(problem("outside-folder", place, pattern));
        continue;
      }
      const closed: string[] = [];
      const files = filesOf(root, pattern, (folder) => closed.push(folder));
      problems.push(
        ...closed.map((folder) => problem("file-unreadable", { file: folder }, reasonOf({ code: "EACCES" }))),
      );
      if (files.length === 0 && closed.length === 0)
        problems.push(problem("no-files", place, withSlashes(pattern), neighbours(root, pattern)));
      for (const file of files) {
        // A file that the plan maps is read through its maps alone, also where a wildcard elsewhere takes it in.
        if (map) mapped.set(file, [...(mapped.get(file) ?? []), entry]);
        else plain.set(file, [entry]);
      }
    }
  }
  const all = new Map([...plain, ...mapped]);
  if (leaveOut !== undefined) all.delete(posix.normalize(leaveOut));
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([file, by]) => by.map((entry) => ({ file, entry })));
}

/** The files that a pattern names; behind each the sheet, where the pattern names one: "book.xlsx#Table P1". */
function filesOf(root: string, pattern: string, closed: (folder: string) => void): string[] {
  const { file, sheet } = fileAndSheet(root, pattern);
  const files = expand(root, file, closed);
  return sheet === undefined ? files : files.map((one) => `${one}#${sheet}`);
}
