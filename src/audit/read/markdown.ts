// A Markdown page → its tables alone, each under its heading and on the lines where they stood.
import type { HeadLines } from "./read-table.ts";

const isPiped = (line: string): boolean => /^\s*\|.*\|\s*$/.test(line);
const isRule = (line: string): boolean => /^\s*\|[\s|:-]*-[\s|:-]*\|\s*$/.test(line);
const leadOf = (line = ""): string => line.split("|")[1]?.trim() ?? "";

/** A text of piped lines alone, and on which lines of it the title and the headings of each table stand. */
interface Alone {
  readonly text: string;
  readonly heads: readonly HeadLines[];
}

/** The tables of a text among headings and paragraphs; any other text as it is. */
export function tablesAlone(text: string): Alone {
  const lines = text.split(/\r\n|\n|\r/);
  const rules = lines.flatMap((line, index) =>
    index > 0 && isRule(line) && isPiped(lines[index - 1] ?? "") ? [index] : [],
  );
  const isPage = rules.length > 0 && lines.some((line) => line.trim() !== "" && !isPiped(line));
  if (!isPage) return { text, heads: [] };
  const kept = lines.map(() => "");
  const heads: HeadLines[] = [];
  let lead = "";
  for (const rule of rules) {
    for (let at = rule - 1; isPiped(lines[at] ?? ""); at += 1) kept[at] = lines[at] ?? "";
    const above = lines.slice(0, rule - 1).findLastIndex((line) => line.trim() !== "");
    const [, said] = /^#+ (.*?)#*$/.exec(lines[above] ?? "") ?? [];
    // A table right below another one, with rows under the same heading, may go on with it.
    const follows = isPiped(lines[above] ?? "") && leadOf(lines[rule - 1]) === lead;
    lead = leadOf(lines[rule - 1]);
    if (said !== undefined) kept[above] = `| ${said.replaceAll("|", "/").trim()} | |`;
    const at = said === undefined ? rule - 1 : above;
    // Under a first cell that is blank more headings may stand.
    heads.push({ from: at + 1, to: lead === "" ? undefined : rule + 1, follows });
  }
  return { text: kept.join("\n"), heads };
}
