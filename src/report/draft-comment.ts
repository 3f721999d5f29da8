// The comment that a measure is drafted: its own sentences, behind a mark that nobody may publish.
import { nameKey } from "../core/names.ts";
import { periodName } from "../core/period.ts";
import type { NewComment } from "../input/add-comments.ts";
import { DRAFT } from "../input/comments.ts";
import { sentencesOf } from "./narration.ts";
import type { ReportTable } from "./report.ts";
import { isUnmet } from "./standing.ts";

/**
 * A draft for each row that owes a comment and has none, of its current period. A comment goes by the name of its measure:
 * one that is in two tables is drafted once, for the last of them.
 */
export function draftsFor(tables: readonly ReportTable[]): readonly NewComment[] {
  const owed = tables.flatMap((table) =>
    table.rows.filter((row) => isUnmet(row.standing) && row.comment === undefined).map((row) => ({ table, row })),
  );
  const byName = new Map(owed.map((one) => [nameKey(one.row.measure.name), one]));
  return [...byName.values()].map(({ table, row }) => ({
    measure: row.measure.name,
    period: row.measure.current.period ? periodName(row.measure.current.period) : "",
    comment: `${DRAFT} ${sentencesOf(table, row).join(" ")}`,
  }));
}
