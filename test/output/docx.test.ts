// Written documents, opened without their writer: their tables, captions, comments and charts, and that the same plan makes the same bytes.
// @module-tag gallery
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openDocx } from "../helpers/documents.ts";
import { all, type Node } from "../helpers/office.ts";
import { gloucestershire, home, planFixtures, run } from "../helpers/world.ts";
import { bare, csvRows, isFigure } from "./rows.ts";

const folder = mkdtempSync(join(tmpdir(), "docx-"));
afterAll(() => rmSync(folder, { recursive: true }));

const bytesOf = async (command: readonly string[], ...more: string[]): Promise<Buffer> =>
  Buffer.from((await run([...command, "--format", "docx", ...more])).out, "latin1");

const commands: readonly (readonly [name: string, ...command: string[]])[] = [
  ...planFixtures.map((name) => [`the report of ${name}`, "report", join(home, "fixtures", name)] as const),
  ["the report with readings", "report", join(home, "fixtures/plan-targets"), "--reading"],
  ["a comparison", "compare", join(home, "fixtures/similar-forces-2019")],
  ["a trend with a break", "trend", join(home, "test/cases/trend-break")],
  ["a trend by season", "trend", join(home, "test/cases/trend-seasonal")],
  ["a trend", "trend", join(home, "fixtures/anti-social-behaviour-2008-2018")],
  ["a diff", "diff", join(home, "test/cases/diff-csv/old"), join(home, "test/cases/diff-csv/new")],
];
const opened = await Promise.all(
  commands.map(async ([name, ...command]) => {
    const bytes = await bytesOf(command);
    return [name, { command, bytes, made: openDocx(bytes) }] as const;
  }),
);

describe.each(opened)("%s", (_, { command, bytes, made }) => {
  const { tables, paragraphs, charts, body } = made;

  test("a table has one row of headings, which is repeated, and rows that no page breaks", () => {
    expect(tables.length).toBeGreaterThan(0);
    for (const { rows, title } of tables) {
      expect(rows.map(({ isHeading }) => isHeading)).toEqual(rows.map((_, index) => index === 0));
      expect(
        rows.every(({ isWhole }) => isWhole),
        title,
      ).toBe(true);
      const [head] = rows;
      expect(
        head?.cells.every(({ texts }) => texts.join("").trim() !== ""),
        title,
      ).toBe(true);
      expect(new Set(rows.map(({ cells }) => cells.length)).size, title).toBe(1);
    }
    for (const name of ["w:gridSpan", "w:vMerge", "w:hMerge"]) expect(all(body, name)).toEqual([]);
  });

  test("a table has a caption, the same title for those who do not see it, and a description", () => {
    for (const { caption, title, description } of tables) {
      expect(caption).toMatch(/^Table \d+(, part \d+ of \d+)?: ./);
      expect(title).toBe(caption);
      expect(description).toMatch(/^\d+ rows? below one row of headings: ./);
    }
    const captions = paragraphs.filter(({ style }) => style === "Caption").map(({ text }) => text);
    expect(new Set(captions).size).toBe(captions.length);
  });

  test("a figure stands at the right, under a heading that does", () => {
    const cells = tables.flatMap(({ rows }) => rows.slice(1).flatMap((row) => row.cells));
    expect(cells.some(({ styles }) => styles[0] === "TableNumber")).toBe(true);
    for (const { rows } of tables) {
      const right = rows[0]?.cells.map(({ styles }) => styles[0] === "TableHeadNumber");
      for (const { cells: own } of rows.slice(1)) {
        expect(own.map(({ styles }) => styles[0] === "TableNumber")).toEqual(right);
      }
    }
  });

  test("it says that changes made in it are lost, in the language that is set", () => {
    expect(paragraphs.find(({ style }) => style === "Notice")?.text).toMatch(/changes made in it are lost/);
    const texts = new Map(made.entries.map(({ name, text }) => [name, text]));
    expect(texts.get("docProps/core.xml")).toContain("<dc:language>en-GB</dc:language>");
    expect(texts.get("word/styles.xml")).toContain('<w:lang w:val="en-GB"');
    expect(texts.get("word/document.xml")).toContain('w:w="16838" w:h="11906" w:orient="landscape"');
    expect([...texts.values()].join()).not.toMatch(/dcterms:(created|modified)|TargetMode="External"/);
  });

  test("a chart is native, has words in its place, and draws no gap as nought", () => {
    for (const { words, part } of charts) {
      expect(words.length).toBeGreaterThan(40);
      expect(all(part, "c:dispBlanksAs")[0]?.attributes.val).toBe("gap");
      for (const series of all(part, "c:ser")) {
        const values = all(series, "c:numCache").at(-1);
        const count = Number(values && all(values, "c:ptCount")[0]?.attributes.val);
        expect(values && all(values, "c:pt").length).toBeLessThanOrEqual(count);
        // An empty value would be read as 0.
        expect(values && all(values, "c:v").every(({ text }) => /^-?\d+(\.\d+)?$/.test(text))).toBe(true);
      }
    }
    expect(made.entries.filter(({ name }) => /media|embeddings|vba/i.test(name))).toEqual([]);
  });

  test("the same bytes again", async () => {
    expect((await bytesOf(command)).equals(bytes)).toBe(true);
  });
});

