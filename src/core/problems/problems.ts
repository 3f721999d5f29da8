// Every sentence the tool can say about bad input: a code, where, what is wrong, and what to write instead.

import { dataSentences } from "./data-problems.ts";
import { planSentences } from "./plan-problems.ts";
import type { Place, Sentence } from "./sentence.ts";
import { workbookSentences } from "./workbook-problems.ts";

/** The catalogue. Each entry has a golden case of its name in test/cases. */
const sentences = { ...workbookSentences, ...dataSentences, ...planSentences };

export interface Problem extends Place {
  readonly code: Code;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly hint?: string;
  readonly note?: NonNullable<Sentence["note"]>;
}

export type Code = keyof typeof sentences;
/** Every code, for the gallery of cases. */
export const codes = Object.keys(sentences) as Code[];

/** The problem of that code at that place. */
export function problem<C extends Code>(code: C, place: Place, ...args: Parameters<(typeof sentences)[C]>): Problem {
  const say = sentences[code] as (...args: unknown[]) => Sentence;
  const { message, hint, note, severity = "error" } = say(...args);
  const where = {
    file: place.file,
    ...(place.line !== undefined && { line: place.line }),
    ...(place.column !== undefined && { column: place.column }),
  };
  return { code, severity, ...where, message, ...(hint !== undefined && { hint }), ...(note && { note }) };
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
