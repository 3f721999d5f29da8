// The made-up tables as files: CSV, tab-separated, Markdown, HTML and a workbook.
import { zipTexts } from "../helpers/zip.ts";
import type { Made } from "./variations.ts";

/** The rows of a table, with its headings: two rows where some stand below others. */
export function rowsOf({ columns, lines, title, note }: Made): string[][] {
  const hasGroups = columns.some(({ group }) => group !== "");
  const over = columns.map(({ group }, index) => (index > 0 && columns[index - 1]?.group === group ? "" : group));
  return [
    ...(title === "" ? [] : [[title]]),
    ...(hasGroups ? [["", ...over]] : []),
    ["Measure", ...columns.map(({ heading }) => heading)],
    ...lines.map(({ name, cells }) => [name, ...columns.map(({ key }) => cells[key] ?? "")]),
    ...(note === "" ? [] : [[note]]),
  ];
}
/** The line and the column at which a cell of a table stands. */
export function placeOf(made: Made, cell: string): { line: number; column: number } {
  const [index = "0", key] = cell.split(" ");
  const before = 1 + (made.title === "" ? 0 : 1) + (made.columns.some(({ group }) => group !== "") ? 1 : 0);
  return { line: before + Number(index) + 1, column: made.columns.findIndex((column) => column.key === key) + 2 };
}

const xml = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const letters = (column: number): string => String.fromCharCode(65 + column);

/** A table as a file: its name's end, and its bytes. */
export function fileOf(made: Made): { name: string; bytes: Buffer } {
  const rows = rowsOf(made);
  const text = (content: string): { name: string; bytes: Buffer } => ({
    name: `table.${made.file}`,
    bytes: Buffer.from(content),
  });
  if (made.file === "csv") return text(`${rows.map((row) => row.map(quoted).join(",")).join("\n")}\n`);
  if (made.file === "tsv") return text(`${rows.map((row) => row.join("\t")).join("\n")}\n`);
  const head = rows.findIndex(([first]) => first === "Measure");
  if (made.file === "md") {
    const piped = (row: readonly string[]): string => `| ${row.join(" | ")} |`;
    const rule = piped(rows[head]?.map(() => "---") ?? []);
    const isTwo = head > 0 && (rows[head - 1]?.length ?? 0) > 1;
    // A Markdown table has one row of headings: a second one is a row of it.
    const [title, lead, ...rest] = [
      isTwo ? rows.slice(0, head - 1) : rows.slice(0, head),
      rows[isTwo ? head - 1 : head] ?? [],
      ...rows.slice((isTwo ? head - 1 : head) + 1),
    ];
    const body = (rest as string[][]).filter((row) => row.length > 1).map(piped);
    const note = (rest as string[][]).filter((row) => row.length === 1).map(([only]) => `\n${only}`);
    return text(
      `${[...(title as string[][]).map(([only]) => `# ${only}\n`), piped(lead as string[]), rule, ...body, ...note].join("\n")}\n`,
    );
  }
  if (made.file === "html") {
    const cell = (tag: string) => (content: string) => `<${tag}>${xml(content)}</${tag}>`;
    const body = rows
      .filter((row) => row.length > 1)
      .map((row, index) => `<tr>${row.map(cell(index === 0 ? "th" : "td")).join("")}</tr>`);
    const caption = made.title === "" ? "" : `<caption>${xml(made.title)}</caption>`;
    const note = made.note === "" ? "" : `<p>${xml(made.note)}</p>`;
    return text(`<!doctype html>\n<html><body><table>${caption}\n${body.join("\n")}\n</table>${note}</body></html>\n`);
  }
  const sheet = rows.map((row, line) => {
    const cells = row.map((content, column) =>
      content === ""
        ? ""
        : `<c r="${letters(column)}${line + 1}" t="inlineStr"><is><t xml:space="preserve">${xml(content)}</t></is></c>`,
    );
    return `<row r="${line + 1}">${cells.join("")}</row>`;
  });
  const ns = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return {
    name: "table.xlsx",
    bytes: zipTexts({
      "[Content_Types].xml":
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
      "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      "xl/workbook.xml": `<workbook ${ns} xmlns:r="${rel}"><sheets><sheet name="Recorded crime" sheetId="1" r:id="r1"/></sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      "xl/worksheets/sheet1.xml": `<worksheet ${ns}><sheetData>${sheet.join("")}</sheetData></worksheet>`,
    }),
  };
}
