// The overview as a table, for the formats that print tables: a row for each measure, with words in place of signs.
import type { Figure } from "../core/figure.ts";
import type { Plan } from "../plan/model.ts";
import { placesFor } from "../report/format-figure.ts";
import type { OverviewLine, OverviewTable } from "../report/overview.ts";
import { besideText } from "./overview-words.ts";
import { type Cell, type Column, columnNamed, type Table } from "./table.ts";
import { marksIn, shorthandNotes } from "./table-notes.ts";

/** One table of all measures; with columns of a group only where a table shows one. */
export function overviewTable(tables: readonly OverviewTable[], { priorities }: Pick<Plan, "priorities">): Table {
  const groups = [...new Set(tables.flatMap(({ group }) => group ?? []))];
  const hasGroup = groups.length > 0;
  const group = groups.length === 1 ? (groups[0] ?? "") : "group";
  const hasPriorities = priorities.length > 0;
  const inUnits = (heading: string, unitHeading: string): Column => ({ ...columnNamed(heading, true), unitHeading });
  const columns = [
    ...["Measure", "Table", "Standing"].map((heading) => columnNamed(heading)),
    inUnits("Now", "Unit"),
    inUnits("Change since baseline", "Unit of change"),
    ...(hasGroup ? [inUnits(`${group} change`, "Unit of change"), columnNamed(`Beside ${group}`)] : []),
    ...(hasPriorities ? [columnNamed("Priorities")] : []),
  ];
  const rows = tables.flatMap(({ table, lines }) =>
    lines.map((line): Cell[] => {
      const { row, now, change, groupChange } = line;
      return [
        ...[row.name, table.title, row.measure.isTotal ? "" : row.standing].map((text) => ({ text })),
        ...[cellOf(line, now, false), cellOf(line, change, false)],
        ...(hasGroup ? [cellOf(line, groupChange, true), { text: besideText(line) }] : []),
        ...(hasPriorities ? [{ text: row.measure.priorities.join(" ") }] : []),
      ];
    }),
  );
  const beside = tables.some(({ lines }) => lines.some((line) => besideText(line) !== ""))
    ? [
        `Beside ${group}: similar means within the limits that the other forces give; without limits, higher or lower is by the figures alone.`,
      ]
    : [];
  const points = rows.some((cells) => cells.some((cell) => "text" in cell && cell.text.endsWith(" pp")))
    ? ["pp means percentage points."]
    : [];
  // Where no measure has a change, or a group to stand beside, there is no column of it.
  const kept = [...columns.keys()].filter((index) => rows.some((cells) => !isBlank(cells[index])));
  const of = <T>(all: readonly T[]): T[] => kept.flatMap((index) => all[index] ?? []);
  return {
    title: "Overview",
    columns: of(columns),
    rows: rows.map(of),
    notes: [...beside, ...points, ...shorthandNotes(marksIn(rows))],
  };
}

const cellOf = ({ row }: OverviewLine, figure: Figure | undefined, ofGroup: boolean): Cell =>
  figure ? { figure, places: placesFor(row.measure, ofGroup, figure), withUnit: true } : { text: "" };

const isBlank = (cell: Cell | undefined): boolean => cell === undefined || ("text" in cell && cell.text === "");
