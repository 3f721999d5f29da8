// Doubts about what the data give: a rate beside one that can be computed, a population beside others of its area.
import { type Figure, isKnown, type KnownFigure } from "../core/figure.ts";
import { compareExact, exact, exactText, HALF, minus, over, plus, times } from "../core/number.ts";
import { type Period, periodKey, populationDate } from "../core/period.ts";
import { type Problem, problem } from "../core/problems/problems.ts";
import { UNROUNDED } from "../core/rounding.ts";
import type { Store } from "../data/store.ts";
import type { Member } from "../plan/comparators.ts";

const FIFTY = exact(50);

/** A rate given agrees with one computed if rounding, its own and that of the population to hundreds, explains all. */
export function agrees(given: Figure, computed: Figure, persons: Figure): boolean {
  if (!isKnown(given) || !isKnown(computed) || !isKnown(persons)) return true;
  const half = times(HALF, exact(`1e-${given.places ?? UNROUNDED}`));
  const rounded = exactText(persons.value).endsWith("00");
  const slack = rounded ? over(times(computed.value.abs(), FIFTY), minus(persons.value, FIFTY)) : exact(0);
  return compareExact(minus(given.value, computed.value).abs(), plus(half, slack)) <= 0;
}

const JUMP = exact("1.2");

/** What is known of the jumps of a store's populations: every measure asks for the same few. */
const jumpsKnown = new WeakMap<Store, Map<string, readonly Problem[]>>();

/** A population that is far from another given for the area is one of something else, or misprinted. */
export function populationJumps(store: Store, member: Member, date: Period): readonly Problem[] {
  const known = jumpsKnown.get(store) ?? new Map<string, readonly Problem[]>();
  jumpsKnown.set(store, known);
  const asked = `${member.key}\n${member.name}\n${periodKey(date)}`;
  const found = known.get(asked) ?? jumpsOf(store, member, date);
  known.set(asked, found);
  return found;
}

function jumpsOf(store: Store, member: Member, date: Period): Problem[] {
  const used = store.find("", member.key, date, "population");
  if (!isKnown(used)) return [];
  return store.given("", member.key, "population").flatMap(({ period, figure }) => {
    if (!isKnown(figure) || !figure.from[0]) return [];
    const [small, large] = compareExact(figure.value, used.value) < 0 ? [figure, used] : [used, figure];
    if (compareExact(large.value, times(small.value, JUMP)) <= 0) return [];
    const words = (of: KnownFigure, at: Period): string => `${exactText(of.value)} (${populationDate(at)})`;
    return [problem("population-jumps", figure.from[0], member.name, words(figure, period), words(used, date))];
  });
}
