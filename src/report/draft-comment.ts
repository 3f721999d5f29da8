// The sentence that a comment is drafted with: the figures of a measure as its table prints them.
import { type Figure, isKnown, isWord } from "../core/figure.ts";
import { nameKey } from "../core/names.ts";
import { periodLabel, periodName } from "../core/period.ts";
import type { NewComment } from "../input/add-comments.ts";
import { DRAFT } from "../input/comments.ts";
import { formatWithUnit, placesFor } from "./format-figure.ts";
import type { Row } from "./report.ts";
import { isUnmet } from "./standing.ts";

/** The current figure, the baseline and the % difference; where a figure is missing, the sentence says so. */
function draftSentence({ measure, figures }: Row): string {
  const { name, basis, baseline, current } = measure;
  const shown = (figure: Figure): string => formatWithUnit(figure, placesFor(measure, false, figure));
  const [was, is] = [figures.baseline.force[basis], figures.current.force[basis]];
  const inPeriod = (when: typeof current): string => `in ${periodLabel(when)}`;
  if (!is || !(isKnown(is) || isWord(is))) return `${name} has no figure ${inPeriod(current)}.`;
  const now = `${name} was ${shown(is)} ${inPeriod(current)}`;
  if (baseline.none || !was) return `${now}.`;
  if (!(isKnown(was) || isWord(was))) return `${now}. There is no figure ${inPeriod(baseline)}.`;
  // The % difference is of the number; of anything else, that of the two printed figures would be another.
  const percent = basis === measure.kind.bases[0] ? figures.change.force.percent : undefined;
  const change = isKnown(percent) && percent.mark === undefined ? `, a % difference of ${shown(percent)}` : "";
  return `${now}, compared with ${shown(was)} ${inPeriod(baseline)}${change}.`;
}

/** The rows that owe a comment and have none. A comment goes by the name of its measure, which may be in two tables. */
export function owedRows(rows: readonly Row[]): readonly Row[] {
  const owed = rows.filter((row) => isUnmet(row.standing) && row.comment === undefined);
  return [...new Map(owed.map((row) => [nameKey(row.measure.name), row])).values()];
}

/** The draft of a comment on a row, of its current period. */
export const draftOf = (row: Row): NewComment => ({
  measure: row.measure.name,
  period: row.measure.current.period ? periodName(row.measure.current.period) : "",
  comment: `${DRAFT} ${draftSentence(row)}`,
});
