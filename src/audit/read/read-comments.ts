// The comments on a table's measures, from a file whose headings say which column is what.
import { isBlank, type Record } from "../../input/csv/csv.ts";

/** The comments among records; nothing where no heading says which column holds them. */
export function commentsIn(
  all: readonly Record[],
  file: string,
): (Comment & { aim: string | undefined })[] | undefined {
  const [header, ...records] = all.filter((record) => !isBlank(record));
  const headings = header?.cells ?? [];
  const find = (pattern: RegExp): number => headings.findIndex((heading) => pattern.test(heading));
  const comment = find(/comment|narrative/i);
  const measure = Math.max(0, find(/measure|indicator|offence|crime type|question/i));
  const aim = find(/^\s*aim\s*$/i);
  if (comment < 0 || comment === measure) return undefined;
  return records.map(({ line, cells }) => ({
    ...{ file, line, column: comment + 1 },
    measure: clean(cells[measure] ?? ""),
    text: clean(cells[comment] ?? ""),
    aim: aim < 0 ? undefined : clean(cells[aim] ?? ""),
  }));
}

const clean = (cell: string): string => cell.replace(/\s+/g, " ").trim();

/** A comment, where it stands, and the measure that it is on. */
export interface Comment {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly measure: string;
  readonly text: string;
}
