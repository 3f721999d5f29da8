// The pages of the repository: what they link to is there, the map is short, each decision has its four parts, the
// source that CONTRIBUTING.md shows knows the file that it shows, and their words are plain.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { expect, test } from "vitest";
import { readCsv } from "../src/input/csv/csv.ts";
import { sheetLayout } from "../src/input/sources/headings/sheet-layout.ts";
import type { SheetSource } from "../src/input/sources/sheet.ts";
import { isLong, MOST_WORDS, oldIn } from "./helpers/plain-words.ts";
import { home } from "./helpers/world.ts";

const decisions = readdirSync(join(home, "docs", "decisions")).map((name) => `docs/decisions/${name}`);
const pages = [
  ...readdirSync(home).filter((name) => name.endsWith(".md")),
  ...(readdirSync(join(home, "docs"), { recursive: true, encoding: "utf8" }) as string[])
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name.replaceAll("\\", "/")}`),
];
/** The text of a page without its blocks of code, which may show links that are none. */
const proseOf = (page: string): string =>
  readFileSync(join(home, page), "utf8").replace(/^( *)```[\s\S]*?^\1```$/gm, "");

/** What a heading is linked to by: "Rounded figures" is #rounded-figures. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\d _-]/gu, "")
    .replaceAll(" ", "-");

interface Link {
  readonly page: string;
  readonly target: string;
}
const links = pages.flatMap((page): Link[] =>
  [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => ({ page, target })),
);
const inside = links.filter(({ target }) => !/^[a-z]+:/.test(target));

test("every link between the pages leads to a file that is there, and to a heading in it", () => {
  // Read wrongly, the pages would have no links, and the rule hold nothing.
  expect(new Set(inside.map(({ page }) => page)).size).toBeGreaterThan(3);
  expect(inside.filter(({ target }) => target.includes("#")).length).toBeGreaterThan(3);
  const broken = inside.filter(({ page, target }) => {
    const [path = "", anchor] = target.split("#");
    const file = path === "" ? page : posix.join(posix.dirname(page), path);
    if (file.startsWith("..") || !existsSync(join(home, file))) return true;
    if (anchor === undefined) return false;
    const headings = [...proseOf(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => anchorOf(heading));
    return !headings.includes(anchor);
  });
  expect(broken.map(({ page, target }) => `${page}: ${target}`)).toEqual([]);
});

test("the map of the code stays short enough to read at once", () => {
  expect(readFileSync(join(home, "ARCHITECTURE.md")).length).toBeLessThanOrEqual(8_000);
});

test.each(decisions)("%s says when, why, what and at what cost", (page) => {
  const said = readFileSync(join(home, page), "utf8");
  const headings = [...said.matchAll(/^#+ .+$/gm)].map(([heading]) => heading);
  expect(headings).toEqual([expect.stringMatching(/^# /), "## Context", "## Choice", "## Cost"]);
  expect(said).toMatch(/^Date: \d{1,2} [A-Z][a-z]+ 20\d\d$/m);
});

test("the source shown in CONTRIBUTING.md knows the file shown there", () => {
  const page = readFileSync(join(home, "CONTRIBUTING.md"), "utf8");
  const block = (language: string): string =>
    new RegExp(`^ *\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "m").exec(page)?.[1] ?? "";
  const declared = /: SheetSource = (\{[\s\S]*\});/.exec(block("ts"))?.[1];
  const source = new Function(`return ${declared}`)() as SheetSource;
  expect(sheetLayout(source, readCsv(block("csv")).records)).toMatchObject({
    source: "Police complaints",
    firstRecord: 2,
    values: [{ column: 2, kind: { text: "count" }, series: { text: "Complaints" }, period: { column: 1 } }],
  });
});

test("the first page is read in a few minutes", () => {
  expect(readFileSync(join(home, "README.md")).length).toBeLessThanOrEqual(8_500);
});

const forReaders = pages.filter((page) => /^(?:README|docs\/[\w-]+)\.md$/.test(page));

/** The paragraphs and list items of a page, each as a line: links as their words, code as one, without headings and tables. */
const paragraphsOf = (prose: string): string[] =>
  prose
    .replace(/^(?:#+ | *\||<).*$|(?<=\n\n) {4}.*$/gm, "")
    .split(/\n\s*\n|\n(?= *(?:[-*]|\d+\.) )/)
    .map((paragraph) =>
      paragraph
        .replace(/`[^`]*`/g, "X")
        .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((paragraph) => paragraph !== "");

test("the rules of plain words see a long sentence and an old phrase of a page, but not those of its tables", () => {
  const long = "word ".repeat(MOST_WORDS);
  expect(paragraphsOf(`# H\n\nA [b\nc](d.md).\n- e \`f g\`\n\n| is told |\n`)).toEqual(["A b c.", "- e X"]);
  expect(paragraphsOf(`${long}\nword\n\n${long}\n- word`).map(isLong)).toEqual([true, false, false]);
  expect(oldIn(paragraphsOf("A gap is\ntold here.")[0] ?? "")).toEqual(["is told"]);
});

test.each(forReaders)("%s is in short and plain sentences", (page) => {
  const paragraphs = paragraphsOf(proseOf(page));
  expect(paragraphs.length).toBeGreaterThan(3);
  expect(paragraphs.filter((paragraph) => isLong(paragraph) || oldIn(paragraph).length > 0)).toEqual([]);
});
