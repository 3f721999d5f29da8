// The sentences about a plan, its comments, and what it asks of the data; problems.ts has them in its catalogue.
import { MOST_LISTED } from "../names.ts";
import { asYaml, listed, meant, type Place, quoted, type Sentence } from "./sentence.ts";

/** A line as it stands, the beginning of a long one. */
const beginningOf = (line: string): string => (line.length > 100 ? `${line.slice(0, 97)}…` : line);

/** What periods are whose headings are so many months apart. */
const stepNames: Readonly<Record<number, string>> = {
  3: "these are quarters",
  6: "these are half-years",
  12: "these are years",
};

/** Where the figures come from that rates are of. */
const whoHas = {
  populations: "add a file with populations to data:, such as ONS table P9, ONS table P3 or the ONS mid-year estimates",
  households: "add a file with households to data:, such as ONS table P10 or ONS table P3",
} as const;

export const planSentences = {
  "plan-yaml": ({ file, line: at }: Place, line: string, message: string, hint: string) => ({
    message,
    hint,
    ...(line.trim() !== "" && {
      note: { file, ...(at !== undefined && { line: at }), message: `the line reads: ${beginningOf(line.trim())}` },
    }),
  }),
  "plan-invalid": (message: string, hint: string | undefined) => ({ message, hint }),
  "accept-nothing": (code: string, at: string, value: string, now: string | undefined) => ({
    message:
      now === undefined
        ? `accept: the plan accepts ${code} at ${quoted(at)}, but there is nothing to accept`
        : `accept: the plan accepts ${code} at ${quoted(at)} with the value ${quoted(value)}, but the value is now ${quoted(now)}`,
    hint:
      now === undefined
        ? "remove it from the plan"
        : `check it again, and write the new value if it is right: ${quoted(now)}`,
    severity: "warning" as const,
  }),
  "choices-open": (lines: number) => ({
    message:
      lines === 1
        ? "this line of the plan is marked # choose, which leaves it to you to decide"
        : `${lines} lines of the plan are marked # choose, which leaves them to you to decide; this is the first`,
    hint: "choose what each is to be, and delete its # choose",
    severity: "warning" as const,
  }),
  "priority-unknown": (id: string, near: string | undefined, known: readonly string[]) => ({
    message: `priorities: no priority has the id ${quoted(id)}${meant(near)}`,
    hint: known.length
      ? `choose from the plan's priorities: ${listed(known)}`
      : "list the plan's priorities first: priorities: [{ id: CSC, name: … }]",
  }),
  "priority-twice": (id: string) => ({
    message: `priorities: the id ${quoted(id)} is used twice`,
    hint: "give each priority its own id",
  }),
  "population-onesided": (
    lacks: "baseline" | "current",
    other: "baseline" | "current",
    date: string,
    example: string,
  ) => ({
    message: `${lacks}: it has no population date, but ${other} has ${date}, so rates cannot be compared`,
    hint: `add the date of the population to ${lacks}, such as population: ${example}, or remove it from ${other}`,
    severity: "warning" as const,
  }),
  "periods-order": (baseline: string, current: string) => ({
    message: `current: ${current} does not end after the baseline, which is ${baseline}`,
    hint: "check whether the two periods are swapped: the baseline is the earlier one",
    severity: "warning" as const,
  }),
  "latest-chosen": (what: "current" | "population", period: string, force: string) => ({
    message: `${what}: latest means ${period}, the last one with complete data for ${force} and its groups`,
    hint: `write latest (${period}) to keep this period until plan-measures refresh --write moves it; latest alone moves as soon as newer files arrive`,
    severity: "warning" as const,
  }),
  "latest-none": (
    what: "current" | "population",
    force: string,
    upTo: string,
    lacksAll: keyof typeof whoHas | undefined,
  ) => ({
    message:
      lacksAll !== undefined
        ? `population: latest is the last mid-year up to ${upTo} with ${lacksAll}, but the data have no ${lacksAll}`
        : `${what}: no ${what === "current" ? "period after the baseline" : `mid-year up to ${upTo}`} has complete data for ${force} and its groups`,
    hint:
      lacksAll !== undefined
        ? `${whoHas[lacksAll]}. Or remove population: to compare numbers without rates`
        : `look at the data with plan-measures inspect, or write a ${what === "current" ? "period" : "date"} instead of latest`,
  }),
  "latest-waiting": (what: "current" | "population", kept: string, found: string) => ({
    message: `${what}: the plan uses ${kept}, but the data are now complete to ${found}`,
    hint: `run plan-measures refresh --write, or write latest (${found}), to move to it`,
    severity: "warning" as const,
  }),
  "population-waiting": (stated: string, found: string, force: string) => ({
    message: `population: the plan uses ${stated}, but the data have ${found} for ${force} and its groups`,
    hint: `write population: ${found}, or population: latest to move it with the period`,
    severity: "warning" as const,
  }),
  "population-old": (population: string, period: string, months: number) => ({
    message: `population: latest means ${population}, which is ${months} months before ${period} ends`,
    hint: `add a file of newer populations to data:, or write population: ${population} if it is the right one`,
    severity: "warning" as const,
  }),
  "latest-incomplete": (
    what: "current" | "population",
    period: string,
    has: readonly string[],
    lacks: readonly string[],
  ) => ({
    message: `${what}: the data have ${period} for ${has.length > 0 ? listed(has, 5) : "some figures"}, but not for ${listed(lacks, 5)}`,
    hint: "add the missing figures, or wait for the next release",
    severity: "warning" as const,
  }),
  "period-lengths": (measure: string, baseline: string, current: string) => ({
    message: `${measure}: the two counts are for periods of different length: ${baseline} and ${current}`,
    hint: "choose periods with the same number of months, or judge the aim on another figure",
    severity: "warning" as const,
  }),
  "priority-none": (measure: string) => ({
    message: `${measure}: it has no priority, so no summary counts it`,
    hint: "add the ids of its priorities, such as priorities: [CSC, ELC]",
    severity: "warning" as const,
  }),
  "measure-twice": (measure: string) => ({
    message: `name: the table has two measures called ${quoted(measure)}`,
    hint: "give each measure its own name, and write its name in the data under series:",
  }),
  "short-twice": (short: string, first: Place & { readonly measure: string }) => ({
    message: `short: the overview would have two lines called ${quoted(short)}`,
    hint: "give each measure its own short name, or leave short: out",
    note: {
      file: first.file,
      ...(first.line !== undefined && { line: first.line }),
      message: `the other is ${quoted(first.measure)}`,
    },
  }),
  "area-unknown": (area: string, near: string | undefined, known: readonly string[]) => ({
    message: `the data have nothing for ${quoted(area)}${meant(near, area)}`,
    hint: known.length ? `choose from the areas in the data: ${listed(known)}` : undefined,
  }),
  "series-unknown": (series: string, near: string | undefined, known: readonly string[]) => ({
    message: `the data have no series ${quoted(series)}${meant(near, series)}`,
    hint: known.length
      ? `write series: if the measure has another name in the data, which have: ${listed(known)}`
      : undefined,
  }),
  "dates-apart": (headings: readonly string[], months: number) => ({
    message: `dates: month does not fit: ${stepNames[months] ?? "the periods are longer than months"}, as the nearest headings are ${months} months apart: ${listed(headings)}`,
    hint: "give the period of each column: values: [{ column: 2, kind: count, period: January 2019 to March 2019 }, …]",
  }),
  "period-not-covered": (
    what: string,
    period: string,
    known: readonly string[],
    ends: string,
    near: string | undefined,
    isComputable: boolean,
  ) => ({
    message: `${what}: the data do not cover ${period}${meant(near)}`,
    hint: `choose from ${listed(known)}${known.length > MOST_LISTED ? `, ${ends}` : ""}${isComputable ? ", or add a population date to both periods, such as population: mid-2021" : ""}`,
  }),
  "no-figure": (what: string, wanted: string, kinds: readonly string[]) => ({
    message: `${what}: the data do not have it${kinds.length ? ` (they have: ${kinds.join(", ")})` : ""}`,
    hint:
      wanted === "population" || wanted === "households"
        ? whoHas[wanted === "population" ? "populations" : "households"]
        : wanted === "rate" && kinds.includes("count")
          ? "write kind: count and add a population, and the rate is worked out"
          : 'add it, or add a row with "[x]" and the reason if it is not published',
  }),
  "group-lacks": (group: string, what: string, without: readonly string[], of: number) => ({
    message: `${group}: the data have no ${what} for ${without.length} of its ${of} forces: ${listed(without, 5)}`,
    hint: "add their figures, or choose the groups to show: groups: [MSG], or groups: [] for none",
  }),
  "trend-nothing": (measure: string, since: boolean) => ({
    message: `${measure}: the data have fewer than two periods of it${since ? " since then" : ""}`,
    hint: since ? "use an earlier date for --since" : "add files with more of its months, quarters or years",
    severity: "warning" as const,
  }),
  "trend-withheld": (measure: string) => ({
    message: `${measure}: no trend is shown, because the other periods would give away its withheld small numbers`,
    hint: "see its other figures in the report",
    severity: "warning" as const,
  }),
  "column-unknown": (reference: string | number, near: string | undefined, headings: readonly string[]) => ({
    message:
      typeof reference === "number"
        ? `columns: there is no column ${reference}; the file has ${headings.length}`
        : `columns: no column is headed ${quoted(reference)}${meant(near, String(reference))}`,
    hint: headings.includes(String(reference))
      ? `put quotation marks around it to name the column headed ${reference}: "${reference}"`
      : headings.length > 0
        ? `choose from the headings: ${listed(headings.map(quoted))}`
        : "write header: and the number of the line with the headings, because none was found",
  }),
  "header-is-data": (line: number) => ({
    message: `columns: line ${line} is read as the headings, but it has a number in a column of figures`,
    hint: "write header: none if the file has no headings, or header: and the number of their line",
  }),
  "column-order": (first: number, last: number) => ({
    message: `columns: the range of columns ends at ${last}, before its start at ${first}`,
    hint: "write the lower number first",
  }),
  "fraction-kind": (kind: string) => ({
    message: `columns: fraction: is only for percentages, and this column has the kind ${kind}`,
    hint: "remove fraction:",
  }),
  "value-unknown": (heading: string, text: string, near: string | undefined, known: readonly string[]) => ({
    message: `where: the column ${heading} has no value ${quoted(text)}${meant(near, text)}`,
    hint:
      known.length === 0
        ? "check the column: it has no other values"
        : `choose from its values: ${listed(known.map(quoted))}`,
  }),
  "missing-unsaid": (isWithoutAdd: boolean) => ({
    message: isWithoutAdd
      ? "missing: needs add:, because records can only be missing from a sum"
      : "missing: the words left out also need a reason:",
    hint: isWithoutAdd
      ? "name the columns over which records add up: add: [Age, Sex]"
      : 'write both, such as missing: left out and reason: "Two forces sent no figures by age"',
  }),
  "add-total": (heading: string, texts: readonly string[], isSum: boolean) => ({
    message: isSum
      ? `add: in the column ${heading}, ${listed(texts.map(quoted))} is the sum of the others, so it would be counted twice`
      : `add: in the column ${heading}, ${listed(texts.map(quoted))} ${texts.length === 1 ? "is a total" : "are totals"}, so the parts would be counted twice`,
    hint: `leave ${texts.length === 1 ? "it" : "them"} out with where: { ${asYaml(heading)}: { not: [${texts.map(asYaml).join(", ")}] } }, or use one alone with where: { ${asYaml(heading)}: ${asYaml(texts[0] ?? "")} }`,
  }),
  "add-kind": (kind: string) => ({
    message: `add: ${kind} values cannot be added up`,
    hint: "choose one record of each with where:, because only counts, people, populations, bases and amounts add up",
  }),
  "events-unclear": (trouble: "no columns" | "values too" | "years") => ({
    message:
      trouble === "no columns"
        ? "each-record: the columns of the area and the date are not named"
        : trouble === "values too"
          ? "each-record: the plan counts the records, and also names a column of values to add up"
          : "each-record: each record belongs to the month of its date, so dates: cannot be used",
    hint:
      trouble === "no columns"
        ? "name them: columns: { area: …, period: … }"
        : trouble === "values too"
          ? "remove count: or values: under columns: to count the records, or each-record: to add up the column"
          : "remove dates:",
  }),
  "add-uneven": (heading: string, text: string, what: string, more: number) => ({
    message: `add: in the column ${heading}, ${quoted(text)}${more > 0 ? ` and ${more} more` : ""} ${more > 0 ? "have" : "has"} no record for ${what}, but ${more > 0 ? "have" : "has"} one for another period, so no sum was made`,
    hint: "check whether the file leaves out zeros, or whether records are missing",
    severity: "warning" as const,
  }),
  "form-kind": (key: "per" | "scale", kind: string) => ({
    message:
      key === "per"
        ? `columns: per: can only be used with a rate, not a ${kind}`
        : `columns: a ${kind} cannot be in thousands or millions`,
    hint: `remove ${key}:`,
  }),
  "column-twice": (heading: string, positions: readonly number[]) => ({
    message: `columns: more than one column has the heading ${quoted(heading)}`,
    hint: `write its position instead, counted from 1: ${positions.join(" or ")}`,
  }),
  "column-missing": (what: string) => ({
    message: `columns: the ${what} is not given`,
    hint: `name its column (${what}: Heading), or write it for the whole file under fixed: { ${what}: … }`,
  }),

  // Comments
  "comment-missing": (measure: string, standing: string) => ({
    message: `${measure}: the aim is ${standing}, but there is no comment on it`,
    hint: "write comment: under the measure, or add a row to the comments file",
    severity: "warning" as const,
  }),
  "comment-draft": (measure: string) => ({
    message: `${measure}: its comment is a draft`,
    hint: "finish the comment, then delete the word [draft]",
    severity: "warning" as const,
  }),
  "comment-carried": (measure: string, period: string, current: string) => ({
    message: `${measure}: its comment is carried over from ${period}, and must be read again`,
    hint: `write ${current} as its period if it still holds, or add a row for ${current}; delete its row if no comment is needed now`,
    severity: "warning" as const,
  }),
  "comment-past": (measure: string, period: string, current: string, standing: string) => ({
    message: `${measure}: its comment of ${period} is left out, as the aim is now ${standing}`,
    hint: `delete its row, or add a row for ${current}; write ${current} as its period if it still holds`,
    severity: "warning" as const,
  }),
  "comment-period": (words: string, doubt: string | undefined) => ({
    message: `period: ${quoted(words)} ${doubt ? `has two meanings: ${doubt}` : "is not a period"}`,
    hint: "write it like 12 months to September 2023, or leave it blank for a comment of any period",
  }),
  "comment-withheld": (measure: string, numbers: readonly string[]) => ({
    message: `${measure}: its comment may give away a withheld number: ${listed(numbers.map(quoted))}`,
    hint: "remove these numbers from the comment, in digits and in words",
    severity: "warning" as const,
  }),
  "comment-unknown": (measure: string, near: string | undefined, known: readonly string[]) => ({
    message: `measure: no measure of the plan is called ${quoted(measure)}${meant(near)}`,
    hint: `choose from the plan's measures: ${listed(known)}`,
  }),
  "comment-twice": (measure: string, first: Place) => ({
    message: `measure: ${quoted(measure)} has two comments`,
    hint: "delete one of them",
    note: { ...first, message: "the other comment is here" },
  }),
  "comments-headings": (headings: readonly string[]) => ({
    message: `a comments file needs the headings measure and comment; this one has: ${listed(headings.map(quoted))}`,
    hint: "write measure,comment as its first line, or measure,comment,period",
  }),
} satisfies Record<string, (...args: never[]) => Sentence>;
