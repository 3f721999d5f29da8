// Charts drawn in letters, for a terminal: a line over time, a point for each force.

import { type Figure, isKnown } from "../../core/figure.ts";
import { fixed, toNumber, withThousands } from "../../core/number.ts";
import { placesWithin } from "../../core/rounding.ts";
import { printable, wrap } from "../../core/safe-text.ts";
import { say } from "../../core/words/say.ts";
import type { Chart, LineChart, Point, RankChart } from "../chart.ts";
import { apartWords } from "../charts/series.ts";
import { valueDomain } from "../charts/value-domain.ts";

const HEIGHT = 12;
/** The force, and groups in their order. */
const LETTERS = "●○×+◇△";
/** The force's points that the limits leave out, or that mix both sides of a break; signals have the letters of their rules. */
const MARKED = { leftOut: "⊗", mixed: "◌" } as const;
/** Where points of several lines meet. */
const SEVERAL = "◆";
/** Below this there is no room for a line. */
const NARROWEST = 40;

/** The chart in as many columns at most; nothing where it would not be readable, or there is nothing to draw. */
export function plot(chart: Chart, width: number): string {
  if (width < NARROWEST) return "";
  if (chart.kind === "line") return linePlot(chart, width);
  return chart.kind === "ranks" ? rankPlot(chart, width) : "";
}

const numberOf = (figure: Figure | undefined): number | undefined =>
  isKnown(figure) ? toNumber(figure.value) : undefined;

/** Each line's points by its letter, over the months; the force last, so that it is seen where points meet. */
function linePlot(chart: LineChart, width: number): string {
  const { lines, places, unit, breaks = [], letters = [] } = chart;
  const points = lines.flatMap((line) => line.points);
  const values = points.flatMap(({ figure }) => numberOf(figure) ?? []);
  if (values.length === 0) return "";
  const [first, last] = [Math.min(...points.map(({ at }) => at)), Math.max(...points.map(({ at }) => at))];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  // A line that stays far from zero is drawn in its own range, which its scale says.
  const isFar = least > most / 2;
  const low = isFar ? least : Math.min(0, least);
  const high = Math.max(0, most);
  const text = (value: number): string => withThousands(value.toFixed(places));
  const margin = Math.max(text(low).length, text(high).length);
  const room = Math.min(width - margin - 2, 72);
  const column = (at: number): number =>
    last === first ? 0 : Math.floor(((at - first) * (room - 1)) / (last - first));
  const row = (value: number): number =>
    high === low ? 0 : Math.min(HEIGHT - 1, Math.floor(((high - value) * HEIGHT) / (high - low)));
  const grid = Array.from({ length: HEIGHT }, () => Array.from({ length: room }, () => " "));
  for (const { at } of breaks) for (const cells of grid) if (at >= first && at <= last) cells[column(at)] = "¦";
  const order = [...lines.keys()].sort(
    (a, b) => Number(lines[a]?.isForce ?? false) - Number(lines[b]?.isForce ?? false),
  );
  for (const index of order) {
    const isOne = lines.length === 1 || lines[index]?.isForce;
    const letter = LETTERS[index % LETTERS.length] ?? "•";
    const own = new Map<string, string>();
    for (const point of lines[index]?.points ?? []) {
      const value = numberOf(point.figure);
      if (value === undefined) continue;
      const [line, place] = [row(value), column(point.at)];
      const cells = grid[line] ?? [];
      const before = own.get(`${line} ${place}`);
      // Of points of one line at one place, the one that is marked is seen.
      const sign = (isOne ? markOf(point) : undefined) ?? before ?? letter;
      own.set(`${line} ${place}`, sign);
      cells[place] = before !== undefined || " ¦".includes(cells[place] ?? " ") ? sign : SEVERAL;
    }
  }
  const scale = grid.map((cells, index) => {
    const said = index === 0 ? text(high) : index === HEIGHT - 1 ? text(low) : "";
    return `${said.padStart(margin)} │${cells.join("")}`.trimEnd();
  });
  const [from, to] = [labelAt(points, first), labelAt(points, last)];
  const gap = Math.max(1, room - from.length - to.length);
  const axis = [
    `${" ".repeat(margin)} └${"─".repeat(room)}`,
    `${" ".repeat(margin + 2)}${from}${" ".repeat(gap)}${to}`,
  ];
  const names = lines.map(({ name }, index) => `${LETTERS[index % LETTERS.length]} ${name}`);
  const marks = [
    ...letters.map((one) => [one.letters, one.words] as const),
    [MARKED.leftOut, say("key.left-out")] as const,
    [MARKED.mixed, apartWords(chart)] as const,
  ].filter(([sign]) => grid.some((cells) => cells.includes(sign)));
  const isShared = grid.some((cells) => cells.includes(SEVERAL));
  const key = wrap(
    [
      ...names,
      ...marks.map(([sign, words]) => `${sign} ${words}`),
      ...(isShared ? [`${SEVERAL} ${say("key.several")}`] : []),
    ].join("   "),
    width,
  );
  return [printable(isFar ? scaleTitle(unit, text(low)) : unit), ...scale, ...axis, key].join("\n");
}

