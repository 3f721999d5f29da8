// Tables of a document: one row of headings, repeated on each page; no cell merged; divided where they are wider than the page.
import { say } from "../../../core/words/say.ts";

import { textWidth } from "../../markup/text-width.ts";
import { panelsOf } from "../../panels.ts";
import { cellText, fullHeading, type Table } from "../../table.ts";
import { caption, paragraph, plain, SLOT } from "./paragraphs.ts";

/** Points: the width of A4 landscape between its margins; letters of a table and of its headings; the margins of a cell. */
const [PAGE, LETTERS, HEADINGS, MARGINS] = [756, 9, 8, 7];
/** Points: names of rows, and words of other cells, are wrapped to this, where no single word is longer. */
const roomy = { names: 170, words: 110 };
/** The same where that makes fewer parts of a table. */
const tight = { names: 110, words: 75 };
/** Points: the least and the most room of names with comments below them. */
const [LEAST_COMMENT, MOST_COMMENT] = [280, 480];
/** A heading takes about this many lines at most. */
const MOST_LINES = 5;
/** Where the page has room it takes about this many. */
const FEW_LINES = 2;

/** A row has its comment below its name; nothing where it has none. */
export type CommentOf = (row: number) => string | undefined;

/** Some of the columns of a table, with the names before them, and which of its rows. */
interface Part {
  readonly columns: readonly { readonly place: number; readonly width: number }[];
  /** What it is called beside other parts. */
  readonly words: string;
  readonly rows: readonly number[];
  readonly hasComments: boolean;
}

/** The table with its caption and number, in as many parts as the width of the page needs. */
export function tableXml(table: Table, number: number, commentOf: CommentOf = () => undefined): string {
  const parts = partsOf(table, commentOf);
  return parts
    .map((part, index) => {
      const isDivided = parts.length > 1;
      const title =
        isDivided && part.words !== "" ? say("table.part-of", { title: table.title, part: part.words }) : table.title;
      const of = { part: index + 1, parts: parts.length, title };
      const captioned = (shown: string | number): string =>
        isDivided
          ? say("table.caption-part", { ...of, number: shown })
          : say("table.numbered", { number: shown, title });
      const grid = gridXml(table, part, captioned(number), part.hasComments ? commentOf : () => undefined);
      return `${caption("Table", number, index > 0, captioned(SLOT))}${grid}${paragraph("Note", "")}`;
    })
    .join("");
}

/** The parts, side by side on paper no wider than a page; comments go into the last, or into one of their own. */
function partsOf(table: Table, commentOf: CommentOf): Part[] {
  const [wide, narrow] = [dividedBy(table, roomy), dividedBy(table, tight)];
  const { widths, panels } = narrow.panels.length < wide.panels.length ? narrow : wide;
  const rows = [...table.rows.keys()];
  const commented = rows.filter((row) => commentOf(row) !== undefined);
  const parts = (panels.length > 0 ? panels : [[]]).map((places, index, all): Part => {
    const groups = places.flatMap((place) => table.columns[place]?.group || []);
    // The last part keeps its room for comments.
    const isForComments = commented.length > 0 && index === all.length - 1;
    const columns = stretched(table, widths, [0, ...places], !isForComments);
    return { columns, words: [...new Set(groups)].join("; "), rows, hasComments: false };
  });
  const last = parts.at(-1);
  if (commented.length === 0 || !last) return parts;
  const withRoom = (part: Part, least: number): Part | undefined => {
    const [names, ...others] = part.columns;
    const room = PAGE - others.reduce((sum, { width }) => sum + width, 0);
    if (!names || room < least) return undefined;
    return { ...part, columns: [{ place: 0, width: Math.min(room, MOST_COMMENT) }, ...others], hasComments: true };
  };
  const own = withRoom(last, LEAST_COMMENT);
  if (own) return [...parts.slice(0, -1), own];
  const standing = [...table.columns.keys()].filter((place) => table.columns[place]?.topic === "achieved?");
  const columns = [0, ...standing].map((place) => ({ place, width: widths[place] ?? 0 }));
  const apart: Part = { columns, words: say("heading.comments-part"), rows: commented, hasComments: true };
  return [...parts, withRoom(apart, 0) ?? apart];
}

interface Division {
  readonly widths: readonly number[];
  readonly panels: readonly (readonly number[])[];
}

