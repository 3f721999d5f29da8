// The notes of a table: its source, populations and groups, its shorthand, and the reason for each missing figure.
import { isWord, type Mark, shorthand } from "../core/figure.ts";
import { grouped } from "../core/grouped.ts";
import { populationDate } from "../core/period.ts";
import { scaleWords } from "../core/scales.ts";
import { perOf } from "../core/value-kind.ts";
import type { Comparator } from "../plan/comparators.ts";
import type { Figures } from "../report/context.ts";
import { markOf } from "../report/format-figure.ts";
import { hasAims, type ReportTable, type Row } from "../report/report.ts";
import { readingNotes, untestedSays } from "./reading-notes.ts";
import { type Cell, type Column, fullHeading, isGap } from "./table.ts";

/** What a line of a table prints: a measure, or a part of one. */
export interface TableLine {
  readonly name: string;
  readonly figures: Figures;
  readonly row: Row;
}

/** How the figure of a group is made, who is in it, and who says so. */
export function groupNote(side: Comparator, force: Comparator): string[] {
  const { group, members, average } = side;
  const of = [group?.["as-of"], group?.source].filter((part) => part !== undefined);
  const dated = of.length > 0 ? ` (${of.join(", ")})` : "";
  if (side.isRow) return dated === "" ? [] : [`${side.name}: as the data give it${dated}.`];
  const [own] = force.members;
  const has = members.some((member) => member.key === own?.key) || (own && side.holdsForce);
  const who = members.length > MOST_NAMED ? `${members.length} forces` : members.map(({ name }) => name).join(", ");
  const how = average === "mean" ? "the mean of their figures, each counting alike" : "numbers and populations added";
  return [`${side.name} is ${who}: ${how}, ${has ? "with" : "without"} ${force.name}${dated}.`];
}
const MOST_NAMED = 20;

/** The shorthand that stands in the cells of a table, or beside their numbers. */
export const marksIn = (rows: readonly (readonly Cell[])[]): Mark[] =>
  rows.flat().flatMap((cell) => ("figure" in cell && markOf(cell.figure, cell.places)) || []);

/** The scales that the grades of a table are in; of one that the plan lists, for which measures. */
function scaleNotes(lines: readonly TableLine[], rows: readonly (readonly Cell[])[]): string[] {
  const used = rows.flatMap((cells, place) =>
    cells.flatMap((cell): [string, string][] => {
      const scale = "figure" in cell && isWord(cell.figure) ? cell.figure.scale : undefined;
      return scale ? [[scaleWords(scale), scale.isOwn ? (lines[place]?.name ?? "") : ""]] : [];
    }),
  );
  return [...grouped(used)].map(([words, names]) => {
    const of = [...new Set(names)].filter((name) => name !== "");
    return of.length === 0 ? `${words}.` : `${of.join(", ")}: ${words.charAt(0).toLowerCase()}${words.slice(1)}.`;
  });
}

/** What the shorthand of a table means. */
export const shorthandNotes = (marks: readonly Mark[]): string[] =>
  [...new Set(marks)].map((mark) => `[${mark}] means ${shorthand[mark]}.`);

/** The notes of one of the tables of a report. */
export function notesOf(
  table: ReportTable,
  lines: readonly TableLine[],
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  moments: readonly [string, string] = ["baseline", "current"],
): string[] {
  const notes: string[] = [];
  if (table.source !== undefined) notes.push(`Source: ${table.source}.`);
  notes.push(...table.notes);
  notes.push(...populationNotes(lines, moments));
  notes.push(...table.sides.groups.flatMap((side) => groupNote(side, table.sides.force)));
  notes.push(...dueNotes(lines), ...scaleNotes(lines, rows));
  notes.push(...shorthandNotes(marksIn(rows)), ...gapNotes(lines, columns, rows));
  const untested: [string | undefined, string][] = [];
  for (const { row, name } of lines) {
    if (row.parts.some((part) => part.name === name)) continue;
    for (const note of row.notes) notes.push(`${name}: ${note}.`);
    if (row.significance) notes.push(...readingNotes(row.significance).map((note) => `${name}: ${note}.`));
    if (row.significance) untested.push([untestedSays(row.significance), name]);
    if (row.reason !== undefined && row.standing !== "no aim" && hasAims(table.rows))
      notes.push(`${name}: ${row.standing}: ${row.reason}.`);
  }
  // One reason for many rows is told once.
  for (const [says, names] of grouped(untested)) {
    if (says !== undefined) notes.push(`${names.join(", ")}: ${says}.`);
  }
  return notes;
}

/** Where what is due by now comes from. */
function dueNotes(lines: readonly TableLine[]): string[] {
  const due = lines.filter(({ row }) => row.progress?.due !== undefined);
  const [steps, line] = [true, false].map((isStep) =>
    due.filter(({ row }) => (row.measure.path === "steps") === isStep),
  );
  return [
    ...(line?.length
      ? ["Due by now is on the straight line from the baseline to the target, or from one milestone to the next."]
      : []),
    ...(steps?.length
      ? [`${steps.map(({ name }) => name).join(", ")}: due by now is the value of the last milestone.`]
      : []),
  ];
}

/** Each reason for which figures of a line are missing, once, with the headings that it holds for. */
function gapNotes(
  lines: readonly TableLine[],
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): string[] {
  const headings = columns.map(fullHeading);
  const gaps = rows.flatMap((cells, place) =>
    cells.flatMap((cell, index): [string, string][] =>
      isGap(cell) ? [[`${lines[place]?.name}\n${cell.figure.gap.reason}`, headings[index] ?? ""]] : [],
    ),
  );
  return [...grouped(gaps)].map(([key, under]) => {
    const [line, reason] = key.split("\n");
    return `${line}: ${reason} (${under.join("; ")}).`;
  });
}

/** Which populations the rates of a table are computed with; rates that the data give have none to tell. */
function populationNotes(lines: readonly TableLine[], [before, after]: readonly [string, string]): string[] {
  const dated = lines.flatMap(({ row, name, figures }): [string, string][] => {
    const { baseline, current, kind } = row.measure;
    // Where only one period chooses a population, none is used.
    if (!kind.bases.includes("count") || !current.population || !figures.current.force.rate) return [];
    if (!baseline.population && !baseline.none) return [];
    const dates = [baseline.population ?? current.population, current.population].map(populationDate);
    const isOne = baseline.none || dates[0] === dates[1];
    const said = isOne ? `${dates[1]}` : `${dates[0]} (${before}) and ${dates[1]} (${after})`;
    return [[`${perOf(row.measure.per)} at ${said}`, name]];
  });
  const all = [...grouped(dated)];
  return all.map(([of, names]) => (all.length === 1 ? `Rates are ${of}.` : `${names.join(", ")}: rates are ${of}.`));
}
