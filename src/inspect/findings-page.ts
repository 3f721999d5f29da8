// What was seen in files as a page to send on: each file's source, what it holds, its figures, and what was refused.

import { isDoubt, sorted } from "../core/problems/problems.ts";
import { counted } from "../core/problems/sentence.ts";
import { type Block, type FindingsPage, problemTables, wordTable } from "../output/findings.ts";
import type { FileSeen } from "./look.ts";
import { COMPARE, factsOf, figureWords } from "./page.ts";

/** The page of all files that were looked into. */
export function inspectPage(seen: readonly FileSeen[]): FindingsPage {
  const problems = sorted(seen.flatMap((one) => one.problems));
  const doubts = problems.filter(isDoubt).length;
  const read = seen.filter(({ held }) => held);
  const unread = seen.filter(({ held }) => !held).map(({ file }) => file);
  const uncompared = read.filter(({ held }) => !held?.isCompared).map(({ file }) => file);
  const files = counted(seen.length, "file or sheet", "files and sheets");
  return {
    title: seen.length === 1 ? `What ${seen[0]?.file} holds` : `What ${files} hold`,
    counts: `${files}: ${read.length} read, ${unread.length} not read; ${counted(problems.length - doubts, "problem")}; ${counted(doubts, "doubt")}${uncompared.length > 0 ? " in the files that were compared" : ""}.`,
    about: [
      read.some(({ held }) => held?.figures)
        ? "Of the files that were read, only the figures that were asked for were checked."
        : "Every record of the files that were read was checked: its area, its period and its figures.",
      ...(unread.length > 0 ? [`Not read, so that nothing in them was checked: ${unread.join(", ")}.`] : []),
      ...(uncompared.length > 0
        ? [
            `The figures of long files were not compared with each other, so no doubts were looked for there: ${uncompared.join(", ")}. For that, ${COMPARE}.`,
          ]
        : []),
      "The figures were not compared with a plan, with a published table or with another release.",
    ],
    sections: seen.map((one) => ({ title: one.file, blocks: blocksOf(one) })),
  };
}

function blocksOf(one: FileSeen): Block[] {
  const { held, problems, proposal } = one;
  const figures = held?.figures;
  const headings = ["Area", "Series", "Period", "Kind", "Figure", "Where"];
  const rows = (figures ?? []).map((figure) => {
    const { area, series, period, kind, value, where } = figureWords(figure);
    return [area, series, period, kind, value, where];
  });
  return [
    { terms: factsOf(one).filter(([name]) => name !== "") },
    ...(figures && rows.length === 0 ? [{ text: "It holds no figures of those that were asked for." }] : []),
    ...(rows.length > 0 ? [{ table: wordTable("The figures that were asked for", headings, rows) }] : []),
    ...problemTables(problems, (file) => file),
    ...(proposal ? [{ text: "A column map to begin with, for the plan's data:" }, { typed: proposal.trimEnd() }] : []),
  ];
}
