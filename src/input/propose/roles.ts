// What each column of a table is: of areas, of periods, a number of some kind, a dimension, or nothing that a figure needs.

import { type AreasFound, areasAmong } from "./areas.ts";
import { follows, isNumeric, isSame, type SeenColumn } from "./column.ts";
import { isIdHeading, otherSaid, saysCount, spoken } from "./headings.ts";
import { isPeriodHeading, type PeriodsFound, periodsAmong } from "./periods.ts";

/** A column that is no part of the map, and why. */
export interface LeftOut {
  readonly column: SeenColumn;
  readonly why: string;
}

/** The columns of a table by what they are. */
export interface Roles {
  readonly areas: AreasFound;
  readonly periods: PeriodsFound | undefined;
  readonly values: readonly SeenColumn[];
  readonly dimensions: readonly SeenColumn[];
  readonly leftOut: readonly LeftOut[];
  /** Each record is one event. */
  readonly isEvents: boolean;
}

/** Numbers that say where or when a record belongs, and are no figures. */
const OF_RECORDS =
  /^(year|financial year|calendar year|month|quarter|date|hour|day|week|week number|age|weekday|speed limit|day of week|time|police force|accident severity)$/;
/** So many columns of texts are more than a table of counts has, where each record also has a day. */
const MANY_DIMENSIONS = 5;

/** Programs number the rows in the first column; a count may be 1, 2 and 3 by chance. */
const isRowNumbers = (column: SeenColumn): boolean =>
  (column.index === 0 || column.heading === "" || isIdHeading(column.heading)) &&
  isAllDifferent(column) &&
  column.filled > 1 &&
  /^[01]$/.test(column.values[0] ?? "") &&
  column.values.every((value, at) => Number(value) === at + Number(column.values[0]));

const isAllDifferent = ({ values, codes, filled }: SeenColumn): boolean =>
  filled === codes.length && values.length === filled;

const isEmpty = ({ gaps, filled }: SeenColumn): boolean => gaps === filled;

/** Tells them apart. */
export function rolesOf(columns: readonly SeenColumn[]): Roles {
  const areas = areasAmong(columns);
  const ofAreas = [areas.name, areas.code, ...areas.others].filter((one) => one !== undefined);
  const free = columns.filter((column) => column.filled > 0 && !ofAreas.includes(column));
  const seen = periodsAmong(free, true);
  const timed = [...(seen?.columns ?? []), ...(seen?.others ?? []), ...(seen?.open ?? [])];
  const isOfTime = (column: SeenColumn): boolean => timed.includes(column);
  const texts = free.filter((column) => !isNumeric(column) && !isOfTime(column));
  const numbers = free.filter((column) => isNumeric(column) && !isOfTime(column));
  const reasons = new Map(numbers.map((column) => [column, whyNoFigure(column, texts)]));
  const counts = numbers.filter((column) => reasons.get(column) === undefined);
  const hasId = free.some((column) => isIdHeading(column.heading) && isAllDifferent(column) && !isRowNumbers(column));
  const hasPlace = numbers.some((column) => reasons.get(column) === "a coordinate");
  const isAcross = counts.some(({ heading }) => isPeriodHeading(heading));
  const isKnownPlace = ofAreas.length > 0 || hasPlace || texts.length >= MANY_DIMENSIONS;
  // Numbers of what an event had, as vehicles, are no counts of events; but a column of counts makes it no file of events.
  const isCounted = counts.some(({ heading }) => saysCount(heading));
  const isWithNumbers = seen?.isDaily === true && !isCounted && (hasPlace || texts.length >= MANY_DIMENSIONS);
  const isWithout = seen?.isDaily === true || hasId || texts.length > 2;
  const isEvents = !isAcross && seen !== undefined && isKnownPlace && (counts.length === 0 ? isWithout : isWithNumbers);
  const periods = isEvents || isAcross ? seen : periodsAmong(free, false);
  // Of offences that have codes and no names, the codes are needed.
  const isId = (column: SeenColumn): boolean =>
    isIdHeading(column.heading) &&
    (isEvents ||
      isAllDifferent(column) ||
      [...ofAreas, ...texts].some((one) => one !== column && follows(column, one)));
  const leftOut = [
    ...areas.others.map((column) => ({ column, why: "follows from the area" })),
    ...(periods?.others ?? []).map((column) => ({ column, why: "of the period" })),
    ...numbers.flatMap((column) => {
      const why = reasons.get(column);
      return why === undefined || why === "" ? [] : [{ column, why }];
    }),
    ...(isEvents ? counts.map((column) => ({ column, why: "a number of each event" })) : []),
    ...texts.filter(isId).map((column) => ({ column, why: "an identifier" })),
    ...texts.filter((one) => isEmpty(one) && !isId(one)).map((column) => ({ column, why: "no figure in any record" })),
  ];
  const ofRecords = numbers.filter((column) => reasons.get(column) === "");
  const dimensions = [
    ...(periods?.open ?? []),
    ...texts.filter((column) => !isId(column) && !isEmpty(column)),
    ...ofRecords,
  ].toSorted((a, b) => a.index - b.index);
  return { areas, periods, values: isEvents ? [] : counts, dimensions, leftOut, isEvents };
}

/** Why a column of numbers holds no figures; "" where its numbers are a dimension. */
function whyNoFigure(column: SeenColumn, texts: readonly SeenColumn[]): string | undefined {
  const { heading, words, values, filled } = column;
  const other = otherSaid(words);
  if (other !== undefined) return other;
  if (isRowNumbers(column)) return "the numbers of the rows";
  if (isIdHeading(heading)) return "an identifier";
  if (OF_RECORDS.test(spoken(heading))) return "";
  const name =
    values.length > 2 && values.length <= filled / 2 ? texts.find((text) => isSame(text, column)) : undefined;
  return name && `a code of ${name.heading || "the column beside it"}`;
}
