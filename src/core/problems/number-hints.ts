// What to write where a cell that should be a number is none.

/** By what it is likely meant to say. */
export const numberHints = {
  withheld: "write [c] for a figure that was withheld",
  formula: "correct the formula in the spreadsheet and export again, or write [x]",
  time: "use kind: seconds or kind: minutes for a time such as 9:42",
  "hours and minutes": "write hours, minutes and seconds, such as 9:42:00, or write 9.7",
  "time without seconds": "show the seconds in the workbook, as in 0:09:42, or write a number",
  digits: 'write digits, such as 1204 or 1,204, or ".." for a figure that was not published',
} as const;
