// The terminal's tables at every width: nothing wider than the terminal, nothing cut, colour never the only sign.
import { describe, expect, test } from "vitest";
import { wrap } from "../../src/core/safe-text.ts";
import { painter } from "../../src/io/paint.ts";
import type { Table } from "../../src/output/table.ts";
import { gloucestershire, home, planFixtures, run } from "../helpers/world.ts";

/** What stands in the tables: the distance from the group is printed in words, in the overview alone. */
function figuresOnly(text: string): string {
  return JSON.stringify(JSON.parse(text), (key, value) => (key === "beside" ? undefined : value));
}

const plan = `${gloucestershire}/plan.yaml`;
const json = await run(["report", plan, "--format", "json"]);
/** Every figure of the report as it is printed. */
const printed = [...figuresOnly(json.out).matchAll(/"shown":"([^"]+)"/g)].map(
  ([, shown]) => shown?.replace(/ \[u\]$/, "") ?? "",
);
const count = (texts: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
};

describe.each([20, 30, 39, 40, 60, 80, 100, 120, 160, 240, 400])("at %i columns", (columns) => {
  test("no line is wider, and every figure is there as often as it is in the report", async () => {
    const { out } = await run(["report", plan], home, columns);
    const lines = out.split("\n");
    expect(lines.filter((line) => line.length > columns)).toEqual([]);
    expect(lines.filter((line) => /…|\s$/.test(line))).toEqual([]);
    const words = count(out.split(/\s+/));
    // 18 measures of 14 figures, one of 11 with three parts of 6, and 17 of 6.
    expect(printed).toHaveLength(18 * 14 + 10 + 3 * 6 + 17 * 6);
    for (const [shown, times] of count(printed)) expect(words.get(shown) ?? 0, shown).toBeGreaterThanOrEqual(times);
  });
});

test("at 80 columns each measure is named in full in its table", async () => {
  const { out } = await run(["report", plan, "--measure", "Racially / religiously aggravated offences"], home, 80);
  expect(out).toMatch(/^Racially \/ religiously +340 +4,295/m);
  expect(out).toMatch(/^aggravated offences$/m);
});

test("at 40 columns no word is broken", async () => {
  const wordsAt = async (fixture: string, columns: number): Promise<string[]> =>
    (await run(["report", `fixtures/${fixture}/plan.yaml`], home, columns)).out
      // Only a narrow overview names what it leaves out.
      .replace(/^Left out in[\s\S]*?markdown\.$/m, "")
      .split(/\s+/)
      .filter((word) => !/^─+$/.test(word));
  for (const fixture of planFixtures) {
    const whole = new Set(await wordsAt(fixture, 400));
    expect(
      (await wordsAt(fixture, 40)).filter((word) => !whole.has(word)),
      fixture,
    ).toEqual([]);
  }
});

test("a word longer than the terminal is broken, not cut", async () => {
  const { out } = await run(["report", plan, "--measure", "Robbery"], home, 10);
  expect(out.replace(/\n */g, "")).toContain("Gloucestershire");
});

test.each([
  // A line may be full, and a space where it ends is not printed.
  ["Theft from a person", 10, "", ["Theft from", "a person"]],
  ["Theft from a person", 11, "  ", ["  Theft", "  from a", "  person"]],
  // A word longer than a line begins one of its own, and others follow its end.
  ["by Antisocialbehaviour in a place", 8, "", ["by", "Antisoci", "albehavi", "our in a", "place"]],
  // A sign that is written as two units stays whole, and takes two columns; so does a letter of East Asia.
  ["😀😀😀 a", 2, "", ["😀", "😀", "😀", "a"]],
  ["東京 都", 5, "", ["東京", "都"]],
  ["東京 都", 7, "", ["東京 都"]],
  // A mark takes no column, and stays with its letter.
  ["e\u0301e\u0301e\u0301 a", 5, "", ["e\u0301e\u0301e\u0301 a"]],
  ["e\u0301e\u0301e\u0301", 2, "", ["e\u0301e\u0301", "e\u0301"]],
  ["on\ttwo\nlines \u001b[2J", 7, "", ["on two", "lines", "[2J"]],
])("%s on lines of %i", (text, width, indent, lines) => {
  expect(wrap(text, width, indent).split("\n")).toEqual(lines);
});

