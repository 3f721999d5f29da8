// What hostile text may not do in any format: run as a formula, open a tag, move a cursor.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, expect, test } from "vitest";
import { gloucestershire, home, run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "formats-"));
afterAll(() => rmSync(folder, { recursive: true }));

const names = [
  "=1+1",
  "+1+1",
  "-1+cmd",
  "@SUM(A1)",
  "\t=1",
  "a\u001b[2Jb",
  "c\u202ed",
  "<b>e</b>",
  "f|g",
  "# h",
  "1. i",
  "*j*",
];
const figures = names.map(
  (_, index) => `G,S${index},2019,count,[x] \u001b]0;title\u0007 why\nG,S${index},2020,count,-5`,
);
writeFileSync(join(folder, "d.csv"), `area,series,period,kind,value\n${figures.join("\n")}\n`);
const measures = names.map((name, index) => ({
  name: `${name}`,
  series: `S${index}`,
  aim: "reduce",
  comment: name,
  owner: name,
}));
const plan = {
  title: "\u001b[31mTitle",
  force: "G",
  priorities: [{ id: "A\u202e", name: "All" }],
  data: ["d.csv"],
  tables: [
    {
      title: "T",
      baseline: "2019",
      current: "2020",
      measures: measures.map((one) => ({ ...one, priorities: ["A\u202e"] })),
    },
  ],
};
writeFileSync(join(folder, "plan.yaml"), JSON.stringify(plan));

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not get through
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;

test.each(["terminal", "markdown", "html", "json"])("%s prints no control character", async (format) => {
  const done = await run(["report", "--format", format], folder);
  expect(done.out).not.toMatch(controls);
  expect(done.err).not.toMatch(controls);
});

