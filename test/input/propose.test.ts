// What inspect proposes for files that no source knows, pasted into a plan: the figures are those of the cells, by hand.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type Chosen, pasted, proposalFor } from "../helpers/pasted.ts";

const folder = mkdtempSync(join(tmpdir(), "propose-"));
afterAll(() => rmSync(folder, { recursive: true }));

const written = (name: string, lines: readonly string[]): string => {
  writeFileSync(join(folder, name), `${lines.join("\n")}\n`);
  return name;
};
/** The figures of a file by its proposal, as "area | series | period | kind | value"; nothing may be refused. */
async function figures(name: string, lines: readonly string[], chosen: Chosen = {}): Promise<string[]> {
  const done = await pasted(folder, written(name, lines), chosen);
  expect(done.problems.map(({ message }) => message)).toEqual([]);
  return done.figures
    .map(({ area, series, period, kind, value }) => [area, series, period, kind, value].join(" | "))
    .sort();
}

describe("pasted unchanged", () => {
  test("months across, areas and series by what the columns hold", async () => {
    expect(
      await figures("boroughs.csv", [
        "MajorText,MinorText,BoroughName,202401,202402",
        "ROBBERY,KIND ONE,Northam,10,12",
        "ROBBERY,KIND TWO,Northam,1,2",
      ]),
    ).toEqual(
      [
        "Northam | KIND ONE | January 2024 | count | 10",
        "Northam | KIND ONE | February 2024 | count | 12",
        "Northam | KIND TWO | January 2024 | count | 1",
        "Northam | KIND TWO | February 2024 | count | 2",
      ].sort(),
    );
  });

  test("years across that limits of confidence stand between are percentages by their title", async () => {
    const lines = [
      '"Unemployment rate"',
      "",
      '"Area","Jan 2011-Dec 2011","Conf","Jan 2012-Dec 2012","Conf"',
      "",
      '"Northam",13.0,2.2,13.5,2.5',
      '"Southam",7.0,1.4,8.9,1.8',
    ];
    expect(await figures("rates.csv", lines)).toEqual(
      [
        "Northam | Unemployment rate | 2011 | percent | 13",
        "Northam | Unemployment rate | 2012 | percent | 13.5",
        "Southam | Unemployment rate | 2011 | percent | 7",
        "Southam | Unemployment rate | 2012 | percent | 8.9",
      ].sort(),
    );
  });

  test("the first days of months, and people in post on a day, are these months", async () => {
    const calls = ["Force,Month,Calls", "Gloucestershire,2024-01-01,100", "Gloucestershire,2024-02-01,120"];
    expect(await figures("calls.csv", calls)).toEqual(
      [
        "Gloucestershire | Calls | January 2024 | count | 100",
        "Gloucestershire | Calls | February 2024 | count | 120",
      ].sort(),
    );
    const people = [
      "date,geo_code,force_name,region,sex,total_headcount",
      "2022-03-31,E23000037,Gloucestershire,South West,Male,700",
      "2022-03-31,E23000037,Gloucestershire,South West,Female,400",
      "2022-03-31,E23000036,Avon and Somerset,South West,Male,1900",
    ];
    // 700 + 400
    expect(await figures("workforce.csv", people)).toEqual(
      [
        "Gloucestershire | total_headcount | March 2022 | people | 1100",
        "Avon and Somerset | total_headcount | March 2022 | people | 1900",
      ].sort(),
    );
  });

  test("dates in words, of an area that the title names", async () => {
    const lines = [
      '"Table 6: Officers, England and Wales, 30 September 2018 to 2019 (FTE)",,',
      ",Police officers,Police staff",
      "30 September 2018,10.5,20",
      "30 September 2019,11,21.25",
    ];
    expect(await figures("words.csv", lines)).toEqual([
      "England and Wales | Police officers | September 2018 | people | 10.5",
      "England and Wales | Police officers | September 2019 | people | 11",
      "England and Wales | Police staff | September 2018 | people | 20",
      "England and Wales | Police staff | September 2019 | people | 21.25",
    ]);
  });

  test("of a total among its parts, known by its name or by its sums, the total is read", async () => {
    const named = ["year,force,sex,arrests"];
    const summed = ["year,force,sex,arrests"];
    for (const [year, male, female] of [
      [2018, 7, 3],
      [2019, 8, 5],
      [2020, 9, 2],
    ] as const) {
      for (const [list, all] of [
        [named, "Persons"],
        [summed, "Everybody asked"],
      ] as const) {
        list.push(`${year},Kent,M,${male}`, `${year},Kent,F,${female}`, `${year},Kent,${all},${male + female}`);
      }
    }
    // 7 + 3, 8 + 5, 9 + 2
    const right = [
      "Kent | arrests | 2018 | count | 10",
      "Kent | arrests | 2019 | count | 13",
      "Kent | arrests | 2020 | count | 11",
    ];
    expect(await figures("named.csv", named)).toEqual(right);
    expect(await figures("summed.csv", summed)).toEqual(right);
    expect(await proposalFor(folder, "named.csv")).toContain(
      '    where:\n      "sex": "Persons" # the total; beside it "M", "F"',
    );
    // A code of one sex is a dimension all the same: added over, and marked.
    const parts = named.filter((line) => !line.includes("Persons"));
    expect(await figures("parts.csv", parts)).toEqual(right);
    expect(await proposalFor(folder, "parts.csv")).toContain('    add: ["sex"] # choose one');
  });

  test("codes and groups that follow from a name, row numbers, errors and coordinates are no figures", async () => {
    const lines = [
      "row,year,force,offence,offence_code,group,lat,standard_error,offences",
      "1,2019,Kent,Robbery,34,Violence,51.2,0.4,5",
      "2,2019,Kent,Arson,56,Damage,51.2,0.6,6",
      "3,2020,Kent,Robbery,34,Violence,51.2,0.2,7",
      "4,2020,Kent,Arson,56,Damage,51.2,0.1,8",
    ];
    expect(await figures("codes.csv", lines)).toEqual(
      [
        "Kent | Robbery | 2019 | count | 5",
        "Kent | Arson | 2019 | count | 6",
        "Kent | Robbery | 2020 | count | 7",
        "Kent | Arson | 2020 | count | 8",
      ].sort(),
    );
  });

  test("a name that several groups have, as Other, is added up within each group", async () => {
    const lines = [
      "area,MajorText,MinorText,2019/20",
      "Kent,Theft,Bicycle theft,1",
      "Kent,Theft,Other,2",
      "Kent,Damage,Arson,3",
      "Kent,Damage,Other,4",
    ];
    // Theft 1 + 2, damage 3 + 4
    expect(await figures("other.csv", lines)).toEqual(
      [
        "Kent | Theft | April 2019 to March 2020 | count | 3",
        "Kent | Damage | April 2019 to March 2020 | count | 7",
      ].sort(),
    );
  });

  test("years and months of two columns, rates per 100,000 in a heading of a program, and offences across", async () => {
    const months = ["Force,Year,Month,Robbery,Arson", "Kent,2019,Jan,1,2", "Kent,2019,Feb,3,4"];
    expect(await figures("months.csv", months)).toEqual(
      [
        "Kent | Robbery | January 2019 | count | 1",
        "Kent | Arson | January 2019 | count | 2",
        "Kent | Robbery | February 2019 | count | 3",
        "Kent | Arson | February 2019 | count | 4",
      ].sort(),
    );
    // 250.0 per 100,000 is 2.5 per 1,000.
    const rates = ["force,financial_year,rate_per_100000", "Kent,2018/19,250.0", "Kent,2019/20,300.0"];
    expect(await figures("per.csv", rates)).toEqual(
      [
        "Kent | rate_per_100000 | April 2018 to March 2019 | rate | 2.5",
        "Kent | rate_per_100000 | April 2019 to March 2020 | rate | 3",
      ].sort(),
    );
  });

  test("headings in two rows, periods over several columns, and years such as 04/05", async () => {
    const two = [
      "Table 4: Calls about noise by police force area,,,,",
      ",Apr '17 to Mar '18,,Apr '18 to Mar '19,",
      ',Number of Calls,"Number per 1,000 population",Number of Calls,"Number per 1,000 population"',
      "South West,100,33.3,90,29.9",
      "Gloucestershire,60,36.9,50,32.2",
    ];
    const asb = "Calls about noise";
    const [y18, y19] = ["April 2017 to March 2018", "April 2018 to March 2019"];
    expect(await figures("two.csv", two)).toEqual(
      [
        `South West | ${asb} | ${y18} | count | 100`,
        `South West | ${asb} | ${y18} | rate | 33.3`,
        `South West | ${asb} | ${y19} | count | 90`,
        `South West | ${asb} | ${y19} | rate | 29.9`,
        `Gloucestershire | ${asb} | ${y18} | count | 60`,
        `Gloucestershire | ${asb} | ${y18} | rate | 36.9`,
        `Gloucestershire | ${asb} | ${y19} | count | 50`,
        `Gloucestershire | ${asb} | ${y19} | rate | 32.2`,
      ].sort(),
    );
    const short = ["Deaths in custody,,,", "Force,04/05,05/06,Total", "Kent,1,2,3", "Essex,0,4,4"];
    expect(await figures("short.csv", short)).toEqual(
      [
        "Kent | Deaths in custody | April 2004 to March 2005 | count | 1",
        "Kent | Deaths in custody | April 2005 to March 2006 | count | 2",
        "Essex | Deaths in custody | April 2004 to March 2005 | count | 0",
        "Essex | Deaths in custody | April 2005 to March 2006 | count | 4",
      ].sort(),
    );
  });

  test("populations by age and sex: all ages of all persons, on the day", async () => {
    const lines = [
      "period,area_code,area_name,sex,all_ages,aged_0_to_15,0,1,90+",
      "2024-06-30,E08000009,Trafford,Persons,30,12,5,6,7",
      "2024-06-30,E08000009,Trafford,Females,16,7,3,4,5",
      "2024-06-30,E08000009,Trafford,Males,14,5,2,2,2",
    ];
    expect(await figures("people.csv", lines)).toEqual(["Trafford | Population | June 2024 | population | 30"]);
  });

  test("one record an event is counted, by its month", async () => {
    const outcomes = [
      "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Outcome type",
      "aa,2024-01,Gloucestershire Constabulary,Gloucestershire Constabulary,-2,51,On or near A,E01,Northam 001A,Suspect charged",
      "ab,2024-01,Gloucestershire Constabulary,Gloucestershire Constabulary,-2,51,On or near A,E01,Northam 001A,No suspect",
      "ac,2024-01,Gloucestershire Constabulary,Gloucestershire Constabulary,-2,51,On or near A,E01,Northam 001A,No suspect",
    ];
    expect(await figures("2024-01-outcomes.csv", outcomes)).toEqual(
      [
        "Gloucestershire | Suspect charged | January 2024 | count | 1",
        "Gloucestershire | No suspect | January 2024 | count | 2",
      ].sort(),
    );
    const casualties = ["REFNO,date,year,mode,casualty_severity,number_vehicles,sex,ageband,light,area_name,lon,lat"];
    for (const [date, severity] of [
      ["2023-01-03", "Slight"],
      ["2023-01-09", "Fatal"],
      ["2023-01-10", "Slight"],
      ["2023-02-01", "Slight"],
    ])
      casualties.push(`${casualties.length + 900},${date},2023,Car,${severity},2,Male,16-20,Dark,Trafford,-2.1,53.4`);
    expect(await figures("casualties.csv", casualties)).toEqual(
      [
        "Trafford | Slight | January 2023 | count | 2",
        "Trafford | Fatal | January 2023 | count | 1",
        "Trafford | Slight | February 2023 | count | 1",
      ].sort(),
    );
  });
});

