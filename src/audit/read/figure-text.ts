// What a cell of a published table says: its number without marks and words, or why it holds none; and what a text says of rounding.
import { readCell } from "../../input/csv/cell.ts";

/** "220.0% [u]", "1,204 [note 2]", "1110*" and "1,100 (p)" are the figures without their shorthand. */
export const withoutMarks = (cell: string): string =>
  plainNumber(cell).replace(
    /^([(+−–-]? ?£?[\d.,]+ ?%?\)?) ?(?:(?:\[[^\]]*\]|\((?:[a-z]|note \d+|provisional|revised|estimated?)\)|[*†‡^¹²³]+) ?)+$/i,
    "$1",
  );
/** "1 204" is 1204, "(6)%" is (6%), "down 9.6%" and "445 fewer" are below nought. */
const plainNumber = (cell: string): string =>
  cell
    .replace(/^\(([\d.,]+)\) ?%$/, "($1%)")
    .replace(
      /^([(+−–-]? ?£?)(\d{1,3}(?: \d{3})+)(?=(?:\.\d+)? ?%?\)?$)/,
      (_, sign, digits) => sign + digits.replaceAll(" ", ""),
    )
    .replace(
      /^(?:down|fewer|decrease of|reduction of) (£?\d[\d.,]* ?%?)$|^(\d[\d.,]* ?%?) (?:fewer|lower|decrease)$/i,
      "-$1$2",
    )
    .replace(/^(?:up|increase of) (£?\d[\d.,]* ?%?)$|^(\d[\d.,]* ?%?) (?:more|higher|increase)$/i, "$1$2");

/** A number with a letter in it, or what a broken formula left: a figure that went wrong. */
export const isSpoilt = (cell: string): boolean =>
  /^\s*(#[A-Z/0]+[!?]?|[(+−–-]? ?\d[\d,.]*[OolISZ][\d,.OolISZ]*\)?%?)\s*$/.test(cell);
/** A small number that was withheld: "<5", "5 or fewer", "1 to 4", "*". */
export const isWithheld = (cell: string): boolean =>
  /^\s*(?:[<≤] ?=? ?\d+|(?:under|less than|fewer than) \d+|\d+ or (?:fewer|less)|\d ?(?:to|-|–) ?\d+|\*+|~|c|s|supp(?:ressed)?\.?|withheld)\s*$/i.test(
    cell,
  );
/** Whether a cell holds a number, or one that went wrong. */
export function isFigure(cell: string): boolean {
  const read = readCell(cell);
  return (typeof read === "object" && "number" in read) || isSpoilt(cell);
}

/** "Counts over 1,000 are rounded": from how many on they are. */
export function roundedFromSaid(text: string): number | undefined {
  const [, said = ""] =
    /\b(?:over|above|of more than|greater than|at least) (\d[\d,]*) (?:are|were|have been) rounded\b/i.exec(text) ?? [];
  return said === "" ? undefined : Number(said.replaceAll(",", ""));
}

/** "Figures are rounded to the nearest 5": what the counts of a text were rounded to; nothing where it says it of none, or of others. */
export function roundingSaid(text: string): number | undefined {
  for (const { 0: said, 1: number = "", index } of text.matchAll(ROUNDED)) {
    const from =
      text
        .slice(Math.max(0, index - MOST_SENTENCE), index)
        .split(END)
        .at(-1) ?? "";
    const [to = ""] = text.slice(index + said.length, index + said.length + MOST_SENTENCE).split(END);
    const isOfOthers =
      /\b(?:population|per ?cent(?:age)?|proportion|rate|share)s?\b|%/i.test(from) || /^ ?(?:%|per ?cent)/i.test(to);
    const isOfCounts = /\b(?:count|figure|number|offence|crime)s?\b/i.test(from + to);
    const unit = spelt[number.toLowerCase()] ?? Number(number.replaceAll(",", ""));
    if (isOfCounts && !isOfOthers && unit > 1) return unit;
  }
  return undefined;
}
const ROUNDED = /\brounded to (?:the )?nearest (\d[\d,]*(?!\.?\d)|five|ten|hundred|thousand)/gi;
const spelt: Readonly<Record<string, number>> = { five: 5, ten: 10, hundred: 100, thousand: 1_000 };
/** Where a sentence or a line ends, and how far it is looked for. */
const [END, MOST_SENTENCE] = [/[.;!?\r\n]/, 200];
