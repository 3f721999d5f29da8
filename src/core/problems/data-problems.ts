// The sentences about files, their cells and their figures, and about reports that were kept; problems.ts has them in its catalogue.

import { periodExamples } from "../period.ts";
import { spreadsheetHint } from "../spreadsheet-dates.ts";
import { numberHints } from "./number-hints.ts";
import { listed, meant, type Place, quoted, type Sentence } from "./sentence.ts";

export const dataSentences = {
  // Files
  "no-files": (glob: string, near: readonly string[]) => ({
    message: `data: ${quoted(glob)} matches no file`,
    hint: glob.includes("\\")
      ? `use / between folders: ${quoted(glob.replaceAll("\\", "/"))}`
      : near.length
        ? `files there: ${listed(near)}`
        : "paths are relative to the plan's folder; use / between folders",
  }),
  "outside-folder": (path: string) => ({
    message: `${quoted(path)} leads out of the folder that the plan may read`,
    hint: "keep the files in the plan's folder, or name their folder on the command line: --data FOLDER",
  }),
  "file-directory": () => ({
    message: "this is a folder, not a file",
    hint: "to read the files in it, write folder/*.csv",
  }),
  "file-unreadable": (why: string) => ({
    message: `cannot be read: ${why}`,
    hint:
      why === "there is no such file"
        ? "check its name"
        : why.startsWith("it is a ")
          ? "save what it gives in a file, and name that file"
          : "close it in other programs, and check that you may open it",
  }),
  "file-empty": () => ({ message: "the file is empty", hint: "export it again" }),
  "file-changed": () => ({
    message: "the file changed while it was read, so none of it was used",
    hint: "wait until the program that writes it has finished, and run the command again",
  }),
  "file-too-large": (mebibytes: number) => ({ message: `the file is larger than ${mebibytes} MiB and was not read` }),
  "quote-unclosed": () => ({
    message: "a quoted cell begins in this record and never ends; nothing from here on was read",
    hint: 'the file may have been cut off; export it again, or write the missing " (a " inside a quoted cell is written "")',
  }),
  unrecognised: (headings: readonly string[]) => {
    // One alone may be a number, of a file without headings.
    const dates = headings.flatMap((heading) => spreadsheetHint(heading) ?? []);
    return {
      message: `no source knows this file; its headings are: ${listed(headings.map(quoted))}`,
      hint: `say in the plan which column is what: data: [{ files: …, columns: { area: …, series: …, period: …, count: … } }]${dates.length > 1 ? `; ${dates[0]}` : ""}`,
    };
  },
  "recognised-twice": (names: readonly string[]) => ({
    message: `more than one source recognises this file: ${names.join(", ")}`,
    hint: "say in the plan which column is what, with columns:",
  }),
  "period-missing": (file: string, source: string, what: "period" | "series" | "area") => ({
    message: `${quoted(file)} (${source}) does not say which ${what} it is of`,
    hint: `say it in the plan: data: [{ files: …, fixed: { ${what}: ${{ period: "year ending March 2018", series: "Robbery", area: "Gloucestershire" }[what]} } }]`,
  }),
  "below-notes": () => ({
    message: "figures stand here below the source and notes of the file; they were not read",
    hint: "put each table in a file of its own",
  }),
  "encoding-mixed": () => ({
    message: "this line is written in another encoding than those before it; nothing from here on was read",
    hint: "save the file again, as CSV UTF-8",
  }),
  "fixed-useless": (what: string, source: string) => ({
    message: `fixed: a file of ${source} says its ${what} itself`,
    hint: "leave it out, or say which column is what with columns:",
  }),
  "covers-useless": (source: string) => ({
    message: `covers: a file of ${source} does not have one record an event, so that a missing record does not mean 0`,
    hint: "leave it out",
    severity: "warning" as const,
  }),
  "alike-more": (code: string, count: number) => ({
    message: `and ${count} more problems like the first ones of the file [${code}]`,
  }),
  "cell-unnamed": (column: number, text: string) => ({
    message: `${quoted(text)} stands in column ${column}, which has no heading; the record was not read`,
    hint: "a number with a comma in it must stand in quotation marks",
  }),
  "heading-twice": ([first, second]: readonly [number, number], headings: readonly string[]) => ({
    message: `${quoted(headings[first] ?? "")} in column ${first + 1} and ${quoted(headings[second] ?? "")} in column ${second + 1} mean the same, and nothing says which to use; the file was not read`,
    hint: "delete one of the columns, or give it a heading of its own",
  }),
  "columns-nothing": (source: string) => ({
    message: `this is a file of ${source}, but its headings do not say what its figures are`,
    hint: "lines may have been cut from its top; export it again, or say which column is what with columns:",
  }),
  "group-twice": (group: string, name: string, other: string) => ({
    message:
      name === other
        ? `${group}: ${quoted(name)} is named twice; it is counted once`
        : `${group}: ${quoted(name)} is within ${quoted(other)}, which has it already; it is left out`,
    hint: "take it out of the group's forces, in which each stands once, by its name, an alias or its code",
  }),
  "group-left-empty": (group: string, force: string) => ({
    message: `${group}: it has no force but ${force}, and includes-force: false leaves that out`,
    hint: "list the other forces of the group under forces:, or take includes-force: false out",
  }),
  "series-overlap": (one: string, other: string) => ({
    message: `series: ${quoted(one)} and ${quoted(other)} are partly or wholly the same records, which would count twice`,
    hint: "name each record by one of them: a group, or its offences or codes",
  }),
  "series-twice": (name: string) => ({
    message: `series: ${quoted(name)} is named twice; it is counted once`,
    hint: "take one of them out",
  }),
  "sources-differ": (measure: string, baseline: string, current: string) => ({
    message: `${measure}: its baseline is from ${baseline}, and what it is compared with from ${current}`,
    hint: "sources count and revise differently; compare figures of one",
    severity: "warning" as const,
  }),
  "record-lines": (last: number) => ({
    message: `this record runs on to line ${last}, as a name or a figure in it holds a line break; it was not read`,
    hint: "a quotation mark may be missing, or one too many",
  }),
  "not-whole": (heading: string, text: string, kind: string) => ({
    message: `${heading}: ${quoted(text)} is not a whole number, as a ${kind} is`,
    hint: "check which column holds what",
  }),
  "row-length": (found: number, expected: number) => ({
    message: `this record has ${found} cells where the headings have ${expected}; it was not read`,
    hint:
      found > expected
        ? "a name with a comma in it must stand in quotation marks"
        : "blank cells still need their separators",
  }),

  // Cells
  "not-a-number": (heading: string, text: string, meaning?: keyof typeof numberHints) => ({
    message: `${heading}: ${quoted(text)} is not a number`,
    hint: numberHints[meaning ?? "digits"],
  }),
  "add-collides": (added: readonly string[], line: number, differing: readonly string[]) => ({
    message: `two records are of one figure and have the same ${listed(added)}: this one and line ${line}; the file is not used`,
    hint:
      differing.length === 0
        ? "they are alike: see whether two exports were put together"
        : `they differ in ${listed(differing)}: add up over that column too, or choose among its values with where:`,
  }),
  "wrong-unit": (heading: string, text: string, unit: string, kind: string) => ({
    message: `${heading}: ${quoted(text)} is ${unit} where a value of kind ${kind} is expected`,
    hint: "check which column holds what",
  }),
  "mark-unknown": (heading: string, text: string) => ({
    message: `${heading}: ${quoted(text)} is not a mark of significance`,
    hint: "a significant change is marked * or *↑ or *↓; without a mark the cell is blank",
  }),
  "fraction-large": (heading: string, text: string) => ({
    message: `${heading}: ${quoted(text)} is not a fraction of 1`,
    hint: "leave fraction: out where 60.72 means 60.72 %",
  }),
  "score-range": (measure: string, score: string, outOf: number) => ({
    message: `${measure}: ${score} is not a score out of ${outOf}`,
    hint: "correct the figure, or what the plan says under out-of:",
  }),
  "percent-range": (heading: string, text: string) => ({
    message: `${heading}: ${quoted(text)} is not a percentage from 0 to 100`,
    hint: "a change in % is of kind change; a count or a rate has a kind of its own",
  }),
  "name-blank": (heading: string, what: string) => ({
    message: `${heading}: the ${what} is blank, so the record was not read`,
  }),
  "period-unknown": (heading: string, text: string, doubt: string | undefined) => ({
    message: doubt
      ? `${heading}: ${quoted(text)} has two meanings: ${doubt}`
      : `${heading}: ${quoted(text)} is not a period`,
    hint: doubt ? undefined : (spreadsheetHint(text) ?? periodExamples),
  }),
  "period-odd": (heading: string, text: string, doubt: string) => ({
    message: `${heading}: ${quoted(text)}: ${doubt}`,
    severity: "warning" as const,
  }),
  "area-ambiguous": (heading: string, name: string, types: readonly string[]) => ({
    message: `${heading}: ${quoted(name)} is the name of a ${types.join(" and of a ")}, and nothing says which; its records were not read`,
    hint: `give its code in a column of its own, or write ${quoted(`${name} (${types.at(-1)})`)}`,
  }),
  "not-the-force": (label: string, code: string, force: string, lacking: readonly string[]) => ({
    message: `${code} is the code of ${label}, not of the police force area ${force}, and was not taken for it`,
    hint:
      lacking.length > 0
        ? `the police force area also has ${listed(lacking)}, which the file would have to give as well`
        : `give the figures of the police force area, or name ${quoted(label)} in the plan`,
    severity: "warning" as const,
  }),
  "code-contradicts": (code: string, ofCode: string, name: string) => ({
    message: `${code} is the code of ${ofCode}, but stands beside ${quoted(name)}; the name was believed`,
    severity: "warning" as const,
  }),
  "parts-differ": (what: string, given: string, sum: string, of?: { whole: string; parts: readonly string[] }) => ({
    message: of
      ? `${what}: the data give ${given} in ${of.whole}, but its parts in ${listed(of.parts)} add to ${sum}`
      : `${what}: the data give ${given}, but its parts add to ${sum}`,
    severity: "warning" as const,
  }),
  "rate-differs": (what: string, given: string, computed: string) => ({
    message: `${what}: the data give a rate of ${given}, but count and population give ${computed}; the computed one is used`,
    hint: "check that the population is of the date that the rate was computed with",
    severity: "warning" as const,
  }),
  "population-jumps": (area: string, one: string, other: string) => ({
    message: `population of ${area}: ${one} and ${other} differ by more than 20 %`,
    hint: "check that both are persons, of the same area",
    severity: "warning" as const,
  }),
  "kind-unknown": (heading: string, text: string, kinds: readonly string[], near: string | undefined) => ({
    message: `${heading}: expected ${kinds.join(", ")} but found ${quoted(text)}${meant(near)}`,
  }),
  "grade-unknown": (
    text: string,
    { name, grades }: { readonly name: string; readonly grades: readonly string[] },
    near: string | undefined,
  ) => ({
    message: `${quoted(text)} is not one of ${name}${meant(near)}`,
    hint: `they are ${grades.join(", ")}; write one of them, or name another scale in the plan: scale: HMICFRS five grades`,
  }),
  "answer-unfit": (why: string) => ({
    message: why,
    hint: "write yes or no, or done and the day: done 14 March 2024",
  }),
  "given-twice": (heading: string, what: string, first: Place, baseline: string) => ({
    message: `${heading}: ${what} was already given with another value; neither is used`,
    hint: "delete the one that is out of date; parts of one figure belong in one file",
    note: { ...first, message: `here it is ${baseline}` },
  }),
  "baseline-zero": (what: string, reason: string) => ({
    message: `${what}: ${reason}`,
    severity: "warning" as const,
  }),
  "population-zero": (what: string) => ({
    message: `${what}: the population is not above 0, so there is no rate`,
    hint: "write the mid-year population in persons, e.g. 628139",
  }),
  "figure-missing": (what: string, reason: string) => ({
    message: `${what}: ${reason}, so nothing that needs it was computed`,
    hint:
      reason === "the cell is blank"
        ? 'if it was not published, say why in the cell: "[x] counts are not published"'
        : undefined,
    severity: "warning" as const,
  }),

  // Reports that were kept
  "verdict-differs": (measure: string, said: string, given: string) => ({
    message: `${measure}: its verdict is ${quoted(said)}, but by its own figures it is ${quoted(given)}, which is compared`,
    hint: "it may have been edited; keep the report again: plan-measures report --format json --out last-quarter",
  }),
  "given-alike": (heading: string, what: string, first: Place, differences: string, baseline: string) => ({
    message: `${heading}: ${what} was already given by another record, with the same value; neither is used`,
    hint: "by a column map, add: [COLUMN] adds up over the column in which they differ, and where: { COLUMN: … } chooses",
    note: { ...first, message: `here it is ${baseline} as well; the records differ in ${differences}` },
  }),
} satisfies Record<string, (...args: never[]) => Sentence>;
