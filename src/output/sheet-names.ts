// Names in a workbook that spreadsheets tell apart: of its sheets, and of the columns of a table.

/** Spreadsheets do not tell capitals from small letters in the headings of a table. */
export function distinctHeadings(headings: readonly string[]): string[] {
  const taken = new Set<string>();
  return headings.map((heading) => {
    let name = heading;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${heading} (${number})`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** Names of sheets that no two share; Excel keeps "History" for itself. */
export function sheetNamer(): (title: string) => string {
  const taken = new Set(["history"]);
  return (title) => {
    const plain = title
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/[^A-Za-z0-9]+/g, "_")
      .replace(/^_+|_+$/g, "");
    const base = plain === "" ? "Table" : plain;
    let name = wholeWords(base, LONGEST_NAME);
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
      const end = `_${number}`;
      name = `${wholeWords(base, LONGEST_NAME - end.length)}${end}`;
    }
    taken.add(name.toLowerCase());
    return name;
  };
}

const LONGEST_NAME = 31;

/** As many whole words of a name as fit, or, of a longer word, its beginning. */
const wholeWords = (name: string, most: number): string =>
  name.length <= most
    ? name
    : name
        .slice(0, most + 1)
        .replace(/_[^_]*$/, "")
        .slice(0, most);
