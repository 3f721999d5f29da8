// The words of the cells of an overview: where a measure is now, how it moved, and where it is beside the group.

import { type Figure, isKnown } from "../core/figure.ts";
import { compareExact, type Exact, exact, fixed, isZero, minus, over, times, ZERO } from "../core/number.ts";
import { say } from "../core/words/say.ts";
import type { Beside } from "../report/beside.ts";
import { formatFigure, placesFor } from "../report/format-figure.ts";
import type { OverviewLine } from "../report/overview.ts";

/** The figure of the current period with its unit, as its table prints it; nothing for what has none. */
export const nowWords = ({ row, now }: OverviewLine): string =>
  now ? withSign(now, formatFigure(now, placesFor(row.measure, false, now))) : "";

const shortUnits: Readonly<Partial<Record<Figure["unit"], (value: string) => string>>> = {
  seconds: (value) => say("overview.seconds", { value }),
  hours: (value) => say("overview.hours", { value }),
  days: (value) => say("overview.days", { value }),
};
/** A unit that its sign does not say stands behind the number. */
function withSign({ unit }: Figure, text: string): string {
  const said = shortUnits[unit];
  return said === undefined || text.startsWith("[") ? text : said(text);
}

/** "▲", "▼", or "=" for no change; nothing where there is no change to tell. */
export function arrowOf(change: Figure | undefined): string {
  if (!isKnown(change)) return "";
  const order = compareExact(change.value, ZERO);
  return order > 0 ? "▲" : order < 0 ? "▼" : "=";
}

/** "+13.5%", "-2.9 pp", "up 1 grade", "[x]"; of nought "0.0%". */
export function changeWords(line: OverviewLine, change: Figure | undefined, ofGroup: boolean): string {
  if (!change) return "";
  const text = formatFigure(change, placesFor(line.row.measure, ofGroup, change));
  if (!isKnown(change) || text.startsWith("[")) return text;
  const signed = compareExact(change.value, ZERO) > 0 ? `+${text}` : text;
  return change.unit === "percentage points" ? inPoints(signed) : signed;
}

/** "higher +32%", "lower -2.1 pp", "similar"; nothing where the two cannot be set beside each other. */
export function besideText({ beside }: OverviewLine): string {
  if (!beside) return "";
  const { word, by } = beside;
  if (word === "similar" || word === "the same" || !isKnown(by)) return besideWord(word);
  const isPoints = by.unit === "percentage points";
  const places = isPoints ? 1 : 0;
  const text = formatFigure({ value: by.value, unit: by.unit, from: [] }, places);
  const isHigher = word === "higher";
  if (isNoughtText(text)) {
    const least = { by: `<${isPoints ? inPoints("0.1") : "1%"}` };
    return isHigher ? say("beside.higher-least", least) : say("beside.lower-least", least);
  }
  const signed = `${compareExact(by.value, ZERO) > 0 ? "+" : ""}${text}`;
  const slots = { by: isPoints ? inPoints(signed) : signed };
  return isHigher ? say("beside.higher-by", slots) : say("beside.lower-by", slots);
}

/** "-2.9 pp" */
const inPoints = (value: string): string => say("overview.points", { value });

/** Whether a change is given in percentage points. */
export const hasPoints = (change: Figure | undefined): boolean =>
  isKnown(change) && change.unit === "percentage points";

/** Whether the words beside the group have points, which a note must explain. */
export const hasPointsBeside = ({ beside }: OverviewLine): boolean =>
  beside !== undefined && beside.word !== "similar" && beside.word !== "the same" && hasPoints(beside.by);

/** Where a figure is beside others: "higher". */
export function besideWord(word: Beside["word"]): string {
  if (word === "higher") return say("beside.higher");
  if (word === "lower") return say("beside.lower");
  return word === "similar" ? say("beside.similar") : say("beside.same");
}

const isNoughtText = (text: string): boolean => !/[1-9]/.test(text);

const BLOCKS = "▁▂▃▄▅▆▇█";

/** The values as blocks from the lowest to the highest; of values that are all one, blocks in the middle. */
export function sparkline(values: readonly Exact[] | undefined): string {
  if (!values || values.length === 0) return "";
  const [low, high] = [
    values.reduce((a, b) => (compareExact(b, a) < 0 ? b : a)),
    values.reduce((a, b) => (compareExact(b, a) > 0 ? b : a)),
  ];
  const span = minus(high, low);
  const top = exact(BLOCKS.length - 1);
  return values
    .map((value) => BLOCKS[isZero(span) ? 3 : Number(fixed(over(times(minus(value, low), top), span), 0))])
    .join("");
}
