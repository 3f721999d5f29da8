// Words by which a column of people holds a part of them.
import { describe, expect, test } from "vitest";
import { partOfPeople } from "../../src/input/part-of-people.ts";
import { mapFor } from "../../src/input/propose/map-for.ts";

const part = (heading: string, title: string, file = "data/people.csv"): string | undefined =>
  partOfPeople({ headings: [heading], titles: [title], file })?.part;

describe("people are a part", () => {
  test.each([
    ["All ages", "MYE2: Population estimates: Males by single year of age and sex", "Males"],
    ["All ages", "MYE2: Population estimates: Females by single year of age and sex", "Females"],
    ["Population", "Usual residents aged 16 and over", "aged 16 and over"],
    ["Population 16+", "Mid-year estimates", "16+"],
    ["Population", "Population aged 10-17, mid-2019", "aged 10-17"],
    ["Population of working age", "", "working age"],
    ["Adults", "Mid-year estimates", "Adults"],
    ["16-64", "Mid-year estimates", "16-64"],
    ["Households", "Mid-year estimates", "Households"],
    ["Population", "People in households", "People in households"],
    ["Women", "Population by sex, women and men", "Women"],
  ])("%s under %j", (heading, title, expected) => {
    expect(part(heading, title)).toBe(expected);
  });

  test.each([
    ["people.xlsx#MYE2 - Males", "Males"],
    ["data/population_16plus.csv", "16plus"],
    ["population-18-and-over.csv", "18 and over"],
    ["males/people.csv", undefined],
  ])("by the name %s", (file, expected) => {
    expect(part("All ages", "", file)).toBe(expected);
  });
});

describe("people are all people", () => {
  test.each([
    ["All ages", "MYE2: Population estimates: Persons by single year of age and sex for local authorities"],
    ["Population", "Population of males and females, mid-2019"],
    ["Persons", "Males, females and persons"],
    ["All ages", "Population aged 0-15, aged 16-64 and aged 65 and over"],
    ["Population", "Population, ages 0 to 90+"],
    ["mid-2019", "Population estimates, mid-2001 to mid-2019"],
    ["Population figures (mid-2019)", "Table P9: Force population and household figures, 2002 to 2019"],
    ["Population", "Population and household estimates, 2011 Census"],
  ])("%s under %j", (heading, title) => {
    expect(part(heading, title)).toBeUndefined();
  });
});

test("a population of males is proposed for a person to choose, and says why", () => {
  const table = (title: string): string | undefined =>
    mapFor(
      "people.csv",
      [
        [title],
        ["Code", "Name", "All ages"],
        ["E08000008", "Tameside", "111,111"],
        ["E08000001", "Bolton", "142,000"],
      ].map((cells, index) => ({ cells, line: index + 1 })) as never,
    );
  const line = (title: string): string | undefined =>
    table(title)
      ?.split("\n")
      .find((one) => one.includes("kind: population"));
  expect(line("Population estimates: Males, mid-2019")).toContain(
    '# choose one: is it the population of all people? "Population estimates: Males, mid-2019" says "Males"',
  );
  expect(line("Population estimates: Persons, mid-2019")).not.toContain("choose");
});
