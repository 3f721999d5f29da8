// Series that are added and hold some of the same records, as a group of offences and one of its codes do.
import type { Figure, Origin } from "../core/figure.ts";

interface Run {
  readonly cells: string;
  readonly from: number;
  readonly to: number;
  readonly of: number;
}

/** The lines of an origin, as runs of them. */
function runsOf({ file, column, line, lines = String(line) }: Origin, of: number): Run[] {
  return lines.split(",").map((run) => {
    const [from = "", to = from] = run.split("-");
    return { cells: `${column} ${file}`, from: Number(from), to: Number(to), of };
  });
}

/** The places in the list of two figures that come from one cell of the data; nothing where none do. */
export function overlap(figures: readonly Figure[]): readonly [number, number] | undefined {
  // Where there is no record of one among those of another, they share none.
  const runs = figures.flatMap(({ from }, of) => from.flatMap((origin) => (origin.among ? [] : runsOf(origin, of))));
  runs.sort((a, b) => (a.cells < b.cells ? -1 : a.cells > b.cells ? 1 : a.from - b.from));
  let last: Run | undefined;
  for (const run of runs) {
    const isSame = last?.cells === run.cells && run.from <= last.to;
    if (last && isSame && last.of !== run.of) return [Math.min(last.of, run.of), Math.max(last.of, run.of)];
    if (!last || !isSame || run.to > last.to) last = run;
  }
  return undefined;
}
