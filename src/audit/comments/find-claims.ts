// The words of a comment → its claims: what the table of numberPatterns reads in each of its sentences, and every other number.

import type {
  Claim,
  ComparisonClaim,
  Direction,
  DirectionClaim,
  Factor,
  NumberClaim,
  Reading,
  Whose,
} from "./claim.ts";
import { aroundNumber, isOfMeasure, type Said, saidIn } from "./clause.ts";
import { periodClaims } from "./find-periods.ts";
import { comparisonPatterns, directionPatterns, numberPatterns, type Pattern } from "./patterns.ts";
import { type Atom, type ShapeContext, type ShapedSentence, shapesOf } from "./shape.ts";

/** Every claim of a comment, in its order. */
export function claimsOf(written: string, context: ShapeContext): Claim[] {
  const sentences = shapesOf(written, context);
  let last: Said = { side: "force", moves: [], isOfMeasure: false };
  const found = sentences.flatMap((sentence): Claim[] => {
    const before = last;
    last = saidIn(sentence);
    const directions = directionsIn(sentence, before);
    const numbers = numbersIn(sentence, before, directions.length > 0);
    return [...numbers, ...directions, ...comparisonsIn(sentence, before.side, numbers)];
  });
  return [...found, ...periodClaims(written)].sort((a, b) => a.at - b.at);
}

/** What the groups of a pattern caught: their atoms and their words. */
interface Caught {
  readonly atom: (name: string) => Atom | undefined;
  readonly words: (name: string) => string | undefined;
  /** The area that is named right behind a part: "it fell by 12.95% in the MSG". */
  readonly areaAfter: (name: string) => string | undefined;
}

function caughtBy({ shape: pattern }: Pattern, { shape, atoms }: ShapedSentence): Caught[] {
  return [...shape.matchAll(pattern)].map((match) => ({
    atom: (name) => {
      const place = match.indices?.groups?.[name]?.[0];
      return place === undefined ? undefined : atoms.get(place);
    },
    words: (name) => match.groups?.[name],
    areaAfter: (name) => {
      const end = match.indices?.groups?.[name]?.[1];
      return end === undefined ? undefined : areaBehind.exec(shape.slice(end))?.[1];
    },
  }));
}

const areaBehind = /^(?: (?:M|offences|crimes))? (?:in|across|among) (?:the |our |all )?([FG])(?! of)/;

/** Whose the numbers or the direction of a pattern are; `name` is the part that is asked for. */
const sideOf = (caught: Caught, before: Whose, name = "d"): Whose => {
  const area = caught.atom("on") ?? (/[FG]/.test(caught.atom("s")?.letter ?? "") ? undefined : caught.atom("in"));
  const subject = area ?? caught.atom("s") ?? caught.atom("s2");
  const behind = /[FG]/.test(subject?.letter ?? "") ? undefined : caught.areaAfter(name);
  if (behind) return behind === "G" ? "group" : "force";
  if (subject?.letter === "G") return "group";
  // "It" goes on with what the sentence before spoke of.
  return subject?.letter === "P" && before === "group" ? "group" : "force";
};
const opposite = (side: Whose): Whose => (side === "force" ? "group" : "force");
const directionOf = (caught: Caught): Direction | undefined => {
  const letter = caught.atom("d")?.letter;
  return letter === "U" ? "up" : letter === "V" ? "down" : letter === "S" ? "still" : undefined;
};
const whenOf = (caught: Caught): Reading["when"] => {
  const letter = (caught.atom("when") ?? caught.atom("period"))?.letter;
  return letter === "B" ? "baseline" : letter === "C" ? "current" : undefined;
};

function numbersIn(sentence: ShapedSentence, before: Said, isTold: boolean): NumberClaim[] {
  const readings = new Map<Atom, Reading>();
  const ofRate = /\brates?\b/.test(sentence.shape);
  const [dated] = /^(?:in|for|during) (?:the )?([BC])/.exec(sentence.shape)?.slice(1) ?? [];
  const first = [...sentence.atoms.values()].filter(({ letter }) => /[BCX]/.test(letter));
  // "In 2019 it fell by 10%": what went on within the baseline is no change since then.
  const isOfBaseline =
    /^(?:in|during) (?:the )?B,? [^,BCX]*$|[UV](?: by)? [NRQ](?: offences| crimes)? (?:in|during) (?:the )?B/.test(
      sentence.shape,
    );
  /** The period that the sentence begins with is that of its numbers up to the next. */
  const whenIn = (at: number): Reading["when"] =>
    dated === undefined
      ? "current"
      : first.filter((period) => period.at < at).length > 1
        ? undefined
        : dated === "B"
          ? "baseline"
          : "current";
  const periodOf = new Map<Atom, Atom>();
  for (const pattern of numberPatterns) {
    for (const caught of caughtBy(pattern, sentence)) {
      const direction = directionOf(caught);
      const plain = { when: undefined, direction: undefined, since: caught.atom("x")?.text, ofRate };
      const of = (name: string, reading: Partial<Reading> & Pick<Reading, "part">): void => {
        const atom = caught.atom(name);
        if (!atom?.said || readings.has(atom)) return;
        readings.set(atom, { ...plain, side: sideOf(caught, before.side, name), ...reading });
      };
      if (!isOfBaseline) of("by", { part: "change", direction });
      of("from", { part: "level", when: "baseline" });
      of("to", { part: "level", when: "current" });
      of("at", { part: "level", when: whenOf(caught) ?? whenIn(caught.atom("at")?.at ?? 0) });
      const [ofPeriod, period] = [caught.atom("dated"), caught.atom("x")];
      if (ofPeriod && period) periodOf.set(ofPeriod, period);
      const now = readings.get(caught.atom("now") as Atom);
      if (now?.when === "current") of("then", { part: "level", side: now.side, when: "baseline" });
    }
  }
  // What is said of the other side is read by what its own number is.
  for (const pattern of numberPatterns)
    for (const caught of caughtBy(pattern, sentence))
      otherNumber(caught, sideOf(caught, before.side), readings, sentence);
  const datedIn = (atom: Atom): string | undefined =>
    readings.get(atom)?.part === "change" ? undefined : periodOf.get(atom)?.text;
  const isRead = isTold || [...readings.values()].some(({ direction }) => direction !== undefined);
  return [...sentence.atoms].flatMap(([place, atom]): NumberClaim[] => {
    const { text, at, said } = atom;
    if (!said) return [];
    const around = aroundNumber(sentence, place, before, isRead);
    return [{ type: "number", text, at, said, around, isTold, reading: readings.get(atom), dated: datedIn(atom) }];
  });
}

