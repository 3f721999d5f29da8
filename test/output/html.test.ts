// The page: well-formed whatever the plan holds, fetching nothing, and carrying the figures that the JSON carries.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { FigureJson } from "../../src/output/figure-schema.ts";
import type { ReportJson } from "../../src/output/report-schema.ts";
import { markupProblems } from "../helpers/well-formed.ts";
import { gloucestershire, home, run } from "../helpers/world.ts";
import { hostile } from "./gallery.ts";

const folder = mkdtempSync(join(tmpdir(), "html-"));
afterAll(() => rmSync(folder, { recursive: true }));
const plans = [gloucestershire, "fixtures/similar-forces-2019", "fixtures/starter"].map((name) => join(home, name));

const page = async (plan: string): Promise<string> => (await run(["report", plan, "--format", "html"])).out;

/** A plan all of whose texts try to get out of where they stand. */
function hostilePlan(): string {
  const plan = join(folder, "hostile");
  mkdirSync(plan);
  const value = (period: string, figure: string) =>
    `"G ${hostile.replaceAll('"', '""')}",S,${period},count,"${figure}"\n`;
  writeFileSync(
    join(plan, "d.csv"),
    `area,series,period,kind,value\n${value("2019", "1")}${value("2020", `[x] ${hostile.replaceAll('"', '""')}`)}`,
  );
  const measure = { name: hostile, series: "S", aim: "reduce", priorities: ["A"], comment: hostile, owner: hostile };
  writeFileSync(
    join(plan, "plan.yaml"),
    JSON.stringify({
      title: hostile,
      force: `G ${hostile}`,
      priorities: [{ id: "A", name: hostile }],
      data: ["d.csv"],
      tables: [{ title: hostile, source: hostile, baseline: "2019", current: "2020", measures: [measure] }],
    }).replace(/\\u0000/g, ""),
  );
  return plan;
}

test.each([...plans, "hostile"])(
  "the page of %s is well-formed, and every link of it leads somewhere",
  async (name) => {
    const text = await page(name === "hostile" ? hostilePlan() : name);
    expect(markupProblems(text, false)).toEqual([]);
    expect(text).not.toMatch(/\b(src|srcset|action|data)=|@import|url\(|<(script|link|iframe|img)\b/i);
    expect(text).not.toMatch(/https?:(?!\/\/www\.w3\.org\/2000\/svg)/);
    if (name === "hostile") expect(text).toContain("&lt;script&gt;alert(&#34;1&#34;)");
  },
);

test("the same plan gives the same bytes, in any folder", async () => {
  const copy = join(folder, "copy");
  cpSync(plans[0] ?? "", copy, { recursive: true });
  expect(await page(copy)).toBe(await page(plans[0] ?? ""));
});

/** The rows of the page by their names, each with its cells in all parts of its table. */
function rowsOf(text: string): Map<string, string[]> {
  const rows = new Map<string, string[]>();
  const tables = text.match(/<caption id="table_\d+(?:_part_\d+)?_caption">[\s\S]*?<\/table>/g) ?? [];
  for (const [table] of tables.entries()) {
    for (const [, name = "", cells = ""] of (tables[table] ?? "").matchAll(
      /<tr[^>]*><th scope="row"[^>]*>([^<]*)<\/th>(.*?)<\/tr>/g,
    )) {
      const values = [...cells.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = ""]) => cell.replace(/<[^>]*>/g, ""));
      rows.set(name, [...(rows.get(name) ?? []), ...values]);
    }
  }
  return rows;
}

test("the page carries the figures and verdicts of the JSON, in order", async () => {
  const { out } = await run(["report", plans[0] ?? "", "--format", "json"]);
  const report = JSON.parse(out) as ReportJson;
  const rows = rowsOf(await page(plans[0] ?? ""));
  let compared = 0;
  for (const { measure, label, figures, verdict, aim, priorities } of report.tables.flatMap((table) => table.rows)) {
    const levels = [figures.baseline, figures.current].flatMap((level) =>
      (["count", "rate", "percent"] as const).flatMap((kind) => [level.force[kind], level.peers?.[kind]]),
    );
    const change = (["variance", "percent", "rate", "points"] as const).flatMap((kind) => [
      figures.change.force[kind],
      figures.change.peers?.[kind],
    ]);
    const shown = [...levels, ...change]
      .filter((one) => one !== undefined)
      .map((one: FigureJson) => ("shown" in one ? one.shown : "[x]"));
    const sign = { achieved: "✓", "not achieved": "✗", "not judged": "○" }[verdict];
    const name = (label === undefined ? measure : `${measure} (${label})`).replaceAll("&", "&amp;");
    expect(rows.get(name), name).toEqual([aim, `${sign} ${verdict}`, ...shown, priorities.join(", ")]);
    compared += shown.length;
  }
  // 18 measures of crime and one of ASB with 14 figures each, 17 percentages with 6.
  expect(compared).toBe(19 * 14 + 17 * 6);
});

