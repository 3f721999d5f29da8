// The verdict on numbers that are withheld: only what follows for every number that they may be, so that it tells nothing of them.

import { type Figure, isKnown } from "../core/figure.ts";
import { type Exact, exact, isZero } from "../core/number.ts";
import { rates } from "../core/value-kind.ts";
import { say } from "../core/words/say.ts";
import { figuresNeeded, isTolerated, type Outcome, outcomesOf } from "../plan/aims/aim.ts";
import type { Measure } from "../plan/model.ts";
import { ratePer } from "../statistics/rate-per.ts";
import type { JudgedFigures } from "./rounding-doubt.ts";

/** The outcome that any withheld number gives; in words why there is none; nothing where no small number is withheld. */
export function judgeWithheld(
  { aim }: Measure,
  judged: JudgedFigures,
): { readonly verdict: Outcome; readonly reason: string } | string | undefined {
  if (!aim || aim.needs.includes("rank")) return undefined;
  const needed = figuresNeeded(aim, { baseline: undefined, current: undefined, group: undefined, ...judged });
  const possible = needed.map(([name, figure]) => [name, possibleValues(figure)] as const);
  const isWithheld = needed.some(([, figure]) => figure && !isKnown(figure) && figure.gap.withheld?.isSmall);
  if (!isWithheld || possible.some(([, values]) => values.length === 0)) return undefined;
  const inputs = { baseline: [undefined], current: [], group: [undefined], ...Object.fromEntries(possible) };
  const open = say("judged.withheld");
  // No share is taken of a baseline of 0.
  if (aim.isShare && inputs.baseline.some((one: Exact | undefined) => one && isZero(one))) return open;
  const [first, ...others] = new Set(outcomesOf(aim, inputs));
  const tolerated = new Set(inputs.current.map((current: Exact) => isTolerated(aim, { current })));
  if (!first || others.length > 0 || (first === "not achieved" && tolerated.has(true))) return open;
  return { verdict: first, reason: holdsForEvery(needed.map(([, figure]) => figure)) ?? "" };
}

/** In words, for which numbers something holds that is said of figures; nothing where none of them is withheld. */
export function holdsForEvery(figures: readonly (Figure | undefined)[]): string | undefined {
  const below = figures.flatMap((figure) => (figure && !isKnown(figure) && figure.gap.withheld?.below) || []);
  return below.length === 0 ? undefined : say("judged.whatever", { least: Math.max(...below) });
}

/** The values that a figure may have, for all that is published; none where that is not known. */
export function possibleValues(figure: Figure | undefined): readonly Exact[] {
  if (!figure) return [];
  if (isKnown(figure)) return [figure.value];
  const { below = 0 } = figure.gap.withheld ?? {};
  const numbers = Array.from({ length: below }, (_, number) => exact(number));
  if (isSmallNumber(figure)) return numbers;
  const [events, population] = figure.derivation?.of ?? [];
  const per = rates.find(({ unit }) => unit === figure.unit);
  if (!per || !isSmallNumber(events) || !isKnown(population)) return [];
  return numbers.flatMap((number) => {
    const rate = ratePer({ value: number, unit: "count", from: [] }, population, per);
    return isKnown(rate) ? [rate.value] : [];
  });
}

/** Whether a number is withheld that is small itself; what is made of one, such as an average, may be large. */
const isSmallNumber = (figure: Figure | undefined): boolean =>
  figure !== undefined &&
  !isKnown(figure) &&
  figure.derivation === undefined &&
  figure.gap.withheld?.isSmall === true &&
  (figure.unit === "count" || figure.unit === "people");
