// A table that is wider than a page is divided where its kinds of value end, so that what is compared stays side by side.
import { expect, test } from "vitest";
import { painter } from "../../src/io/paint.ts";
import { formats } from "../../src/output/formats/index.ts";
import type { Column } from "../../src/output/table.ts";

// Of digits of half an em, 32 are about 250 pixels wide: three such columns have room beside the names, and no fourth.
const digits = "12345678901234567890123456789012";

/** The headings of each part that a page makes of a table with these columns, but for the names of its rows. */
async function partsOf(
  columns: readonly Column[],
  [wide, last]: readonly [string, string] = [digits, digits],
): Promise<readonly (readonly string[])[]> {
  const name: Column = { group: "", heading: "Measure", numeric: false };
  const row = [
    { text: "Robbery" },
    ...columns.map((_, index) => ({ text: index === columns.length - 1 ? last : wide })),
  ];
  const table = { title: "A table", columns: [name, ...columns], rows: [row], notes: [] };
  const page = { name: "wide", title: "A page", tables: [table], charts: [], json: {} };
  const render = await formats.find((format) => format.name === "html")?.page?.();
  const surface = { columns: 80, paint: await painter(false), toFile: false, forExcel: false };
  const html = String(render?.(page, surface)[0]?.content);
  return [...html.matchAll(/<table>[\s\S]*?<\/table>/g)].map(([text]) =>
    [...text.matchAll(/<th scope="col"[^>]*>([^<]*)<\/th>/g)]
      .map(([, heading = ""]) => heading)
      .filter((heading) => heading !== "Measure"),
  );
}

const column = (heading: string, kind: string, group = "Current: 2020"): Column => ({
  ...{ group, heading, kind, numeric: true },
});

test("a group of columns is divided where its kinds of value end", async () => {
  const numbers = [column("Kent number", "count"), column("MSG number", "count")];
  const rates = [column("Kent rate", "rate"), column("MSG rate", "rate")];
  expect(await partsOf([...numbers, ...rates])).toEqual([
    ["Kent number", "MSG number"],
    ["Kent rate", "MSG rate"],
  ]);
});

test("what has room stays together, and a kind that is wider than a page is divided at its columns", async () => {
  const three = ["Kent", "Essex", "Surrey"].map((name) => column(name, "count"));
  expect(await partsOf(three)).toEqual([["Kent", "Essex", "Surrey"]]);
  expect(await partsOf([...three, column("MSG", "count")])).toEqual([["Kent", "Essex", "Surrey"], ["MSG"]]);
});

test("a table of one row is not divided for a narrow last column", async () => {
  // Of 28 digits, four columns nearly fill a page; the last one is a little more than there is room for.
  const four = ["Kent", "Essex", "Surrey", "Sussex"].map((name) => column(name, "count"));
  const narrow: Column = { group: "Priority", heading: "A", numeric: false };
  const all = [...four, narrow];
  const shown = await partsOf(all, ["1111111111111111111111111111", "Yes"]);
  expect(shown).toEqual([["Kent", "Essex", "Surrey", "Sussex", "A"]]);
});
