// The numbers of a comment against the figures of its row: which of them a number is, or why it is none.

import { compareExact, exact, exactText, over } from "../../core/number.ts";
import { periodKey } from "../../core/period.ts";
import { isChange, type PeriodRole } from "../read/headings.ts";
import { canBe, nearestPercentages } from "../rows/possible-percentage.ts";
import { isOfPlace, isOtherPeriod, ofElsewhere } from "./about-elsewhere.ts";
import { isSaidOf, ofOther } from "./about-measure.ts";
import { gapOf } from "./check-comparisons.ts";
import type { NumberClaim } from "./claim.ts";
import { type Checked, type CommentContext, notChecked } from "./context.ts";
import { periodClaims, whenIn, whenOf } from "./find-periods.ts";
import {
  agreement,
  asSaid,
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

/** A number, and all that it is held against. */
interface NumberAtHand {
  readonly claim: NumberClaim;
  readonly figures: readonly RowFigure[];
  readonly context: CommentContext;
  /** The period that its words say. */
  readonly when: PeriodRole | undefined;
  /** The figures that it agrees with in value. */
  readonly alike: readonly Alike[];
}
interface Alike {
  readonly figure: RowFigure;
  readonly agrees: NonNullable<ReturnType<typeof agreement>>;
}

/** A number against the figures of its row: the first of these that says what it is. */
export function checkNumber(claim: NumberClaim, figures: readonly RowFigure[], context: CommentContext): Checked {
  const impossible = impossibleOf(claim);
  if (impossible) return impossible;
  const when = whenOf(claim.around, claim.direction, context.periods);
  const gap = claim.isGap ? gapOf(claim, figures, context.force, when ?? "current") : undefined;
  if (gap) return { status: "matched", says: gap };
  const hand: NumberAtHand = { claim, figures, context, when, alike: alikeOf(claim, figures, context) };
  return figureMeant(hand) ?? figureElse(hand) ?? noFigure(hand);
}

/** "33.4% of 12", which no number of 12 is. */
function impossibleOf(claim: NumberClaim): Checked | undefined {
  if (claim.base === undefined || claim.unit !== "%") return undefined;
  const base = { number: claim.base };
  if (canBe(claim, base)) return undefined;
  const says = `no number of ${exactText(claim.base)} is that share; the nearest are ${nearestPercentages(claim, base)}`;
  return { status: "impossible-percentage", says };
}

function alikeOf(claim: NumberClaim, figures: readonly RowFigure[], context: CommentContext): readonly Alike[] {
  const isOfRate = claim.unit === "%" && /\brates?\b/i.test(`${claim.sentence} ${claim.clause}`);
  const { number, places, bound, per, roughly } = claim;
  const key = [exactText(number), places, bound, per, roughly, isOfRate].join(" ");
  const known = alikeKnown.get(figures) ?? new Map<string, readonly Alike[]>();
  alikeKnown.set(figures, known);
  const alike =
    known.get(key) ??
    [...figures, ...(isOfRate ? rateChangesOf(context.values) : [])]
      .flatMap((one) => asSaid(claim, one))
      .flatMap((figure) => {
        const agrees = agreement(claim, figure);
        return agrees ? [{ figure, agrees }] : [];
      });
  known.set(key, alike);
  return alike;
}
/** A comment may say one number over and over: what it agrees with in value is worked out once. */
const alikeKnown = new WeakMap<readonly RowFigure[], Map<string, readonly Alike[]>>();

const best = (list: readonly Alike[]): Alike | undefined =>
  list.find(({ agrees }) => agrees === "same") ?? list.find(({ agrees }) => agrees === "rounded") ?? list[0];

/** The figure that the words mean, or that they mean in the other direction. */
function figureMeant({ claim, context, when, alike }: NumberAtHand): Checked | undefined {
  const right = alike.filter(({ figure }) => fitsUnit(claim)(figure) && fitsPart(claim)(figure));
  const ofSide = right.filter(({ figure }) => isOf(claim.side, context.force)(figure) && fitsWhen(when)(figure));
  const said = directionSaid(claim, context);
  const match = best(ofSide.filter(({ figure }) => fitsDirection(said, claim.negated, figure)));
  if (match) return matched(claim, match, context);
  if (isOfPlace(claim.clause, context)) return notChecked("it is of another area");
  const contrary = best(ofSide);
  if (!contrary) return undefined;
  const words = `${claim.negated ? "not " : ""}${directionWords[said ?? "still"]}`;
  return { status: "wrong-direction", says: `the words say ${words}, but it is the ${nameOf(contrary.figure)}` };
}

const matchedBy = { same: "matched", rounded: "matched after rounding", "other rounding": "other-rounding" } as const;

/** A figure that fits in all, unless the words are of other months than it is. */
function matched(claim: NumberClaim, { figure, agrees }: Alike, context: CommentContext): Checked {
  const name = nameOf(figure);
  const stretch = isChange(figure.role.kind)
    ? otherStretch(`${claim.around.before}${claim.text}${claim.around.after}`, context)
    : undefined;
  // A number of few digits may be another change as well.
  const isExact = claim.places > 0 || exactText(claim.number).length > 2;
  if (stretch && isExact) return { status: "wrong-period", says: `${name}: ${stretch}` };
  const beyond = stretch ?? (isOtherPeriod(claim.clause, context) ? "it is of another period" : undefined);
  if (beyond) return notChecked(beyond);
  const says = agrees === "other rounding" ? `cut off rather than rounded: ${name}` : name;
  return { status: matchedBy[agrees], figure, says };
}

/** A figure that the words do not mean: in another unit, or of another area, period or kind. */
function figureElse({ claim, context, when, alike }: NumberAtHand): Checked | undefined {
  const changes = [...takes["%"], ...takes.points];
  const otherUnit = best(
    alike.filter(
      ({ figure }) =>
        isOf(claim.side, context.force)(figure) &&
        !fitsUnit(claim)(figure) &&
        changes.includes(figure.role.kind) &&
        fitsPart(claim)(figure),
    ),
  )?.figure;
  if (otherUnit && claim.unit) {
    const unit = otherUnit.role.kind === "points" ? "percentage points, not %" : "%, not percentage points";
    return { status: "wrong-unit", says: `it is the ${nameOf(otherUnit)}: in ${unit}` };
  }
  // A number without a unit is of no percentage, and a rounded one of nothing that was not meant.
  const isMeant = ({ figure, agrees }: Alike): boolean =>
    claim.unit !== undefined || claim.places > 0 || (agrees === "same" && !changes.includes(figure.role.kind));
  const elsewhere = best(alike.filter((one) => fitsUnit(claim)(one.figure) && isMeant(one)));
  return elsewhere && (claim.side !== undefined || claim.part !== undefined || when !== undefined)
    ? { status: "another-figure", says: `it is the ${nameOf(elsewhere.figure)}` }
    : undefined;
}

/** A number that is no figure of the row: wrong where nothing else can be meant. */
function noFigure({ claim, figures, context, when }: NumberAtHand): Checked {
  const beyond = ofElsewhere(claim.clause, context);
  if (beyond) return notChecked(beyond);
  const isMeant =
    claim.unit !== undefined ||
    (claim.part === "by" && claim.direction !== undefined) ||
    claim.places > 0 ||
    isLikeCount(claim, figures, context, when);
  const isSaid = isSaidOf(claim, context);
  if (!isMeant && !isSaid) return notChecked("no figure of the row; say what it is of");
  if (claim.isGap && gapAfter.test(claim.around.after) && !/than|msg/i.test(claim.around.after))
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
  if (!isSaid || partWords.test(claim.clause) || compareExact(claim.number, exact(100)) < 0) return false;
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

export const directionWords: Readonly<Record<Direction, string>> = { up: "more", down: "less", still: "no change" };

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
