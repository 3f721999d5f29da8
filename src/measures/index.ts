// The shelf of measure kinds. A kind says what a measure's values are; adding one is a file and its line here.
import { namedScales, type ScaleOf } from "../core/scales.ts";
import { amount } from "./amount.ts";
import { count } from "./count.ts";
import { grade } from "./grade.ts";
import type { MeasureKind } from "./measure-kind.ts";
import { percentage } from "./percentage.ts";
import { rate } from "./rate.ts";
import { type StatedAnswer, yesNo } from "./yes-no.ts";

/** The first is what a measure is that does not say its kind. */
export const measureKinds: readonly [MeasureKind, ...MeasureKind[]] = [
  count,
  rate,
  percentage,
  amount("pounds"),
  amount("seconds"),
  amount("minutes"),
  amount("hours"),
  amount("days"),
  amount("score"),
  amount("ratio"),
  amount("people"),
  grade(namedScales.HMICFRS),
  yesNo(),
];
/** The names that a plan may give a kind. */
export const measureKindNames = measureKinds.map((kind) => kind.name);

/** Those of which a measure may have several: of words it has one. */
export const numberKindNames = measureKinds.filter((kind) => !kind.inWords).map((kind) => kind.name);

/** The kind of that name, or several in one; the plan's check lets no other name through. A grade is of that scale, and yes or
 * no may be stated by the plan. */
export function measureKind(names: readonly string[], scaleOf?: ScaleOf, stated?: StatedAnswer): MeasureKind {
  if (stated && names[0] === "yes-no") return yesNo(stated);
  if (scaleOf && names[0] === "grade") return grade(scaleOf);
  const kinds = names.map((name) => {
    const found = measureKinds.find((kind) => kind.name === name);
    if (!found) throw new Error(`no measure kind is called ${name}`);
    return found;
  });
  const [first] = kinds as [MeasureKind];
  if (kinds.length === 1) return first;
  return {
    name: names.join(" and "),
    bases: kinds.flatMap((kind) => kind.bases) as unknown as MeasureKind["bases"],
    level: (ask) => Object.assign({}, ...kinds.map((kind) => kind.level(ask))),
    // A table has one column of variance: that of the first.
    change: (baseline, current) => first.change(baseline, current),
  };
}
