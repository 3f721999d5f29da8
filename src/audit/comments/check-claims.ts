// Comments against the figures of their rows: every claim is matched to a figure, or says to which other it belongs.
import { grouped } from "../../core/grouped.ts";
import { magnitudes } from "../../core/interval.ts";
import { compareExact, exact } from "../../core/number.ts";
import { periodKey, periodName } from "../../core/period.ts";
import type { Finding } from "../findings.ts";
import { leftoverText } from "../read/leftover-text.ts";
import type { Comment } from "../read/read-comments.ts";
import { isOfPlace, ofElsewhere } from "./about-elsewhere.ts";
import { checkComparison, multipleOf } from "./check-comparisons.ts";
import { checkNumber, directionWords } from "./check-numbers.ts";
import type { Claim, DirectionClaim, NumberClaim, PeriodClaim } from "./claim.ts";
import {
  type Checked,
  type CheckedClaim,
  type CommentAudit,
  type CommentContext,
  changesOf,
  notChecked,
} from "./context.ts";
import { claimsOf } from "./find-claims.ts";
import { overlaps, whenIn, whenOf } from "./find-periods.ts";
import { figuresOf, fitsDirection, fitsWhen, isOf, nameOf, type RowFigure } from "./row-figures.ts";

/** More characters than any comment has. */
const MOST_COMMENT = 20_000;
const tooLong = {
  class: "cannot-be-checked",
  message: `the comment is longer than ${MOST_COMMENT} characters, and what follows them was not checked`,
} as const;

/** The claims of a comment against the figures of its row. */
export function auditComment(comment: Comment, context: CommentContext): CommentAudit {
  const figures = figuresOf(context.values);
  const read = comment.text.slice(0, MOST_COMMENT);
  const subject = { measure: comment.measure, force: context.force, groups: context.groups };
  const claims = withoutShared(
    claimsOf(read, subject).map((claim) => ({ claim, ...checkOf(claim, figures, context) })),
    context,
  );
  const place = { file: comment.file, line: comment.line, column: comment.column, measure: comment.measure };
  const strays = leftoverText.flatMap(({ class: kind, pattern }) =>
    [...comment.text.matchAll(pattern)].map(
      (match): Finding => ({
        ...place,
        class: kind,
        printed: match[0],
        message: `"${match[0]}" was left in the comment`,
      }),
    ),
  );
  const wrong = claims.flatMap(({ claim, status, says }): Finding[] =>
    status === "matched" || status === "matched after rounding" || status === "not checked"
      ? []
      : [{ ...place, class: status, printed: claim.text, message: `"${claim.text}": ${says}` }],
  );
  return {
    comment,
    claims,
    settled: claims.filter(({ status }) => status !== "not checked").length,
    findings: [...wrong, ...strays, ...(comment.text.length > MOST_COMMENT ? [{ ...place, ...tooLong }] : [])],
  };
}

/**
 * In "There were 395 (2019: 348)" the year is said of the one number, and in "the MSG's 0.463 is below our 0.611" the
 * group: a number that is another figure is not held to words that another number of its sentence fits.
 */
function withoutShared(claims: readonly CheckedClaim[], { periods, force }: CommentContext): CheckedClaim[] {
  const startOf = ({ at, sentence }: NumberClaim): number => at - sentence.length;
  const figures = grouped(
    claims.flatMap(({ claim, figure }) =>
      figure && claim.type === "number" ? [[startOf(claim), figure] as const] : [],
    ),
  );
  return claims.map((one) => {
    const { claim } = one;
    if (claim.type !== "number" || one.status !== "another-figure") return one;
    const when = whenOf(claim.around, claim.direction, periods);
    const isShared = figures
      .get(startOf(claim))
      ?.some((figure) => isOf(claim.side, force)(figure) && fitsWhen(when)(figure));
    return isShared
      ? { claim, ...notChecked(`${one.says}; another number of the sentence is what its words say`) }
      : one;
  });
}

function checkOf(claim: Claim, figures: readonly RowFigure[], context: CommentContext): Checked {
  switch (claim.type) {
    case "number":
      return checkNumber(claim, figures, context);
    case "direction":
      return directionOf(claim, figures, context);
    case "multiple":
      return multipleOf(claim, figures, context);
    case "comparison":
      return checkComparison(claim, figures, context);
    case "rank":
      return notChecked("no column of the table gives ranks");
    case "period":
      return periodOf(claim, context);
  }
}

function directionOf(claim: DirectionClaim, figures: readonly RowFigure[], context: CommentContext): Checked {
  const { force, periods } = context;
  if (claim.side === undefined) return notChecked("it is not certain what moved");
  if (claim.than !== undefined && whenIn(claim.than, periods) !== "baseline")
    return notChecked("it is of another period");
  const [change, ...more] = changesOf(figures, claim.side, force);
  if (!change) return notChecked("the row gives no change");
  if ([change, ...more].some((one) => fitsDirection(claim.direction, claim.negated, one)))
    return { status: "matched", says: nameOf(change) };
  if (isOfPlace(claim.clause, context)) return notChecked("it is of another area");
  const beyond = ofElsewhere(claim.clause, context);
  if (beyond) return notChecked(beyond);
  // How little is no change is a matter of judgement up to 5 %.
  const relative = [change, ...more].find(({ role }) => role.kind === "percent-change");
  const isLittle = relative ? compareExact(magnitudes(relative.interval).from, exact(5)) < 0 : true;
  if (claim.direction === "still" && isLittle) return notChecked(`it is a matter of judgement: ${nameOf(change)}`);
  return {
    status: "wrong-direction",
    says: `the words say ${claim.negated ? "not " : ""}${directionWords[claim.direction]}, but the ${nameOf(change)}`,
  };
}

function periodOf({ period, as, text }: PeriodClaim, { periods, otherPeriods }: CommentContext): Checked {
  if (!period) return { status: "period-impossible", says: `"${text}" is no period` };
  const known = Object.entries(periods).find(([, one]) => periodKey(one) === periodKey(period));
  if (known) return { status: "matched", says: `the ${known[0]} period` };
  if (otherPeriods.some((one) => periodKey(one) === periodKey(period)))
    return { status: "matched", says: "a period of the row" };
  const { baseline, current } = periods;
  if (as === "baseline" && baseline && !overlaps(period, baseline))
    return { status: "wrong-period", says: `the baseline is ${periodName(baseline)}` };
  if (as === "rolling" && current && period.to - period.from === current.to - current.from) {
    return { status: "wrong-period", says: `the table is of ${periodName(current)}` };
  }
  return notChecked("another period than those of the table");
}
