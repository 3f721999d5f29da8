// What a file is that is not what was asked for, told by what it holds: a plan, a page, a document, an image, a report.
import type { FileKind } from "../core/problems/file-kinds.ts";
import { type Problem, problem } from "../core/problems/problems.ts";
import type { OpenFile } from "../io/files.ts";
import { decode } from "./csv/decode.ts";

/** So much of a text shows what it is. */
const ENOUGH = 2 ** 16;
const LONGEST_LINE = 1_000;

/**
 * The problem that a file which could not be read as data is of another kind; nothing where it may hold data. `given` is the
 * file as a command was given it, where it was.
 */
export function otherKind(opened: OpenFile, file: string, given?: string): Problem | undefined {
  const kind = fileKindOf(bytesOf(opened), file);
  const mayBeData = kind === undefined || kind === "csv" || kind === "workbook" || kind === "zip";
  return mayBeData ? undefined : problem("file-kind", { file }, kind, "data", given);
}

/** Of a file that is packed or from an old program all of it, as what it is may stand anywhere; of others the beginning. */
function bytesOf({ start, size, read }: OpenFile): Uint8Array {
  const isWhole = (start[0] === 0x50 || start[0] === 0xd0) && size <= MOST_WHOLE;
  const pieces: Uint8Array[] = [];
  for (const part of read()) {
    // A part is good until the next is asked for.
    pieces.push(Buffer.from(part));
    if (!isWhole) break;
  }
  return Buffer.concat(pieces);
}
const MOST_WHOLE = 2 ** 26;

/** What the bytes of a file are; its name decides only between two that look alike. Nothing where they may be anything. */
export function fileKindOf(bytes: Uint8Array, name: string): FileKind | undefined {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const begun = begins.find(([, ...starts]) =>
    starts.some((start) => all.subarray(0, 16).toString("latin1").startsWith(start)),
  );
  if (begun) return begun[0] === "zip" ? kindOfZip(all) : begun[0] === "old" ? kindOfOld(all) : begun[0];
  const decoded = decode(cutAtLine(all));
  if (decoded === "binary") return undefined;
  return kindOfText(decoded.text.trimStart(), name);
}

/** How files of each kind begin, in bytes. */
const begins: readonly (readonly [FileKind | "old", ...string[]])[] = [
  ["zip", "PK\u0003\u0004"],
  ["old", "\u00d0\u00cf\u0011\u00e0"],
  ["pdf", "%PDF-"],
  ["image", "\u0089PNG", "\u00ff\u00d8\u00ff", "GIF87a", "GIF89a", "II*\0", "MM\0*"],
  ["rtf", "{\\rtf"],
  ["gzip", "\u001f\u008b"],
];

/** Zipped files by a part that only they have; the names of parts are not packed. */
function kindOfZip(all: Buffer): FileKind {
  const has = (part: string): boolean => all.includes(part);
  if (has("word/document.xml")) return "word";
  if (has("ppt/presentation.xml") || has("opendocument.presentation")) return "presentation";
  if (has("mimetypeapplication/vnd.oasis.opendocument.text")) return "odt";
  return has("xl/workbook.") || has("opendocument.spreadsheet") ? "workbook" : "zip";
}

/** Files of Office before 2007 hold streams, whose names tell them apart. */
function kindOfOld(all: Buffer): FileKind {
  const has = (stream: string): boolean => all.includes(Buffer.from(stream, "utf16le"));
  return has("WordDocument") ? "word" : has("PowerPoint Document") ? "presentation" : "workbook";
}

/** The first lines, whole, so that no letter is cut. */
function cutAtLine(all: Buffer): Buffer {
  if (all.length <= ENOUGH) return all;
  const end = all.subarray(0, ENOUGH).lastIndexOf(0x0a);
  return all.subarray(0, end < 0 ? ENOUGH : end + 1);
}

