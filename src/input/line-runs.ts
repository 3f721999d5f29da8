// Lines of a file, kept as runs of neighbours.

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
