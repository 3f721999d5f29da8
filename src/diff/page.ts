// What `diff` prints: first verdicts that revision alone flipped, then all that changed, as tables and for scripts.

import { type Figure, isKnown } from "../core/figure.ts";
import { listed } from "../core/problems/sentence.ts";
import { asWord } from "../core/safe-text.ts";
import { jsonOf } from "../output/formats/json.ts";
import type { Page } from "../output/page.ts";
import type { Cell, Column, Table } from "../output/table.ts";
import { shorthandNotes } from "../output/table-notes.ts";
import { markOf } from "../report/format-figure.ts";
import { redefines, regroups } from "./definitions.ts";
import { type Diff, NOT_KNOWN, type RowDiff } from "./diff.ts";
import { flipColumn, flipSentence } from "./flip-sentences.ts";
import { changedLines, isRowChanged, lineName } from "./lines.ts";
import type { DiffLine, SideDiff } from "./side-diff.ts";
import type { SnapshotMeasure, Window } from "./snapshot.ts";
import { isChanged, isMoved } from "./split.ts";

/** The page of a diff: what a quarterly refresh is read by. */
export function diffPage(diff: Diff): Page {
  const { old, now, rows } = diff;
  const flipped = rows.filter(({ flip }) => flip);
  const alone = flipped.filter(({ flip }) => flip?.byRevisionAlone);
  const others = flipped.filter(({ flip }) => !flip?.byRevisionAlone);
  const sides = [...new Set(rows.flatMap((row) => row.sides.map(({ name }) => name)))];
  const tables = (isNarrow: boolean): Table[] => [
    ...flipTable("Verdicts flipped by revision alone", alone, isNarrow),
    ...flipTable(alone.length > 0 ? "Other verdicts that changed" : "Verdicts that changed", others, isNarrow),
    inShort(diff, alone.length, others.length),
    ...sides.flatMap((name) => sideTable(name, rows, isNarrow)),
    ...namesTable(diff),
    ...definitionsTable(diff),
  ];
  const title = `${now.title}: what changed from ${old.name} to ${now.name}`;
  return { name: "diff", title, tables: tables(false), narrow: tables(true), charts: [], json: diffJson(diff) };
}

const column = (heading: string, numeric = false): Column => ({ group: "", heading, numeric });
const texts = (...cells: readonly string[]): Cell[] => cells.map((text) => ({ text }));

function flipTable(title: string, rows: readonly RowDiff[], isNarrow: boolean): Table[] {
  if (rows.length === 0) return [];
  return [
    {
      title,
      columns: ["Measure", ...(isNarrow ? [] : ["table"]), "was", "restated", "is", "flipped by"].map((one) =>
        column(one),
      ),
      rows: rows.flatMap(({ name, now, flip }) => {
        const of = isNarrow ? [name] : [name, now.table];
        return flip ? [texts(...of, flip.was, flip.restated ?? "not known", flip.is, flipColumn(flip))] : [];
      }),
      notes: rows.flatMap((row) => (row.flip ? [flipSentence(row, row.flip)] : [])),
    },
  ];
}

