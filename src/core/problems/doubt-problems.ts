// The sentences of doubts: data that can be read, and may silently mean something else.
import { type DoubtSentence, listed, quoted } from "./sentence.ts";

/** Each entry has a golden case of its name in test/cases. */
export const doubtSentences = {
  "records-doubled": (file: string, records: number) => ({
    message: `${records} records are repeated word for word, in the same order, and were counted each time; the first is here`,
    hint: "check whether two exports were joined, and remove one of them",
    at: file,
    value: `${records} records`,
  }),
  "member-behind": (member: string, table: string, last: string, force: string, ahead: string) => ({
    message: `the figures of ${member} end in ${last}, and those of ${force} in ${ahead}: it is missing from two releases or more, and latest waits for it`,
    hint: "add its newer figures, or remove it from the group",
    at: `${member}, ${table}`,
    value: `figures to ${last}`,
  }),
  "file-inside": (file: string, other: string) => ({
    message: `every record that the plan uses from ${file} is also in ${other}; they were counted once`,
    hint: "check whether one of the two files is the wrong one, and remove it",
    at: file,
    value: `in ${other}`,
  }),
  "headings-again": (file: string, times: number) => ({
    message:
      times === 1
        ? "the headings are repeated here, so this file seems to be two exports; the records of both were read"
        : `the headings are repeated ${times} times, first here, so this file seems to be ${times + 1} exports; all records were read`,
    hint: "check that no record is in two of the exports, or keep each export in its own file",
    at: file,
    value: `${times} ${times === 1 ? "row" : "rows"} of headings`,
  }),
  "ids-differ": (file: string, id: string, updated: readonly string[], records: number) => ({
    message:
      records === 1
        ? `this record has the same ${id} as an earlier one, but differs from it${inMore(updated)}; both were counted`
        : `${records} records have the same ${id} as an earlier one, but differ from it${inMore(updated)}; each was counted, and the first is here`,
    hint: "check whether they are one event or several events",
    at: `${id}, ${file}`,
    value: `${records} ${records === 1 ? "record" : "records"}`,
  }),
  "count-stands-out": (at: string, value: string, least: string, most: string) => ({
    message: `${at}: ${value} is far from the other values within a year, which are ${least === most ? least : `${least} to ${most}`}`,
    hint: "check whether a digit was typed twice or left out, and correct the file",
    at,
    value,
  }),
  "population-far": (
    area: string,
    date: string,
    value: string,
    given: string,
    known: { readonly people: string; readonly year: number; readonly source: string },
    records: number,
  ) => ({
    message: `the population of ${area}, ${date}, is ${given} in the file, but the published one is ${known.people} (mid-${known.year}, ${known.source})`,
    hint: "check that each figure is in the row of its area, counts people and not thousands, and covers the whole area",
    at: `population of ${area}, ${date}`,
    value: records === 1 ? value : `${value} in ${records} records`,
  }),
  "population-below-count": (area: string, date: string, value: string, of: string) => ({
    message: `the population of ${area}, ${date}, is ${value} in the file, but ${of}, which is more than the number of people`,
    hint: "check that the population counts people and not thousands, and that both figures are for the same area",
    at: `population of ${area}, ${date}`,
    value,
  }),
  "county-or-force": (heading: string, name: string, because: string) => ({
    message: `${quoted(name)} is the name of a police force area and of a smaller county or district, and ${because}`,
    hint: 'add a column of ONS area codes, or use a heading such as "Police force area"',
    at: heading,
    value: name,
  }),
  "records-alike": (file: string, records: number) => ({
    message:
      records === 1
        ? "this record is in the file twice, word for word, and was counted once"
        : `${records} records are in the file twice, word for word, and were counted once; the first is here`,
    hint: "check whether two exports were joined, or whether the records are for different things",
    at: file,
    value: `${records} ${records === 1 ? "record" : "records"}`,
  }),
  "hidden-cells": (what: "row" | "column", count: number, names: readonly string[]) => ({
    message:
      count === 1
        ? `${what} ${names[0]} is hidden in the workbook, and was read like the others`
        : `${what}s ${listed(names)} are hidden in the workbook, and were read like the others`,
    hint: "unhide it and clear any filter in a spreadsheet, and delete what does not belong to the figures",
    at: `hidden ${what}s`,
    value: `${count} ${what}${count === 1 ? "" : "s"}`,
  }),
  "percent-fractions": (heading: string, count: number, [least, most]: readonly [string, string]) => ({
    message:
      count === 1
        ? `${heading}: the percentage ${least} may be a fraction of 1`
        : `${heading}: all ${count} percentages are between ${least} and ${most}, so they may be fractions of 1`,
    hint: "write 61.4 for 0.614, or write { files: …, fraction: true } in the plan if they are fractions",
    at: heading,
    value: count === 1 ? least : `${count} from ${least} to ${most}`,
  }),
  "unit-contradicted": (heading: string, said: string, taken: string) => ({
    message: `${quoted(heading)} says ${said}, but ${taken}`,
    hint: "correct kind:, per: or scale: in the plan, or say in the series name what a rate is per, if it is not people",
    at: heading,
    value: said,
  }),
  "baseline-revised": (at: string, percent: string, published: string, where: string) => ({
    message: `${at}: the % difference is ${percent}, but the source publishes ${published} (${where})`,
    hint: "take both years from the newest release: the source has probably revised the baseline",
    at,
    value: `${percent} for ${published}`,
  }),
  "percent-mixed": (heading: string, text: string, other: string) => ({
    message: `${heading}: ${text} may be a fraction of 1, because other values of its series are percentages such as ${other}`,
    hint: "write 65.2 for 0.652, if it is a fraction",
    at: `${heading}, beside ${other}`,
    value: text,
  }),
  "form-mixed": (heading: string, text: string, way: string) => ({
    message: `${heading}: ${text} is a plain number, but other values of its series are written ${way}`,
    hint: "write it like the others, if it means the same",
    at: `${heading}, beside others`,
    value: text,
  }),
} satisfies Record<string, (...args: never[]) => DoubtSentence>;

/** " in more than Last outcome category", the columns that may differ. */
const inMore = (headings: readonly string[]): string =>
  headings.length === 0 ? "" : ` in more than ${headings.join(", ")}`;
