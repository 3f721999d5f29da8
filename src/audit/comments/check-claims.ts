// Comments against the figures of their rows: every claim is matched to a figure, is against one, or is told as not checked.
import { exactText } from "../../core/number.ts";
import { type Period, periodKey, periodName } from "../../core/period.ts";
import { leftoverText } from "../checks/left-in-cells.ts";
import type { Finding } from "../findings.ts";
import { isChange, isLevel } from "../read/headings.ts";
import type { Comment } from "../read/read-comments.ts";
import { againstWords, directionWords } from "./against-words.ts";
import { type Agreeing, alikeOf } from "./alike.ts";
import { heldComparison } from "./check-comparison.ts";
import { heldDirection } from "./check-direction.ts";
import type { Claim, NumberClaim, PeriodClaim, Reading, SaidNumber } from "./claim.ts";
import { type Checked, type CommentAudit, type CommentContext, notChecked } from "./context.ts";
import { claimsOf } from "./find-claims.ts";
import { overlaps, periodClaims } from "./find-periods.ts";
import {
  figuresOf,
  fitsDirection,
  fitsPart,
  fitsUnit,
  isOf,
  nameOf,
  type RowFigure,
  rateChangesOf,
} from "./row-figures.ts";

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
  const claims = claimsOf(read, { ...context, measure: comment.measure }).map((claim) => ({
    claim,
    ...checkOf(claim, figures, context),
  }));
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

function checkOf(claim: Claim, figures: readonly RowFigure[], context: CommentContext): Checked {
  switch (claim.type) {
    case "number":
      return numberOf(claim, figures, context);
    case "direction":
      return heldDirection(claim, figures, context);
    case "comparison":
      return heldComparison(claim, figures, context);
    case "period":
      return periodOf(claim, context);
  }
}

const best = (list: readonly Agreeing[]): Agreeing | undefined =>
  list.find(({ agrees }) => agrees === "same") ?? list.find(({ agrees }) => agrees === "rounded") ?? list[0];
const matchedBy = { same: "matched", rounded: "matched after rounding", "other rounding": "other-rounding" } as const;

/** A number against the figures of its row: the one that its words mean, another, or none. */
function numberOf(claim: NumberClaim, figures: readonly RowFigure[], context: CommentContext): Checked {
  const { said, reading, dated, around } = claim;
  const { force } = context;
  const alike = alikeOf(said, figures, reading?.ofRate ? rateChangesOf(context.values) : []);
  if (said.ofEvents && said.unit === undefined && said.places > 0)
    return {
      status: "wrong-unit",
      says: `offences are whole numbers${best(alike) ? `; it is the ${nameOf((best(alike) as Agreeing).figure)}` : ""}`,
    };
  const inUnit = alike.filter(({ figure }) => fitsUnit(said, figure));
  const ofPeriod = dated === undefined ? undefined : datedOf(said, dated, inUnit, context);
  if (ofPeriod) return ofPeriod;
  const direction = said.sign ?? reading?.direction;
  const sides = reading ? [reading.side] : around.sides;
  const when = reading ? reading.when : around.when;
  const isMeant = ({ figure }: Agreeing): boolean =>
    fitsPart(reading?.part, figure) &&
    sides.some((side) => isOf(side, force)(figure)) &&
    (when === undefined || figure.role.when === undefined || figure.role.when === when);
  const meant = inUnit.filter(isMeant);
  const right = best(meant.filter(({ figure }) => fitsDirection(direction, figure)));
  if (right) {
    if (reading?.since && isChange(right.figure.role.kind))
      return { status: "wrong-period", says: `${nameOf(right.figure)}: it is not the change since ${reading.since}` };
    const says =
      right.agrees === "other rounding" ? `cut off rather than rounded: ${nameOf(right.figure)}` : nameOf(right.figure);
    return againstWords(claim, right.figure, figures, context) ?? { status: matchedBy[right.agrees], says };
  }
  const contrary = best(meant);
  if (contrary && direction) {
    const says = `the words say ${directionWords[direction]}, but the row has ${nameOf(contrary.figure)}`;
    return reading ? { status: "wrong-direction", says } : notChecked(says);
  }
  if (reading?.since) return notChecked(`the table has no change since ${reading.since}`);
  // The same value in the other unit, where nothing in its own has it.
  const isOwn = ({ figure }: Agreeing): boolean => reading === undefined || isOf(reading.side, force)(figure);
  const isExact = reading !== undefined || (said.places > 0 && around.isOfMeasure);
  const other =
    said.unit === undefined || inUnit.some(isOwn)
      ? undefined
      : best(
          alike.filter(
            (one) =>
              isOwn(one) &&
              isExact &&
              fitsPart(reading?.part, one.figure) &&
              ["points", "percent-change", "percent"].includes(one.figure.role.kind),
          ),
        );
  if (other) {
    const unit = other.figure.role.kind === "points" ? "percentage points, not %" : "%, not percentage points";
    return { status: "wrong-unit", says: `it is the ${nameOf(other.figure)}: in ${unit}` };
  }
  if (!reading) return notChecked("the row has no such figure; say in the comment what it is a number of");
  const elsewhere = best(inUnit);
  if (elsewhere)
    return {
      status: "another-figure",
      says: `the words are of ${meantBy(reading, elsewhere.figure, context)}, but it is the ${nameOf(elsewhere.figure)}`,
    };
  const able = figures.filter(
    (figure) => fitsUnit(said, figure) && fitsPart(reading.part, figure) && isOf(reading.side, force)(figure),
  );
  const expected = able.filter(
    ({ role }) => reading.when === undefined || role.when === undefined || role.when === reading.when,
  );
  if (expected.length === 0) return notChecked("the row has no figure of this kind");
  return {
    status: "not-found",
    says: `the row has no such figure; it has ${expected.slice(0, 2).map(nameOf).join(" and ")}`,
  };
}

