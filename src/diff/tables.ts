// The tables of a diff that hold words: verdicts that flipped, what appeared and went, and what is defined otherwise.
import { listed } from "../core/problems/sentence.ts";
import { columnNamed, type Table, textCells } from "../output/table.ts";
import type { Diff, RowDiff } from "./diff.ts";
import { flipColumn, flipSentence } from "./flip-sentences.ts";
import { namesBy } from "./names-by.ts";

/** The verdicts that changed, with what flipped each; no table where none did. */
export function flipTable(title: string, rows: readonly RowDiff[], isNarrow: boolean): Table[] {
  if (rows.length === 0) return [];
  return [
    {
      title,
      columns: ["Measure", ...(isNarrow ? [] : ["table"]), "was", "restated", "is", "flipped by"].map((heading) =>
        columnNamed(heading),
      ),
      rows: rows.flatMap(({ name, now, flip }) => {
        const of = isNarrow ? [name] : [name, now.table];
        return flip ? [textCells(...of, flip.was, flip.restated ?? "not known", flip.is, flipColumn(flip))] : [];
      }),
      notes: rows.flatMap((row) => (row.flip ? [flipSentence(row, row.flip)] : [])),
    },
  ];
}

/** The measures, groups, forces, parts and priorities that only one of the two has. */
export function namesTable({ appeared, went }: Diff): Table[] {
  const rows = [
    ...appeared.map(({ what, name }) => textCells(name, what, "appeared")),
    ...went.map(({ what, name }) => textCells(name, what, "went")),
  ];
  if (rows.length === 0) return [];
  const columns = [columnNamed("Name"), columnNamed("what"), columnNamed("appeared or went")];
  return [{ title: "What appeared and what went", columns, rows, notes: [] }];
}

/** What the plan says otherwise of its measures and groups; alike changes are one row. */
export function definitionsTable({ definitions }: Diff): Table[] {
  if (definitions.length === 0) return [];
  const columns = [columnNamed("Of"), columnNamed("definition"), columnNamed("was"), columnNamed("is")];
  const alike = namesBy(
    definitions.map(({ of, what, was: baseline, is: current }) => [JSON.stringify([what, baseline, current]), of]),
  );
  const rows = alike.map(([said, names]) => textCells(listed(names, 3), ...(JSON.parse(said) as string[])));
  return [{ title: "What is defined otherwise", columns, rows, notes: [] }];
}
