// A table that is too wide for one grid, packed into panels: the names of its rows stand beside each.
import { inRuns } from "../core/runs.ts";
import type { Column } from "./table.ts";

/** The groups of columns beside the names, which are the first column: the places of neighbours under one heading. */
export const columnGroups = (columns: readonly Column[]): number[][] =>
  inRuns([...columns.keys()].slice(1), (last, next) => columns[last]?.group === columns[next]?.group);

/**
 * The places of the columns of each panel, without that of the names: as many whole groups as the room beside the names
 * holds. A group that is wider than that is broken into its kinds of value, and a kind into columns; a column that is
 * wider still has a panel to itself. A table of names alone has no panel.
 */
export function panelsOf(
  columns: readonly Column[],
  room: number,
  widthOf: (places: readonly number[]) => number,
): number[][] {
  const panels: number[][] = [];
  const put = (places: readonly number[], [split, ...finer]: readonly Split[]): void => {
    const panel = panels.at(-1);
    if (panel && widthOf([...panel, ...places]) <= room) panel.push(...places);
    else if (widthOf(places) <= room || !split) panels.push([...places]);
    else for (const piece of split(places)) put(piece, finer);
  };
  const byKind: Split = (places) => inRuns(places, (last, next) => columns[last]?.kind === columns[next]?.kind);
  const byColumn: Split = (places) => places.map((place) => [place]);
  for (const group of columnGroups(columns)) put(group, [byKind, byColumn]);
  return panels;
}

type Split = (places: readonly number[]) => number[][];

/** So much wider than a page a table of one row may be: its letters give way. */
const LENIENT = 1.12;

/** The panels of a table of one row, whose last column, a narrow one, is no reason for a further panel. */
export function withoutLastAlone(
  panels: readonly (readonly number[])[],
  rows: number,
  room: number,
  widthOf: (places: readonly number[]) => number,
): readonly (readonly number[])[] {
  const [last, before] = [panels.at(-1), panels.at(-2)];
  if (rows !== 1 || !last || !before || last.length > 1) return panels;
  const joined = [...before, ...last];
  return widthOf(joined) <= LENIENT * room ? [...panels.slice(0, -2), joined] : panels;
}
