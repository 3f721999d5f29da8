// An audit for people: what is wrong, the heaviest first, then what was checked and how much of it.
import { counted } from "../core/problems/sentence.ts";
import { printable, wrap } from "../core/safe-text.ts";
import type { Paint } from "../io/paint.ts";
import type { Surface } from "../output/formats/format.ts";
import type { AuditColumn } from "./columns/audit-column.ts";
import { coverageOf, nameOfColumn } from "./coverage.ts";
import { classes } from "./findings.ts";
import type { Audit, TableAudit } from "./result.ts";
import {
  type Alike,
  alike,
  cellWords,
  checksText,
  claimsText,
  findingWords,
  headline,
  populationTexts,
  sectionsOf,
} from "./said.ts";

/** The audit as text, as wide as the terminal. */
export function auditText(audit: Audit, { columns: width, paint }: Pick<Surface, "columns" | "paint">): string {
  const sections = [
    paint.bold(wrap(headline(audit), width)),
    ...sectionsOf(audit.findings).map(({ title, findings }) =>
      [paint.bold(wrap(title, width)), ...alike(findings).map((found) => findingText(found, width, paint))].join("\n"),
    ),
    [
      paint.bold("What was checked"),
      ...audit.tables.flatMap((table) => tableText(table, width)),
      ...commentsText(audit, width),
    ].join("\n"),
  ];
  return `${sections.join("\n\n")}\n`;
}

const severityPaint = { error: "red", warning: "yellow", note: undefined } as const;

function findingText({ finding, lines }: Alike, width: number, paint: Paint): string {
  const { file, line, column } = finding;
  const colour = severityPaint[classes[finding.class].severity];
  const also =
    lines.length > 1
      ? ` (${counted(lines.length, "row")}: lines ${lines.slice(0, 12).join(", ")}${lines.length > 12 ? " …" : ""})`
      : "";
  const head = wrap(printable(`${file}:${line}:${column} ${cellWords(finding)}`.trim()), width, "  ");
  return `${colour ? paint[colour](head) : head}\n${wrap(printable(`${findingWords(finding)}${also}`), width, "    ")}`;
}

const tableText = (audit: TableAudit, width: number): string[] => [
  wrap(printable(checksText(audit)), width, "  "),
  ...populationTexts(audit).map((text) => wrap(printable(text), width, "    ")),
  ...coverageText(audit, width),
];

/** Every column but the names of the rows: those of which cells were checked, and each other with why. */
function coverageText(audit: TableAudit, width: number): string[] {
  const { columns } = audit.columns;
  const all = coverageOf(audit);
  const name = (column: AuditColumn): string => `"${nameOfColumn(column, columns)}"`;
  const [checked, others] = [all.filter(({ cells }) => cells > 0), all.filter(({ cells }) => cells === 0)];
  const whys = [...new Set(others.map(({ why }) => why))];
  const line = (text: string): string => wrap(printable(text), width, "    ");
  return [
    ...(checked.length > 0 ? [line(`checked: ${checked.map(({ column }) => name(column)).join(", ")}`)] : []),
    ...whys.map((why) => {
      const own = others.filter((one) => one.why === why).map(({ column }) => name(column));
      return line(`not checked: ${own.join(", ")}: ${why}`);
    }),
  ];
}

function commentsText(audit: Audit, width: number): string[] {
  const text = claimsText(audit);
  return text === undefined ? [] : [wrap(`comments: ${text}`, width, "  ")];
}
