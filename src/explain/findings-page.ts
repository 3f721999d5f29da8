// Explanations as a page to send on: each cell with its rule and arithmetic, then the files that they lead to.

import type { Doubt, Problem } from "../core/problems/problems.ts";
import { counted } from "../core/problems/sentence.ts";
import { inRuns } from "../core/runs.ts";
import { type Block, type FindingsPage, problemTables, wordTable } from "../output/findings.ts";
import { fullHeading } from "../output/table.ts";
import { branchesOf } from "./branches.ts";
import type { Explanation } from "./explain.ts";
import { labels } from "./figure.ts";
import { type ExplainedFile, fileKind } from "./page.ts";

/** The page; `whereIs` gives the path of a file. */
export function explainPage(
  plan: string,
  explanations: readonly Explanation[],
  files: readonly ExplainedFile[],
  problems: readonly (Problem | Doubt)[],
  whereIs: (file: string) => string,
): FindingsPage {
  const told = new Set<string>();
  const rowOf = ({ table, name }: Explanation): string => `${table} · ${name}`;
  const rows = inRuns(explanations, (last, next) => rowOf(last) === rowOf(next));
  const names = [...new Set(explanations.map(({ name }) => name))];
  const found = problemTables(problems, whereIs);
  const cells = `${counted(explanations.length, "cell")} of ${counted(rows.length, "row")}`;
  return {
    title: `How figures came to be: ${names.join(", ")}`,
    counts: `${cells}, from ${counted(files.length, "file")}; ${counted(problems.length, "problem or doubt", "problems and doubts")}.`,
    about: [
      `Each cell is explained as the tables of "${plan}" print it: its rule, its arithmetic, and the cells of the files that its numbers come from.`,
      "Other measures of the plan are not on this page. Whether the files themselves are right was not checked.",
    ],
    sections: [
      ...rows.map((row) => ({
        title: row[0] ? rowOf(row[0]) : "",
        blocks: row.flatMap((one) => cellBlocks(one, told)),
      })),
      ...(files.length > 0 ? [{ title: "Files", blocks: [filesTable(files, whereIs)] }] : []),
      ...(found.length > 0 ? [{ title: "Problems and doubts", blocks: found }] : []),
    ],
  };
}

function cellBlocks({ column, printed, says, steps }: Explanation, told: Set<string>): Block[] {
  const branches = branchesOf(steps, new Set(), told);
  const terms = labels.flatMap((label) => {
    const text = says[label];
    return text === undefined ? [] : [[label, text] as const];
  });
  return [
    { heading: fullHeading(column) },
    { terms: [["printed", printed === "" ? "a blank cell" : printed], ...terms] },
    ...(branches.length > 0 ? [{ text: "Where its numbers come from:" }, { branches }] : []),
  ];
}

function filesTable(files: readonly ExplainedFile[], whereIs: (file: string) => string): Block {
  const rows = files.map((file) => [
    whereIs(file.file),
    [fileKind(file), file.title, file.release].filter(Boolean).join(": "),
    file.sha256,
  ]);
  return {
    table: wordTable(
      "Files that these cells come from",
      ["File", "What it is", "SHA-256"],
      rows.map((row) => row.map((text) => text ?? "")),
    ),
  };
}
