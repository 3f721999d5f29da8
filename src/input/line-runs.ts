// Lines of a file, kept as runs of neighbours.

import type { Origin } from "../core/figure.ts";

/** Gathers lines as they come, in order; `all` has the first and the last line of each run. */
export function lineRuns() {
  const runs: [first: number, last: number][] = [];
  let count = 0;
  return {
    add(line: number): void {
      const last = runs.at(-1);
      if (last?.[1] === line) return;
      count += 1;
      if (last?.[1] === line - 1) last[1] = line;
      else runs.push([line, line]);
    },
    all: (): readonly (readonly [first: number, last: number])[] => runs,
    count: (): number => count,
  };
}

/**
 * Adds a line to runs that are kept in little memory, for sums of many records: 2, -13, 15 is 2 to 13 and 15. It comes after
 * them. Answers with whether it begins a run.
 */
export function addLine(runs: number[], line: number): boolean {
  const last = runs.length === 0 ? -1 : Math.abs(runs[runs.length - 1] as number);
  if (last === line) return false;
  if (last === line - 1) stretchTo(runs, line);
  else runs.push(line);
  return last !== line - 1;
}

/** The last of the runs goes on to that line. */
export function stretchTo(runs: number[], line: number): void {
  const last = runs.length - 1;
  if ((runs[last] as number) < 0) runs[last] = -line;
  else if (runs[last] !== line) runs.push(-line);
}

/** More lines than this are written out when someone asks; for fewer, to be able to would take more than the text itself. */
const FEW = 64;

/** Where the lines of such runs are: nothing where there are none. */
export function originsOf(runs: readonly number[], file: string, column: number): readonly Origin[] {
  const [line] = runs;
  if (line === undefined) return [];
  const written = (): string => runs.join(",").replaceAll(",-", "-");
  if (runs.length <= FEW) return [{ file, line, column, ...(runs.length > 1 && { lines: written() }) }];
  let text: string | undefined;
  return [
    {
      ...{ file, line, column },
      get lines() {
        text ??= written();
        return text;
      },
    },
  ];
}

/** Such runs without the lines of others, which are all among them. */
export function withoutRuns(runs: readonly number[], others: readonly number[]): number[] {
  const left: number[] = [];
  const taken = linesIn(others);
  let next = taken.next();
  for (const line of linesIn(runs)) {
    if (line === next.value) next = taken.next();
    else addLine(left, line);
  }
  return left;
}

function* linesIn(runs: readonly number[]): Generator<number, undefined> {
  let last = 0;
  for (const one of runs) {
    for (let line = one > 0 ? one : last + 1; line <= Math.abs(one); line += 1) yield line;
    last = one;
  }
}
