// The report as plain tables of texts, numbers and shorthand, for the formats of a file or a sheet for each table.

import { isKnown, isWord } from "../core/figure.ts";
import { fixed } from "../core/number.ts";
import type { Unit } from "../core/value-kind.ts";
import { standingHeading, standingWords, unitWords, wordSaid } from "../core/words/names.ts";
import { say } from "../core/words/say.ts";
import { markOf } from "../report/format-figure.ts";
import { overviewOf } from "../report/overview.ts";
import { owesComment, type Report, type Row } from "../report/report.ts";
import { commentWords } from "../report/row-comment.ts";
import { aimText, areAnswers, standingsAmong, tally } from "../report/standing.ts";
import { overviewTable } from "./overview-table.ts";
import { tablesOf } from "./report-tables.ts";
import { type Cell, columnNamed, fullHeading, notApplicable, type Table, type Topic } from "./table.ts";

export type PlainCell =
  | { readonly text: string }
  /** Plain digits with a fixed number of decimals and no unit, "-1204.50", and shorthand beside a number with a reserve. */
  | { readonly digits: string; readonly places: number; readonly mark?: string }
  /** A figure that is not there: its shorthand, "[x]". */
  | { readonly mark: string };

export interface PlainColumn {
  /** No two columns of a table have one heading. */
  readonly heading: string;
  readonly numeric: boolean;
  /** What its numbers are in, where they are figures. */
  readonly unit?: Unit;
  /** What a column of a report is about, where that is no figure. */
  readonly topic?: Topic;
  /** It holds the shorthand of the column before it. */
  readonly isOfShorthand?: true;
}

/** A table with one row of headings and no cell that spans others. */
export interface PlainTable {
  readonly title: string;
  readonly columns: readonly PlainColumn[];
  readonly rows: readonly (readonly PlainCell[])[];
  readonly notes: readonly string[];
  /** The notes that are of some of its rows, with the names of those. */
  readonly notedRows?: ReadonlyMap<string, readonly string[]>;
}

const words = (...headings: string[]): PlainColumn[] => headings.map((heading) => ({ heading, numeric: false }));
const numbers = (...headings: string[]): PlainColumn[] => headings.map((heading) => ({ heading, numeric: true }));
const texts = (...cells: string[]): PlainCell[] => cells.map((text) => ({ text }));

/** The overview, a line for each measure, all of it text. */
export const overviewPlain = ({ plan, tables }: Report): PlainTable =>
  plainTable(overviewTable(overviewOf(tables), plan));

/** The tables of the plan, in its order, each changed as a format needs it. */
export const figureTables = ({ plan, tables }: Report, changed = (table: Table): Table => table): PlainTable[] =>
  tables.flatMap((table) => tablesOf(plan, table)).map((table) => plainTable(changed(table)));

/**
 * The Additional comments, the count of each priority's verdicts, and its measures. `isSteady` keeps the heading of standings
 * whatever they are, for programs that look for it.
 */
export function summaryTables({ tables, priorities }: Report, isSteady = false): PlainTable[] {
  const shown = standingsAmong(tables.flatMap(({ rows }) => rows));
  const owed = tables.flatMap(({ title, rows }) => rows.filter(owesComment).map((row) => ({ title, row })));
  const heading = (rows: readonly Pick<Row, "standing">[]): string =>
    isSteady || areAnswers(rows.map(({ standing }) => standing))
      ? say("heading.aim-achieved")
      : say("heading.standing");
  const table = (title: string, columns: PlainColumn[], rows: PlainCell[][]) => ({ title, columns, rows, notes: [] });
  return [
    table(
      say("heading.comments"),
      words(
        ...[say("heading.table"), say("heading.measure")],
        ...[heading(owed.map(({ row }) => row)), say("heading.comment")],
      ),
      owed.map(({ title, row }) => texts(title, row.name, standingWords(row.standing), commentWords(row) ?? "")),
    ),
    table(
      say("heading.priorities"),
      [...words(say("heading.id"), say("heading.priority")), ...numbers(...shown.map(standingHeading))],
      priorities.map(({ id, name, rows }) => {
        const counts = tally(rows);
        return [...texts(id, name), ...shown.map((standing) => ({ digits: String(counts[standing]), places: 0 }))];
      }),
    ),
    table(
      say("heading.priority-measures"),
      words(
        ...[say("heading.id"), say("heading.priority"), say("heading.measure"), say("heading.aim")],
        ...[heading(priorities.flatMap(({ rows }) => rows)), say("heading.owner")],
      ),
      priorities.flatMap(({ id, name, rows }) =>
        rows.map(({ name: row, measure, standing }) =>
          texts(id, name, row, aimText(measure), standingWords(standing), measure.owner ?? ""),
        ),
      ),
    ),
  ];
}

