// A diff as JSON.
import type { Figure } from "../core/figure.ts";
import { writtenAs } from "../core/json-schema.ts";
import { nameKey } from "../core/names.ts";
import { kindName } from "../core/value-kind.ts";
import { jsonOf } from "../output/formats/json.ts";
import type { Diff, RowDiff } from "./diff.ts";
import { flipSentence } from "./flip-sentences.ts";
import { isRowChanged } from "./lines.ts";
import type { DiffJson } from "./schema.ts";
import type { SideDiff } from "./side-diff.ts";
import type { SnapshotMeasure } from "./snapshot.ts";

/** For scripts: plan-measures/diff/1. */
export function diffJson(diff: Diff, said: Pick<DiffJson, "problems" | "doubts">): DiffJson {
  const { old, now, rows, appeared, went, definitions } = diff;
  return writtenAs<DiffJson>()({
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
              by: row.flip.by.map((parts) => parts.map(({ of, how }) => `${of} ${how}` as const)),
              words: flipSentence(row, row.flip),
            },
          ]
        : [],
    ),
    measures: rows.map((row) => ({
      measure: row.now.name,
      ...(row.part !== undefined && { part: row.part }),
      ...(nameKey(row.old.name) !== nameKey(row.now.name) && { "was-called": row.old.name }),
      table: row.now.table,
      periods: { baseline: windowJson(row, "baseline"), current: windowJson(row, "current") },
      verdict: { was: row.old.verdict, is: row.now.verdict },
      ...(row.now.revised !== undefined && { "revised-because": row.now.revised }),
      changed: isRowChanged(row),
      sides: row.sides.map(sideJson),
    })),
    ...{ appeared, went, definitions },
    ...said,
  });
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
      kind: line.when === "change" ? line.kind : kindName(line.kind),
      ...{ was: json(line.was), restated: json(line.restated), is: json(line.is) },
      ...{ revised: json(line.revised), moved: json(line.moved), whole: json(line.whole) },
      ...(line.revisedBy.length > 0 && { "revised-by": line.revisedBy }),
    };
  }),
});
