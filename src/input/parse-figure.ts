// A cell of a value column → a figure of its kind; what cannot be one is a gap that says why, and a problem.

import { answerOf } from "../core/answers.ts";
import { clockSeconds } from "../core/clock.ts";
import { derive } from "../core/derive.ts";
import { type Figure, type Formula, type Gap, isWord, missing, type Origin } from "../core/figure.ts";
import { poundsPower } from "../core/money.ts";
import { nameKey } from "../core/names.ts";
import { compareExact, HUNDRED, isNegative, isZero, ONE, powerOfTen, shifted } from "../core/number.ts";
import type { numberHints } from "../core/problems/number-hints.ts";
import { type Problem, problem } from "../core/problems/problems.ts";
import { isOfWords, type Kind, kindNames, kinds, measuredKinds } from "../core/value-kind.ts";
import { kindInWords } from "../core/words/names.ts";
import { say } from "../core/words/say.ts";
import { type Reserve, readCell, readMark, readWord } from "./csv/cell.ts";
import type { ValueColumn } from "./sources/layout.ts";
import { readTime } from "./times.ts";

/** How a number is written: what it has to be multiplied by, as a power of ten, and whether it is a fraction of 1. */
export interface NumberForm {
  readonly power: number;
  readonly isFraction: boolean;
}
/** A rate per 1,000, a count, a percentage: as it is printed. */
export const AS_PRINTED: NumberForm = { power: 0, isFraction: false };

/** The kind that the words name, or that the source says they mean. */
export function kindOf(words: string, meanings: ValueColumn["kinds"]): Kind | undefined {
  const name = nameKey(words);
  return kindNames.find((known) => known === name) ?? meanings?.find(([said]) => said.test(words))?.[1];
}

/** Kinds of which there are no halves. */
const whole: readonly Kind[] = ["count", "population", "base", "households"];

/** Kinds that are measured, so that their last digit was rounded; of the others it is whole. */
const rounded: readonly Kind[] = ["rate", "percent", "change", ...measuredKinds];

/** What a cell that is no number is meant to say, where it can be told. */
function meantBy(said: string, kind: Kind): keyof typeof numberHints | undefined {
  if (/^\d+:\d\d, hours and minutes$/.test(said)) return "time without seconds";
  if (clockSeconds(said)) return kind === "hours" ? "hours and minutes" : "time";
  if (/^(?:c|\*+|[<≤]\s*\d+|\d+ or (?:fewer|less)|\d+ (?:to|-|–) \d+)$/i.test(said)) return "withheld";
  return /^#(?:N\/A|DIV\/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/i.test(said) ? "formula" : undefined;
}

