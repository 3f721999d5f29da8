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

/**
 * The numbers of a comment that may give a withheld number of its measure away: small ones, those that a shown number
 * differs from by a small one, and percentages that are not printed. None where nothing of the force is withheld.
 */
export function tellingNumbers(measure: Measure, figures: Figures, comment: string): readonly string[] {
  const own = [figures.baseline.force, figures.current.force, figures.change.force].flatMap(figuresIn);
  const under = Math.max(...own.map((figure) => (isKnown(figure) ? 0 : (figure.gap.withheld?.below ?? 0))), 0);
  if (under === 0) return [];
  const known = own.filter(isKnown);
  const printed = new Set(known.map((figure) => plain(formatFigure(figure, placesFor(measure, false, figure)))));
  const counts = known.filter(isCount).map(({ value }) => toNumber(value));
  return [...comment.replace(dates, " ").matchAll(number)].flatMap(([text]) => {
    if (printed.has(plain(text))) return [];
    const spelt = words.indexOf(text.toLowerCase());
    const value = spelt >= 0 ? spelt : (others[text.toLowerCase()] ?? Number(text.replace(/[£,%]/g, "")));
    const isTelling = text.endsWith("%") || value < under || counts.some((shown) => Math.abs(shown - value) < under);
    return isTelling ? [text] : [];
  });
}

const isCount = ({ unit }: Figure): boolean => unit === "count" || unit === "people";
const plain = (text: string): string => text.replace(/^-| \[\w+\]$/g, "");
