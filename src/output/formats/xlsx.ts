// XLSX: the workbook for Excel, each part written as the format's standard (ECMA-376) has it.

import { zipped } from "../../input/spreadsheets/zip.ts";
import { workbookOf, workbookOfPage } from "../make-workbook.ts";
import { OFFICE, packageParts, relationsXml } from "../markup/open-xml.ts";
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
  type NumberFormat,
  type Sheet,
  type SheetCell,
  type SheetLink,
  shownIn,
  type Workbook,
  widthsOf,
} from "../workbook.ts";
import type { Render, RenderPage } from "./format.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PART = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** One file, report.xlsx. */
export const xlsx: Render = (report) => [{ name: "report.xlsx", content: xlsxOf(workbookOf(report)) }];

export const xlsxPage: RenderPage = (page) => [{ name: `${page.name}.xlsx`, content: xlsxOf(workbookOfPage(page)) }];

/** Places of the styles in styles.xml; numbers follow, one for each way they are shown. */
const [PLAIN, TITLE, HEAD, HEAD_OF_NUMBERS, LINK, MARK, INSET, HEAD_INSET, ACROSS, TITLE_ACROSS, NUMBERS] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
];

function xlsxOf(book: Workbook): Uint8Array {
  const formats = formatsIn(book);
  const numbered = book.sheets.map((sheet, index) => ({ sheet, number: index + 1 }));
  const tabled = numbered.filter(({ sheet }) => sheet.table);
  const types: readonly (readonly [string, string])[] = [
    ["xl/workbook.xml", `${PART}.sheet.main+xml`],
    ["xl/styles.xml", `${PART}.styles+xml`],
    ...numbered.map(({ number }) => [`xl/worksheets/sheet${number}.xml`, `${PART}.worksheet+xml`] as const),
    ...tabled.map(({ number }) => [`xl/tables/table${number}.xml`, `${PART}.table+xml`] as const),
  ];
  return zipped([
    ...packageParts(types, book.title, book.language),
    {
      name: "xl/workbook.xml",
      text: `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${numbered
        .map(({ sheet, number }) => `<sheet name="${sheet.name}" sheetId="${number}" r:id="rId${number}"/>`)
        .join("")}</sheets>${printTitles(numbered.map(({ sheet }) => sheet))}</workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      text: relationsXml([
        ...numbered.map(
          ({ number }) => [`rId${number}`, `${OFFICE}/worksheet`, `worksheets/sheet${number}.xml`] as const,
        ),
        [`rId${numbered.length + 1}`, `${OFFICE}/styles`, "styles.xml"],
      ]),
    },
    { name: "xl/styles.xml", text: stylesXml(formats) },
    ...numbered.map(({ sheet, number }) => ({
      name: `xl/worksheets/sheet${number}.xml`,
      text: sheetXml(sheet, number === 1, formats),
    })),
    ...tabled.flatMap(({ sheet, number }) => [
      {
        name: `xl/worksheets/_rels/sheet${number}.xml.rels`,
        text: relationsXml([["rId1", `${OFFICE}/table`, `../tables/table${number}.xml`]]),
      },
      { name: `xl/tables/table${number}.xml`, text: tableXml(sheet, number) },
    ]),
  ]);
}

/** The headings and the first column of each table are repeated on every page of it, however a program divides it. */
function printTitles(sheets: readonly Sheet[]): string {
  const names = sheets.flatMap((sheet, index) => {
    if (!sheet.table) return [];
    const head = headOf(sheet);
    const rows = `'${sheet.name}'!$${head}:$${head}`;
    return [
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${sheet.name}'!$A:$A,${rows}</definedName>`,
    ];
  });
  return names.length === 0 ? "" : `<definedNames>${names.join("")}</definedNames>`;
}

/** The row of the headings of a sheet's table. */
const headOf = (sheet: Sheet): number => aboveTable(sheet).length + 2;