/** How many measures changed how; of the two sides, their periods and files. */
function inShort(diff: Diff, alone: number, others: number): Table {
  const { old, now, rows, appeared, went, definitions } = diff;
  const count = (test: (lines: readonly DiffLine[]) => boolean): string =>
    String(rows.filter((row) => test(changedLines(row))).length);
  const unchanged = rows.filter((row) => !isRowChanged(row));
  const isSame =
    [appeared, went, definitions].every(({ length }) => length === 0) &&
    unchanged.length === rows.length &&
    rows.length > 0;
  return {
    title: "In short",
    columns: [column("What"), column("number", true)],
    rows: [
      texts("Flipped by revision alone", String(alone)),
      texts("Other verdicts changed", String(others)),
      texts(
        "Measures revised",
        count((lines) => lines.some(({ revised }) => isMoved(revised))),
      ),
      texts(
        "Measures with new months",
        count((lines) => lines.some(({ moved }) => isMoved(moved))),
      ),
      texts(
        "Revised or moved not known",
        count((lines) => lines.some(isInPart)),
      ),
      texts("Measures unchanged", String(unchanged.length)),
      texts("Appeared", String(appeared.length)),
      texts("Went", String(went.length)),
      texts("Defined otherwise", String(definitions.length)),
    ],
    notes: [
      ...(rows.length === 0 ? ["No measure is in both: are these two releases of one plan?"] : []),
      ...(isSame ? ["Nothing changed: every figure, verdict and definition is as it was."] : []),
      ...saidNotes(diff),
      ...periodNotes(rows),
      ...[old, now].flatMap(({ name, only }) =>
        only === undefined ? [] : [`${name} is of a part of its plan: ${only}`],
      ),
      ...(rows.some((row) => changedLines(row).some(isForgotten)) ? [toTell(diff)] : []),
      ...otherNotes(diff),
      ...fileNotes(diff),
      ...(unchanged.length > 0 && !isSame ? [`Unchanged: ${listed(unchanged.map(({ name }) => name))}.`] : []),
    ],
  };
}

/** A verdict that a report says and its own figures do not give is no flip. */
const saidNotes = ({ old, now }: Diff): string[] =>
  [old, now].flatMap(({ name, entries }) =>
    entries.flatMap((entry) =>
      entry.said === undefined
        ? []
        : [
            `${name} says that ${entry.name} is ${entry.said}; by its own figures it is ${entry.verdict}, which is compared.`,
          ],
    ),
  );

/** Changed, and nobody knows how much of it is revision. */
const isUnsplit = ({ was: baseline, restated, is: current }: DiffLine): boolean =>
  isKnown(baseline) && isKnown(current) && !isKnown(restated);

/** Of what changed, how much was revised or how much moved is not known. */
const isInPart = ({ revised, moved }: DiffLine): boolean => !isKnown(revised) || !isKnown(moved);

/** The new side is a report, which holds nothing of the old periods. */
const isForgotten = ({ restated }: DiffLine): boolean => !isKnown(restated) && restated.gap.reason === NOT_KNOWN;

const toTell = ({ old, now }: Diff): string =>
  `${now.name} does not hold the old periods, so what was revised cannot be told from what moved; the new data may: plan-measures diff ${asWord(old.name)} NEW-DATA --plan plan.yaml.`;

function periodNotes(rows: readonly RowDiff[]): string[] {
  const said = new Map<string, Set<string>>();
  for (const { old, now } of rows) {
    const words = (["baseline", "current"] as const).flatMap((when) => windowWords(when, old[when], now[when]));
    said.set(words.join("; "), (said.get(words.join("; ")) ?? new Set()).add(now.name));
  }
  return [...said].map(
    ([words, names]) => `${said.size > 1 ? `${listed([...names])}: ${words}` : `Of all: ${words}`}.`,
  );
}

function windowWords(when: string, baseline: Window, current: Window): string[] {
  if (baseline.none && current.none) return [];
  const [before, after] = [baseline, current].map(({ none, words }) => (none ? "none" : words));
  return [before === after ? `${when} ${after}, as before` : `${when} ${before} → ${after}`];
}

/** What is of something else than it was changes without any figure being revised. */
function otherNotes({ old, now, rows }: Diff): string[] {
  const measures = rows.filter((row) => redefines(row.old, row.now)).map(({ name }) => name);
  const groups = (now.groups ?? []).map(({ name }) => name).filter((name) => regroups(old, now, name));
  const said = [
    ...(measures.length > 0 ? [`the series or kind of ${listed(measures)}`] : []),
    ...(groups.length > 0 ? [`the forces of ${listed(groups)}`] : []),
  ];
  const which = said.join(" and ");
  return said.length > 0 ? [`The plan changed ${which}: what is called revised of these may come from that.`] : [];
}

