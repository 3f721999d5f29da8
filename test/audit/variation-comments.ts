// Comments on the rows of made-up tables, true and with one error: a number, a direction, a unit or a period.
// The forms of words are those of published comments (fixtures/published-2023) and of the quarterly reports that they are like.
import { type Made, printed } from "./variations.ts";

export const commentErrors = ["comment number", "direction", "comment unit", "period"] as const;
export type CommentError = (typeof commentErrors)[number];
export interface SaidOf {
  readonly measure: string;
  readonly text: string;
}

/** What a sentence is made of: UP is the verb, RISE its noun, A and B the counts, P the percentage, V the variance. */
const sentences = [
  "M UP by P since WAS.",
  "M UP from A to B.",
  "M UP by P, from A to B offences.",
  "There was RISE of P in MN.",
  "M has UPPED by P against the WAS baseline.",
  "M UP by V offences, or P.",
  "MN UP to B.",
  "M UP by P to B.",
  "There were B offences in the current period, compared with A in the baseline.",
  "Recorded MN UP by P between WAS and IS.",
  "Over the current period MN UP by P.",
  "M is UPWARD P on the WAS baseline.",
  "A total of B offences.",
  "Levels of MN UP by P.",
  "M UP by P in the last 12 months.",
];
const verbs = {
  up: {
    UP: ["rose", "increased", "has risen", "grew"],
    UPPED: ["increased", "risen"],
    RISE: ["an increase", "a rise"],
    UPWARD: ["up"],
  },
  down: {
    UP: ["fell", "decreased", "has fallen", "reduced", "dropped"],
    UPPED: ["decreased", "fallen"],
    RISE: ["a reduction", "a fall", "a decrease"],
    UPWARD: ["down"],
  },
};

/** A comment on a row of a table, true; and with an error, if its sentence has what it takes. Nothing for a row that did not move. */
export function commentOn(
  made: Made,
  random: () => number,
): { right: SaidOf; wrong: Partial<Record<CommentError, SaidOf>> } | undefined {
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const { name: measure, cells } = one(made.lines.slice(0, 5));
  const [a, b] = [printed(cells.c0 ?? "", true), printed(cells.c1 ?? "", true)];
  const percent = printed(cells.p ?? "");
  const keys = made.columns.map(({ key }) => key);
  if (
    !a ||
    !b ||
    !percent ||
    Math.abs(percent.v) < 3 ||
    made.args.length > 0 ||
    made.note !== "" ||
    !keys.includes("p")
  )
    return undefined;
  const [was, is] = made.periods;
  const isDated = /\d{4}$/.test(was) && /\d{4}$/.test(is) && !/^[A-Z][a-z]{2,8}[ -]\d/.test(was);
  const able = sentences.filter((sentence) => isDated || !/WAS|IS/.test(sentence));
  const sentence = one(able);
  const up = b.v > a.v ? "up" : "down";
  const places = /\.(\d+)/.exec(cells.p ?? "")?.[1]?.length ?? 0;
  const said = (
    way: "up" | "down",
    numbers: { a: string; b: string; p: string; v: string; was: string; is: string },
  ): string => {
    const words = verbs[way];
    const index = Math.floor(spin * 7);
    const pick = (list: readonly string[]): string => list[index % list.length] as string;
    const lower = measure.toLowerCase();
    return sentence
      .replace("UPWARD", pick(words.UPWARD))
      .replace("UPPED", pick(words.UPPED))
      .replace("RISE", pick(words.RISE))
      .replace("UP", pick(words.UP))
      .replace("MN", lower)
      .replace(/\bM\b/, measure)
      .replace("WAS", numbers.was)
      .replace(/\bIS\b/, numbers.is)
      .replace(/\bA\b(?! total)/, numbers.a)
      .replace(/\bB\b/, numbers.b)
      .replace(/\bP\b/, numbers.p)
      .replace(/\bV\b/, numbers.v);
  };
  const spin = random();
  const true_ = {
    a: cells.c0 ?? "",
    b: cells.c1 ?? "",
    p: `${Math.abs(percent.v).toFixed(places)}%`,
    v: String(Math.abs(b.v - a.v)),
    was,
    is,
  };
  const wrong: Partial<Record<CommentError, SaidOf>> = {};
  const put = (kind: CommentError, text: string): void => {
    if (text !== right.text) wrong[kind] = { measure, text };
  };
  const right = { measure, text: said(up, true_) };
  const off = (text: string): string =>
    text
      .replace(/\d(?=[^\d]*$)/, (digit) => String((Number(digit) + 3) % 10))
      .replace(/^(\d)/, (digit) => String((Number(digit) % 9) + 1));
  // One number of the sentence, with its first and its last digit changed.
  const number = one(
    (["a", "b", "p", "v"] as const).filter((key) => new RegExp(`\\b${key.toUpperCase()}\\b(?! total)`).test(sentence)),
  );
  if (number) put("comment number", said(up, { ...true_, [number]: off(true_[number]) }));
  if (/UP|RISE/.test(sentence)) put("direction", said(up === "up" ? "down" : "up", true_));
  if (/\bP\b/.test(sentence))
    put("comment unit", said(up, { ...true_, p: true_.p.replace("%", " percentage points") }));
  if (/WAS/.test(sentence)) put("period", said(up, { ...true_, was: "2011" }));
  return { right, wrong };
}