/** Arial of 12 points and more, no fills, text wrapped: the checklist's rules are the styles of the workbook. */
function stylesXml(formats: readonly NumberFormat[]): string {
  const font = (kind: string, size: number, colour = ""): string =>
    `<font>${kind}<sz val="${size}"/>${colour}<name val="Arial"/><family val="2"/></font>`;
  const fonts = [
    font("", 12),
    font("<b/>", 15),
    font("<b/>", 12),
    // The blue of links on government pages, and underlined: colour is not what tells a link.
    font("<u/>", 12, '<color rgb="FF1D70B8"/>'),
  ];
  const style = (fontId: number, align: string, { format = 0, border = 0, named = 0, wraps = true } = {}): string =>
    `<xf numFmtId="${format}" fontId="${fontId}" fillId="0" borderId="${border}" xfId="${named}" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment ${align}${wraps ? ' wrapText="1"' : ""}/></xf>`;
  const [left, right] = ['horizontal="left" vertical="top"', 'horizontal="right" vertical="top" indent="1"'];
  const styles = [
    style(0, left),
    style(1, left, { named: 1 }),
    style(2, 'horizontal="left" vertical="bottom"', { border: 1, named: 2 }),
    style(2, 'horizontal="right" vertical="bottom" indent="1"', { border: 1, named: 2 }),
    style(3, left, { named: 3 }),
    style(0, right),
    // Words that stand right of a number keep away from it.
    style(0, `${left} indent="1"`),
    style(2, 'horizontal="left" vertical="bottom" indent="1"', { border: 1, named: 2 }),
    // A text above the table runs across the empty cells beside it.
    style(0, left, { wraps: false }),
    style(1, left, { named: 1, wraps: false }),
    ...formats.map((_, index) => style(0, right, { format: FIRST_OWN_FORMAT + index })),
  ];
  const codes = formats.map(({ places, mark }, index) => {
    const code = `#,##0${places > 0 ? `.${"0".repeat(places)}` : ""}${mark === "" ? "" : `" ${mark}"`}`;
    return `<numFmt numFmtId="${FIRST_OWN_FORMAT + index}" formatCode="${xmlText(code)}"/>`;
  });
  const side = (line: string): string => `<border><left/><right/><top/>${line}<diagonal/></border>`;
  const list = (name: string, items: readonly string[]): string =>
    items.length === 0 ? "" : `<${name} count="${items.length}">${items.join("")}</${name}>`;
  return `${XML}<styleSheet xmlns="${MAIN}">${[
    list("numFmts", codes),
    list("fonts", fonts),
    // The format wants these two fills; no cell has the second.
    list(
      "fills",
      ["none", "gray125"].map((pattern) => `<fill><patternFill patternType="${pattern}"/></fill>`),
    ),
    list("borders", [side("<bottom/>"), side('<bottom style="thin"><color auto="1"/></bottom>')]),
    list(
      "cellStyleXfs",
      namedStyles.map(({ font: own }) => `<xf numFmtId="0" fontId="${own}" fillId="0" borderId="0"/>`),
    ),
    list("cellXfs", styles),
    list(
      "cellStyles",
      namedStyles.map(({ name, id }, index) => `<cellStyle name="${name}" xfId="${index}" builtinId="${id}"/>`),
    ),
  ].join("")}</styleSheet>`;
}
/** Excel's own styles by their numbers, so that it knows a title and headings for what they are; and the font of each. */
const namedStyles = [
  { name: "Normal", id: 0, font: 0 },
  { name: "Title", id: 15, font: 1 },
  { name: "Heading 3", id: 18, font: 2 },
  { name: "Hyperlink", id: 8, font: 3 },
];
/** Below this, the numbers of formats are the program's own. */
const FIRST_OWN_FORMAT = 164;

/** "A" to "Z", "AA" …, of a column counted from 0. */
const letters = (column: number): string =>
  `${column < 26 ? "" : letters(Math.floor(column / 26) - 1)}${String.fromCharCode(65 + (column % 26))}`;

