// Tables that were cut into parts for a narrow page → each as one again: the columns of a part behind those of the one before it.
import type { Heading, PublishedTable } from "./read-table.ts";

const PART = /^(.*), part (\d+)\b/;
/** The table that a part is of, and which of its parts it is; a table without such words may be the first. */
function partOf({ file, title }: PublishedTable): { of: string; part: number } {
  const name = title === "" ? (file.split("#")[1] ?? "") : title;
  const [, of = name, part = "1"] = PART.exec(name) ?? [];
  return { of, part: Number(part) };
}

/** The tables of a file, those that follow each other as parts of one joined. */
export function joined(tables: readonly PublishedTable[]): PublishedTable[] {
  const made: PublishedTable[] = [];
  for (const table of tables) {
    const before = made.at(-1);
    if (before && goesOn(before, table)) made[made.length - 1] = beside(before, table);
    else made.push(table);
  }
  return made;
}

/** How the tool heads the columns of a further part on a page without captions: "Change: Kent variance". */
const OWN_HEADING = /^(?:(?:baseline|current|earlier|later|change|aim)\b.*: |beside |priorit(?:y|ies)$)/i;

/** Whether a table goes on with the one before it, as the tool's own pages say it; of others nobody knows it. */
function goesOn(before: PublishedTable, table: PublishedTable): boolean {
  const { of, part } = partOf(table);
  const isNext = table.follows
    ? OWN_HEADING.test(table.headings[1]?.text ?? "")
    : part === (before.parts?.length ?? 1) + 1 && of === partOf(before).of;
  const keyOf = ({ group, text }: Heading): string => `${group}: ${text}`;
  const known = new Set(before.headings.slice(1).map(keyOf));
  return isNext && !table.headings.slice(1).some((one) => known.has(keyOf(one))) && haveSameRows(before, table);
}

const haveSameRows = (a: PublishedTable, b: PublishedTable): boolean =>
  a.rows.length === b.rows.length && a.rows.every(({ name }, index) => name === b.rows[index]?.name);

function beside(a: PublishedTable, b: PublishedTable): PublishedTable {
  const from = a.headings.length;
  const first = { file: a.file, from: 1, lines: a.rows.map(({ line }) => line) };
  return {
    ...a,
    headings: [
      ...a.headings,
      ...b.headings.slice(1).map((heading, index) => ({ ...heading, column: from + index + 1 })),
    ],
    rows: a.rows.map((row, index) => {
      const cells = Array.from({ length: from }, (_, at) => row.cells[at] ?? "");
      const noted = [...(b.rows[index]?.noted ?? [])].map((column) => column + from - 1);
      return {
        ...row,
        cells: [...cells, ...(b.rows[index]?.cells.slice(1) ?? [])],
        noted: new Set([...(row.noted ?? []), ...noted]),
      };
    }),
    ragged: [...a.ragged, ...b.ragged],
    parts: [...(a.parts ?? [first]), { file: b.file, from, lines: b.rows.map(({ line }) => line) }],
  };
}

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
/** Where a cell of a joined table stands in the file. */
export function placeInPart<P extends Place>({ parts = [] }: PublishedTable, place: P): P {
  const part = parts.findLast(({ from }) => place.column > from);
  if (!part) return place;
  // Of a table whose rows are split by their units, the parts still hold the lines of all.
  const index = parts[0]?.lines.indexOf(place.line) ?? -1;
  return { ...place, file: part.file, line: part.lines[index] ?? place.line, column: place.column - part.from + 1 };
}
