// The shelf of measure kinds. A kind says what a measure's values are; adding one is a file and its line here.
import { amount } from "./amount.ts";
import { count } from "./count.ts";
import type { MeasureKind } from "./measure-kind.ts";
import { percentage } from "./percentage.ts";
import { rate } from "./rate.ts";

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
];
/** The names that a plan may give a kind. */
export const measureKindNames = measureKinds.map((kind) => kind.name);

/** The kind of that name, or several in one; the plan's check lets no other name through. */
export function measureKind(names: readonly string[]): MeasureKind {
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
