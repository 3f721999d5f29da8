// An HTML page → its tables, each as records: one row of cells a line, merged cells spread as a workbook's are.
import type { Record } from "../../input/csv/csv.ts";

export interface PageTable {
  /** Its caption, or "table 2". */
  readonly name: string;
  readonly records: readonly Record[];
  /** How many of its first rows are of headings alone. */
  readonly headRows: number;
}

/** So many cells a merged one may take: more are no table that was printed. */
const MOST_SPAN = 200;
const TAG =
  /<!--[\s\S]*?-->|<(script|style|svg|head)\b[\s\S]*?<\/\1\s*>|<(\/?)([a-z][a-z0-9]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;

/** The tables of a page in their order; tables inside cells are read as text of the cell. */
export function tablesOfPage(html: string): PageTable[] {
  const tables: PageTable[] = [];
  let open: { caption: string; rows: Placed[][]; depth: number } | undefined;
  let cell: { text: string; across: number; down: number; isHead: boolean } | undefined;
  let caption: string | undefined;
  let at = 0;
  const text = (piece: string): void => {
    if (cell) cell.text += piece;
    else if (caption !== undefined) caption += piece;
  };
  const endCell = (): void => {
    if (cell && open) (open.rows.at(-1) ?? newRow(open.rows)).push({ ...cell, text: plain(cell.text) });
    cell = undefined;
  };
  for (const match of html.matchAll(TAG)) {
    text(html.slice(at, match.index));
    at = match.index + match[0].length;
    const [, , slash = "", name = "", attributes = ""] = match;
    const tag = name.toLowerCase();
    const isEnd = slash === "/";
    if (tag === "table" && !isEnd) {
      if (open) open.depth += 1;
      else open = { caption: "", rows: [], depth: 0 };
    } else if (tag === "table" && open) {
      if (open.depth > 0) open.depth -= 1;
      else {
        endCell();
        tables.push({
          name: open.caption === "" ? `table ${tables.length + 1}` : open.caption,
          records: spread(open.rows),
          headRows: open.rows.findIndex((row) => row.some(({ isHead }) => !isHead)),
        });
        open = undefined;
      }
    } else if (open?.depth === 0 && tag === "tr") {
      endCell();
      if (!isEnd) newRow(open.rows);
    } else if (open?.depth === 0 && (tag === "td" || tag === "th")) {
      endCell();
      if (!isEnd)
        cell = {
          text: "",
          across: spanOf(attributes, "colspan"),
          down: spanOf(attributes, "rowspan"),
          isHead: tag === "th",
        };
    } else if (open?.depth === 0 && tag === "caption") {
      if (!isEnd) caption = "";
      else if (caption !== undefined) [open.caption, caption] = [plain(caption), undefined];
    } else if (/^(br|p|div|li)$/.test(tag)) text(" ");
    // What stands raised is the mark of a note.
    else if (tag === "sup") text(isEnd ? "]" : " [note ");
  }
  return tables;
}

interface Placed {
  readonly text: string;
  readonly across: number;
  readonly down: number;
  readonly isHead: boolean;
}
function newRow(rows: Placed[][]): Placed[] {
  const row: Placed[] = [];
  rows.push(row);
  return row;
}
const spanOf = (attributes: string, name: string): number => {
  const [, digits = "1"] = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,4})`, "i").exec(attributes) ?? [];
  return Math.min(MOST_SPAN, Math.max(1, Number(digits)));
};

const signs =
  "amp & lt < gt > quot \" apos ' minus − ndash – mdash — pound £ ge ≥ le ≤ rsquo ’ lsquo ‘ hellip … Delta Δ".split(
    " ",
  );
const named: ReadonlyMap<string, string> = new Map([
  ["nbsp", " "],
  ...signs.flatMap((name, at) => (at % 2 ? [] : [[name, signs[at + 1] ?? ""] as const])),
]);
/** The text of a piece of a page: entities are their signs. */
const plain = (html: string): string =>
  html
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal?: string, hex?: string, name = "") => {
      const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : undefined;
      if (code !== undefined) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
      return named.get(name) ?? whole;
    })
    .replace(/\s+/g, " ")
    .trim();

/** Rows of cells that may be merged → records of one width: a heading stands once over its columns, and words in each row they span. */
function spread(rows: readonly (readonly Placed[])[]): Record[] {
  const running: { left: number; text: string }[] = [];
  return rows.map((row, index): Record => {
    const cells: string[] = [];
    const taken = (): void => {
      for (let over = running[cells.length]; over && over.left > 0; over = running[cells.length]) {
        over.left -= 1;
        cells.push(over.text);
      }
    };
    const isOfHeadings = row.every(({ isHead }) => isHead);
    for (const { text, across, down } of row) {
      taken();
      for (let step = 0; step < across; step += 1) {
        // A heading that is merged downwards has a blank below it; of other cells the words hold for each row.
        if (down > 1)
          running[cells.length] = {
            left: down - 1,
            text: step === 0 && !isOfHeadings && /[a-z]/i.test(text) ? text : "",
          };
        cells.push(step === 0 ? text : "");
      }
    }
    taken();
    return { line: index + 1, cells };
  });
}
