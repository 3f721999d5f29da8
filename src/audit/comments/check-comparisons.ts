// Multiples of a comment, and its comparisons with the group, against the figures of the row.

import {
  divide,
  type Interval,
  multiply,
  PER_CENT,
  point,
  printsAs,
  rangeText,
  subtract,
} from "../../core/interval.ts";
import { compareExact, type Exact, exact, isNegative, isZero, over, ZERO } from "../../core/number.ts";
import { isChange, type PeriodRole } from "../read/headings.ts";
import { ofElsewhere } from "./about-elsewhere.ts";
import type { ComparisonClaim, MultipleClaim, NumberClaim } from "./claim.ts";
import { type Checked, type CommentContext, changesOf, notChecked } from "./context.ts";
import { overlaps, periodClaims, whenIn } from "./find-periods.ts";
import type { Whose } from "./mentions.ts";
import { abs, agreement, asSaid, fitsUnit, isOf, nameOf, type RowFigure } from "./row-figures.ts";
import { groupPattern } from "./vocabulary.ts";

const level = (
  figures: readonly RowFigure[],
  side: Whose,
  when: PeriodRole,
  force: string,
  kinds: readonly string[],
): RowFigure | undefined =>
  kinds
    .map((kind) =>
      figures.find((figure) => figure.role.kind === kind && figure.role.when === when && isOf(side, force)(figure)),
    )
    .find((figure) => figure !== undefined);

/** A multiple against the levels of the row. */
export function multipleOf(claim: MultipleClaim, figures: readonly RowFigure[], context: CommentContext): Checked {
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
  const other: Whose = claim.side === "force" ? "group" : "force";
  const compared = claim.isOther
    ? [
        ...ratio(
          level(figures, claim.side, "current", force, ["rate", "percent", "value"]),
          level(figures, other, "current", force, ["rate", "percent", "value"]),
        ),
        ...(["percent-change", "points", "rate-difference"] as const).flatMap((kind) =>
          ratio(
            figures.find((f) => f.role.kind === kind && isOf(claim.side, force)(f)),
            figures.find((f) => f.role.kind === kind && isOf(other, force)(f)),
          ),
        ),
      ]
    : [];
  const all = [...moved, ...compared];
  if (all.length === 0) return notChecked("the row gives nothing to compare");
  const holds = all.some((one) => compareExact(claim.from, one) <= 0 && compareExact(one, claim.to) <= 0);
  if (holds) return { status: "matched", says: `the figures are so many times each other` };
  if (claim.isNumber && compared.length > 0)
    return {
      status: "wrong-comparison",
      says: `current is ${rangeText(point(compared[0] ?? ZERO), 1)} times that of the group`,
    };
  if (claim.isOther) return notChecked("no two figures of the row are so many times each other");
  if (claim.isNumber && whenIn(claim.clause, context.periods) !== "baseline")
    return notChecked("it is not certain what it is a multiple of");
  const beyond = ofElsewhere(claim.clause, context);
  if (beyond) return notChecked(beyond);
  return {
    status: "wrong-direction",
    says: `current is ${rangeText(point(moved[0] ?? ZERO), 0)} times the baseline`,
  };
}

