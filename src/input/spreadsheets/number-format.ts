// What a workbook's number format shows of a number: the number itself, a percentage or a date, or words in its place.

import { timeText } from "./time-text.ts";

/** What a number is shown as: a percentage, a day, a month, a time with its seconds or without, or as itself. */
export type Look = "percent" | "day" | "month" | "time" | "hours and minutes" | undefined;

/** A part of a format: which numbers it is for, and what it shows of them. */
interface Section {
  readonly isFor: (value: number) => boolean;
  readonly look: Look;
  /** What is shown in the place of a number, if not the number; "" is nothing. */
  readonly instead?: string;
  /** It has no place that shows a nought. */
  readonly hidesNought?: boolean;
  /** It shows the number in a larger unit: "thousands", or with that letter behind it. */
  readonly unit?: string;
}

/** A format by its sections, of which the first that is for a number shows it. */
export type CellFormat = readonly Section[];

/** What stands for a number that the workbook does not show: nobody can have meant it to be published. */
const NOT_SHOWN = "[x] the workbook has a number here but does not show it";

/** What a format says of a number: its look, or the text that is read in its place. */
export function shownBy(format: CellFormat | undefined, value: number): { look: Look; text?: string | undefined } {
  const section = format?.find(({ isFor }) => isFor(value)) ?? format?.[0];
  // A number that no section is for is shown as it is.
  if (!section?.isFor(value)) return { look: section?.look };
  const { look, instead, hidesNought, unit } = section;
  if ((look === "time" || look === "hours and minutes") && value >= 0) return { look, text: timeText(value, look) };
  // What is shown is another number than the one that is stored: nothing says which is meant.
  if (unit !== undefined && value !== 0) return { look, text: `${value}, shown ${unit}` };
  if (hidesNought && value === 0) return { look, text: NOT_SHOWN };
  return { look, text: instead === undefined ? undefined : insteadOf(value, instead) };
}

/** The text of a cell that shows words in the place of its number; nothing where they come to the number. */
export function insteadOf(value: number, words: string): string | undefined {
  const said = words.trim();
  if (said === "") return NOT_SHOWN;
  // Accounts write 0 as a dash; other numbers may not be shown so.
  if (value === 0 && /^[-–—]$/.test(said)) return undefined;
  if (!/^[\d.,\s%£()+−–-]+$/.test(said) || !/\d/.test(said)) return said;
  return Number(said) === value ? undefined : `${value}, shown as "${said}"`;
}

/** Compares numbers with a limit, by the sign for it. */
export const comparisons: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  "<": (value, limit) => value < limit,
  "<=": (value, limit) => value <= limit,
  ">": (value, limit) => value > limit,
  ">=": (value, limit) => value >= limit,
  "=": (value, limit) => value === limit,
  "<>": (value, limit) => value !== limit,
  "!=": (value, limit) => value !== limit,
};

/** A format of Excel: "0.0%", "dd/mm/yyyy", "mmm-yy", `0;-0;"none"`, `[<10]"[c]";0`. */
export function readFormat(code: string): CellFormat {
  if (code === "") return [];
  const all = tokensOf(code).map(partOf);
  // The fourth section is for text, and so is the last of fewer where it has the sign for text.
  const isText = all.length > 3 || (all.length > 1 && /@/.test(all.at(-1)?.signs ?? ""));
  const parts = all.slice(0, isText ? Math.min(all.length - 1, 3) : 3);
  const [one, two] = parts.map(({ condition }) => condition);
  const usual = [
    one ?? ((value: number) => parts.length === 1 || value > 0 || (value === 0 && parts.length === 2 && !two)),
    two ?? ((value: number) => parts.length === 2 || value < 0),
    () => true,
  ] as const;
  return parts.map(({ signs, words }, index) => ({
    isFor: usual[index] ?? usual[2],
    look: lookOf(signs),
    ...(!PLACE.test(signs) && { instead: words }),
    ...(/^[#,\s]*#[#,\s]*$/.test(signs) && { hidesNought: true }),
    ...unitOf(signs, words),
  }));
}

/** Commas behind the last digit divide by a thousand each; letters there say a unit. */
function unitOf(signs: string, words: string): Pick<Section, "unit"> {
  const commas = /[0#?](,+)[^0#?,]*$/.exec(signs)?.[1]?.length ?? 0;
  if (commas > 0) return { unit: commas === 1 ? "in thousands" : commas === 2 ? "in millions" : "in a larger unit" };
  const letters = /^\s*(k|m|bn|mn|thousands?|millions?)\s*$/i.exec(words.slice(words.search(/[0#?][^0#?]*$/) + 1))?.[1];
  return letters !== undefined && PLACE.test(signs) && /[0#?]/.test(signs)
    ? { unit: `with "${letters}" behind it` }
    : {};
}

/** The signs of each section, those in quotation marks and brackets being one. */
function tokensOf(code: string): string[][] {
  const sections: string[][] = [[]];
  for (const [token] of code.matchAll(/"[^"]*"?|[\\_*].|\[[^\]]*\]|./gsu)) {
    if (token === ";") sections.push([]);
    else sections.at(-1)?.push(token);
  }
  return sections;
}

/** Where a digit, a part of a date, or the number as it is can stand. */
const PLACE = /general|[0#?@ymdhsgeb]/i;

/** What a section says: its signs for numbers and dates, the words that it shows without them, and its condition. */
function partOf(tokens: readonly string[]) {
  let [signs, words] = ["", ""];
  let condition: ((value: number) => boolean) | undefined;
  for (const token of tokens) {
    const [, compare, limit] = /^\[(<=|>=|<>|<|>|=)\s*(-?[\d.]+)\]$/.exec(token) ?? [];
    const isIn = comparisons[compare ?? ""];
    if (isIn) condition = (value) => isIn(value, Number(limit));
    else if (token.startsWith("[")) {
      // A currency in brackets is shown; colours and languages are not. Shorthand in brackets was meant to be.
      words += /^\[\$([^\]-]*)/.exec(token)?.[1] ?? (/^\[(?:[bcpruwxz]|low)\]$/i.test(token) ? token : "");
      // Hours, minutes or seconds that have gone by.
      if (/^\[(?:h+|m+|s+)\]$/i.test(token)) signs += token.slice(1, 2);
    } else if (token.startsWith('"')) words += token.replace(/"/g, "");
    else if (token.startsWith("\\") && token.length > 1) words += token.slice(1);
    else if (token.startsWith("_") && token.length > 1) words += " ";
    else if (!(token.startsWith("*") && token.length > 1)) [signs, words] = [signs + token, words + token];
  }
  return { signs, words, condition };
}

/** What the signs of a section make of a number. */
function lookOf(signs: string): Look {
  if (signs.includes("%")) return "percent";
  if (/^general$/i.test(signs)) return undefined;
  if (/d/i.test(signs)) return "day";
  if (/m/i.test(signs) && /y/i.test(signs)) return "month";
  return /s/i.test(signs) ? "time" : /h/i.test(signs) ? "hours and minutes" : undefined;
}

const usually = (look: Look): CellFormat => [{ isFor: () => true, look }];

/** The formats that Excel has by number alone. */
export const numberedFormats: Readonly<Record<number, CellFormat>> = {
  ...{ 9: usually("percent"), 10: usually("percent"), 14: usually("day"), 15: usually("day"), 16: usually("day") },
  ...{ 17: usually("month"), 18: usually("hours and minutes"), 19: usually("time"), 20: usually("hours and minutes") },
  ...{ 21: usually("time"), 22: usually("day"), 45: usually("time"), 46: usually("time"), 47: usually("time") },
};
