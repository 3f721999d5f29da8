// Whether a plan is ready to publish: what it lacks, what its comments get wrong, and what in a folder is out of date.

import { figuresIn, isKnown, type Mark } from "../core/figure.ts";
import { type Doubt, type Problem, sorted } from "../core/problems/problems.ts";
import { listed } from "../core/problems/sentence.ts";
import type { Comments } from "../input/comments.ts";
import type { LeftDraft, OutputFile } from "../io/write-files.ts";
import { tablesOf } from "../output/report-tables.ts";
import { cellText, fullHeading, type Table } from "../output/table.ts";
import { acceptanceFor, openDoubts } from "../report/doubts.ts";
import type { Report } from "../report/report.ts";
import { type CommentNumbers, numbersOf, type RankedIn } from "./comments.ts";
import type { Lack } from "./demands.ts";

/**
 * What a report lacks, and how many numbers of its comments were checked. The problems of its plan and data are among the
 * lacks, those of data that say why a figure is missing are not.
 */
export function lacksOf(report: Report, comments: Comments, rankedIn: RankedIn): CommentNumbers {
  const { plan, tables, problems } = report;
  const made = tables.flatMap((table) => tablesOf(plan, table));
  // A number of a comment is read by the heading of its figure, which a column of several kinds has not.
  const byKind = tables.flatMap((table) => tablesOf(plan, table, "by kind"));
  const said = numbersOf(report, byKind, comments, rankedIn);
  const lacks = [
    ...sorted(problems).flatMap((problem) => lackOf(problem, plan.file)),
    ...openDoubts(report.doubts).map(doubtLack),
    ...incomplete(tables),
    ...said.lacks,
    ...made.flatMap(unexplained),
  ];
  return { ...said, lacks };
}

/** A problem keeps a plan from being published if something was refused, or left out without a reason. */
function lackOf({ code, severity, file, line, hint, ...found }: Problem, planFile: string): Lack[] {
  // What is worth knowing is printed with its hint anyway; an error is told here alone.
  const message = severity === "error" && hint !== undefined ? withHint(found.message, hint) : found.message;
  const place = { file, ...(line !== undefined && { line }) };
  // Nothing is owed where the aim is met, and nothing old is shown.
  if (code === "comment-past") return [];
  if (code.startsWith("comment")) return [{ demand: "comment", message, ...place }];
  const isBlank = code === "figure-missing" && found.message.includes("the cell is blank");
  if (severity !== "error" && !isBlank && !warnings.has(code)) return [];
  return [{ demand: file === planFile && !ofData.has(code) ? "plan" : "data", message, ...place }];
}

const withHint = (message: string, hint: string): string =>
  message.endsWith("?") ? `${message} ${hint.slice(0, 1).toUpperCase()}${hint.slice(1)}` : `${message}; ${hint}`;

/** Warnings that keep it from being published: its verdicts are the wrong way round, or its figures twice what they should be. */
const warnings: ReadonlySet<string> = new Set(["periods-order"]);

/** What a plan asks for and the data do not have: told where the plan asks. */
const ofData: ReadonlySet<string> = new Set([
  ...["area-unknown", "series-unknown", "period-not-covered", "no-figure", "group-lacks", "no-files"],
]);

/** A doubt that nobody has accepted. */
const doubtLack = (doubt: Doubt): Lack => ({
  demand: "doubt",
  message: doubt.hint === undefined ? doubt.message : `${doubt.message}; ${doubt.hint}`,
  file: doubt.file,
  ...(doubt.line !== undefined && { line: doubt.line }),
  accept: acceptanceFor(doubt),
});

/** Periods of which months or quarters are missing, for the force or a group. */
function incomplete(tables: Report["tables"]): Lack[] {
  return tables.flatMap(({ rows, sides }) =>
    rows.flatMap((row) => {
      const { baseline, current } = row.figures;
      const also = row.also.flatMap(({ name, figures }) => [
        [`${name}, earlier`, figures.baseline] as const,
        [`${name}, later`, figures.current] as const,
      ]);
      return [["baseline", baseline] as const, ["current", current] as const, ...also].flatMap(
        ([when, { force, groups }]) =>
          [force, ...groups].flatMap((level, index): Lack[] => {
            const side = [sides.force, ...sides.groups][index];
            const gap = figuresIn(level).find((figure) => !isKnown(figure) && figure.gap.isPartial);
            if (!gap || isKnown(gap)) return [];
            const [origin] = gap.from;
            const place = origin ? { file: origin.file, line: origin.line } : {};
            return [{ demand: "data", message: `${row.name}, ${side?.name}, ${when}: ${gap.gap.reason}`, ...place }];
          }),
      );
    }),
  );
}

/** Marks in the cells of a table that its notes do not explain. */
function unexplained({ title, columns, rows, notes }: Table): Lack[] {
  const shorthand = /\[(b|c|e|f|low|p|r|u|w|x|z)\]/g;
  const texts = [...columns.map(fullHeading), ...rows.flatMap((row) => row.map(cellText))];
  const used = new Set(texts.flatMap((text) => [...text.matchAll(shorthand)].map(([, mark]) => mark as Mark)));
  return [...used]
    .filter((mark) => !notes.some((note) => note.startsWith(`[${mark}] `)))
    .map((mark) => ({ demand: "shorthand", message: `${title}: [${mark}] is used and not explained` }));
}

/**
 * How the files of a folder differ from those that would be written now: changed, absent, or not the plan's. A file may
 * be written in several ways; any of them will do.
 */
export function outdated(
  written: readonly OutputFile[],
  there: ReadonlyMap<string, Uint8Array>,
  folder: string,
): Lack[] {
  const names = new Set(written.map(({ name }) => name));
  const lack = (name: string, message: string): Lack => ({ demand: "file", file: `${folder}/${name}`, message });
  return [
    ...[...names].flatMap((name) => {
      const bytes = there.get(name);
      if (!bytes) return [lack(name, "it is not there")];
      const ways = written.filter((one) => one.name === name);
      return ways.some(({ content }) => Buffer.from(content).equals(bytes))
        ? []
        : [lack(name, "it is not what would be written now")];
    }),
    ...[...there.keys()].filter((name) => !names.has(name)).map((name) => lack(name, "the plan does not write it")),
  ];
}

/** That a run was stopped while it wrote into a folder, by the drafts that it left: some files may be its, others older. */
export const stoppedRuns = (drafts: readonly LeftDraft[], folder: string): Lack[] =>
  drafts.length === 0
    ? []
    : [
        {
          demand: "file",
          file: folder,
          message: `a run was stopped before it had put ${listed([...new Set(drafts.map(({ of }) => of))].sort())} in place: files of two runs may stand here; write all of them again with report --out`,
        },
      ];
