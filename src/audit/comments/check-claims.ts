// Comments against the figures of their rows: every claim is matched to a figure, or says to which other it belongs.
import { compareExact, exact, exactText, HUNDRED, over } from "../../core/number.ts";
import { periodKey, periodName } from "../../core/period.ts";
import type { Finding } from "../checks/findings.ts";
import { canBe, nearestPercentages } from "../checks/sums.ts";
import { isChange, type PeriodRole } from "../read/headings.ts";
import { leftoverText } from "../read/leftover-text.ts";
import type { Comment } from "../read/read-comments.ts";
import { isOfPlace, isOtherPeriod, ofElsewhere } from "./about-elsewhere.ts";
import { isSaidOf, ofOther } from "./about-measure.ts";
import { checkComparison, gapOf, multipleOf } from "./check-comparisons.ts";
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
import { overlaps, periodClaims, whenIn, whenOf } from "./find-periods.ts";
import {
  abs,
  agreement,
  asSaid,
  figuresOf,
  fitsDirection,
  fitsPart,
  fitsUnit,
  fitsWhen,
  isOf,
  nameOf,
  type RowFigure,
  rateChangesOf,
  takes,
} from "./row-figures.ts";
import { otherStretch } from "./since-when.ts";
import { type Direction, gapAfter, partWords } from "./vocabulary.ts";

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
  return claims.map((one) => {
    const { claim } = one;
    if (claim.type !== "number" || one.status !== "another-figure") return one;
    const when = whenOf(claim.around, claim.direction, periods);
    const isShared = claims.some(
      ({ claim: other, figure }) =>
        figure &&
        other.type === "number" &&
        other.earlier === claim.earlier &&
        isOf(claim.side, force)(figure) &&
        fitsWhen(when)(figure),
    );
    return isShared
      ? { claim, ...notChecked(`${one.says}; another number of the sentence is what its words say`) }
      : one;
  });
}

