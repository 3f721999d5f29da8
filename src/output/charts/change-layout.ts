// Where the parts of a chart of change stand: names, bars, figures, aims and verdicts, side by side or one above another.
import { standingWords } from "../../core/words/names.ts";

import { formatFigure } from "../../report/format-figure.ts";
import type { ChangeChart, Move } from "../chart.ts";
import { wrapped } from "../markup/text-width.ts";
import { colours, letterSizes, type Size, widest, widestWord } from "./svg.ts";

/** Groups are told apart by as many colours as the palette leaves. */
export const MOST_GROUPS = colours.others.length - 1;
export const BAR = 14;
const SPACE = 12;
/** Before the words of an aim or a verdict: its sign. */
const SIGN = 22;
/** Aims of more than a word or two stand above their verdicts. */
const LONG_AIM = 84;
/** The least room for the bars; figures of groups are left to the table where there would be less. */
const LEAST = { wide: 190, narrow: 100 };

/** Figures of the force or of a group, ending at `end`. */
interface Values {
  readonly name: string;
  readonly values: readonly string[];
  readonly room: number;
  readonly end: number;
}

export interface ChangeLayout {
  readonly isWide: boolean;
  readonly rowHeight: number;
  /** The bars stand between these. */
  readonly left: number;
  readonly right: number;
  readonly columns: readonly Values[];
  readonly aimX: number;
  readonly verdictX: number;
  readonly isStacked: boolean;
  /** The words of a measure; their tops and the middle of its bar, from the top of its row. */
  readonly row: (move: Move) => {
    readonly names: readonly string[];
    readonly aims: readonly string[];
    readonly namesY: number;
    readonly barY: number;
    readonly judgedY: number;
    readonly height: number;
  };
}

export function changeLayout(chart: ChangeChart, size: Size): ChangeLayout {
  const { width, letters } = letterSizes[size];
  const { moves } = chart;
  const rowHeight = letters + 4;
  const isWide = size === "wide";
  const aims = moves.map(({ aim }) => aim);
  const verdicts = moves.map(({ standing }) => standingWords(standing));
  const isStacked = isWide && widest(aims, letters) > LONG_AIM;
  const aimRoom = SIGN + Math.min(widest(aims, letters), 130);
  const verdictRoom = SIGN + widest(verdicts, letters);
  const judgedRoom = !isWide ? 0 : SPACE + (isStacked ? Math.max(aimRoom, verdictRoom) : aimRoom + SPACE + verdictRoom);

  // The figures stand in columns beside the bars, where nothing can run into them.
  const all = [
    { name: chart.force, figures: moves.map((move) => move as Move["others"][number] | undefined) },
    ...chart.others.slice(0, MOST_GROUPS).map((name, group) => ({
      ...{ name, figures: moves.map(({ others }) => others[group]) },
    })),
  ].map(({ name, figures }) => {
    const values = figures.map((one) => (one ? formatFigure(one.figure, one.places) : ""));
    return {
      name,
      values,
      room: Math.max(widest(values, letters, true), Math.min(widestWord([name], letters, true), 140)),
    };
  });
  const roomOf = (columns: number): number =>
    all.slice(0, columns).reduce((sum, { room }) => sum + room + SPACE, judgedRoom);
  const barsFor = (nameRoom: number, columns: number): number => width - nameRoom - SPACE - roomOf(columns);
  const names = moves.map(({ name }) => name);
  const usual = isWide ? Math.min(212, Math.max(120, widest(names, letters) + 1)) : 4 - SPACE;
  const counts = all.map((_, index) => all.length - index);
  const count = counts.find((columns) => barsFor(usual, columns) >= LEAST[size]) ?? 1;
  // Names that would take three lines have more of the width, where the bars can spare it.
  const areLong = isWide && names.some((name) => wrapped(name, usual, letters).length > 2);
  const nameRoom = areLong && barsFor(260, count) >= LEAST.wide ? 260 : usual;

  const left = nameRoom + SPACE;
  const right = width - roomOf(count);
  let end = right;
  const columns = all.slice(0, count).map((column) => {
    end += column.room + SPACE;
    return { ...column, end };
  });
  const aimX = isWide ? end + SPACE : 0;
  const verdictX = isStacked ? aimX : aimX + aimRoom + SPACE;

  const row: ChangeLayout["row"] = (move) => {
    const lines = wrapped(move.name, isWide ? nameRoom : width, letters, !isWide);
    const said = wrapped(move.aim, aimRoom - SIGN + 1, letters);
    const judgedHeight = (said.length + (isStacked ? 1 : 0)) * rowHeight;
    const namesHeight = lines.length * rowHeight;
    const wide = Math.max(namesHeight, judgedHeight, rowHeight) + 10;
    return isWide
      ? {
          ...{ names: lines, aims: said, namesY: (wide - namesHeight) / 2, barY: wide / 2 },
          ...{ judgedY: (wide - judgedHeight) / 2, height: wide },
        }
      : {
          ...{ names: lines, aims: said, namesY: 4, barY: namesHeight + 4 + BAR, judgedY: namesHeight + 2 * BAR + 4 },
          height: namesHeight + 2 * BAR + judgedHeight + 10,
        };
  };
  return { isWide, rowHeight, left, right, columns, aimX, verdictX, isStacked, row };
}
