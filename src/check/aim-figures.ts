// The figures of a measure's aim that a comment may name: its target, what is due by now, and how far it is from either.

import type { NumberClaim } from "../audit/comments/claim.ts";
import { type Checked, notChecked } from "../audit/comments/context.ts";
import { type Figure, isKnown } from "../core/figure.ts";
import { compareExact, exact } from "../core/number.ts";
import { saidDigits } from "../report/narration-figures.ts";
import type { Row } from "../report/report.ts";
import { difference } from "../statistics/difference.ts";

/** A figure of the aim: what it is, as it is printed, and its unit. */
interface AimFigure {
  readonly name:
    | "aim"
    | "target"
    | "amount due by now"
    | "distance from the target"
    | "distance from what is due by now";
  readonly text: string;
  readonly unit: Figure["unit"];
}

/** Words that name an aim, and words of another one than this or of what is not so. */
const aimed = /\b(?:target|aim|goal|objective|due|trajectory)\b/i;
const another =
  /\b(?:not|no|never|nor|without|last|next|previous|former|earlier|old|national|other|if|would|could)\b|n't\b/i;
/** Words of a distance right behind its number, or right before it. */
const over =
  /^(?: (?:offences|crimes|incidents|cases|more|too many|percentage points|points))* (?:over|above|more than)\b/i;
const short =
  /^(?: (?:offences|crimes|incidents|cases|fewer|too few|percentage points|points))* (?:short|below|under|fewer than)\b/i;
const off = /^(?: (?:offences|crimes|incidents|cases|percentage points|points))* (?:off|away from|behind)\b/i;
const missed = /\b(?:miss(?:ed|es|ing)?|behind)\b[^,;]* by $/i;
const whole = /^(?: of)?(?: (?:the|its|our|this|a))*(?: (?:target|aim|goal|objective|what (?:is|was) due|due)\b.*)?$/i;

/**
 * A number of a comment that no figure of the table settles, against the aim of its row: right where the words name the
 * aim and say nothing that is not so. It accuses of nothing.
 */
export function heldToAim({ said, text, at }: NumberClaim, comment: string, row: Row): Checked | undefined {
  const figures = aimFigures(row).filter(
    ({ unit }) =>
      (said.unit === "points" ? "percentage points" : said.unit) ===
      (unit === "%" || unit === "percentage points" ? unit : undefined),
  );
  const isSame = ({ text: own }: AimFigure): boolean => {
    const digits = own.replace(/[,£%]/g, "");
    return /^\d+(?:\.\d+)?$/.test(digits) && compareExact(said.number, exact(digits)) === 0;
  };
  const [before, behind] = clauseAround(comment, at, text.length);
  const clause = `${before}${text}${behind}`;
  const same = figures.filter(isSame);
  const named = same.find(({ name }) => !another.test(clause) && isNamed(name, before, behind, row));
  if (named) return { status: "matched", says: `${named.name}, ${named.text}` };
  const [first] = same;
  if (first) return notChecked(`it is the ${first.name} of the measure; say in the comment that it is`);
  const target = figures.find(({ name }) => name === "target");
  return target && /\b(?:target|aim|goal|objective)(?: (?:of|is|was))? $/i.test(before)
    ? notChecked(`the measure has the target ${target.text}`)
    : undefined;
}

function isNamed(name: AimFigure["name"], before: string, behind: string, row: Row): boolean {
  const side = sideOf(row);
  if (name === "aim" || name === "target" || name === "amount due by now") {
    const words = `${before}${behind}`;
    if (!aimed.test(words)) return false;
    const isMet = row.standing === "achieved" || row.standing === "on track";
    return !(
      (/\b(?:met|reached|achieved|hit|beaten|beat|within|exceed\w*)\b/i.test(words) && !isMet) ||
      (/\b(?:miss\w*|fail\w*|short)\b/i.test(words) && isMet) ||
      (/\b(?:below|under|fewer|less|lower)\b/i.test(words) && side !== "short") ||
      (/\b(?:over|above|more|higher)\b/i.test(words) && side !== "over")
    );
  }
  const isMissed = row.standing !== "achieved" && row.standing !== "on track";
  const isEnd = (words: RegExp): boolean => words.test(behind) && whole.test(behind.replace(words, "").trimEnd());
  return (
    (side === "over" && isEnd(over)) ||
    (side === "short" && isEnd(short)) ||
    (isMissed && (isEnd(off) || missed.test(before)))
  );
}

/** The clause of a number: what is before it, and behind it. */
const clauseAround = (comment: string, at: number, length: number): [before: string, behind: string] => {
  const breaks = /[.!?:](?=\s|$)|[;,()](?=\D|$)|\b(?:and|but|while|which|although|though)\b/;
  const before =
    comment
      .slice(Math.max(0, at - MOST_CLAUSE), at)
      .split(new RegExp(breaks, "g"))
      .at(-1) ?? "";
  return [before, comment.slice(at + length, at + length + MOST_CLAUSE).split(breaks)[0] ?? ""];
};
const MOST_CLAUSE = 300;

/** Whether the figure is over its target, or short of it. */
function sideOf(row: Row): "over" | "short" | undefined {
  const by = distance(row, row.target);
  return isKnown(by) ? (compareExact(by.value, exact(0)) > 0 ? "over" : "short") : undefined;
}

function distance({ measure, figures }: Row, from: Figure | undefined): Figure | undefined {
  const now = figures.current.force[measure.basis];
  if (!now || !isKnown(from)) return undefined;
  return difference(from.unit === "%" ? "percentage points" : from.unit, from, now);
}

function aimFigures(row: Row): AimFigure[] {
  const { measure, target, progress } = row;
  const given: readonly (readonly [AimFigure["name"], Figure | undefined])[] = [
    ["target", target],
    ["amount due by now", progress?.due],
    ["distance from the target", distance(row, target)],
    ["distance from what is due by now", distance(row, progress?.due)],
  ];
  const ofWords = [...(measure.aim?.words ?? "").matchAll(/\d[\d,.]*%?/g)].map(
    ([text]): AimFigure => ({ name: "aim", text, unit: text.endsWith("%") ? "%" : "count" }),
  );
  const ofFigures = given.flatMap(([name, figure]): AimFigure[] =>
    isKnown(figure) ? [{ name, text: saidDigits(measure, false, figure), unit: figure.unit }] : [],
  );
  return [...ofFigures, ...ofWords];
}
