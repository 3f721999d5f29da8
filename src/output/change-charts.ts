// The change against baseline of a report's measures, as charts: one for each unit, as units share no axis.

import { type Figure, isKnown } from "../core/figure.ts";
import { type Exact, ZERO } from "../core/number.ts";
import { kindInWords } from "../core/words/names.ts";
import { labelWords } from "../core/words/periods.ts";
import { say } from "../core/words/say.ts";
import { comparatorLabel } from "../plan/comparators.ts";
import type { Measure, Plan } from "../plan/model.ts";
import { placesFor } from "../report/format-figure.ts";
import { sentencesOf } from "../report/narration.ts";
import type { ReportTable, Row } from "../report/report.ts";
import { difference } from "../statistics/difference.ts";
import { percentDifference } from "../statistics/percent-difference.ts";
import type { ChangeChart, Move } from "./chart.ts";

/** The kinds of change that are drawn, in the order of preference, and what their axes are called. */
const drawnChanges = [
  ["points", () => say("chart.change-points")],
  ["percent", () => say("change.percent")],
] as const;
/** The way that an aim asks to go. */
const directions = { lower: "down", higher: "up" } as const;

/** The charts of a table; a measure without a change is in none. */
export function changeCharts(plan: Plan, table: ReportTable): ChangeChart[] {
  const kindOf = ({ figures }: Row) => drawnChanges.find(([kind]) => figures.change.force[kind])?.[0];
  const groups = table.sides.groups.map(comparatorLabel);
  const [baseline, current] = [labelWords(table.baseline ?? {}), labelWords(table.current ?? {})];
  return drawnChanges.flatMap(([kind, unit]) => {
    const rows = table.rows.filter((row) => kindOf(row) === kind);
    if (rows.length === 0) return [];
    const moves = rows.map((row): Move => {
      const { name, measure, standing, figures } = row;
      const { change } = figures;
      const of = (figure: Figure = noFigure(), ofGroup = true) => ({
        figure,
        places: placesFor(measure, ofGroup, figure),
      });
      const better = measure.aim && measure.better;
      const direction = better && directions[better];
      const met = metFrom(row, kind);
      return {
        ...of(change.force[kind], false),
        ...{ name, standing, aim: aimWords(measure), ...(direction && { direction }), ...(met && { met }) },
        others: change.groups.map((group) => of(group[kind])),
      };
    });
    const title = say("chart.change-title", { table: table.title, baseline, current });
    const [only] = rows;
    const said = only && rows.length === 1 ? { finding: sentencesOf(table, only).join(" ") } : {};
    const source = table.source === undefined ? {} : { source: table.source };
    return [
      { kind: "change" as const, ...said, ...source, title, unit: unit(), force: plan.force, others: groups, moves },
    ];
  });
}

/** The change from baseline that just meets the aim; nothing where what is drawn is not what it is judged on. */
function metFrom({ measure, target, figures }: Row, kind: "points" | "percent"): Exact | undefined {
  const { aim, basis, kind: measured } = measure;
  if (!aim || !measure.better || basis !== measured.bases[0]) return undefined;
  if (!target) return aim.needs.includes("baseline") ? ZERO : undefined;
  const baseline = figures.baseline.force[basis];
  if (!baseline) return undefined;
  const change =
    kind === "points" ? difference("percentage points", baseline, target) : percentDifference(baseline, target);
  return isKnown(change) ? change.value : undefined;
}

/** The aim, and what it is judged on where that is not what is drawn: the two may move apart. */
const aimWords = ({ aim, basis, kind }: Measure): string =>
  aim === undefined
    ? say("aim.none")
    : basis === kind.bases[0]
      ? aim.words
      : say("aim.basis", { aim: aim.words, basis: kindInWords(basis) });

const noFigure = (): Figure => ({ gap: { mark: "z", reason: say("gap.no-such-figure") }, unit: "%", from: [] });
