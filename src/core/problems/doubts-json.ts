// Problems and doubts for scripts, as every JSON output has them.
import { writtenAs } from "../json-schema.ts";
import type { DoubtJson, ProblemJson } from "./problem-schema.ts";
import { type Doubt, type Problem, sorted } from "./problems.ts";

/** A doubt, with what the plan says of it where it is accepted, and the measures that it is about where there are any. */
interface JudgedDoubt {
  readonly doubt: Doubt;
  readonly acceptance?:
    | { readonly reason: string; readonly by?: string | undefined; readonly on?: string | undefined }
    | undefined;
  readonly measures?: readonly string[];
}

/** Problems for scripts, in the order of their places. */
export const problemsJson = (problems: readonly Problem[]): readonly ProblemJson[] =>
  writtenAs<readonly ProblemJson[]>()(sorted(problems).filter(isNoDoubt));
const isNoDoubt = (one: Problem): one is Problem & { readonly severity: "error" | "warning" } =>
  one.severity !== "doubt";

/** Doubts for scripts; in the order of their places. */
export const doubtsJson = (settled: readonly JudgedDoubt[]): readonly DoubtJson[] =>
  writtenAs<readonly DoubtJson[]>()(
    settled
      .map(({ doubt: { code, file, line, column, message, hint, note, at, value }, acceptance, measures }) => ({
        ...{ code, file },
        ...(line !== undefined && { line }),
        ...(column !== undefined && { column }),
        ...{ message, at, value },
        ...(hint !== undefined && { hint }),
        ...(note && { note }),
        ...(measures && { measures }),
        ...(acceptance && {
          accepted: {
            reason: acceptance.reason,
            ...(acceptance.by !== undefined && { by: acceptance.by }),
            ...(acceptance.on !== undefined && { on: acceptance.on }),
          },
        }),
      }))
      .sort((a, b) => order(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || order(a.message, b.message)),
  );

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
