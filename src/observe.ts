// A file's records → observations, by its layout; what cannot be read is refused cell by cell, with its place.
import type { Area, Gazetteer } from "./areas.ts";
import { readCell } from "./cell.ts";
import { cellAt, type Record } from "./csv.ts";
import { type Figure, isKnown, type Origin } from "./figure.ts";
import { key, nearest } from "./names.ts";
import { compare, exact, exactText } from "./number.ts";
import { type gather, isPeople, kindNames, kinds, type Wanted } from "./observations.ts";
import { partsCheck, type Said } from "./parts.ts";
import { type Period, parsePeriod, periodKey, periodName, UNSTATED } from "./period.ts";
import { manyProblems, type Problem, problem } from "./problems.ts";
import { kindOf, readFigure } from "./read-figure.ts";
import { areaOf, atMostTwo, columnsUsed, named, rawArea, wordsOf } from "./record-words.ts";
import type { Layout, ValueColumn, Words } from "./sources/index.ts";
import { addTo, figureOf, markOf, type Sum } from "./sums.ts";

type Gathered = ReturnType<typeof gather>;

/** The area of a record: as itself and, where it is said, the area around it. */
interface Located {
  readonly keys: readonly { readonly key: string; readonly label: string; readonly area: Area | undefined }[];
  readonly first: Located["keys"][number];
  readonly parent: Said | undefined;
  /** Of a file of parts, a record that names the area around them alone: their total. */
  readonly isTotal: boolean;
  readonly notes: readonly string[];
}

interface Timed {
  readonly words: string;
  readonly period: Period | string | undefined;
  readonly isNew: boolean;
}

const MOST_SEEN = 20_000;
const MOST_MARKED = 50_000;
const ONE = exact(1);

/**
 * Takes the records of a file one by one. What is wanted of them goes to `gathered` as they come, or, of a file whose
 * records add up, when it is done; `done` answers with the problems.
 */
