// What a cell of a workbook holds, as text at full precision: the same as in a CSV of its sheet.
import { exact, exactText, HUNDRED, times } from "../../core/number.ts";
import type { Look } from "./number-format.ts";

/** A number as both formats write it (xsd:double): "34", "-0.5", "1e5"; not "0x15C", and not two of them. */
export const isNumberText = (raw: string): boolean =>
  /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(raw.trim());

/** A date as both write it, with or without a time: "2018-03-31", "2018-03-31T00:00:00". */
export const isDateText = (raw: string): boolean =>
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?$/.test(raw.trim());

/**
 * A number in full. Workbooks keep numbers in binary, written with up to 17 digits; the fewest digits that stand for the
 * same binary number are those that were meant: 7.5711000000000004 is 7.5711. Text that is no number stays as it is.
 */
export function numberText(raw: string, look: Look): string {
  // Whole numbers are kept as they stand, however long.
  if (/^-?\d+$/.test(raw) && look === undefined) return raw;
  const value = Number(raw);
  if (raw.trim() === "" || !Number.isFinite(value)) return raw;
  if (look === "percent") return `${exactText(times(exact(String(value)), HUNDRED))}%`;
  return exactText(exact(String(value)));
}

const DAY = 86_400_000;

/** The date of a day's number: "2018-03-31", or "2018-03" where a month is shown. Days of 1900 have no sure number. */
export function dateText(raw: string, look: "day" | "month", from1904: boolean): string {
  const days = Math.floor(Number(raw));
  if (!Number.isFinite(days) || (days < 61 && !from1904) || days < 0 || days > 2_958_465)
    return numberText(raw, undefined);
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return new Date(start + days * DAY).toISOString().slice(0, look === "month" ? 7 : 10);
}

/** Whether a height or a width is none: "0", "0.0cm". */
export const isNoSize = (size: string | undefined): boolean =>
  size !== undefined && /^(?:0+\.?0*|\.0+)(?:[a-z]+|%)?$/.test(size);

/** What stands for a formula whose result was not saved: nothing here computes it. */
export const UNCOMPUTED = "[x] a formula whose result was not saved in the workbook";

/** Notes set above the line ("England and Wales⁸" with the 8 raised): they are not of the text that they are glued to. */
export const isRaisedNote = (text: string): boolean => /^[\d\s,–-]+$/.test(text);

/** A cell's text on one line: a record is a line of a sheet, whatever is in its cells. */
export const oneLine = (text: string): string => (/[\r\n]/.test(text) ? text.replace(/\s*[\r\n]+\s*/g, " ") : text);
