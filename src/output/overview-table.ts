// The overview as a table, for the formats that print tables: a row for each measure, with words in place of signs.

import type { Figure } from "../core/figure.ts";
import { say } from "../core/words/say.ts";
import type { Plan } from "../plan/model.ts";
import { placesFor } from "../report/format-figure.ts";
import type { OverviewLine, OverviewTable } from "../report/overview.ts";
import { besideText, hasPointsBeside } from "./overview-words.ts";
import { type Cell, type Column, columnNamed, standingCell, type Table, textCells } from "./table.ts";
import { marksIn, shorthandNotes } from "./table-notes.ts";

/** One table of all measures; with columns of a group only where a table shows one. */
export function overviewTable(tables: readonly OverviewTable[], { priorities }: Pick<Plan, "priorities">): Table {
  const groups = [...new Set(tables.flatMap(({ group }) => group ?? []))];
  const hasGroup = groups.length > 0;
  const group = groups.length === 1 ? (groups[0] ?? "") : say("overview.group");
  const hasPriorities = priorities.length > 0;
  const inUnits = (heading: string, unitHeading: string): Column => ({ ...columnNamed(heading, true), unitHeading });
  const columns = [
    ...[say("heading.measure"), say("heading.table"), say("heading.standing")].map((heading) => columnNamed(heading)),
    inUnits(say("heading.now"), say("heading.unit")),
    inUnits(say("heading.change-since"), say("heading.unit-of-change")),
    ...(hasGroup
      ? [
          inUnits(say("heading.group-change", { group }), say("heading.unit-of-change")),
          columnNamed(say("heading.beside", { group })),
        ]
      : []),
    ...(hasPriorities ? [columnNamed(say("heading.priorities"))] : []),
  ];
  const rows = tables.flatMap(({ table, lines }) =>
    lines.map((line): Cell[] => {
      const { row, now, change, groupChange } = line;
      return [
        ...textCells(row.name, table.title),
        row.measure.isTotal ? { text: "" } : standingCell(row.standing),
        ...[cellOf(line, now, false), cellOf(line, change, false)],
        ...(hasGroup ? [cellOf(line, groupChange, true), { text: besideText(line) }] : []),
        ...(hasPriorities ? [{ text: row.measure.priorities.join(" ") }] : []),
      ];
    }),
  );
  const beside = tables.some(({ lines }) => lines.some((line) => besideText(line) !== ""))
    ? [say("overview.similar", { group })]
    : [];
  const points = tables.some(({ lines }) => lines.some(hasPointsBeside)) ? [say("overview.pp")] : [];
  // Where no measure has a change, or a group to stand beside, there is no column of it.
  const kept = [...columns.keys()].filter((index) => rows.some((cells) => !isBlank(cells[index])));
  const of = <T>(all: readonly T[]): T[] => kept.flatMap((index) => all[index] ?? []);
  return {
    title: say("overview.title"),
    columns: of(columns),
    rows: rows.map(of),
    notes: [...beside, ...points, ...shorthandNotes(marksIn(rows))],
  };
}

const cellOf = ({ row }: OverviewLine, figure: Figure | undefined, ofGroup: boolean): Cell =>
  figure ? { figure, places: placesFor(row.measure, ofGroup, figure), withUnit: true } : { text: "" };

const isBlank = (cell: Cell | undefined): boolean => cell === undefined || ("text" in cell && cell.text === "");
