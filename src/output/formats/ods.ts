// ODS: the workbook for LibreOffice and for publication, each part written as OpenDocument 1.2 has it.

import { zipped } from "../../input/spreadsheets/zip.ts";
import { workbookOf, workbookOfPage } from "../make-workbook.ts";
import { XML, xmlText } from "../markup/xml-text.ts";
import { printScale, roomAbove } from "../print-scale.ts";
import {
  aboveTable,
  BOLD_HEAD,
  BOLD_TITLE,
  fitsAbove,
  formatOf,
  formatsIn,
  isTooLong,
  LINE,
  LINE_OF_TITLE,
  linesOfRow,
  type Sheet,
  type SheetCell,
  shownIn,
  type Workbook,
  widthsOf,
} from "../workbook.ts";
import type { Render, RenderPage } from "./format.ts";

const TYPE = "application/vnd.oasis.opendocument.spreadsheet";
const spaces = (...names: string[]): string =>
  names
    .map((name) => ` xmlns:${name}="${known[name] ?? `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`}"`)
    .join("");
const known: Readonly<Record<string, string>> = {
  fo: "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
  number: "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
  svg: "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
  xlink: "http://www.w3.org/1999/xlink",
  dc: "http://purl.org/dc/elements/1.1/",
};

/** One file, report.ods. */
export const ods: Render = (report) => [{ name: "report.ods", content: odsOf(workbookOf(report)) }];

export const odsPage: RenderPage = (page) => [{ name: `${page.name}.ods`, content: odsOf(workbookOfPage(page)) }];

