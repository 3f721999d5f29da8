// The sentences about a plan, its comments, and what it asks of the data; problems.ts has them in its catalogue.
import { asYaml, listed, meant, type Place, quoted, type Sentence } from "./sentence.ts";

export const planSentences = {
  "plan-yaml": (message: string, hint = "indent with spaces, and put text with : or # in quotes") => ({
    message,
    hint,
  }),
  "plan-invalid": (message: string, hint: string | undefined) => ({ message, hint }),
  "accept-nothing": (code: string, at: string, value: string, now: string | undefined) => ({
    message: `accept: nothing is in doubt as ${code} at ${quoted(at)} with the value ${quoted(value)}`,
    hint: now === undefined ? "take it out of the plan" : `it is ${quoted(now)} now: look at it again`,
    severity: "warning" as const,
  }),
  "priority-unknown": (id: string, near: string | undefined, known: readonly string[]) => ({
    message: `priorities: no priority has the id ${quoted(id)}${meant(near)}`,
    hint: known.length
      ? `the plan's priorities: ${listed(known)}`
      : "list the plan's priorities first: priorities: [{ id: CSC, name: … }]",
  }),
  "priority-twice": (id: string) => ({ message: `priorities: the id ${quoted(id)} was already given` }),
  "population-onesided": (when: string) => ({
    message: `${when}: it chooses no population where the other period does, so rates cannot be compared`,
    hint: "add the date of one, e.g. population: mid-2021",
    severity: "warning" as const,
  }),
  "periods-order": (baseline: string, current: string) => ({
    message: `current: ${current} does not end after the baseline, which is ${baseline}`,
    hint: "the baseline is the earlier of the two; see whether they are the wrong way round",
    severity: "warning" as const,
  }),
  "latest-chosen": (what: "current" | "population", period: string, force: string) => ({
    message: `${what}: latest is ${period}, the last that the data have in full for ${force} and its groups`,
    hint: `to keep to it when newer files come, write the period beside the word: latest (${period}); plan-measures refresh --write does`,
    severity: "warning" as const,
  }),
  "latest-none": (what: "current" | "population", force: string) => ({
    message: `${what}: the data have no ${what === "current" ? "period after the baseline" : "mid-year up to the current period"} in full for ${force} and its groups, so there is no latest`,
    hint: `see what the data hold with plan-measures inspect, or write the ${what === "current" ? "period" : "date"} itself`,
  }),
  "latest-waiting": (what: "current" | "population", kept: string, found: string) => ({
    message: `${what}: the plan keeps to ${kept}, and the data now have ${found} in full`,
    hint: `to move on, run plan-measures refresh --write, or write latest (${found})`,
    severity: "warning" as const,
  }),
  "latest-incomplete": (
    what: "current" | "population",
    period: string,
    has: readonly string[],
    lacks: readonly string[],
  ) => ({
    message: `${what}: ${period} is there for ${has.length > 0 ? listed(has, 5) : "some figures"}, not for ${listed(lacks, 5)}`,
    hint: "add the missing figures, or wait for the next release",
    severity: "warning" as const,
  }),
  "period-lengths": (measure: string, baseline: string, current: string) => ({
    message: `${measure}: counts of periods of different length are compared: ${baseline} with ${current}`,
    hint: "compare periods of the same number of months, or judge the aim on something else",
    severity: "warning" as const,
  }),
  "priority-none": (measure: string) => ({
    message: `${measure}: it serves no priority, so no summary counts it`,
    hint: "add the ids of its priorities, e.g. priorities: [CSC, ELC]",
    severity: "warning" as const,
  }),
  "measure-twice": (measure: string) => ({
    message: `name: the table already has a measure called ${quoted(measure)}`,
    hint: "give each measure of a table its own name, with series: for its name in the data",
  }),
  "area-unknown": (area: string, near: string | undefined, known: readonly string[]) => ({
    message: `the data hold nothing for ${quoted(area)}${meant(near, area)}`,
    hint: known.length ? `areas in the data: ${listed(known)}` : undefined,
  }),
  "series-unknown": (series: string, near: string | undefined, known: readonly string[]) => ({
    message: `the data have no series ${quoted(series)}${meant(near, series)}`,
    hint: known.length
      ? `series in the data: ${listed(known)}; say series: where the measure's name differs`
      : undefined,
  }),
  "dates-apart": (headings: readonly string[], months: number) => ({
    message: `dates: month, but no two of the headings are a month apart: ${listed(headings)}; the nearest are ${months} months apart`,
    hint: "say what each column is of: values: [{ column: 2, kind: count, period: January 2019 to March 2019 }, …]",
  }),
  "period-not-covered": (
    what: string,
    period: string,
    known: readonly string[],
    near: string | undefined,
    isComputable: boolean,
  ) => ({
    message: `${what}: the data do not cover ${period}${meant(near)}`,
    hint: `they have ${listed(known)}${isComputable ? "; or choose a population for both periods, e.g. population: mid-2021" : ""}`,
  }),
  "no-figure": (what: string, wanted: string, kinds: readonly string[]) => ({
    message: `${what}: the data do not give it${kinds.length ? ` (they give: ${kinds.join(", ")})` : ""}`,
    hint:
      wanted === "rate" && kinds.includes("count")
        ? "kind: count, with a population, computes the rate"
        : 'add it, or a row with "[x]" and the reason where it is not published',
  }),
  "group-lacks": (group: string, what: string, without: readonly string[], of: number) => ({
    message: `${group}: of its ${of} forces, the data give no ${what} for ${without.length}: ${listed(without, 5)}`,
    hint: "add them, or show another group: groups: [MSG], or groups: [] for none",
  }),
  "trend-nothing": (measure: string, since: boolean) => ({
    message: `${measure}: the data hold fewer than two periods of it${since ? " since then" : ""}`,
    hint: since ? "ask for more: an earlier --since" : "add files with more months, quarters or years of it",
    severity: "warning" as const,
  }),
  "trend-withheld": (measure: string) => ({
    message: `${measure}: some of its months, quarters or years are withheld small numbers, which the others would give away; no trend of it is shown`,
    hint: "its other figures are in the report",
    severity: "warning" as const,
  }),
  "column-unknown": (reference: string | number, near: string | undefined, headings: readonly string[]) => ({
    message:
      typeof reference === "number"
        ? `columns: there is no column ${reference}; there are ${headings.length}`
        : `columns: no column is headed ${quoted(reference)}${meant(near, String(reference))}`,
    hint: headings.includes(String(reference))
      ? `to name the column headed ${reference}, put it in quotes: "${reference}"`
      : headings.length > 0
        ? `the headings: ${listed(headings.map(quoted))}`
        : "no line of headings was found; header: says on which line they stand",
  }),
  "header-is-data": (line: number) => ({
    message: `columns: line ${line} is taken for the headings, but has a number where figures stand`,
    hint: "write header: none for a file without headings, or header: and the line that they stand on",
  }),
  "column-order": (first: number, last: number) => ({
    message: `columns: a run of columns ends at ${last}, before it begins at ${first}`,
  }),
  "fraction-kind": (kind: string) => ({
    message: `columns: only percent values can be fractions of 1, not a ${kind}`,
    hint: "leave fraction: out",
  }),
  "value-unknown": (heading: string, text: string, near: string | undefined, known: readonly string[]) => ({
    message: `where: the column ${heading} has no value ${quoted(text)}${meant(near, text)}`,
    hint: known.length === 0 ? "the column has no other values" : `it has ${listed(known.map(quoted))}`,
  }),
  "missing-unsaid": (isWithoutAdd: boolean) => ({
    message: isWithoutAdd
      ? "missing: nothing is added up here that records could be left out of"
      : "missing: left out and reason: are said together",
    hint: isWithoutAdd
      ? "say over which columns records add up: add: [Age, Sex]"
      : 'for example missing: left out, and reason: "Two forces sent no figures by age"',
  }),
  "add-total": (heading: string, texts: readonly string[], isSum: boolean) => ({
    message: isSum
      ? `add: in the column ${heading}, ${listed(texts.map(quoted))} is the sum of the others, and would be counted twice`
      : `add: in the column ${heading}, ${listed(texts.map(quoted))} would be added to the parts ${texts.length === 1 ? "it is" : "they are"} the total of`,
    hint: `leave ${texts.length === 1 ? "it" : "them"} out: where: { ${asYaml(heading)}: { not: [${texts.map(asYaml).join(", ")}] } }, or read one alone: where: { ${asYaml(heading)}: ${asYaml(texts[0] ?? "")} }`,
  }),
  "add-kind": (kind: string) => ({
    message: `add: ${kind} values do not add up`,
    hint: "only counts, people, populations, bases and amounts do: choose one record of each with where:",
  }),
  "events-unclear": (trouble: "no columns" | "values too" | "years") => ({
    message:
      trouble === "no columns"
        ? "each-record: nothing says which columns hold the area and the date"
        : trouble === "values too"
          ? "each-record: the records are counted, and a column of values would be added to that"
          : "each-record: a record is of the month of its date, and not of the year to it",
    hint:
      trouble === "no columns"
        ? "name them: columns: { area: …, period: … }"
        : trouble === "values too"
          ? "leave out each-record:, or the columns of values"
          : "leave out dates:",
  }),
  "add-uneven": (heading: string, text: string, what: string, more: number) => ({
    message: `add: in the column ${heading}, ${quoted(text)}${more > 0 ? ` and ${more} more` : ""} ${more > 0 ? "have" : "has"} no record for ${what}, and ${more > 0 ? "have" : "has"} for another period: nothing is added there`,
    hint: "see whether the file leaves out what is 0, or whether records are missing",
    severity: "warning" as const,
  }),
  "form-kind": (key: "per" | "scale", kind: string) => ({
    message:
      key === "per"
        ? `columns: only rates are per so many people, not a ${kind}`
        : `columns: a ${kind} cannot be in thousands or millions`,
    hint: `leave ${key}: out`,
  }),
  "column-twice": (heading: string, positions: readonly number[]) => ({
    message: `columns: more than one column is headed ${quoted(heading)}`,
    hint: `give its position instead, counted from 1: ${positions.join(" or ")}`,
  }),
  "column-missing": (what: string) => ({
    message: `columns: nothing says the ${what}`,
    hint: `name its column (${what}: Heading), or what it is for the whole file under fixed: { ${what}: … }`,
  }),

  // Comments
  "comment-missing": (measure: string, standing: string) => ({
    message: `${measure}: the aim is ${standing} and there is no comment on it`,
    hint: "write comment: under the measure, or a line in the comments file",
    severity: "warning" as const,
  }),
  "comment-draft": (measure: string) => ({
    message: `${measure}: its comment is a draft`,
    hint: "finish it, and take [draft] away",
    severity: "warning" as const,
  }),
  "comment-carried": (measure: string, period: string, current: string) => ({
    message: `${measure}: its comment is carried over from ${period}: read it again`,
    hint: `if it still holds, write ${current} as its period; otherwise add a row for ${current}`,
    severity: "warning" as const,
  }),
  "comment-period": (words: string, doubt: string | undefined) => ({
    message: `period: ${quoted(words)} ${doubt ? `has two meanings: ${doubt}` : "is not a period"}`,
    hint: "write it like 12 months to September 2023, or leave it blank for a comment of any period",
  }),
  "comment-withheld": (measure: string, numbers: readonly string[]) => ({
    message: `${measure}: a number of it, or of its table, is withheld, and its comment may give that away: ${listed(numbers.map(quoted))}`,
    hint: "take such numbers out of the comment, those in words too",
    severity: "warning" as const,
  }),
  "comment-unknown": (measure: string, near: string | undefined, known: readonly string[]) => ({
    message: `measure: no measure of the plan is called ${quoted(measure)}${meant(near)}`,
    hint: `the plan's measures: ${listed(known)}`,
  }),
  "comment-twice": (measure: string, first: Place) => ({
    message: `measure: ${quoted(measure)} already has a comment`,
    hint: "keep one of them",
    note: { ...first, message: "here is the other" },
  }),
  "comments-headings": (headings: readonly string[]) => ({
    message: `a comments file has the headings measure,comment (and period, if you like); this one has: ${listed(headings.map(quoted))}`,
  }),
} satisfies Record<string, (...args: never[]) => Sentence>;
