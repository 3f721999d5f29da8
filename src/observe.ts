// A file's records → observations, by its layout; what cannot be read is refused cell by cell, with its place.
import type { Gazetteer } from "./areas.ts";
import { fractionAsPercent, readCell } from "./cell.ts";
import { cellAt, type Record } from "./csv.ts";
import { type Figure, isKnown, type Mark, missing, type Origin } from "./figure.ts";
import { key, nearest } from "./names.ts";
import { compare, type Exact, exact, isNegative, isZero, plus, smallWhole } from "./number.ts";
import { type gather, type Kind, kindNames, kinds, type Wanted } from "./observations.ts";
import { partsCheck, type Said } from "./parts.ts";
import { type Period, parsePeriod, periodKey, UNSTATED } from "./period.ts";
import { type Problem, problem } from "./problems.ts";
import type { AreaColumns, Layout, ValueColumn, Words } from "./sources/index.ts";
import { cleaned } from "./sources/sheet.ts";

type Gathered = ReturnType<typeof gather>;

/** What adds up to one figure while the records of a file go by. */
interface Sum {
  readonly series: string;
  readonly area: string;
  readonly areaKey: string;
  readonly period: Period;
  readonly kind: Kind;
  readonly level: number;
  readonly column: number;
  readonly heading: string;
  value: Exact;
  whole: number;
  gap: Figure | undefined;
  /** First and last line of each run of lines. */
  readonly runs: number[];
}

const ONE = exact(1);
const HUNDRED = exact(100);

