// What a diff says of verdicts in the odd cases: known in part, back again, gone, by a changed aim, and written by hand.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { jsonOf } from "../helpers/json.ts";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "diff-verdicts-"));
afterAll(() => rmSync(folder, { recursive: true }));

const JUNE = "12 months to June 2023";
const SEPTEMBER = "12 months to September 2023";

/** A side: figures of Gloucestershire by series as [2019, June, September], nothing where there is none. */
interface Side {
  readonly current: string;
  readonly aims?: string;
  readonly counts: Readonly<Record<string, readonly (number | string | undefined)[]>>;
  /** The count of Wiltshire in 2019, June and September, for a rank; that of Dorset is 30. */
  readonly wiltshire?: readonly number[];
}

function write(name: string, { current, aims = "reduce", counts, wiltshire = [] }: Side): string {
  const cwd = join(folder, name);
  mkdirSync(cwd, { recursive: true });
  const rowsOf = (area: string, series: string, values: readonly (number | string | undefined)[]) =>
    values.flatMap((value, index) =>
      value === undefined ? [] : [`${area},${series},${["2019", JUNE, SEPTEMBER][index]},count,${value}`],
    );
  const rows = [
    ...Object.entries(counts).flatMap(([series, values]) => rowsOf("Gloucestershire", series, values)),
    ...rowsOf("Wiltshire", "Robbery", wiltshire),
    ...rowsOf(
      "Dorset",
      "Robbery",
      wiltshire.map(() => 30),
    ),
    ...["Gloucestershire", "Wiltshire", "Dorset"].map((area) => `${area},Population,mid-2019,population,1000`),
  ];
  writeFileSync(join(cwd, "data.csv"), ["area,series,period,kind,value", ...rows].join("\n"));
  const group = "similar-forces: { name: MSG, forces: [Dorset, Wiltshire], includes-force: false }\n";
  const basis = wiltshire.length > 0 ? "basis: rate, " : "";
  writeFileSync(
    join(cwd, "plan.yaml"),
    `title: A plan
force: Gloucestershire
${wiltshire.length > 0 ? group : ""}priorities: [{ id: A, name: A }]
data: [data.csv]
tables:
  - title: Crime
    baseline: { period: 2019, population: mid-2019 }
    current: { period: ${current}, population: mid-2019 }
    measures:
${Object.keys(counts)
  .map((series) => `      - { name: ${series}, aim: ${aims}, ${basis}priorities: [A], comment: None. }`)
  .join("\n")}
`,
  );
  return name;
}

async function keep(name: string): Promise<string> {
  const kept = await run(["report", name, "--format", "json"], folder);
  writeFileSync(join(folder, `${name}.json`), kept.out);
  return `${name}.json`;
}

/** What a script and what a reader is told. */
async function told(old: string, now: string) {
  const [page, script] = [
    await run(["diff", old, now], folder, 200),
    await run(["diff", old, now, "--format", "json"], folder),
  ];
  return { page: page.out, err: page.err, exit: page.exit, ...jsonOf("diff", script.out) };
}

const inShort = (page: string, what: string): string | undefined =>
  new RegExp(`^${what} +(\\d+)$`, "m").exec(page)?.[1];

test("of two kept reports, a baseline whose revision alone flips the verdict says so in table, sentence and count", async () => {
  // 1,100 is above 1,000; it and 1,090 are below 1,200.
  const old = await keep(write("a-june", { current: JUNE, counts: { Burglary: [1000, 1100] } }));
  const now = await keep(write("a-september", { current: SEPTEMBER, counts: { Burglary: [1200, undefined, 1090] } }));
  const { page, verdicts } = await told(old, now);
  expect(verdicts).toMatchObject([
    { was: "not achieved", restated: null, is: "achieved", "by-revision-alone": true, by: [["baseline revised"]] },
  ]);
  expect(page).toMatch(/Burglary +not achieved +not known +achieved +revision alone/);
  expect(page).toContain("by the revision of its baseline alone.");
  expect(inShort(page, "Flipped by revision alone")).toBe("1");
  expect(inShort(page, "Other verdicts changed")).toBe("0");
});

