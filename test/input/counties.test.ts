// Counties and local authorities that have the name of a force, and those that make one up.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { coverOf, sameAreaAs } from "../../src/data/local-authorities.ts";
import { doubtsOf, rateOf, reportOn } from "../helpers/rate-report.ts";

const folder = mkdtempSync(join(tmpdir(), "counties-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("a county is not a force", () => {
  const codes = { area: "Name", population: "All ages" };
  test("a code beside the name decides, though the plan's map does not name its column", async () => {
    const report = await reportOn(
      folder,
      "Kent",
      "Code,Name,All ages\nE23000032,Kent,1860111\nE10000012,Essex,1489189\n",
      codes,
    );
    // 1,000 × 2,000 ÷ 1,860,111
    expect(rateOf(report)).toBe("1.075");
    expect(report.doubts).toEqual([]);
  });

  test("the districts of a force add up to it where all are there", async () => {
    // Leicestershire: 7 districts, Leicester and Rutland, here 7 × 100,000 + 350,000 + 40,000 = 1,090,000.
    const all = [129, 130, 131, 132, 133, 134, 135].map((code) => `E07000${code},District ${code},100000`);
    const cities = ["E06000016,Leicester,350000", "E06000017,Rutland,40000"];
    const whole = await reportOn(
      folder,
      "Leicestershire",
      ["Code,Name,All ages", ...all, ...cities, ""].join("\n"),
      codes,
    );
    // 1,000 × 2,000 ÷ 1,090,000
    expect(rateOf(whole)).toBe("1.835");
    expect(whole.tables[0].rows[0].notes).toContain(
      "the population of Leicestershire was added up from its 9 local authorities",
    );
    expect(whole.doubts).toEqual([]);
    const part = await reportOn(
      folder,
      "Leicestershire",
      ["Code,Name,All ages", ...all, cities[0], ""].join("\n"),
      codes,
    );
    expect(rateOf(part)).toBeUndefined();
  });

  test("codes alone add up too, a county before its districts", async () => {
    const rows = ["Area,All ages", "E10000018,700000", "E07000129,100000", "E06000016,350000", "E06000017,40000", ""];
    const report = await reportOn(folder, "Leicestershire", rows.join("\n"), { area: "Area", population: "All ages" });
    expect(rateOf(report)).toBe("1.835");
  });

  test("codes are seen above the notes of a file, and where one area has none", async () => {
    const rows = ["Essex,E23000028,1846655", "Kent,E10000016,1581555", "Unknown,n/a,12", ",Source: ONS,", ""];
    const report = await reportOn(folder, "Kent", ["Name,Code,All ages", ...rows].join("\n"), codes);
    expect(rateOf(report)).toBeUndefined();
    expect(report.err).toContain("E10000016 is the code of Kent (county)");
  });

  test("a county that has all the districts of its force is the force", async () => {
    const report = await reportOn(
      folder,
      "Gloucestershire",
      "Code,Name,All ages\nE10000013,Gloucestershire,637070\n",
      codes,
    );
    // 1,000 × 2,000 ÷ 637,070
    expect(rateOf(report)).toBe("3.139");
    expect(report.doubts).toEqual([]);
    expect([sameAreaAs("E11000006"), sameAreaAs("E11000007"), sameAreaAs("E10000016")]).toEqual([
      "E23000010",
      undefined,
      undefined,
    ]);
  });

  test.each([
    ["Police force area", []],
    ["County", ["county-or-force Kent line 2"]],
    ["Local authority", ["county-or-force Kent line 2"]],
    ["Area", []],
  ])("a name without a code under the heading %s: %j", async (heading, expected) => {
    const report = await reportOn(folder, "Kent", `${heading},People\nKent,1800000\n`, {
      area: heading,
      population: "People",
    });
    expect(doubtsOf(report)).toEqual(expected);
  });

  test("a cell that says what the record is of is a doubt, as is the name of a local authority below", async () => {
    const columns = { area: "Name", population: "People" };
    const said = await reportOn(folder, "Kent", "Name,Geography,People\nKent,County,1800000\n", columns);
    expect(doubtsOf(said)).toEqual(["county-or-force Kent line 2"]);
    const named = await reportOn(folder, "Kent", "Name,People\nKent,1800000\nEssex,1800000\nLuton,200000\n", columns);
    expect(doubtsOf(named)).toEqual(["county-or-force Kent line 2"]);
  });

  test("each force is made of its own districts, and of no county that lacks some", () => {
    expect(coverOf("E23000032", ["E10000016"]).lacking).toEqual(["Medway"]);
    expect(coverOf("E23000032", ["E10000016", "E06000035", "E07000105"]).codes).toEqual(["E10000016", "E06000035"]);
    // Somerset since 2023, with the three unitary authorities of Avon and the two Somersets beside them.
    const avon = ["E06000066", "E06000022", "E06000023", "E06000024", "E06000025"];
    expect(coverOf("E23000036", avon).lacking).toEqual([]);
  });
});