/** Text as a cell holds it: what looks like the format's own escape ("_x000D_") is escaped. */
const textCell = (place: string, style: number, text: string): string =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(
    text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_"),
  )}</t></is></c>`;

function cellXml(cell: SheetCell, place: string, numeric: boolean, formats: readonly NumberFormat[]): string {
  const words = /^A\d/.test(place) ? PLAIN : INSET;
  if ("text" in cell) return textCell(place, "link" in cell ? LINK : words, cell.text);
  if (!("digits" in cell)) return textCell(place, numeric ? MARK : words, cell.mark);
  if (isTooLong(cell.digits)) return textCell(place, MARK, shownIn(cell));
  const style = NUMBERS + formats.findIndex(({ name }) => name === formatOf(cell).name);
  return `<c r="${place}" s="${style}"><v>${cell.digits}</v></c>`;
}

function sheetXml(sheet: Sheet, isFirst: boolean, formats: readonly NumberFormat[]): string {
  const { title, table } = sheet;
  const above = aboveTable(sheet);
  const widths = widthsOf(sheet);
  // Not every program makes a row as high as its wrapped text: the heights are told, rather too high than too low.
  const row = (number: number, cells: string, texts: readonly string[], boldness = 1, line = LINE): string =>
    `<row r="${number}" ht="${linesOfRow(texts, widths, boldness) * line}" customHeight="1">${cells}</row>`;
  const room = roomAbove(sheet);
  const across = (text: string): boolean => fitsAbove(sheet, text, room);
  const head = headOf(sheet);
  const links: string[] = [];
  const leads = (place: string, { text, link }: SheetLink): void =>
    void links.push(`<hyperlink ref="${place}" location="'${link}'!A1" display="${xmlText(text)}"/>`);
  const rows = [
    row(
      1,
      textCell("A1", across(title) ? TITLE_ACROSS : TITLE, title),
      across(title) ? [] : [title],
      BOLD_TITLE,
      LINE_OF_TITLE,
    ),
    ...above.map((line, index) => {
      const place = `A${index + 2}`;
      if (typeof line === "string") {
        return across(line)
          ? row(index + 2, textCell(place, ACROSS, line), [])
          : row(index + 2, textCell(place, PLAIN, line), [line]);
      }
      leads(place, line);
      return row(index + 2, textCell(place, LINK, line.text), [line.text]);
    }),
  ];
  if (table) {
    const { columns } = table;
    const headings = columns.map(({ heading, numeric }, column) =>
      textCell(`${letters(column)}${head}`, numeric ? HEAD_OF_NUMBERS : column === 0 ? HEAD : HEAD_INSET, heading),
    );
    const said = columns.map(({ heading }) => heading);
    rows.push(row(head, headings.join(""), said, BOLD_HEAD));
    for (const [index, cells] of table.rows.entries()) {
      const number = head + 1 + index;
      const at = (column: number): string => `${letters(column)}${number}`;
      const made = cells.map((cell, column) => cellXml(cell, at(column), columns[column]?.numeric ?? false, formats));
      rows.push(row(number, made.join(""), cells.map(shownIn)));
      for (const [column, cell] of cells.entries()) {
        if ("link" in cell) leads(at(column), cell);
      }
    }
  }
  const columns = widths.map((width, index) => {
    const place = index + 1;
    return `<col min="${place}" max="${place}" width="${width}" customWidth="1"/>`;
  });
  const selected = isFirst ? ' tabSelected="1"' : "";
  return `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${[
    `<sheetViews><sheetView${selected} zoomScale="100" zoomScaleNormal="100" workbookViewId="0"><selection activeCell="A1" sqref="A1"/></sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="${LINE}"/>`,
    `<cols>${columns.join("")}</cols>`,
    `<sheetData>${rows.join("")}</sheetData>`,
    links.length > 0 ? `<hyperlinks>${links.join("")}</hyperlinks>` : "",
    '<pageMargins left="0.59" right="0.59" top="0.59" bottom="0.59" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" scale="${printScale(sheet).scale}" orientation="landscape"/>`,
    table ? '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>' : "",
  ].join("")}</worksheet>`;
}

/** A real table: its name, its headings word for word as in their cells, and no filter. */
function tableXml(sheet: Sheet, number: number): string {
  const { table } = sheet;
  if (!table) return "";
  const { name, columns, rows } = table;
  const first = headOf(sheet);
  const reference = `A${first}:${letters(columns.length - 1)}${first + rows.length}`;
  return `${XML}<table xmlns="${MAIN}" id="${number}" name="${name}" displayName="${name}" ref="${reference}" totalsRowShown="0"><tableColumns count="${columns.length}">${columns
    .map(
      ({ heading }, index) =>
        `<tableColumn id="${index + 1}" name="${xmlText(heading.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_"))}"/>`,
    )
    .join(
      "",
    )}</tableColumns><tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>`;
}