function fileNotes({ old, now }: Diff): string[] {
  const digests = new Map(old.inputs.map(({ file, sha256 }) => [file, sha256]));
  const files = new Set(now.inputs.map(({ file }) => file));
  const [same, changed] = [true, false].map((wanted) =>
    now.inputs.filter(({ file, sha256 }) => digests.has(file) && (digests.get(file) === sha256) === wanted),
  );
  const groups = [
    ["the same", same],
    ["changed", changed],
    ["new", now.inputs.filter(({ file }) => !digests.has(file))],
    ["gone", old.inputs.filter(({ file }) => !files.has(file))],
  ] as const;
  const said = groups.flatMap(([word, inputs = []]) =>
    inputs.length > 0 ? [`${word}: ${listed(inputs.map(({ file }) => file))}`] : [],
  );
  return said.length > 0 ? [`Files: ${said.join("; ")}.`] : [];
}

/**
 * The figures of a side that changed, a line each. A narrow table leaves out the table of the plan, units, what its columns
 * add up to, and what its notes say.
 */
function sideTable(side: string, rows: readonly RowDiff[], isNarrow: boolean): Table[] {
  const lines = rows.flatMap((row) =>
    row.sides
      .filter(({ name }) => name === side)
      .flatMap((one) => one.lines.filter(isChanged).map((line) => ({ name: row.name, table: row.now.table, line }))),
  );
  if (lines.length === 0) return [];
  // What cannot be told apart is shown as the whole that it is.
  const hasWhole = !isNarrow || lines.some(({ line }) => isUnsplit(line));
  const figures = [
    ...(["was", "revised"] as const),
    ...(isNarrow ? [] : (["restated"] as const)),
    "moved" as const,
    ...(hasWhole ? (["whole"] as const) : []),
    "is" as const,
  ];
  const marks = lines.flatMap(({ line }) => figures.flatMap((of) => markOf(line[of], line.places) ?? []));
  const hasCause = !isNarrow && lines.some(({ line }) => line.revisedBy.length > 0);
  return [
    {
      title: `What was revised and what moved: ${side}`,
      columns: [
        column("Measure"),
        ...(isNarrow ? [column("figure")] : [column("table"), column("figure"), column("unit")]),
        ...figures.map((of) => column(of === "whole" ? "in all" : of, true)),
        ...(hasCause ? [column("revised with")] : []),
      ],
      rows: lines.map(({ name, table, line }) => [
        ...(isNarrow ? texts(name, lineName(line)) : texts(name, table, lineName(line), unitOf(line))),
        ...figures.map((of) => ({ figure: line[of], places: line.places })),
        ...(hasCause ? texts(line.revisedBy.join(" and ")) : []),
      ]),
      notes: [...rateNotes(lines), ...shorthandNotes(marks), ...gapNotes(lines)],
    },
  ];
}

/** What the figures of a line are in, where one is known; a percentage is revised and moves in points. */
function unitOf({ was: baseline, restated, is: current, revised, moved, whole }: DiffLine): string {
  const [of] = [baseline, restated, current].filter(isKnown);
  const [by] = [revised, moved, whole].filter(isKnown);
  if (!of) return "";
  return by && by.unit !== of.unit ? `${of.unit}, revised and moved in ${by.unit}` : of.unit;
}

interface Named {
  readonly name: string;
  readonly line: DiffLine;
}

function rateNotes(lines: readonly Named[]): string[] {
  const by = grouped(
    lines.flatMap(({ name, line }) => (line.kind === "rate" ? [[line.revisedBy.join(" and "), name]] : [])),
  );
  return by.flatMap(([cause, names]) =>
    cause === ""
      ? []
      : [`Rates revised with the ${cause}${cause.includes(" and ") ? "" : " alone"}: ${listed(names)}.`],
  );
}

