// XLSX that is read: its sheets as rows of text. Formulas are not computed and nothing outside the file is looked at.
import { posix } from "node:path";
import {
  type Book,
  MOST_COLUMNS,
  MOST_ROWS,
  type SheetRow,
  type SheetShape,
  type SheetValue,
  type Span,
} from "./book.ts";
import { broken, brokenCell, brokenPart, fault } from "./fault.ts";
import { type CellFormat, numberedFormats, readFormat } from "./number-format.ts";
import { isNoSize, UNCOMPUTED } from "./values.ts";
import { placeOf, type SharedByCells, xlsxCellText } from "./xlsx-cell.ts";
import { sharedTexts, xlsxTextReader } from "./xlsx-texts.ts";
import { local, walk, walkAll } from "./xml.ts";
import type { Attributes } from "./xml-listener.ts";
import type { ZipEntries, ZipEntry } from "./zip.ts";

interface Element {
  readonly name: string;
  readonly attributes: Attributes;
}

/** The elements of a small part, by name, with their attributes. */
function elements(entries: ZipEntries, part: string): Element[] {
  const found: Element[] = [];
  const entry = entries.get(part);
  if (entry)
    walkAll(entry.parts(), part, { open: (name, attributes) => found.push({ name: local(name), attributes }) });
  return found;
}

