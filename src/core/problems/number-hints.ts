// What to write where a cell that should be a number is none.

/** By what it is likely meant to say. */
export const numberHints = {
  withheld: "write [c] for a figure that was withheld",
  formula: "this is an error of the spreadsheet: mend the formula and export again, or write [x]",
  time: "a time such as 9:42 is of the kind seconds or minutes",
  "hours and minutes":
    "as hours it may be hours and minutes, or minutes and seconds: write all three, such as 9:42:00, or 9.7",
  "time without seconds": "a workbook shows it without seconds: show them there, 0:09:42, or give a number",
  digits: 'write digits, e.g. 1204 or 1,204, or ".." for a figure that was not published',
} as const;