test("a verdict that the whole of a change flips is not put down to revision", async () => {
  // 340 is below 348, 351 is not; how much of the 11 is revision is in neither report.
  const old = await keep(write("b-june", { current: JUNE, counts: { Robbery: [348, 340] } }));
  const now = await keep(write("b-september", { current: SEPTEMBER, counts: { Robbery: [348, undefined, 351] } }));
  const { page, verdicts } = await told(old, now);
  expect(verdicts).toMatchObject([{ "by-revision-alone": false, by: [["current whole"]] }]);
  expect(page).toMatch(/Robbery +achieved +not known +not achieved +cannot be told/);
});

test("a rank that a revision flipped, and new months flipped back, says by what", async () => {
  // First with 10 to 12; with Wiltshire restated as 9 second; then first again with 7 to 8.
  const aims = "rank 1 or better, better: lower";
  const old = await keep(write("c-june", { current: JUNE, aims, counts: { Robbery: [10, 10] }, wiltshire: [15, 12] }));
  const now = write("c-new", { current: SEPTEMBER, aims, counts: { Robbery: [10, 10, 7] }, wiltshire: [15, 9, 8] });
  const { page, verdicts } = await told(old, now);
  expect(verdicts).toMatchObject([
    {
      ...{ was: "achieved", restated: "not achieved", is: "achieved" },
      ...{ "by-revision-alone": true, by: [["figures revised"]] },
    },
  ]);
  expect(page).toContain("restated, by the revision of the figures that it is judged on alone; then flipped back.");
});

test("where the new figure is not there, the verdict over the old periods as restated is told all the same", async () => {
  const counts = { Theft: [510, 480], Arson: [100, 90] };
  const old = await keep(write("d-june", { current: JUNE, counts }));
  // 480 is still below 510; 90 is restated as 105, above 100.
  const gone = { Theft: [510, 480, "[x] not yet released"], Arson: [100, 105, "[x] not yet released"] };
  const { page, verdicts } = await told(old, write("d-new", { current: SEPTEMBER, counts: gone }));
  expect(
    verdicts.map(({ measure, restated, by, "by-revision-alone": alone }) => [measure, restated, alone, by]),
  ).toEqual([
    ["Theft", "achieved", false, []],
    ["Arson", "not achieved", true, [["figures revised"]]],
  ]);
  expect(page).toContain("not yet released. Over the old periods as restated it is achieved.");
  expect(page).toMatch(/Arson +achieved +not achieved +not judged +revision, then no figure/);
  // Both have a moved of [x].
  expect(inShort(page, "Revised or moved not known")).toBe("2");
});

test("a measure with another aim or another verdict is not called unchanged", async () => {
  const counts = { Burglary: [1200, 1090], Robbery: [348, 351] };
  const old = await keep(write("e-was", { current: JUNE, counts }));
  const flipped = await told(old, write("e-is", { current: JUNE, aims: "increase", counts }));
  expect(flipped.verdicts.map(({ measure }) => measure)).toEqual(["Burglary", "Robbery"]);
  expect(inShort(flipped.page, "Measures unchanged")).toBe("0");
  expect(flipped.page).not.toContain("Unchanged:");
  expect(flipped.measures.map(({ changed }) => changed)).toEqual([true, true]);
  // 1,090 is below 1,200 − 12 and 351 is above 348 − 3.48: no verdict flips, and the aim is another.
  const other = await told(old, write("e-by", { current: JUNE, aims: "reduce by 1%", counts }));
  expect(other.verdicts).toEqual([]);
  expect(inShort(other.page, "Measures unchanged")).toBe("0");
});

