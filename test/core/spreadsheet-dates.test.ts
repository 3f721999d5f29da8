// Dates that a spreadsheet has put in the place of a period: by the calendar, and by what Excel shows of the numbers.
import { describe, expect, test } from "vitest";
import { firstDayOf, spreadsheetDate, spreadsheetHint } from "../../src/core/spreadsheet-dates.ts";

describe("what a spreadsheet has made of a period is named", () => {
  test.each([
    // Day 43525 is 1 March 2019 in Excel and LibreOffice; 36526 is the first day of 2000, 44196 the last of 2020.
    ["43525", "43525 is how a spreadsheet stores 1 March 2019", "March 2019"],
    ["36526", "36526 is how a spreadsheet stores 1 January 2000", "January 2000"],
    ["44196.0", "44196 is how a spreadsheet stores 31 December 2020", "December 2020"],
    ["19-Mar", "19-Mar looks like Mar-19 turned round by a spreadsheet", "March 2019"],
    ["5-Sep", "5-Sep looks like Sep-05 turned round by a spreadsheet", "September 2005"],
    ["21 june", "21 june looks like june-21 turned round by a spreadsheet", "June 2021"],
  ])("%s", (words, said, month) => expect(spreadsheetDate(words)).toEqual({ said, month }));

  test.each(["4352", "435250", "12345", "99999", "Mar-19", "32-Mar", "0-Mar", "19-Foo", "2018-19", "", "19"])(
    "%j is nothing of the kind",
    (words) => expect(spreadsheetHint(words)).toBeUndefined(),
  );
});

test("the first day of a month, as counted from year 0, and no other day", () => {
  // 2019 × 12 = 24,228; March is 2 more.
  for (const words of ["2019-03-01", "01/03/2019", "01-03-2019", " 2019-03-01 ", "2019-03-01 00:00:00"])
    expect(firstDayOf(words), words).toBe(24_230);
  for (const words of ["2019-03-15", "03/15/2019", "2019-13-01", "15/01/2019", "2019-03", "March 2019", "01/00/2019"])
    expect(firstDayOf(words), words).toBeUndefined();
});