export function observer(file: string, layout: Layout, places: Gazetteer, wanted: Wanted, gathered: Gathered) {
  const problems: Problem[] = [];
  const periods = new Map<string, Period | string | undefined>();
  const sums = new Map<string, Sum>();
  const levels = new Map<string, number>();
  const check = partsCheck(file, places);
  const { headings } = layout;
  const headingAt = (column: number): string => headings[column] || `column ${column + 1}`;
  let records = 0;
  const used = columnsUsed(layout);

  const record = (row: Record): void => {
    const { cells, line } = row;
    const filled = cells.filter((cell) => cell.trim() !== "");
    // A line of text among the figures: a unit, a note. A record of figures has at least its area beside it.
    const isText = layout.notes && filled.length === 1 && filled[0] === cells.find((cell) => cell.trim() !== "");
    if (isText && !named(layout.values[0]?.area, row, places)) return;
    if (cells.length !== headings.length) {
      problems.push(problem("row-length", { file, line }, cells.length, headings.length));
      return;
    }
    const broken = used.some((column) => /[\r\n]/.test(cellAt(row, column)));
    if (broken) {
      const lines = cells.reduce((count, cell) => count + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
      problems.push(problem("record-lines", { file, line }, line + lines));
      return;
    }
    records += 1;
    let told: ValueColumn["area"] | undefined;
    for (const values of layout.values) {
      // The area of a record is said once for all its columns, and so is what is wrong with it.
      if (told !== undefined && told === values.area) continue;
      const wrong = observe(row, values);
      if (!wrong) continue;
      problems.push(wrong);
      if (wrong.code === "area-ambiguous" || wrong.code === "name-blank") told = values.area;
    }
  };

  const observe = (row: Record, values: ValueColumn): Problem | undefined => {
    const place = (column: number): Origin => ({ file, line: row.line, column: column + 1 });
    const words = (from: Words): string => wordsOf(row, from);
    const columnOf = (from: Words): number =>
      "column" in from ? from.column : "columns" in from ? (from.columns[0] ?? 0) : values.column;
    const headingOf = (from: Words): string => ("text" in from ? from.text : headingAt(columnOf(from)));

    const kindWords = words(values.kind);
    const kind = kindOf(kindWords, values.kinds);
    if (!kind) {
      const at = place(columnOf(values.kind));
      return problem("kind-unknown", at, headingOf(values.kind), kindWords, kindNames, nearest(kindWords, kindNames));
    }
    const series = words(values.series);
    if (series === "" && kind !== "population" && kind !== "households") {
      return problem("name-blank", place(columnOf(values.series)), headingOf(values.series), "series");
    }
    const area = areaOf(row, values.area, layout.footnotes);
    if (area.name === "") {
      // The last lines of some exports have text where figures stand, and no area.
      if (layout.notes && readCell(cellAt(row, values.column)) === "not a number") return undefined;
      return problem("name-blank", place(area.column), headingAt(area.column), "area");
    }
    const found = places.find(area.name, area.code, area.type);
    if ("ambiguous" in found) {
      const types = found.ambiguous.map((one) => one.type);
      return problem("area-ambiguous", place(area.column), headingAt(area.column), area.name, types);
    }
    const notes: string[] = [];
    for (const said of area.all) {
      const one = places.find(said.name, said.code, said.type);
      if (!("contradiction" in one) || !one.contradiction) continue;
      problems.push(
        problem("code-contradicts", place(said.column), said.code ?? "", one.contradiction.name, said.name),
      );
      notes.push(`its record carries the code of ${one.contradiction.name}`);
    }
    const { key: areaKey } = found;
    const label = found.area?.name ?? area.name;
    gathered.name(label, areaKey, series, kind);
    if (values.level !== undefined) {
      const known = levels.get(key(series));
      if (known === undefined || known > values.level) levels.set(key(series), values.level);
    }
    const spoken = values.period ? words(values.period) : "";
    const isNew = !periods.has(spoken);
    if (isNew) {
      const said = values.period ? parsePeriod(spoken) : UNSTATED;
      periods.set(spoken, said);
      if (typeof said === "object" && said.doubt && values.period) {
        const at = place(columnOf(values.period));
        problems.push(problem("period-odd", at, headingOf(values.period), spoken, said.doubt));
      }
    }
    const isWanted = wanted(areaKey, key(series), kind);
    if (!isWanted && !(kind === "count" && !layout.sums && (found.area || area.parent))) return undefined;
    const period = periods.get(spoken);
    if (typeof period !== "object") {
      const from = values.period ?? { text: "" };
      // What a heading says is wrong once, not once for each record below it.
      if ("text" in from && !isNew) return undefined;
      return problem("period-unknown", place(columnOf(from)), headingOf(from), spoken, period);
    }
    const heading = headingAt(values.column);
    const origin = place(values.column);
    const { figure, wrong } = values.counted
      ? { figure: { value: ONE, unit: kinds.count, from: [origin] } satisfies Figure }
      : readFigure(cellAt(row, values.column), kind, heading, origin, values.fraction);
    if (!layout.sums) {
      check.add(series, period, areaKey, label, area.parent, figure);
      if (!isWanted) return undefined;
      const noted = notes.length > 0 ? { ...figure, notes } : figure;
      gathered.add({ area: label, areaKey, series, period, kind, figure: noted, heading });
      return wrong;
    }
    const id = `${values.level ?? 0}\n${key(series)}\n${areaKey}\n${periodKey(period)}\n${kind}`;
    const sum = sums.get(id);
    if (sum) addTo(sum, figure, row.line);
    else {
      const level = values.level ?? 0;
      const begun: Sum = {
        ...{ series, area: label, areaKey, period, kind, level, column: values.column + 1, heading },
        ...{ value: exact(0), whole: 0, gap: undefined, runs: [] },
      };
      addTo(begun, figure, row.line);
      sums.set(id, begun);
    }
    return wrong;
  };

  /** The problems of the file, once all its records have gone by; its sums are given then. */
  const done = (): readonly Problem[] => {
    for (const sum of sums.values()) {
      // "Robbery" the group is not "Robbery" the offence as well: of one name, the widest level is meant.
      if (sum.level !== (levels.get(key(sum.series)) ?? sum.level)) continue;
      const { runs, value, whole, gap, column, level: _, ...rest } = sum;
      const from = [
        { file, line: runs[0] ?? 1, column, ...(linesOf(runs) !== undefined && { lines: linesOf(runs) ?? "" }) },
      ];
      const unit = kinds[sum.kind];
      const figure: Figure = gap ?? { value: plus(value, exact(whole)), unit, from };
      gathered.add({ ...rest, figure });
    }
    return [...problems, ...check.problems()];
  };
  const said = (): Period[] => [...periods.values()].filter((period) => typeof period === "object");
  return { record, done, records: () => records, periods: said };
}

/** Whole numbers are added as such, as long as they are exact; decimals only where there are any. */
function addTo(sum: Sum, figure: Figure, line: number): void {
  const last = sum.runs.length - 1;
  if (sum.runs[last] === line - 1) sum.runs[last] = line;
  else if (sum.runs[last] !== line) sum.runs.push(line, line);
  if (!isKnown(figure)) {
    sum.gap ??= figure;
    return;
  }
  const whole = smallWhole(figure.value);
  if (whole !== undefined && Math.abs(sum.whole + whole) <= Number.MAX_SAFE_INTEGER) sum.whole += whole;
  else sum.value = plus(sum.value, figure.value);
}

/** "2-13,15" for the runs of lines; nothing for a single line. */
function linesOf(runs: readonly number[]): string | undefined {
  if (runs.length === 2 && runs[0] === runs[1]) return undefined;
  const parts: string[] = [];
  for (let index = 0; index < runs.length; index += 2) {
    parts.push(runs[index] === runs[index + 1] ? `${runs[index]}` : `${runs[index]}-${runs[index + 1]}`);
  }
  return parts.join(",");
}

/** The columns of a layout that names or values are read from. */
function columnsUsed({ values }: Layout): number[] {
  const of = (words: Words | undefined): readonly number[] =>
    !words || "text" in words ? [] : "column" in words ? [words.column] : words.columns;
  const ofArea = (area: ValueColumn["area"]): readonly number[] =>
    Array.isArray(area)
      ? area.flatMap(({ name, code }) => (code === undefined ? [name] : [name, code]))
      : of(area as Words);
  const all = values.flatMap((value) => [
    value.column,
    ...[value.kind, value.series, value.period].flatMap((words) => of(words)),
    ...ofArea(value.area),
  ]);
  return [...new Set(all)];
}

function wordsOf(row: Record, from: Words): string {
  if ("text" in from) return from.text.trim();
  if ("column" in from) return cellAt(row, from.column).trim();
  const filled = from.template.replace(/\{(\d)\}/g, (_, index) => cellAt(row, from.columns[Number(index)] ?? 0).trim());
  // A quarter may be written 1 or Q1.
  return filled.replace(/ QQ([1-4])$/i, " Q$1").trim();
}

/** The kind that the words name, or that the source says they mean. */
function kindOf(words: string, meanings: ValueColumn["kinds"]): Kind | undefined {
  return (
    kindNames.find((known) => known === words || known === key(words)) ??
    meanings?.find(([said]) => said.test(words))?.[1]
  );
}

/** The area of a record, the one that it is part of where the record says both, and all names and codes that it says. */
function areaOf(row: Record, from: ValueColumn["area"], noted = false) {
  if (!Array.isArray(from)) {
    const words = from as Words;
    const column = "column" in words ? words.column : "columns" in words ? (words.columns[0] ?? 0) : 0;
    return {
      name: wordsOf(row, words),
      code: undefined,
      type: undefined,
      column,
      parent: undefined,
      all: [] as Said[],
    };
  }
  const all = (from as readonly AreaColumns[]).flatMap(({ name, code, type }): Said[] => {
    const said = noted ? cleaned(cellAt(row, name)) : cellAt(row, name).trim();
    if (said === "") return [];
    return [
      {
        name: said,
        column: name,
        ...(code !== undefined && { code: cellAt(row, code).trim() }),
        ...(type && { type }),
      },
    ];
  });
  const [first, second] = all;
  const column = from[0]?.name ?? 0;
  return {
    name: first?.name ?? "",
    code: first?.code,
    type: first?.type,
    column: first?.column ?? column,
    parent: second,
    all,
  };
}

/** Whether a line of one cell is the name of an area that is known, rather than a note. */
function named(from: ValueColumn["area"] | undefined, row: Record, places: Gazetteer): boolean {
  if (from === undefined) return false;
  const { name, code, type } = areaOf(row, from);
  const found = name === "" ? undefined : places.find(name, code, type);
  return found !== undefined && ("ambiguous" in found || found.area !== undefined);
}

/** Kinds of which there are no halves. */
const whole: readonly Kind[] = ["count", "population", "base", "households"];

/** The figure of a cell; of one that cannot be used, a gap that says why, and the problem. */
function readFigure(
  text: string,
  kind: Kind,
  heading: string,
  origin: Origin,
  fraction = false,
): { figure: Figure; wrong?: Problem } {
  const cell = readCell(text);
  const unit = kinds[kind];
  const refused = (wrong: Problem, reason: string, mark: Mark = "x") => ({
    figure: missing(unit, { mark, reason, told: true }, [origin]),
    wrong,
  });
  if (cell === "not a number") {
    return refused(problem("not-a-number", origin, heading, text.trim()), `"${text.trim()}" is not a number`);
  }
  if ("gap" in cell) return { figure: missing(unit, cell.gap, [origin]) };
  if (cell.percent && kind !== "percent" && kind !== "change") {
    const wrong = problem("wrong-unit", origin, heading, text.trim(), kind);
    return refused(wrong, `"${text.trim()}" is a percentage, not a ${kind}`);
  }
  if (whole.includes(kind) && !cell.number.isInteger()) {
    return refused(problem("not-whole", origin, heading, text.trim(), kind), `"${text.trim()}" is not a whole number`);
  }
  if (kind === "percent" && (isNegative(cell.number) || compare(cell.number, HUNDRED) > 0)) {
    return refused(
      problem("percent-range", origin, heading, text.trim()),
      `"${text.trim()}" is not a percentage from 0 to 100`,
    );
  }
  if (kind === "population" && (isZero(cell.number) || isNegative(cell.number))) {
    return refused(problem("population-zero", origin, heading), `the population is ${text.trim()}`);
  }
  if (fraction && !cell.percent && compare(cell.number.abs(), ONE) > 0) {
    return refused(problem("fraction-large", origin, heading, text.trim()), `"${text.trim()}" is not a fraction of 1`);
  }
  const value = fraction && !cell.percent ? fractionAsPercent(cell.number) : cell.number;
  return { figure: { value, unit, from: [origin], places: cell.places } };
}
