// Figures that are given rounded: whether they leave a verdict open, and what must be said of the changes made of them.

import { type Figure, isKnown } from "../core/figure.ts";
import { beside, halfOf, inside, percentChange, within } from "../core/interval.ts";
import { compareExact, type Exact, fixed, isZero, withThousands } from "../core/number.ts";
import { errorOf } from "../core/rounding.ts";
import { say } from "../core/words/say.ts";
import { type Aim, type AimInputs, outcomesOf } from "../plan/aims/aim.ts";
import type { Measure } from "../plan/model.ts";
import type { Figures } from "./context.ts";
import { askedPlaces, isClock } from "./format-figure.ts";

/** The figures that an aim is judged by, of which any may be rounded. */
export type JudgedFigures = Readonly<Partial<Record<"baseline" | "current" | "group", Figure | undefined>>>;

/**
 * What the roundings of the figures leave of a verdict: "open" where it could be the other, "level" where as given it
 * hangs on two figures being the same, which they may not be beyond their decimals. Nothing where it stands.
 */
export function leftOpen(
  aim: Pick<Aim, "achieved">,
  standing: AimInputs,
  judged: JudgedFigures,
): "open" | "level" | undefined {
  const possible = (name: keyof JudgedFigures): readonly (Exact | undefined)[] => {
    const [figure, value] = [judged[name], standing[name]];
    const error = figure?.places === undefined ? undefined : errorOf(figure);
    if (!value || !error || isZero(error)) return [value];
    // Half a unit itself is of the next digit: figures that only touch at their ends are not the same.
    const { from, to } = inside(within(value, error));
    return [value, from, to];
  };
  const inputs = { baseline: possible("baseline"), current: possible("current"), group: possible("group") };
  if (Object.values(inputs).every(({ length }) => length === 1)) return undefined;
  const { from, to } = beside(standing.current);
  if (aim.achieved({ ...standing, current: from }) !== aim.achieved({ ...standing, current: to })) return "level";
  return new Set(outcomesOf(aim, inputs, standing.rank)).size > 1 ? "open" : undefined;
}

/** "as whole numbers", "to 1 decimal place", "to 1 and 2 decimal places", "in minutes and seconds". */
export function givenTo(figures: readonly (Figure | undefined)[]): string {
  const given = figures.flatMap((figure) =>
    figure?.places === undefined ? [] : [isClock(figure.unit, figure.places)],
  );
  if (given.length > 0 && given.every((one) => one)) return say("given.clock");
  const places = [...new Set(figures.flatMap((figure) => figure?.places ?? []))].sort((a, b) => a - b);
  const [coarsest = 0] = places;
  if (coarsest < 0) return say("given.nearest", { step: withThousands(`1${"0".repeat(-coarsest)}`) });
  const parts = places.filter((one) => one > 0);
  const decimals =
    parts.length === 0 ? [] : [say("given.decimals", { n: parts.at(-1) ?? 0, places: parts.map(String).reduce(both) })];
  const whole = places.length > parts.length ? [say("given.whole")] : [];
  return [...whole, ...decimals].reduce((all, one) => (all === "" ? one : both(all, one)), "");
}

/** "1 and 2" */
const both = (first: string, second: string): string => say("given.and", { first, second });

const changeWords = {
  variance: () => say("change.variance"),
  percent: () => say("change.percent"),
  rate: () => say("change.rate"),
  points: () => say("change.points"),
} as const;

/**
 * The changes of a row whose last printed digit the roundings of its figures may alter. A difference of percentages
 * with as many decimals as it is printed with is as the published tables have it, and goes without.
 */
export function roundedChangeNotes(measure: Measure, { change }: Figures): string[] {
  const sides = [change.force, ...change.groups];
  const names = (Object.keys(changeWords) as (keyof typeof changeWords)[]).filter((name) =>
    sides.some((side, index) => isAltered(measure, side[name], index > 0)),
  );
  const given = sides.flatMap((side) => names.flatMap((name) => side[name]?.derivation?.of ?? []));
  if (names.length === 0) return [];
  const changes = names.map((name) => changeWords[name]()).reduce(both);
  const note = say("given.changes", { n: names.length, changes, places: givenTo(given) });
  return [withRange(note, measure, change.force.percent)];
}

function isAltered(measure: Measure, figure: Figure | undefined, ofGroup: boolean): boolean {
  if (!isKnown(figure) || figure.places === undefined) return false;
  const asked = askedPlaces(measure, ofGroup, figure.unit);
  if (figure.unit === "percentage points") return figure.places < asked;
  return compareExact(errorOf(figure), halfOf(asked)) >= 0;
}

/** What the % difference may be, where it is printed with fewer decimals than were asked for. */
function withRange(note: string, measure: Measure, percent: Figure | undefined): string {
  const [baseline, current] = percent?.derivation?.of ?? [];
  if (!isKnown(percent) || !isKnown(baseline) || !isKnown(current) || percent.places === undefined) return note;
  const asked = askedPlaces(measure, false, percent.unit);
  if (percent.places >= asked) return note;
  const [before, now] = [baseline, current].map((figure) => within(figure.value, errorOf(figure)));
  const change = before && now && percentChange(before, now);
  if (!change) return say("given.any", { note });
  return say("given.range", { note, least: `${fixed(change.from, asked)}%`, most: `${fixed(change.to, asked)}%` });
}