/** Tables alone, as a terminal of that width shows them, with its bold lines left as they are. */
async function drawn(table: Table, columns: number, colour = false): Promise<string> {
  const { terminalPage } = await import("../../src/output/formats/terminal.ts");
  const surface = { columns, paint: await painter(colour), toFile: false, forExcel: false };
  const [file] = terminalPage({ name: "page", title: "Title", tables: [table], charts: [], json: {} }, surface);
  return String(file?.content);
}
const text = (words: string) => ({ text: words });
const table = (names: readonly string[], achieved = "achieved"): Table => ({
  title: "Table",
  columns: [
    { group: "", heading: "Measure", numeric: false },
    { group: "Baseline", heading: "number", numeric: true },
    { group: "Baseline", heading: "rate per 1,000", numeric: true },
    { group: "", heading: "Aim achieved?", numeric: false },
  ],
  rows: names.map((name, index) => [text(name), text(`${index + 8}`), text("1.5"), text(achieved)]),
  notes: [],
});

// "number" takes 6, "rate per 1,000" on three lines the 5 of "1,000", two spaces between; "Baseline" needs less than both.
test("groups stand over their columns, the ends of headings on the line above the rule", async () => {
  expect(await drawn(table(["Robbery", "Theft"]), 60)).toBe(
    [
      ...["Title", "", "Table", ""],
      "         Baseline",
      "                  rate",
      "                   per  Aim",
      "Measure  number  1,000  achieved?",
      "─────────────────────────────────",
      "Robbery       8    1.5  achieved",
      "Theft         9    1.5  achieved",
      "",
    ].join("\n"),
  );
});

// Two fifths of 60 are 24 for the name, of which the rule takes 24 + 2 + 6 + 2 + 5 + 2 + 9.
test("a long name goes on below, with its figures beside its first line", async () => {
  const lines = (await drawn(table(["Violence against the person with injury and without it"]), 60)).split("\n");
  expect(lines.slice(8)).toEqual([
    "─".repeat(50),
    "Violence against the           8    1.5  achieved",
    "person with injury and",
    "without it",
    "",
  ]);
});

test("a table of no rows is its headings and the rule", async () => {
  const lines = (await drawn(table([]), 60)).split("\n");
  expect(lines.slice(-3)).toEqual(["Measure  number  1,000  achieved?", "─".repeat(33), ""]);
});

test("signs of two units, of two columns and of none are neither cut nor lost", async () => {
  for (const name of ["😀".repeat(30), "東京".repeat(30), "e\u0301".repeat(30)]) {
    const lines = (await drawn(table([name]), 60)).split("\n");
    const rows = lines.slice(lines.findIndex((line) => line.startsWith("─")) + 1);
    expect(rows.map((line) => line.split(" ", 1)[0]).join("")).toBe(name);
    // A wide letter or an emoji takes two columns, an accent of its own none: counted here letter by letter.
    const columns = (line: string): number =>
      [...line].reduce((sum, letter) => sum + (letter === "\u0301" ? 0 : /[東京😀]/u.test(letter) ? 2 : 1), 0);
    expect(lines.filter((line) => line.includes("…") || columns(line) > 60)).toEqual([]);
    // The figures stand below their heading, whatever the name is written in.
    const [first = ""] = rows;
    const heading = lines.find((line) => line.startsWith("Measure")) ?? "";
    expect(columns(first.slice(0, first.search(/ 8 /) + 2))).toBe(heading.indexOf("number") + "number".length);
  }
});

test("the tool's own colours are the only ones", async () => {
  const bare = await drawn(table(["Robbery"], "not achieved"), 60);
  const coloured = await drawn(table(["Robbery"], "not achieved"), 60, true);
  expect(coloured).not.toBe(bare);
  const [bold, red] = [1, 31].map(
    (code) => (words: string) => `\u001b[${code}m${words}\u001b[${code === 1 ? 22 : 39}m`,
  );
  expect(coloured).toBe(
    bare
      .replace(/^(Title|Table)$/gm, (words) => bold?.(words) ?? "")
      .replace("not achieved", (words) => red?.(words) ?? ""),
  );
});
