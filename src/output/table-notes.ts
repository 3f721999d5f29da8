// The notes of a table: its source, populations and groups, its shorthand, and the reason for each missing figure.

import { isWord, type Mark } from "../core/figure.ts";
import { grouped } from "../core/grouped.ts";
import { gradesSaid, perOfSay, shorthandMeans, standingWords } from "../core/words/names.ts";
import { labelWords, populationWords } from "../core/words/periods.ts";
import { inRow, namesJoined, say } from "../core/words/say.ts";
import type { Comparator } from "../plan/comparators.ts";
import { monthsApart, type When } from "../plan/when.ts";
import type { Figures } from "../report/context.ts";
import { markOf } from "../report/format-figure.ts";
import { hasAims, type ReportTable, type Row } from "../report/report.ts";
import { readingNotes, untestedSays } from "./reading-notes.ts";
import { type Cell, type Column, fullHeading, isGap, type Table } from "./table.ts";

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
  const slots = { group: side.name, force: force.name, source: inRow(of) };
  const isDated = of.length > 0;
  if (side.isRow) return isDated ? [say("group.row", slots)] : [];
  const [own] = force.members;
  const has = members.some((member) => member.key === own?.key) || (own && side.holdsForce);
  const who =
    members.length > MOST_NAMED ? say("group.forces", { n: members.length }) : inRow(members.map(({ name }) => name));
  const all = { ...slots, members: who };
  const said =
    average === "mean"
      ? has
        ? say("group.mean-with", all)
        : say("group.mean-without", all)
      : has
        ? say("group.sum-with", all)
        : say("group.sum-without", all);
  return [isDated ? say("group.dated", { said, source: slots.source }) : say("note.ended", { note: said })];
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
      return scale ? [[gradesSaid(scale), scale.isOwn ? (lines[place]?.name ?? "") : ""]] : [];
    }),
  );
  return [...grouped(used)].map(([words, names]) => {
    const of = [...new Set(names)].filter((name) => name !== "");
    return of.length === 0 ? say("note.ended", { note: words }) : noteOf(inRow(of), words);
  });
}

/** What the shorthand of a table means. */
export const shorthandNotes = (marks: readonly Mark[]): string[] =>
  [...new Set(marks)].map((mark) => shorthandMeans(mark));

/** "Robbery: the baseline is zero.": a note of a row. */
export const noteOf = (name: string, note: string): string => say("note.of", { name, note });

/** The notes of one of the tables of a report; of those that are of rows, which. */
export function notesOf(
  table: ReportTable,
  lines: readonly TableLine[],
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  moments: readonly [string, string] = [say("moment.baseline"), say("moment.current")],
): Pick<Table, "notes" | "notedRows"> {
  const notes: string[] = [];
  if (table.source !== undefined) notes.push(say("note.source", { source: table.source }));
  notes.push(...table.notes);
  notes.push(...populationNotes(lines, moments), ...oldPopulationNotes(lines));
  notes.push(...table.sides.groups.flatMap((side) => groupNote(side, table.sides.force)));
  notes.push(...dueNotes(lines), ...scaleNotes(lines, rows));
  notes.push(...shorthandNotes(marksIn(rows)));
  const own = gapNotes(lines, columns, rows);
  const untested: RowNote[] = [];
  for (const { row, name } of lines) {
    if (row.parts.some((part) => part.name === name)) continue;
    own.push(...row.notes.map((note): RowNote => [note, name]));
    if (row.significance) {
      own.push(...readingNotes(row.significance).map((note): RowNote => [note, name]));
      untested.push(...untestedSays(row.significance).map((note): RowNote => [note, name]));
    }
    if (row.reason !== undefined && row.standing !== "no aim" && hasAims(table.rows))
      own.push([say("note.standing", { standing: standingWords(row.standing), reason: row.reason }), name]);
  }
  const isOfMeasures = lines.every(({ row, name }) => row.name === name);
  const notedRows = new Map<string, readonly string[]>();
  for (const [note, all] of grouped([...own, ...untested])) {
    const names = [...new Set(all)];
    const said = rowNote(note, names, isOfMeasures && names.length === lines.length);
    notes.push(said);
    notedRows.set(said, names);
  }
  return { notes, notedRows };
}

