// The real files that analysts download, where they are to be had: PLAN_MEASURES_SHARED names their folder.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type Figure, isKnown } from "../src/core/figure.ts";
import { compareExact, exact, fixed, minus, over, times } from "../src/core/number.ts";
import { type Period, parsePeriod } from "../src/core/period.ts";
import { type Gazetteer, gazetteer } from "../src/data/areas.ts";
import type { Store } from "../src/data/store.ts";
import { readData } from "../src/input/ingest.ts";
import { percentDifference } from "../src/statistics/percent-difference.ts";
import { total } from "../src/statistics/total.ts";
import { run } from "./helpers/world.ts";

const shared = process.env.PLAN_MEASURES_SHARED ?? "";
const data = join(shared, "data");
const folder = mkdtempSync(join(tmpdir(), "real-"));
afterAll(() => rmSync(folder, { recursive: true }));

const TOTAL = "Total recorded crime (excluding fraud)";
const ons = "ons-police-force-area";

/** The counts that a plan makes of one series, in each period: as its current figure, with whatever else it needs. */
async function countsByPlan(
  files: string,
  area: string,
  series: string | string[],
  periods: readonly string[],
  fixed?: string,
): Promise<string[]> {
  const plan = {
    title: "Totals",
    force: area,
    priorities: [{ id: "A", name: "All" }],
    data: [fixed === undefined ? files : { files, fixed: { period: fixed } }],
    tables: periods.map((period) => ({
      title: `Totals ${period}`,
      baseline: period,
      current: period,
      measures: [{ name: "one", series, aim: "reduce", priorities: ["A"], comment: "none" }],
    })),
  };
  writeFileSync(join(folder, "plan.yaml"), JSON.stringify(plan));
  const done = await run(["report", "plan.yaml", "--data", data, "--format", "json"], folder);
  type Row = { figures: { current: { force: { count: { value?: string; gap?: string } } } } };
  return (JSON.parse(done.out).tables as { rows: [Row] }[]).map(({ rows: [{ figures }] }) => {
    const { count } = figures.current.force;
    return count.value ?? `${count.gap}\n${done.err}`;
  });
}
const byPlan = async (files: string, area: string, series: string | string[], period: string, fixed?: string) =>
  (await countsByPlan(files, area, series, [period], fixed))[0];

async function countsByInspect(file: string, area: string, series: string | string[], periods: readonly string[]) {
  const asked = ["--area", area, "--series", ...[series].flat(), "--period", ...periods, "--format", "json"];
  const done = await run(["inspect", file, ...asked], data);
  type Found = { kind: string; period: string; value: string };
  return (JSON.parse(done.out).files[0].figures as Found[]).filter(({ kind }) => kind === "count");
}
const byInspect = async (file: string, area: string, series: string | string[], period: string): Promise<string[]> =>
  (await countsByInspect(file, area, series, [period])).map(({ value }) => value);

const quarterly = "home-office/quarterly-by-force-and-offence-group-2002-2024.csv";

