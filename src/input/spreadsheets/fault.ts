// What is wrong with a workbook, thrown from wherever it shows and caught where its sheets are read.

import { type Problem, problem } from "../../core/problems/problems.ts";
import { columnName, type Place } from "../../core/problems/sentence.ts";

type Args<C extends Parameters<typeof problem>[0]> =
  Parameters<typeof problem<C>> extends [C, Place, ...infer A] ? A : [];

/** An error that is no fault of the tool: `problem` says it of a file. */
export function fault<C extends "workbook-broken" | "workbook-locked" | "workbook-old" | "workbook-too-large">(
  code: C,
  ...args: Args<C>
): Error {
  return Object.assign(new Error(code), { say: (place: Place) => problem(code, place, ...(args as never)) });
}

/** The error of a workbook that is damaged, and how. */
export const broken = (why: string): Error => fault("workbook-broken", why);

/** The same, of one of its parts. */
export const brokenPart = (part: string, why: string): Error => broken(`its part ${part} ${why}`);

/** The same, of one cell: "C12", counted from 0 and from 1. */
export function brokenCell(column: number, line: number, why: string): Error {
  const say = (place: Place) =>
    problem("workbook-broken", { ...place, line }, `its cell ${columnName(column)}${line} ${why}`);
  return Object.assign(new Error("workbook-broken"), { say });
}

/** The problem that such an error says; any other is thrown again. */
export function faultOf(error: unknown, file: string): Problem {
  if (error instanceof Error && "say" in error) return (error.say as (place: Place) => Problem)({ file });
  throw error;
}
