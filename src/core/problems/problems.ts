// Every sentence the tool can say about bad input: a code, where, what is wrong, and what to write instead.

import type { Cells } from "../figure.ts";
import { inEnglish } from "../words/say.ts";
import { dataSentences } from "./data-problems.ts";
import { doubtSentences } from "./doubt-problems.ts";
import { planSentences } from "./plan-problems.ts";
import type { DoubtSentence, Place, Sentence } from "./sentence.ts";
import { workbookSentences } from "./workbook-problems.ts";

/** The catalogue. Each entry has a golden case of its name in test/cases. */
const sentences = { ...workbookSentences, ...dataSentences, ...planSentences };

export interface Problem extends Place {
  readonly code: Code;
  readonly severity: "error" | "warning" | "doubt";
  readonly message: string;
  readonly hint?: string;
  readonly note?: NonNullable<Sentence["note"]>;
}

/**
 * Between warning and error: the figure is printed with a note, and `check` says no until the plan accepts it. An
 * acceptance is of what is doubted and of its value as it stands.
 */
export interface Doubt extends Problem {
  readonly code: DoubtCode;
  readonly severity: "doubt";
  readonly at: string;
  readonly value: string;
  /** What it says in the language of the run, as a note of a table. */
  readonly published: () => string;
  /** The figures that it is of: those that come from these cells. */
  readonly cells: Cells;
}

export type DoubtCode = keyof typeof doubtSentences;
export type Code = keyof typeof sentences | DoubtCode;
/** Every code, for the gallery of cases. */
export const codes = [...Object.keys(sentences), ...Object.keys(doubtSentences)] as Code[];
export const doubtCodes = Object.keys(doubtSentences) as DoubtCode[];

export const isDoubt = (found: Problem): found is Doubt => found.severity === "doubt";

/** The doubt of that code at that place, about the figures of those cells. */
export function doubt<C extends DoubtCode>(
  code: C,
  place: Place,
  cells: Cells,
  ...args: Parameters<(typeof doubtSentences)[C]>
): Doubt {
  const sentenceOf = doubtSentences[code] as (...args: unknown[]) => DoubtSentence;
  const { message, hint, note, at, value } = inEnglish(() => sentenceOf(...args));
  return {
    published: () => sentenceOf(...args).message,
    ...{ code, severity: "doubt", ...placed(place), message, at, value, cells },
    ...(hint !== undefined && { hint }),
    ...(note && { note }),
  };
}

const placed = ({ file, line, column }: Place): Place => ({
  file,
  ...(line !== undefined && { line }),
  ...(column !== undefined && { column }),
});

/** The problem of that code at that place. */
export function problem<C extends keyof typeof sentences>(
  code: C,
  place: Place,
  ...args: Parameters<(typeof sentences)[C]>
): Problem {
  const say = sentences[code] as (...args: unknown[]) => Sentence;
  const { message, hint, note, severity = "error" } = say(...args);
  return { code, severity, ...placed(place), message, ...(hint !== undefined && { hint }), ...(note && { note }) };
}

/** In the order of file, line and column, each said once. */
export function sorted(problems: readonly Problem[]): Problem[] {
  const unique = new Map(problems.map((p) => [`${p.code}\n${p.file}\n${p.line}\n${p.column}\n${p.message}`, p]));
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...unique.values()].sort(
    (a, b) =>
      order(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      order(a.message, b.message),
  );
}

/** Of problems of one code, a file's first thousand are kept with their places, and the others counted. */
export function manyProblems(file: string) {
  const kept: Problem[] = [];
  const counts = new Map<Code, number>();
  return {
    push(found: Problem): void {
      const count = (counts.get(found.code) ?? 0) + 1;
      counts.set(found.code, count);
      if (count <= MOST_ALIKE) kept.push(found);
    },
    all: (): Problem[] => [
      ...kept,
      ...[...counts].flatMap(([code, count]) =>
        count > MOST_ALIKE ? [problem("alike-more", { file }, code, count - MOST_ALIKE)] : [],
      ),
    ],
  };
}
const MOST_ALIKE = 1_000;
