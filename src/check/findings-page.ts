// Whether a plan is ready to publish, as a page to send on: what must hold, what is lacking in each file, what a person has to read.
import { counted } from "../core/problems/sentence.ts";
import {
  type FindingsPage,
  type FindingsSection,
  type HintedTable,
  problemTables,
  toSendOn,
  wordTable,
} from "../output/findings.ts";
import type { SettledDoubt } from "../report/doubts.ts";
import type { CommentNumbers } from "./comments.ts";
import { answerTo, type Demand, demands, type Lack } from "./demands.ts";
import { type CheckResult, demandsAsked, demandWords, marks, readyWords } from "./text.ts";

/** The page; `whereIs` gives the path of a file of the plan. */
export function checkPage(of: CheckResult, whereIs: (file: string) => string): FindingsPage {
  const { title, file, lacks, numbers, others, told } = of;
  const plan = whereIs(file);
  const placeOf = (lack: Lack): string => lack.file ?? plan;
  const known = problemTables(told, whereIs);
  return {
    title: `Check of ${title}`,
    counts: `${readyWords(lacks, numbers)}.`,
    about: aboutOf(of, plan),
    sections: [
      { title: "What must hold", blocks: [demandTable(lacks, numbers, others)] },
      ...[...new Set(lacks.map(placeOf))].map((place): FindingsSection => {
        const own = lacks.filter((lack) => placeOf(lack) === place);
        return { title: `Lacking in ${place}`, blocks: [lackTable(own, place)] };
      }),
      ...(numbers.unchecked.length > 0
        ? [{ title: "Numbers that a person has to read", blocks: [unchecked(of)] }]
        : []),
      ...(known.length > 0 ? [{ title: "Worth knowing", blocks: known }] : []),
      ...acceptedSection(of.doubts, whereIs),
    ],
  };
}

/** What was looked at, and what was not: what is not looked at is not said to be right. */
function aboutOf({ numbers: { numbers, checked }, others }: CheckResult, plan: string): string[] {
  const open = numbers - checked;
  const comments =
    numbers === 0
      ? "The comments have no numbers to check."
      : `${checked} of ${counted(numbers, "number")} in the comments were compared with the plan's figures.${open > 0 ? ` ${open === 1 ? "1 was" : `${open} were`} not checked, and ${open === 1 ? "is" : "are"} listed for a person to read.` : ""}`;
  const files =
    others === undefined
      ? "Published files were not checked, as no folder was named."
      : others.length === 0
        ? "The published files were compared with what would be written now."
        : `The published files were compared with what would be written now. Not checked, because the report does not write them: ${others.join(", ")}.`;
  return [
    `${plan} and its data were checked: that the plan is valid, that the data are complete for its periods, and that no doubt about them is open.`,
    comments,
    files,
  ];
}

function demandTable(lacks: readonly Lack[], numbers: CommentNumbers, others: CheckResult["others"]): HintedTable {
  const asked = demandsAsked(others);
  const rows = (Object.keys(demands) as Demand[]).map((demand) => {
    const count = lacks.filter((lack) => lack.demand === demand).length;
    const answer = asked.includes(demand) ? marks[answerTo(demand, lacks, numbers.unchecked.length)] : "not checked";
    return [demandWords(demand, numbers, lacks), answer, count];
  });
  return {
    table: wordTable("What must hold before the plan is published", ["What must hold", "Holds", "Lacking"], rows),
  };
}

function lackTable(found: readonly Lack[], place: string): HintedTable {
  const lacks = [...found].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const rows = lacks.map(({ line, demand, message }) => [
    line === undefined ? "whole file" : `${line}`,
    demands[demand],
    toSendOn(message),
  ]);
  const title = `${place}: ${lacks.length === 1 ? "1 thing is" : `${lacks.length} things are`} lacking`;
  return {
    table: wordTable(title, ["Line", "What must hold", "What is lacking"], rows),
    hints: lacks.map(({ accept }) =>
      accept === undefined ? undefined : { text: "If the figure is right, accept it in the plan:", typed: accept },
    ),
  };
}

function unchecked({ numbers: { unchecked: open }, told }: CheckResult): HintedTable {
  // What may give a withheld number away is not printed on a page that is sent on.
  const kept = new Set(told.flatMap(({ code, line }) => (code === "comment-withheld" ? [line] : [])));
  const rows = open.map(({ file, line, measure, number, message }) => [
    `${file}, line ${line}`,
    measure,
    kept.has(line) ? "(see the terminal)" : `"${number}"`,
    message,
  ]);
  const title = `Numbers of comments for a person to read, as a program could not check them: ${open.length}`;
  return { table: wordTable(title, ["Place", "Measure", "Number", "Why it was not checked"], rows) };
}

/** The doubts that the plan accepts, with its reasons. */
function acceptedSection(doubts: readonly SettledDoubt[], whereIs: (file: string) => string): FindingsSection[] {
  const rows = doubts.flatMap(({ doubt: { file, line, message }, acceptance }) => {
    if (!acceptance) return [];
    const { reason, by, on } = acceptance;
    const place = `${whereIs(file)}${line === undefined ? "" : `, line ${line}`}`;
    return [[place, message, [reason, by, on].filter((one) => one !== undefined).join(", ")]];
  });
  if (rows.length === 0) return [];
  const table = wordTable(
    "Doubts about the data that the plan accepts",
    ["Place", "Doubt", "Why it is accepted"],
    rows,
  );
  return [{ title: "Accepted doubts", blocks: [{ table }] }];
}
