// The sentences of doubts: data that can be read, and may silently mean something else.
import { type DoubtSentence, listed, quoted } from "./sentence.ts";

/** Each entry has a golden case of its name in test/cases. */
export const doubtSentences = {
  "records-doubled": (file: string, records: number) => ({
    message:
      records === 1
        ? "a record of figures stands in the file more than once, here again, and was added each time"
        : `${records} records of figures stand in the file more than once, first here, and were added each time`,
    hint: "see whether two exports were put together; records of a combined offence code may be alike and right",
    at: file,
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
} satisfies Record<string, (...args: never[]) => DoubtSentence>;
