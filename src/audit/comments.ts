// Comments against the figures of their rows: every claim is matched to a figure, or says to which other it belongs.
import { compare, type Exact, exact, exactText, isZero, over } from "../number.ts";
import { type Period, periodKey, periodName } from "../period.ts";
import type { Values } from "./cells.ts";
import {
  type Claim,
  type ComparisonClaim,
  claimsOf,
  type DirectionClaim,
  type MultipleClaim,
  type NumberClaim,
  type PeriodClaim,
} from "./claims.ts";
import { type Direction, leftBehind } from "./comment-words.ts";
import { ofElsewhere, overlaps } from "./elsewhere.ts";
import type { Finding, FindingClass } from "./findings.ts";
import { isChange, type When } from "./headings.ts";
import { point, rangeText } from "./interval.ts";
import type { Side } from "./mentions.ts";
import {
  agreement,
  figuresOf,
  fitsDirection,
  fitsPart,
  fitsUnit,
  isOf,
  nameOf,
  type RowFigure,
  takes,
} from "./row-figures.ts";
import { canBe, nearestTo } from "./sums.ts";

/** A comment, where it stands, and the measure that it is on. */
export interface Comment {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly measure: string;
  readonly text: string;
}

/** What a comment is checked against. */
export interface CommentContext {
  readonly values: Values;
  readonly force: string;
  /** The areas that it is compared with. */
  readonly groups: readonly string[];
  readonly periods: Readonly<Partial<Record<When, Period>>>;
  /** Other periods that the row or its table speaks of. */
  readonly otherPeriods: readonly Period[];
  /** The rows of all tables, to say where else a number stands. */
  readonly others: readonly { readonly measure: string; readonly values: Values; readonly force: string }[];
}

export type ClaimStatus = "matched" | "matched after rounding" | "not checked" | FindingClass;
export interface CheckedClaim {
  readonly claim: Claim;
  readonly status: ClaimStatus;
  /** What it was matched to, or why it was not. */
  readonly says: string;
}
export interface CommentAudit {
  readonly comment: Comment;
  readonly claims: readonly CheckedClaim[];
  /** How many claims were settled, for or against. */
  readonly settled: number;
  readonly findings: readonly Finding[];
}

/** The claims of a comment against the figures of its row. */
export function auditComment(comment: Comment, context: CommentContext): CommentAudit {
  const figures = figuresOf(context.values);
  const said = claimsOf(comment.text, { measure: comment.measure, force: context.force, groups: context.groups });
  const claims = said.map((claim) => ({ claim, ...checkOf(claim, figures, context) }));
  const place = { file: comment.file, line: comment.line, column: comment.column, measure: comment.measure };
  const strays = leftBehind.flatMap(({ class: kind, pattern }) =>
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
    findings: [...wrong, ...strays],
  };
}

type Checked = Pick<CheckedClaim, "status" | "says">;
const notChecked = (says: string): Checked => ({ status: "not checked", says });

function checkOf(claim: Claim, figures: readonly RowFigure[], context: CommentContext): Checked {
  switch (claim.type) {
    case "number":
      return numberOf(claim, figures, context);
    case "direction":
      return directionOf(claim, figures, context);
    case "multiple":
      return multipleOf(claim, figures, context);
    case "comparison":
      return comparisonOf(claim, figures, context);
    case "period":
      return periodOf(claim, context);
  }
}

