// The sentences about files, their cells and their figures, and about reports that were kept; problems.ts has them in its catalogue.

import { periodExamples } from "../period.ts";
import { spreadsheetHint } from "../spreadsheet-dates.ts";
import { numberHints } from "./number-hints.ts";
import { asYaml, listed, meant, type Place, quoted, type Sentence, sourceInFull, sourceWords } from "./sentence.ts";

/** A column in which two records differ, with what each has there. */
interface Differing {
  readonly heading: string;
  readonly values: readonly [string, string];
}

const inBoth = ({ heading, values }: Differing): string => `${heading} (${values.map(quoted).join(", ")})`;

const inColumn = (heading: string): string => (heading === "" ? "" : ` in the column ${quoted(heading)}`);

export const dataSentences = {
  // Files
  "no-files": (glob: string, near: readonly string[]) => ({
    message: `data: ${quoted(glob)} matches no file`,
    hint: glob.includes("\\")
      ? `use / between folders: ${quoted(glob.replaceAll("\\", "/"))}`
      : near.length
        ? `choose from the files in that folder: ${listed(near)}`
        : "write the path from the plan's folder, with / between folders",
  }),
  "outside-folder": (path: string) => ({
    message: `${quoted(path)} is outside the folders that the plan may read`,
    hint: "move the file into the plan's folder, or name its folder on the command line: --data FOLDER",
  }),
  "file-directory": () => ({
    message: "this is a folder, not a file",
    hint: "write folder/*.csv to read the files in it",
  }),
  "file-unreadable": (why: string) => ({
    message: `the file cannot be read: ${why}`,
    hint:
      why === "there is no such file"
        ? "check its name"
        : why.startsWith("it is a ")
          ? "save its output to a file, and name that file"
          : "close it in other programs, and check that you may open it",
  }),
  "file-empty": () => ({ message: "the file is empty", hint: "export it again" }),
  "file-changed": () => ({
    message: "the file changed while it was being read, so it was not used",
    hint: "wait until the program that writes the file has finished, then run the command again",
  }),
  "file-too-large": (mebibytes: number) => ({
    message: `the file is larger than ${mebibytes} MiB, so it was not read`,
    hint: "split it into smaller files, or export fewer columns or years",
  }),
  "quote-unclosed": () => ({
    message: "a quotation mark opens here and is never closed, so nothing from this line on was read",
    hint: 'export the file again if it was cut off, or add the missing "; inside a quoted cell, write " as ""',
  }),
  unrecognised: (headings: readonly string[]) => {
    // One alone may be a number, of a file without headings.
    const dates = headings.flatMap((heading) => spreadsheetHint(heading) ?? []);
    return {
      message: `this kind of file is not known; its headings are: ${listed(headings.map(quoted))}`,
      hint: `tell the plan what each column holds: data: [{ files: …, columns: { area: …, series: …, period: …, count: … } }]${dates.length > 1 ? `; ${dates[0]}` : ""}`,
    };
  },
  "recognised-twice": (names: readonly string[]) => ({
    message: `this file looks like more than one source: ${names.map(sourceWords).join(", ")}`,
    hint: "tell the plan what each column holds, under columns:",
  }),
  "period-missing": (file: string, source: string, what: "period" | "series" | "area") => ({
    message: `${quoted(file)} (${sourceWords(source)}) does not say which ${what} its figures are for`,
    hint: `write it in the plan: data: [{ files: …, fixed: { ${what}: ${{ period: "year ending March 2018", series: "Robbery", area: "Gloucestershire" }[what]} } }]`,
  }),
  "below-notes": () => ({
    message: "there are figures here, below the source and notes of the file; they were not read",
    hint: "put each table in its own file",
  }),
  "encoding-mixed": () => ({
    message: "this line has a different text encoding from the lines before it, so nothing from this line on was read",
    hint: "open the file in a spreadsheet and save it as CSV UTF-8",
  }),
  "fixed-useless": (what: string, source: string) => ({
    message: `fixed: files of ${sourceWords(source)} already give their own ${what}`,
    hint: "remove it, or tell the plan what each column holds, under columns:",
  }),
  "covers-useless": (source: string) => ({
    message: `covers: it cannot be used with ${sourceInFull(source)}, which does not have one record for each event: a missing record does not mean 0`,
    hint: "remove it",
    severity: "warning" as const,
  }),
  "alike-more": (code: string, count: number) => ({
    message: `${count} more problems of this kind in this file are not listed [${code}]`,
    hint: "correct those that are listed, or check whether the column is the right one, then run the command again",
  }),
  "cell-unnamed": (column: number, text: string) => ({
    message: `${quoted(text)} is in column ${column}, which has no heading, so this record was not read`,
    hint: "write a number with a comma in quotation marks, as it may have been split in two, or give the column a heading",
  }),
  "heading-twice": ([first, second]: readonly [number, number], headings: readonly string[]) => ({
    message: `${quoted(headings[first] ?? "")} in column ${first + 1} and ${quoted(headings[second] ?? "")} in column ${second + 1} mean the same, so the file was not read`,
    hint: "delete one of the columns, or give it a different heading",
  }),
  "columns-nothing": (source: string, headings: readonly string[]) => ({
    message: `this looks like ${sourceWords(source)}, but no heading of a column of figures is known; its headings are: ${listed(headings.map(quoted))}`,
    hint: "export it again in case its first lines were lost, or tell the plan what each column holds, under columns:",
  }),
  "group-twice": (group: string, name: string, other: string) => ({
    message:
      name === other
        ? `${group}: ${quoted(name)} is in the list already; the second was ignored, so that no force counts twice`
        : `${group}: ${quoted(name)} is already part of ${quoted(other)}; it was ignored, so that it does not count twice`,
    hint: "delete the second from the list: a force may be there once, by its name, an alias or its code",
  }),
  "group-left-empty": (group: string, force: string) => ({
    message: `${group}: its only force is ${force}, which includes-force: false leaves out`,
    hint: "list the other forces of the group under forces:, or remove includes-force: false",
  }),
  "series-overlap": (one: string, other: string) => ({
    message: `series: ${quoted(one)} and ${quoted(other)} share records, which would be counted twice`,
    hint: "name either the group, or its offences or codes, but not both",
  }),
  "series-twice": (name: string) => ({
    message: `series: ${quoted(name)} is named twice; the second was ignored, and the series counts once`,
    hint: "remove one of them",
  }),
  "sources-differ": (measure: string, baseline: string, current: string) => ({
    message: `${measure}: the baseline is from ${baseline}, and the current figure from ${current}`,
    hint: "use one source for both periods, because sources count and revise differently",
    severity: "warning" as const,
  }),
  "record-lines": (last: number) => ({
    message: `this record runs on to line ${last}, because a name or a figure in it has a line break; it was not read`,
    hint: "look for a missing or an extra quotation mark",
  }),
  "not-whole": (heading: string, text: string, kind: string) => ({
    message: `${heading}: ${quoted(text)} is not a whole number, but a ${kind} must be`,
    hint: "check that the column is the right one",
  }),
  "row-length": (found: number, expected: number) => ({
    message: `this record has ${found} cells, but there are ${expected} headings; it was not read`,
    hint:
      found > expected
        ? "put quotation marks around a name that has a comma in it"
        : "keep the separators of blank cells",
  }),

  // Cells
  "not-a-number": (heading: string, text: string, meaning?: keyof typeof numberHints) => ({
    message: `${heading}: ${quoted(text)} is not a number`,
    hint: numberHints[meaning ?? "digits"],
  }),
  "add-collides": (added: readonly string[], lines: readonly [number, number], differing: readonly Differing[]) => ({
    message:
      differing.length === 0
        ? `lines ${lines.join(" and ")} have the same ${listed(added)}, so the whole file was left out`
        : `lines ${lines.join(" and ")} differ only in ${listed(differing.map(inBoth))}; the plan does not say whether to add them up, so the whole file was left out`,
    hint:
      differing.length === 0
        ? "check whether two exports were joined, and delete one of the two records"
        : `write add: [${[...added, ...differing.map(({ heading }) => heading)].map(asYaml).join(", ")}] to add them up, or choose one with where: { ${asYaml(differing[0]?.heading ?? "")}: ${asYaml(differing[0]?.values[0] ?? "")} }`,
  }),
  "wrong-unit": (heading: string, text: string, unit: string, kind: string) => ({
    message: `${heading}: ${quoted(text)} is ${unit}, but a ${kind} is expected here`,
    hint: "check that the column is the right one",
  }),
  "mark-unknown": (heading: string, text: string) => ({
    message: `${heading}: ${quoted(text)} is not a mark of significance`,
    hint: "write *, *↑ or *↓ for a significant change, or leave the cell blank",
  }),
  "fraction-large": (heading: string, text: string) => ({
    message: `${heading}: ${quoted(text)} is not a fraction of 1`,
    hint: "remove fraction: if 60.72 means 60.72 %",
  }),
  "score-range": (measure: string, score: string, outOf: number) => ({
    message: `${measure}: ${score} is not a score out of ${outOf}`,
    hint: "correct the figure, or out-of: in the plan",
  }),
  "percent-range": (heading: string, text: string) => ({
    message: `${heading}: ${quoted(text)} is not a percentage from 0 to 100`,
    hint: "use kind: change for a change in %, kind: count for a count or kind: rate for a rate",
  }),
  "name-blank": (heading: string, what: string) => ({
    message: `${heading}: the ${what} is blank, so this record was not read`,
    hint: `write the ${what} in the cell, or delete the record`,
  }),
  "period-unknown": (heading: string, text: string, doubt: string | undefined) => ({
    message: doubt
      ? `${heading}: ${quoted(text)} has two meanings: ${doubt}`
      : `${heading}: ${quoted(text)} is not a period`,
    hint: doubt
      ? "write the period in full, such as April 2022 to March 2023"
      : (spreadsheetHint(text) ?? periodExamples),
  }),
  "period-odd": (heading: string, text: string, doubt: string) => ({
    message: `${heading}: ${quoted(text)}: ${doubt}`,
    hint: "correct the date if another period is meant",
    severity: "warning" as const,
  }),
  "area-ambiguous": (heading: string, name: string, types: readonly string[]) => ({
    message: `${heading}: ${quoted(name)} is the name of a ${types.join(" and of a ")}, so its records were not read`,
    hint: `add a column with its area code, or write ${quoted(`${name} (${types.at(-1)})`)}`,
  }),
  "not-the-force": (label: string, code: string, force: string, lacking: readonly string[]) => ({
    message: `${code} is the code of ${label}, not of the police force area ${force}, so it was not used for the force`,
    hint:
      lacking.length > 0
        ? `add the rest of the police force area to the file: ${listed(lacking)}`
        : `use the figures of the police force area, or name ${quoted(label)} in the plan`,
    severity: "warning" as const,
  }),
  "code-contradicts": (code: string, ofCode: string, name: string) => ({
    message: `${code} is the code of ${ofCode}, but the name beside it is ${quoted(name)}; the name was used`,
    hint: "correct the code or the name in the file",
    severity: "warning" as const,
  }),
  "parts-differ": (
    what: string,
    given: string,
    sum: string,
    of?: { readonly whole: string; readonly parts: readonly string[] } | { readonly areas: readonly string[] },
  ) => ({
    message:
      of === undefined
        ? `${what}: the data give ${given}, but its parts add up to ${sum}`
        : "areas" in of
          ? `${what}: the data give ${given}, but its parts (${listed(of.areas)}) add up to ${sum}`
          : `${what}: the data give ${given} in ${of.whole}, but its parts in ${listed(of.parts)} add up to ${sum}`,
    hint:
      of !== undefined && "areas" in of
        ? "check in the notes of the source which areas belong to the total; correct the file only where it differs from the published one"
        : "check which of them is right, and correct the file",
    severity: "warning" as const,
  }),
  "rate-differs": (what: string, given: string, computed: string) => ({
    message: `${what}: the data give a rate of ${given}, but count and population give ${computed}, which is used`,
    hint: "check that the population is for the same date as the published rate",
    severity: "warning" as const,
  }),
  "population-jumps": (area: string, one: string, other: string) => ({
    message: `population of ${area}: ${one} and ${other} differ by more than 20 %`,
    hint: "check that both count people, and in the same area",
    severity: "warning" as const,
  }),
  "kind-unknown": (heading: string, text: string, kinds: readonly string[], near: string | undefined) => ({
    message: `${heading}: ${quoted(text)} is not a kind of figure${meant(near)}`,
    hint: `write one of ${kinds.join(", ")}`,
  }),
  "grade-unknown": (
    text: string,
    { name, grades }: { readonly name: string; readonly grades: readonly string[] },
    near: string | undefined,
  ) => ({
    message: `${quoted(text)} is not one of ${name}${meant(near)}`,
    hint: `write one of ${grades.join(", ")}, or name another scale in the plan: scale: HMICFRS five grades`,
  }),
  "answer-unfit": (why: string) => ({
    message: why,
    hint: "write yes or no, or done and the day: done 14 March 2024",
  }),
  "given-twice": (heading: string, what: string, first: Place, baseline: string, isOtherFile: boolean) => ({
    message: `${what} has two different values${inColumn(heading)}, so neither is used`,
    hint: `delete the value that is out of date, or put both in one file if they are parts of one total${isOtherFile ? "; for two releases of a source, write releases: newest in the plan" : ""}`,
    note: { ...first, message: `the other value, ${baseline}, is here` },
  }),
  "release-unclear": (source: string, other: string) => ({
    message: `this file and ${other} are two releases of ${sourceInFull(source)}, but their titles, dates and figures do not show which is newer`,
    hint: "remove the one that is out of date from the plan's data",
  }),
  "release-lacks": (older: string, lost: readonly string[]) => ({
    message: `this release lacks figures that the older one, ${older}, has: ${lost.length > 5 ? `${lost.slice(0, 5).join("; ")}; and more` : lost.join("; ")}. The older one is used instead`,
    hint: "write releases: { use: newest, only-in-older: keep } in the plan to take these figures from the older one, or leave out instead of keep to go without them",
  }),
  "release-chosen": (
    source: string,
    edition: string,
    older: string,
    olderEdition: string,
    kept: readonly string[],
  ) => ({
    message: `this release of ${sourceWords(source)} is used (${edition}) in place of the older ${older} (${olderEdition})${kept.length > 0 ? `, except for ${listed(kept, 5)}` : ""}`,
    hint: "check that it is the release that you want; otherwise remove this file from the plan's data",
    severity: "warning" as const,
  }),
  "baseline-zero": (what: string, reason: string) => ({
    message: `${what}: ${reason}`,
    hint: "compare the numbers themselves, or choose another baseline",
    severity: "warning" as const,
  }),
  "population-zero": (what: string) => ({
    message: `${what}: the population is 0 or less, so no rate can be worked out`,
    hint: "write the mid-year population as a number of people, such as 628139",
  }),
  "figure-missing": (what: string, reason: string) => ({
    message: `${what}: ${reason}, so no figure that needs it was worked out`,
    hint:
      reason === "the cell is blank"
        ? 'write the reason in the cell if it was not published: "[x] counts are not published"'
        : undefined,
    severity: "warning" as const,
  }),

  // Reports that were kept
  "verdict-differs": (measure: string, said: string, given: string) => ({
    message: `${measure}: the report says ${quoted(said)}, but its own figures give ${quoted(given)}, which is compared`,
    hint: "make the report again in case it was edited: plan-measures report --format json --out last-quarter.json",
  }),
  "given-alike": (heading: string, what: string, first: Place, differences: string, baseline: string) => ({
    message: `${what} is given by two records with the same value${inColumn(heading)}, so neither is used`,
    hint: "add up over the column in which they differ, with add: [COLUMN], or choose one value of it, with where: { COLUMN: … }",
    note: { ...first, message: `the other record, also ${baseline}, is here; they differ in ${differences}` },
  }),
} satisfies Record<string, (...args: never[]) => Sentence>;
