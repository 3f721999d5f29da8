// What an audit finds: the classes of findings, how heavy each is, and their order.
import type { Interval } from "../core/interval.ts";
import type { PublishedTable, TableRow } from "./read/read-table.ts";

export const severities = ["error", "warning", "note"] as const;
export type Severity = (typeof severities)[number];

/** Each class with its weight and the words over its list. An error makes the exit code 1. */
export const classes = {
  "does-not-match": { severity: "error", title: "Does not match" },
  "outside-population": { severity: "error", title: "Rate that does not fit the population of its column" },
  "impossible-percentage": { severity: "error", title: "Impossible percentage" },
  "wrong-unit": { severity: "error", title: "Wrong unit" },
  "heading-contradicts": { severity: "error", title: "Heading and figures disagree" },
  "not-a-number": { severity: "error", title: "Not a number" },
  "row-ragged": { severity: "error", title: "Row with too many cells" },
  "differs-from-plan": { severity: "error", title: "Differs from what the plan computes" },
  "not-found": { severity: "error", title: "Comment: number that is not in its row" },
  "another-figure": { severity: "error", title: "Comment: number of another figure" },
  "wrong-direction": { severity: "error", title: "Comment: wrong direction" },
  "wrong-comparison": { severity: "error", title: "Comment: wrong comparison" },
  "wrong-period": { severity: "error", title: "Comment: period that is not in the table" },
  "period-impossible": { severity: "error", title: "Comment: no such period" },
  "stray-reference": { severity: "error", title: "Stray cell reference" },
  placeholder: { severity: "error", title: "Placeholder" },
  "comment-missing": { severity: "error", title: "Aim not achieved without a comment" },
  "other-rounding": { severity: "warning", title: "Matches only by another rounding" },
  "other-basis": { severity: "warning", title: "Matches only on another basis" },
  "total-differs": { severity: "warning", title: "Total that differs from the sum of its rows" },
  "value-unusual": { severity: "warning", title: "Unusual value" },
  "heading-disagrees": { severity: "warning", title: "Heading and figures disagree in most rows" },
  "heading-cut-off": { severity: "warning", title: "Heading cut off" },
  "heading-misspelt": { severity: "warning", title: "Heading misspelt" },
  "aim-differs": { severity: "warning", title: "Aim differs" },
  "comment-without-no": { severity: "warning", title: "Comment on an aim that is not marked unmet" },
  "comment-of-nothing": { severity: "warning", title: "Comment on a measure that no table has" },
  "remark-doubtful": { severity: "warning", title: "Comment: doubtful" },
  "counts-rounded": { severity: "note", title: "Counts that look rounded" },
  precision: { severity: "note", title: "Loss of precision" },
  "heading-loose": { severity: "note", title: "Heading with another unit than its column" },
  "heading-unknown": { severity: "note", title: "Heading that does not say what its column holds" },
  "verdict-lacking": { severity: "note", title: "Aim without a verdict" },
  "not-a-table": { severity: "note", title: "Not a table of figures" },
  "not-in-plan": { severity: "note", title: "Not in the plan" },
  "cannot-be-checked": { severity: "note", title: "Cannot be checked" },
} as const satisfies Record<string, { severity: Severity; title: string }>;

export type FindingClass = keyof typeof classes;
/** What a wrong cell would make a reader decide wrongly. */
export type Decision = "verdict" | "sign" | "group";
export const decisionWords: Readonly<Record<Decision, string>> = {
  verdict: "changes the verdict on the aim",
  sign: "changes the sign",
  group: "changes above or below the group",
};

export interface CellPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Finding extends CellPlace {
  readonly class: FindingClass;
  readonly decision?: Decision | undefined;
  readonly measure?: string | undefined;
  readonly heading?: string | undefined;
  readonly printed?: string | undefined;
  /** What the cell can be, by the other cells. */
  readonly range?: Interval | undefined;
  readonly message: string;
  /** The other cells of the sum: one of them may be the wrong one. */
  readonly inputs?: readonly CellPlace[] | undefined;
}

/** The place of a cell of a table, and what it is of. */
export const placeIn = ({ file, headings }: PublishedTable, row: TableRow, column: number) => ({
  ...{ file, line: row.line, column, measure: row.name },
  heading: headings[column - 1]?.text,
});

const weightOf = (finding: Finding): number =>
  finding.decision ? 0 : severities.indexOf(classes[finding.class].severity) + 1;
const order = Object.keys(classes);

/** Decision errors first, then by weight and class; within a class as the files were named, by line and column. */
export function findingsInOrder(findings: readonly Finding[], files: readonly string[]): Finding[] {
  const rank = ({ file }: Finding): number => (files.includes(file) ? files.indexOf(file) : files.length);
  return [...findings].sort(
    (a, b) =>
      weightOf(a) - weightOf(b) ||
      order.indexOf(a.class) - order.indexOf(b.class) ||
      rank(a) - rank(b) ||
      a.line - b.line ||
      a.column - b.column,
  );
}

/** A file that was named among tables and holds none. */
export const notATable = (file: string): Finding => ({
  ...{ file, line: 1, column: 1, class: "not-a-table" },
  message: "no column of it holds figures under a heading; it was left out",
});

/** Counts that were taken as rounded, though the table does not say so. */
export const countsRounded = ({ file, headings }: PublishedTable, unit: number): Finding => ({
  ...{ file, line: headings[0]?.line ?? 1, column: 1, class: "counts-rounded" },
  message: `every count is a multiple of ${unit}, and some figures fit only so: the counts were taken as rounded to ${unit}. If they were, say so with --rounded-to ${unit}; if not, with --rounded-to 1`,
});

/** Whether anything is wrong, rather than worth knowing. */
export const hasErrors = (findings: readonly Finding[]): boolean =>
  findings.some((finding) => classes[finding.class].severity === "error");
