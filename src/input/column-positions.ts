// The columns that a plan refers to, by their headings or by their positions.
import { nameKey, nearest, nearestFirst, withoutNote } from "../core/names.ts";
import { type Problem, problem } from "../core/problems/problems.ts";
import type { At } from "../plan/validate.ts";

/** The column, counted from 0, that the plan refers to at a path of its map. */
export type Position = (reference: string | number, path: readonly (string | number)[]) => number;

/** Finds columns by their headings or positions; for one that is not there the first, and a problem. */
export function positionIn(headings: readonly string[], at: At, problems: Problem[]): Position {
  return (reference, path) => {
    if (typeof reference === "number") {
      if (reference <= headings.length) return reference - 1;
      problems.push(problem("column-unknown", at(path), reference, undefined, headings));
      return 0;
    }
    const found = columnsNamed(headings, reference);
    if (found.length > 1) {
      const positions = found.map((index) => index + 1);
      problems.push(problem("column-twice", at(path), reference, positions));
    }
    if (found.length === 0) {
      const near = nearest(reference, headings);
      problems.push(problem("column-unknown", at(path), reference, near, nearestFirst(reference, headings)));
    }
    return found[0] ?? 0;
  };
}

/** The columns under a heading; where none is, those of which only a note keeps it apart, as it changes with each release. */
function columnsNamed(headings: readonly string[], reference: string): number[] {
  const fits = (asNamed: (words: string) => string): number[] =>
    headings.flatMap((heading, index) => (nameKey(asNamed(heading)) === nameKey(asNamed(reference)) ? [index] : []));
  const own = fits((words) => words);
  const noted = own.length > 0 ? own : fits((words) => withoutNote(words.trim()));
  // A known source's headings are named without the "_" that programs write for spaces.
  return noted.length > 0 ? noted : fits((words) => words.replaceAll("_", " "));
}

/** The column that a plan refers to, where there is one. */
export const columnIn = (headings: readonly string[], reference: string | number): number | undefined =>
  typeof reference === "number" ? reference - 1 : columnsNamed(headings, reference)[0];
