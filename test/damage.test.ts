// Files that are damaged so that they can still be read: nearly all of it has to be told, and nothing of whole ones.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { seeded } from "./helpers/seeded.ts";
import { run } from "./helpers/world.ts";
import { zipTexts } from "./helpers/zip.ts";

const folder = mkdtempSync(join(tmpdir(), "damage-"));
afterAll(() => rmSync(folder, { recursive: true }));

type Row = string[];
interface World {
  readonly random: () => number;
  readonly pick: <T>(all: readonly T[]) => T;
  readonly between: (least: number, most: number) => number;
  /** The tables of the plan, by the names of their files; the first row has the headings. */
  readonly files: Record<string, Row[]>;
  readonly plan: { data: unknown[]; tables: { [key: string]: unknown; measures: object[] }[]; [key: string]: unknown };
  /** Bytes in place of a table. */
  readonly raw: Record<string, Buffer | string>;
}

// Mid-2019, the ONS, rounded to hundreds.
const people = {
  Gloucestershire: 637_100,
  Wiltshire: 722_000,
  Dorset: 773_800,
  "Devon and Cornwall": 1_772_400,
  "Avon and Somerset": 1_719_000,
};
const forces = Object.keys(people) as (keyof typeof people)[];
const priorities = [{ id: "S", name: "Safe" }];
const measure = (name: string, more: object = {}) => ({
  name,
  aim: "reduce",
  priorities: ["S"],
  comment: "c",
  ...more,
});
const groups = [{ name: "MSG", forces, average: "pooled" }];
const months = Array.from(
  { length: 36 },
  (_, index) => `${2017 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`,
);
const monthName = (month: string): string =>
  new Date(`${month}-15`).toLocaleDateString("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

function worldOf(seed: number, of: (world: World) => void): World {
  const random = seeded(seed);
  const between = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const plan = { title: "P", force: "Gloucestershire", priorities, data: [], tables: [] };
  const world: World = { random, pick, between, files: {}, plan, raw: {} };
  of(world);
  return world;
}

/** A tidy file of monthly counts and populations, one of survey percentages, and one of rates that the plan maps. */
function performance(world: World): void {
  const { between, files, plan } = world;
  const heading = ["area", "series", "period", "kind", "value"];
  const series = { Robbery: 60, Burglary: 300, "Sexual offences": 110 };
  const counts: Row[] = [heading];
  for (const area of forces)
    for (const [name, level] of Object.entries(series))
      for (const month of months) {
        const usual = (level * people[area]) / people.Gloucestershire;
        const season = 1 + 0.15 * Math.sin((Number(month.slice(5)) / 12) * 2 * Math.PI);
        counts.push([area, name, monthName(month), "count", String(Math.round(usual * season + between(-8, 8)))]);
      }
  files["counts.csv"] = counts;
  files["people.csv"] = [heading, ...forces.map((area) => [area, "", "mid-2019", "population", String(people[area])])];
  files["survey.csv"] = [
    heading,
    ...forces.flatMap((area) =>
      ["2017", "2018", "2019"].map((year) => [
        area,
        "Confidence",
        year,
        "percent",
        `${between(55, 68)}.${between(1, 9)}`,
      ]),
    ),
  ];
  files["rates.csv"] = [
    ["Force", "Rate per 1,000 population 2018", "Rate per 1,000 population 2019"],
    ...forces.map((area) => [area, `4.${between(100, 999)}`, `4.${between(100, 999)}`]),
  ];
  plan.data = [
    "counts.csv",
    "people.csv",
    "survey.csv",
    {
      files: "rates.csv",
      columns: {
        area: "Force",
        values: [
          { column: 2, kind: "rate", series: "ASB", period: "2018" },
          { column: 3, kind: "rate", series: "ASB", period: "2019" },
        ],
      },
    },
  ];
  Object.assign(plan, { groups });
  const when = { baseline: "2018", current: "2019" };
  plan.tables = [
    {
      title: "Crime",
      baseline: { period: "2018", population: "mid-2019" },
      current: { period: "2019", population: "mid-2019" },
      measures: Object.keys(series).map((name) => measure(name)),
    },
    { title: "Survey", kind: "percentage", ...when, measures: [measure("Confidence", { aim: "at least 60" })] },
    { title: "Rates", kind: "rate", ...when, measures: [measure("ASB")] },
  ];
}

// The force's and the county's, mid-2019, by the ONS.
const ofCounties = {
  Kent: [1_860_100, 1_581_600],
  Hampshire: [1_992_200, 1_382_500],
  Essex: [1_846_700, 1_489_200],
  Lancashire: [1_508_900, 1_219_800],
  Derbyshire: [1_060_000, 802_700],
} as const;

/** The same of a force that has a county of its name. */
function counties(world: World): void {
  performance(world);
  const area = world.pick(Object.keys(ofCounties) as (keyof typeof ofCounties)[]);
  for (const rows of Object.values(world.files))
    for (const row of rows) if (row[0] === "Gloucestershire") row[0] = area;
  set(rowsWith(world.files["people.csv"] ?? [], area)[0], last, () => String(ofCounties[area][0]));
  Object.assign(world.plan, {
    force: area,
    groups: [{ name: "MSG", forces: [area, ...forces.slice(1)], average: "pooled" }],
  });
}

/** The ONS's tables P1 of two years, and what it publishes of the change between them. */
function publications(world: World): void {
  const { between, files, plan } = world;
  const names = ["Violence against the person", "Sexual offences", "Robbery", "Drug offences"];
  const head = ["Area Code", "Area Name", ...names];
  const codes = ["E23000037", "E23000038", "E23000039", "E23000035", "E23000036"];
  const before = forces.map(() => names.map(() => between(400, 9_000)));
  const after = before.map((row) => row.map((count) => Math.round(count * (0.8 + 0.4 * world.random()))));
  const table = (title: string, rows: readonly (readonly (number | string)[])[]): Row[] => [
    [title],
    head,
    ...rows.map((row, index) => [codes[index] ?? "", forces[index] ?? "", ...row.map(String)]),
    ["Source: Home Office"],
  ];
  const p1 = (year: number) => `Table P1: Police recorded crime, number of offences, year ending March ${year}`;
  files["p1-2018.csv"] = table(p1(2018), before);
  files["p1-2019.csv"] = table(p1(2019), after);
  files["p2.csv"] = table(
    "Table P2: Police recorded crime, percentage change, year ending March 2018 compared with year ending March 2019",
    after.map((row, index) => row.map((count, at) => (100 * (count / (before[index]?.[at] ?? 1) - 1)).toFixed(0))),
  );
  plan.data = ["p1-2018.csv", "p1-2019.csv", "p2.csv"];
  const [baseline, current] = ["year ending March 2018", "year ending March 2019"];
  plan.tables = [{ title: "Crime", baseline, current, measures: names.map((name) => measure(name)) }];
}

/** Two years of police.uk, one file a month. */
function street(world: World): void {
  const { between, files, plan, random } = world;
  const head =
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context";
  const id = (): string => Array.from({ length: 64 }, () => Math.floor(random() * 16).toString(16)).join("");
  for (const year of [2022, 2023])
    for (let month = 1; month <= 12; month += 1) {
      const when = `${year}-${String(month).padStart(2, "0")}`;
      const row = (type: string): Row => [
        ...[
          id(),
          when,
          "Gloucestershire Constabulary",
          "Gloucestershire Constabulary",
          "-2.2",
          `51.${between(10_000, 99_999)}`,
        ],
        ...[`On or near Street ${between(1, 99)}`, "E01022197", "Gloucester 001A", type, "Under investigation", ""],
      ];
      files[`${when}-street.csv`] = [
        head.split(","),
        ...Array.from({ length: between(3, 6) }, () => row("Robbery")),
        ...Array.from({ length: between(9, 15) }, () => row("Burglary")),
      ];
    }
  plan.data = ["*-street.csv"];
  plan.tables = [
    { title: "Crime", baseline: "2022", current: "2023", measures: [measure("Robbery"), measure("Burglary")] },
  ];
}

/** A workbook of the counts of two years. */
function workbook(world: World): void {
  const { between, files, plan } = world;
  const names = ["Robbery", "Burglary", "Theft", "Arson"];
  files["book.xlsx"] = [
    ["Force", "Offence", "2018", "2019"],
    ...["Gloucestershire", "Wiltshire"].flatMap((area) =>
      names.map((name) => [area, name, String(between(500, 4_000)), String(between(500, 4_000))]),
    ),
  ];
  plan.data = [
    {
      files: "book.xlsx",
      columns: {
        area: "Force",
        series: "Offence",
        values: [
          { column: 3, kind: "count", period: "2018" },
          { column: 4, kind: "count", period: "2019" },
        ],
      },
    },
  ];
  plan.tables = [{ title: "Crime", baseline: "2018", current: "2019", measures: names.map((name) => measure(name)) }];
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const relation = (type: string, target: string): string =>
  `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;

/** An XLSX of the rows; `rowOf` and `cellOf` may give a row its attributes and a number its whole cell. */
function bookOf(
  rows: readonly Row[],
  {
    rowOf = () => "",
    cellOf = () => undefined,
    columns = "",
    formats = "",
  }: {
    rowOf?: (row: number) => string;
    cellOf?: (row: number, column: number) => string | undefined;
    columns?: string;
    formats?: string;
  } = {},
): Buffer {
  const cell = (text: string, row: number, column: number): string =>
    cellOf(row, column) ??
    (/^\d+$/.test(text) && row > 0 ? `<c><v>${text}</v></c>` : `<c t="inlineStr"><is><t>${text}</t></is></c>`);
  const body = rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}"${rowOf(row)}>${cells.map((text, column) => cell(text, row, column)).join("")}</row>`,
    )
    .join("");
  return zipTexts({
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/_rels/workbook.xml.rels": relation("worksheet", "worksheets/sheet1.xml"),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}">${formats}<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}">${columns}<sheetData>${body}</sheetData></worksheet>`,
  });
}