/** A number that is said of the other side is what the number of the own side is: a change, or a level. */
function otherNumber(caught: Caught, side: Whose, readings: Map<Atom, Reading>, { atoms }: ShapedSentence): void {
  const atom = caught.atom("oby");
  if (!atom?.said || readings.has(atom)) return;
  const named = caught.atom("o")?.letter;
  const before = [...atoms.values()].filter((one) => one.said && one.at < atom.at && one.said.unit === atom.said?.unit);
  const like = before.map((one) => readings.get(one)).at(-1);
  const hasOwn = caught.atom("by") !== undefined;
  if (!like && !hasOwn) return;
  const part = hasOwn ? "change" : (like?.part ?? "change");
  const other: Whose = named === "F" ? "force" : named === "G" ? "group" : opposite(side);
  readings.set(atom, {
    part,
    side: other,
    when: part === "level" ? (like?.when ?? "current") : undefined,
    direction: directionOf(caught),
    since: undefined,
    ofRate: like?.ofRate ?? false,
  });
}

/** By plain meaning, and generously: a rise of 80 % is said to double. */
const factors: readonly Factor[] = [
  { word: "doubled", least: 80 },
  { word: "trebled", least: 160 },
  { word: "tripled", least: 160 },
  { word: "quadrupled", least: 240 },
  { word: "halved", least: 40 },
];

function directionsIn(sentence: ShapedSentence, before: Said): DirectionClaim[] {
  const made = new Map<number, DirectionClaim>();
  for (const pattern of directionPatterns) {
    for (const caught of caughtBy(pattern, sentence)) {
      const atom = caught.atom("d") ?? caught.atom("w");
      if (!atom || made.has(atom.at)) continue;
      const than = caught.atom("b");
      const factor = factors.find(({ word }) => word === atom.text.toLowerCase());
      // "It has not doubled": it may have risen.
      if (factor && caught.words("not")) continue;
      const said = directionOf(caught) ?? (atom.letter === "A" ? "up" : "down");
      const direction = caught.words("not") ? (said === "up" ? "down" : "up") : said;
      const text = than ? sentence.text.slice(atom.at - sentence.at, than.end - sentence.at).trim() : atom.text;
      const [from, to] = [caught.atom("from")?.said, caught.atom("to")?.said];
      const pair = from && to && from.unit === to.unit ? ([from, to] as const) : undefined;
      made.set(atom.at, {
        type: "direction",
        text,
        at: atom.at,
        direction,
        side: sideOf(caught, before.side),
        pair,
        isLoose: !caught.atom("s"),
        factor,
        since: caught.atom("x")?.text,
        isCertain: isOfMeasure(sentence, before, caught.atom("x") !== undefined),
      });
    }
  }
  return [...made.values()];
}

function comparisonsIn(sentence: ShapedSentence, before: Whose, numbers: readonly NumberClaim[]): ComparisonClaim[] {
  const made = new Map<number, ComparisonClaim>();
  for (const pattern of comparisonPatterns) {
    for (const caught of caughtBy(pattern, sentence)) {
      const [change, level] = [caught.atom("change"), caught.atom("level")];
      const atom = change ?? level ?? caught.atom("r");
      const words = caught.words("r");
      const place = atom?.at ?? placeOf(words, caught.atom("own"), sentence);
      if (place === undefined || made.has(place)) continue;
      const letter = atom?.letter ?? (/^(more|further|larger|bigger)$/.test(words ?? "") ? "A" : "W");
      const subject = caught.atom("o")?.letter === "F" ? "group" : sideOf(caught, before);
      if (subject === "group" && caught.atom("o")?.letter === "G") continue;
      made.set(place, {
        ...{ type: "comparison", text: atom?.text ?? words ?? "", at: place, subject },
        relation: letter === "A" ? "above" : letter === "W" ? "below" : "near",
        // "Rose by 8.8%, more than the MSG" is of the rise.
        about:
          change ||
          (atom === undefined &&
            numbers.some(({ at, reading }) => at === caught.atom("own")?.at && reading?.part !== "level"))
            ? "change"
            : level || (caught.words("be") && caught.atom("s")?.letter !== "P")
              ? "level"
              : "either",
        when:
          /^(?:in|for|during) (?:the )?B/.test(sentence.shape) && !/C/.test(sentence.shape) ? "baseline" : "current",
        remained: /remain|still|stay/.test(caught.words("be") ?? ""),
        own: caught.atom("own")?.said,
        other: caught.atom("other")?.said,
      });
    }
  }
  return [...made.values()];
}

/** Where a small word such as "more" stands, behind the number that it follows. */
function placeOf(words: string | undefined, after: Atom | undefined, { text, at }: ShapedSentence): number | undefined {
  if (words === undefined) return undefined;
  const from = after ? after.end - at : 0;
  const place = text.toLowerCase().indexOf(words, from);
  return place < 0 ? undefined : at + place;
}