/** How wide each column is to be, in points, and which of them stand together beside the names. */
function dividedBy(table: Table, rooms: { readonly names: number; readonly words: number }): Division {
  const widths = table.columns.map((column, index) => {
    const heading = fullHeading(column);
    const texts = textsOf(table, index);
    const word = Math.max(0, ...texts.map((text) => longestWord(text, LETTERS)));
    const widest = Math.max(0, ...texts.map((text) => textWidth(text, LETTERS)));
    const most = index === 0 ? rooms.names : rooms.words;
    const least = Math.max(
      longestWord(heading, HEADINGS, true),
      textWidth(heading, HEADINGS, true) / MOST_LINES,
      column.numeric ? widest : Math.max(Math.min(widest, most), word),
    );
    // A word that is wider than this is broken.
    return Math.min(Math.ceil(least) + MARGINS, index === 0 ? 300 : PAGE - 300);
  });
  const widthOf = (places: readonly number[]): number => places.reduce((sum, place) => sum + (widths[place] ?? 0), 0);
  return { widths, panels: panelsOf(table.columns, PAGE - (widths[0] ?? 0), widthOf) };
}

/** The columns of a part; what the page has left goes to those whose words are wrapped, or whose headings stand in many lines. */
function stretched(
  table: Table,
  widths: readonly number[],
  places: readonly number[],
  forHeadings: boolean,
): Part["columns"] {
  const lacking = places.map((place) => {
    const column = table.columns[place];
    const texts = column?.numeric ? [] : textsOf(table, place).map((text) => textWidth(text, LETTERS));
    const heading = column && forHeadings ? textWidth(fullHeading(column), HEADINGS, true) / FEW_LINES : 0;
    const widest = Math.max(heading, ...texts);
    return Math.max(0, Math.ceil(widest) + MARGINS - (widths[place] ?? 0));
  });
  const all = lacking.reduce((sum, one) => sum + one, 0);
  const spare = Math.max(0, PAGE - places.reduce((sum, place) => sum + (widths[place] ?? 0), 0));
  return places.map((place, index) => {
    const more = all === 0 ? 0 : (lacking[index] ?? 0) * Math.min(1, spare / all);
    return { place, width: Math.floor((widths[place] ?? 0) + more) };
  });
}

const textsOf = ({ rows }: Table, column: number): string[] =>
  rows.map((row) => (row[column] ? cellText(row[column]) : ""));

const longestWord = (text: string, size: number, bold = false): number =>
  Math.max(0, ...text.split(/\s+/).map((one) => textWidth(one, size, bold)));

function gridXml(table: Table, part: Part, title: string, commentOf: CommentOf): string {
  const twips = (points: number): number => Math.ceil(points * 20);
  const cell = (width: number, content: string): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${twips(width)}" w:type="dxa"/></w:tcPr>${content}</w:tc>`;
  const { columns, rows } = table;
  const { columns: shape } = part;
  const headings = shape.map(({ place }) => {
    const column = columns[place];
    return column ? fullHeading(column) : "";
  });
  const head = shape.map(({ place, width }, index) =>
    cell(width, paragraph(columns[place]?.numeric ? "TableHeadNumber" : "TableHead", headings[index] ?? "")),
  );
  const body = part.rows.map((index) => {
    const row = rows[index] ?? [];
    const cells = shape.map(({ place, width }) => {
      const own = row[place];
      const text = paragraph(columns[place]?.numeric ? "TableNumber" : "TableText", own ? cellText(own) : "");
      const comment = place === 0 ? commentOf(index) : undefined;
      return cell(width, comment === undefined ? text : `${text}${paragraph("Comment", comment)}`);
    });
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join("")}</w:tr>`;
  });
  const about = say("table.about", { n: body.length, headings: headings.join("; ") });
  const width = twips(shape.reduce((sum, one) => sum + one.width, 0));
  return `<w:tbl><w:tblPr><w:tblStyle w:val="Figures"/><w:tblW w:w="${width}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="00A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="${plain(title)}"/><w:tblDescription w:val="${plain(about)}"/></w:tblPr><w:tblGrid>${shape
    .map((one) => `<w:gridCol w:w="${twips(one.width)}"/>`)
    .join(
      "",
    )}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.join("")}</w:tr>${body.join("")}</w:tbl>`;
}
