// A funnel plot: rates by population, with the limits that a force like the others would lie within.

import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { type Figure, isKnown } from "../../core/figure.ts";
import { toNumber } from "../../core/number.ts";
import { say } from "../../core/words/say.ts";
import { formatFigure } from "../../report/format-figure.ts";
import type { FunnelChart } from "../chart.ts";
import { type Markup, markup } from "../markup/markup.ts";
import { textWidth, wrapped } from "../markup/text-width.ts";
import { besideWord } from "../overview-words.ts";
import { type EndLabel, endLabels, endsHeight, SIGN } from "./ends.ts";
import { type Box, placeBeside } from "./place-beside.ts";
import {
  colours,
  DIGITS,
  type Drawing,
  letterSizes,
  marker,
  rule,
  type Size,
  textAt,
  textLines,
  tickText,
  widest,
  widestWord,
} from "./svg.ts";
import { axisTitle, valueDomain } from "./value-domain.ts";

const rooms = { wide: { height: 420, names: 150, ticks: 6 }, narrow: { height: 260, names: 84, ticks: 3 } };
const quiet = { colour: colours.quiet };
const DASH = "6 4";
/** Of more forces, not all are named. */
const MOST_NAMED = 10;

export function funnelDrawing(chart: FunnelChart, size: Size): Drawing {
  const { width, letters } = letterSizes[size];
  const rowHeight = letters + 4;
  const { points, curve, rate } = chart;
  const unit = points[0]?.figure.unit ?? "per 1,000";
  const { domain, isCut } = valueDomain([
    ...points.flatMap(({ figure }) => numberOf(figure) ?? []),
    ...curve.flatMap(({ at95, at998 }) => [...at95, ...at998]),
  ]);
  const y = scaleLinear().domain(domain).nice(5);
  const ticks = y.ticks(5);
  const tickTexts = ticks.map((tick) => tickText(tick, ticks, unit));

  const ends = endsOf(chart);
  const words = ends.map((end) => end.words);
  const most = Math.max(rooms[size].names, Math.min(widestWord(words, letters) + 1, 140));
  const room = Math.min(most, widest(words, letters) + 1);
  const left = widest(tickTexts, letters) + 10;
  const right = width - room - SIGN;
  const x = scaleLinear()
    .domain([curve[0]?.population ?? 0, curve.at(-1)?.population ?? 1])
    .range([left, right]);

  const head = [
    ...wrapped(axisTitle(chart.unit, isCut), width, letters),
    ...wrapped(say("chart.limits-of", { force: chart.force }), width, letters),
  ];
  const top = head.length * rowHeight + 14;
  const bottom = top + Math.max(rooms[size].height, endsHeight(ends, room, letters));
  y.range([bottom, top]);
  const labels = ends.map(({ words, value, sign }): EndLabel => ({ words, bold: false, sign, x: right, y: y(value) }));
  const named = endLabels(labels, { right, room, letters, top: top - 4, bottom: bottom + rowHeight });

  const path = (at: (one: FunnelChart["curve"][number]) => number, dash: string): Markup => {
    const shape = line<FunnelChart["curve"][number]>(
      (one) => x(one.population),
      (one) => y(at(one)),
    ).digits(DIGITS);
    return markup`<path d="${shape(curve) ?? ""}" fill="none" stroke="${colours.quiet}" stroke-width="1.5"${dash !== "" && markup` stroke-dasharray="${dash}"`}/>`;
  };
  const xTicks = x.ticks(rooms[size].ticks);
  const rateY = y(numberOf(rate) ?? 0);
  const below = wrapped(say("chart.population"), width, letters);
  const axisBottom = Math.max(bottom + 6 + 2 * rowHeight, named.lowest + 4);
  return {
    height: Math.ceil(axisBottom + 10),
    marks: [
      ...textLines(0, letters, head, rowHeight, quiet),
      ...ticks.flatMap((tick, index) => [
        rule(left, y(tick), right, y(tick), colours.grid),
        textAt(left - 8, y(tick) + letters / 3, tickTexts[index] ?? "", { anchor: "end", ...quiet }),
      ]),
      rule(left, bottom, right, bottom, colours.rule),
      ...xTicks.flatMap((tick) => {
        const text = tickText(tick, xTicks, "persons");
        const half = textWidth(text, letters) / 2;
        return [
          rule(x(tick), bottom, x(tick), bottom + 6, colours.rule),
          textAt(Math.max(x(tick), half), bottom + 6 + rowHeight, text, { anchor: "middle", ...quiet }),
        ];
      }),
      ...textLines((left + right) / 2, bottom + 6 + 2 * rowHeight, below, rowHeight, { anchor: "middle", ...quiet }),
      path(({ at998 }) => at998[0], ""),
      path(({ at998 }) => at998[1], ""),
      path(({ at95 }) => at95[0], DASH),
      path(({ at95 }) => at95[1], DASH),
      rule(left, rateY, right, rateY, colours.others[0], 2),
      ...pointMarks(chart, { x, y, letters, isWide: size === "wide", within: { left, right, top: top - 6, bottom } }),
      ...named.marks,
    ],
  };
}

