// The table of a diff for the force or a group: each figure that changed, what was revised of it and what moved.

import { isKnown, isWord } from "../core/figure.ts";
import { unitInWords } from "../core/words/names.ts";
import { fewSaid, say } from "../core/words/say.ts";
import { type Cell, columnNamed, type Table, textCells } from "../output/table.ts";
import { marksIn, noteOf, shorthandNotes } from "../output/table-notes.ts";
import type { RowDiff } from "./diff.ts";
import { both } from "./in-short.ts";
import { lineName } from "./lines.ts";
import { namesBy } from "./names-by.ts";
import type { DiffLine, RevisedBy } from "./side-diff.ts";
import { isChanged, isMoved } from "./split.ts";

/**
 * The figures of a side that changed, a line each. A narrow table leaves out the table of the plan, units, what its columns
 * add up to, and what its notes say.
 */
export function sideTable(side: string, rows: readonly RowDiff[], isNarrow: boolean): Table[] {
  const lines = rows.flatMap((row) =>
    row.sides
      .filter(({ name }) => name === side)
      .flatMap((one) =>
        one.lines
          .filter(isChanged)
          .map((line) => ({ name: row.name, table: row.now.table, reason: row.now.revised, line })),
      ),
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
  const hasCause = !isNarrow && lines.some(({ line }) => line.revisedBy.length > 0);
  const cells = lines.map(({ name, table, line }): Cell[] => [
    ...(isNarrow ? textCells(name, lineName(line)) : textCells(name, table, lineName(line), unitOf(line))),
    ...figures.map((of) => ({ figure: line[of], places: line.places })),
    ...(hasCause ? textCells(line.revisedBy.length === 0 ? "" : line.revisedBy.map(causeWords).reduce(both)) : []),
  ]);
  return [
    {
      title: say("diff.side", { side }),
      columns: [
        columnNamed(say("heading.measure")),
        ...(isNarrow
          ? [columnNamed(say("diff.figure"))]
          : [say("diff.table"), say("diff.figure"), say("diff.unit")].map((heading) => columnNamed(heading))),
        ...figures.map((of) => columnNamed(figureHeading(of), true)),
        ...(hasCause ? [columnNamed(say("diff.revised-with"))] : []),
      ],
      rows: cells,
      notes: [...revisedNotes(lines), ...rateNotes(lines), ...shorthandNotes(marksIn(cells)), ...gapNotes(lines)],
    },
  ];
}

/** Why figures were revised, as the plan says; of a measure without a revision, nothing. */
function revisedNotes(
  lines: readonly { readonly name: string; readonly reason: string | undefined; readonly line: DiffLine }[],
): string[] {
  const said = lines.flatMap(({ name, reason, line }) =>
    reason !== undefined && isMoved(line.revised) ? [[reason, name] as const] : [],
  );
  return namesBy(said).map(([reason, names]) =>
    say("diff.revised-why", { names: fewSaid(names), reason: reason.replace(/\.$/, "") }),
  );
}

/** What the figures of a line are in, where one is known; a percentage is revised and moves in points. */
function unitOf({ was: baseline, restated, is: current, revised, moved, whole }: DiffLine): string {
  const [of] = [baseline, restated, current].filter(isKnown);
  const [by] = [revised, moved, whole].filter(isKnown);
  if (!of) return "";
  const unit = unitInWords(of.unit);
  return by && by.unit !== of.unit ? say("diff.unit-moved", { unit, other: unitInWords(by.unit) }) : unit;
}

/** Changed, and nobody knows how much of it is revision. */
const isUnsplit = ({ was: baseline, restated, is: current }: DiffLine): boolean =>
  isKnown(baseline) && isKnown(current) && !isKnown(restated);

interface Named {
  readonly name: string;
  readonly line: DiffLine;
}

function rateNotes(lines: readonly Named[]): string[] {
  const by = namesBy(
    lines.flatMap(({ name, line }): [string, string][] =>
      line.kind === "rate" ? [[JSON.stringify(line.revisedBy), name]] : [],
    ),
  );
  return by.flatMap(([cause, names]) =>
    cause === "[]" ? [] : [ratesRevised(JSON.parse(cause) as RevisedBy[], fewSaid(names))],
  );
}

/** Each reason for a missing figure, with the measures that it holds for. */
function gapNotes(lines: readonly Named[]): string[] {
  const gaps = lines.flatMap(({ name, line }) =>
    [line.was, line.revised, line.moved, line.is].flatMap((one): [string, string][] =>
      isKnown(one) || isWord(one) ? [] : [[one.gap.reason, name]],
    ),
  );
  return namesBy(gaps).map(([reason, names]) => noteOf(fewSaid(names), reason));
}

/** What the rates of measures were revised with: one thing alone, or two. */
const ratesRevised = (causes: readonly RevisedBy[], names: string): string => {
  const said = causes.map(causeWords).reduce(both);
  return causes.length === 1
    ? say("diff.rates-alone", { cause: said, names })
    : say("diff.rates", { causes: said, names });
};

/** What a figure was revised with. */
function causeWords(cause: RevisedBy): string {
  if (cause === "number") return say("value.number");
  if (cause === "population") return say("kind.population");
  return cause === "baseline" ? say("moment.baseline") : say("moment.current");
}

function figureHeading(of: "was" | "revised" | "restated" | "moved" | "whole" | "is"): string {
  if (of === "was") return say("diff.was");
  if (of === "revised") return say("diff.revised");
  if (of === "restated") return say("diff.restated");
  if (of === "moved") return say("diff.moved");
  return of === "whole" ? say("diff.in-all") : say("diff.is");
}
