// What `diff` prints: first verdicts that revision alone flipped, then all that changed, as tables and for scripts.
import { inRow, say } from "../core/words/say.ts";

import type { Page } from "../output/page.ts";
import type { Table } from "../output/table.ts";
import type { Diff } from "./diff.ts";
import { inShort, windowSaid } from "./in-short.ts";
import { diffJson } from "./json.ts";
import type { DiffJson } from "./schema.ts";
import { sideTable } from "./side-table.ts";
import { definitionsTable, flipTable, namesTable } from "./tables.ts";

/** A page that others read is headed by what the two sides are of; file names mean nothing to them. */
function headingOf({ old, now, rows }: Diff): string {
  const periodsOf = (of: "old" | "now"): string => inRow([...new Set(rows.map((row) => windowSaid(row[of].current)))]);
  const [before, after] = [periodsOf("old"), periodsOf("now")];
  const title = old.title === now.title ? now.title : say("diff.was-called", { title: now.title, old: old.title });
  if (before === "" || after === "") return say("diff.heading", { title });
  const slots = { title, force: now.force, period: after, before };
  return before === after ? say("diff.heading-revised", slots) : say("diff.heading-changed", slots);
}

/** The page of a diff: what a quarterly refresh is read by. */
export function diffPage(diff: Diff, said: Pick<DiffJson, "problems" | "doubts"> = { problems: [], doubts: [] }): Page {
  const { old, now, rows } = diff;
  const flipped = rows.filter(({ flip }) => flip);
  const alone = flipped.filter(({ flip }) => flip?.byRevisionAlone);
  const others = flipped.filter(({ flip }) => !flip?.byRevisionAlone);
  const sides = [...new Set(rows.flatMap((row) => row.sides.map(({ name }) => name)))];
  const tables = (isNarrow: boolean): Table[] => [
    ...flipTable(say("diff.flipped-alone"), alone, isNarrow),
    ...flipTable(alone.length > 0 ? say("diff.other-verdicts") : say("diff.verdicts"), others, isNarrow),
    inShort(diff, alone.length, others.length),
    ...sides.flatMap((name) => sideTable(name, rows, isNarrow)),
    ...namesTable(diff),
    ...definitionsTable(diff),
  ];
  const title = say("diff.title", { title: now.title, before: old.name, after: now.name });
  const heading = headingOf(diff);
  return {
    name: "diff",
    title,
    heading,
    tables: tables(false),
    narrow: tables(true),
    charts: [],
    json: diffJson(diff, said),
  };
}
