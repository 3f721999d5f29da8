// Whether a plan is ready to publish, for people: each demand with its answer, and what is lacking below it.

import type { Problem } from "../core/problems/problems.ts";
import { counted } from "../core/problems/sentence.ts";
import { printable, wrap } from "../core/safe-text.ts";
import { SHORT } from "../plan/measure-schema.ts";
import type { SettledDoubt } from "../report/doubts.ts";
import type { CommentNumbers } from "./comments.ts";
import { answerTo, type Demand, type DemandAnswer, demands, type Lack } from "./demands.ts";

/** What was checked, and what of it is lacking. */
export interface CheckResult {
  readonly title: string;
  readonly file: string;
  readonly lacks: readonly Lack[];
  readonly numbers: CommentNumbers;
  /** Of the folder that was published, the files that no report writes; nothing where none was named. */
  readonly others: readonly string[] | undefined;
  /** What is worth knowing, and keeps nothing from being published. */
  readonly told: readonly Problem[];
  readonly doubts: readonly SettledDoubt[];
}

/** "Ready to publish", what a person has to read before, or how much is lacking. */
export function readyWords(lacks: readonly Lack[], { unchecked: { length } }: CommentNumbers): string {
  if (lacks.length === 0) {
    return length === 0
      ? "Ready to publish"
      : `Ready to publish, once a person has read ${counted(length, "number")} in its comments`;
  }
  return `Not ready to publish: ${lacks.length === 1 ? "1 thing is" : `${lacks.length} things are`} lacking`;
}

/** What each demand is called; of the numbers of comments also how many are right, wrong, and for a person to read. */
export function demandWords(
  demand: Demand,
  { numbers, checked, wrong, unchecked }: CommentNumbers,
  lacks: readonly Lack[],
): string {
  if (demand !== "number" || numbers === 0) return demands[demand];
  const parts = [
    { count: wrong, words: wrong === 1 ? "is wrong" : "are wrong" },
    { count: unchecked.length, words: `${unchecked.length === 1 ? "is" : "are"} for a person to read` },
    { count: checked - wrong, words: checked - wrong === 1 ? "is right" : "are right" },
  ].filter(({ count }) => count > 0);
  const isOfWords = lacks.some((lack) => lack.demand === demand) && wrong === 0;
  const said = parts.map(({ count, words }) => `${count} ${words}`).join(", ");
  const all = `${numbers === 1 ? "1 number is" : `all ${numbers} numbers are`} right`;
  return `${demands[demand]}: ${checked - wrong === numbers ? all : `of ${counted(numbers, "number")}, ${said}`}${isOfWords ? "; words about them are wrong" : ""}`;
}

/** How each answer is marked. */
export const marks = { yes: "yes", read: "READ", no: "NO" } as const satisfies Record<DemandAnswer, string>;

/** The demands that were looked at: of files, only where a folder was named. */
export const demandsAsked = (others: CheckResult["others"]): readonly Demand[] =>
  (Object.keys(demands) as Demand[]).filter((demand) => others !== undefined || demand !== "file");

/** The answer as text, as wide as the terminal; `long` are names that the overview has no room for. */
export function checkText({ lacks, numbers, others }: CheckResult, long: readonly string[], columns: number): string {
  const lines = demandsAsked(others).flatMap((demand) => {
    const own = lacks.filter((lack) => lack.demand === demand);
    const said = own.flatMap(({ file, line, message, accept }) => {
      const where = [file, line].filter((part) => part !== undefined).join(":");
      const what = wrap(printable(where === "" ? message : `${where}: ${message}`), columns, "    ");
      if (accept === undefined) return [what];
      return [
        what,
        wrap("if the figure is right, accept it in the plan:", columns, "      "),
        `      ${printable(accept)}`,
      ];
    });
    const open = (demand === "number" ? numbers.unchecked : []).map(({ file, line, measure, number, message }) =>
      wrap(printable(`${file}:${line}: ${measure}: read "${number}" yourself: ${message}`), columns, "    "),
    );
    const head = wrap(demandWords(demand, numbers, own), columns, "       ").trimStart();
    const mark = marks[answerTo(demand, lacks, numbers.unchecked.length)];
    return [`  ${mark.padEnd(4)} ${head}`, ...said, ...open];
  });
  // What is not looked at is not said to be right.
  if (others && others.length > 0) {
    lines.push(
      wrap(printable(`not checked, because the report does not write them: ${others.join(", ")}`), columns, "    "),
    );
  }
  if (long.length > 0) {
    const names = long.map((name) => `"${name}"`).join(", ");
    const are = long.length === 1 ? "1 name is" : `${long.length} names are`;
    lines.push(
      wrap(
        printable(
          `tip: ${are} longer than ${SHORT} letters; write a shorter one for the overview under short: ${names}`,
        ),
        columns,
        "    ",
      ),
    );
  }
  return `${readyWords(lacks, numbers)}\n${lines.join("\n")}\n`;
}