describe.skipIf(shared === "")("real files [needs PLAN_MEASURES_SHARED]", () => {
  const P1 = (edition: string, form: string): string => `${ons}/ye-${edition}/table-p1.${form}.csv`;
  const march2018 = "year ending March 2018";
  const forms = [
    ["full precision", P1("march-2018", "full-precision"), undefined],
    ["as displayed", P1("march-2018", "as-displayed"), undefined],
    ["saved by an analyst", `${ons}/saved-by-an-analyst/p1-ye-march-2018.csv`, march2018],
  ] as const;

  describe.each(forms)("P1 of March 2018, %s", (_, file, fixedPeriod) => {
    test.each([
      ["Gloucestershire", TOTAL, "33716"],
      ["Gloucestershire", "Violence against the person", "8320"],
      ["Gloucestershire", "Theft offences", "16718"],
      ["Gloucestershire", "Homicide", "3"],
      ["England and Wales", TOTAL, "4876282"],
    ])("%s, %s: %s", async (area, series, value) => {
      expect(await byPlan(file, area, series, march2018, fixedPeriod)).toBe(value);
      expect(await byInspect(file, area, series, march2018)).toEqual([value]);
    });
  });

  test.each([
    ["march-2019", "year ending March 2019", "Gloucestershire", "35093"],
    ["march-2019", "year ending March 2019", "England and Wales", "5257081"],
    ["december-2018", "2018", "Gloucestershire", "35292"],
    ["december-2019", "2019", "Gloucestershire", "38467"],
  ])("P1 of %s: total of %s, %s: %s", async (edition, period, area, value) => {
    for (const form of ["full-precision", "as-displayed"]) {
      expect(await byPlan(P1(edition, form), area, TOTAL, period)).toBe(value);
      expect(await byInspect(P1(edition, form), area, TOTAL, period)).toEqual([value]);
    }
    if (edition === "march-2019") {
      const saved = `${ons}/saved-by-an-analyst/p1-ye-march-2019.csv`;
      expect(await byPlan(saved, area, TOTAL, period, period)).toBe(value);
      expect(await byInspect(saved, area, TOTAL, period)).toEqual([value]);
    }
  });

  test("P1 of December 2019, as it was published: Greater Manchester's record is all gaps, and nothing is refused", async () => {
    for (const form of ["full-precision", "as-displayed"]) {
      const asked = ["inspect", P1("december-2019", form), "--area", "E23000005", "--format", "json"];
      const { out, exit } = await run(asked, data);
      const [{ figures, problems }] = JSON.parse(out).files;
      expect({ problems, exit }).toEqual({ problems: [], exit: 0 });
      // 23 offences and groups of them have a heading; the total's stands in the row above.
      expect(figures.map(({ gap }: { gap?: string }) => gap)).toEqual(Array(23).fill("not available"));
    }
  });

  test("no file has a heading that a source uses twice, and none but street crimes has an event twice", {
    tags: "long",
  }, async () => {
    const files = (readdirSync(data, { recursive: true }) as string[]).filter((file) => /\.(csv|xlsx)$/.test(file));
    expect(files.length).toBeGreaterThan(40);
    const { out } = await run(["inspect", ...files.sort(), "--format", "json"], data);
    type Told = readonly { code: string; file: string }[];
    const said = (JSON.parse(out).files as { problems: Told; doubts: Told }[]).flatMap((one) => [
      ...one.problems,
      ...one.doubts,
    ]);
    expect(said.filter(({ code }) => code === "heading-twice" || code === "records-doubled")).toEqual([]);
    expect(said.filter(({ code }) => code === "headings-again")).toEqual([]);
    expect(said.filter(({ code }) => code === "ids-differ").map(({ file }) => file)).toEqual([
      "police-uk/2024-01-city-of-london-street.csv",
    ]);
    // inspect holds no long file's figures; asked for them all, the sums of forces have no record twice either.
    const quarters = "home-office/quarterly-by-force-and-offence-group-2002-2024.csv";
    const asked = await run(["inspect", quarters, "--period", "2018/19 Q1", "2023/24 Q1", "--format", "json"], data);
    expect(JSON.parse(asked.out).files[0].problems).toEqual([]);
  });

  test("C2: Gloucestershire's partnerships add to its subtotal, 45,527, and are not added to it", async () => {
    const file = `${ons}/saved-by-an-analyst/c2-community-safety-partnerships-ye-june-2025.csv`;
    const period = "year ending June 2025";
    expect(await byPlan(file, "Gloucestershire", TOTAL, period)).toBe("45527");
    expect(await byInspect(file, "Gloucestershire", TOTAL, period)).toEqual(["45527"]);
    // 9,674 + 4,044 + 4,324 + 15,119 + 6,146 + 4,890 + 1,330 unassigned
    const parts = [
      "Cheltenham",
      "Cotswold",
      "Forest of Dean",
      "Gloucester",
      "Stroud",
      "Tewkesbury",
      "Unassigned Gloucestershire",
    ];
    let sum = 0;
    for (const part of parts) sum += Number(await byPlan(file, part, TOTAL, period));
    expect(sum).toBe(45527);
  });

  test("the rolling year: Gloucestershire, all offences but fraud", { tags: "long" }, async () => {
    const file = "home-office/rolling-year-by-force-2003-2018.csv";
    const expected = [
      ["31-03-2017", "April 2016 to March 2017", "31343"],
      ["30-06-2017", "12 months to June 2017", "32837"],
      ["30-09-2017", "12 months to September 2017", "33864"],
      ["30-12-2017", "2017", "34206"],
      ["31-03-2018", "April 2017 to March 2018", "34076"],
      ["30-06-2018", "12 months to June 2018", "34160"],
      ["30-09-2018", "12 months to September 2018", "34656"],
      ["31-12-2018", "2018", "35292"],
    ] as const;
    const endings = expected.map(([ending]) => ending);
    const values = expected.map(([, , value]) => value);
    expect(await countsByPlan(file, "Gloucestershire", rollingNames.flat(), endings)).toEqual(values);
    // inspect adds no series up; the sum of what it prints is the same.
    const each = await countsByInspect(file, "Gloucestershire", rollingNames.flat(), endings);
    const sums = new Map<string, number>();
    for (const { period, value } of each) sums.set(period, (sums.get(period) ?? 0) + Number(value));
    expect(sums).toEqual(new Map(expected.map(([, period, value]) => [period, Number(value)])));
  });

  const outcomes = "outcomes/outcomes-2018-19-four-forces.csv";
  const boroughs = "mps-boroughs/borough-level-crime-24-months.csv";
  const arrests = "long-tables/arrests-three-forces-2015-to-2018.csv";
  const searches = "long-tables/stop-and-search-three-forces.csv";
  const casualties = "road-casualties/casualties-two-districts-2019-to-june-2024.csv";
  const incidents = "use-of-force/tables-2018-19.ods#Table_12";
  const ced = "use-of-force/tables-2018-19.ods#Table_13";
  const deaths = "long-tables/deaths-following-police-contact-2018-19.ods";
  const tactics = "use-of-force/by-age-2018-19.csv";
  // Worked out apart, by adding up the files' own cells; the last is the period that the file does not say.
  test.each<[string, string, string, string, string, string?]>([
    [outcomes, "Gloucestershire", "Robbery", "2018/19", "338"],
    [outcomes, "Gloucestershire", "Robbery: Charged/Summonsed", "2018/19", "57"],
    [outcomes, "Gloucestershire", "Sexual offences", "2018/19", "1069"],
    [outcomes, "Gloucestershire", "Theft offences", "2018/19", "16397"],
    [outcomes, "Gloucestershire", "Violence against the person", "2018/19", "9576"],
    [outcomes, "Gloucestershire", "Drug offences", "2018/19", "1036"],
    [outcomes, "Gloucestershire", "All offences", "2018/19", "35090"],
    [outcomes, "Gloucestershire", "All offences: Charged/Summonsed", "2018/19", "3659"],
    [outcomes, "Gloucestershire", "All offences (outcomes given in the quarter)", "2018/19", "35803"],
    [boroughs, "Barking and Dagenham", "Sexual offences", "June 2025", "62"],
    [boroughs, "Camden", "Robbery", "12 months to November 2025", "1489"],
    [arrests, "Gloucestershire", "Arrests", "2015/16", "5264"],
    [arrests, "Gloucestershire", "Arrests, sex: Female", "2015/16", "797"],
    [arrests, "Gloucestershire", "Arrests", "2016/17", "5094"],
    [arrests, "Gloucestershire", "Arrests, sex: Female", "2016/17", "823"],
    [arrests, "Gloucestershire", "Arrests", "2017/18", "4989"],
    [arrests, "Gloucestershire", "Arrests, sex: Female", "2017/18", "792"],
    [searches, "Gloucestershire", "Searches", "year ending March 2016", "2096"],
    [searches, "Gloucestershire", "Searches", "year ending March 2017", "1832"],
    [searches, "Gloucestershire", "Searches", "year ending March 2018", "1772"],
    [searches, "Gloucestershire", "Searches", "year ending March 2019", "573"],
    [casualties, "Tameside", "Killed or seriously injured", "2022", "76"],
    [casualties, "Tameside", "Killed or seriously injured", "2023", "56"],
    [casualties, "Trafford", "Killed or seriously injured", "2022", "67"],
    [casualties, "Trafford", "Killed or seriously injured", "2023", "60"],
    [casualties, "Tameside", "Road casualties", "2022", "297"],
    [casualties, "Tameside", "Road casualties", "2023", "243"],
    [casualties, "Trafford", "Road casualties", "2022", "247"],
    [casualties, "Trafford", "Road casualties", "2023", "226"],
    [incidents, "Gloucestershire", "Use of force incidents", "2018/19", "881", "2018/19"],
    [incidents, "West Midlands (force)", "Use of force incidents", "2018/19", "7481", "2018/19"],
    [incidents, "West Midlands (region)", "Use of force incidents", "2018/19", "19669", "2018/19"],
    [tactics, "Gloucestershire", "Compliant handcuffing", "2018/19", "450", "2018/19"],
    [ced, "Gloucestershire", "CED use: Total", "2018/19", "137"],
    [
      `${deaths}#Custody_By_Force`,
      "Gloucestershire",
      "Deaths in or following police custody: fatalities",
      "2004/05",
      "1",
    ],
    [`${deaths}#Custody_By_Force`, "Cheshire", "Deaths in or following police custody: fatalities", "2011/12", "3"],
    [`${deaths}#RTI_By_Force`, "Gloucestershire", "Road traffic incidents: incidents", "2016/17", "3"],
  ])("%s, %s, %s, %s: %s", async (file, area, series, period, value, fixed) => {
    expect(await byPlan(file, area, series, period, fixed)).toBe(value);
    expect(await byInspect(file, area, series, period)).toEqual([value]);
  });

  test("the Crime Survey's table by characteristic: 0.6072276714 is 60.72276714 %", async () => {
    const file = "long-tables/crime-survey-open-table-part.csv";
    const series = "catt2: All adults, 16-24, accharm3 Detached house";
    const period = "year ending December 2018";
    const { current } = await rowOf({
      force: "England and Wales",
      data: [{ files: file, fixed: { period } }],
      tables: [{ title: "T", kind: "percentage", current: period, measures: [{ name: series }] }],
    });
    expect(current.force.percent.value).toBe("60.72276714");
    const asked = ["--area", "England and Wales", "--series", series, "--format", "json"];
    const [{ figures }] = JSON.parse((await run(["inspect", file, ...asked], data)).out).files;
    expect((figures as { value: string }[]).map(({ value }) => value)).toEqual(["60.72276714", "335"]);
  });

  // The cells of the workbook, read apart: as full-time equivalents in Table_1, as heads in Table_12.
  test.each([
    ["Gloucestershire", "Police officers (FTE)", "September 2018", "1071.05"],
    ["Gloucestershire", "Police officers (FTE)", "September 2019", "1119"],
    ["West Midlands (force)", "Police officers (FTE)", "March 2019", "6494.7"],
    ["West Midlands (region)", "Police officers (FTE)", "March 2019", "10867.57"],
    ["City of London", "Special constables (headcount)", "September 2019", "80"],
  ])("workforce of %s, %s, %s: %s", async (area, series, period, value) => {
    const file = "workforce/police-workforce-september-2019.ods";
    const { current } = await rowOf({
      force: area,
      data: [file],
      tables: [{ title: "T", kind: "people", current: period, measures: [{ name: series }] }],
    });
    expect(current.force.people.value).toBe(value);
    const asked = ["--area", area, "--series", series, "--period", period, "--format", "json"];
    type File = { figures?: { value: string }[] };
    const { files } = JSON.parse((await run(["inspect", file, ...asked], data)).out) as { files: File[] };
    expect(files.flatMap(({ figures = [] }) => figures.map((one) => one.value))).toEqual([value]);
  });

  test.each([
    ["mid-year-estimates-2019-by-local-authority.xlsx#MYE2 - Persons", "Gloucestershire", "637070"],
    // 1,581,555 in the county and 278,556 in Medway
    ["mid-year-estimates-2019-by-local-authority.xlsx#MYE2 - Persons", "Kent", "1860111"],
    ["mid-year-estimates-2019-by-local-authority.xlsx#MYE2 - Persons", "Kent (county)", "1581555"],
    ["mid-year-estimates-2024-greater-manchester.csv", "Trafford", "241025"],
  ])("populations in %s, %s: %s", async (file, area, value) => {
    const { out } = await run(["inspect", `populations/${file}`, "--area", area, "--format", "json"], data);
    const [{ figures, problems }] = JSON.parse(out).files;
    expect([figures.map((one: { value: string }) => one.value), problems]).toEqual([[value], []]);
  });

  test("P10: households of Gloucestershire, mid-2002 and mid-2016, as the cells of the workbook have them", async () => {
    const file = `${ons}/ye-march-2018/workbook.xlsx#Table P10`;
    const asked = ["--area", "Gloucestershire", "--period", "mid-2002", "mid-2016", "--format", "json"];
    const [{ figures, problems }] = JSON.parse((await run(["inspect", file, ...asked], data)).out).files;
    type Found = { kind: string; period: string; value: string };
    const found = (figures as Found[]).map(({ kind, period, value }) => [kind, period, value]);
    expect(found).toEqual([
      ["households", "mid-2002", "238900"],
      ["households", "mid-2016", "267800"],
    ]);
    expect(problems).toEqual([]);
  });

  test("P7: Gloucestershire's incidents of the year ending March 2018: 22,974", async () => {
    for (const form of ["full-precision", "as-displayed"]) {
      const file = `${ons}/ye-march-2018/table-p7.${form}.csv`;
      expect(await byPlan(file, "Gloucestershire", "Anti-social behaviour incidents", march2018)).toBe("22974");
      expect(await byInspect(file, "Gloucestershire", "Anti-social behaviour incidents", march2018)).toEqual(["22974"]);
    }
  });

  /** The first row of a report of a plan over the real files. */
  const rowOf = async (plan: object) => {
    writeFileSync(join(folder, "plan.yaml"), JSON.stringify({ title: "T", priorities: [], ...plan }));
    const done = await run(["report", "plan.yaml", "--data", data, "--format", "json"], folder);
    return JSON.parse(done.out).tables[0].rows[0].figures;
  };

  /** A count of 1 in each of the 43 forces. */
  const oneEach = (period: string): string => {
    const names = gazetteer().forces.map(({ name }) => (name === "West Midlands" ? `${name} (force)` : name));
    return ["area,series,period,kind,value", ...names.map((name) => `${name},x,${period},count,1`)].join("\n");
  };

  test("populations: five forces of the quarterly file are in doubt, and no others", async () => {
    writeFileSync(join(folder, "x.csv"), oneEach("2010/11"));
    writeFileSync(join(folder, "quarterly.csv"), readFileSync(join(data, quarterly)));
    const columns = { area: "Force Name", period: "Financial Year", population: "Population" };
    const plan = {
      title: "T",
      force: "Gloucestershire",
      "similar-forces": { name: "All", forces: ["all forces"] },
      priorities: [{ id: "A", name: "All" }],
      data: ["x.csv", { files: "quarterly.csv", columns }],
      tables: [
        {
          title: "T",
          current: { period: "2010/11", population: "2010/11" },
          measures: [{ name: "x", aim: "at most 2", priorities: ["A"] }],
        },
      ],
    };
    writeFileSync(join(folder, "plan.yaml"), JSON.stringify(plan));
    const done = await run(["report", "plan.yaml", "--format", "json"], folder);
    const doubted = (JSON.parse(done.out).doubts as { at: string }[]).map(
      ({ at }) => /population of (.*?)(?: \(force\))?,/.exec(at)?.[1],
    );
    expect(doubted.sort()).toEqual([
      "Cheshire",
      "North Yorkshire",
      "Nottinghamshire",
      "West Midlands",
      "West Yorkshire",
    ]);
  });

  test("populations of local authorities in 2019 add up to the 43 forces, and these to England and Wales", async () => {
    const file = "populations/mid-year-estimates-2019-by-local-authority.xlsx#MYE2 - Persons";
    writeFileSync(join(folder, "y.csv"), oneEach("2019"));
    const mapOf = (area: string) => ({
      ...{ files: file, header: 5, columns: { area, population: "All ages" } },
      fixed: { period: "mid-2019" },
    });
    // By a column map, and by the source that knows the file.
    for (const map of [mapOf("Name"), mapOf("Code"), file]) {
      const table = {
        title: "T",
        current: { period: "2019", population: "mid-2019" },
        measures: [{ name: "x", aim: "at most 2", priorities: ["A"] }],
      };
      const plan = { title: "T", force: "Gloucestershire", "similar-forces": { name: "All", forces: ["all forces"] } };
      const priorities = [{ id: "A", name: "All" }];
      cpSync(join(data, file.replace(/#.*/, "")), join(folder, file.replace(/#.*/, "")));
      writeFileSync(
        join(folder, "plan.yaml"),
        JSON.stringify({ ...plan, priorities, data: ["y.csv", map], tables: [table] }),
      );
      const done = await run(["report", "plan.yaml", "--format", "json"], folder);
      const { tables, doubts } = JSON.parse(done.out);
      expect([done.err, doubts]).toEqual(["", []]);
      // 1,000 × 43 ÷ 59,439,840 and 1,000 × 1 ÷ 637,070
      const { peers, force } = tables[0].rows[0].figures.current;
      expect([peers.rate.value.slice(0, 12), force.rate.value.slice(0, 12)]).toEqual(["0.0007234205", "0.0015696862"]);
    }
  });

  test("published rates: 56.185 for Gloucestershire in 2018 (P3), 36.9 incidents in the year ending March 2018 (P7)", async () => {
    for (const form of ["full-precision", "as-displayed"]) {
      const measure = { name: TOTAL, kind: "rate" };
      const p3 = { title: "T", baseline: "2018", current: "2018", measures: [measure] };
      const { current } = await rowOf({
        force: "Gloucestershire",
        data: [`${ons}/ye-december-2018/table-p3.${form}.csv`],
        tables: [p3],
      });
      // As displayed P3 has one decimal, and P7 whole numbers.
      expect(current.force.rate.shown).toBe(form === "full-precision" ? "56.185" : "56.2");
      const p7 = { ...p3, baseline: march2018, current: march2018 };
      const incidents = { name: "Anti-social behaviour incidents", kind: "rate", decimals: { rate: 1 } };
      const asb = await rowOf({
        force: "Gloucestershire",
        data: [`${ons}/ye-march-2018/table-p7.${form}.csv`],
        tables: [{ ...p7, measures: [incidents] }],
      });
      expect(asb.current.force.rate.shown).toBe(form === "full-precision" ? "36.9" : "37");
    }
  });

  test("the eight forces of Gloucestershire's group in 2019: 488,465 offences, and 7,354,800 people at mid-2017", async () => {
    const forces = ["Gloucestershire", "Cambridgeshire", "Devon and Cornwall", "North Yorkshire"];
    forces.push("Suffolk", "Warwickshire", "West Mercia", "Wiltshire");
    const { current } = await rowOf({
      force: "Gloucestershire",
      "similar-forces": { name: "MSG", forces },
      data: [P1("december-2019", "full-precision"), `${ons}/ye-march-2019/table-p3.full-precision.csv`],
      tables: [
        {
          title: "T",
          baseline: { period: "2019", population: "mid-2017" },
          current: { period: "2019", population: "mid-2017" },
          measures: [{ name: TOTAL }],
        },
      ],
    });
    expect(current.peers.count.value).toBe("488465");
    // 1000 × 488,465 ÷ 7,354,800 = 66.41445…
    expect(current.peers.rate.shown).toBe("66.414");
  });

  const period = (words: string): Period => parsePeriod(words) as Period;
  const readAll = async (...files: string[]): Promise<{ store: Store; gazetteer: Gazetteer }> => {
    const at = () => ({ file: "test" });
    return readData(
      files.map((name) => ({ files: name, at })),
      data,
      () => ({ figure: () => true, period: () => true }),
    );
  };
  // The rolling year was released with the figures of December 2018, and its bases are those of that edition; against an
  // earlier edition they differ by what was revised in between.
  test("P1 of December 2018 against the rolling year gives every published percentage of P2", {
    tags: "long",
  }, async () => {
    const now = period("2018");
    const p1 = (await readAll(P1("december-2018", "full-precision"))).store;
    const p2 = (await readAll(`${ons}/ye-december-2018/table-p2.full-precision.csv`)).store;
    const rolling = (await readAll("home-office/rolling-year-by-force-2003-2018.csv")).store;
    const differ: string[] = [];
    const areas = new Set<string>();
    let same = 0;
    for (const [areaKey, area] of p2.names.areas) {
      for (const [name, parts] of Object.entries(offences)) {
        const olds = parts.map((part) => rolling.find(part, areaKey, period("30-12-2017"), "count"));
        // P1 cuts the name of the last group short.
        const count =
          p1.find(name.replace("crimes against society", "crimes"), areaKey, now, "count") ??
          p1.find(name, areaKey, now, "count");
        const published = p2.find(name, areaKey, now, "change");
        if (!count || !published || olds.some((old) => old === undefined)) continue;
        areas.add(area);
        const old = total(olds as Figure[]);
        const change = percentDifference(old, count);
        // "-" stands for a base under 50.
        const isUnder50 = !isKnown(published) && isKnown(old) && compareExact(old.value, exact(50)) < 0;
        const isSame =
          isKnown(published) && isKnown(change) && fixed(minus(published.value, change.value), 9) === "0.000000000";
        if (isUnder50 || isSame) same += 1;
        else differ.push(`${area}, ${name}`);
      }
    }
    expect(differ).toEqual([]);
    // 43 forces and the British Transport Police, 20 offences, of which the residential split is not published.
    expect(areas.size).toBe(44);
    expect(same).toBe(44 * Object.keys(offences).length);
  });

  // The figures are those of the README beside the files, added up apart.
  describe("files with dimensions, by a column map", () => {
    const arrests = "long-tables/arrests-three-forces-2015-to-2018.csv";
    const byForce = { area: "force_name", period: "financial_year", count: "arrests" };
    const all = ["offence_group", "ethnic_group", "age_group", "sex"];
    const searches = {
      files: "long-tables/stop-and-search-three-forces.csv",
      columns: { area: "force_name", period: "year_ending", count: "searches" },
      dates: "year ending",
      add: ["legislation", "reason_for_search_arrest", "ethnic_group_self_defined", "ethnicity_self_defined"],
    };
    const outcomes = {
      files: "outcomes/outcomes-2018-19-four-forces.csv",
      columns: { area: "force_name", count: "force_outcomes_for_offences_recorded_in_quarter" },
      add: [
        "offence_description",
        "offence_code",
        "outcome_description",
        "outcome_type",
        "financial_quarter",
        "offence_group",
        "offence_subgroup",
        "offence_code_expired",
        "outcome_group",
      ],
    };
    const roads = { files: "road-casualties/*.csv", "each-record": 1 };
    const boroughs = {
      files: "mps-boroughs/*.csv",
      columns: {
        area: "BoroughName",
        series: "MajorText",
        values: [{ column: 4, to: 27, kind: "count", headings: "period" }],
      },
      add: ["MinorText"],
    };
    const leftOut = { missing: "left out", reason: "NA in the file" };
    test.each<[string, object, string, string, string[], string[]]>([
      [
        "arrests",
        { files: arrests, columns: byForce, add: all },
        "Gloucestershire",
        "M",
        ["2015/16", "2016/17", "2017/18"],
        ["5264", "5094", "4989"],
      ],
      [
        "arrests of women",
        { files: arrests, columns: byForce, where: { sex: "Female" }, add: all.slice(0, 3) },
        "Gloucestershire",
        "M",
        ["2015/16", "2016/17", "2017/18"],
        ["797", "823", "792"],
      ],
      [
        "searches without the cells that have none",
        { ...searches, ...leftOut },
        "Gloucestershire",
        "M",
        ["2015/16", "2016/17", "2017/18", "2018/19"],
        ["2096", "1832", "1772", "573"],
      ],
      [
        "outcomes",
        { ...outcomes, fixed: { period: "2018/19", series: "M" } },
        "Gloucestershire",
        "M",
        ["2018/19"],
        ["35090"],
      ],
      [
        "outcomes of robbery",
        {
          ...outcomes,
          where: { offence_group: "Robbery", outcome_group: "Charged/Summonsed" },
          fixed: { period: "2018/19", series: "M" },
        },
        "Gloucestershire",
        "M",
        ["2018/19"],
        ["57"],
      ],
      [
        "the killed and seriously injured",
        {
          ...roads,
          where: { casualty_severity: ["Serious", "Fatal"] },
          columns: { area: "area_name", period: "date" },
        },
        "Tameside",
        "M",
        ["2022", "2023"],
        ["76", "56"],
      ],
      [
        "casualties by year and month",
        { ...roads, columns: { area: "area_name", period: ["year", "month"] } },
        "Trafford",
        "M",
        ["2022", "2023"],
        ["247", "226"],
      ],
      ["crimes of boroughs", boroughs, "Barking and Dagenham", "SEXUAL OFFENCES", ["June 2025"], ["62"]],
      ["crimes of boroughs in a year", boroughs, "Camden", "ROBBERY", ["12 months to November 2025"], ["1489"]],
      [
        "uses of force",
        {
          files: "use-of-force/by-age-2018-19.csv",
          columns: { area: "Police Force", series: "Tactic", count: "Number of times tactic reported" },
          fixed: { period: "2018/19" },
        },
        "Gloucestershire",
        "Compliant handcuffing",
        ["2018/19"],
        ["450"],
      ],
    ])("%s", async (_, entry, force, series, periods, expected) => {
      const fixed = { series: "M", ...(entry as { fixed?: object }).fixed };
      const known = "series" in ((entry as { columns: object }).columns ?? {}) ? entry : { ...entry, fixed };
      const plan = {
        title: "T",
        force,
        priorities: [{ id: "A", name: "A" }],
        data: [known],
        tables: periods.map((current) => ({
          title: current,
          current,
          measures: [{ name: "one", series, priorities: ["A"] }],
        })),
      };
      writeFileSync(join(folder, "plan.yaml"), JSON.stringify(plan));
      const done = await run(["report", "plan.yaml", "--data", data, "--format", "json"], folder);
      const { tables } = JSON.parse(done.out);
      const found = tables.map(
        (table: { rows: [{ figures: { current: { force: { count: { value: string } } } } }] }) =>
          table.rows[0].figures.current.force.count.value,
      );
      expect(found, done.err).toEqual(expected);
    });

    test("a table of tactics with its totals is not added up, and searches with gaps leave no sum", async () => {
      const tactics = {
        files: "use-of-force/by-age-2018-19.csv",
        columns: { area: "Police Force", count: "Number of times tactic reported" },
        add: ["Tactic"],
        fixed: { period: "2018/19", series: "M" },
      };
      const plan = (entry: object) => ({
        title: "T",
        force: "Gloucestershire",
        priorities: [{ id: "A", name: "A" }],
        data: [entry],
        tables: [{ title: "T", current: "2018/19", measures: [{ name: "M", priorities: ["A"] }] }],
      });
      const report = async (entry: object) => {
        writeFileSync(join(folder, "plan.yaml"), JSON.stringify(plan(entry)));
        return JSON.parse((await run(["report", "plan.yaml", "--data", data, "--format", "json"], folder)).out);
      };
      const { problems } = await report(tactics);
      expect(problems.map(({ code }: { code: string }) => code)).toContain("add-total");
      const { tables } = await report({ ...searches, fixed: { series: "M" } });
      expect(tables[0].rows[0].figures.current.force.count.gap).toMatch(/^122 of 162 records of .* have no figure/);
    });

    test("populations of a year by code and name", async () => {
      const entry = {
        files: "populations/mid-year-estimates-2024-greater-manchester.csv",
        columns: { area: ["area_code", "area_name"], period: "period", population: "all_ages" },
        dates: "snapshot",
      };
      const at = () => ({ file: "plan" });
      const { store, gazetteer: places } = await readData(
        [{ files: { ...entry, where: [{ column: "sex", is: ["Persons"] }] } as never, at }],
        data,
        () => ({ figure: () => true, period: () => true }),
      );
      const found = places.find("Trafford");
      const figure = store.find("", "key" in found ? found.key : "", period("mid-2024"), "population");
      expect(figure && isKnown(figure) && fixed(figure.value, 0)).toBe("241025");
    });
  });

  // What a person who looks finds: Surrey's fraud of that summer is a digit too many, or a year's worth; the City of London
  // gave one number to crimes at different places. Populations are asked about elsewhere in this file.
  test("every real file, read in full, gives these doubts and no others", { tags: "long" }, async () => {
    const files = (readdirSync(data, { recursive: true }) as string[]).map((file) => file.replaceAll("\\", "/"));
    const found: string[] = [];
    for (const file of files.filter((one) => /\.(csv|xlsx|ods)$/.test(one)).sort()) {
      const entry = { files: file, at: () => ({ file: "test" }), anyPeriod: true };
      const { doubts } = await readData([entry], data, () => ({ figure: () => true, period: () => true }));
      for (const { code, line } of doubts) found.push(`${file}:${line} ${code}`);
    }
    expect(found).toEqual([
      "home-office/quarterly-by-force-and-offence-group-2002-2024.csv:7678 count-stands-out",
      "police-uk/2024-01-city-of-london-street.csv:141 ids-differ",
    ]);
  });

  // Counted apart from the cells of the three tables: 1,194 changes are published; 205 are over half a point from
  // what the two editions give, and two more turn the aim: sexual offences in Greater Manchester (-0.02 for 0.27), and
  // possession of weapons in London (0 for -0.13).
  test("P1 of March 2018 against that of March 2019 is doubted where P2 publishes another change", {
    tags: "long",
  }, async () => {
    const files = [P1("march-2018", "full-precision"), P1("march-2019", "full-precision")];
    const p2 = `${ons}/ye-march-2019/table-p2.full-precision.csv`;
    const { names } = (await readAll(...files)).store;
    const found: string[] = [];
    for (const area of names.areas.values()) {
      const measures = [...names.series.values()].map((name) => ({ name, aim: "reduce", priorities: ["A"] }));
      const [baseline, current] = ["year ending March 2018", "year ending March 2019"];
      const plan = {
        title: "T",
        force: area,
        priorities: [{ id: "A", name: "A" }],
        data: [...files, p2],
        tables: [{ title: "T", baseline, current, measures }],
      };
      writeFileSync(join(folder, "plan.yaml"), JSON.stringify(plan));
      const { doubts } = JSON.parse(
        (await run(["report", "plan.yaml", "--data", data, "--format", "json"], folder)).out,
      );
      for (const { code, at } of doubts as { code: string; at: string }[]) found.push(`${code}, ${at}`);
    }
    expect(found.filter((one) => !one.startsWith("baseline-revised"))).toEqual([]);
    expect(found.length).toBe(207);
    expect(found.filter((one) => /Sexual offences, Greater Manchester/.test(one))).toHaveLength(1);
  });

  test.each([
    ["march-2018", "year ending March 2018", "mid-2016"],
    ["march-2019", "year ending March 2019", "mid-2017"],
    ["december-2018", "2018", "mid-2017"],
  ])("P1 counts and P3 populations of %s give the published rates", async (edition, now, middle) => {
    const { store: counts } = await readAll(P1(edition, "full-precision"));
    const { store: rates } = await readAll(`${ons}/ye-${edition}/table-p3.full-precision.csv`);
    const differ: string[] = [];
    let same = 0;
    for (const [areaKey, area] of counts.names.areas) {
      const persons = rates.find("", areaKey, period(middle), "population");
      if (!isKnown(persons)) continue;
      for (const series of rates.names.series.values()) {
        const count = counts.find(series, areaKey, period(now), "count");
        const rate = rates.find(series, areaKey, period(now), "rate");
        if (!isKnown(count) || !isKnown(rate)) continue;
        // The printed population is rounded to 100: the rate lies between those of its ends.
        const thousand = times(exact(1000), count.value);
        const [low, high] = [over(thousand, persons.value.plus(50)), over(thousand, minus(persons.value, exact(50)))];
        const fits =
          compareExact(rate.value, times(low, exact("0.999999999"))) >= 0 &&
          compareExact(rate.value, times(high, exact("1.000000001"))) <= 0;
        if (fits) same += 1;
        else differ.push(`${area}, ${series}: ${fixed(rate.value, 4)} is not ${fixed(low, 4)} to ${fixed(high, 4)}`);
      }
    }
    expect(differ).toEqual([]);
    expect(same).toBeGreaterThan(1000);
  });
});

/** The rolling year's names that make up each offence of P1; old and new burglary names overlap and are added. */
const burglary = ["Domestic burglary", "Non-domestic burglary", "Residential burglary", "Non-residential burglary"];
const theft = ["All other theft offences", "Bicycle theft", "Shoplifting", "Theft from the person", "Vehicle offences"];
const violence = [
  "Homicide",
  "Violence with injury",
  "Violence without injury",
  "Stalking and harassment",
  "Death or serious injury caused by illegal driving",
];
const others = [
  "Criminal damage and arson",
  "Drug offences",
  "Miscellaneous crimes against society",
  "Possession of weapons offences",
  "Public order offences",
  "Robbery",
  "Sexual offences",
];
const rollingNames = [burglary, theft, violence, others];
const offences: Readonly<Record<string, readonly string[]>> = {
  [TOTAL]: rollingNames.flat(),
  "Violence against the person": violence,
  Burglary: burglary,
  "Theft offences": [...burglary, ...theft],
  ...Object.fromEntries([...others, ...theft.slice(1), ...violence.slice(0, 4)].map((name) => [name, [name]])),
};