/** A comparison of the force with the group, against the levels and changes of the row. */
export function checkComparison(
  claim: ComparisonClaim,
  figures: readonly RowFigure[],
  context: CommentContext,
): Checked {
  const { force, periods } = context;
  const dated = periodClaims(claim.clause).flatMap(({ period }) => period ?? []);
  const isBaseline = dated.some((period) => overlaps(period, periods.baseline));
  if (dated.length > 0 && !isBaseline && !dated.some((period) => overlaps(period, periods.current)))
    return notChecked("it is of another period");
  const [own, other]: [Whose, Whose] = claim.subject === "force" ? ["force", "group"] : ["group", "force"];
  const named = ofNamed(figures, claim, context);
  const pair = (a: RowFigure | undefined, b: RowFigure | undefined): Pair[] =>
    a?.printed && b?.printed ? [{ a, b }] : [];
  const levels = (when: PeriodRole): Pair[] =>
    named.flatMap((some) =>
      ["rate", "percent", "value"].flatMap((kind) =>
        pair(level(some, own, when, force, [kind]), level(some, other, when, force, [kind])),
      ),
    );
  const changes = named.flatMap((some) =>
    (["percent-change", "points", "rate-difference"] as const).flatMap((kind) =>
      pair(
        changesOf(some, own, force).find((f) => f.role.kind === kind),
        changesOf(some, other, force).find((f) => f.role.kind === kind),
      ),
    ),
  );
  const current = levels(isBaseline ? "baseline" : "current");
  const readings = meantBy(claim, current, changes) ?? [
    ...(claim.about === "change" ? [] : current),
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

interface Pair {
  readonly a: RowFigure;
  readonly b: RowFigure;
}
/** The readings whose figures are the numbers that stand on either side of the comparison; nothing where none are. */
function meantBy({ first, second, text }: ComparisonClaim, levels: readonly Pair[], changes: readonly Pair[]) {
  const current = (claim: NumberClaim | undefined, figure: RowFigure): boolean =>
    claim !== undefined && fitsUnit(claim)(figure) && asSaid(claim, figure).some((one) => agreement(claim, one));
  const all = [...levels, ...changes];
  const [before, behind] = [all.filter(({ a }) => current(first, a)), all.filter(({ b }) => current(second, b))];
  const both = before.filter((one) => behind.includes(one));
  if (both.length > 0) return both;
  if (behind.length > 0) return [...behind, ...before];
  if (before.length === 0) return undefined;
  // "It fell by 6.1 points, below the MSG" may be of the level that it fell to.
  return /^(more|less|fewer|further|larger|bigger)$/i.test(text) ? before : [...before, ...levels];
}

/** The figures of the force with those of the group that the clause names; of each group, where it may be any. */
function ofNamed(figures: readonly RowFigure[], { clause }: ComparisonClaim, { groups, force }: CommentContext) {
  const isSimilar = (name: string): boolean => new RegExp(groupPattern, "i").test(name);
  const said = groups.filter((name) => clause.toLowerCase().includes(name.toLowerCase()));
  const similar = isSimilar(clause) ? groups.filter(isSimilar) : [];
  const some = said.length > 0 ? said : similar.length > 0 ? similar : groups;
  return some.map((group) => figures.filter(({ role }) => role.area === force || role.area === group));
}

/**
 * Changes are compared by how far they go, levels as they are; two are near each other within a fifth. Where one change
 * is up and the other down, and where two falls are called higher or lower, people also mean the signed numbers.
 */
function isSo({ relation, text, clause }: ComparisonClaim, a: RowFigure, b: RowFigure): boolean {
  const signed = ({ printed }: RowFigure): Exact => printed?.number ?? ZERO;
  const size = (figure: RowFigure): Exact => (isChange(figure.role.kind) ? signed(figure).abs() : signed(figure));
  const [x, y] = [size(a), size(b)];
  if (relation === "near") {
    const most = compareExact(x, y) > 0 ? x : y;
    return isZero(most) || compareExact(over(x.minus(y).abs(), most), exact("0.2")) <= 0;
  }
  const holds = (one: number): boolean => (relation === "above" ? one > 0 : one < 0);
  const isSplit = isNegative(signed(a)) !== isNegative(signed(b));
  const isNumber = /above|below|higher|lower/i.test(text) && !/\b(fall|fell|reduc|declin|decreas|drop)/i.test(clause);
  return holds(compareExact(x, y)) || ((isSplit || isNumber) && holds(compareExact(signed(a), signed(b))));
}

/** How far the force is above or below the group, where a number of a comment is that; nothing where it is not. */
export function gapOf(
  claim: NumberClaim,
  figures: readonly RowFigure[],
  force: string,
  when: PeriodRole,
): string | undefined {
  const said = figures.flatMap((figure) => asSaid(claim, figure));
  const printed = { number: claim.number.abs(), places: claim.places };
  // "1.7 percentage points lower" may be how far apart two changes are.
  for (const kind of claim.unit === "points" ? (["percent-change", "points"] as const) : []) {
    const [own, group] = (["force", "group"] as const).map((side) =>
      changesOf(figures, side, force).find(({ role }) => role.kind === kind),
    );
    if (own && group && printsAs(printed, abs(subtract(own.interval, group.interval))).usual)
      return `${nameOf(own)}; ${nameOf(group)}`;
  }
  for (const kind of ["rate", "percent", "value"] as const) {
    const [own, group] = (["force", "group"] as const).map((side) => level(said, side, when, force, [kind]));
    if (!own || !group) continue;
    const ratio = divide(multiply(PER_CENT, own.interval), group.interval);
    const apart = subtract(own.interval, group.interval);
    const gap: Interval | undefined =
      claim.unit === "%"
        ? ratio && subtract(ratio, PER_CENT)
        : (claim.unit === "points") === (kind === "percent")
          ? apart
          : undefined;
    if (!gap) continue;
    const isSame = printsAs(printed, abs(gap)).usual;
    if (isSame) return `${nameOf(own)}; ${nameOf(group)}`;
  }
  return undefined;
}
