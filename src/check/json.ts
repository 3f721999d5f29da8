// What a plan lacks, as JSON.
import { writtenAs } from "../core/json-schema.ts";
import { doubtsJson, problemsJson } from "../core/problems/doubts-json.ts";
import type { Problem } from "../core/problems/problems.ts";
import type { SettledDoubt } from "../report/doubts.ts";
import type { CommentNumbers } from "./comments.ts";
import { answerTo } from "./demands.ts";
import type { CheckJson } from "./schema.ts";
import { demandsAsked } from "./text.ts";

/** For scripts: plan-measures/check/1. `others` are the files of a folder that the report does not write. */
export const checkJson = (
  plan: string,
  { lacks, numbers, checked, wrong, unchecked }: CommentNumbers,
  others: readonly string[] | undefined,
  told: readonly Problem[],
  doubts: readonly SettledDoubt[],
): CheckJson =>
  writtenAs<CheckJson>()({
    schema: "plan-measures/check/1",
    ...{ plan, ready: lacks.length === 0, lacks },
    answers: demandsAsked(others).map((demand) => ({ demand, answer: answerTo(demand, lacks, unchecked.length) })),
    numbers: { of: numbers, checked, wrong, "not-checked": unchecked },
    ...(others && { "not-looked-at": others }),
    problems: problemsJson(told),
    doubts: doubtsJson(doubts),
  });