/** Where a part leads: types and targets by id; what leads out of the file is left out. */
function relations(entries: ZipEntries, part: string): Map<string, { type: string; target: string }> {
  const folder = posix.dirname(part);
  const found = elements(entries, posix.join(folder, "_rels", `${posix.basename(part)}.rels`));
  const inside = found.filter(
    ({ name, attributes }) => name === "Relationship" && attributes.TargetMode !== "External",
  );
  return new Map(
    inside.map(({ attributes: { Id = "", Type = "", Target = "" } }) => {
      const target = Target.startsWith("/") ? Target.slice(1) : posix.join(folder, Target);
      return [Id, { type: Type.replace(/^.*\//, ""), target }];
    }),
  );
}

/** The workbook of the entries of an XLSX; nothing where they are of no such file. */
export function xlsxBook(entries: ZipEntries): Book | undefined {
  const main = [...relations(entries, "").values()].find(({ type }) => type === "officeDocument")?.target;
  if (main === undefined) return undefined;
  if (main.endsWith(".bin")) throw fault("workbook-old", "a workbook of Excel's binary kind (.xlsb)");
  if (!entries.has(main)) throw brokenPart(main, "is missing");
  const related = relations(entries, main);
  const partOf = (kind: string): string => [...related.values()].find(({ type }) => type === kind)?.target ?? "";
  const described = elements(entries, main);
  if (described[0]?.name !== "workbook") return undefined;
  const from1904 = described.some(({ name, attributes }) => name === "workbookPr" && isYes(attributes.date1904));
  const formats = formatsOf(entries, partOf("styles"));
  let texts: readonly string[] | undefined;
  const shared = (): readonly string[] => {
    texts ??= sharedTexts(entries, partOf("sharedStrings"));
    return texts;
  };
  const sheets = described.flatMap(({ name, attributes }) => {
    const id = Object.entries(attributes).find(([key]) => local(key) === "id")?.[1] ?? "";
    const target = related.get(id);
    if (name !== "sheet" || target?.type !== "worksheet") return [];
    const entry = entries.get(target.target);
    if (!entry) throw brokenPart(target.target, "is missing");
    const isHidden = /hidden/i.test(attributes.state ?? "");
    const rows = (came?: (done: number, of: number) => void) =>
      rowsOf(entry, { texts: shared(), formats, from1904 }, came);
    return [{ name: attributes.name ?? "", isHidden, rows }];
  });
  return { sheets, hasMacros: [...entries.keys()].some((name) => name.endsWith("vbaProject.bin")) };
}

/** The formats of numbers, by the number of a style. */
function formatsOf(entries: ZipEntries, part: string): readonly CellFormat[] {
  const own = new Map<string, CellFormat>();
  const formats: CellFormat[] = [];
  let list = "";
  for (const { name, attributes } of elements(entries, part)) {
    const { numFmtId = "", formatCode = "" } = attributes;
    if (name === "numFmt") own.set(numFmtId, readFormat(formatCode));
    if (/^cell(Style)?(Xfs|s)$/.test(name)) list = name;
    if (name === "xf" && list === "cellXfs") formats.push(own.get(numFmtId) ?? numberedFormats[Number(numFmtId)] ?? []);
  }
  return formats;
}

const isYes = (said: string | undefined): boolean => said === "1" || said === "true";

function* rowsOf(
  entry: ZipEntry,
  shared: SharedByCells,
  came: ((done: number, of: number) => void) | undefined,
): Generator<readonly SheetRow[], SheetShape> {
  const merged = new Map<string, number>();
  const hiddenColumns: Span[] = [];
  let isHidden = false;
  let [line, column] = [0, -1];
  const twice = (): never => {
    throw brokenCell(column, line, "holds two values");
  };
  const reader = xlsxTextReader(twice);
  let [type, style, value, formula] = ["", "", "", ""];
  let [isRow, isCell, isValue, isFormula] = [false, false, false, false];
  let [hasValue, hasText, hasFormula] = [false, false, false];
  let values: SheetValue[] = [];
  let rows: SheetRow[] = [];
  const open = (prefixed: string, attributes: Attributes): void => {
    const name = local(prefixed);
    if (isValue) throw brokenCell(column, line, "holds more than one value");
    if (name === "row") {
      const next = attributes.r === undefined ? line + 1 : /^\d+$/.test(attributes.r) ? Number(attributes.r) : 0;
      if (isRow || !(next > line && next <= MOST_ROWS)) throw broken(`its rows are not in order at row ${line}`);
      [line, column, values, isRow] = [next, -1, [], true];
      // Rows that are filtered away or folded are hidden too; those that a sheet hides by default are not written.
      isHidden = isYes(attributes.hidden) || isNoSize(attributes.ht);
    } else if (name === "c") {
      const at = attributes.r === undefined ? { line, column: column + 1 } : placeOf(attributes.r);
      if (isCell || at.line !== line || at.column <= column || at.column >= MOST_COLUMNS)
        throw broken(`its cells are not in order in row ${line}`);
      [column, type, style, value, formula] = [at.column, attributes.t ?? "n", attributes.s ?? "0", "", ""];
      [isCell, hasValue, hasText, hasFormula] = [true, false, false, false];
      reader.begin();
    } else if (name === "v" || name === "is") {
      if (hasValue || hasText) twice();
      if (name === "v") [isValue, hasValue] = [true, true];
      else hasText = true;
    } else if (name === "f") [isFormula, hasFormula] = [true, true];
    else if (isCell) reader.open(name, attributes);
    else if (name === "col") {
      const [first, last] = [Number(attributes.min), Number(attributes.max)];
      const isUnseen = isYes(attributes.hidden) || isNoSize(attributes.width);
      if (isUnseen && first >= 1 && last >= first) hiddenColumns.push([first - 1, last - 1]);
    } else if (name === "mergeCell") {
      const [first, last] = (attributes.ref ?? "").split(":").map(placeOf);
      if (first && last && last.line > first.line)
        merged.set(`${first.line}:${first.column}`, last.line - first.line + 1);
    }
  };
  const close = (prefixed: string): void => {
    const name = local(prefixed);
    if (name === "v") isValue = false;
    else if (name === "f") isFormula = false;
    else if (name === "row") {
      isRow = false;
      if (values.length > 0) rows.push({ line, values, ...(isHidden && { isHidden }) });
    } else if (name === "c") {
      isCell = false;
      const text =
        hasFormula && !hasValue
          ? UNCOMPUTED
          : xlsxCellText({ line, column, type, style, value, inline: reader.end() }, shared);
      if (text.trim() === "") return;
      const cell = { column, text, isNumber: type === "n" };
      values.push(formula !== "" && /\[\d+\]/.test(formula) ? { ...cell, isFromOutside: true } : cell);
    } else if (isCell) reader.close(name);
  };
  const text = (said: string): void => {
    if (isValue) value += said;
    else if (isFormula) formula += said;
    else if (isCell) reader.text(said);
  };
  for (const _ of walk(entry.parts(came), entry.name, { open, close, text })) {
    if (rows.length > 0) yield rows;
    rows = [];
  }
  return { merged, hiddenColumns };
}