function odsOf(book: Workbook): Uint8Array {
  const parts = [
    { name: "content.xml", text: contentXml(book) },
    { name: "styles.xml", text: stylesXml(book) },
    { name: "meta.xml", text: metaXml(book) },
    { name: "settings.xml", text: settingsXml(book) },
  ];
  const listed = [["/", TYPE], ...parts.map(({ name }) => [name, "text/xml"])];
  return zipped([
    // A program knows the file by this entry: the first, and not made smaller.
    { name: "mimetype", text: TYPE, stored: true },
    ...parts,
    {
      name: "META-INF/manifest.xml",
      text: `${XML}<manifest:manifest${spaces("manifest")} manifest:version="1.2">${listed
        .map(([path, type]) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`)
        .join("")}</manifest:manifest>`,
    },
  ]);
}

const document = (part: string, names: readonly string[], content: string): string =>
  `${XML}<office:document-${part}${spaces("office", ...names)} office:version="1.2">${content}</office:document-${part}>`;

const metaXml = ({ title, language }: Workbook): string =>
  document(
    "meta",
    ["dc", "meta"],
    `<office:meta><dc:title>${xmlText(title)}</dc:title><dc:language>${language}</dc:language></office:meta>`,
  );

/** The cursor stands at A1 of each sheet, at 100 %, with nothing frozen; the first sheet is the one shown. */
function settingsXml({ sheets }: Workbook): string {
  const item = (name: string, type: string, value: string | number): string =>
    `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`;
  const view = ["CursorPositionX", "CursorPositionY", "HorizontalSplitMode", "VerticalSplitMode"]
    .map((name) => item(name, name.endsWith("Mode") ? "short" : "int", 0))
    .concat(item("ZoomType", "short", 0), item("ZoomValue", "int", 100))
    .join("");
  const tables = sheets.map(
    ({ name }) => `<config:config-item-map-entry config:name="${name}">${view}</config:config-item-map-entry>`,
  );
  return document(
    "settings",
    ["config"],
    `<office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>${item("ViewId", "string", "view1")}<config:config-item-map-named config:name="Tables">${tables.join("")}</config:config-item-map-named>${item("ActiveTable", "string", sheets[0]?.name ?? "")}</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings>`,
  );
}

const FACE =
  '<office:font-face-decls><style:font-face style:name="Arial" svg:font-family="Arial" style:font-family-generic="swiss" style:font-pitch="variable"/></office:font-face-decls>';
const font = (size: number, more = ""): string =>
  `<style:text-properties style:font-name="Arial" fo:font-size="${size}pt"${more}/>`;

/** The scales that the sheets of a workbook are printed in, in per cent. */
const scalesOf = ({ sheets }: Workbook): number[] =>
  [...new Set(sheets.map((sheet) => printScale(sheet).scale))].sort((one, other) => one - other);

/** What holds for the whole document: sans serif of 12 points, its language, landscape A4 without header or footer. */
function stylesXml(book: Workbook): string {
  const [tongue, country] = book.language.split("-");
  const spoken = ` fo:language="${tongue}" fo:country="${country}"`;
  const none = "<style:header-style/><style:footer-style/>";
  // The headings are LibreOffice's own styles, so that it knows a title and headings for what they are.
  const heading = (level: number, size: number): string =>
    `<style:style style:name="Heading_20_${level}" style:display-name="Heading ${level}" style:family="table-cell" style:parent-style-name="Default">${font(size, ' fo:font-weight="bold"')}</style:style>`;
  const pages = scalesOf(book).map((scale) => [
    `<style:page-layout style:name="page${scale}"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin="1.5cm" style:scale-to="${scale}%"/>${none}</style:page-layout>`,
    `<style:master-page style:name="Scale${scale}" style:page-layout-name="page${scale}"><style:header style:display="false"/><style:footer style:display="false"/></style:master-page>`,
  ]);
  const [layouts, masters] = [0, 1].map((part) => pages.map((page) => page[part]).join(""));
  return document(
    "styles",
    ["style", "fo", "svg"],
    `${FACE}<office:styles><style:default-style style:family="table-cell">${font(12, spoken)}</style:default-style><style:style style:name="Default" style:family="table-cell"/>${heading(1, 15)}${heading(2, 12)}</office:styles><office:automatic-styles>${layouts}</office:automatic-styles><office:master-styles>${masters}</office:master-styles>`,
  );
}

/** Centimetres that a letter of 12 points takes. */
const LETTER = 0.24;

function contentXml(book: Workbook): string {
  const { sheets } = book;
  const widths = [...new Set(sheets.flatMap(widthsOf))].sort((a, b) => a - b);
  const formats = formatsIn(book);
  const heights = new Set<number>();
  const written = sheets.map((sheet) => sheetXml(sheet, heights));
  const style = (
    name: string,
    text: string,
    { align = "start", more = "", border = "none", at = "top", parent = "Default", wrap = "wrap" } = {},
  ): string =>
    `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="${parent}"${more}><style:table-cell-properties fo:wrap-option="${wrap}" style:vertical-align="${at}" fo:border-bottom="${border}" fo:padding-left="0.15cm" fo:padding-right="0.15cm"/><style:paragraph-properties fo:text-align="${align}"/>${text}</style:style>`;
  const rule = { border: "0.75pt solid #000000", at: "bottom", parent: "Heading_20_2" };
  const bold = ' fo:font-weight="bold"';
  const styles = [
    ...widths.map(
      (width) =>
        `<style:style style:name="w${width}" style:family="table-column"><style:table-column-properties style:column-width="${(width * LETTER).toFixed(2)}cm"/></style:style>`,
    ),
    ...[...heights].map(
      (height) =>
        `<style:style style:name="row${height}" style:family="table-row"><style:table-row-properties style:row-height="${height}pt" style:use-optimal-row-height="false"/></style:style>`,
    ),
    ...scalesOf(book).map(
      (scale) =>
        `<style:style style:name="sheet${scale}" style:family="table" style:master-page-name="Scale${scale}"><style:table-properties table:display="true"/></style:style>`,
    ),
    ...formats.map(({ name, places, mark }) => {
      const number = `<number:number number:decimal-places="${places}" number:min-integer-digits="1" number:grouping="true"/>`;
      const beside = mark === "" ? "" : `<number:text> ${mark}</number:text>`;
      return `<number:number-style style:name="n${name}">${number}${beside}</number:number-style>`;
    }),
    style("text", font(12)),
    style("title", font(15, bold), { parent: "Heading_20_1" }),
    // A text above the table runs across the empty cells beside it.
    style("across", font(12), { wrap: "no-wrap" }),
    style("title-across", font(15, bold), { parent: "Heading_20_1", wrap: "no-wrap" }),
    style("head", font(12, bold), rule),
    style("head-of-numbers", font(12, bold), { ...rule, align: "end" }),
    style("mark", font(12), { align: "end" }),
    ...formats.map(({ name }) =>
      style(`number${name}`, font(12), { align: "end", more: ` style:data-style-name="n${name}"` }),
    ),
    style(
      "link",
      font(
        12,
        ' fo:color="#1d70b8" style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color"',
      ),
    ),
  ];
  const ranges = sheets.flatMap((sheet) =>
    sheet.table ? [rangeXml(sheet.name, aboveTable(sheet).length + 2, sheet.table)] : [],
  );
  return document(
    "content",
    ["style", "fo", "svg", "number", "table", "text", "xlink"],
    `${FACE}<office:automatic-styles>${styles.join("")}</office:automatic-styles><office:body><office:spreadsheet>${written.join("")}<table:database-ranges>${ranges.join("")}</table:database-ranges></office:spreadsheet></office:body>`,
  );
}

/** A real table: a range of its own name with a row of headings, and no filter. */
function rangeXml(sheet: string, first: number, { name, columns, rows }: NonNullable<Sheet["table"]>): string {
  const last = `${letters(columns.length - 1)}${first + rows.length}`;
  return `<table:database-range table:name="${name}" table:target-range-address="${sheet}.A${first}:${sheet}.${last}" table:contains-header="true" table:display-filter-buttons="false"/>`;
}

const letters = (column: number): string =>
  `${column < 26 ? "" : letters(Math.floor(column / 26) - 1)}${String.fromCharCode(65 + (column % 26))}`;

const textCell = (style: string, content: string): string =>
  `<table:table-cell table:style-name="${style}" office:value-type="string"><text:p>${content}</text:p></table:table-cell>`;

function cellXml(cell: SheetCell, numeric: boolean): string {
  if ("link" in cell) {
    // LibreOffice 7.4 drops a span in a link, and with it all that the cell holds: the cell has the style of a link.
    return textCell("link", `<text:a xlink:type="simple" xlink:href="#${cell.link}.A1">${xmlText(cell.text)}</text:a>`);
  }
  if ("text" in cell) return textCell("text", xmlText(cell.text));
  if (!("digits" in cell)) return textCell(numeric ? "mark" : "text", cell.mark);
  const shown = shownIn(cell);
  if (isTooLong(cell.digits)) return textCell("mark", shown);
  return `<table:table-cell table:style-name="number${formatOf(cell).name}" office:value-type="float" office:value="${cell.digits}"><text:p>${shown}</text:p></table:table-cell>`;
}

/** The sheet; the heights of its rows, each of which is a style, are added to `heights`. */
function sheetXml(sheet: Sheet, heights: Set<number>): string {
  const { name, title, table } = sheet;
  const { scale } = printScale(sheet);
  const widths = widthsOf(sheet);
  // The heights are told: LibreOffice's own are of the screen, and in print a text that takes a line more runs into the next row.
  const row = (cells: readonly string[], texts: readonly string[], boldness = 1, line = LINE): string => {
    const height = linesOfRow(texts, widths, boldness) * line;
    heights.add(height);
    return `<table:table-row table:style-name="row${height}">${cells.join("")}</table:table-row>`;
  };
  const [first, ...others] = widths.map((width) => `<table:table-column table:style-name="w${width}"/>`);
  const names = `<table:table-header-columns>${first}</table:table-header-columns>`;
  const room = roomAbove(sheet);
  const across = (text: string): boolean => fitsAbove(sheet, text, room);
  const above = [
    across(title)
      ? row([textCell("title-across", xmlText(title))], [], BOLD_TITLE, LINE_OF_TITLE)
      : row([textCell("title", xmlText(title))], [title], BOLD_TITLE, LINE_OF_TITLE),
    ...aboveTable(sheet).map((line) => {
      if (typeof line === "string" && across(line)) return row([textCell("across", xmlText(line))], []);
      const cell = typeof line === "string" ? { text: line } : line;
      return row([cellXml(cell, false)], [cell.text]);
    }),
  ];
  const said = table?.columns.map(({ heading }) => heading) ?? [];
  const headings = table?.columns.map(({ heading, numeric }) =>
    textCell(numeric ? "head-of-numbers" : "head", xmlText(heading)),
  );
  const rows = table?.rows.map((cells) =>
    row(
      cells.map((cell, at) => cellXml(cell, table.columns[at]?.numeric ?? false)),
      cells.map(shownIn),
    ),
  );
  const head = headings ? `<table:table-header-rows>${row(headings, said, BOLD_HEAD)}</table:table-header-rows>` : "";
  return `<table:table table:name="${name}" table:style-name="sheet${scale}">${names}${others.join("")}${above.join("")}${head}${rows?.join("") ?? ""}</table:table>`;
}