test.each(planFixtures)("%s: each measure has the figures that CSV has", async (name) => {
  const where = join(folder, name);
  await run(["report", join(home, "fixtures", name), "--format", "csv", "--out", where], folder);
  const made = opened.find(([title]) => title === `the report of ${name}`)?.[1].made;
  const rows = new Map<string, string[]>();
  const isOther = /Overview|^Table \d+(, part \d+ of \d+)?: Priorit(ies|y measures)/;
  for (const { caption, rows: own } of made?.tables.filter((one) => !isOther.test(one.caption)) ?? []) {
    const table = caption.replace(/^Table (\d+).*$/, "$1");
    for (const { cells } of own.slice(1)) {
      const [label, ...figures] = cells.map(({ texts }) => bare(texts[0] ?? ""));
      const key = `${table} ${label}`;
      rows.set(key, [...(rows.get(key) ?? []), ...figures.filter(isFigure)]);
    }
  }
  const expected = csvRows(where, "without units").map((cells) => cells.slice(1).filter(isFigure));
  expect(expected.flat().length).toBeGreaterThan(3);
  const sorted = (all: readonly (readonly string[])[]) => all.map((one) => [...one].sort().join(" ")).sort();
  expect(sorted([...rows.values()])).toEqual(sorted(expected));
});

test("the bars of a chart are the figures of its measures, as the JSON shows them", async () => {
  const made = opened.find(([, { command }]) => command[1]?.endsWith(gloucestershire))?.[1].made;
  const json = JSON.parse((await run(["report", gloucestershire, "--format", "json"])).out);
  type Row = { name?: string; measure: string; figures: { change: { force: { percent?: { shown: string } } } } };
  const shown = json.tables[0].rows.map(({ figures }: Row) => bare(figures.change.force.percent?.shown ?? ""));
  const recorded = made?.charts.slice(0, 2) ?? [];
  const drawn = recorded.flatMap(({ part }) => {
    const [first] = all(part, "c:ser");
    return first ? all(all(first, "c:val")[0] as Node, "c:v").map(({ text }) => text) : [];
  });
  expect(drawn.length).toBe(18);
  expect(drawn).toEqual(shown.map((one: string) => one.replace(/ \[[a-z]\]$/, "")));
});

test("the overview is the first table; comments are below the names of their measures", async () => {
  const made = opened.find(([, { command }]) => command[1]?.endsWith(gloucestershire))?.[1].made;
  expect(made?.tables[0]?.caption).toMatch(/^Table 1(, part 1 of \d)?: Overview$/);
  const comments = made?.tables.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => (cells[0]?.styles[1] === "Comment" ? [cells[0].texts] : [])),
  );
  const json = JSON.parse((await run(["report", gloucestershire, "--format", "json"])).out);
  type Row = { measure: string; comment?: string; verdict: string };
  const owed = json.tables.flatMap(({ rows }: { rows: Row[] }) => rows.filter(({ comment }) => comment !== undefined));
  expect(owed.length).toBeGreaterThan(5);
  expect(comments?.map(([, comment]) => comment)).toEqual(owed.map(({ comment }: Row) => comment?.trim()));
});

test("where figures come from, and the data of charts, are in an annex alone", async () => {
  const command = ["report", join(home, "fixtures/plan-targets")];
  const texts = async (...more: string[]) => {
    const { tables } = openDocx(await bytesOf(command, ...more));
    return JSON.stringify(tables);
  };
  const [usual, annexed] = [await texts(), await texts("--annex")];
  expect(usual).not.toMatch(/\.csv|SHA-256|column \d/);
  expect(annexed).toMatch(/Where the figures of table 2 come from/);
  expect(annexed).toMatch(/targets\.csv line \d+, column \d/);
  expect(annexed).toMatch(/SHA-256/);
  const refused = await run(["report", gloucestershire, "--annex"]);
  expect(refused.exit).toBe(2);
  expect(refused.err).toMatch(/--annex is for Word documents/);
});

test("texts of a plan stay texts", async () => {
  const names = ["<w:b/>", "a & b", 'c "d"', "e\u001b[2J", "f\u202eg", "=1+1", "h]]>", "i\ud800j", "x".repeat(400)];
  writeFileSync(
    join(folder, "d.csv"),
    `area,series,period,kind,value\n${names.map((_, index) => `G,S${index},2019,count,10\nG,S${index},2020,count,[x]\n`).join("")}`,
  );
  const priorities = [{ id: "A", name: "<All>" }];
  const measures = names.map((name, index) => ({
    ...{ name, series: `S${index}`, aim: "reduce", priorities: ["A"], comment: name },
  }));
  const tables = [{ title: "<T> & \u0007", baseline: "2019", current: "2020", measures }];
  writeFileSync(
    join(folder, "plan.yaml"),
    JSON.stringify({ title: "<P>", force: "G", priorities, data: ["d.csv"], tables }),
  );
  const made = openDocx(await bytesOf(["report", folder]));
  const labels = made.tables.flatMap(({ rows }) => rows.map(({ cells }) => cells[0]?.texts[0]));
  for (const name of ["<w:b/>", "a & b", 'c "d"', "e [2J", "f g", "=1+1", "h]]>"]) expect(labels).toContain(name);
  expect(made.paragraphs.find(({ style }) => style === "Title")?.text).toBe("<P>");
});

// Built: node takes its time zone and its language from what it is started with.
test("the same bytes in two time zones and languages", { tags: "built" }, () => {
  const written = [
    { TZ: "Pacific/Auckland", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8" },
    { TZ: "America/St_Johns", LANG: "C", LC_ALL: "C" },
  ].map((env) => {
    const args = [
      join(home, "bin/plan-measures.cjs"),
      "report",
      join(home, gloucestershire),
      "--format",
      "docx",
      "--annex",
    ];
    return spawnSync(process.execPath, args, { env: { ...process.env, ...env }, maxBuffer: 1 << 25 }).stdout;
  });
  expect(written[0]?.length).toBeGreaterThan(5000);
  expect(written[0]?.equals(written[1] ?? Buffer.alloc(0))).toBe(true);
});