/** A table with its headings whole and its figures as digits; units that differ from row to row have columns of their own. */
export function plainTable(table: Table): PlainTable {
  const { title, columns, rows, notes, notedRows } = withUnits(table);
  return {
    ...{ title, notes, ...(notedRows && { notedRows }) },
    columns: columns.map((column, index) => {
      const figures = rows.flatMap((row) => figureOf(row[index]));
      const known = figures.filter(isKnown);
      // A column of several units, such as that of targets, is in none.
      const [unit, ...others] = new Set((known.length > 0 ? known : figures).map((figure) => figure.unit));
      // In a column of mixed kinds, words stand among numbers.
      const numeric = column.numeric && !figures.some(isWord);
      const { topic } = column;
      return {
        heading: fullHeading(column),
        numeric,
        ...(topic && { topic }),
        ...(unit && others.length === 0 && { unit }),
      };
    }),
    rows: rows.map((row) => row.map((cell, index) => plainCell(cell, columns[index]?.numeric ?? false))),
  };
}

/** The table with a column of units before the first of the columns that are in those. */
function withUnits(table: Table): Table {
  let made = table;
  for (const heading of new Set(table.columns.flatMap(({ unitHeading }) => unitHeading ?? []))) {
    const indexes = [...made.columns.keys()].filter((index) => made.columns[index]?.unitHeading === heading);
    const [first = 0] = indexes;
    const rows = made.rows.map((row) =>
      row.toSpliced(first, 0, { text: unitName(indexes.map((index) => row[index])) }),
    );
    made = { ...made, columns: made.columns.toSpliced(first, 0, columnNamed(heading)), rows };
  }
  return made;
}

/** The unit of the figures of a row, in words; nothing where it has none of them. */
function unitName(cells: readonly (Cell | undefined)[]): string {
  const figures = cells.flatMap((cell) => (cell === notApplicable ? [] : figureOf(cell)));
  const { unit } = figures.find((one) => isKnown(one) || isWord(one)) ?? figures[0] ?? {};
  return unit === undefined ? "" : unitWords(unit);
}

const figureOf = (cell: Cell | undefined) => (cell && "figure" in cell ? [cell.figure] : []);

/** The bare value: no thousands separators and no unit, which stand in the heading. */
function plainCell(cell: Cell, numeric: boolean): PlainCell {
  if ("yes" in cell) return { text: cell.yes ? say("cell.yes") : say("cell.no") };
  // A rank is told as text, which may be "4="; where it is a number it is one.
  if ("text" in cell) return numeric && /^\d+$/.test(cell.text) ? { digits: cell.text, places: 0 } : cell;
  const { figure, places } = cell;
  if (isWord(figure)) return { text: wordSaid(figure) };
  const shorthand = markOf(figure, places);
  const mark = shorthand === undefined ? undefined : `[${shorthand}]`;
  if (!isKnown(figure) || shorthand === "low") return { mark: mark ?? "" };
  return { digits: fixed(figure.value, places), places, ...(mark !== undefined && { mark }) };
}

/** The shorthand that stands in a cell, or beside its number: "[x]"; "" where there is none. */
export const plainMark = (cell: PlainCell | undefined): string => (cell && "mark" in cell ? (cell.mark ?? "") : "");
