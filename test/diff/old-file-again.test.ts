// A new file beside the unchanged old one says nothing of the old period: what was revised is then not known.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { jsonOf } from "../helpers/json.ts";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "old-file-"));
afterAll(() => rmSync(folder, { recursive: true }));

type Line = readonly [period: string, value: number, kind?: string];
const csv = (lines: readonly Line[]): string =>
  [
    "area,series,period,kind,value",
    ...lines.map(
      ([period, value, kind = "count"]) =>
        `Gloucestershire,${kind === "population" ? "" : "Robbery"},${period},${kind},${value}`,
    ),
    "",
  ].join("\n");
/** An edition: a folder of its own with its plan and files. */
function write(edition: string, current: string, files: Readonly<Record<string, readonly Line[]>>): void {
  rmSync(join(folder, edition), { recursive: true, force: true });
  mkdirSync(join(folder, edition));
  for (const [name, lines] of Object.entries(files)) writeFileSync(join(folder, edition, name), csv(lines));
  writeFileSync(
    join(folder, edition, "plan.yaml"),
    `title: Plan
force: Gloucestershire
priorities: [{ id: A, name: A }]
data: ["*.csv"]
tables:
  - title: Crime
    baseline: { period: 2017, population: mid-2016 }
    current: ${current}
    measures:
      - { name: Robbery, aim: reduce, priorities: [A], comment: x }
`,
  );
}
const PEOPLE: readonly Line[] = [
  ["mid-2016", 600_000, "population"],
  ["mid-2017", 610_000, "population"],
  ["mid-2018", 620_000, "population"],
];
const OLD: readonly Line[] = [
  ["2017", 400],
  ["2018", 390],
];
const BEFORE = "{ period: 2018, population: mid-2017 }";
const NOW = "{ period: 2019, population: mid-2018 }";
const diff = async () => {
  const [json, text] = await Promise.all(
    ["json", "terminal"].map(async (format) => (await run(["diff", "old", "new", "--format", format], folder)).out),
  );
  const found = jsonOf("diff", json ?? "");
  const figures = found.measures[0]?.sides[0]?.figures ?? [];
  const of = (when: string, kind: string) => figures.find((one) => one.of === when && one.kind === kind)?.revised;
  const count = (what: string): string | undefined => new RegExp(`${what} +(\\d+)`).exec(text ?? "")?.[1];
  return { found, of, count, text: text ?? "" };
};
const REASON = "the new files do not have the old period, so nothing tells whether it was revised";

beforeEach(() => write("old", BEFORE, { "a.csv": OLD, "people.csv": PEOPLE }));

test("a new file beside the old one, unchanged: neither revised nor moved is known, also not of the rate and the verdict", async () => {
  // 420 is over the 400 of 2017, and 390 was under it.
  write("new", NOW, { "a.csv": OLD, "b.csv": [["2019", 420]], "people.csv": PEOPLE });
  const { found, of, count, text } = await diff();
  for (const [when, kind] of [
    ["current", "count"],
    ["current", "rate"],
    ["change", "percent"],
  ] as const) {
    expect(of(when, kind), `${when} ${kind}`).toMatchObject({ gap: REASON });
  }
  expect(of("baseline", "count")).toMatchObject({ value: "0" });
  expect([count("Measures revised"), count("Revised or moved not known")]).toEqual(["0", "1"]);
  expect(found.verdicts).toMatchObject([
    { was: "achieved", restated: null, is: "not achieved", "by-revision-alone": false, by: [["current whole"]] },
  ]);
  expect(text).not.toContain("new months alone");
});

test.each<[string, Readonly<Record<string, readonly Line[]>>, string]>([
  ["replaced by one with both periods, unrevised", { "a.csv": [...OLD, ["2019", 420]] }, "0"],
  [
    "replaced by one with both periods, revised",
    {
      "a.csv": [
        ["2017", 400],
        ["2018", 395],
        ["2019", 420],
      ],
    },
    "5",
  ],
  [
    "revised, and the new period in another",
    {
      "a.csv": [
        ["2017", 400],
        ["2018", 395],
      ],
      "b.csv": [["2019", 420]],
    },
    "5",
  ],
])("the old file %s: it is known", async (_, files, revised) => {
  write("new", NOW, { ...files, "people.csv": PEOPLE });
  const { of, count } = await diff();
  expect(of("current", "count")).toMatchObject({ value: revised });
  expect(count("Revised or moved not known")).toBe("0");
});

test("files that hold both periods and did not change, and a plan that moved: nothing was revised, and that is known", async () => {
  const files = { "a.csv": [...OLD, ["2019", 420]] as Line[], "people.csv": PEOPLE };
  write("old", BEFORE, files);
  write("new", NOW, files);
  expect((await diff()).of("current", "count")).toMatchObject({ value: "0" });
});

test("a new file of three months beside unchanged ones of the other months: the months in both are as they were", async () => {
  const months = "January February March April May June July August September October November December".split(" ");
  const year = (of: number, value: number): Line[] => months.map((month) => [`${month} ${of}`, value]);
  const later = months.slice(0, 3).map((month): Line => [`${month} 2019`, 40]);
  const files = { "a.csv": [["2017", 400] as Line, ...year(2018, 30)], "people.csv": PEOPLE };
  write("old", BEFORE, files);
  write("new", "{ period: April 2018 to March 2019, population: mid-2018 }", { ...files, "b.csv": later });
  const { of, count } = await diff();
  expect(of("current", "count")).toMatchObject({ value: "0" });
  expect(count("Revised or moved not known")).toBe("0");
});