function numberOf(claim: NumberClaim, figures: readonly RowFigure[], context: CommentContext): Checked {
  if (claim.base !== undefined && claim.unit === "%" && !canBe(claim, { number: claim.base })) {
    return {
      status: "impossible-percentage",
      says: `no number of ${exactText(claim.base)} is that share; the nearest are ${nearestTo(claim, { number: claim.base })}`,
    };
  }
  const like = figures.flatMap((figure) => {
    const agrees = agreement(claim, figure);
    return agrees ? [{ figure, agrees }] : [];
  });
  const best = (list: typeof like) =>
    list.find(({ agrees }) => agrees === "same") ?? list.find(({ agrees }) => agrees === "rounded") ?? list[0];
  const right = like.filter(({ figure }) => fitsUnit(claim)(figure) && fitsPart(claim)(figure));
  const ofSide = right.filter(({ figure }) => isOf(claim.side, context.force)(figure));
  const signed = ofSide.filter(({ figure }) => fitsDirection(claim.direction, claim.negated, figure));
  const match = best(signed);
  if (match) {
    const status =
      match.agrees === "same" ? "matched" : match.agrees === "rounded" ? "matched after rounding" : "other-rounding";
    return {
      status,
      says:
        match.agrees === "other rounding"
          ? `cut off rather than rounded: ${nameOf(match.figure)}`
          : nameOf(match.figure),
    };
  }
  const contrary = best(ofSide);
  if (contrary)
    return {
      status: "wrong-direction",
      says: `the words say ${claim.negated ? "not " : ""}${directionWords[claim.direction ?? "still"]}, but it is the ${nameOf(contrary.figure)}`,
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
  const elsewhere = best(like.filter(({ figure }) => fitsUnit(claim)(figure)));
  if (elsewhere && (claim.side !== undefined || claim.part !== undefined))
    return { status: "another-figure", says: `it is the ${nameOf(elsewhere.figure)}` };
  const beyond = ofElsewhere(claim.clause, context);
  if (beyond) return notChecked(beyond);
  const meant = claim.unit !== undefined || (claim.part === "by" && claim.direction !== undefined) || claim.places > 0;
  if (!meant) return notChecked("no figure of the row; say what it is of");
  const row = otherRow(claim, context);
  if (row) return { status: "another-figure", says: row };
  return { status: "not-found", says: `no figure of the row${nearestFigure(claim, figures, context)}` };
}

const directionWords: Readonly<Record<Direction, string>> = { up: "more", down: "less", still: "no change" };

/** A number of three digits or more that stands in one other row alone. */
function otherRow(claim: NumberClaim, { others }: CommentContext): string | undefined {
  if (exactText(claim.number).replace(/\D/g, "").length < 3) return undefined;
  const found = others.flatMap(({ measure, values }) =>
    [...values.values()].flatMap((value) => {
      const spoken: RowFigure = { role: value.role, printed: value, interval: value.interval };
      return value.column !== undefined &&
        compare(value.number.abs(), claim.number) === 0 &&
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

/** The changes of a side, those that say the most first. */
const changesOf = (figures: readonly RowFigure[], side: Side, force: string): RowFigure[] =>
  (["variance", "points", "difference", "percent-change", "rate-difference"] as const).flatMap((kind) =>
    figures.filter((figure) => figure.role.kind === kind && isOf(side, force)(figure)),
  );

function directionOf(claim: DirectionClaim, figures: readonly RowFigure[], { force }: CommentContext): Checked {
  if (claim.side === undefined) return notChecked("it is not certain what moved");
  const [change, ...more] = changesOf(figures, claim.side, force);
  if (!change) return notChecked("the row gives no change");
  if ([change, ...more].some((one) => fitsDirection(claim.direction, claim.negated, one)))
    return { status: "matched", says: nameOf(change) };
  return {
    status: "wrong-direction",
    says: `the words say ${claim.negated ? "not " : ""}${directionWords[claim.direction]}, but the ${nameOf(change)}`,
  };
}

const level = (
  figures: readonly RowFigure[],
  side: Side,
  when: When,
  force: string,
  kinds: readonly string[],
): RowFigure | undefined =>
  kinds
    .map((kind) =>
      figures.find((figure) => figure.role.kind === kind && figure.role.when === when && isOf(side, force)(figure)),
    )
    .find((figure) => figure !== undefined);

function multipleOf(claim: MultipleClaim, figures: readonly RowFigure[], context: CommentContext): Checked {
  const { force } = context;
  const number = (figure: RowFigure | undefined): Exact | undefined =>
    figure?.printed?.number.abs() ?? figure?.interval.from.abs();
  const ratio = (a: RowFigure | undefined, b: RowFigure | undefined): Exact[] => {
    const [x, y] = [number(a), number(b)];
    return x && y && !isZero(y) ? [over(x, y)] : [];
  };
  const kinds = ["count", "percent", "value", "rate"];
  const moved = ratio(
    level(figures, claim.side, "current", force, kinds),
    level(figures, claim.side, "baseline", force, kinds),
  );
  const compared = claim.ofGroup
    ? [
        ...ratio(
          level(figures, "force", "current", force, ["rate", "percent", "value"]),
          level(figures, "group", "current", force, ["rate", "percent", "value"]),
        ),
        ...(["percent-change", "points", "rate-difference"] as const).flatMap((kind) =>
          ratio(
            figures.find((f) => f.role.kind === kind && isOf("force", force)(f)),
            figures.find((f) => f.role.kind === kind && isOf("group", force)(f)),
          ),
        ),
      ]
    : [];
  const all = [...moved, ...compared];
  if (all.length === 0) return notChecked("the row gives nothing to compare");
  const holds = all.some((one) => compare(claim.from, one) <= 0 && compare(one, claim.to) <= 0);
  if (holds) return { status: "matched", says: `the figures are so many times each other` };
  if (claim.ofGroup) return notChecked("no two figures of the row are so many times each other");
  const beyond = ofElsewhere(claim.clause, context);
  if (beyond) return notChecked(beyond);
  return {
    status: "wrong-direction",
    says: `current is ${rangeText(point(moved[0] ?? exact(0)), 0)} times the baseline`,
  };
}

function comparisonOf(claim: ComparisonClaim, figures: readonly RowFigure[], context: CommentContext): Checked {
  const { force, periods } = context;
  const dated = claimsOf(claim.clause, { measure: "", force, groups: [] }).flatMap((one) =>
    one.type === "period" && one.period ? [one.period] : [],
  );
  const isBaseline = dated.some((period) => overlaps(period, periods.baseline));
  if (dated.length > 0 && !isBaseline && !dated.some((period) => overlaps(period, periods.current)))
    return notChecked("it is of another period");
  const [own, other]: [Side, Side] = claim.subject === "force" ? ["force", "group"] : ["group", "force"];
  const pair = (a: RowFigure | undefined, b: RowFigure | undefined): { a: RowFigure; b: RowFigure }[] =>
    a?.printed && b?.printed ? [{ a, b }] : [];
  const levels = (when: When) =>
    ["rate", "percent", "value"].flatMap((kind) =>
      pair(level(figures, own, when, force, [kind]), level(figures, other, when, force, [kind])),
    );
  const changes = (["percent-change", "points", "rate-difference"] as const).flatMap((kind) =>
    pair(
      changesOf(figures, own, force).find((f) => f.role.kind === kind),
      changesOf(figures, other, force).find((f) => f.role.kind === kind),
    ),
  );
  const readings = [
    ...(claim.about === "change" ? [] : levels(isBaseline ? "baseline" : "current")),
    ...(claim.about === "level" ? [] : changes),
  ];
  if (readings.length === 0) return notChecked("the row gives nothing to compare");
  const holds = readings.filter(({ a, b }) => isSo(claim, a, b));
  const [first] = holds.length > 0 ? holds : readings;
  const says = first ? `${nameOf(first.a)}; ${nameOf(first.b)}` : "";
  if (holds.length === 0)
    return claim.relation === "near"
      ? notChecked(`it is a matter of judgement: ${says}`)
      : { status: "wrong-comparison", says };
  const before = claim.remained && claim.about !== "change" ? levels("baseline") : [];
  if (before.length > 0 && !before.some(({ a, b }) => isSo(claim, a, b))) {
    return {
      status: "remark-doubtful",
      says: `it is so now, but was not in the baseline: ${before.map(({ a, b }) => `${nameOf(a)}; ${nameOf(b)}`).join("; ")}`,
    };
  }
  return { status: "matched", says };
}

/** Changes are compared by how far they go, levels as they are; two are near each other within a fifth. */
function isSo({ relation }: ComparisonClaim, a: RowFigure, b: RowFigure): boolean {
  const size = ({ printed, role }: RowFigure): Exact =>
    isChange(role.kind) ? (printed?.number.abs() ?? exact(0)) : (printed?.number ?? exact(0));
  const [x, y] = [size(a), size(b)];
  if (relation !== "near") return relation === "above" ? compare(x, y) > 0 : compare(x, y) < 0;
  const most = compare(x, y) > 0 ? x : y;
  return isZero(most) || compare(over(x.minus(y).abs(), most), exact("0.2")) <= 0;
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
