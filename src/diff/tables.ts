// The tables of a diff that hold words: verdicts that flipped, what appeared and went, and what is defined otherwise.

import { standingWords } from "../core/words/names.ts";
import { fewSaid, say } from "../core/words/say.ts";
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
      columns: [
        ...[say("heading.measure"), ...(isNarrow ? [] : [say("diff.table")])],
        ...[say("diff.was"), say("diff.restated"), say("diff.is"), say("diff.flipped-by")],
      ].map((heading) => columnNamed(heading)),
      rows: rows.flatMap(({ name, now, flip }) => {
        const of = isNarrow ? [name] : [name, now.table];
        return flip
          ? [
              textCells(
                ...of,
                standingWords(flip.was),
                flip.restated === undefined ? say("diff.not-known") : standingWords(flip.restated),
                standingWords(flip.is),
                flipColumn(flip),
              ),
            ]
          : [];
      }),
      notes: rows.flatMap((row) => (row.flip ? [flipSentence(row, row.flip)] : [])),
    },
  ];
}

/** The measures, groups, forces, parts and priorities that only one of the two has. */
export function namesTable({ appeared, went }: Diff): Table[] {
  const rows = [
    ...appeared.map(({ what, name }) => textCells(name, what, say("diff.appeared"))),
    ...went.map(({ what, name }) => textCells(name, what, say("diff.went"))),
  ];
  if (rows.length === 0) return [];
  const columns = [say("diff.name"), say("diff.what"), say("diff.appeared-or-went")].map((heading) =>
    columnNamed(heading),
  );
  return [{ title: say("diff.names"), columns, rows, notes: [] }];
}

/** What the plan says otherwise of its measures and groups; alike changes are one row. */
export function definitionsTable({ definitions }: Diff): Table[] {
  if (definitions.length === 0) return [];
  const columns = [say("diff.of"), say("diff.definition"), say("diff.was"), say("diff.is")].map((heading) =>
    columnNamed(heading),
  );
  const alike = namesBy(
    definitions.map(({ of, what, was: baseline, is: current }) => [JSON.stringify([what, baseline, current]), of]),
  );
  const rows = alike.map(([said, names]) => textCells(fewSaid(names, 3), ...(JSON.parse(said) as string[])));
  return [{ title: say("diff.definitions"), columns, rows, notes: [] }];
}
