// What hostile text may not do in any format: run as a formula, open a tag, move a cursor.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, expect, test } from "vitest";
import { run } from "./world.ts";

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
  priorities: [{ id: "A", name: "All" }],
  data: ["d.csv"],
  tables: [
    { title: "T", baseline: "2019", current: "2020", measures: measures.map((one) => ({ ...one, priorities: ["A"] })) },
  ],
};
writeFileSync(join(folder, "plan.yaml"), JSON.stringify(plan));

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not get through
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;

test.each(["terminal", "markdown", "json"])("%s prints no control character", async (format) => {
  const done = await run(["report", "--format", format], folder);
  expect(done.out).not.toMatch(controls);
  expect(done.err).not.toMatch(controls);
});

test("Markdown opens no tag, cell, heading or list that the text did not mean", async () => {
  const { out } = await run(["report", "--format", "markdown"], folder);
  expect(out).not.toContain("<b>");
  expect(out).toContain("f\\|g");
  expect(out).not.toMatch(/^- (# h|1\. i)/m);
});

test("a cell of a CSV begins with = + - @ or a tab only if it is a number", async () => {
  await run(["report", "--format", "csv", "--out", "out"], folder);
  const cells = readdirSync(join(folder, "out")).flatMap((name) => {
    const text = readFileSync(join(folder, "out", name), "utf8");
    expect(text.replaceAll("\r\n", "")).not.toMatch(controls);
    return (parse(text) as string[][]).flat();
  });
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-?[\d.]+$/.test(cell))).toEqual([]);
  expect(cells).toContain("'=1+1");
  expect(cells).toContain("-5");
});
