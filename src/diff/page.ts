// What `diff` prints: first verdicts that revision alone flipped, then all that changed, as tables and for scripts.

import type { Page } from "../output/page.ts";
import type { Table } from "../output/table.ts";
import type { Diff } from "./diff.ts";
import { inShort } from "./in-short.ts";
import { diffJson } from "./json.ts";
import type { DiffJson } from "./schema.ts";
import { sideTable } from "./side-table.ts";
import { definitionsTable, flipTable, namesTable } from "./tables.ts";

/** A page that others read is headed by what the two sides are of; file names mean nothing to them. */
function headingOf({ old, now, rows }: Diff): string {
  const periodsOf = (of: "old" | "now"): string => [...new Set(rows.map((row) => row[of].current.words))].join(", ");
  const [before, after] = [periodsOf("old"), periodsOf("now")];
  const title = old.title === now.title ? now.title : `${now.title} (was ${old.title})`;
  if (before === "" || after === "") return `${title}: what changed`;
  return before === after
    ? `${title}, ${now.force}: what was revised for ${after}`
    : `${title}, ${now.force}: what changed from ${before} to ${after}`;
}

/** The page of a diff: what a quarterly refresh is read by. */
export function diffPage(diff: Diff, said: Pick<DiffJson, "problems" | "doubts"> = { problems: [], doubts: [] }): Page {
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