test("Markdown opens no tag, cell, heading or list that the text did not mean", async () => {
  const { out } = await run(["report", "--format", "markdown"], folder);
  expect(out).not.toContain("<b>");
  expect(out).toContain("f\\|g");
  expect(out).not.toMatch(/^- (# h|1\. i)/m);
  expect(out).toMatch(/^- \\# h/m);
  expect(out).toMatch(/^- 1\\\. i/m);
  // A figure is printed as it is: a current value of -5.
  expect(out).toMatch(/ \| -5 \| /);
});

/** The cells of the CSV files that were written. */
async function cellsOf(...options: string[]): Promise<string[]> {
  const out = options.join("") || "plain";
  await run(["report", "--format", "csv", "--out", out, ...options], folder);
  const names = readdirSync(join(folder, out)).filter((name) => name.endsWith(".csv"));
  expect(names).toHaveLength(6);
  return names.flatMap((name) => {
    const text = readFileSync(join(folder, out, name), "utf8");
    expect(text.replaceAll("\r\n", "")).not.toMatch(controls);
    expect(text.startsWith("\ufeff")).toBe(options.length > 0);
    return (parse(text, { bom: true }) as string[][]).flat();
  });
}

test("a cell of a CSV begins with = + - @ or a tab only if it is a number", async () => {
  for (const options of [[], ["--for-excel"]]) {
    const cells = await cellsOf(...options);
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-?[\d.]+$/.test(cell))).toEqual([]);
    expect(cells).toContain("-5");
  }
});

test("what keeps a text from being run is a space, which the metadata has taken off; for Excel it is an apostrophe", async () => {
  const cells = await cellsOf();
  expect(cells).toContain(" =1+1");
  const metadata = readFileSync(join(folder, "plain", "t.csv-metadata.json"), "utf8");
  expect(JSON.parse(metadata).dialect.trim).toBe(true);
  expect(await cellsOf("--for-excel")).toContain("'=1+1");
});

test("the metadata of each CSV has its columns in their order, numbers where it says so, and the files they come from", async () => {
  await run(["report", join(home, gloucestershire), "--format", "csv", "--out", "described"], folder);
  const names = readdirSync(join(folder, "described")).filter((name) => name.endsWith(".json"));
  expect(names.length).toBeGreaterThan(5);
  for (const name of names) {
    const text = JSON.parse(readFileSync(join(folder, "described", name), "utf8"));
    expect(name).toBe(`${text.url}-metadata.json`);
    const [headings = [], ...rows] = parse(readFileSync(join(folder, "described", text.url), "utf8")) as string[][];
    type Column = { name: string; titles: string; datatype: unknown; null?: string; "schema:unitText"?: string };
    const columns: Column[] = text.tableSchema.columns;
    expect(columns.map(({ titles }) => titles)).toEqual(headings);
    // The names are those that the standard lets stand in a template of an address.
    for (const column of columns) expect(column.name).toMatch(/^[A-Za-z0-9]\w*$/);
    for (const [index, { datatype }] of columns.entries()) {
      const isNumber = (row: string[]): boolean => /^(-?\d+(\.\d+)?)?$/.test(row[index] ?? "");
      if (datatype !== "string") expect(rows.every(isNumber), `${text.url} ${headings[index]}`).toBe(true);
    }
    expect(text["prov:wasDerivedFrom"].length).toBeGreaterThan(0);
    for (const file of text["prov:wasDerivedFrom"]) expect(file["dc:identifier"]).toMatch(/^sha256:[0-9a-f]{64}$/);
  }
  const asb = JSON.parse(readFileSync(join(folder, "described", "anti-social-behaviour.csv-metadata.json"), "utf8"));
  const units = new Set(
    asb.tableSchema.columns.map((column: object) => (column as Record<string, string>)["schema:unitText"]),
  );
  expect([...units].sort()).toEqual(["%", "count", "per 1,000", undefined]);
  const marks = asb.tableSchema.columns.find(({ titles }: { titles: string }) => titles.endsWith("(shorthand)"));
  expect(marks["dc:description"]).toBe("[x] not available");
});

test("for Excel, a text that it would show as a date, a time or another number has an apostrophe; others have none", async () => {
  // What Excel makes of each: 4 January, 7, 120000, 1 February, 1 March 2020, 00:10:42, TRUE, 1.23457E+15.
  const changed = ["4/1", "007", "12E4", "1-2", "March 2020", "1 Mar", "10:42", "true", "1234567890123456", "2020-12"];
  const kept = ["2019", "Robbery", "Class A", "4=", "1 in 5", "Marchmont 2", "12.5", "E4", "2018/19 plan"];
  const all = [...changed, ...kept];
  const data = all.map((_, index) => `G,S${index},2019,count,10\nG,S${index},2020,count,20`);
  writeFileSync(join(folder, "texts.csv"), `area,series,period,kind,value\n${data.join("\n")}\n`);
  const own = all.map((name, index) => ({
    name,
    series: `S${index}`,
    aim: "reduce",
    priorities: ["A"],
    comment: name,
  }));
  const tables = [{ title: "T", baseline: "2019", current: "2020", measures: own }];
  const priorities = [{ id: "A", name: "All" }];
  const texts = { title: "Texts", force: "G", priorities, data: ["texts.csv"], tables };
  writeFileSync(join(folder, "texts.yaml"), JSON.stringify(texts));
  await run(["report", "texts.yaml", "--format", "csv", "--for-excel", "--out", "texts"], folder);
  for (const file of ["t.csv", "overview.csv", "additional-comments.csv"]) {
    const cells = (parse(readFileSync(join(folder, "texts", file), "utf8"), { bom: true }) as string[][]).flat();
    for (const name of changed) {
      expect(cells, file).toContain(`'${name}`);
      expect(cells, file).not.toContain(name);
    }
    for (const name of kept) expect(cells, file).toContain(name);
  }
  // Figures stay numbers.
  const figures = readFileSync(join(folder, "texts", "t.csv"), "utf8");
  expect(figures).toMatch(/,10,20,10,100\.0,/);
});

test("a CSV keeps the heading of standings, whatever they are, for programs that look for it", async () => {
  const plan = join(home, "fixtures", "plan-targets", "plan.yaml");
  await run(["report", plan, "--format", "csv", "--out", "steady"], folder);
  const headings = (name: string): string => readFileSync(join(folder, "steady", name), "utf8").split(/\r?\n/)[0] ?? "";
  expect(headings("neighbourhood-crime.csv")).toContain(",Aim: achieved?,");
  expect(headings("priority-measures.csv")).toContain(",Aim achieved?,");
  // A page for people heads the same column by what stands in it.
  expect((await run(["report", plan, "--format", "markdown"], folder)).out).toContain("| Aim: standing |");
});

test("a report's charts are files of SVG, each with its title, its source and its words", async () => {
  await run(["report", join(home, gloucestershire), "--format", "svg", "--out", "charts"], folder);
  const names = readdirSync(join(folder, "charts"));
  // The plan's four tables that have a change against the baseline.
  expect(names).toHaveLength(4);
  for (const name of names) {
    const text = readFileSync(join(folder, "charts", name), "utf8");
    expect(text).toMatch(/^<svg [^>]*role="img" aria-labelledby="chart_title" aria-describedby="chart_words"/);
    expect(text).toMatch(/<title id="chart_title">.+: change from baseline .+<\/title>/);
    expect(text).toMatch(/<desc id="chart_words">Bar chart of .+<\/desc>/);
    expect(text).toMatch(/<text [^>]*>Source: .+<\/text>/);
  }
});