/** "the baseline", "a change and MSG": what the words around a number say, and the figure that it is of does not. */
function meantBy(
  { part, when, side }: Reading,
  figure: RowFigure,
  { force, groups: [group, ...more] }: CommentContext,
) {
  const { role } = figure;
  const said = [
    fitsPart(part, figure) ? [] : [part === "change" ? "a change" : "a number, not a change"],
    when && role.when && when !== role.when ? [when === "baseline" ? "the baseline" : "the current period"] : [],
    isOf(side, force)(figure) ? [] : [side === "force" ? force : more.length === 0 && group ? group : "the group"],
  ].flat();
  return said.length === 0 ? "another figure" : said.join(" and ");
}

/** So many digits tell that a number is the figure of the table, and not by chance. */
const LEAST_DIGITS = 3;

/** "348 in 2018/19": right, or the figure of another period than the one that is said; nothing where its words decide. */
function datedOf(
  said: SaidNumber,
  dated: string,
  alike: readonly Agreeing[],
  context: CommentContext,
): Checked | undefined {
  const period = periodClaims(dated)[0]?.period;
  if (!period) return undefined;
  const own = alike.filter(
    ({ figure: { role }, agrees }) => agrees === "same" && isLevel(role.kind) && role.area === context.force,
  );
  const times = (["baseline", "current"] as const).map((when) => ({ when, own: context.periods[when] }));
  const isOf = (one: Period | undefined): boolean => one !== undefined && !isAnother(period, dated, one);
  const isCertain = exactText(said.number).replace(/\D/g, "").length >= LEAST_DIGITS;
  const of = (when: string | undefined) => own.find(({ figure: { role } }) => role.when === when)?.figure;
  const right = of(periodName(period)) ?? of(times.find((one) => isOf(one.own))?.when);
  if (right) return { status: "matched", says: nameOf(right) };
  const wrong = times.find((one) => one.own && !isOf(one.own) && of(one.when));
  const figure = of(wrong?.when);
  if (wrong?.own && figure && isCertain)
    return { status: "wrong-period", says: `${nameOf(figure)}: the ${wrong.when} is ${periodName(wrong.own)}` };
  return times.some((one) => isOf(one.own)) ? undefined : notChecked(`the table has no figure of ${dated}`);
}

/** Whether a period is certainly not the one of the table: a bare year may be said for any that it has a month of. */
const isAnother = (period: Period, said: string, own: Period): boolean =>
  !overlaps(period, own) ||
  (!/^\d{4}$/.test(said) && period.to - period.from === own.to - own.from && period.to !== own.to);

function periodOf({ period, as, text }: PeriodClaim, { periods, otherPeriods }: CommentContext): Checked {
  if (!period) return { status: "period-impossible", says: `"${text}" is not a period` };
  const known = Object.entries(periods).find(([, one]) => periodKey(one) === periodKey(period));
  if (known) return { status: "matched", says: `the ${known[0]} period` };
  if (otherPeriods.some((one) => periodKey(one) === periodKey(period)))
    return { status: "matched", says: "a period of the row" };
  const { baseline, current } = periods;
  if (as === "baseline" && baseline && !overlaps(period, baseline))
    return { status: "wrong-period", says: `the baseline is ${periodName(baseline)}` };
  if (as === "rolling" && current && period.to - period.from === current.to - current.from)
    return { status: "wrong-period", says: `the table is of ${periodName(current)}` };
  return notChecked("another period than those of the table");
}
