// What a published output says once: sentences that a comment has already, and a note that several measures share.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openDocx } from "../helpers/documents.ts";
import { openXlsx } from "../helpers/office.ts";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "said-once-"));
afterAll(() => rmSync(folder, { recursive: true }));

const robbery = "Robbery: 1.4 per 1,000 population in 2019, up 0.2 from 1.2 in 2018.";
const theft = "Theft: 120 in 2019, up 20 (20%) from 100 in 2018.";
const aim = "Aim to reduce: not achieved.";
writeFileSync(
  join(folder, "figures.csv"),
  "area,series,period,kind,value\nG,Robbery,2018,rate,1.2\nG,Robbery,2019,rate,1.4\nG,Burglary,2018,rate,5.1\nG,Burglary,2019,rate,4.9\nG,Theft,2018,count,100\nG,Theft,2019,count,120\nG,Fraud,2018,count,105\nG,Fraud,2019,count,95\n",
);
const measures = [
  { name: "Robbery", kind: "rate", aim: "reduce", comment: `${robbery} ${aim}` },
  { name: "Burglary", kind: "rate", aim: "reduce", comment: `We say "${robbery}" Not of burglary.` },
  { name: "Theft", aim: "reduce", comment: `A shop opened. ${theft}` },
  { name: "Fraud", aim: "reduce by 10%" },
].map((one) => ({ ...one, priorities: ["A"] }));
writeFileSync(
  join(folder, "plan.yaml"),
  JSON.stringify({
    ...{ title: "Once", force: "G", data: ["figures.csv"], priorities: [{ id: "A", name: "All" }] },
    tables: [{ title: "Crime", baseline: "2018", current: "2019", decimals: { percent: 0 }, measures }],
  }),
);

const printed = async (format: string): Promise<Buffer> =>
  Buffer.from((await run(["report", folder, "--format", format])).out, "latin1");
const unmarked = (text: string): string =>
  text
    .replace(/<[^>]*>/g, "")
    .replace(/&quot;|&#34;/g, '"')
    .replace(/\s+/g, " ");
const texts = {
  html: unmarked(String(await printed("html"))),
  markdown: unmarked(String(await printed("markdown"))),
  docx: openDocx(await printed("docx"))
    .paragraphs.map(({ text }) => text)
    .concat(
      openDocx(await printed("docx")).tables.flatMap(({ rows }) =>
        rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.texts)),
      ),
    )
    .join("\n"),
};
const times = (text: string, words: string): number => text.split(words).length - 1;

test.each(Object.entries(texts))("%s has a sentence of a comment once, and says the rest", (_, text) => {
  expect(text).toContain(`We say "${robbery}"`);
  // Once in its own comment, once within another's.
  expect(times(text, robbery)).toBe(2);
  expect(times(text, theft)).toBe(1);
  expect(text).toContain(`Theft (see its comment). ${aim}`);
  expect(text).not.toContain("Robbery (see its comment)");
  // The comment on burglary has none of its own sentences.
  expect(text).toContain(
    "Burglary: 4.9 per 1,000 population in 2019, down 0.2 from 5.1 in 2018. Aim to reduce: achieved.",
  );
  // 105 less 10% is 94.5, which is printed as 95, and 95 is 0.5 over.
  expect(text).toContain(
    "Fraud: 95 in 2019, down 10 (10%) from 105 in 2018. Target: 95 (reduce by 10%). Not achieved; less than 1 over.",
  );
});

test.each(Object.entries(texts))("%s has a note that two measures share once, with both names", (_, text) => {
  const note = "its % difference and difference in rate are from rounded figures, given to 1 decimal place.";
  expect(times(text, note)).toBe(1);
  expect(text).toContain(`Each of Robbery and Burglary: ${note}`);
});

test("a workbook has it once on the sheet of notes, and both names lead to it", async () => {
  const { sheets } = openXlsx(await printed("xlsx"));
  const cells = (name: string): string[] =>
    sheets.find((one) => one.name === name)?.cells.map(({ value }) => value) ?? [];
  const notes = cells("Notes");
  const at = notes.findIndex((value) => value.startsWith("Each of Robbery and Burglary: its % difference"));
  const mark = notes[at - 1];
  expect(mark).toMatch(/^\[note \d+\]$/);
  const labels = cells("Crime").filter((value) => /^(Robbery|Burglary|Theft|Fraud)\b/.test(value));
  expect(labels.map((label) => label.includes(mark ?? "?"))).toEqual([true, true, false, false]);
});
