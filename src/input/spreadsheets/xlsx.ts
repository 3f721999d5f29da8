// XLSX that is read: its sheets as rows of text. Formulas are not computed and nothing outside the file is looked at.
import { posix } from "node:path";
import { type Book, type Merged, MOST_COLUMNS, MOST_ROWS, type SheetRow, type SheetValue } from "./book.ts";
import { broken, brokenPart, fault } from "./fault.ts";
import { dateText, isRaisedNote, type Look, lookOf, numberedLooks, numberText, oneLine, UNCOMPUTED } from "./values.ts";
import { type Attributes, local, walk, walkAll } from "./xml.ts";
import type { ZipEntries, ZipEntry } from "./zip.ts";

const MOST_SHARED = 64 * 2 ** 20;

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
  const from1904 = described.some(
    ({ name, attributes }) => name === "workbookPr" && /^(1|true)$/.test(attributes.date1904 ?? ""),
  );
  const looks = looksOf(entries, partOf("styles"));
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
      rowsOf(entry, { shared: shared(), looks, from1904 }, came);
    return [{ name: attributes.name ?? "", isHidden, rows }];
  });
  return { sheets, hasMacros: [...entries.keys()].some((name) => name.endsWith("vbaProject.bin")) };
}

/** How the numbers of each style look, by the style's number. */
function looksOf(entries: ZipEntries, part: string): readonly Look[] {
  const formats = new Map<string, Look>();
  const looks: Look[] = [];
  let list = "";
  for (const { name, attributes } of elements(entries, part)) {
    const { numFmtId = "", formatCode = "" } = attributes;
    if (name === "numFmt") formats.set(numFmtId, lookOf(formatCode));
    if (/^cell(Style)?(Xfs|s)$/.test(name)) list = name;
    if (name === "xf" && list === "cellXfs") looks.push(formats.get(numFmtId) ?? numberedLooks[Number(numFmtId)]);
  }
  return looks;
}

/** Puts texts together from their runs: without readings of East Asian script, and without notes set above the line. */
function textReader() {
  let [text, run] = ["", ""];
  let [isText, isReading, isRaised] = [false, false, false];
  return {
    begin: (): void => {
      text = "";
    },
    text: (said: string): void => {
      if (isText && !isReading) run += said;
    },
    open(name: string, attributes: Attributes): void {
      if (name === "t") isText = true;
      else if (name === "rPh") isReading = true;
      else if (name === "vertAlign") isRaised = attributes.val === "superscript";
      else if (name === "r") isRaised = false;
    },
    close(name: string): void {
      if (name === "rPh") isReading = false;
      if (name !== "t" && name !== "r") return;
      if (!(isRaised && isRaisedNote(run))) text += run;
      run = "";
      if (name === "t") isText = false;
      else isRaised = false;
    },
    end: (): string => oneLine(text),
  };
}

function sharedTexts(entries: ZipEntries, part: string): readonly string[] {
  const texts: string[] = [];
  const reader = textReader();
  let length = 0;
  const entry = entries.get(part);
  if (!entry) return texts;
  walkAll(entry.parts(), part, {
    open(name, attributes) {
      if (local(name) === "si") reader.begin();
      else reader.open(local(name), attributes);
    },
    close(name) {
      reader.close(local(name));
      if (local(name) !== "si") return;
      const text = reader.end();
      length += text.length + 16;
      if (length > MOST_SHARED) throw fault("workbook-too-large", part, "64 MiB of text");
      texts.push(text);
    },
    text: reader.text,
  });
  return texts;
}

interface Known {
  readonly shared: readonly string[];
  readonly looks: readonly Look[];
  readonly from1904: boolean;
}

/** "AB12" → line 12, column 27 counted from 0. */
function placeOf(reference: string): { line: number; column: number } {
  let [line, column] = [0, 0];
  for (let at = 0; at < reference.length; at += 1) {
    const sign = reference.charCodeAt(at);
    if (sign >= 65 && sign <= 90 && line === 0) column = column * 26 + sign - 64;
    else if (sign >= 48 && sign <= 57) line = line * 10 + sign - 48;
    else return { line: 0, column: -1 };
  }
  return { line, column: column - 1 };
}

function* rowsOf(
  entry: ZipEntry,
  known: Known,
  came: ((done: number, of: number) => void) | undefined,
): Generator<readonly SheetRow[], Merged> {
  const merged = new Map<string, number>();
  const reader = textReader();
  let [line, column] = [0, -1];
  let [type, style, value, formula] = ["", "", "", ""];
  let [isCell, isValue, isFormula, hasValue, hasFormula] = [false, false, false, false, false];
  let values: SheetValue[] = [];
  let rows: SheetRow[] = [];
  const open = (prefixed: string, attributes: Attributes): void => {
    const name = local(prefixed);
    if (name === "row") {
      const next = attributes.r === undefined ? line + 1 : Number(attributes.r);
      if (!(next > line && next <= MOST_ROWS)) throw broken(`its rows are not in order at row ${line}`);
      [line, column, values] = [next, -1, []];
    } else if (name === "c") {
      const at = attributes.r === undefined ? { line, column: column + 1 } : placeOf(attributes.r);
      if (at.line !== line || at.column <= column || at.column >= MOST_COLUMNS)
        throw broken(`its cells are not in order in row ${line}`);
      [column, type, style, value, formula] = [at.column, attributes.t ?? "n", attributes.s ?? "0", "", ""];
      [isCell, hasValue, hasFormula] = [true, false, false];
      reader.begin();
    } else if (name === "v") [isValue, hasValue] = [true, true];
    else if (name === "f") [isFormula, hasFormula] = [true, true];
    else if (isCell) reader.open(name, attributes);
    else if (name === "mergeCell") {
      const [first, last] = (attributes.ref ?? "").split(":").map(placeOf);
      if (first && last && last.line > first.line)
        merged.set(`${first.line}:${first.column}`, last.line - first.line + 1);
    }
  };
  const close = (prefixed: string): void => {
    const name = local(prefixed);
    if (name === "v") isValue = false;
    else if (name === "f") isFormula = false;
    else if (name === "row" && values.length > 0) rows.push({ line, values });
    else if (name === "c") {
      isCell = false;
      const text = hasFormula && !hasValue ? UNCOMPUTED : cellText(type, style, value, reader.end(), known);
      if (text.trim() === "") return;
      const cell = { column, text, isNumber: type === "n" };
      values.push(/\[\d+\]/.test(formula) ? { ...cell, isFromOutside: true } : cell);
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
  return merged;
}

function cellText(
  type: string,
  style: string,
  value: string,
  inline: string,
  { shared, looks, from1904 }: Known,
): string {
  switch (type) {
    case "s": {
      const text = shared[Number(value)];
      if (text === undefined && value !== "") throw broken("a cell names a text that the workbook does not have");
      return text ?? "";
    }
    case "inlineStr":
      return inline;
    case "n": {
      if (value === "") return "";
      const look = looks[Number(style)];
      return look === "day" || look === "month" ? dateText(value, look, from1904) : numberText(value, look);
    }
    case "b":
      return value === "1" ? "TRUE" : "FALSE";
    case "d":
      return value.slice(0, 10);
    default:
      return oneLine(value);
  }
}
