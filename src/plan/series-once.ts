// The series that a measure is made of, each once.
import { nameKey } from "../core/names.ts";
import type { Terms } from "./measure-schema.ts";

/** The terms, each series once; one that is named again is told. */
export function seriesOnce({ add, subtract }: Terms, tell: (name: string) => void): Terms {
  const seen = new Set<string>();
  const first = (name: string): boolean => {
    if (seen.has(nameKey(name))) tell(name);
    return !seen.has(nameKey(name)) && seen.add(nameKey(name)) !== undefined;
  };
  return { add: add.filter(first), subtract: subtract.filter(first) };
}
