// A comment on a measure of which a number is withheld: the numbers in it that may give that number away.

import { type Figure, figuresIn, isKnown } from "../core/figure.ts";
import { toNumber } from "../core/number.ts";
import type { Measure } from "../plan/model.ts";
import type { Figures } from "./context.ts";
import { formatFigure, placesFor } from "./format-figure.ts";

const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const others: Readonly<Record<string, number>> = { zero: 0, none: 0, nil: 0, once: 1, twice: 2, single: 1 };
const number = new RegExp(
  `(?<![\\w.,])(?:£?\\d+(?:,\\d{3})*(?:\\.\\d+)?%?|${[...words, ...Object.keys(others)].join("|")})(?![\\w])`,
  "gi",
);
const months = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const dates = new RegExp(`\\b(?:\\d{1,2} (?=(?:${months}))|(?:19|20)\\d\\d(?:[/–-]\\d\\d(?:\\d\\d)?)?(?!,?\\d))`, "gi");

/** A row as far as its comment and its numbers go. */
interface Commented {
  readonly measure: Measure;
  readonly figures: Figures;
  readonly comment: string | undefined;
}

/**
 * The numbers of a row's comment that may give a withheld number away: small ones, those that a shown number of the row
 * differs from by a small one, and percentages that are not printed; also of each row of its table that it names. Of the
 * table, those that the sum of its shown numbers differs from by a small one, where a number beside them is withheld.
 */
export function tellingNumbers(row: Commented, table: readonly Commented[]): readonly string[] {
  const { comment = "" } = row;
  const printed = new Set(printedIn(row));
  const named = table.filter((one) => one === row || comment.toLowerCase().includes(one.measure.name.toLowerCase()));
  const own = named.map((one) => ({ under: underOf(figuresOf(one)), counts: countsIn(figuresOf(one)) }));
  const sums = table.some(({ measure }) => measure.under !== undefined) ? sumsOf(table) : [];
  return [...comment.replace(dates, " ").matchAll(number)].flatMap(([text]) => {
    if (printed.has(plain(text))) return [];
    const spelt = words.indexOf(text.toLowerCase());
    const value = spelt >= 0 ? spelt : (others[text.toLowerCase()] ?? Number(text.replace(/[£,%]/g, "")));
    const isNear = (under: number, shown: number): boolean => Math.abs(shown - value) < under;
    const isTelling =
      own.some(
        ({ under, counts }) =>
          under > 0 && (text.endsWith("%") || value < under || counts.some((shown) => isNear(under, shown))),
      ) || sums.some(({ under, shown }) => !text.endsWith("%") && isNear(under, shown));
    return isTelling ? [text] : [];
  });
}

const figuresOf = ({ figures: { baseline, current, change } }: Pick<Commented, "figures">): readonly Figure[] =>
  [baseline.force, current.force, change.force].flatMap(figuresIn);

/** What numbers among figures are withheld under; 0 where none is. */
const underOf = (figures: readonly Figure[]): number =>
  Math.max(...figures.map((figure) => (isKnown(figure) ? 0 : (figure.gap.withheld?.below ?? 0))), 0);

const countsIn = (figures: readonly Figure[]): readonly number[] =>
  figures
    .filter(isKnown)
    .filter(isCount)
    .map(({ value }) => toNumber(value));

const printedIn = (row: Commented): readonly string[] =>
  figuresOf(row)
    .filter(isKnown)
    .map((figure) => plain(formatFigure(figure, placesFor(row.measure, false, figure))));

/** What the shown numbers of a table come to in each of its periods in which another is withheld. */
function sumsOf(table: readonly Commented[]): readonly { readonly under: number; readonly shown: number }[] {
  const rows = table.filter(({ measure }) => !measure.isTotal);
  return (["baseline", "current"] as const).flatMap((when) => {
    const figures = rows.flatMap(({ figures }) => figuresIn(figures[when].force)).filter(isCount);
    const [under, counts] = [underOf(figures), countsIn(figures)];
    return under > 0 && counts.length > 0 ? [{ under, shown: counts.reduce((sum, one) => sum + one, 0) }] : [];
  });
}

const isCount = ({ unit }: Figure): boolean => unit === "count" || unit === "people";
const plain = (text: string): string => text.replace(/^-| \[\w+\]$/g, "");
