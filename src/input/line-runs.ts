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

/** Adds a line to runs that are kept as one list: first and last line of each in turn. */
export function addLine(runs: number[], line: number): void {
  const last = runs.length - 1;
  if (runs[last] === line - 1) runs[last] = line;
  else if (runs[last] !== line) runs.push(line, line);
}

/** "2-13,15" for such runs; nothing for a single line. */
export function linesOf(runs: readonly number[]): string | undefined {
  if (runs.length === 2 && runs[0] === runs[1]) return undefined;
  const parts: string[] = [];
  for (let index = 0; index < runs.length; index += 2) {
    parts.push(runs[index] === runs[index + 1] ? `${runs[index]}` : `${runs[index]}-${runs[index + 1]}`);
  }
  return parts.join(",");
}

/** Such runs without the lines of others, which are all among them. */
export function withoutRuns(runs: readonly number[], others: readonly number[]): number[] {
  const left: number[] = [];
  let other = 0;
  for (let index = 0; index < runs.length; index += 2) {
    let from = runs[index] as number;
    const to = runs[index + 1] as number;
    for (; other < others.length && (others[other] as number) <= to; other += 2) {
      const [first, last] = [others[other] as number, others[other + 1] as number];
      if (from < first) left.push(from, first - 1);
      from = last + 1;
    }
    if (from <= to) left.push(from, to);
  }
  return left;
}