const csv = (rows: readonly Row[]): string =>
  `${rows.map((cells) => cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")).join("\n")}\n`;

/** What the report of a world says beside its figures: codes of problems and doubts, notes, and its figures. */
async function saidOf({ files, raw, plan }: World): Promise<{ said: string[]; notes: string[]; figures: string }> {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  for (const [name, rows] of Object.entries(files))
    writeFileSync(join(folder, name), raw[name] ?? (name.endsWith(".xlsx") ? bookOf(rows) : csv(rows)));
  writeFileSync(join(folder, "plan.yaml"), JSON.stringify(plan));
  const { out, exit } = await run(["report", "plan.yaml", "--format", "json"], folder);
  if (exit === 2) return { said: ["refused"], notes: [], figures: "" };
  const { tables, problems, doubts } = JSON.parse(out);
  type Rows = { notes?: string[]; rows: { notes: string[]; figures: object }[] }[];
  const codes = [...problems, ...doubts].map(
    ({ code, line }: { code: string; line?: number }) => `${code} ${line ?? ""}`,
  );
  const notes = (tables as Rows).flatMap((table) => [
    ...(table.notes ?? []),
    ...table.rows.flatMap((row) => row.notes),
  ]);
  const figures = JSON.stringify(
    (tables as Rows).flatMap(({ rows }) => rows.map((row) => row.figures)),
    (key, value) => (key === "from" ? undefined : value),
  );
  return { said: codes, notes, figures };
}

