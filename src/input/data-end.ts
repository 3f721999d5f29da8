// Where the figures of a file end: at the first line of its source or notes.

import type { Record } from "./csv/csv.ts";
import type { Layout } from "./sources/layout.ts";

/** Looks for the end of a layout's figures, as its records come by. */
export function dataEnd(layout: Layout) {
  let isOver = false;
  let below: Record | undefined;
  return {
    /** Whether the next record is one of data; those from the first note on are none. */
    isData(record: Record): boolean {
      if (isOver) {
        if (isFigures(record, layout)) below ??= record;
      } else if (layout.notes && isNote(record, layout)) isOver = true;
      else return true;
      return false;
    },
    isOver: (): boolean => isOver,
    /** The first record below the notes that looks like figures, which were not read. */
    figuresBelow: (): Record | undefined => below,
  };
}

/** Whether a record below the notes of a file looks like one of its figures. */
const isFigures = ({ cells }: Record, { headings, values }: Layout): boolean =>
  cells.length === headings.length &&
  values.some(({ column }) => /^[\d,]+(\.\d+)?$/.test((cells[column] ?? "").trim()));

/** Below the figures stand their source and notes, or another table, and no more figures of this one. */
const isNote = ({ cells }: Record, { ends }: Layout): boolean => {
  const said = cells.filter((cell) => cell.trim() !== "");
  const [words = ""] = said.map((cell) => cell.trim());
  return said.length === 1 && (/^(source|notes?)\b ?:?/i.test(words) || ends?.test(words) === true);
};
