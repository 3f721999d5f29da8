// Charts alone, as SVG: one file for each.

import { fileNames } from "../../core/names.ts";
import { say } from "../../core/words/say.ts";
import { plainPaint as plain } from "../../io/paint.ts";
import { doubtNotes } from "../../report/doubts.ts";
import { overviewOf } from "../../report/overview.ts";
import { changeCharts } from "../change-charts.ts";
import type { Chart } from "../chart.ts";
import { svgFile } from "../charts/index.ts";
import { inPicture, pictureOf, unpainted } from "../overview-picture.ts";
import { overviewText } from "../overview-text.ts";
import { noteOf } from "../table-notes.ts";
import type { Render, RenderPage } from "./format.ts";

/** The width of the picture of the overview, in letters. */
const PICTURE_COLUMNS = 80;

/**
 * A file for each chart of change against baseline, with the source of its table and what is doubtful in its figures; a
 * measure without a change is in none.
 */
export const svg: Render = ({ plan, only, tables, doubts }, { overviewOnly }) => {
  if (overviewOnly) {
    const shown = { title: plan.title, only, overview: overviewOf(tables) };
    const alternative = overviewText(shown, PICTURE_COLUMNS, plain);
    // A name that holds the signs of paints would colour itself: then nothing has a colour.
    const isOwn = unpainted(alternative) === alternative;
    const text = isOwn ? overviewText(shown, PICTURE_COLUMNS, inPicture) : unpainted(alternative);
    return [{ name: "overview.svg", content: pictureOf(text, unpainted(plan.title), unpainted(alternative)) }];
  }
  return filesOf(
    tables.flatMap((table) => {
      const notes = table.rows.flatMap((row) => doubtNotes(row, doubts).map((note) => noteOf(row.name, note)));
      return changeCharts(plan, table).map((chart) => ({ chart, source: table.source, notes }));
    }),
  );
};

/** A file for each chart of the page, named by its title; a table without a chart has none. */
export const svgPages: RenderPage = ({ charts }) => filesOf(charts.flat().map((chart) => ({ chart })));

interface Drawn {
  readonly chart: Chart;
  readonly source?: string | undefined;
  readonly notes?: readonly string[];
}

function filesOf(drawn: readonly Drawn[]) {
  const names = fileNames(
    drawn.map(({ chart }) => chart.title),
    "chart",
  );
  return drawn.map(({ chart, source, notes = [] }, index) => {
    const below = [...(source === undefined ? [] : [say("note.source-ended", { source })]), ...notes];
    return { name: `${names[index]}.svg`, content: svgFile(chart, below) };
  });
}
