// What inspect proposes for the real files that no source knew, pasted: PLAN_MEASURES_SHARED names their folder.
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Chosen, pasted } from "./helpers/pasted.ts";

const shared = process.env.PLAN_MEASURES_SHARED ?? "";
const data = join(shared, "data");

/** The sum of the figures of an area that fit, by a proposal. */
async function sums(
  file: string,
  chosen: Chosen,
  asked: readonly { area: string; period?: RegExp; series?: RegExp; kind?: string }[],
): Promise<number[]> {
  const { figures } = await pasted(data, file, chosen);
  return asked.map(({ area, period = /./, series = /./, kind = "count" }) => {
    const fit = figures.filter(
      (one) => one.area === area && period.test(one.period) && series.test(one.series) && one.kind === kind,
    );
    // To the cent: the cells of workbooks are numbers of a computer.
    return Math.round(100 * fit.reduce((sum, { value }) => sum + Number(value), 0)) / 100;
  });
}

const glos = "Gloucestershire";

// The figures are those of the page beside the files, worked out from their own cells; those of the workforce and of deaths
// are cells of their sheets, read apart.
describe.skipIf(shared === "")("proposals for real files [needs PLAN_MEASURES_SHARED]", () => {
  test("arrests: the dimensions are added up, or one is chosen", async () => {
    const years = [/2015/, /April 2016/, /April 2017/].map((period) => ({ area: glos, period }));
    const file = "long-tables/arrests-three-forces-2015-to-2018.csv";
    expect(await sums(file, {}, years)).toEqual([5264, 5094, 4989]);
    const women = { "add:": 'add: [ethnic_group, age_group]\n    where: { sex: "Female" }' };
    expect(await sums(file, women, years)).toEqual([797, 823, 792]);
  });

  test("stop and search: cells without a figure leave no sum, unless a person leaves them out", async () => {
    const file = "long-tables/stop-and-search-three-forces.csv";
    const chosen = { "missing:": "missing: left out", "reason:": "reason: not given by the force" };
    const years = [2016, 2017, 2018, 2019].map((year) => ({
      area: glos,
      series: /^searches$/,
      period: new RegExp(`March ${year}`),
    }));
    expect(await sums(file, chosen, years)).toEqual([2096, 1832, 1772, 573]);
    expect(await sums(file, {}, years)).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
  });

  test("boroughs by month", async () => {
    const asked = [
      { area: "Barking and Dagenham", series: /RAPE|SEXUAL/, period: /June 2025/ },
      { area: "Camden", series: /ROBBERY/, period: /December 2024|^(?!December).* 2025/ },
    ];
    expect(await sums("mps-boroughs/borough-level-crime-24-months.csv", {}, asked)).toEqual([62, 1489]);
  });

  test("populations: a county is not the force of its name", async () => {
    const kind = "population";
    const file = "populations/mid-year-estimates-2019-by-local-authority.xlsx#MYE2 - Persons";
    expect(await sums(file, {}, [{ area: glos, kind }])).toEqual([637070]);
    // Cells of the sheet: the county alone, and with Medway (278,556), which together are the force.
    const both = [
      { area: "Kent (county)", kind },
      { area: "Kent", kind },
    ];
    expect(await sums(file, {}, both)).toEqual([1581555, 1581555 + 278556]);
    const csv = "populations/mid-year-estimates-2024-greater-manchester.csv";
    expect(await sums(csv, {}, [{ area: "Trafford", kind }])).toEqual([241025]);
  });

  test("casualties: killed or seriously injured, and all", async () => {
    const file = "road-casualties/casualties-two-districts-2019-to-june-2024.csv";
    const asked = ["Tameside", "Trafford"].flatMap((area) =>
      [/2022/, /2023/].flatMap((period) => [
        { area, period, series: /^(Fatal|Serious)$/ },
        { area, period },
      ]),
    );
    expect(await sums(file, {}, asked)).toEqual([76, 297, 56, 243, 67, 247, 60, 226]);
  });

  test("use of force: a file of tactics, and a table of forces", async () => {
    const period = { "period:": "period: 2018/19" };
    const tactic = [{ area: glos, series: /^Compliant handcuffing$/ }];
    expect(await sums("use-of-force/by-age-2018-19.csv", period, tactic)).toEqual([450]);
    expect(await sums("use-of-force/tables-2018-19.ods#Table_12", period, [{ area: glos }])).toEqual([881]);
    expect(await sums("use-of-force/tables-2018-19.ods#Table_14", period, tactic)).toEqual([450]);
  });

  test("workforce: full-time equivalents by force", async () => {
    const kind = "people";
    const file = "workforce/police-workforce-september-2019.ods";
    const months = [/September 2018/, /March 2019/, /September 2019/].map((period) => ({ area: glos, period, kind }));
    expect(await sums(`${file}#Table_1`, {}, months)).toEqual([1071.05, 1073, 1119]);
    const all = [{ area: "England and Wales", period: /2012/, kind, series: /^Police officers$/ }];
    expect(await sums(`${file}#Table_6`, {}, all)).toEqual([131838.79]);
  });

  test("deaths: years such as 04/05 across; sheets of several tables are said, and not proposed", async () => {
    const file = "long-tables/deaths-following-police-contact-2018-19.ods";
    const asked = [/2004/, /2018 to/].map((period) => ({ area: "Avon and Somerset", period }));
    expect(await sums(`${file}#Custody_By_Force`, {}, asked)).toEqual([4, 0]);
    await expect(pasted(data, `${file}#RTI_By_Force`)).rejects.toThrow("Several tables");
  });

  test("the survey: a value of each dimension is left to a person", async () => {
    const chosen = { "period:": 'period: "year ending December 2018"' };
    const kind = "percent";
    // The cells of all adults aged 16 to 24, of no characteristic: 0.5960388616 and 0.6193668071.
    const asked = ["catt2", "ratpol3"].map((name) => ({ area: "England and Wales", series: new RegExp(name), kind }));
    const file = "long-tables/crime-survey-open-table-part.csv";
    expect(await sums(file, chosen, asked)).toEqual([59.6, 61.94]);
  });
});