/** The figure of a cell; of one that cannot be used, a gap that says why, and the problem. */
export function readFigure(
  text: string,
  kind: Kind,
  heading: string,
  origin: Origin,
  { power: asked, isFraction }: NumberForm = AS_PRINTED,
): { figure: Figure; wrong?: Problem } {
  const unit = kinds[kind];
  const said = text.trim();
  const refused = (wrong: Problem, reason: string) => ({
    figure: missing(unit, { mark: "x", reason, reported: true }, [origin]),
    wrong,
  });
  if (kind === "significance") {
    const mark = readMark(text);
    if (mark === "not a mark")
      return refused(problem("mark-unknown", origin, heading, said), say("gap.no-mark", { cell: said }));
    return { figure: "reason" in mark ? missing(unit, mark, [origin]) : { value: mark, unit, from: [origin] } };
  }
  if (isOfWords(kind)) {
    const figure = wordOf(text, unit, origin);
    if (kind !== "yes-no" || !isWord(figure)) return { figure };
    const answer = answerOf(figure.word);
    const why = `"${said}" is neither yes nor no`;
    return answer
      ? { figure: { ...figure, ...answer } }
      : refused(problem("answer-unfit", origin, why), say("gap.neither", { cell: said }));
  }
  const time = readTime(said, kind, [origin]);
  if (typeof time === "object") return { figure: time };
  // "£1.2m" says itself how large it is, whatever the heading says.
  const [, sum = text, word] = (kind === "pounds" && /^([^a-z]*£[^a-z]*\d)\s?([a-z]+)$/i.exec(said)) || [];
  const own = word === undefined ? undefined : poundsPower(word);
  const power = own ?? asked;
  const cell = readCell(own === undefined ? text : sum);
  if (cell === "not a number") {
    return refused(
      problem("not-a-number", origin, heading, said, meantBy(said, kind)),
      say("gap.not-a-number", { cell: said }),
    );
  }
  if ("gap" in cell) return { figure: missing(unit, cell.gap, [origin]) };
  const other = cell.pounds && kind !== "pounds" ? "an amount in £" : "a percentage";
  if ((cell.pounds && kind !== "pounds") || (cell.percent && kind !== "percent" && kind !== "change")) {
    const wrong = problem("wrong-unit", origin, heading, said, other, kind);
    return refused(
      wrong,
      cell.pounds
        ? say("gap.pounds", { cell: said, kind: kindInWords(kind) })
        : say("gap.percentage", { cell: said, kind: kindInWords(kind) }),
    );
  }
  const isShare = isFraction && !cell.percent;
  const value = isShare || (power !== 0 && !isFraction) ? shifted(cell.number, power) : cell.number;
  if (whole.includes(kind) && !value.isInteger()) {
    return refused(problem("not-whole", origin, heading, said, kind), say("gap.not-whole", { cell: said }));
  }
  if (kind === "percent" && (isNegative(cell.number) || compareExact(cell.number, HUNDRED) > 0)) {
    return refused(problem("percent-range", origin, heading, said), say("gap.percent-range", { cell: said }));
  }
  if (kind === "population" && (isZero(cell.number) || isNegative(cell.number))) {
    return refused(problem("population-zero", origin, heading), say("gap.population", { cell: said }));
  }
  if (isShare && compareExact(cell.number.abs(), ONE) > 0) {
    return refused(problem("fraction-large", origin, heading, said), say("gap.fraction", { cell: said }));
  }
  const isAsPrinted = value === cell.number;
  const rounding =
    rounded.includes(kind) || own !== undefined ? { places: cell.places - (isAsPrinted ? 0 : power) } : {};
  const notes: { notes?: string[] } = cell.reserve === undefined ? {} : { notes: [markedNote(cell.reserve)] };
  if (isAsPrinted) return { figure: { value: cell.number, unit, from: [origin], ...rounding, ...notes } };
  const written: Figure = { value: cell.number, unit: "ratio", from: [origin] };
  const figure = derive(unit, [written], (number) => shifted(number, power), formulaFor(power));
  const all = [...(notes.notes ?? []), ...(isShare ? [] : [givenIn(kind, power)])];
  return { figure: { ...figure, ...rounding, ...(all.length > 0 && { notes: all }) } };
}

/** A cell of words; whether a word is one that a measure may have, its kind knows. */
function wordOf(text: string, unit: Figure["unit"], origin: Origin): Figure {
  const said = readWord(text);
  if ("gap" in said) return missing(unit, said.gap, [origin]);
  const { word, reserve } = said;
  const notes = reserve === undefined ? {} : { notes: [markedNote(reserve)] };
  return { word, gap: noNumber(), unit, from: [origin], ...notes };
}
const noNumber = (): Gap => ({ mark: "z", reason: say("gap.word"), reported: true });

/** What is said of a number that is shown in another unit than the data give it in. */
function givenIn(kind: Kind, power: number): string {
  if (kind === "rate") return say("note.rate-given", { size: powerOfTen(3 - power) });
  if (power === 3) return say("note.thousands");
  if (power === 6) return say("note.millions");
  return power === 9 ? say("note.thousand-millions") : say("note.units-of", { size: powerOfTen(power) });
}

/** What the mark beside a figure means. */
const markedNote = (reserve: Reserve): string =>
  say("note.marked", { mark: `[${reserve}] ${say(`reserve.${reserve}`)}` });

/** One for each power of ten, so that two readings of one file come to the same. */
function formulaFor(power: number): Formula {
  const by = powerOfTen(Math.abs(power));
  const made: Formula = power > 0 ? (part) => `${by} × ${part}` : (part) => `${part} ÷ ${by}`;
  const formula = formulas.get(power) ?? made;
  formulas.set(power, formula);
  return formula;
}
const formulas = new Map<number, Formula>();