function checkOf(claim: Claim, figures: readonly RowFigure[], context: CommentContext): Checked {
  switch (claim.type) {
    case "number":
      return numberOf(claim, figures, context);
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

function numberOf(claim: NumberClaim, figures: readonly RowFigure[], context: CommentContext): Checked {
  if (claim.base !== undefined && claim.unit === "%" && !canBe(claim, { number: claim.base })) {
    return {
      status: "impossible-percentage",
      says: `no number of ${exactText(claim.base)} is that share; the nearest are ${nearestPercentages(claim, { number: claim.base })}`,
    };
  }
  const when = whenOf(claim.around, claim.direction, context.periods);
  const gap = claim.isGap ? gapOf(claim, figures, context.force, when ?? "current") : undefined;
  if (gap) return { status: "matched", says: gap };
  const isOfRate = claim.unit === "%" && /\brates?\b/i.test(`${claim.sentence} ${claim.clause}`);
  const like = [...figures, ...(isOfRate ? rateChangesOf(context.values) : [])]
    .flatMap((one) => asSaid(claim, one))
    .flatMap((figure) => {
      const agrees = agreement(claim, figure);
      return agrees ? [{ figure, agrees }] : [];
    });
  const best = (list: typeof like) =>
    list.find(({ agrees }) => agrees === "same") ?? list.find(({ agrees }) => agrees === "rounded") ?? list[0];
  const right = like.filter(({ figure }) => fitsUnit(claim)(figure) && fitsPart(claim)(figure));
  const ofSide = right.filter(({ figure }) => isOf(claim.side, context.force)(figure) && fitsWhen(when)(figure));
  const signed = ofSide.filter(({ figure }) => fitsDirection(directionSaid(claim, context), claim.negated, figure));
  const match = best(signed);
  if (match) {
    const stretch = isChange(match.figure.role.kind)
      ? otherStretch(`${claim.around.before}${claim.text}${claim.around.after}`, context)
      : undefined;
    // A number of few digits may be another change as well.
    const isExact = claim.places > 0 || exactText(claim.number).length > 2;
    if (stretch && isExact) return { status: "wrong-period", says: `${nameOf(match.figure)}: ${stretch}` };
    const beyond = stretch ?? (isOtherPeriod(claim.clause, context) ? "it is of another period" : undefined);
    if (beyond) return notChecked(beyond);
    const status =
      match.agrees === "same" ? "matched" : match.agrees === "rounded" ? "matched after rounding" : "other-rounding";
    return {
      status,
      figure: match.figure,
      says:
        match.agrees === "other rounding"
          ? `cut off rather than rounded: ${nameOf(match.figure)}`
          : nameOf(match.figure),
    };
  }
  if (isOfPlace(claim.clause, context)) return notChecked("it is of another area");
  const contrary = best(ofSide);
  if (contrary)
    return {
      status: "wrong-direction",
      says: `the words say ${claim.negated ? "not " : ""}${directionWords[directionSaid(claim, context) ?? "still"]}, but it is the ${nameOf(contrary.figure)}`,
    };
  const otherUnit = best(
    like.filter(
      ({ figure }) =>
        isOf(claim.side, context.force)(figure) &&
        !fitsUnit(claim)(figure) &&
        (takes["%"].includes(figure.role.kind) || takes.points.includes(figure.role.kind)) &&
        fitsPart(claim)(figure),
    ),
  );
  if (otherUnit && claim.unit)
    return {
      status: "wrong-unit",
      says: `it is the ${nameOf(otherUnit.figure)}: in ${otherUnit.figure.role.kind === "points" ? "percentage points, not %" : "%, not percentage points"}`,
    };
  // A number without a unit is of no percentage, and a rounded one of nothing that was not meant.
  const isMeant = ({ figure, agrees }: (typeof like)[number]): boolean =>
    claim.unit !== undefined ||
    claim.places > 0 ||
    (agrees === "same" && ![...takes["%"], ...takes.points].includes(figure.role.kind));
  const elsewhere = best(like.filter((one) => fitsUnit(claim)(one.figure) && isMeant(one)));
  if (elsewhere && (claim.side !== undefined || claim.part !== undefined || when !== undefined))
    return { status: "another-figure", says: `it is the ${nameOf(elsewhere.figure)}` };
  const beyond = ofElsewhere(claim.clause, context);
  if (beyond) return notChecked(beyond);
  const meant =
    claim.unit !== undefined ||
    (claim.part === "by" && claim.direction !== undefined) ||
    claim.places > 0 ||
    isLikeCount(claim, figures, context, when);
  const isSaid = isSaidOf(claim, context);
  if (!meant && !isSaid) return notChecked("no figure of the row; say what it is of");
  if (claim.isGap && gapAfter.test(claim.around.after) && !gap && !/than|msg/i.test(claim.around.after))
    return notChecked("it is not certain what it is compared with");
  const other = isSaid ? undefined : ofOther(claim, context);
  if (other) return notChecked(`no figure of the row; it may be of something else: "${other}"`);
  const row = otherRow(claim, context);
  if (row) return { status: "another-figure", says: row };
  return { status: "not-found", says: `no figure of the row${nearestFigure(claim, figures, context)}` };
}

/** "47 more in 2019 than in 2023" is 47 fewer now. */
function directionSaid({ direction, more }: NumberClaim, { periods }: CommentContext): Direction | undefined {
  const [earlier = "", later] = more?.split(/\bthan\b/i) ?? [];
  const isTurned = later !== undefined && (whenIn(earlier, periods) ?? "current") === "baseline";
  return isTurned ? (direction === "up" ? "down" : "up") : direction;
}

/** A whole number that is said to be of the measure and is near its counts: what is far from them is of something else. */
function isLikeCount(
  claim: NumberClaim,
  figures: readonly RowFigure[],
  { force, periods }: CommentContext,
  when: PeriodRole | undefined,
): boolean {
  const isSaid =
    claim.ofMeasure || (when !== undefined && /^\s*($|in\b|during\b|for\b|this\b|[).,])/i.test(claim.around.after));
  if (!isSaid || partWords.test(claim.clause) || compareExact(claim.number, HUNDRED) < 0) return false;
  // A count of a period that only overlaps one of the table's is another count.
  const known = Object.values(periods).map(periodKey);
  const dated = periodClaims(claim.clause).flatMap(({ period }) => period ?? []);
  if (dated.length > 0 && !dated.some((period) => known.includes(periodKey(period)))) return false;
  return figures.some(
    (figure) =>
      figure.role.kind === "count" &&
      isOf("force", force)(figure) &&
      figure.printed !== undefined &&
      compareExact(over(claim.number.minus(figure.printed.number).abs(), claim.number), exact("0.2")) <= 0,
  );
}

const directionWords: Readonly<Record<Direction, string>> = { up: "more", down: "less", still: "no change" };

/** A number of three digits or more that stands in one other row alone. */
function otherRow(claim: NumberClaim, { others }: CommentContext): string | undefined {
  if (exactText(claim.number).replace(/\D/g, "").length < 3) return undefined;
  const found = others.flatMap(({ measure, values }) =>
    [...values.values()].flatMap((value) => {
      const spoken: RowFigure = { role: value.role, printed: value, interval: value.interval };
      return value.column !== undefined &&
        compareExact(value.number.abs(), claim.number) === 0 &&
        fitsUnit(claim)(spoken) &&
        fitsPart(claim)(spoken)
        ? [`it is of ${measure}: ${nameOf(spoken)}`]
        : [];
    }),
  );
  return new Set(found).size === 1 ? found[0] : undefined;
}

/** The figure that the claim should have been, where its words leave one. */
function nearestFigure(claim: NumberClaim, figures: readonly RowFigure[], context: CommentContext): string {
  const meant = figures.filter(
    (figure) =>
      figure.printed &&
      fitsUnit(claim)(figure) &&
      fitsPart(claim)(figure) &&
      isOf(claim.side ?? "force", context.force)(figure) &&
      fitsDirection(claim.direction, claim.negated, figure),
  );
  return meant.length === 0 ? "" : `; it gives ${meant.slice(0, 3).map(nameOf).join("; ")}`;
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
  const isLittle = relative ? compareExact(abs(relative.interval).from, exact(5)) < 0 : true;
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
