// The edition of a file, by what stands in it alone: the day that it says it was published, the period of its title, and
// the last period of its figures. The file's own name and time say nothing.
import { type Day, dayOf } from "../core/day.ts";
import { findPeriod } from "../core/heading-period.ts";
import { monthName, parsePeriod } from "../core/period.ts";

export interface Edition {
  /** When it says that it was published, or its figures taken. */
  readonly published?: Day | undefined;
  /** The last month of the period that its title speaks of. */
  readonly titled?: number | undefined;
  /** The last month of its figures. */
  readonly covers?: number | undefined;
}

/** A line that says when an edition was made; that of the next one says nothing of this. */
const DATED =
  /^(?:date (?:of )?|data |figures |last |first |this (?:release|edition) was )*(?:release[d]?|publication|published|issued?|updated?|extract(?:ed|ion)?|as at|as of|correct as at|snapshot)(?: date| date of| on| at| taken on)*\s*[:–-]?\s+(.+?)\.?$/i;

/** The edition of a file by its title, the lines above its headings and those below its figures. */
export function editionOf(title: string | undefined, lines: readonly string[]): Edition {
  const words = title === undefined ? undefined : findPeriod(title, false);
  const period = words === undefined ? undefined : parsePeriod(words);
  const days = lines.flatMap((line) => {
    const said = DATED.exec(line.replace(/\s+/g, " ").trim())?.[1];
    return (
      (said === undefined ? undefined : dayOf(said.replace(/^(?:mon|tues|wednes|thurs|fri|satur|sun)day,? /i, ""))) ??
      []
    );
  });
  const [published] = days;
  const isOne = days.every((one) => one.words === published?.words);
  return {
    ...(published && isOne && { published }),
    ...(typeof period === "object" && { titled: period.to }),
  };
}

/** The days of a month that a day may be; a month alone may be any of them. */
const dayIn = ({ month, words }: Day): number | undefined => {
  const day = /^(\d{1,2}) /.exec(words)?.[1];
  return day === undefined ? undefined : month * 31 + Number(day);
};

function later(one: Day, other: Day): number {
  const [a, b] = [dayIn(one), dayIn(other)];
  return one.month === other.month && a !== undefined && b !== undefined ? a - b : one.month - other.month;
}

/** Above 0 where the first is newer, below where it is older; 0 where nothing tells them apart, or one thing says so and another not. */
export function compareEditions(one: Edition, other: Edition): number {
  const signs = [
    one.published && other.published ? later(one.published, other.published) : 0,
    one.titled !== undefined && other.titled !== undefined ? one.titled - other.titled : 0,
    one.covers !== undefined && other.covers !== undefined ? one.covers - other.covers : 0,
  ].map(Math.sign);
  const told = new Set(signs.filter((sign) => sign !== 0));
  return told.size === 1 ? ([...told][0] ?? 0) : 0;
}

/** What an edition says of itself, in words: "published 25 January 2024, titled December 2023, figures to December 2023". */
export function editionWords({ published, titled, covers }: Edition): string {
  return [
    ...(published ? [`published ${published.words}`] : []),
    ...(titled === undefined ? [] : [`titled ${monthName(titled)}`]),
    ...(covers === undefined ? [] : [`figures to ${monthName(covers)}`]),
  ].join(", ");
}
