// The pieces of a native chart: series with their values kept beside them, axes and letters, as DrawingML (ECMA-376, part 1, 21.2) has them.
import { languageCode } from "../../../core/words/say.ts";

import { colours } from "../../charts/svg.ts";
import { XML } from "../../markup/xml-text.ts";
import { plain } from "./paragraphs.ts";

/** Digits that a chart draws, and what stands beside them as text; nothing for a gap. */
export interface DrawnValue {
  readonly digits: string;
  readonly label?: string;
  /** Of a bar or mark that is not as the others of its series. */
  readonly colour?: string;
}

export interface DrawnSeries {
  readonly name: string;
  readonly colour: string;
  readonly values: readonly (DrawnValue | undefined)[];
  /** Places along the axis, where that is one of numbers. */
  readonly along?: readonly (string | undefined)[];
  /** Whether its points are joined, and how; bars have no line. */
  readonly line?: "solid" | "dash" | "sysDot" | "none";
  readonly mark?: "circle" | "square" | "diamond" | "triangle";
  /** A further piece of a line: the key names the first alone. */
  readonly isFurther?: boolean;
}

const fill = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour.slice(1)}"/></a:solidFill>`;
const stroke = (colour: string, width: number, dash = "solid"): string =>
  `<a:ln w="${width}">${fill(colour)}<a:prstDash val="${dash}"/></a:ln>`;
const letters = (size: number): string =>
  `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${size}">${fill(colours.text)}</a:defRPr></a:pPr><a:endParaRPr lang="${languageCode()}"/></a:p></c:txPr>`;
const SMALL = 800;
const rich = (text: string, size: number): string =>
  `<c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${size}" b="0"/></a:pPr><a:r><a:rPr lang="${languageCode()}" sz="${size}" b="0"/><a:t>${plain(text)}</a:t></a:r></a:p></c:rich></c:tx>`;

/** Values under a heading of the chart's own data, which are kept in the chart: no workbook lies behind it. */
const kept = (kind: "str" | "num", column: number, values: readonly (string | undefined)[]): string =>
  `<c:${kind}Ref><c:f>Data!$${letterOf(column)}$2:$${letterOf(column)}$${values.length + 1}</c:f><c:${kind}Cache>${
    kind === "num" ? "<c:formatCode>General</c:formatCode>" : ""
  }<c:ptCount val="${values.length}"/>${values
    .map((value, index) => (value === undefined ? "" : `<c:pt idx="${index}"><c:v>${plain(value)}</c:v></c:pt>`))
    .join("")}</c:${kind}Cache></c:${kind}Ref>`;
const letterOf = (column: number): string =>
  `${column < 26 ? "" : letterOf(Math.floor(column / 26) - 1)}${String.fromCharCode(65 + (column % 26))}`;

