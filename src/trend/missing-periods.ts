// What is missing between the periods that the data give, told by counting months; nothing is asked of the data here.
import { grouped } from "../core/grouped.ts";
import { distinctPeriods, type Period, UNSTATED } from "../core/period.ts";

/**
 * The periods, each once, in order, with those that are missing among them. Periods that are as long and end with the
 * same month of the year follow one another every 12 months (those of more than 12, 24 and so on), from the first of them
 * to the last. So of the 12 months to each quarter one that is left out is missing, though those beside it overlap, and
 * of single years followed by such overlapping ones none is.
 */
export function withMissing(periods: readonly Period[]): Period[] {
  const alike = grouped(
    periodsInOrder(periods).map((period) => [`${period.to - period.from} ${period.to % stepOf(period)}`, period]),
  );
  return periodsInOrder([...alike.values()].flatMap((found) => [...found, ...everyStep(found)]));
}

const stepOf = ({ from, to }: Period): number => Math.ceil((to - from + 1) / 12) * 12;

/** The periods from the first of them to the last, a step apart. */
function everyStep(found: readonly Period[]): Period[] {
  const [first, last] = [found[0], found.at(-1)];
  if (!first || !last) return [];
  const step = stepOf(first);
  return Array.from({ length: Math.floor((last.to - first.to) / step) + 1 }, (_, index) => ({
    from: first.from + index * step,
    to: first.to + index * step,
  }));
}

/**
 * The months between one of the periods and the next, where there are any: periods that abut or overlap have none, and a
 * period that no file states is at no distance from any.
 */
export function monthsBetween(periods: readonly Period[]): Period[] {
  const ordered = periodsInOrder(periods).filter(({ to }) => to !== UNSTATED.to);
  return ordered.slice(1).flatMap((next, index) => {
    const from = (ordered[index]?.to ?? next.from) + 1;
    return from < next.from ? [{ from, to: next.from - 1 }] : [];
  });
}

/** By their last months, those that end together by their first; the same months once. */
export function periodsInOrder(periods: readonly Period[]): Period[] {
  return distinctPeriods(periods).sort((a, b) => a.to - b.to || a.from - b.from);
}
