// ONS mid-year estimates, table MYE2 for persons: countries, regions, counties and districts in one column, told apart by code.
import type { SheetSource } from "./sheet.ts";

export const midYearEstimates: SheetSource = {
  name: "ONS mid-year estimates MYE2",
  headings: [/^code$/i, /^name$/i, /^geography$/i, /^all ages$/i],
  // The tables of males and of females have the same headings.
  title: /population estimates: persons\b/i,
  titled: true,
  areas: [{ name: /^name$/i, code: /^code$/i }],
  rules: [{ heading: /^all ages$/i, kind: "population", series: { text: "Population" }, period: "title" }],
};