function kindOfText(text: string, name: string): FileKind | undefined {
  // What is said about a page may stand above it.
  const start = text.replace(/^(\s*(<\?xml[^>]*\?>|<!--[\s\S]*?-->))+\s*/i, "").slice(0, 500);
  if (/^<(!doctype\s+html|html|head|body|div|table|meta|p|h1)\b/i.test(start)) return "html";
  if (/^(<!doctype\s+svg|<svg)\b/i.test(start)) return "image";
  if (/^<\?xml\b/i.test(text)) return "xml";
  if (/^[{[]/.test(text)) return kindOfJson(text);
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.slice(0, LONGEST_LINE));
  const keys = new Set(lines.flatMap((line) => /^([a-z][\w-]*):(?:\s|$)/i.exec(line)?.[1] ?? []));
  const isYamlName = /\.ya?ml$/i.test(name);
  if (isPlan(text, keys, isYamlName)) return "plan";
  if (isMarkdown(lines, keys.size, /\.(md|markdown)$/i.test(name))) return "markdown";
  // A table may have lines such as "Source: …" around it; a file that is named as one is no plan.
  const isTableName = /\.(csv|tsv|txt)$/i.test(name);
  const hasOtherLines = keys.size > 0 || lines.some((line) => /^\s*- /.test(line));
  return (isTableName || !hasOtherLines) && isTable(lines) ? "csv" : undefined;
}

const PLAN_KEYS = ["title", "force", "priorities", "tables", "data", "similar-forces", "groups", "comments"];

function isPlan(text: string, keys: ReadonlySet<string>, isYamlName: boolean): boolean {
  if (/^# yaml-language-server:.*plan\.schema\.json/m.test(text)) return true;
  const known = PLAN_KEYS.filter((key) => keys.has(key));
  const own = known.filter((key) => /^(force|priorities|tables|similar-forces)$/.test(key));
  return own.length > 0 && (known.length > 1 || isYamlName);
}

/** JSON by the schema that the tool's own has; a plan may be written as JSON. */
function kindOfJson(text: string): FileKind | undefined {
  const [, schema] = /"schema"\s*:\s*"plan-measures\/([a-z]+)\/\d/.exec(text) ?? [];
  if (schema !== undefined) return schema === "report" ? "report" : "result";
  const hasKey = (key: string): boolean => new RegExp(`"${key}"\\s*:`).test(text);
  if (hasKey("force") && hasKey("tables")) return "plan";
  // A bracket may also begin a cell: [note 1].
  return /^(\{\s*("|\})|\[\s*([{["\]]|-?\d))/.test(text) ? "json" : undefined;
}

/** The rule under the headings of a table of pipes. */
const RULE = /^\s*\|?\s*:?-{3,}:?\s*\|[\s|:-]*$/;

/** A table of pipes, or a heading and one other sign of Markdown; of a page that is named so, whatever is no table. */
function isMarkdown(lines: readonly string[], keys: number, isNamed: boolean): boolean {
  const has = (pattern: RegExp): boolean => lines.some((line) => pattern.test(line));
  if (lines.some((line, index) => RULE.test(line) && (lines[index - 1] ?? "").includes("|"))) return true;
  const heading = has(/^#{1,6} \S/);
  const others = [/^```/, /\[[^\]]{1,200}\]\([^)\s]+\)/, /^\s*[-*] \S/, /\*\*\S[^*]*\*\*/].filter(has).length;
  if (isNamed) return heading || others > 0 || !isTable(lines);
  return heading && others > 0 && keys < 2;
}

/** Lines that have as many separators as the one above them, one after the other. */
function isTable(lines: readonly string[]): boolean {
  const first = lines.filter((line) => line.trim() !== "").slice(0, 50);
  return [",", ";", "\t"].some((separator) => {
    const counts = first.map((line) => line.replace(/"[^"]*"/g, "").split(separator).length - 1);
    return counts.some((count, index) => count > 0 && count === counts[index + 1]);
  });
}