export function observer(file: string, layout: Layout, places: Gazetteer, wanted: Wanted, gathered: Gathered) {
  const problems = manyProblems(file);
  const periods = new Map<string, Period | string | undefined>();
  const sums = new Map<string, Sum>();
  const levels = new Map<string, number>();
  const check = partsCheck(file, places);
  const { headings } = layout;
  const headingAt = (column: number): string => headings[column] || `column ${column + 1}`;
  let records = 0;
  const used = columnsUsed(layout);
  const nameless = [...headings.keys()].filter((column) => headings[column]?.trim() === "" && !used.includes(column));
  const marked = new Set<string>();
  let [repeated, firstRepeated] = [0, 0];
  const areasSeen = new Map<string, Located>();

  /** A record of figures has cells under all its headings, each on one line; anything else is text or is refused. */
  const isSound = (row: Record): boolean => {
    const { cells, line } = row;
    // A line of text among the figures: a unit, a note. A figure alone, or the name of an area, is none.
    const isText = layout.notes && headings.length > 2 && cells.length > 1 && atMostTwo(cells) === 1;
    const isValue = layout.values.some(({ column }) => /\d/.test(cells[column] ?? ""));
    if (isText && !isValue && !named(layout.values[0]?.area, row, places)) return false;
    if (cells.length !== headings.length) {
      if (layout.notes && cells.length === 1 && !named(layout.values[0]?.area, row, places)) return false;
      problems.push(problem("row-length", { file, line }, cells.length, headings.length));
      return false;
    }
    const stray = nameless.find((column) => (cells[column] ?? "").trim() !== "");
    if (stray !== undefined) {
      problems.push(problem("cell-unnamed", origin(row, stray), stray + 1, (cells[stray] ?? "").trim()));
      return false;
    }
    if (!used.some((column) => cells[column]?.includes("\n") || cells[column]?.includes("\r"))) return true;
    const lines = cells.reduce((count, cell) => count + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
    problems.push(problem("record-lines", { file, line }, line + lines));
    return false;
  };

  const record = (row: Record): void => {
    if (!isSound(row)) return;
    records += 1;
    // The columns of a file mostly share their area and their period: each is made out once for a record.
    let place: Located | undefined;
    let placeFrom: ValueColumn["area"] | undefined;
    let time: Timed | undefined;
    let timeFrom: Words | undefined;
    for (const values of layout.values) {
      if (placeFrom !== values.area) {
        placeFrom = values.area;
        place = located(row, values);
      }
      // What is wrong with the area of a record was said for its first column.
      if (!place) continue;
      if (time === undefined || timeFrom !== values.period) {
        timeFrom = values.period;
        time = timed(row, values);
      }
      observe(row, values, place, time);
    }
  };

  /** A record that adds to a figure and stands in the file twice, word for word, may be there by mistake. */
  let lastMarked = 0;
  const repeats = (row: Record, values: ValueColumn): void => {
    lastMarked = row.line;
    // Of crimes that are counted, only those with a number of their own can be told apart.
    if (values.counted && (row.cells[0] ?? "").trim() === "") return;
    const whole = row.cells.join("\u0001");
    if (!marked.has(whole)) {
      if (marked.size < MOST_MARKED) marked.add(whole);
      return;
    }
    repeated += 1;
    if (repeated === 1) firstRepeated = row.line;
  };

  const origin = (row: Record, column: number): Origin => ({ file, line: row.line, column: column + 1 });
  const columnOf = (from: Words, values: ValueColumn): number =>
    "column" in from ? from.column : "columns" in from ? (from.columns[0] ?? 0) : values.column;
  const headingOf = (from: Words, values: ValueColumn): string =>
    "text" in from ? from.text : headingAt(columnOf(from, values));

  /** The area of a record, and the one that it is part of where the record says it; nothing where it cannot be told. */
  const located = (row: Record, values: ValueColumn): Located | undefined => {
    const raw = rawArea(row, values.area);
    const known = areasSeen.get(raw);
    if (known) return known;
    const area = areaOf(row, values.area, layout.footnotes);
    if (area.name === "") {
      // The last lines of some exports have text where figures stand, and no area.
      if (layout.notes && readCell(cellAt(row, values.column)) === "not a number") return undefined;
      problems.push(problem("name-blank", origin(row, area.column), headingAt(area.column), "area"));
      return undefined;
    }
    const all = area.all.length > 0 ? area.all : [area];
    const keys: Located["keys"][number][] = [];
    const notes: string[] = [];
    for (const [index, said] of all.entries()) {
      const found = places.find(said.name, said.code, said.type);
      if ("ambiguous" in found) {
        if (index > 0) continue;
        const types = found.ambiguous.map((one) => one.type);
        problems.push(problem("area-ambiguous", origin(row, said.column), headingAt(said.column), said.name, types));
        return undefined;
      }
      keys.push({ key: found.key, label: labelOf(found.key, found.area, said.name), area: found.area });
      if (!found.contradiction) continue;
      const { name } = found.contradiction;
      problems.push(problem("code-contradicts", origin(row, said.column), said.code ?? "", name, said.name));
      notes.push(`its record carries the code of ${name}`);
    }
    const [first] = keys as [Located["first"]];
    const isTotal = layout.sums === true && Array.isArray(values.area) && values.area.length > 1 && all.length === 1;
    const place: Located = { keys, first, parent: area.parent, isTotal, notes };
    // A record with something to be told is made out by itself, so that each is told.
    if (notes.length === 0 && areasSeen.size < MOST_SEEN) areasSeen.set(raw, place);
    return place;
  };

  const timed = (row: Record, values: ValueColumn): Timed => {
    if (!values.period) {
      periods.set("", UNSTATED);
      return { words: "", period: UNSTATED, isNew: false };
    }
    const words = wordsOf(row, values.period);
    const isNew = !periods.has(words);
    if (isNew) {
      const said = parsePeriod(words);
      periods.set(words, said);
      if (typeof said === "object" && said.doubt) {
        const at = origin(row, columnOf(values.period, values));
        problems.push(problem("period-odd", at, headingOf(values.period, values), words, said.doubt));
      }
    }
    return { words, period: periods.get(words), isNew };
  };

  const observe = (row: Record, values: ValueColumn, place: Located, time: Timed): void => {
    const kindWords = "text" in values.kind ? values.kind.text : wordsOf(row, values.kind);
    const kind = kindOf(kindWords, values.kinds);
    if (!kind) {
      const at = origin(row, columnOf(values.kind, values));
      const near = nearest(kindWords, kindNames);
      problems.push(problem("kind-unknown", at, headingOf(values.kind, values), kindWords, kindNames, near));
      return;
    }
    const series = values.series ? wordsOf(row, values.series) : "series not stated";
    // An offence need not be in a subgroup.
    if (series === "" && values.level !== undefined) return;
    if (values.series && series === "" && !isPeople(kind)) {
      const at = origin(row, columnOf(values.series, values));
      problems.push(problem("name-blank", at, headingOf(values.series, values), "series"));
      return;
    }
    const seriesKey = key(series);
    // Of a file whose records add up, each is part of its own area's figure and of that of the area around it.
    const takers = layout.sums ? place.keys : [place.first];
    for (const one of takers) gathered.name(one.label, one.key, series, kind);
    if (values.level !== undefined) {
      const known = levels.get(seriesKey);
      if (known === undefined || known > values.level) levels.set(seriesKey, values.level);
    }
    const wantedBy = takers.filter((one) => wanted.figure(one.key, seriesKey, kind));
    const isChecked =
      kind === "count" && !layout.sums && (place.first.area !== undefined || place.parent !== undefined);
    if (wantedBy.length === 0 && !isChecked) {
      if (wanted.readAll && (values.level ?? 0) === 0 && !values.counted) {
        const { wrong } = readFigure(
          cellAt(row, values.column),
          kind,
          headingAt(values.column),
          origin(row, values.column),
          values.fraction,
        );
        if (wrong) problems.push(wrong);
      }
      return;
    }
    const { period } = time;
    if (typeof period !== "object") {
      const from = values.period ?? { text: "" };
      // What a heading says is wrong once, not once for each record below it.
      if ("text" in from && !time.isNew) return;
      const at = origin(row, columnOf(from, values));
      problems.push(problem("period-unknown", at, headingOf(from, values), time.words, period));
      return;
    }
    const isDated = wanted.period(period, kind);
    if (!isDated) for (const one of wantedBy) gathered.date(series, one.key, kind, period);
    if (!isDated && !isChecked) return;
    if (layout.sums && isDated && wantedBy.length > 0 && lastMarked !== row.line) repeats(row, values);
    const heading = headingAt(values.column);
    const at = origin(row, values.column);
    const { figure, wrong } = values.counted
      ? { figure: { value: ONE, unit: kinds.count, from: [at] } satisfies Figure }
      : readFigure(cellAt(row, values.column), kind, heading, at, values.fraction);
    if (wrong && ((isDated && wantedBy.length > 0) || wanted.readAll)) problems.push(wrong);
    if (isChecked) {
      const { key: areaKey, label, area } = place.first;
      check.add(series, period, areaKey, label, area, place.parent, figure);
    }
    for (const { key: areaKey, label: area } of isDated ? wantedBy : []) {
      const seen = { series, area, areaKey, period, kind, heading, ...(values.counted && { counted: true }) };
      if (!layout.sums) {
        gathered.add({ ...seen, figure: place.notes.length > 0 ? { ...figure, notes: place.notes } : figure });
        continue;
      }
      const level = values.level ?? 0;
      const id = `${place.isTotal ? "total" : "parts"}\n${level}\n${seriesKey}\n${areaKey}\n${periodKey(period)}\n${kind}`;
      let sum = sums.get(id);
      if (!sum) {
        sum = {
          ...seen,
          level,
          column: values.column + 1,
          value: exact(0),
          whole: 0,
          mark: 0,
          gap: undefined,
          runs: [],
        };
        sums.set(id, sum);
      }
      addTo(sum, figure, row.line, markOf(row));
    }
  };

  /** The problems of the file, once all its records have gone by; its sums are given then. */
  const done = (): readonly Problem[] => {
    for (const [id, sum] of sums) {
      // "Robbery" the group is not "Robbery" the offence as well: of one name, the widest level is meant.
      if (sum.level !== (levels.get(key(sum.series)) ?? sum.level)) continue;
      const figure = figureOf(sum, file);
      // A total among its parts is not added to them; they are added up to be compared with it.
      const total = sums.get(id.replace(/^parts/, "total"));
      if (total && total !== sum) {
        const whole = figureOf(total, file);
        const [at] = whole.from;
        if (isKnown(figure) && isKnown(whole) && at && compare(figure.value, whole.value) !== 0) {
          const [is, was] = [exactText(whole.value), exactText(figure.value)];
          problems.push(
            problem("parts-differ", at, `${sum.series} for ${sum.area}, ${periodName(sum.period)}`, is, was),
          );
        }
        continue;
      }
      gathered.add({ ...sum, figure });
    }
    if (repeated > 0) problems.push(problem("records-repeated", { file, line: firstRepeated }, repeated));
    return [...problems.all(), ...check.problems()];
  };
  const said = (): Period[] => [...periods.values()].filter((period) => typeof period === "object");
  return { record, done, records: () => records, periods: said };
}

/** How an area is named in lists: with its type where another has its name. */
function labelOf(key: string, area: Area | undefined, name: string): string {
  const [type] = /\((force|region|country|partnership)\)$/.exec(key) ?? [];
  return type === undefined ? (area?.name ?? name) : `${area?.name ?? name} ${type}`;
}
