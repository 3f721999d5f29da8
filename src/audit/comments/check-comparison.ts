// A comparison of the force with its group in a comment, against the levels and changes of the row.

import { compareExact, type Exact, exact, isNegative, isZero, over } from "../../core/number.ts";
import { isChange } from "../read/headings.ts";
import type { ComparisonClaim, SaidNumber, Whose } from "./claim.ts";
import { type Checked, type CommentContext, notChecked } from "./context.ts";
import { agreement, fitsUnit, nameOf, type RowFigure } from "./row-figures.ts";

interface Pair {
  readonly a: RowFigure;
  readonly b: RowFigure;
}
/** A comparison of the force with the group, against the levels and changes of the row: wrong where it is so of none. */
export function heldComparison(
  claim: ComparisonClaim,
  figures: readonly RowFigure[],
  { force, groups }: CommentContext,
): Checked {
  const [own, other]: [Whose, Whose] = claim.subject === "force" ? ["force", "group"] : ["group", "force"];
  const pairs = (kinds: readonly string[], when: string | undefined): Pair[] =>
    groups.flatMap((group) =>
      kinds.flatMap((kind): Pair[] => {
        const of = (side: Whose): RowFigure | undefined =>
          figures.find(
            ({ role, printed }) =>
              printed && role.kind === kind && role.when === when && role.area === (side === "force" ? force : group),
          );
        const [a, b] = [of(own), of(other)];
        return a && b ? [{ a, b }] : [];
      }),
    );
  const levels = pairs(["rate", "percent", "value"], claim.when);
  const changes = pairs(["percent-change", "points", "rate-difference"], undefined);
  const fits = (said: SaidNumber | undefined, figure: RowFigure): boolean =>
    said === undefined || (fitsUnit(said, figure) && agreement(said, figure) !== undefined);
  const all = [...(claim.about === "change" ? [] : levels), ...(claim.about === "level" ? [] : changes)];
  const both = all.filter(({ a, b }) => fits(claim.own, a) && fits(claim.other, b));
  const readings = claim.own && claim.other && both.length > 0 ? both : all;
  const [first] = readings;
  if (!first) return notChecked("the row gives nothing to compare");
  const says = `${nameOf(first.a)}; ${nameOf(first.b)}`;
  if (!readings.some(({ a, b }) => isSo(claim, a, b)))
    return claim.relation === "near"
      ? notChecked(`it is a matter of judgement: ${says}`)
      : { status: "wrong-comparison", says };
  const before = claim.remained ? pairs(["rate", "percent", "value"], "baseline") : [];
  if (before.length > 0 && !before.some(({ a, b }) => isSo(claim, a, b)))
    return {
      status: "remark-doubtful",
      says: `it is so now, but was not in the baseline: ${before.map(({ a, b }) => `${nameOf(a)}; ${nameOf(b)}`).join("; ")}`,
    };
  return { status: "matched", says };
}

/** Changes are compared by how far they go, and by sign where people also mean that; levels as they are. */
function isSo({ relation, text }: ComparisonClaim, a: RowFigure, b: RowFigure): boolean {
  const signed = ({ printed }: RowFigure): Exact => printed?.number ?? exact(0);
  const size = (figure: RowFigure): Exact => (isChange(figure.role.kind) ? signed(figure).abs() : signed(figure));
  const [x, y] = [size(a), size(b)];
  if (relation === "near") {
    const most = compareExact(x, y) > 0 ? x : y;
    return isZero(most) || compareExact(over(x.minus(y).abs(), most), exact("0.2")) <= 0;
  }
  const holds = (one: number): boolean => (relation === "above" ? one > 0 : one < 0);
  const isSplit = isNegative(signed(a)) !== isNegative(signed(b));
  return (
    holds(compareExact(x, y)) ||
    ((isSplit || /above|below|higher|lower/i.test(text)) && holds(compareExact(signed(a), signed(b))))
  );
}