test("the overview comes first: a row for each measure, under a row for its table", async () => {
  const text = await page(plans[0] ?? "");
  const [overview = "", ...others] = text.match(/<table>[\s\S]*?<\/table>/g) ?? [];
  expect(others.length).toBeGreaterThan(5);
  // The published plan has 4 tables of 18, 1, 11 and 6 measures; 17 aims are achieved and 19 are not.
  const groups = overview.split("<tbody>").slice(1);
  expect(groups.map((group) => group.match(/<th scope="row">/g)?.length)).toEqual([18, 1, 11, 6]);
  expect(groups.map((group) => group.match(/<th scope="rowgroup"/g)?.length)).toEqual([1, 1, 1, 1]);
  expect(text.replace(/<[^>]*>/g, "")).toContain("36 measures: ✓ 17 achieved, ✗ 19 not achieved.");
  // Robbery in the published plan: 395, up 13.5%; MSG down 12.95%; 0.611 beside 0.462 for each 1,000 is 32% more.
  const robbery = /<tr><th scope="row"><a href="#(\w+)">Robbery<\/a><\/th>(.*?)<\/tr>/.exec(overview);
  const cells = [...(robbery?.[2] ?? "").matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = ""]) =>
    cell.replace(/<[^>]*>/g, ""),
  );
  expect(cells.slice(0, 5)).toEqual(["✗ not achieved", "395", "▲ +13.5%", "▼ -12.95%", "higher +32%"]);
  expect(text).toContain(`<th scope="row" id="${robbery?.[1]}">Robbery</th>`);
});

test("each unmet aim has its comment below it; where there is none, the page says nothing of it", async () => {
  const text = await page(plans[0] ?? "");
  expect(text).toMatch(
    /<th scope="row" id="(\w+)">Robbery<\/th>.*\n<tr class="comment"><td colspan="\d+" headers="\1"><div>Robbery rose by 13\.5% from the 2019 baseline/,
  );
  const bare = join(folder, "bare");
  cpSync(plans[0] ?? "", bare, { recursive: true });
  writeFileSync(join(bare, "comments.csv"), "measure,comment\n");
  const without = await page(bare);
  expect(without).not.toContain('class="comment"');
  expect(without).not.toMatch(/no comment/i);
});

test("every figure of a table tells its file and line", async () => {
  const text = await page(plans[0] ?? "");
  // data/recorded-crime.csv: All Crime is its second line, and 2019 in Gloucestershire its second column.
  expect(text).toMatch(
    /All Crime<\/th><td class="w">Baseline: 2019: Gloucestershire number<\/td><td class="w">data\/recorded-crime\.csv line 2, column 2<\/td>/,
  );
});

test("the page of ten measures over ten years of months is under 500 kB", async () => {
  const plan = join(folder, "ten");
  mkdirSync(plan);
  const names = Array.from({ length: 10 }, (_, index) => `Kind ${index}`);
  const months = Array.from(
    { length: 120 },
    (_, index) => `${2011 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`,
  );
  // Steps of a sequence without a period that is seen (the low bits are left out), so that few months are signals.
  let state = 7;
  const next = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return 300 + (Math.floor(state / 65_536) % 121);
  };
  const rows = names.flatMap((name) =>
    months.map((month) => `Northshire,${name},${month.replace("-", "")},count,${next()}\n`),
  );
  writeFileSync(join(plan, "d.csv"), `area,series,period,kind,value\n${rows.join("")}`);
  writeFileSync(
    join(plan, "plan.yaml"),
    JSON.stringify({
      ...{ title: "Ten", force: "Northshire", priorities: [], data: ["d.csv"] },
      tables: [
        {
          title: "T",
          source: "Home Office",
          baseline: "2019",
          current: "2020",
          measures: names.map((name) => ({ name, aim: "reduce" })),
        },
      ],
    }),
  );
  const { out } = await run(["trend", join(plan, "plan.yaml"), "--format", "html"]);
  expect(Buffer.byteLength(out)).toBeLessThan(500_000);
  // Two charts of each measure, and a small line for each of them first.
  expect(out.match(/<figure /g)).toHaveLength(20);
  expect(out.match(/class="spark"/g)).toHaveLength(20);
  expect(out.match(/ Source: Home Office\.<\/figcaption>/g)).toHaveLength(20);
  expect(out.indexOf("At a glance")).toBeLessThan(out.indexOf("<figure "));
});

test("the page of the largest fixture is under 500 kB", async () => {
  expect(Buffer.byteLength(await page(plans[0] ?? ""))).toBeLessThan(500_000);
});
