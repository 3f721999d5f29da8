// Which of two files of a source is newer, by what stands in them.
import { expect, test } from "vitest";
import { compareEditions, editionOf, editionWords } from "../../src/input/edition.ts";

const month = (year: number, of: number): number => year * 12 + of - 1;

test.each<[string, string | undefined, string[], string]>([
  [
    "the period of an ONS title, with the digits of its notes",
    "Table P1:  Police recorded crime, year ending March 181,2,3",
    [],
    "titled March 2018",
  ],
  [
    "a day in a line above the headings",
    "Recorded crime",
    ["Recorded crime", "Released: 25 January 2024"],
    "published 25 January 2024",
  ],
  ["a day in two cells of a line", undefined, ["Publication date 2024-01-25"], "published 25 January 2024"],
  ["when the figures were taken", undefined, ["Data extracted on 05/10/2023"], "published 5 October 2023"],
  ["a weekday", undefined, ["Date of publication: Thursday, 25 January 2024."], "published 25 January 2024"],
  ["the next release says nothing", undefined, ["Next release: 25 April 2024"], ""],
  ["nor does what is told of a revision", undefined, ["Figures for 2012 were revised in March 2013"], ""],
  ["nor do two days that differ", undefined, ["Released: 25 January 2024", "Last updated: 2 February 2024"], ""],
])("%s", (_, title, lines, said) => {
  expect(editionWords(editionOf(title, lines))).toBe(said);
});

const day = (words: string) => editionOf(undefined, [`Published ${words}`]);

test.each<[string, Parameters<typeof compareEditions>, number]>([
  ["a later day", [day("25 January 2024"), day("24 January 2024")], 1],
  ["an earlier month", [day("December 2023"), day("25 January 2024")], -1],
  ["a month and a day of it", [day("January 2024"), day("25 January 2024")], 0],
  ["a later title", [{ titled: month(2023, 12) }, { titled: month(2023, 9) }], 1],
  ["later figures", [{ covers: month(2023, 12) }, { covers: month(2023, 9) }], 1],
  [
    "the same",
    [
      { titled: 5, covers: 5 },
      { titled: 5, covers: 5 },
    ],
    0,
  ],
  ["what only one says", [{ titled: 5 }, { covers: 9 }], 0],
  [
    "of a day and figures that disagree, neither",
    [
      { ...day("25 January 2024"), covers: 5 },
      { ...day("24 January 2024"), covers: 6 },
    ],
    0,
  ],
])("%s", (_, [one, other], sign) => {
  expect(Math.sign(compareEditions(one, other))).toBe(sign);
  expect(Math.sign(compareEditions(other, one)) + sign).toBe(0);
});
