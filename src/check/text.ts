// Whether a plan is ready to publish, for people: each demand with its answer, and what is lacking below it.

import type { Problem } from "../core/problems/problems.ts";
import { counted } from "../core/problems/sentence.ts";
import { printable, wrap } from "../core/safe-text.ts";
import { SHORT } from "../plan/measure-schema.ts";
import type { SettledDoubt } from "../report/doubts.ts";
import type { CommentNumbers } from "./comments.ts";
import { type Demand, demands, type Lack } from "./demands.ts";

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

/** "Ready to publish", or how much is lacking. */
export function readyWords(lacks: readonly Lack[]): string {
  if (lacks.length === 0) return "Ready to publish";
  return `Not ready to publish: ${lacks.length === 1 ? "1 thing is" : `${lacks.length} things are`} lacking`;
}

/** What each demand is called, with how many numbers of comments it was checked by: a "yes" is worth as much as that. */
export function demandWords(demand: Demand, { numbers, checked }: CommentNumbers): string {
  if (demand !== "number" || numbers === 0) return demands[demand];
  return `${demands[demand]}: ${checked} of ${counted(numbers, "number")} checked`;
}

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
      wrap(printable(`${file}:${line}: ${measure}: not checked: "${number}": ${message}`), columns, "    "),
    );
    const head = wrap(demandWords(demand, numbers), columns, "       ").trimStart();
    return [`  ${own.length === 0 ? "yes" : "NO "}  ${head}`, ...said, ...open];
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
  return `${readyWords(lacks)}\n${lines.join("\n")}\n`;
}
