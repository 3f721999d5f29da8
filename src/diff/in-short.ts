// A diff in short: how many measures changed how, and of the two sides their periods and files.
import { isKnown } from "../core/figure.ts";
import { nameKey } from "../core/names.ts";
import { listed } from "../core/problems/sentence.ts";
import { asWord } from "../core/safe-text.ts";
import { columnNamed, type Table, textCells } from "../output/table.ts";
import { NO_DIGEST } from "../report/withheld-problems.ts";
import { redefines, regroups } from "./definitions.ts";
import { type Diff, NOT_KNOWN, type RowDiff } from "./diff.ts";
import { changedLines, isRowChanged } from "./lines.ts";
import { namesBy } from "./names-by.ts";
import type { DiffLine } from "./side-diff.ts";
import type { Window } from "./snapshot.ts";
import { isMoved } from "./split.ts";

/** How many measures changed how; of the two sides, their periods and files. */
export function inShort(diff: Diff, alone: number, others: number): Table {
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
    columns: [columnNamed("What"), columnNamed("number", true)],
    rows: [
      textCells("Flipped by revision alone", String(alone)),
      textCells("Other verdicts changed", String(others)),
      textCells(
        "Measures revised",
        count((lines) => lines.some(({ revised }) => isMoved(revised))),
      ),
      textCells(
        "Measures with new months",
        count((lines) => lines.some(({ moved }) => isMoved(moved))),
      ),
      textCells(
        "Revised or moved not known",
        count((lines) => lines.some(isInPart)),
      ),
      textCells("Measures unchanged", String(unchanged.length)),
      textCells("Appeared", String(appeared.length)),
      textCells("Went", String(went.length)),
      textCells("Defined otherwise", String(definitions.length)),
    ],
    notes: [
      ...(rows.length === 0 ? ["No measure is in both: are these two releases of one plan?"] : []),
      ...(isSame ? ["Nothing changed: every figure, verdict and definition is as it was."] : []),
      ...renamedNotes(rows),
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

/** A measure that the plan calls otherwise is the one that it was. */
const renamedNotes = (rows: readonly RowDiff[]): string[] =>
  rows.flatMap(({ old, now, part }) =>
    part !== undefined || nameKey(old.name) === nameKey(now.name) ? [] : [`${old.name} is now called ${now.name}.`],
  );

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

/** Of what changed, how much was revised or how much moved is not known. */
const isInPart = ({ revised, moved }: DiffLine): boolean => !isKnown(revised) || !isKnown(moved);

/** The new side is a report, which holds nothing of the old periods. */
const isForgotten = ({ restated }: DiffLine): boolean => !isKnown(restated) && restated.gap.reason === NOT_KNOWN;

const toTell = ({ old, now }: Diff): string =>
  `${now.name} does not hold the old periods, so what was revised cannot be told from what moved; the new data may: plan-measures diff ${asWord(old.name)} NEW-DATA --plan plan.yaml.`;

function periodNotes(rows: readonly RowDiff[]): string[] {
  const said = namesBy(
    rows.map(({ old, now }) => {
      const words = (["baseline", "current"] as const).flatMap((when) => windowWords(when, old[when], now[when]));
      return [words.join("; "), now.name];
    }),
  );
  return said.map(([words, names]) => `${said.length > 1 ? `${listed(names)}: ${words}` : `Of all: ${words}`}.`);
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
  const isCompared = (file: string, sha256: string): boolean =>
    digests.has(file) && sha256 !== NO_DIGEST && digests.get(file) !== NO_DIGEST;
  const [same, changed] = [true, false].map((wanted) =>
    now.inputs.filter(({ file, sha256 }) => isCompared(file, sha256) && (digests.get(file) === sha256) === wanted),
  );
  const groups = [
    ["the same", same],
    ["changed", changed],
    [
      "not compared, as they hold withheld numbers",
      now.inputs.filter(({ file, sha256 }) => digests.has(file) && !isCompared(file, sha256)),
    ],
    ["new", now.inputs.filter(({ file }) => !digests.has(file))],
    ["gone", old.inputs.filter(({ file }) => !files.has(file))],
  ] as const;
  const said = groups.flatMap(([word, inputs = []]) =>
    inputs.length > 0 ? [`${word}: ${listed(inputs.map(({ file }) => file))}`] : [],
  );
  return said.length > 0 ? [`Files: ${said.join("; ")}.`] : [];
}