const markOf = ({ isLeftOut, signal, isMixed }: Point): string | undefined =>
  isLeftOut ? MARKED.leftOut : signal ? signal.letters[0] : isMixed ? MARKED.mixed : undefined;

const labelAt = (points: LineChart["lines"][number]["points"], month: number): string =>
  printable(points.find(({ at }) => at === month)?.label ?? "");

/** A row for each force: its limits as a line, its point on them, and the group's figure through all. */
function rankPlot({ points, reference, places, unit }: RankChart, width: number): string {
  const all = [...points, ...(reference ? [reference] : [])];
  const limitsOf = (one: (typeof points)[number]): Figure[] => (one.limits ? Object.values(one.limits.at95) : []);
  const values = [...all.map(({ figure }) => figure), ...points.flatMap(limitsOf)].flatMap(
    (one) => numberOf(one) ?? [],
  );
  const texts = all.map(({ figure }) =>
    isKnown(figure) ? withThousands(fixed(figure.value, placesWithin(figure, places))) : say("key.no-value"),
  );
  const name = Math.min(Math.floor(width / 2), Math.max(...all.map((one) => printable(one.name).length)));
  const number = Math.max(...texts.map((text) => text.length));
  const room = Math.min(60, width - name - number - 4);
  const { domain, isCut } = valueDomain(values);
  const [low, high] = domain;
  if (room < 8 || values.length === 0) return "";
  const column = (value: number): number => Math.floor(((value - low) * (room - 1)) / (high - low) + 0.5);
  const mean = numberOf(reference?.figure);
  const lines = all.map((one, index) => {
    const cells = Array.from({ length: room }, () => " ");
    const [lower, upper] = index < points.length ? limitsOf(points[index] as (typeof points)[number]) : [];
    const [from, to] = [numberOf(lower), numberOf(upper)];
    if (from !== undefined && to !== undefined) cells.fill("─", column(from), column(to) + 1);
    if (mean !== undefined) cells[column(mean)] = "│";
    const value = numberOf(one.figure);
    if (value !== undefined && index < points.length) cells[column(value)] = points[index]?.isForce ? "●" : "○";
    const label = printable(one.name).slice(0, name).padEnd(name);
    return `${label}  ${(texts[index] ?? "").padStart(number)}  ${cells.join("")}`.trimEnd();
  });
  const key = [
    ...(points.some(({ isForce }) => isForce) ? [`● ${say("key.the-force")}`] : []),
    `○ ${say("key.the-others")}`,
    ...(points.some(({ limits }) => limits) ? [`─ ${say("key.limits-95")}`] : []),
    ...(reference && mean !== undefined ? [`│ ${printable(reference.name)}`] : []),
  ];
  const title = isCut ? scaleTitle(unit, withThousands(low.toFixed(places))) : unit;
  return [printable(title), ...lines, wrap(key.join("   "), width)].join("\n");
}

/** What a scale is of that does not begin at nought. */
const scaleTitle = (unit: string, least: string): string => say("chart.scale-begins", { unit, least });
