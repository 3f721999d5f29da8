// Tables of a page: headings over headings, a name for each row, and as many tables as the width of a page needs.

import { inRuns } from "../../../core/runs.ts";
import { standingWords } from "../../../core/words/names.ts";
import { say } from "../../../core/words/say.ts";
import { type Standing, standingSigns } from "../../../report/standing.ts";
import { joinYes } from "../../join-yes.ts";
import { type Markup, markup } from "../../markup/markup.ts";
import { textWidth } from "../../markup/text-width.ts";
import { panelsOf, withoutLastAlone } from "../../panels.ts";
import { type Cell, cellText, type Table } from "../../table.ts";

/** The width of A4 landscape in the letters of a table, in pixels of a screen; wider tables are divided. */
const PAGE = 1200;
const LETTERS = 14;
const PADDING = 16;
const NAMES = 200;
/** Words are wrapped to this, where no single one is longer. */
const WRAPPED = 90;

export interface TableOptions {
  /** The start of the ids in it, used by no other table of the page. */
  readonly id: string;
  /** What stands before its title: "Table 1". */
  readonly number?: string;
  /** What is said below a row, over the whole width; rows of a table with comments bear ids. */
  readonly comment?: (row: number) => Markup | undefined;
}

/** The id of a row of a table, to be linked to. */
export const rowId = (id: string, row: number): string => `${id}_${row + 1}`;

/**
 * Stands before a table that may be wider than the screen, and leads to its last column. The style shows it only where the
 * table scrolls, so that the keyboard stops there alone. A browser that cannot do that lets the keyboard reach what scrolls
 * by itself.
 */
export const scrollHint = (id: string): Markup =>
  markup`<a class="hint" id="${id}_more" href="#${id}_last" aria-labelledby="${id}_more ${id}_caption">${say("page.more-columns")}</a>`;

/** The table, in a region that scrolls where it is wider than the screen; divided where it is wider than a page. */
export function tableMarkup(table: Table, options: TableOptions): Markup {
  const joined = joinYes(table);
  const parts = partsOf(joined);
  return markup`${parts.map((indexes, part) => {
    const isLast = part === parts.length - 1;
    const groups = [...new Set(indexes.slice(1).map((index) => joined.columns[index]?.group))].filter((one) => one);
    const number = [
      options.number,
      parts.length > 1 && say("table.part", { part: part + 1, parts: parts.length }),
    ].filter((one) => one);
    const title = parts.length > 1 ? `${table.title}. ${groups.join("; ")}` : table.title;
    const caption = [number.join(", "), title].filter((one) => one !== "").join(": ");
    const id = isLast ? options.id : `${options.id}_part_${part + 1}`;
    return grid(joined, indexes, { id, caption }, isLast ? options.comment : undefined);
  })}`;
}

function grid(
  { columns, rows }: Table,
  indexes: readonly number[],
  { id, caption }: { readonly id: string; readonly caption: string },
  comment: TableOptions["comment"],
): Markup {
  const isGrouped = indexes.some((index) => columns[index]?.group !== "");
  const groupOf = (index: number): string => columns[index]?.group ?? "";
  const runs = inRuns(indexes, (last, next) => groupOf(last) !== "" && groupOf(last) === groupOf(next));
  const starts = new Set(isGrouped ? runs.slice(1).map(([first]) => first) : []);
  const classOf = (index: number): Markup | undefined => {
    const names = [index === 0 ? "n" : !columns[index]?.numeric && "w", starts.has(index) && "g"].filter((one) => one);
    return names.length > 0 ? markup` class="${names.join(" ")}"` : undefined;
  };
  const column = (index: number, rowspan = false): Markup =>
    markup`<th scope="col"${index === indexes.at(-1) && markup` id="${id}_last"`}${rowspan && markup` rowspan="2"`}${classOf(index)}>${columns[index]?.heading}</th>`;
  const upper = runs.map(([first = 0, ...more]) =>
    groupOf(first) === ""
      ? column(first, true)
      : markup`<th scope="colgroup" colspan="${more.length + 1}"${starts.has(first) && markup` class="g"`}>${groupOf(first)}</th>`,
  );
  const lower = indexes.filter((index) => !isGrouped || groupOf(index) !== "").map((index) => column(index));
  const body = rows.map((row, place) => {
    const said = comment?.(place);
    const [name, ...cells] = indexes.map((index) => ({ cell: row[index], index }));
    return markup`<tr${said && markup` class="said"`}><th scope="row"${comment && markup` id="${rowId(id, place)}"`}>${name?.cell && cellText(name.cell)}</th>${cells.map(
      ({ cell, index }) => markup`<td${classOf(index)}>${cell && cellMarkup(cell)}</td>`,
    )}</tr>
${said && markup`<tr class="comment"><td colspan="${indexes.length}" headers="${rowId(id, place)}"><div>${said}</div></td></tr>\n`}`;
  });
  return markup`<div class="scroll">${scrollHint(id)}
<table>
<caption id="${id}_caption"><span>${caption}</span></caption>
<thead>
${isGrouped && markup`<tr>${upper}</tr>\n`}<tr>${lower}</tr>
</thead>
<tbody>
${body}</tbody>
</table>
</div>
`;
}

const cellMarkup = (cell: Cell): Markup => {
  const text = cellText(cell);
  return "text" in cell && cell.standing !== undefined ? standingMarkup(cell.standing) : markup`${text}`;
};

/** The colour of a standing; its sign and its words say the same without it. */
const standingClasses: Readonly<Record<Standing, string>> = {
  achieved: "achieved",
  "within tolerance": "unmet",
  "not achieved": "unmet",
  "on track": "achieved",
  behind: "unmet",
  "not judged": "unjudged",
  "no aim": "unjudged",
};

/** A standing, or another word for it, in words, shape and colour. */
export function standingMarkup(standing: Standing, words: string = standingWords(standing)): Markup {
  return markup`<span class="v ${standingClasses[standing]}"><span aria-hidden="true">${standingSigns[standing]}</span> ${words}</span>`;
}

/** The columns of each part: the names of the rows, and as many groups of columns as a page is wide. */
function partsOf({ columns, rows }: Table): number[][] {
  const widths = columns.map(({ heading, numeric }, index) => {
    if (index === 0) return NAMES;
    const words = Math.max(...heading.split(/\s+/).map((word) => textWidth(word, LETTERS, true)));
    const texts = rows.map((row) => textWidth(row[index] ? cellText(row[index]) : "", LETTERS));
    const widest = Math.max(0, ...texts);
    return Math.max(words, numeric ? widest : Math.min(widest, WRAPPED)) + PADDING;
  });
  const widthOf = (indexes: readonly number[]): number => indexes.reduce((sum, index) => sum + (widths[index] ?? 0), 0);
  const room = PAGE - NAMES;
  const parts = withoutLastAlone(panelsOf(columns, room, widthOf), rows.length, room, widthOf);
  return (parts.length > 0 ? parts : [[]]).map((indexes) => [0, ...indexes]);
}
