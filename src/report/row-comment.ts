// The comment on a measure: which is shown, and what is said of one that was written for an earlier period.

import { type Period, periodName } from "../core/period.ts";
import { problem } from "../core/problems/problems.ts";
import { periodInWords } from "../core/words/periods.ts";
import { say } from "../core/words/say.ts";
import type { Comments } from "../input/comments.ts";
import type { Measure } from "../plan/model.ts";
import type { RowContext } from "./context.ts";
import type { Standing } from "./standing.ts";

export interface RowComment {
  readonly comment: string | undefined;
  /** The earlier period that it was written for; nothing where it is of the current one, or of any. */
  readonly commentFrom: Period | undefined;
}

/**
 * The comment on a measure that stands so. What was written for an earlier period explains why an aim was missed then: it is
 * told, and left out where the aim is met now.
 */
export function commentOf(
  { name, comment, current }: Measure,
  standing: Standing,
  comments: Comments,
  raise: RowContext["raise"],
): RowComment {
  const [own, from, place] = [comment ?? comments.of(name), comments.carriedFrom(name), comments.placeOf(name)];
  if (from === undefined || place === undefined || current.period === undefined) {
    return { comment: own, commentFrom: undefined };
  }
  const [before, now] = [periodName(from), periodName(current.period)];
  if (standing !== "achieved" && standing !== "on track") {
    raise(problem("comment-carried", place, name, before, now));
    return { comment: own, commentFrom: from };
  }
  raise(problem("comment-past", place, name, before, now, standing));
  return { comment: undefined, commentFrom: undefined };
}

/** The comment as it is published: one that was written for an earlier period says so. */
export const commentWords = ({ comment, commentFrom }: RowComment): string | undefined =>
  comment === undefined || commentFrom === undefined
    ? comment
    : say("comment.carried", { period: periodInWords([commentFrom]), comment });