test("an aim or new months, each of which flips a verdict, are named as one or the other", async () => {
  // 90 of 100 is a fall, but none by 20%; 105 is no fall.
  const old = await keep(write("f-was", { current: JUNE, counts: { Theft: [100, 90] } }));
  const now = write("f-is", { current: SEPTEMBER, aims: "reduce by 20%", counts: { Theft: [100, 90, 105] } });
  const { page, verdicts } = await told(old, now);
  expect(verdicts).toMatchObject([{ by: [["aim changed"], ["current moved"]] }]);
  expect(page).toMatch(/Theft +achieved +achieved +not achieved +changed aim or new months/);
});

/** A kept report with something in it written otherwise. */
function edited(from: string, name: string, change: (report: ReportJson) => void): string {
  const report = JSON.parse(readFileSync(join(folder, from), "utf8"));
  change(report);
  writeFileSync(join(folder, name), JSON.stringify(report));
  return name;
}
interface ReportJson {
  readonly tables: readonly {
    readonly rows: readonly {
      verdict: string;
      readonly periods: Record<"baseline" | "current", Record<"period" | "population", string>>;
    }[];
  }[];
}

test("a saved verdict that its own figures do not give is a problem of the report, and no flip", async () => {
  // 1,100 is above 1,000: not achieved, whatever the report says.
  const sound = await keep(write("g", { current: JUNE, counts: { Burglary: [1000, 1100], Theft: [510, 480] } }));
  const wrong = edited(sound, "g-wrong.json", ({ tables }) => {
    for (const row of tables[0]?.rows ?? []) row.verdict = "achieved";
  });
  for (const [old, now] of [
    [wrong, sound],
    [sound, wrong],
  ] as const) {
    const { page, err, exit, verdicts, measures } = await told(old, now);
    expect(verdicts).toEqual([]);
    expect(measures.map(({ verdict }) => [verdict.was, verdict.is])).toEqual([
      ["not achieved", "not achieved"],
      ["achieved", "achieved"],
    ]);
    expect(page).not.toContain("Nothing changed");
    expect(page).toContain("Unchanged: Theft.");
    expect(err.match(/\[verdict-differs\]/g)).toHaveLength(1);
    expect(err).toContain('Burglary: the report says "achieved", but its own figures give "not achieved"');
    expect(exit).toBe(1);
  }
});

test("a third that is kept to 20 decimals and is just what the aim asks is not called a wrong verdict", async () => {
  // 1000 × 4 ÷ 3 to 1000 × 2 ÷ 3 is a fall by half exactly; rounded, 1333.3…3 and 666.6…7 are not.
  const name = write("h", { current: JUNE, aims: "reduce by 50%", counts: { Theft: [4, 2] } });
  for (const file of ["data.csv", "plan.yaml"]) {
    const path = join(folder, name, file);
    const text = readFileSync(path, "utf8").replaceAll("population,1000", "population,3");
    writeFileSync(path, text.replace("aim: reduce by 50%, ", "aim: reduce by 50%, basis: rate, "));
  }
  const kept = await keep(name);
  const { err, exit, measures } = await told(kept, kept);
  expect([err, exit, measures[0]?.verdict]).toEqual(["", 0, { was: "achieved", is: "achieved" }]);
});

test.each(["period", "population"] as const)(
  "a saved %s that cannot be read is refused with a sentence",
  async (which) => {
    const sound = await keep(write("i", { current: JUNE, counts: { Burglary: [1000, 1100] } }));
    const wrong = edited(sound, "i-wrong.json", ({ tables }) => {
      const [row] = tables[0]?.rows ?? [];
      if (row) row.periods.current[which] = "garbage";
    });
    const done = await run(["diff", wrong, sound], folder);
    expect([done.exit, done.out]).toEqual([2, ""]);
    expect(done.err).toContain(`i-wrong.json: tables[0].rows[0].periods.current.${which}: "garbage" is not a period`);
  },
);
