// Which column is what: by the words of its heading; where those leave a choice or contradict the figures, by the figures.

import type { Period } from "../../core/period.ts";
import { readCell } from "../../input/csv/cell.ts";
import { type HeadingWords, isChange, isGroup, isLevel, type PeriodRole, spokenBy } from "../read/headings.ts";
import { isFigure as isFigureCell, type PublishedTable } from "../read/read-table.ts";
import { areaGroups, areaNames, asWritten } from "./area-names.ts";
import type { Columns } from "./audit-column.ts";
import { chosenRoles } from "./choose-roles.ts";
import { sampleOf, settled } from "./contradictions.ts";
import { type Draft, isNamed, rolesAllowed } from "./roles-allowed.ts";
import { trialOf } from "./try-roles.ts";

/** What a heading should have said, by the position of its column. */
export type ByHand = ReadonlyMap<number, string>;

/** The roles of a table's columns. */
export function auditColumns(table: PublishedTable, byHand: ByHand = new Map()): Columns {
  const isArea = areaGroups(table.headings);
  const drafts = table.headings.map((heading, index): Draft => {
    const said = byHand.get(heading.column);
    const above = isArea(heading.group) ? `${heading.group}:` : heading.group;
    return {
      heading,
      spoken: spokenBy(said ?? heading.text, said === undefined ? above : ""),
      cells: table.rows
        .filter((row) => !row.continues)
        .map((row) => row.cells[index] ?? "")
        .filter((cell) => !isGap(cell)),
      byHand: said !== undefined,
    };
  });
  const numeric = drafts.filter((draft) => isNumeric(draft.cells));
  const twin = areaNames(numeric.filter(({ spoken }) => isNamed(spoken)));
  const nameOf = (area: string): string => asWritten(twin(area), table.headings);
  const whenOf = timesOf(numeric);
  const areas = [
    ...new Set(
      numeric.flatMap(({ spoken }) =>
        spoken.area === undefined || !isFigure(spoken) || !isNamed(spoken) ? [] : [nameOf(spoken.area)],
      ),
    ),
  ];
  const force = areas.find((area) => !isGroup(area)) ?? "";

  const options = drafts.map((draft, index) =>
    rolesAllowed(draft, index, numeric.includes(draft), nameOf, whenOf, areas),
  );
  const columns = chosenRoles(trialOf(sampleOf(table)), drafts, options);
  return {
    columns: settled(table, columns, areas),
    areas: [force, ...areas.filter((area) => area !== force)],
    force,
    periods: periodsOf(numeric, whenOf),
  };
}

const isFigure = ({ kinds }: HeadingWords): boolean =>
  kinds.length === 0 || kinds.some((kind) => isLevel(kind) || isChange(kind));
/** Blank, "..", "[x]": there is no figure, and nothing to tell a column by. */
const isGap = (cell: string): boolean => {
  const read = readCell(cell);
  return typeof read === "object" && "gap" in read;
};
const isNumeric = (cells: readonly string[]): boolean => cells.filter(isFigureCell).length > cells.length / 2;
/** The earliest period of a table is its baseline, the latest the current one. */
function timesOf(drafts: readonly Draft[]): (spoken: HeadingWords) => PeriodRole | undefined {
  const levels = drafts.filter(({ spoken }) => !isChange(spoken.kinds[0] ?? "other") && spoken.period);
  const dates = [...new Set(levels.map(({ spoken }) => spoken.period?.to ?? 0))].sort((a, b) => a - b);
  return ({ when, period }) => {
    if (when !== undefined || period === undefined) return when;
    if (dates.length > 1 && period.to === dates[0]) return "baseline";
    return period.to === dates.at(-1) ? "current" : undefined;
  };
}

function periodsOf(
  drafts: readonly Draft[],
  whenOf: (spoken: HeadingWords) => PeriodRole | undefined,
): Columns["periods"] {
  const found: Partial<Record<PeriodRole, Period>> = {};
  for (const { spoken } of drafts) {
    const when = whenOf(spoken);
    if (when && spoken.period && !isChange(spoken.kinds[0] ?? "other")) found[when] ??= spoken.period;
  }
  return found;
}
