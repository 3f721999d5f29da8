// What is said of the data without small numbers: a message may quote one, and a digest may be tried with each of a few.

import { lineRunsOf, type Origin } from "../core/figure.ts";
import { nameKey } from "../core/names.ts";
import type { Problem } from "../core/problems/problems.ts";
import type { Data } from "../input/ingest.ts";
import type { Plan } from "../plan/model.ts";
import { keysOf } from "./small-numbers.ts";

/** In place of the digest of a file: whoever knows all else in it could try every number that a withheld one may be. */
export const NO_DIGEST = "withheld";

/** The data, with "[c]" for every small whole number in what is said of cells of series that the plan suppresses, and no digest of their files. */
export function withoutSmallNumbers(plan: Plan, data: Data): Data {
  const suppressed = plan.tables.flatMap(({ measures }) => measures.filter(({ under }) => under !== undefined));
  if (suppressed.length === 0) return data;
  const { store } = data;
  const under = Math.max(...suppressed.map((measure) => measure.under ?? 0));
  const keys = new Set(
    suppressed.flatMap(({ series, parts }) => [...keysOf(series), ...parts.map((part) => nameKey(part.series))]),
  );
  const lines = new Set(
    store
      .every()
      .filter(({ series }) => keys.has(nameKey(series)))
      .flatMap(({ figure }) => figure.from.flatMap(linesOf)),
  );
  // Of a file of one record an event, the number of records tells of each series what is left without the others.
  const counted = new Set(
    store
      .every()
      .filter((one) => one.counted === true)
      .flatMap(({ figure }) => figure.from.map(({ file }) => file)),
  );
  const files = new Set([...[...lines].map((line) => line.replace(/\n\d+$/, "")), ...counted]);
  const quiet = <P extends Problem>(found: P): P => {
    const { file, line, note } = found;
    const places = [[file, line] as const, ...(note ? [[note.file, note.line] as const] : [])];
    if (!places.some(([name, at]) => lines.has(`${name}\n${at}`))) return found;
    const value = "value" in found ? { value: hidden(String(found.value), under) } : {};
    // What is printed of a doubt is made when it is printed.
    const { published } = found as P & { readonly published?: () => string };
    return {
      ...found,
      ...value,
      ...(published && { published: () => hidden(published(), under) }),
      message: hidden(found.message, under),
      ...(note && { note: { ...note, message: hidden(note.message, under) } }),
    };
  };
  return {
    ...data,
    problems: data.problems.map(quiet),
    // Whether a count stands out, and beside which others, depends on the small ones near it.
    doubts: data.doubts
      .filter((one) => one.code !== "count-stands-out" || quiet(one).message === one.message)
      .map(quiet),
    inputs: data.inputs.map(({ records, ...input }) => ({
      ...input,
      ...(!counted.has(input.file) && { records }),
      ...(files.has(input.file) && { sha256: () => NO_DIGEST }),
    })),
    // Some of what the data disagree in shows only when they are asked.
    store: {
      ...store,
      get problems() {
        return store.problems.map(quiet);
      },
    },
  };
}

const linesOf = (origin: Origin): string[] =>
  lineRunsOf(origin).flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, index) => `${origin.file}\n${first + index}`),
  );

const hidden = (text: string, under: number): string =>
  text.replace(/(?<![\d.,/-])\d+(?![\d/]|[.,]\d)/g, (digits) => (Number(digits) < under ? "[c]" : digits));
