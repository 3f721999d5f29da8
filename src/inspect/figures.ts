// The figures that are asked for of a file: as it gives them, and for a period that it gives in parts, the sum of those.
import { missing } from "../core/figure.ts";
import { type Period, periodKey, UNSTATED } from "../core/period.ts";
import { isPeople, type Kind, kinds } from "../core/value-kind.ts";
import { isPartOf } from "../data/added-periods.ts";
import type { Observation } from "../data/observation.ts";
import type { Store } from "../data/store.ts";

/** A figure of a file; `parts` are the periods of which it is the sum. */
export interface FigureSeen extends Observation {
  readonly parts?: readonly Period[];
}

/** Whether figures of a period are needed for those that are asked for: of that very one, or of a part of one. */
export const isNeeded = (asked: readonly Period[], period: Period, kind: Kind): boolean =>
  asked.length === 0 || isExact(asked, period) || asked.some((one) => isPart(period, one, kind));

/** A file that does not say its period may be of any. */
const isExact = (asked: readonly Period[], period: Period): boolean =>
  period === UNSTATED || asked.some((one) => periodKey(one) === periodKey(period));

/** A population is of a date, and no part of what was in a year. */
const isPart = (period: Period, whole: Period, kind: Kind): boolean =>
  period !== UNSTATED && !isPeople(kind) && isPartOf(period, whole);

/** The figures of the periods asked for, series by series; of all periods, in the order of the file, where none is. */
export function figuresSeen(store: Store, asked: readonly Period[]): readonly FigureSeen[] {
  const every = store.every();
  if (asked.length === 0) return every;
  const rows = new Map<string, Observation[]>();
  for (const one of every) {
    const row = `${one.series}\n${one.areaKey}\n${one.kind}`;
    const known = rows.get(row);
    if (known) known.push(one);
    else rows.set(row, [one]);
  }
  return [...rows.values()].flatMap((row) => [
    ...row.filter(({ period }) => isExact(asked, period)),
    ...asked.flatMap((period) => inPartsOf(store, row, period)),
  ]);
}

/** The figure of a period that a series does not have as a whole, made of its parts; nothing where it has none. */
function inPartsOf(store: Store, row: readonly Observation[], asked: Period): readonly FigureSeen[] {
  const [first] = row;
  const parts = row.filter(({ period, kind }) => isPart(period, asked, kind));
  if (!first || parts.length === 0) return [];
  const { series, area, areaKey, kind, heading } = first;
  const one = { series, area, areaKey, kind, heading, period: asked };
  // Of a period that is given as a whole as well, the store says where its parts do not add up to it.
  const figure = store.find(series, areaKey, asked, kind);
  if (row.some(({ period }) => isExact([asked], period))) return [];
  if (figure) {
    const of = figure.derivation?.of ?? [];
    return [{ ...one, figure, parts: of.flatMap(({ observed }) => (observed ? [observed.period] : [])) }];
  }
  const reason = `it is given ${lengthsOf(parts)}, and only counts are added up`;
  const cells = parts.flatMap(({ figure }) => figure.from);
  return [{ ...one, figure: missing(kinds[kind], { mark: "x", reason }, cells) }];
}

/** Of how long periods figures are, in words. */
function lengthsOf(parts: readonly Observation[]): string {
  const lengths = [...new Set(parts.map(({ period }) => period.to - period.from + 1))];
  const [length] = lengths;
  return lengths.length > 1
    ? "in parts"
    : length === 1
      ? "by month"
      : length === 3
        ? "by quarter"
        : `by ${length} months`;
}
