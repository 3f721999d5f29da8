// What a change may come from besides crime or chance: the pandemic's restrictions, and breaks in how crime is recorded.

import { grouped } from "../core/grouped.ts";
import { nameKey } from "../core/names.ts";
import type { Period } from "../core/period.ts";
import { labelWords, monthWords } from "../core/words/periods.ts";
import { inRow, say } from "../core/words/say.ts";
import { type NationalBreak, nationalBreaks } from "../data/national-breaks.ts";
import type { Member } from "../plan/comparators.ts";
import type { Measure, PlacedWhen } from "../plan/model.ts";
import type { RowContext } from "./context.ts";

/** A break that lies between the two periods of a measure, or within one of them. */
export interface BreakBetween {
  readonly reason: string;
  readonly source?: string;
  /** Only figures with its months in them are not whole. */
  readonly isGap?: boolean;
  /** It lies within the current period, or takes months of it: the current figure itself is not of one kind, or not whole. */
  readonly isInCurrent: boolean;
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
    names.length === rows.length
      ? say("pandemic.all", { periods: words })
      : say("pandemic.some", { names: inRow(names), periods: words }),
  );
}

/** "current period (2020) includes months of the pandemic restrictions …"; nothing where no period does. */
function pandemicWords({ baseline, current, kind }: Measure): string | undefined {
  if (kind.inWords) return undefined;
  const isIn = (when: PlacedWhen): boolean => periodsOf(when).some(isPandemic);
  const [before, now] = [baseline, current].map((when) => labelWords({ ...when, label: undefined })) as [
    string,
    string,
  ];
  if (isIn(baseline) && isIn(current)) {
    return say("pandemic.both", { baseline: before, current: now });
  }
  if (isIn(baseline)) return say("pandemic.baseline", { period: before });
  return isIn(current) ? say("pandemic.current", { period: now }) : undefined;
}

/** The periods that figures are of: those that an average is of, or the one; none where there is no baseline. */
const periodsOf = ({ none, average, period }: PlacedWhen): readonly Period[] =>
  none ? [] : (average ?? (period ? [period] : []));

/** The declared and the known breaks between the periods of a measure, or within its current one; those of the force first. */
export function breaksBetween(context: RowContext, measure: Measure, isRecorded: boolean): BreakBetween[] {
  const current = periodsOf(measure.current);
  const periods = [...periodsOf(measure.baseline), ...current];
  if (current.length === 0) return [];
  const isInCurrent = (one: Pick<NationalBreak, "from" | "to" | "isGap">): boolean =>
    current.some((period) => isBetween(one, [period]));
  const declared = context.plan.breaks
    .filter(({ measures }) => measures === undefined || measures.some((one) => nameKey(one) === nameKey(measure.name)))
    .filter(({ from }) => isBetween({ from: from.from }, periods))
    .map(({ from, reason }) => ({
      reason: say("break.reason-from", { reason, month: monthWords(from.from) }),
      isInCurrent: isInCurrent({ from: from.from }),
    }));
  if (!isRecorded) return declared;
  const { own, others } = knownBreaks(
    context,
    measure,
    nationalBreaks.filter((one) => isBetween(one, periods)),
  );
  return [
    ...declared,
    ...own.map((one) => told(one, isInCurrent(one))),
    ...others.map((one) => ({ ...told(one, isInCurrent(one)), members: [one.force ?? ""] })),
  ];
}

const told = ({ reason, source, isGap }: NationalBreak, isInCurrent: boolean): BreakBetween => ({
  ...{ reason, source, isInCurrent },
  isGap: isGap === true,
});

/** Of known breaks, those in a measure of recorded crime: of its force, and of members of its groups alone. */
export function knownBreaks(
  { sides }: RowContext,
  { name, series }: Measure,
  all: readonly NationalBreak[] = nationalBreaks,
): Record<"own" | "others", NationalBreak[]> {
  const known = all.filter((one) => concerns(one, [name, ...series.add]));
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

/** Whether figures of the periods are on different sides of it, or one of them has both of its sides. */
function isBetween(
  { from, to = from - 1, isGap }: Pick<NationalBreak, "from" | "to" | "isGap">,
  periods: readonly Period[],
): boolean {
  if (isGap) return periods.some((period) => monthsShared(period, { from, to }) > 0);
  const isBefore = (period: Period): boolean => period.to < from;
  const isAfter = (period: Period): boolean => period.from > to;
  return !(periods.every(isBefore) || periods.every(isAfter));
}

/** Why nothing is read across a break, without its name. */
export const breakWords = ({ isGap }: BreakBetween): string =>
  isGap ? say("break.not-whole") : say("break.not-comparable");

/** The same with its name. */
export const breakReason = (one: BreakBetween): string =>
  say("heading.grouped", { group: breakWords(one), heading: one.reason });

/** A break in one sentence of a row. */
export function breakNote({ reason, source, isGap, members }: BreakBetween): string {
  const slots = { reason: source === undefined ? reason : say("break.source", { reason, source }) };
  if (members) {
    return isGap ? say("break.note-gap-group", slots) : say("break.note-group", slots);
  }
  return isGap ? say("break.note-gap", slots) : say("break.note", slots);
}
