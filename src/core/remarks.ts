// What must be said of figures that come from records of single events: repeated ones, alike ones, and months without any.
import { grouped } from "./grouped.ts";
import { type Period, periodName } from "./period.ts";

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

/** What is said of records, of one and of several. */
const sentences: Readonly<Record<Records["what"], readonly [one: string, several: string]>> = {
  passed: [
    "has the {id} of an earlier one and is not counted again",
    "have the {id} of an earlier one and are not counted again",
  ],
  again: [
    "has no number of its own, is also in another file and is not counted again",
    "have no number of their own, are also in another file and are not counted again",
  ],
  alike: ["is like an earlier one word for word and is counted", "are like earlier ones word for word and are counted"],
  lost: [
    "was not compared with all earlier ones, as there are too many: a repeat is counted",
    "were not compared with all earlier ones, as there are too many: repeats among them are counted",
  ],
};

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
  const records = all.reduce((sum, one) => sum + one.records, 0);
  const files = [...new Set(all.map(({ file }) => file))];
  const [one, several] = sentences[first.what];
  const said = (records === 1 ? one : several).replace("{id}", "id" in first ? first.id : "");
  const where = files.length === 1 ? `of ${files[0]}` : `in ${files.length} files`;
  return `${records === 1 ? "a record" : `${records} records`} ${where} ${said}`;
}

/** So many months of an area are named one by one, and so many areas. */
const MOST_NAMED = 3;

/** What is said of months that are 0, by series and area; of many areas in one sentence. */
function noughtNotes(noughts: readonly Nought[]): string[] {
  const series = grouped(noughts.map((one): [string, Nought] => [`${one.series}\n${one.by ?? ""}`, one]));
  return [...series.values()].flatMap((all) => {
    const areas = grouped(all.map((one): [string, Nought] => [one.area, one]));
    return areas.size > MOST_NAMED ? [manyNoughts(all, `${areas.size} areas`)] : [...areas.values()].flatMap(ofArea);
  });
}

function ofArea(all: readonly Nought[]): string[] {
  const [{ area, series }] = all as readonly [Nought];
  if (all.length > MOST_NAMED) return [manyNoughts(all, area)];
  return all.map((one) => {
    const whose = one.among === 0 ? `of ${area}` : `among ${one.among} of ${area}`;
    return `no record of ${series} ${whose} in ${periodName(one.period)}, ${asZero(one)}`;
  });
}

/** "no record of Robbery in 16 months of Wiltshire that have other records (February 2022 to May 2023), counted as 0". */
function manyNoughts(all: readonly Nought[], whose: string): string {
  const [first] = all as readonly [Nought];
  const months = [...all].sort((a, b) => a.period.from - b.period.from).map(({ period }) => periodName(period));
  const others = first.by === undefined ? " that have other records" : "";
  return `no record of ${first.series} in ${all.length} months of ${whose}${others} (${months[0]} to ${months.at(-1)}), ${asZero(first)}`;
}

const asZero = ({ by }: Nought): string =>
  by === undefined ? "counted as 0" : `counted as 0, as the plan states that ${by} covers it`;
