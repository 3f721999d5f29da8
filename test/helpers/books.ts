// Workbooks made of their sheets' own tags, and what is read of them, for tests of reading.
import type { Problem } from "../../src/core/problems/problems.ts";
import { bookOf, faultOf, recordsOfSheet, surveyOf } from "../../src/input/spreadsheets/index.ts";
import { zipTexts } from "./zip.ts";

/** The rows of each sheet with their lines; of what cannot be read, the problem's code and sentence. */
export function rowsOf(bytes: Buffer): Record<string, [line: number, ...cells: string[]][]> | string {
  try {
    const sheets = bookOf(bytes)?.sheets ?? [];
    return Object.fromEntries(
      sheets.map((sheet) => {
        const records = [...recordsOfSheet(sheet, surveyOf(sheet))].flat();
        return [sheet.name, records.map(({ line, cells }) => [line, ...cells])];
      }),
    );
  } catch (error) {
    const { code, message } = faultOf(error, "book") as Problem;
    return `${code}: ${message}`;
  }
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const relations = (...list: [id: string, type: string, target: string, more?: string][]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(
      ([id, type, target, more = ""]) =>
        `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${more}/>`,
    )
    .join("")}</Relationships>`;

/** The parts of an XLSX of one sheet. */
export const xlsxParts = (
  rows: string,
  more: { before?: string; after?: string; strings?: string; styles?: string; book?: string } = {},
) => ({
  "_rels/.rels": relations(["rId1", "officeDocument", "xl/workbook.xml"]),
  "xl/_rels/workbook.xml.rels": relations(
    ["rId1", "worksheet", "worksheets/sheet1.xml"],
    ["rId2", "sharedStrings", "/xl/sharedStrings.xml"],
    ["rId3", "styles", "styles.xml"],
    ["rId4", "externalLink", "file:///etc/passwd", ' TargetMode="External"'],
  ),
  "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${more.book ?? ""}<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${more.strings ?? ""}</sst>`,
  "xl/styles.xml": `<styleSheet xmlns="${MAIN}">${more.styles ?? ""}</styleSheet>`,
  "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}">${more.before ?? ""}<sheetData>${rows}</sheetData>${more.after ?? ""}</worksheet>`,
});
export const xlsx = (...of: Parameters<typeof xlsxParts>): Buffer => zipTexts(xlsxParts(...of));

const odsParts = (tables: string, styles = "") => ({
  mimetype: "application/vnd.oasis.opendocument.spreadsheet",
  "content.xml": `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:draw="d" xmlns:dc="c"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
});
export const ods = (...of: Parameters<typeof odsParts>): Buffer => zipTexts(odsParts(...of));