/** What is said of a row, and the name of the row. */
type RowNote = readonly [note: string, name: string];

/** A note that several rows have is printed once, with their names. */
function rowNote(note: string, names: readonly string[], isOfAll: boolean): string {
  const [name = "", ...others] = names;
  if (others.length === 0) return noteOf(name, note);
  return isOfAll ? say("note.each-row", { note }) : say("note.each-of", { names: namesJoined(names), note });
}

/** Where what is due by now comes from. */
function dueNotes(lines: readonly TableLine[]): string[] {
  const due = lines.filter(({ row }) => row.progress?.due !== undefined);
  const [steps, line] = [true, false].map((isStep) =>
    due.filter(({ row }) => (row.measure.path === "steps") === isStep),
  );
  return [
    ...(line?.length ? [say("note.due-line")] : []),
    ...(steps?.length ? [say("note.due-steps", { names: inRow(steps.map(({ name }) => name)) })] : []),
  ];
}

/** Each reason for which figures of a line are missing, once, with the headings that it holds for. */
function gapNotes(
  lines: readonly TableLine[],
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): RowNote[] {
  const headings = columns.map(fullHeading);
  const gaps = rows.flatMap((cells, place) =>
    cells.flatMap((cell, index): [string, string][] =>
      isGap(cell) ? [[`${lines[place]?.name}\n${cell.figure.gap.reason}`, headings[index] ?? ""]] : [],
    ),
  );
  return [...grouped(gaps)].map(([key, under]): RowNote => {
    const [line, reason] = key.split("\n");
    return [say("note.gap", { reason: reason ?? "", columns: under.join("; ") }), line ?? ""];
  });
}

/** Which populations the rates of a table are computed with; rates that the data give have none to tell. */
function populationNotes(lines: readonly TableLine[], [before, after]: readonly [string, string]): string[] {
  const dated = lines.flatMap(({ row, name, figures }): [string, string][] => {
    const { baseline, current, kind } = row.measure;
    // Where only one period chooses a population, none is used.
    if (!kind.bases.includes("count") || !current.population || !figures.current.force.rate) return [];
    if (!baseline.population && !baseline.none) return [];
    const dates = [baseline.population ?? current.population, current.population].map((date) => populationWords(date));
    const isOne = baseline.none || dates[0] === dates[1];
    const per = perOfSay(row.measure.per);
    const [first = "", last = ""] = dates;
    const said = isOne
      ? say("note.rates-at", { per, date: last })
      : say("note.rates-at-two", { per, before, after, earlier: first, later: last });
    return [[said, name]];
  });
  const all = [...grouped(dated)];
  return all.map(([of, names]) =>
    all.length === 1 ? say("note.rates", { rates: of }) : say("note.rates-of", { names: inRow(names), rates: of }),
  );
}

/** The populations that are of another time than their period, each once. */
function oldPopulationNotes(lines: readonly TableLine[]): string[] {
  const notes = lines.flatMap(({ row: { measure }, figures }) =>
    (["baseline", "current"] as const).flatMap((when) =>
      measure.kind.bases.includes("count") && figures[when].force.rate ? oldPopulationNote(measure, measure[when]) : [],
    ),
  );
  return [...new Set(notes)];
}

/** What is said of a rate whose population is much older than its period, or later. */
export function oldPopulationNote({ per }: Pick<Row["measure"], "per">, when: Partial<When>): string[] {
  const months = monthsApart(when);
  const { period, population } = when;
  if (months === undefined || !period || !population) return [];
  const slots = { period: labelWords({ period }), per: perOfSay(per), date: populationWords(population) };
  return [
    months < 0 ? say("note.rates-later", { ...slots, n: -months }) : say("note.rates-older", { ...slots, n: months }),
  ];
}