describe("what a person has to choose", () => {
  test("the period that a file does not say, and so the parts would be counted twice bands of age", async () => {
    const lines = [
      "Police Force,Type of force,Tactic,Under 11 years,11 - 17 years,Number of times tactic reported",
      "Gloucestershire,Restraint,Compliant handcuffing,7,38,45",
      "Gloucestershire,Restraint,Ground restraint,2,9,11",
    ];
    expect(await figures("force.csv", lines, { "period:": "period: 2018/19" })).toEqual(
      [
        "Gloucestershire | Compliant handcuffing | April 2018 to March 2019 | count | 45",
        "Gloucestershire | Ground restraint | April 2018 to March 2019 | count | 11",
      ].sort(),
    );
  });

  test("one value of a dimension, where percentages cannot be added up; any text comes back as it is", async () => {
    const odd = ["FALSE", "1E05", "0012", "null", "no", "2019-03-01", "it's: a #", 'a "b"', "~", "1_000"];
    const lines = [
      "Force,Year,no answer,percent",
      ...odd.map((value, at) => `Kent,2019,"${value.replace(/"/g, '""')}",${at}.5`),
    ];
    const name = written("odd.csv", lines);
    const proposal = (await proposalFor(folder, name)) ?? "";
    expect(proposal).toContain('"no answer": "FALSE" # choose one: "1E05", "0012", "null", "no", "2019-03-01"');
    for (const [at, value] of odd.entries()) {
      const chosen = { '"no answer":': `"no answer": ${JSON.stringify(value)}` };
      expect(await figures("odd.csv", lines, chosen)).toEqual([`Kent | odd | 2019 | percent | ${at}.5`]);
    }
  });

  test("sums of records of which some have no figure", async () => {
    const lines = [
      "year,force,age,searches",
      "2019,Kent,young,3",
      "2019,Kent,old,NA",
      "2020,Kent,young,4",
      "2020,Kent,old,5",
    ];
    const reason = "1 of 2 records of 2019 in gaps.csv have no figure: not available";
    expect(await figures("gaps.csv", lines)).toEqual(
      [`Kent | searches | 2019 | count | [${reason}]`, "Kent | searches | 2020 | count | 9"].sort(),
    );
    const chosen = { "missing:": "missing: left out", "reason:": "reason: not sent" };
    expect(await figures("gaps.csv", lines, chosen)).toEqual(
      ["Kent | searches | 2019 | count | 3", "Kent | searches | 2020 | count | 9"].sort(),
    );
  });

  test("a quarter of a plain year is left open: 4 is not April", async () => {
    const lines = ["year,quarter,force,calls", "2018,4,Kent,5"];
    expect(await proposalFor(folder, written("quarter.csv", lines))).toContain("period: … # choose one");
  });

  test("numbers and percentages below each other: one is chosen", async () => {
    const lines = [
      "area,year,unit,value",
      "Kent,2019,Number,5",
      "Kent,2019,Percent,6",
      "Kent,2020,Number,7",
      "Kent,2020,Percent,8",
    ];
    expect(await proposalFor(folder, written("units.csv", lines))).toContain(
      '"unit": "Number" # choose one: "Percent"',
    );
    expect(await figures("units.csv", lines)).toEqual([
      "Kent | units | 2019 | count | 5",
      "Kent | units | 2020 | count | 7",
    ]);
  });

  test("a rate of nothing said, and decimals of nothing said, are marked, and are no counts", async () => {
    const rate = ["Force,Year,Arrest rate", "Kent,2019,3", "Kent,2020,4"];
    expect(await proposalFor(folder, written("rate.csv", rate))).toContain(
      'kind: rate, series: "Arrest rate" } # choose one',
    );
    const decimals = ["Force,Year,Index of harm", "Kent,2019,3.5", "Kent,2020,4.5"];
    expect(await proposalFor(folder, written("harm.csv", decimals))).toMatch(/kind: percent.* # choose one/);
  });
});

describe("what is said and not proposed", () => {
  test("several tables below each other", async () => {
    const lines = ["Table 1,,", "Force,2018,2019", "Kent,1,2", "Table 2,,", "Force,2018,2019", "Kent,3,4"];
    const proposal = (await proposalFor(folder, written("tables.csv", lines))) ?? "";
    expect(proposal).toContain("# Several tables stand below each other here");
    expect(proposal.split("\n").every((line) => line.trim().startsWith("#"))).toBe(true);
  });

  test("a column with an odd cell is kept, and the cell named", async () => {
    const lines = [
      "Force,2018,2019",
      ...["Kent", "Essex", "Surrey", "Dorset"].map((name, at) => `${name},${at},${at}`),
    ];
    lines.push("Cumbria,3*,4");
    const { proposal, figures: found, problems } = await pasted(folder, written("cell.csv", lines));
    expect(proposal).toContain('"2018" has "3*", which is no number and is refused');
    expect(found).toHaveLength(10);
    expect(problems).toHaveLength(1);
  });

  test("a small column of figures with a mistyped one is proposed, and the cell named", async () => {
    const lines = ["What,Last yr,This yr", "Knife crime,200,3O0", "ASB,1200,1100"];
    const proposal = (await proposalFor(folder, written("typed.csv", lines))) ?? "";
    expect(proposal).toContain('{ column: "This yr", kind: count, series: "This yr" } # "This yr" has "3O0", which is');
    expect(proposal).not.toContain("not needed");
  });

  test("a column that is mostly numbers is left out only by a person, with its odd cells", async () => {
    const lines = ["What,Last yr,This yr", "Knife crime,200,about 300", "ASB,1200,1100"];
    const proposal = (await proposalFor(folder, written("about.csv", lines))) ?? "";
    expect(proposal).toContain(
      '# choose one: "This yr" is left out, but most of its cells are numbers; if it holds figures, correct "about 300"',
    );
    expect(proposal).not.toContain("not needed");
  });

  test("notes are no table, and a lookup of names is no file of events", async () => {
    const notes = ["Notes,", `"${"A sentence that is long. ".repeat(6)}",1`, "Another,2"];
    expect(await proposalFor(folder, written("notes.csv", notes))).toBeUndefined();
    expect(
      await proposalFor(folder, written("lookup.csv", ["code,force,group", "a,Kent,x", "b,Essex,y"])),
    ).toBeUndefined();
  });
});
