// Series that hold some of the same records of a file: a group of offences and one of its codes.

import { lineRunsOf } from "../core/figure.ts";
import { nameKey } from "../core/names.ts";
import type { Store } from "../data/store.ts";

/**
 * The records of each series by which other series hold them too: of "Robbery" those that are also of "Robbery of personal
 * property", and those that are not. Whole series, of which no other holds a record, are themselves. Asked by the key of a series.
 */
export function recordsOf(store: Store): (seriesKey: string) => readonly string[] {
  const cells = new Map<string, Map<number, string>>();
  for (const { series, kind, figure } of store.every()) {
    if (kind !== "count" && kind !== "people") continue;
    const key = nameKey(series);
    // Where a record of one is not among those of another, they share none.
    for (const origin of figure.from.filter(({ among }) => !among)) {
      const column = `${origin.column} ${origin.file}`;
      const lines = cells.get(column) ?? new Map<number, string>();
      cells.set(column, lines);
      for (const [first, last] of lineRunsOf(origin))
        for (let line = first; line <= last; line += 1) {
          const held = lines.get(line);
          if (held === undefined) lines.set(line, key);
          else if (!held.split(AND).includes(key)) lines.set(line, [...held.split(AND), key].sort().join(AND));
        }
    }
  }
  const found = new Map<string, Set<string>>();
  for (const held of new Set([...cells.values()].flatMap((lines) => [...lines.values()])))
    for (const key of held.split(AND)) found.set(key, (found.get(key) ?? new Set()).add(held));
  return (seriesKey) => [...(found.get(seriesKey) ?? [seriesKey])];
}
const AND = "\n";
