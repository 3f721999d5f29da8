// The sentences of doubts: data that can be read, and may silently mean something else. They are published too, as notes; what an
// argument says in words is made in the language that is asked for.
import { fewSaid, inRow, say } from "../words/say.ts";
import { type DoubtSentence, quoted } from "./sentence.ts";

/** Each entry has a golden case of its name in test/cases. */
export const doubtSentences = {
  "records-doubled": (file: string, records: number) => ({
    message: say("doubt.records-doubled", { n: records }),
    hint: "check whether two exports were joined, and remove one of them",
    at: file,
    value: `${records} records`,
  }),
  "member-behind": (member: string, table: string, last: string, force: string, ahead: string) => ({
    message: say("doubt.member-behind", { member, last, force, ahead }),
    hint: "add its newer figures, or remove it from the group",
    at: `${member}, ${table}`,
    value: `figures to ${last}`,
  }),
  "file-inside": (file: string, other: string) => ({
    message: say("doubt.file-inside", { file, other }),
    hint: "check whether one of the two files is the wrong one, and remove it",
    at: file,
    value: `in ${other}`,
  }),
  "headings-again": (file: string, times: number) => ({
    message:
      times === 1 ? say("doubt.headings-again") : say("doubt.headings-again-times", { n: times, exports: times + 1 }),
    hint: "check that no record is in two of the exports, or keep each export in its own file",
    at: file,
    value: `${times} ${times === 1 ? "row" : "rows"} of headings`,
  }),
  "ids-differ": (file: string, id: string, updated: readonly string[], records: number) => ({
    message:
      updated.length === 0
        ? say("doubt.ids-differ", { n: records, id })
        : say("doubt.ids-differ-more", { n: records, id, columns: inRow(updated) }),
    hint: "check whether they are one event or several events",
    at: `${id}, ${file}`,
    value: `${records} ${records === 1 ? "record" : "records"}`,
  }),
  "count-stands-out": (at: string, of: () => string, value: string, least: string, most: string) => ({
    message:
      least === most
        ? say("doubt.stands-out-one", { figure: of(), value, least })
        : say("doubt.stands-out", { figure: of(), value, least, most }),
    hint: "check whether a digit was typed twice or left out, and correct the file",
    at,
    value,
  }),
  "population-far": (
    area: string,
    date: string,
    on: () => string,
    value: string,
    given: string,
    known: { readonly people: string; readonly year: number; readonly source: string },
    records: number,
  ) => ({
    message: say("doubt.population-far", {
      area,
      date: on(),
      given,
      people: known.people,
      year: known.year,
      source: known.source,
    }),
    hint: "check that each figure is in the row of its area, counts people and not thousands, and covers the whole area",
    at: `population of ${area}, ${date}`,
    value: records === 1 ? value : `${value} in ${records} records`,
  }),
  "population-part": (text: string, part: string) => ({
    message: say("doubt.population-part", { text: quoted(text), part }),
    hint: "use the column, sheet or file that has all people of each area, unless rates per 1,000 of this part are meant",
    at: text,
    value: part,
  }),
  "population-below-count": (area: string, date: string, on: () => string, value: string, of: () => string) => ({
    message: say("doubt.population-below-count", { area, date: on(), value, count: of() }),
    hint: "check that the population counts people and not thousands, and that both figures are for the same area",
    at: `population of ${area}, ${date}`,
    value,
  }),
  "county-or-force": (heading: string, name: string, because: () => string) => ({
    message: say("doubt.county", { name: quoted(name), reason: because() }),
    hint: 'add a column of ONS area codes, or use a heading such as "Police force area"',
    at: heading,
    value: name,
  }),
  "records-alike": (file: string, records: number) => ({
    message: say("doubt.records-alike", { n: records }),
    hint: "check whether two exports were joined, or whether the records are for different things",
    at: file,
    value: `${records} ${records === 1 ? "record" : "records"}`,
  }),
  "hidden-cells": (what: "row" | "column", count: number, names: readonly string[]) => ({
    message:
      what === "row"
        ? say("doubt.hidden-rows", { n: count, names: fewSaid(names) })
        : say("doubt.hidden-columns", { n: count, names: fewSaid(names) }),
    hint: "unhide it and clear any filter in a spreadsheet, and delete what does not belong to the figures",
    at: `hidden ${what}s`,
    value: `${count} ${what}${count === 1 ? "" : "s"}`,
  }),
  "percent-fractions": (heading: string, count: number, [least, most]: readonly [string, string]) => ({
    message:
      count === 1
        ? say("doubt.fraction", { heading, least })
        : say("doubt.fractions", { n: count, heading, least, most }),
    hint: "write 61.4 for 0.614, or write { files: …, fraction: true } in the plan if they are fractions",
    at: heading,
    value: count === 1 ? least : `${count} from ${least} to ${most}`,
  }),
  "unit-contradicted": (heading: string, said: string, taken: () => string) => ({
    message: say("doubt.unit", { heading: quoted(heading), said, taken: taken() }),
    hint: "correct kind:, per: or scale: in the plan, or say in the series name what a rate is per, if it is not people",
    at: heading,
    value: said,
  }),
  "baseline-revised": (at: string, of: () => string, percent: string, published: string, where: () => string) => ({
    message: say("doubt.baseline-revised", { figure: of(), percent, published, where: where() }),
    hint: "take both years from the newest release, or accept the doubt and explain it in a comment",
    at,
    value: `${percent} for ${published}`,
  }),
  "percent-mixed": (heading: string, text: string, other: string) => ({
    message: say("doubt.percent-mixed", { heading, cell: text, other }),
    hint: "write 65.2 for 0.652, if it is a fraction",
    at: `${heading}, beside ${other}`,
    value: text,
  }),
  "form-mixed": (heading: string, text: string, way: () => string) => ({
    message: say("doubt.form", { heading, cell: text, way: way() }),
    hint: "write it like the others, if it means the same",
    at: `${heading}, beside others`,
    value: text,
  }),
} satisfies Record<string, (...args: never[]) => DoubtSentence>;
