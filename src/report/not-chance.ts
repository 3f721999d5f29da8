// What a change may come from besides crime or chance: the pandemic's restrictions, and breaks in how crime is recorded.
import { grouped } from "../core/grouped.ts";
import { nameKey } from "../core/names.ts";
import { monthName, type Period, periodName } from "../core/period.ts";
import { type NationalBreak, nationalBreaks } from "../data/national-breaks.ts";
import type { Member } from "../plan/comparators.ts";
import type { Measure } from "../plan/model.ts";
import type { RowContext } from "./context.ts";

/** A break that lies between the two periods of a measure, or within one of them. */
export interface BreakBetween {
  readonly reason: string;
  readonly source?: string;
  /** Only figures with its months in them are not whole. */
  readonly isGap?: boolean;
  /** The members of the groups that it concerns, where it does not concern the plan's force. */
  readonly members?: readonly string[];
}

/** March 2020 to July 2021: restrictions on movement in England and Wales. */
const PANDEMIC: Period = { from: 2020 * 12 + 2, to: 2021 * 12 + 6 };
/** One month of them in a longer period hardly moves it: the ONS compares with the year ending March 2020. */
const FEWEST_MONTHS = 2;

const monthsShared = (a: Period, b: Period): number => Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from) + 1);

/** Whether so much of a period lies in them that it counts. */
export function isPandemic(period: Period): boolean {
  return monthsShared(period, PANDEMIC) >= Math.min(FEWEST_MONTHS, period.to - period.from + 1);
}

/** What must be said below a table of changes from or to a period with months of the pandemic's restrictions. */
export function pandemicNotes(rows: readonly { readonly name: string; readonly measure: Measure }[]): string[] {
  const said = rows.flatMap(({ name, measure }): [string, string][] => {
    const words = pandemicWords(measure);
    return words === undefined ? [] : [[words, name]];
  });
  return [...grouped(said)].map(([words, names]) =>
    names.length === rows.length ? `The ${words}.` : `${names.join(", ")}: the ${words}.`,
  );
}

/** "current period (2020) includes months of the pandemic restrictions …"; nothing where neither period does. */
function pandemicWords({ baseline, current, kind }: Measure): string | undefined {
  if (kind.inWords || baseline.none) return undefined;
  const within = ([when, period]: readonly [string, Period | undefined]): string[] => {
    return period && isPandemic(period) ? [`${when} (${periodName(period)})`] : [];
  };
  const found = [["baseline", baseline.period] as const, ["current period", current.period] as const].flatMap(within);
  if (found.length === 0) return undefined;
  const verb = found.length === 1 ? "includes" : "include";
  return `${found.join(" and the ")} ${verb} months of the pandemic restrictions (March 2020 to July 2021), which changed crime and daily life`;
}

/** The declared and the known breaks between the periods of a measure, those of the force first. */
export function breaksBetween(context: RowContext, measure: Measure, isRecorded: boolean): BreakBetween[] {
  const periods = [measure.baseline.none ? undefined : measure.baseline.period, measure.current.period];
  const [baseline, current] = periods;
  if (!baseline || !current) return [];
  const declared = context.plan.breaks
    .filter(({ measures }) => measures === undefined || measures.some((one) => nameKey(one) === nameKey(measure.name)))
    .filter(({ from }) => isBetween({ from: from.from }, baseline, current))
    .map(({ from, reason }) => ({ reason: `${reason} (from ${monthName(from.from)})` }));
  if (!isRecorded) return declared;
  const known = knownBreaks(context, measure);
  const [own, others] = [known.own, known.others].map((found) =>
    found.filter((one) => isBetween(one, baseline, current)),
  ) as [NationalBreak[], NationalBreak[]];
  return [
    ...declared,
    ...own.map(({ reason, source, isGap }) => ({ reason, source, isGap: isGap === true })),
    ...others.map(({ reason, source, isGap, force = "" }) => ({
      reason,
      source,
      isGap: isGap === true,
      members: [force],
    })),
  ];
}

/** The known breaks in a measure of recorded crime: those of its force, and those of members of its groups alone. */
export function knownBreaks(
  { sides }: RowContext,
  { name, series }: Measure,
): Record<"own" | "others", NationalBreak[]> {
  const known = nationalBreaks.filter((one) => concerns(one, [name, ...series.add]));
  const own = known.filter(({ force }) => force === undefined || sides.force.members.some(isForce(force)));
  const members = sides.groups.flatMap((side) => side.members);
  return { own, others: known.filter((one) => !own.includes(one) && members.some(isForce(one.force))) };
}

export const isForce =
  (force: string | undefined) =>
  ({ area, name }: Member): boolean =>
    force !== undefined && nameKey(area?.name ?? name) === nameKey(force);

const concerns = ({ series, exceptSeries }: NationalBreak, names: readonly string[]): boolean =>
  names.some((name) => (series === undefined || series.test(name)) && exceptSeries?.test(name) !== true);

/** Whether figures of the two periods are on different sides of it, or one of them has both of its sides. */
function isBetween({ from, to = from - 1, isGap }: Pick<NationalBreak, "from" | "to" | "isGap">, a: Period, b: Period) {
  if (isGap) return [a, b].some((period) => monthsShared(period, { from, to }) > 0);
  const isBefore = (period: Period): boolean => period.to < from;
  const isAfter = (period: Period): boolean => period.from > to;
  return !([a, b].every(isBefore) || [a, b].every(isAfter));
}

/** A break in one sentence of a row. */
export function breakNote({ reason, source, isGap, members }: BreakBetween): string {
  const then = isGap ? "figures with those months are not whole" : "figures before and after are not comparable";
  return `${members ? "in its group, " : ""}${reason}${source === undefined ? "" : ` (${source})`}; ${then}`;
}
