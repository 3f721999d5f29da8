// Parts and totals: where a file holds both, the total is checked against the sum of the parts.

import { type Figure, isKnown } from "../core/figure.ts";
import { nameKey } from "../core/names.ts";
import { compareExact, type Exact, exactText, plus, ZERO } from "../core/number.ts";
import { type Period, periodKey } from "../core/period.ts";
import { type Problem, problem } from "../core/problems/problems.ts";
import type { Place } from "../core/problems/sentence.ts";
import type { Area, AreaType, Gazetteer } from "../data/areas.ts";

/** An area as a record says it. */
export interface AreaWords {
  readonly name: string;
  readonly code?: string;
  readonly type?: AreaType;
  readonly column: number;
  /** It is of the area around those that the column is of. */
  readonly isAround?: boolean;
}

/** Where a count is of: an area, and the one around it where the record says it. */
interface CountedPlace {
  readonly first: { readonly key: string; readonly label: string; readonly area: Area | undefined };
  readonly parent: AreaWords | undefined;
}

/** Areas that publications count in a whole, or beside it: a table's notes say which, and tables differ. */
const EITHER_WAY: ReadonlyMap<string, readonly string[]> = new Map([
  ["british transport police", ["England and Wales", "England"]],
  ["action fraud", ["England and Wales", "England"]],
  ["cifas", ["England and Wales", "England"]],
  ["uk finance", ["England and Wales", "England"]],
  ["city of london", ["London", "England"]],
]);

/** So many series, and so many periods of a series, are compared in a file. */
const MOST_SERIES = 500;
const MOST_TABLES = 2_000;

export type PartsCheck = ReturnType<typeof partsCheck>;

/** Takes the counts of a file one by one; at its end, each total that differs from its parts is a problem. */
export function partsCheck(file: string, places: Gazetteer) {
  interface Cell {
    readonly key: string;
    readonly label: string;
    readonly whole: Area | undefined;
    readonly figure: Figure;
    readonly parent: string | undefined;
  }
  const tables = new Map<string, { series: string; cells: Map<string, Cell> }>();
  const seriesKnown = new Set<string>();
  return {
    /** Whether counts of a series are compared: of a long file, those of its first series are. */
    takes: (seriesKey: string): boolean =>
      seriesKnown.has(seriesKey) || (seriesKnown.size < MOST_SERIES && tables.size < MOST_TABLES),
    add(series: string, period: Period, { first, parent }: CountedPlace, figure: Figure): void {
      seriesKnown.add(nameKey(series));
      const id = `${nameKey(series)}\n${periodKey(period)}`;
      const table = tables.get(id) ?? { series, cells: new Map<string, Cell>() };
      if (!tables.has(id)) {
        if (tables.size >= MOST_TABLES) return;
        tables.set(id, table);
      }
      const within = parent && places.find(parent.name, parent.code, parent.type);
      const { key, label, area: whole } = first;
      table.cells.set(key, { key, label, whole, figure, parent: within && "key" in within ? within.key : undefined });
    },
    problems(): Problem[] {
      return [...tables.values()].flatMap(({ series, cells }) => {
        const byParent = new Map<string, Cell[]>();
        for (const cell of cells.values()) {
          if (cell.parent !== undefined) byParent.set(cell.parent, [...(byParent.get(cell.parent) ?? []), cell]);
        }
        return [...cells].flatMap(([areaKey, { label, whole, figure }]): Problem[] => {
          // A force's partnerships leave out what is assigned to none; only a file that lists them all can be added up.
          const expected = whole && whole.type !== "force" ? places.partsOf(whole) : [];
          const listed = expected.flatMap((part) => {
            const found = places.find(part.name, part.code, part.type);
            return "key" in found ? [cells.get(found.key)] : [];
          });
          const parts = byParent.get(areaKey) ?? (byParent.size > 0 ? [] : listed);
          if (parts.length === 0 || !isKnown(figure)) return [];
          const known = parts.flatMap((part) => (part && isKnown(part.figure) ? [{ ...part, ...part.figure }] : []));
          if (known.length < parts.length) return [];
          const isLoose = ({ key }: { key: string }): boolean =>
            whole !== undefined && EITHER_WAY.get(key)?.includes(whole.name) === true;
          const loose = [...cells.values()].flatMap((cell) =>
            isLoose(cell) && isKnown(cell.figure) ? [cell.figure.value] : [],
          );
          const firm = sumOf(known.filter((part) => !isLoose(part)).map(({ value }) => value));
          if (sumsWithOrWithout(firm, loose).some((sum) => compareExact(sum, figure.value) === 0)) return [];
          const place: Place = { file, line: figure.from[0]?.line ?? 1, column: figure.from[0]?.column ?? 1 };
          const [given, sum] = [exactText(figure.value), exactText(sumOf(known.map(({ value }) => value)))];
          const areas = known.map((part) => part.label);
          return [problem("parts-differ", place, `${series} for ${label}`, given, sum, { areas })];
        });
      });
    },
  };
}

const sumOf = (values: readonly Exact[]): Exact => values.reduce((sum, value) => plus(sum, value), ZERO);

/** What a whole may be: its firm parts with none, some or all of the others. */
function sumsWithOrWithout(firm: Exact, loose: readonly Exact[]): readonly Exact[] {
  const sums = [firm];
  for (const value of loose) sums.push(...sums.map((sum) => plus(sum, value)));
  return sums;
}