/** Each reason for a missing figure, with the measures that it holds for. */
function gapNotes(lines: readonly Named[]): string[] {
  const gaps = lines.flatMap(({ name, line }) =>
    [line.was, line.revised, line.moved, line.is].flatMap((one) => (isKnown(one) ? [] : [[one.gap.reason, name]])),
  );
  return grouped(gaps).map(([reason, names]) => `${listed(names)}: ${reason}.`);
}

/** The names of each word, each name once. */
function grouped(pairs: readonly (readonly string[])[]): (readonly [string, readonly string[]])[] {
  const found = new Map<string, Set<string>>();
  for (const [word = "", name = ""] of pairs) found.set(word, (found.get(word) ?? new Set()).add(name));
  return [...found].map(([word, names]) => [word, [...names]]);
}

function namesTable({ appeared, went }: Diff): Table[] {
  const rows = [
    ...appeared.map(({ what, name }) => texts(name, what, "appeared")),
    ...went.map(({ what, name }) => texts(name, what, "went")),
  ];
  if (rows.length === 0) return [];
  const columns = [column("Name"), column("what"), column("appeared or went")];
  return [{ title: "What appeared and what went", columns, rows, notes: [] }];
}

function definitionsTable({ definitions }: Diff): Table[] {
  if (definitions.length === 0) return [];
  const columns = [column("Of"), column("definition"), column("was"), column("is")];
  const alike = grouped(
    definitions.map(({ of, what, was: baseline, is: current }) => [JSON.stringify([what, baseline, current]), of]),
  );
  const rows = alike.map(([said, names]) => texts(listed(names, 3), ...(JSON.parse(said) as string[])));
  return [{ title: "What is defined otherwise", columns, rows, notes: [] }];
}

/** For scripts: plan-measures/diff/1, documented in docs/refresh.md. */
function diffJson(diff: Diff): object {
  const { old, now, rows, appeared, went, definitions } = diff;
  return {
    schema: "plan-measures/diff/1",
    old: { name: old.name, title: old.title },
    new: { name: now.name, title: now.title },
    force: now.force,
    verdicts: rows.flatMap((row) =>
      row.flip
        ? [
            {
              measure: row.now.name,
              table: row.now.table,
              was: row.flip.was,
              restated: row.flip.restated ?? null,
              is: row.flip.is,
              "by-revision-alone": row.flip.byRevisionAlone,
              by: row.flip.by.map((parts) => parts.map(({ of, how }) => `${of} ${how}`)),
              words: flipSentence(row, row.flip),
            },
          ]
        : [],
    ),
    measures: rows.map((row) => ({
      measure: row.now.name,
      ...(row.part !== undefined && { part: row.part }),
      table: row.now.table,
      periods: { baseline: windowJson(row, "baseline"), current: windowJson(row, "current") },
      verdict: { was: row.old.verdict, is: row.now.verdict },
      changed: isRowChanged(row),
      sides: row.sides.map(sideJson),
    })),
    ...{ appeared, went, definitions },
  };
}

function windowJson({ old, now }: RowDiff, when: "baseline" | "current") {
  const words = (entry: SnapshotMeasure): string | null => (entry[when].none ? null : entry[when].words);
  return { was: words(old), is: words(now) };
}

const sideJson = ({ name, isForce, lines }: SideDiff) => ({
  ...{ name, own: isForce },
  figures: lines.map((line) => {
    const json = (figure: Figure) => jsonOf(figure, line.places);
    return {
      of: line.when,
      kind: line.when === "change" || line.kind !== "percent" ? line.kind : "percentage",
      ...{ was: json(line.was), restated: json(line.restated), is: json(line.is) },
      ...{ revised: json(line.revised), moved: json(line.moved), whole: json(line.whole) },
      ...(line.revisedBy.length > 0 && { "revised-by": line.revisedBy }),
    };
  }),
});
