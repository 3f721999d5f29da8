// The sentences of doubts: data that can be read, and may silently mean something else.
import { type DoubtSentence, listed, quoted } from "./sentence.ts";

/** Each entry has a golden case of its name in test/cases. */
export const doubtSentences = {
  "records-doubled": (file: string, records: number) => ({
    message: `${records} records come again in the same order, word for word, and were counted each time; the first is here`,
    hint: "see whether two exports were put together, and leave one of them out",
    at: file,
    value: `${records} records`,
  }),
  "file-inside": (file: string, other: string) => ({
    message: `every record of ${file} that the plan uses is in ${other} as well; they were counted once`,
    hint: "see whether one of them should be of something else, or leave it out",
    at: file,
    value: `in ${other}`,
  }),
  "headings-again": (file: string, times: number) => ({
    message:
      times === 1
        ? "the headings come again here: two exports were put together in this file; the records of both were read"
        : `the headings come again ${times} times, first here: ${times + 1} exports were put together in this file; the records of all were read`,
    hint: "see that none of them has the records of another, or keep each export in a file of its own",
    at: file,
    value: `${times} ${times === 1 ? "row" : "rows"} of headings`,
  }),
  "ids-differ": (file: string, id: string, updated: readonly string[], records: number) => ({
    message:
      records === 1
        ? `a record has the ${id} of an earlier one and differs from it${inMore(updated)}; both were counted`
        : `${records} records have the ${id} of an earlier one and differ from it${inMore(updated)}; each was counted; the first is here`,
    hint: "see whether they are one event at several places, or several events",
    at: `${id}, ${file}`,
    value: `${records} ${records === 1 ? "record" : "records"}`,
  }),
  "count-stands-out": (at: string, value: string, least: string, most: string) => ({
    message: `${at}: ${value}; the others within a year of it are ${least === most ? least : `${least} to ${most}`}`,
    hint: "see whether a digit was typed twice or left out, and correct the file",
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
    message: `the population of ${area}, ${date}, is given as ${given}, but the published one is ${known.people} (mid-${known.year}, ${known.source})`,
    hint: "check that names and figures stand in the same rows, that they are in people and not in thousands, and that they are of the whole area",
    at: `population of ${area}, ${date}`,
    value: records === 1 ? value : `${value} in ${records} records`,
  }),
  "population-below-count": (area: string, date: string, value: string, of: string) => ({
    message: `the population of ${area}, ${date}, is given as ${value}, but ${of}: more than there are people`,
    hint: "check that the population is in people and not in thousands, and that both are of the same area",
    at: `population of ${area}, ${date}`,
    value,
  }),
  "county-or-force": (heading: string, name: string, because: string) => ({
    message: `${quoted(name)} is the name of a police force area and of a smaller county or district, and ${because}`,
    hint: 'a column of ONS area codes says which it is, and so does a heading such as "Police force area"',
    at: heading,
    value: name,
  }),
  "records-alike": (file: string, records: number) => ({
    message:
      records === 1
        ? "a record stands in the file once more, word for word, and was counted once"
        : `${records} records stand in the file once more, word for word, and were counted once; the first is here`,
    hint: "two exports may have been put together; see whether the records are of different things",
    at: file,
    value: `${records} ${records === 1 ? "record" : "records"}`,
  }),
  "hidden-cells": (what: "row" | "column", count: number, names: readonly string[]) => ({
    message:
      count === 1
        ? `${what} ${names[0]} is hidden in the workbook, and is read like the others`
        : `${what}s ${listed(names)} are hidden in the workbook, and are read like the others`,
    hint: "see whether it belongs to the figures: unhide it in a spreadsheet, and clear any filter; delete what does not belong",
    at: `hidden ${what}s`,
    value: `${count} ${what}${count === 1 ? "" : "s"}`,
  }),
  "percent-fractions": (heading: string, count: number, [least, most]: readonly [string, string]) => ({
    message:
      count === 1
        ? `${heading}: the percentage ${least} may be a fraction of 1`
        : `${heading}: all ${count} percentages are from ${least} to ${most}: they may be fractions of 1`,
    hint: "write 61.4 for 0.614, or say in the plan that they are: { files: …, fraction: true }",
    at: heading,
    value: count === 1 ? least : `${count} from ${least} to ${most}`,
  }),
  "unit-contradicted": (heading: string, said: string, taken: string) => ({
    message: `${quoted(heading)} says ${said}, but ${taken}`,
    hint: "where the plan is wrong about the column, correct its kind:, per: or scale:; where a rate is not of the population, let the name of its series say of what",
    at: heading,
    value: said,
  }),
  "baseline-revised": (at: string, percent: string, published: string, where: string) => ({
    message: `${at}: the % difference comes to ${percent}, but the source publishes ${published} (${where})`,
    hint: "the source revised the baseline since: take both years from its newest release, or from a file that has both",
    at,
    value: `${percent} for ${published}`,
  }),
  "percent-mixed": (heading: string, text: string, other: string) => ({
    message: `${heading}: ${text} may be a fraction of 1, as others of its series are percentages such as ${other}`,
    hint: "write 65.2 for 0.652",
    at: `${heading}, beside ${other}`,
    value: text,
  }),
  "form-mixed": (heading: string, text: string, way: string) => ({
    message: `${heading}: ${text} is a plain number, and others of its series are written ${way}`,
    hint: "write it as the others are written, if it means the same",
    at: `${heading}, beside others`,
    value: text,
  }),
} satisfies Record<string, (...args: never[]) => DoubtSentence>;

/** " in more than Last outcome category", the columns that may differ. */
const inMore = (headings: readonly string[]): string =>
  headings.length === 0 ? "" : ` in more than ${headings.join(", ")}`;