/** The rows of a file that hold figures of an area, a kind or a series. */
const rowsWith = (rows: readonly Row[], ...said: string[]): Row[] =>
  rows.slice(1).filter((row) => said.every((one) => row.includes(one)));
const valuesOf = (rows: readonly Row[]): Row[] => rows.slice(1);
const set = (row: Row | undefined, column: number, change: (text: string) => string): void => {
  if (row) row[column] = change(row[column] ?? "");
};
const last = 4;
const hundredth = (text: string): string => (Number(text) / 100).toFixed(3);
const inPeriod = (rows: readonly Row[], area: string): Row[] =>
  rows.slice(1).filter((row) => row[0] === area && /201[89]$/.test(row[2] ?? ""));

interface Damage {
  readonly of: (world: World) => void;
  readonly to: (world: World) => void;
  /** So many in a hundred have to be told. */
  readonly least?: number;
  /** A note says it, and not a problem or a doubt. */
  readonly note?: RegExp;
}

const damages: Readonly<Record<string, Damage>> = {
  "percentages as fractions": {
    of: performance,
    to: ({ files }) => {
      for (const row of valuesOf(files["survey.csv"] ?? [])) set(row, last, hundredth);
    },
  },
  "one percentage as a fraction": {
    of: performance,
    to: ({ files, pick }) =>
      set(pick(rowsWith(files["survey.csv"] ?? [], "Gloucestershire").slice(1)), last, hundredth),
  },
  "populations in thousands": {
    of: performance,
    to: ({ files }) => {
      for (const row of valuesOf(files["people.csv"] ?? []))
        set(row, last, (text) => String(Number(text) / 1000).split(".")[0] ?? "");
    },
  },
  "a population with a digit too many, or one lost": {
    of: performance,
    to: ({ files, pick, between }) =>
      set(pick(rowsWith(files["people.csv"] ?? [], "population")), last, (text) => {
        const at = between(0, text.length - 1);
        return pick([true, false])
          ? text.slice(0, at) + text[at] + text.slice(at)
          : text.slice(0, at) + text.slice(at + 1);
      }),
  },
  "populations shifted against the names": {
    of: performance,
    to: ({ files, between }) => {
      const rows = valuesOf(files["people.csv"] ?? []);
      const values = rows.map((row) => row[last] ?? "");
      const by = between(1, rows.length - 1);
      for (const [index, row] of rows.entries()) row[last] = values[(index + by) % rows.length] ?? "";
    },
  },
  "a county's population for a force's": {
    of: counties,
    to: ({ files, plan }) => {
      const area = plan.force as keyof typeof ofCounties;
      set(rowsWith(files["people.csv"] ?? [], area)[0], last, () => String(ofCounties[area][1]));
    },
  },
  "a block of records given twice": {
    of: performance,
    to: ({ files, between }) => {
      const rows = files["counts.csv"] ?? [];
      const from = rows.findIndex((row) => row[0] === "Gloucestershire" && /2018$/.test(row[2] ?? ""));
      rows.push(...rows.slice(from + between(0, 5), from + between(8, 24)).map((row) => [...row]));
    },
  },
  "one record given twice": {
    of: performance,
    to: ({ files, pick }) =>
      void files["counts.csv"]?.push([...pick(inPeriod(files["counts.csv"], "Gloucestershire"))]),
  },
  "one record given twice with another number": {
    of: performance,
    to: ({ files, pick }) => {
      const [area = "", series = "", period = "", kind = "", value = ""] = pick(
        inPeriod(files["counts.csv"] ?? [], "Gloucestershire"),
      );
      files["counts.csv"]?.push([area, series, period, kind, String(Number(value) + 1)]);
    },
  },
  "a month left out": {
    of: performance,
    to: ({ files, pick }) => {
      const rows = files["counts.csv"] ?? [];
      rows.splice(rows.indexOf(pick(inPeriod(rows, "Gloucestershire"))), 1);
    },
  },
  "a digit typed twice": {
    of: performance,
    to: ({ files, pick, between }) =>
      set(pick(inPeriod(files["counts.csv"] ?? [], "Gloucestershire")), last, (text) => {
        const at = between(0, text.length - 1);
        return text.slice(0, at) + text[at] + text.slice(at);
      }),
    least: 85,
  },
  "a digit lost": {
    of: performance,
    to: ({ files, pick }) =>
      set(
        pick(inPeriod(files["counts.csv"] ?? [], "Gloucestershire").filter((row) => (row[last]?.length ?? 0) > 2)),
        last,
        (text) => text.slice(0, -1),
      ),
    least: 85,
  },
  "a blank in place of a number": {
    of: performance,
    to: ({ files, pick }) => set(pick(inPeriod(files["counts.csv"] ?? [], "Gloucestershire")), last, () => ""),
  },
  "rates per 100,000 under a heading that says so": {
    of: performance,
    to: ({ files, plan }) => {
      // The plan says per 1,000, as it did for the file before.
      const [head, ...rows] = files["rates.csv"] ?? [];
      for (const column of [1, 2]) set(head, column, (text) => text.replace("1,000", "100,000"));
      for (const row of rows)
        for (const column of [1, 2]) set(row, column, (text) => String(Math.round(Number(text) * 100)));
      Object.assign(plan.data[3] as object, { per: 1000 });
    },
  },
  "rates taken for counts": {
    of: performance,
    to: ({ plan, files }) => {
      for (const row of valuesOf(files["rates.csv"] ?? []))
        for (const column of [1, 2]) set(row, column, (text) => text.split(".")[0] ?? "");
      const map = plan.data[3] as { columns: { values: { kind: string }[] } };
      for (const one of map.columns.values) one.kind = "count";
      Object.assign(plan.tables[2] ?? {}, { kind: "count" });
    },
  },
  "a column shifted by a missing cell": {
    of: performance,
    to: ({ files, pick, between }) => {
      const row = pick(valuesOf(files["rates.csv"] ?? []));
      row.splice(between(0, 2), 1);
    },
  },
  "a name with a letter of another script": {
    of: performance,
    to: ({ files, pick }) => {
      const name = pick(["Robbery", "Burglary", "Sexual offences"]);
      for (const row of files["counts.csv"] ?? [])
        if (row[1] === name) row[1] = name.replace(/[oea]/, (sign) => ({ o: "о", e: "е", a: "а" })[sign] ?? sign);
    },
  },
  "thousands written with a full stop": {
    of: performance,
    to: ({ files, pick }) =>
      set(
        pick(inPeriod(files["counts.csv"] ?? [], "Gloucestershire")),
        last,
        (text) => `${text.slice(0, 1)}.${text.slice(1).padEnd(3, "0")}`,
      ),
  },
  "a file cut off in the middle": {
    of: performance,
    to: ({ files, between }) => void files["counts.csv"]?.splice(between(20, 35)),
  },
  "an older release for the baseline": {
    of: publications,
    to: ({ files, between, pick }) => {
      const rows = (files["p1-2018.csv"] ?? []).filter((row) => row[1] === "Gloucestershire");
      set(rows[0], between(2, 5), (text) => String(Math.round(Number(text) * pick([0.93, 0.95, 0.97, 1.03, 1.05]))));
    },
  },
  "the columns of a table in another order than its headings": {
    of: publications,
    to: ({ files }) => {
      for (const row of (files["p1-2019.csv"] ?? []).slice(2)) row.splice(2, 2, row[3] ?? "", row[2] ?? "");
    },
  },
  "two downloads of one month put together": {
    of: street,
    to: ({ files, pick }) => {
      const rows = files[pick(Object.keys(files))] ?? [];
      rows.push(
        ...rows
          .slice(pick([0, 1]))
          .map((row, index) => row.map((cell, at) => (at === 10 && index > 0 ? "Offender charged" : cell))),
      );
    },
    note: /Crime ID|twice|once/i,
  },
  "one month's file under two names": {
    of: street,
    to: ({ files, pick }) => {
      const name = pick(Object.keys(files));
      files[`copy-${name}`] = (files[name] ?? []).map((row) => [...row]);
    },
    note: /Crime ID|twice|once/i,
  },
  "a month without a type": {
    of: street,
    to: ({ files, pick }) => {
      const name = pick(Object.keys(files).filter((one) => !/2022-01|2023-12/.test(one)));
      files[name] = (files[name] ?? []).filter((row) => row[9] !== "Robbery");
    },
    note: /no record/i,
  },
  "a month without a file": {
    of: street,
    to: ({ files, pick }) => void delete files[pick(Object.keys(files))],
  },
  "a hidden row": {
    of: workbook,
    to: ({ files, raw, between }) => {
      const hidden = between(1, 4);
      raw["book.xlsx"] = bookOf(files["book.xlsx"] ?? [], { rowOf: (row) => (row === hidden ? ' hidden="1"' : "") });
    },
  },
  "a hidden column": {
    of: workbook,
    to: ({ files, raw, between }) => {
      const at = between(3, 4);
      raw["book.xlsx"] = bookOf(files["book.xlsx"] ?? [], {
        columns: `<cols><col min="${at}" max="${at}" hidden="1"/></cols>`,
      });
    },
  },
  "a number that is shown as [c]": {
    of: workbook,
    to: ({ files, raw, between, pick }) => {
      const [at, under] = [between(1, 4), between(2, 3)];
      const value = files["book.xlsx"]?.[at]?.[under] ?? "";
      raw["book.xlsx"] = bookOf(files["book.xlsx"] ?? [], {
        cellOf: (row, column) => (row === at && column === under ? `<c s="1"><v>${value}</v></c>` : undefined),
        formats: `<numFmts><numFmt numFmtId="164" formatCode="${pick(["&quot;[c]&quot;", ";;;", "&quot;c&quot;"])}"/></numFmts>`,
      });
    },
  },
  "a cell with two values": {
    of: workbook,
    to: ({ files, raw, between }) => {
      const at = between(1, 4);
      raw["book.xlsx"] = bookOf(files["book.xlsx"] ?? [], {
        cellOf: (row, column) => (row === at && column === 3 ? "<c><v>34</v><v>89</v></c>" : undefined),
      });
    },
  },
};

