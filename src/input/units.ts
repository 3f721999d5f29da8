// How the numbers of a file are written: per how many a rate is, thousands, fractions; by the plan, or by what the file says.

import { nameKey, OWN_TABLE } from "../core/names.ts";
import { powerOfTen } from "../core/number.ts";
import { type Doubt, doubt } from "../core/problems/problems.ts";
import { isAddable, type Kind, kindName, measuredKinds } from "../core/value-kind.ts";
import { say } from "../core/words/say.ts";
import type { CellPlaces } from "./cell-places.ts";
import { cellAt, type Record } from "./csv/csv.ts";
import { lineRuns } from "./line-runs.ts";
import { AS_PRINTED, type NumberForm } from "./parse-figure.ts";
import { columnsUsed, wordsOf } from "./record.ts";
import type { NamedValue } from "./series-of.ts";
import type { Layout } from "./sources/layout.ts";
import { perSaid, type SaidUnit, scaleSaid, unitSaid } from "./unit-words.ts";

/** A column of units that the plan maps to nothing. */
const OF_UNITS = /^(units?|units? of measure(ment)?|measure units?)$/i;

interface Contradiction {
  readonly heading: string;
  readonly said: string;
  readonly taken: () => string;
  readonly column: number;
  readonly runs: ReturnType<typeof lineRuns>;
}
interface Unit extends NumberForm {
  readonly against: Contradiction | undefined;
}

export type UnitCheck = ReturnType<typeof unitCheck>;

/** Says of each value how it is written; at the end, where the file and the plan contradict each other is a doubt. */
export function unitCheck(file: string, layout: Layout, cells: CellPlaces) {
  const used = columnsUsed(layout);
  const unitColumn = layout.headings.findIndex(
    (heading, column) => OF_UNITS.test(heading.trim()) && !used.includes(column),
  );
  const isKnown = layout.source !== "column map" && layout.source !== OWN_TABLE;
  const known = new Map<number, Map<string, Unit>>();
  const contradictions = new Map<string, Contradiction>();

  const unitOf = (row: Record, named: NamedValue): Unit => {
    const { values, kind, seriesKey } = named;
    const ofColumn = known.get(values.column) ?? new Map<string, Unit>();
    known.set(values.column, ofColumn);
    const said = unitColumn < 0 ? "" : cellAt(row, unitColumn).trim();
    const id = `${kind}\n${seriesKey}${said === "" ? "" : `\n${said}`}`;
    const found = ofColumn.get(id);
    if (found) return found;
    const texts = textsAbout(row, named, cells, said);
    const written = writtenAs(named, texts, isKnown);
    const key = written.against && `${written.against.heading}\n${written.against.said}\n${values.column}`;
    const before = key === undefined ? undefined : contradictions.get(key);
    const unit = before ? { ...written, against: before } : written;
    if (key !== undefined && unit.against) contradictions.set(key, unit.against);
    ofColumn.set(id, unit);
    return unit;
  };

  return {
    /** How the value of a record is written. */
    of(row: Record, named: NamedValue): NumberForm {
      if (named.values.counted) return AS_PRINTED;
      const unit = unitOf(row, named);
      unit.against?.runs.add(row.line);
      return unit;
    },
    /** Learns how values like it are written, from one that nobody reads. */
    learn(row: Record, named: NamedValue): void {
      if (!named.values.counted) unitOf(row, named);
    },
    /** Whether values like it, of which one was read, are written as they are printed. */
    isPlain({ values, kind, seriesKey }: NamedValue): boolean {
      if (values.counted) return true;
      const unit = known.get(values.column)?.get(`${kind}\n${seriesKey}`);
      return unit?.power === 0 && !unit.against;
    },
    doubts: (): Doubt[] =>
      [...contradictions.values()].flatMap(({ heading, said, taken, column, runs }) => {
        const lines = runs.all();
        if (lines.length === 0) return [];
        const place = { file, line: lines[0]?.[0] ?? 1, column: column + 1 };
        return doubt("unit-contradicted", place, { file, column: column + 1, lines }, heading, said, taken);
      }),
  };
}

/** What is said about a value: by its record, by the headings over it from the nearest, and above them all. */
interface Texts {
  readonly own: readonly string[];
  readonly series: string;
  readonly titles: readonly string[];
  /** Those that are about this value alone, and not about its neighbours too. */
  readonly alone: readonly string[];
}

