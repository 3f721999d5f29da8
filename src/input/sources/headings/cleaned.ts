// Headings and names as they are meant: without line breaks, doubled spaces and the digits of notes.

import type { Record } from "../../csv/csv.ts";

const LONGEST_NAME = 500;

/** A heading or name without line breaks, doubled spaces and the digits of notes glued to it. */
export function cleaned(text: string): string {
  // No heading and no name is so long; what is would be slow to look at.
  if (text.length > LONGEST_NAME) return "";
  if (!/[\d[\n\r\t]| {2}/.test(text)) return text.trim();
  return text
    .replace(/\[note [^\][]*\]/gi, "")
    .replace(/\s+/g, " ")
    .replace(/(?<=[\p{L})%])\s?\d{1,2}(?:, ?\d{1,2})*(?=\)|\s*$)/gu, "")
    .trim();
}

/** The cells of a record, cleaned: once, as every source looks at the same first records. */
export function cleanedCells(record: Record): readonly string[] {
  const known = clean.get(record);
  if (known) return known;
  // Programs write "Financial_Year" for "Financial Year".
  const made = record.cells.map((cell) => cleaned(cell.replaceAll("_", " ")));
  clean.set(record, made);
  return made;
}
const clean = new WeakMap<Record, readonly string[]>();