const numberOf = (figure: Figure | undefined): number | undefined =>
  isKnown(figure) ? toNumber(figure.value) : undefined;

const isOutside = (rate: number, { lower, upper }: FunnelChart["points"][number]["limits"]["at95"]): boolean =>
  rate < (numberOf(lower) ?? 0) || rate > (numberOf(upper) ?? Infinity);

/** What is named at the right: the others' rate, and the limits at the largest population. */
function endsOf({ curve, rate, places }: FunnelChart) {
  const last = curve.at(-1);
  if (!last) return [];
  const sign =
    (dash: string, colour: string = colours.quiet) =>
    (x: number, y: number): Markup =>
      rule(x - 6, y, x + 6, y, colour, colour === colours.quiet ? 1.5 : 2, dash);
  const limit = (words: string, value: number, dash: string) => ({ words, bold: false, value, sign: sign(dash) });
  return [
    limit(say("limit.upper-998"), last.at998[1], ""),
    limit(say("limit.upper-95"), last.at95[1], "4 2"),
    {
      ...{
        words: say("chart.the-others", { value: formatFigure(rate, places) }),
        bold: false,
        value: numberOf(rate) ?? 0,
      },
      sign: sign("", colours.others[0]),
    },
    limit(say("limit.lower-95"), last.at95[0], "4 2"),
    limit(say("limit.lower-998"), last.at998[0], ""),
  ];
}

/** Where populations and rates are drawn. */
interface Plane {
  readonly x: (population: number) => number;
  readonly y: (rate: number) => number;
  readonly letters: number;
  readonly isWide: boolean;
  readonly within: Box;
}

/** The points with their names beside them, where there is room; the plan's force is named first and drawn last. */
function pointMarks({ points }: FunnelChart, { x, y, letters, within, isWide }: Plane): Markup[] {
  const found = points.flatMap(({ name, note, isForce = false, ...point }) => {
    const [population, rate] = [numberOf(point.population), numberOf(point.figure)];
    const words = note === undefined ? name : say("heading.grouped", { group: name, heading: besideWord(note) });
    return population === undefined || rate === undefined
      ? []
      : [
          {
            ...{ words, isForce, isOutside: isOutside(rate, point.limits.at95) },
            ...{ x: x(population), y: y(rate), width: textWidth(words, letters, isForce) },
          },
        ];
  });
  // The plan's force is named first, then those with the least room around them.
  const roomOf = (one: (typeof found)[number]): number =>
    one.isForce
      ? -1
      : Math.min(...found.map((other) => (other === one ? Infinity : Math.hypot(other.x - one.x, other.y - one.y))));
  const placed = [...found].sort((a, b) => roomOf(a) - roomOf(b));
  // A narrow picture has room for the force's name alone. Of many forces, those outside the limits are named too.
  const isNamed = ({ isForce, isOutside }: (typeof found)[number]): boolean =>
    isForce || (isWide && (isOutside || placed.length <= MOST_NAMED));
  const named = placed.map((point) => ({ ...point, width: isNamed(point) ? point.width : undefined }));
  const places = placeBeside(named, letters, within, isWide && placed.length <= MOST_NAMED ? placed.length : 1);
  const texts = placed.flatMap(({ words, isForce, x: pointX, y: pointY }, index) => {
    const place = places[index];
    if (!place) return [];
    const edge = place.y > pointY ? place.y - letters : place.y + letters / 3;
    return [
      ...(place.isLed ? [rule(pointX, pointY, pointX, edge, colours.rule, 0.75)] : []),
      textAt(place.x, place.y, words, { bold: isForce, edge: true }),
    ];
  });
  const marks = placed.map(({ isForce, x: pointX, y: pointY }) =>
    marker(isForce ? 0 : 1, pointX, pointY, isForce ? colours.force : colours.quiet, isForce ? 110 : 50),
  );
  return [...texts, ...marks.reverse()];
}