function textsAbout(row: Record, { values, series }: NamedValue, cells: CellPlaces, unit: string): Texts {
  const kind = "text" in values.kind ? [unit] : [unit, wordsOf(row, values.kind)];
  const headings = values.says?.headings ?? [cells.headingAt(values.column)];
  const isOfRecord = values.series !== undefined && !("text" in values.series);
  const named = isOfRecord ? [series, ...headings] : [...headings, series];
  return {
    own: [...kind, ...named].filter((text) => text !== ""),
    series,
    titles: values.says?.titles ?? [],
    alone: [...kind, series, ...headings.slice(0, 1)],
  };
}

/** How values of a kind are written: as the plan says, or else as the nearest words say. */
function writtenAs({ values, kind, series }: NamedValue, { own, titles, alone }: Texts, isKnown: boolean): Unit {
  const against = (heading: string, said: string, taken: () => string): Contradiction => ({
    ...{ heading, said, taken, column: values.column, runs: lineRuns() },
  });
  const { per, scale, fraction } = values.written ?? {};
  if (kind === "rate") {
    // Of a source that the tool knows, rates are per 1,000 where it says nothing else.
    const bySource = isKnown && "text" in values.kind ? { text: "the source", found: perThousand } : undefined;
    const said = saidIn(own, titles, series, perSaid)[0] ?? bySource;
    const power = per ?? said?.found.power ?? 0;
    const isOther = said?.found.of !== undefined && !nameKey(series).includes(nameKey(said.found.of).replace(/s$/, ""));
    const differs = said && (isOther || said.found.power !== power);
    const taken = (): string => takenPer(per !== undefined, perName(per ?? 0), isOther);
    if (differs) return { power, isFraction: false, against: against(said.text, said.found.words, taken) };
    return { power, isFraction: false, against: contradictedKind(alone, kind, against) };
  }
  if (isAddable(kind)) {
    const [said] = saidIn(own, titles, series, scaleSaid);
    const isFit = said && (kind === "pounds" || !said.found.isPounds);
    const power = scale ?? (isFit ? said.found.power : 0);
    if (isFit && said.found.power !== power) {
      const taken = (): string => say("taken.scale", { scale: scaleName(power) });
      return { power, isFraction: false, against: against(said.text, said.found.words, taken) };
    }
    return { power, isFraction: false, against: contradictedKind(alone, kind, against) };
  }
  const isFraction = kind === "percent" && fraction === true;
  return { power: isFraction ? 2 : 0, isFraction, against: contradictedKind(alone, kind, against) };
}

const perThousand: SaidUnit = { power: 0, words: "per 1,000" };

/** The texts in which something is found, those near the value first; names and titles have to say it clearly. */
function saidIn<T>(
  own: readonly string[],
  titles: readonly string[],
  series: string,
  find: (text: string, isLoose?: boolean) => T | undefined,
) {
  const all = [...own.map((text) => [text, text === series] as const), ...titles.map((text) => [text, true] as const)];
  return all.flatMap(([text, isLoose]) => {
    const found = find(text, isLoose);
    return found === undefined ? [] : [{ text, found }];
  });
}

/** Where the words over a value say that it is of another kind than it is taken for. */
function contradictedKind(
  alone: readonly string[],
  kind: Kind,
  against: (heading: string, said: string, taken: () => string) => Contradiction,
): Contradiction | undefined {
  if (kind === "change" || kind === "significance") return undefined;
  const [said] = saidIn(alone, [], "", unitSaid);
  if (!said) return undefined;
  const fits = fitting[said.found];
  const article = said.found === "amount in £" ? "an" : "a";
  return fits.includes(kind)
    ? undefined
    : against(said.text, `${article} ${said.found}`, () => say("taken.kind", { kind: kindName(kind) }));
}

/** Which kinds may stand under words that say a unit: money per head is pounds, and hours per call are hours. */
const fitting: { readonly [unit in NonNullable<ReturnType<typeof unitSaid>>]: readonly Kind[] } = {
  rate: ["rate", "pounds", ...measuredKinds, "percent"],
  percentage: ["percent"],
  change: ["change"],
  "amount in £": ["pounds", "rate", "percent"],
};

const perName = (power: number): string => powerOfTen(3 - power);
const scaleName = (power: number): string => (power === 0 ? "that it is in full" : `scale: ${powerOfTen(power)}`);

/** What the plan, or the table, takes a rate to be per. */
function takenPer(isPlan: boolean, size: string, ofPopulation: boolean): string {
  if (isPlan) {
    return ofPopulation ? say("taken.plan-population", { size }) : say("taken.plan", { size });
  }
  return ofPopulation ? say("taken.table-population", { size }) : say("taken.table", { size });
}
