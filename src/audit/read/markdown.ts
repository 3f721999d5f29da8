// A Markdown page → its tables alone, each under its heading and on the lines where they stood.

const isPiped = (line: string): boolean => /^\s*\|.*\|\s*$/.test(line);
const isRule = (line: string): boolean => /^\s*\|[\s|:-]*-[\s|:-]*\|\s*$/.test(line);

/** The tables of a text among headings and paragraphs, as a text of piped lines alone; any other text as it is. */
export function tablesAlone(text: string): string {
  const lines = text.split(/\r\n|\n|\r/);
  const rules = lines.flatMap((line, index) =>
    index > 0 && isRule(line) && isPiped(lines[index - 1] ?? "") ? [index] : [],
  );
  const isPage = rules.length > 0 && lines.some((line) => line.trim() !== "" && !isPiped(line));
  if (!isPage) return text;
  const kept = lines.map(() => "");
  for (const rule of rules) {
    for (let at = rule - 1; isPiped(lines[at] ?? ""); at += 1) kept[at] = lines[at] ?? "";
    const above = lines.slice(0, rule - 1).findLastIndex((line) => line.trim() !== "");
    const [, title] = /^#+ (.*?)#*$/.exec(lines[above] ?? "") ?? [];
    if (title !== undefined && above >= 0) kept[above] = `| ${title.replaceAll("|", "/").trim()} | |`;
  }
  return kept.join("\n");
}
