// Two records of one file that give equal values: one figure where they are alike throughout, and otherwise two.
import { isKnown } from "../core/figure.ts";
import { type Doubt, doubt } from "../core/problems/problems.ts";
import { isPeople } from "../core/value-kind.ts";
import type { Observation } from "./observation.ts";

type FigureRecord = NonNullable<Observation["record"]>;

/** The columns in which two records of a file differ, their value's aside, with what they say; "" where they are alike. */
function differencesOf(one: FigureRecord, other: FigureRecord, own: number): string {
  const found = one.cells.flatMap((cell, column) => {
    const [first, second] = [cell.trim(), (other.cells[column] ?? "").trim()];
    return first === second || column === own
      ? []
      : [`${one.headings[column] || `column ${column + 1}`} ("${first}", "${second}")`];
  });
  return found.length > 3 ? `${found.slice(0, 3).join(", ")} and ${found.length - 3} more` : found.join(", ");
}

/** Looks at records that give equal values; those alike word for word count once, and are a doubt for each file. */
export function alikeRecords() {
  /** Of each file, the lines of records that stood before, by those that repeat them. */
  const files = new Map<string, Map<number, number>>();
  return {
    /** The columns in which two records of a file differ; nothing where they are one figure, or not to be compared. */
    see(before: Observation, seen: Observation): string | undefined {
      const [here, there] = [seen.figure.from[0], before.figure.from[0]];
      if (isPeople(seen.kind) || !seen.record || !before.record || !here || !there) return undefined;
      if (!isKnown(seen.figure) || !isKnown(before.figure)) return undefined;
      if (here.file !== there.file || here.line === there.line) return undefined;
      const differences = differencesOf(before.record, seen.record, here.column - 1);
      if (differences !== "") return differences;
      if (seen.record.restated) return undefined;
      const lines = files.get(here.file) ?? new Map<number, number>();
      files.set(here.file, lines.set(here.line, there.line));
      return undefined;
    },
    doubts: (): Doubt[] =>
      [...files].map(([file, lines]) => {
        const numbers = [...new Set([...lines].flat())].sort((a, b) => a - b);
        const cells = { file, lines: numbers.map((line) => [line, line] as const) };
        return doubt("records-alike", { file, line: Math.min(...lines.keys()) }, cells, file, lines.size);
      }),
  };
}
