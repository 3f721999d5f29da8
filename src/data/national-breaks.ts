// What changed in police recorded crime across England and Wales, or in one force, so that figures before and after differ.
import { say } from "../core/words/say.ts";

/** A break in recorded crime that is known without being declared. Months are counted from year 0. */
export interface NationalBreak {
  /** The first month after it, or of the months that it took. */
  readonly from: number;
  /** The last month of those that it took; nothing where it happened at once. */
  readonly to?: number;
  /** Figures of those months are not to be had, or not whole; those before and after them may be compared. */
  readonly isGap?: true;
  readonly reason: string;
  readonly source: string;
  /** The series that it concerns, by their names; without one, all of recorded crime. */
  readonly series?: RegExp;
  readonly exceptSeries?: RegExp;
  /** The force that it concerns; without one, all of them. */
  readonly force?: string;
}

const month = (year: number, number: number): number => year * 12 + number - 1;

/** In order of time. */
export const nationalBreaks: readonly NationalBreak[] = [
  {
    from: month(2002, 4),
    get reason() {
      return say("national-break.standard");
    },
    source: "Home Office, National Crime Recording Standard, April 2002",
  },
  {
    from: month(2011, 4),
    to: month(2013, 3),
    get reason() {
      return say("national-break.fraud");
    },
    source: "ONS, User guide to crime statistics for England and Wales",
    series: /fraud/i,
    exceptSeries: /\bex(?:c|cl|cluding|cept)\b/i,
  },
  {
    from: month(2017, 4),
    get reason() {
      return say("national-break.burglary");
    },
    source: "Home Office Counting Rules for Recorded Crime, burglary, April 2017",
    // All burglary together was not changed by it.
    series:
      /burglar.*(?:residential|dwelling|domestic|business|community|home)|(?:residential|dwelling|domestic|business|home).*burglar/i,
  },
  {
    from: month(2023, 5),
    get reason() {
      return say("national-break.conduct");
    },
    source: "Home Office Counting Rules for Recorded Crime, general rules, May 2023",
    series:
      /violence against the person|violence without injury|^violence(?: and sexual offences)?$|violent crime|stalking|harass|coerci|domestic abuse|^(?:all|total)\b.*(?:crime|offence)|^recorded crime|^(?:all|total)$/i,
    exceptSeries: /burglar|theft/i,
  },
  {
    from: month(2019, 7),
    to: month(2019, 12),
    isGap: true,
    get reason() {
      return say("national-break.greater-manchester");
    },
    source: "ONS, Crime in England and Wales, year ending September 2019 and year ending December 2019",
    force: "Greater Manchester",
  },
  {
    from: month(2022, 11),
    get reason() {
      return say("national-break.devon-and-cornwall");
    },
    source: "ONS, Crime in England and Wales, year ending December 2022",
    force: "Devon and Cornwall",
  },
];
