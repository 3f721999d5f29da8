// How far the figures of a series were rounded where it is written without the zeros at their end: 50 for 50.0 beside 49.9.

import { type Figure, isKnown } from "../core/figure.ts";
import { exactText } from "../core/number.ts";
import { UNROUNDED } from "../core/rounding.ts";
import type { Observation } from "./observation.ts";

/** Fractions are hardly ever typed: those of a file were worked out, and rounded, alike. */
const keyOf = ({ series, kind, figure }: Observation): string =>
  `${figure.from[0]?.file}\n${kind}\n${figure.derivation ? "fractions" : series}`;
const decimalsOf = (figure: Figure): number =>
  isKnown(figure) ? (exactText(figure.value).split(".")[1]?.length ?? 0) : 0;

/**
 * Gives an observation the decimal places of its series in its file: those of the longest number. Where one of them
 * is written with a zero at its end ("7.0"), each has its own. With nine decimals or more in one, none was rounded.
 */
export function seriesPlaces(all: Iterable<Observation>): (seen: Observation) => Figure {
  const most = new Map<string, number>();
  const inFull = new Set<string>();
  for (const seen of all) {
    const { places } = seen.figure;
    if (places === undefined || seen.kind === "pounds") continue;
    const key = keyOf(seen);
    most.set(key, Math.max(most.get(key) ?? 0, places));
    if (places > decimalsOf(seen.figure)) inFull.add(key);
  }
  return (seen) => {
    const { places, ...figure } = seen.figure;
    // £1.2m beside £350k was rounded as it is written.
    if (places === undefined || seen.kind === "pounds") return seen.figure;
    const key = keyOf(seen);
    const longest = most.get(key) ?? places;
    if (longest >= UNROUNDED) return figure;
    return inFull.has(key) ? seen.figure : { ...figure, places: longest };
  };
}
