// An audit as a page to send on: how much was found, the findings of each file, then every column and claim, checked or not.
import { counted, listed } from "../core/problems/sentence.ts";
import { type FindingsPage, type FindingsSection, linesText, wordTable } from "../output/findings.ts";
import { coverageOf, nameOfColumn } from "./coverage.ts";
import { classes, type Finding, type Severity } from "./findings.ts";
import { type Audit, checksOf } from "./result.ts";
import {
  alike,
  cellWords,
  checksText,
  claimsText,
  findingWords,
  headline,
  populationTexts,
  sectionsOf,
} from "./said.ts";

/** The page; `isWithPlan` where the tables were compared with what a plan computes. */
export function auditPage(audit: Audit, isWithPlan: boolean): FindingsPage {
  const tables = audit.tables.map(({ table }) => table.file);
  const files = [
    ...new Set([
      ...tables,
      ...audit.comments.map(({ comment }) => comment.file),
      ...audit.findings.map(({ file }) => file),
    ]),
  ];
  const found = files.filter((file) => audit.findings.some((finding) => finding.file === file));
  return {
    title: `Audit of ${new Set(tables).size === 1 ? tables[0] : counted(tables.length, "table")}`,
    counts: `${headline(audit)}.`,
    about: aboutOf(audit, isWithPlan),
    sections: [
      countsSection(audit, files),
      ...found.map((file) =>
        findingsSection(
          file,
          audit.findings.filter((finding) => finding.file === file),
        ),
      ),
      coverageSection(audit),
      ...claimsSection(audit),
    ],
  };
}

/** What the audit looked at, and what it did not. */
function aboutOf(audit: Audit, isWithPlan: boolean): string[] {
  const columns = audit.tables.flatMap(coverageOf);
  const checked = columns.filter(({ cells }) => cells > 0).length;
  const claims = claimsText(audit);
  return [
    `The figures of each table were computed again from its other figures: ${counted(checksOf(audit), "check")} of cells and comments came to an answer. ${checked} of ${counted(columns.length, "column")} took part in one. The others were not checked, and are listed with the reason.`,
    claims === undefined ? "No comment was checked, as none was given." : `${claims}.`,
    isWithPlan
      ? "The tables were also compared with what the plan computes from its data."
      : "The tables were not compared with a plan or with the data that they come from: a wrong figure that agrees with all others is not found.",
  ];
}

const severities: readonly Severity[] = ["error", "warning", "note"];

function countsSection({ tables, findings }: Audit, files: readonly string[]): FindingsSection {
  const rows = files.map((file) => {
    const own = findings.filter((finding) => finding.file === file);
    const checks = tables
      .filter(({ table }) => table.file === file)
      .flatMap(({ cells }) => cells)
      .filter(({ status }) => status !== "cannot-be-checked");
    return [
      file,
      ...severities.map((one) => own.filter((finding) => severityOf(finding) === one).length),
      checks.length,
    ];
  });
  const headings = ["File", "Errors", "Warnings", "Notes", "Checks with an answer"];
  return { title: "Counts", blocks: [{ table: wordTable("How much was found in each file", headings, rows) }] };
}

const severityOf = (finding: Finding): Severity => classes[finding.class].severity;

/** What was found in a file, the heaviest first: a table for each kind of finding. */
function findingsSection(file: string, findings: readonly Finding[]): FindingsSection {
  return {
    title: `Findings in ${file}`,
    blocks: sectionsOf(findings).map(({ title, findings: own }) => {
      const weights = severities.filter((one) => own.some((finding) => severityOf(finding) === one));
      const rows = alike(own).map(({ finding, lines }) => [
        `${lines.length > 1 ? "lines" : "line"} ${linesText(lines)}, column ${finding.column}`,
        cellWords(finding),
        findingWords(finding),
      ]);
      const caption = `${title}: ${listed(weights.map((one) => counted(own.filter((finding) => severityOf(finding) === one).length, one)))}`;
      return { table: wordTable(caption, ["Place", "Cell", "What was found"], rows) };
    }),
  };
}

/** Every column of every table: how many of its cells were checked, or why none. */
function coverageSection({ tables }: Audit): FindingsSection {
  return {
    title: "What was checked, and what was not",
    blocks: tables.flatMap((audit) => {
      const { columns } = audit.columns;
      const rows = coverageOf(audit).map(({ column, cells, why }) => [
        nameOfColumn(column, columns),
        cells,
        why === undefined ? "checked" : `not checked: ${why}`,
      ]);
      return [
        { table: wordTable(checksText(audit), ["Column", "Cells checked", "Checked or not, and why"], rows) },
        ...populationTexts(audit).map((text) => ({ text: `${text[0]?.toUpperCase()}${text.slice(1)}.` })),
      ];
    }),
  };
}

/** The claims of comments that no figure settled, which a person has to read. */
function claimsSection({ comments }: Audit): FindingsSection[] {
  const rows = comments.flatMap(({ comment: { file, line, measure }, claims }) =>
    claims
      .filter(({ status }) => status === "not checked")
      .map(({ claim, says }) => [`${file}, line ${line}`, measure, `"${claim.text}"`, says]),
  );
  if (rows.length === 0) return [];
  const title = `Claims that a person has to read: ${rows.length}`;
  const headings = ["Place", "Measure", "Claim", "Why it was not checked"];
  return [{ title: "Comments not checked", blocks: [{ table: wordTable(title, headings, rows) }] }];
}