const wholes = new Map<string, Awaited<ReturnType<typeof saidOf>>>();
/** What is said of a world before it is damaged: nothing. */
async function wholeOf(seed: number, of: Damage["of"]) {
  // That of a county has a force of its own in each.
  const known = wholes.get(`${of.name} ${seed}`);
  const whole = known ?? (await saidOf(worldOf(seed, of)));
  expect(whole.said, `${of.name}, seed ${seed}, before any damage`).toEqual([]);
  wholes.set(`${of.name} ${seed}`, whole);
  return whole;
}

const VARIANTS = 20;
const found = new Map<string, number>();

describe("damage that leaves files readable", { tags: "long" }, () => {
  const seeds = Array.from({ length: VARIANTS }, (_, index) => index + 1);
  test.each(Object.entries(damages))("%s", async (name, { of, to, least = 95, note }) => {
    const silent: number[] = [];
    for (const seed of seeds) {
      const clean = await wholeOf(seed, of);
      const world = worldOf(seed, of);
      to(world);
      const { said, notes, figures } = await saidOf(world);
      // A lost digit that leaves every figure of the report as it was did no damage.
      const isTold = said.length > 0 || (note !== undefined && notes.some((one) => note.test(one)));
      if (!isTold) silent.push(seed);
      expect(isTold || figures !== clean.figures, `${name}, seed ${seed}: nothing was damaged`).toBe(true);
    }
    found.set(name, VARIANTS - silent.length);
    expect((100 * (VARIANTS - silent.length)) / VARIANTS, `silent: ${silent}`).toBeGreaterThanOrEqual(least);
  });

  test("of all kinds together, 95 in a hundred are told", () => {
    const told = [...found.values()].reduce((sum, one) => sum + one, 0);
    expect(found.size).toBe(Object.keys(damages).length);
    expect((100 * told) / (VARIANTS * found.size)).toBeGreaterThanOrEqual(95);
  });
});