const SHOWS = (isShown: boolean): string =>
  `<c:showLegendKey val="0"/><c:showVal val="${isShown ? 1 : 0}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;

/** A series of bars, of a line, or of points; its categories are those that all series of the chart share. */
export function seriesXml(
  kind: "bar" | "line" | "scatter",
  series: DrawnSeries,
  index: number,
  categories: readonly string[],
): string {
  const { name, colour, values, along, line = "solid", mark } = series;
  const own = values.flatMap((value, place) => (value?.colour === undefined ? [] : [{ place, colour: value.colour }]));
  const labels = values.flatMap((value, place) => {
    if (value?.label === undefined) return [];
    const at = kind === "bar" ? "outEnd" : "t";
    return `<c:dLbl><c:idx val="${place}"/>${rich(value.label, SMALL)}<c:dLblPos val="${at}"/>${SHOWS(true)}</c:dLbl>`;
  });
  const shape = mark === undefined ? "none" : mark;
  const look =
    kind === "bar"
      ? `<c:spPr>${fill(colour)}</c:spPr><c:invertIfNegative val="0"/>`
      : `<c:spPr>${line === "none" ? "<a:ln><a:noFill/></a:ln>" : stroke(colour, line === "solid" ? 22_225 : 12_700, line)}</c:spPr><c:marker><c:symbol val="${shape}"/>${
          mark === undefined ? "" : `<c:size val="5"/><c:spPr>${fill(colour)}<a:ln><a:noFill/></a:ln></c:spPr>`
        }</c:marker>`;
  const points = own.map(
    (one) =>
      `<c:dPt><c:idx val="${one.place}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>${fill(one.colour)}</c:spPr></c:dPt>`,
  );
  const digits = values.map((value) => value?.digits);
  // Two series that named one column would share its values in some programs.
  const column = along ? 2 * index + 1 : index + 1;
  const numbers = kept("num", column, digits);
  const data = along
    ? `<c:xVal>${kept("num", column - 1, along)}</c:xVal><c:yVal>${numbers}</c:yVal>`
    : `<c:cat>${kept("str", 0, categories)}</c:cat><c:val>${numbers}</c:val>`;
  const heading = `<c:tx><c:strRef><c:f>Data!$${letterOf(column)}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${plain(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${heading}${look}${points.join("")}<c:dLbls>${labels.join("")}${SHOWS(false)}</c:dLbls>${data}${kind === "bar" ? "" : '<c:smooth val="0"/>'}</c:ser>`;
}

interface Axis {
  readonly id: number;
  readonly crosses: number;
  readonly side: "b" | "l";
  readonly title?: string;
  /** The first category at the top. */
  readonly isDown?: boolean;
  readonly hasGrid?: boolean;
  readonly format?: string;
  readonly range?: readonly [least: number, most: number];
}

/** An axis of categories or of numbers; the words of categories stand at the edge of the picture, and not at nought. */
export function axisXml(kind: "cat" | "val", axis: Axis): string {
  const { id, crosses, side, title, isDown, hasGrid, format = "General", range } = axis;
  const limits = range ? `<c:max val="${range[1]}"/><c:min val="${range[0]}"/>` : "";
  const grid = hasGrid ? `<c:majorGridlines><c:spPr>${stroke(colours.grid, 6350)}</c:spPr></c:majorGridlines>` : "";
  const named = title === undefined ? "" : `<c:title>${rich(title, 900)}<c:overlay val="0"/></c:title>`;
  const end =
    kind === "cat"
      ? '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/>'
      : `<c:crossBetween val="${isDown === undefined ? "midCat" : "between"}"/>`;
  return `<c:${kind}Ax><c:axId val="${id}"/><c:scaling><c:orientation val="${kind === "cat" && isDown ? "maxMin" : "minMax"}"/>${limits}</c:scaling><c:delete val="0"/><c:axPos val="${side}"/>${grid}${named}<c:numFmt formatCode="${format}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${kind === "cat" ? "low" : "nextTo"}"/><c:spPr>${stroke(colours.rule, 9525)}</c:spPr>${letters(SMALL)}<c:crossAx val="${crosses}"/><c:crosses val="${kind === "val" && isDown ? "max" : "autoZero"}"/>${end}</c:${kind}Ax>`;
}

/** The chart's part, with a key of its series where there are several. A gap is left out, and never drawn as nought. */
export function chartPart(plot: string, series: readonly DrawnSeries[]): string {
  const hidden = series
    .flatMap(({ isFurther }, index) => (isFurther ? [index] : []))
    .map((index) => `<c:legendEntry><c:idx val="${index}"/><c:delete val="1"/></c:legendEntry>`);
  const key =
    series.length - hidden.length > 1
      ? `<c:legend><c:legendPos val="t"/>${hidden.join("")}<c:overlay val="0"/>${letters(900)}</c:legend>`
      : "";
  return `${XML}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/><c:lang val="${languageCode()}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>${plot}</c:plotArea>${key}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900"><a:latin typeface="Arial"/></a:defRPr></a:pPr><a:endParaRPr lang="${languageCode()}"/></a:p></c:txPr></c:chartSpace>`;
}
