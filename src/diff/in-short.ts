// A diff in short: how many measures changed how, and of the two sides their periods and files.

import { isKnown } from "../core/figure.ts";
import { nameKey } from "../core/names.ts";
import { periodName } from "../core/period.ts";
import { asWord } from "../core/safe-text.ts";
import { standingWords } from "../core/words/names.ts";
import { labelWords, periodWords } from "../core/words/periods.ts";
import { fewSaid, say } from "../core/words/say.ts";
import { columnNamed, type Table, textCells } from "../output/table.ts";
import { noteOf } from "../output/table-notes.ts";
import { NO_DIGEST } from "../report/withheld-problems.ts";
import { redefines, regroups } from "./definitions.ts";
import { type Diff, notKnown, type RowDiff } from "./diff.ts";
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
    title: say("diff.short"),
    columns: [columnNamed(say("diff.short-what")), columnNamed(say("value.number"), true)],
    rows: [
      textCells(say("diff.short-alone"), String(alone)),
      textCells(say("diff.short-others"), String(others)),
      textCells(
        say("diff.short-revised"),
        count((lines) => lines.some(({ revised }) => isMoved(revised))),
      ),
      textCells(
        say("diff.short-moved"),
        count((lines) => lines.some(({ moved }) => isMoved(moved))),
      ),
      textCells(
        say("diff.short-part"),
        count((lines) => lines.some(isInPart)),
      ),
      textCells(say("diff.short-unchanged"), String(unchanged.length)),
      textCells(say("diff.short-appeared"), String(appeared.length)),
      textCells(say("diff.short-went"), String(went.length)),
      textCells(say("diff.short-defined"), String(definitions.length)),
    ],
    notes: [
      ...(rows.length === 0 ? [say("diff.none-in-both")] : []),
      ...(isSame ? [say("diff.nothing")] : []),
      ...renamedNotes(rows),
      ...saidNotes(diff),
      ...periodNotes(rows),
      ...[old, now].flatMap(({ name, only }) =>
        only === undefined ? [] : [say("diff.part", { report: name, selection: only })],
      ),
      ...(rows.some((row) => changedLines(row).some(isForgotten)) ? [toTell(diff)] : []),
      ...otherNotes(diff),
      ...fileNotes(diff),
      ...(unchanged.length > 0 && !isSame
        ? [say("diff.unchanged", { names: fewSaid(unchanged.map(({ name }) => name)) })]
        : []),
    ],
  };
}

/** A measure that the plan calls otherwise is the one that it was. */
const renamedNotes = (rows: readonly RowDiff[]): string[] =>
  rows.flatMap(({ old, now, part }) =>
    part !== undefined || nameKey(old.name) === nameKey(now.name)
      ? []
      : [say("diff.renamed", { old: old.name, now: now.name })],
  );

/** A verdict that a report says and its own figures do not give is no flip. */
const saidNotes = ({ old, now }: Diff): string[] =>
  [old, now].flatMap(({ name, entries }) =>
    entries.flatMap((entry) =>
      entry.said === undefined
        ? []
        : [
            say("diff.said", {
              report: name,
              measure: entry.name,
              said: standingWords(entry.said),
              standing: standingWords(entry.verdict),
            }),
          ],
    ),
  );

/** Of what changed, how much was revised or how much moved is not known. */
const isInPart = ({ revised, moved }: DiffLine): boolean => !isKnown(revised) || !isKnown(moved);

/** The new side is a report, which holds nothing of the old periods. */
const isForgotten = ({ restated }: DiffLine): boolean => !isKnown(restated) && restated.gap.reason === notKnown();

const toTell = ({ old, now }: Diff): string =>
  say("diff.to-tell", {
    report: now.name,
    command: `plan-measures diff ${asWord(old.name)} NEW-DATA --plan plan.yaml`,
  });

function periodNotes(rows: readonly RowDiff[]): string[] {
  const said = namesBy(
    rows.map(({ old, now }) => {
      const words = (["baseline", "current"] as const).flatMap((when) => windowWords(when, old[when], now[when]));
      return [words.join("; "), now.name];
    }),
  );
  return said.map(([words, names]) =>
    said.length > 1 ? noteOf(fewSaid(names), words) : say("diff.of-all", { periods: words }),
  );
}

function windowWords(when: "baseline" | "current", baseline: Window, current: Window): string[] {
  if (baseline.none && current.none) return [];
  const [before = "", after = ""] = [baseline, current].map((one) => (one.none ? say("aim.none") : windowSaid(one)));
  if (before === after) {
    return [
      when === "baseline"
        ? say("diff.baseline-as-before", { period: after })
        : say("diff.current-as-before", { period: after }),
    ];
  }
  return [
    when === "baseline" ? say("diff.baseline-moved", { before, after }) : say("diff.current-moved", { before, after }),
  ];
}

/** What is of something else than it was changes without any figure being revised. */
function otherNotes({ old, now, rows }: Diff): string[] {
  const measures = rows.filter((row) => redefines(row.old, row.now)).map(({ name }) => name);
  const groups = (now.groups ?? []).map(({ name }) => name).filter((name) => regroups(old, now, name));
  const said = [
    ...(measures.length > 0 ? [say("diff.changed-series", { names: fewSaid(measures) })] : []),
    ...(groups.length > 0 ? [say("diff.changed-forces", { names: fewSaid(groups) })] : []),
  ];
  return said.length > 0 ? [say("diff.plan-changed", { what: said.reduce(both) })] : [];
}

function fileNotes({ old, now }: Diff): string[] {
  const digests = new Map(old.inputs.map(({ file, sha256 }) => [file, sha256]));
  const files = new Set(now.inputs.map(({ file }) => file));
  const isCompared = (file: string, sha256: string): boolean =>
    digests.has(file) && sha256 !== NO_DIGEST && digests.get(file) !== NO_DIGEST;
  const [same, changed] = [true, false].map((wanted) =>
    now.inputs.filter(({ file, sha256 }) => isCompared(file, sha256) && (digests.get(file) === sha256) === wanted),
  );
  const hidden = now.inputs.filter(({ file, sha256 }) => digests.has(file) && !isCompared(file, sha256));
  const fresh = now.inputs.filter(({ file }) => !digests.has(file));
  const gone = old.inputs.filter(({ file }) => !files.has(file));
  const namesOf = (inputs: readonly { readonly file: string }[] = []): string =>
    fewSaid(inputs.map(({ file }) => file));
  const said = [
    ...(same?.length ? [say("diff.files-same", { files: namesOf(same) })] : []),
    ...(changed?.length ? [say("diff.files-changed", { files: namesOf(changed) })] : []),
    ...(hidden.length > 0 ? [say("diff.files-withheld", { files: namesOf(hidden) })] : []),
    ...(fresh.length > 0 ? [say("diff.files-new", { files: namesOf(fresh) })] : []),
    ...(gone.length > 0 ? [say("diff.files-gone", { files: namesOf(gone) })] : []),
  ];
  return said.length > 0 ? [say("diff.files", { files: said.join("; ") })] : [];
}

/** "the revision of its baseline and the new months" */
export const both = (first: string, second: string): string => say("diff.and", { first, second });

/** A period as its table names it. */
export const windowSaid = ({ period, average, words }: Window): string => {
  const months = average ? undefined : period;
  if (average) return labelWords({ average });
  return months && words === periodName(months) ? periodWords(months) : words;
};
