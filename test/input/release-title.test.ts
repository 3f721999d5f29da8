// The titles of real ONS tables, with the numbers of their notes glued to them, and as they read without.
import { expect, test } from "vitest";
import { releaseTitle } from "../../src/input/release-title.ts";

test.each([
  ["number of offences, year ending March 20191,2", "number of offences, year ending March 2019"],
  ["rate of offences, year ending March 20181,2,3", "rate of offences, year ending March 2018"],
  ["number of offences, year ending March 181,2,3", "number of offences, year ending March 18"],
  [
    "percentage change, year ending march 2017 compared with year ending March 20181,2,3",
    "percentage change, year ending march 2017 compared with year ending March 2018",
  ],
  ["change for year ending March 20181, 2 compared with 2017", "change for year ending March 2018 compared with 2017"],
  ["English regions and Wales, year ending March 2018 CSEW1", "English regions and Wales, year ending March 2018 CSEW"],
  ["Mid-year population estimates, 2002 to 20161", "Mid-year population estimates, 2002 to 2016"],
  ["year ending March 2008 to year ending March 20181,2", "year ending March 2008 to year ending March 2018"],
  ["Table P1:  Police recorded  crime [note 4]", "Table P1: Police recorded crime"],
])("%s", (title, read) => {
  expect(releaseTitle(title)).toBe(read);
});

test.each([
  ...["Table P1", "MYE2: persons, mid-2019", "2018 to 2019", "2018/19", "to 31 December 2018", "20,181 offences"],
  ...["Recorded crime, table 101", "Extract 202311", "Extract 202312", "Burglary in 200000 households"],
])("%s stays as it is", (title) => {
  expect(releaseTitle(title)).toBe(title);
});
