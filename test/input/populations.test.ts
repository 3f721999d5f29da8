// Populations that cannot be those of their area.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { exact } from "../../src/core/number.ts";
import { type Period, parsePeriod } from "../../src/core/period.ts";
import { gazetteer } from "../../src/data/areas.ts";
import { farFrom } from "../../src/input/population-check.ts";
import { doubtsOf, rateOf, reportOn } from "../helpers/rate-report.ts";

const folder = mkdtempSync(join(tmpdir(), "populations-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("a population beside the published one", () => {
  const isFar = (name: string, period: string, people: number): boolean => {
    const found = gazetteer().find(name, "", "force");
    const figure = { value: exact(people), unit: "persons" as const, from: [{ file: "f", line: 2, column: 3 }] };
    return farFrom("key" in found ? found.area : undefined, parsePeriod(period) as Period, figure) !== undefined;
  };
  // Gloucestershire, mid-2010: 594,100; a tenth of it is 59,410.
  test.each([
    ["Gloucestershire", "mid-2010", 653_510, false],
    ["Gloucestershire", "mid-2010", 653_511, true],
    ["Gloucestershire", "mid-2010", 534_690, false],
    ["Gloucestershire", "mid-2010", 534_689, true],
    // A financial year and a calendar year have one middle of a year in them.
    ["Gloucestershire", "2010/11", 653_511, true],
    ["Gloucestershire", "2010", 653_510, false],
    // 637,070 at mid-2019 is the last known: 2024 is 5 years on, so 10 % + 5 × 2 % = 20 %, 127,414.
    ["Gloucestershire", "mid-2024", 764_484, false],
    ["Gloucestershire", "mid-2024", 764_485, true],
    // Greater Manchester at mid-2018 was not published: mid-2017 or mid-2019 within 12 %; 2,798,800 × 0.88 = 2,462,944.
    ["Greater Manchester", "mid-2018", 2_462_944, false],
    ["Greater Manchester", "mid-2018", 2_462_943, true],
    // The City of London, mid-2016: 7,200; 60 % of it is 4,320.
    ["City of London", "mid-2016", 11_520, false],
    ["City of London", "mid-2016", 11_521, true],
    ["British Transport Police", "mid-2016", 5, false],
  ])("%s, %s: %i is in doubt: %s", (name, period, people, expected) => {
    expect(isFar(name, period, people)).toBe(expected);
  });

  test("a region with the name of a force is held against the region's", () => {
    const figure = { value: exact(5_934_037), unit: "persons" as const, from: [{ file: "f", line: 2, column: 3 }] };
    const [force, region] = ["E23000014", "E12000005"].map((code) => gazetteer().find("West Midlands", code));
    const far = (found: typeof force) =>
      farFrom(found && "key" in found ? found.area : undefined, parsePeriod("mid-2019") as Period, figure);
    expect(far(region)).toBeUndefined();
    // The seven districts of the force: 2,928,592.
    expect(far(force)?.people).toBe(2_928_592);
  });

  test("a population in thousands is told with its line, and its rate is printed", async () => {
    const report = await reportOn(folder, "Kent", "Force,People\nKent,1860\nEssex,1847\n", {
      area: "Force",
      population: "People",
    });
    // 1,000 × 2,000 ÷ 1,860
    expect(rateOf(report)).toBe("1,075.269");
    expect(doubtsOf(report)).toEqual(["population-far 1860 line 2"]);
    const said = await reportOn(folder, "Kent", "Force,People (thousands)\nKent,1860\nEssex,1847\n", {
      area: "Force",
      population: "People (thousands)",
    });
    // 1,000 × 2,000 ÷ 1,860,000
    expect([rateOf(said), ...doubtsOf(said)]).toEqual(["1.075"]);
  });

  test("a value that stands in several records is one doubt, of all of them", async () => {
    const report = await reportOn(folder, "Kent", "Force,Quarter,People\nKent,1,900000\nKent,2,900000\n", {
      area: "Force",
      population: "People",
    });
    expect(report.doubts.filter(({ code }) => code === "population-far").map(({ value }) => value)).toEqual([
      "900000 in 2 records",
    ]);
  });
});
