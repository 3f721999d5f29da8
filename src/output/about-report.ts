// What a report says of itself in several formats: what it is of, the numbers of its tables, and the files it was made from.
import { OWN_TABLE } from "../core/names.ts";
import { inRow, say } from "../core/words/say.ts";
import type { Report } from "../report/report.ts";
import { NO_DIGEST } from "../report/withheld-problems.ts";
import { type Column, columnNamed } from "./table.ts";

/** The groups that any table of the report shows, by name. */
export const groupsShown = ({ tables }: Pick<Report, "tables">): string[] => [
  ...new Set(tables.flatMap(({ sides }) => sides.groups.map(({ name }) => name))),
];

/** "Performance of Gloucestershire compared with MSG: each measure of the plan against its baseline." */
export function aboutReport(report: Report): string {
  const { force } = report.plan;
  const groups = inRow(groupsShown(report));
  return groups === "" ? say("about.report", { force }) : say("about.report-groups", { force, groups });
}

/** "Table 1" */
export const tableNumber = (number: number): string => say("table.number", { number });
/** "Figure 1" */
export const figureNumber = (number: number): string => say("figure.number", { number });

/** The columns of the table of the files that were read. */
export const fileColumns = (): Column[] => [
  columnNamed(say("heading.file")),
  columnNamed(say("heading.known-as")),
  columnNamed(say("heading.records"), true),
  columnNamed(say("heading.sha-256")),
];

/** What a file is known as: the name of its source, or how the plan says that it is read. */
export function sourceShown(source: string): string {
  if (source === "column map") return say("files.column-map");
  return source === OWN_TABLE ? say("files.own-table") : source;
}

/** The digest of a file; of one whose digest is withheld, that it is. */
export const digestShown = (sha256: string): string => (sha256 === NO_DIGEST ? say("cell.withheld") : sha256);
