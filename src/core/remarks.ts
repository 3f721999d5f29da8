// What must be said of figures that come from records of single events: repeated ones, alike ones, and months without any.

import { grouped } from "./grouped.ts";
import type { Period } from "./period.ts";
import { periodWords, spanOf } from "./words/periods.ts";
import { say } from "./words/say.ts";

/** Something to say of a figure. It is put into one sentence with others of its kind. */
export type Remark =
  /** Records of events that earlier records have already; `id` is the heading of the number by which they are known. */
  | { readonly what: "passed"; readonly file: string; readonly records: number; readonly id: string }
  /** Records of events without a number, which are those of another file and are not counted again. */
  | { readonly what: "again"; readonly file: string; readonly records: number }
  /** Records that are like earlier ones word for word, and count. */
  | { readonly what: "alike"; readonly file: string; readonly records: number }
  /** Records that could not be compared with all earlier ones: there are too many to remember. */
  | { readonly what: "lost"; readonly file: string; readonly records: number }
  /** No record of a series among so many of an area and period; `by` is the file for which the plan states that it is 0. */
  | Nought;

interface Nought {
  readonly what: "nought";
  readonly series: string;
  readonly area: string;
  readonly period: Period;
  readonly among: number;
  readonly by?: string;
}

type Records = Exclude<Remark, Nought>;

/** The sentences of remarks, each without its full stop. */
export function remarkNotes(remarks: readonly Remark[]): string[] {
  const ofRecords = remarks.flatMap((one) => (one.what === "nought" ? [] : [one]));
  const noughts = remarks.flatMap((one) => (one.what === "nought" ? [one] : []));
  const alike = grouped(ofRecords.map((one): [string, Records] => [`${one.what}\n${"id" in one ? one.id : ""}`, one]));
  return [
    ...[...alike.values()].map(recordsNote),
    ...noughtNotes(noughts.filter(({ by }) => by === undefined)),
    ...noughtNotes(noughts.filter(({ by }) => by !== undefined)),
  ];
}

/** "6 records of data.csv have …", "37 records in 3 files have …", for remarks of one kind. */
function recordsNote(all: readonly Records[]): string {
  const [first] = all as readonly [Records];
  const n = all.reduce((sum, one) => sum + one.records, 0);
  const [file = "", ...others] = new Set(all.map((one) => one.file));
  if (others.length > 0) return inFiles(first, { n, files: others.length + 1 });
  if (first.what === "passed") return say("records.passed", { n, file, id: first.id });
  if (first.what === "again") return say("records.again", { n, file });
  if (first.what === "alike") return say("records.alike", { n, file });
  return say("records.lost", { n, file });
}

/** The same of records of several files. */
function inFiles(first: Records, slots: { readonly n: number; readonly files: number }): string {
  if (first.what === "passed") return say("records.passed-files", { ...slots, id: first.id });
  if (first.what === "again") return say("records.again-files", slots);
  if (first.what === "alike") return say("records.alike-files", slots);
  return say("records.lost-files", slots);
}

/** So many months of an area are named one by one, and so many areas. */
const MOST_NAMED = 3;

/** What is said of months that are 0, by series and area; of many areas in one sentence. */
function noughtNotes(noughts: readonly Nought[]): string[] {
  const series = grouped(noughts.map((one): [string, Nought] => [`${one.series}\n${one.by ?? ""}`, one]));
  return [...series.values()].flatMap((all) => {
    const areas = grouped(all.map((one): [string, Nought] => [one.area, one]));
    return areas.size > MOST_NAMED
      ? [manyNoughts(all, say("nought.areas", { n: areas.size }))]
      : [...areas.values()].flatMap(ofArea);
  });
}

function ofArea(all: readonly Nought[]): string[] {
  const [{ area, series }] = all as readonly [Nought];
  if (all.length > MOST_NAMED) return [manyNoughts(all, area)];
  return all.map((one) =>
    asZero(
      one,
      one.among === 0
        ? say("nought.none", { series, area, period: periodWords(one.period) })
        : say("nought.among", { series, area, n: one.among, period: periodWords(one.period) }),
    ),
  );
}

/** "no record of Robbery in 16 months of Wiltshire that have other records (February 2022 to May 2023), counted as 0". */
function manyNoughts(all: readonly Nought[], area: string): string {
  const [first] = all as readonly [Nought];
  const months = [...all].sort((a, b) => a.period.from - b.period.from).map(({ period }) => periodWords(period));
  const slots = { series: first.series, n: all.length, area, months: spanOf(months[0] ?? "", months.at(-1) ?? "") };
  return asZero(first, first.by === undefined ? say("nought.months-others", slots) : say("nought.months", slots));
}

const asZero = ({ by }: Nought, note: string): string =>
  by === undefined ? say("nought.counted", { note }) : say("nought.covered", { note, file: by });
