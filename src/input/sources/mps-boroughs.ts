// Metropolitan Police, crimes by borough: a column for each month, and rows of minor groups, which add up to major ones.
import type { ColumnRule, From, SheetSource } from "./sheet.ts";

/** A few groups have one name at both levels, as "Robbery" may: the major one is meant. */
const series: readonly From[] = [
  { text: "All offences" },
  { columns: [/^major ?text$/i] },
  { columns: [/^minor ?text$/i] },
];

export const mpsBoroughs: SheetSource = {
  name: "Metropolitan Police boroughs by month",
  headings: [/^major ?text$/i, /^minor ?text$/i, /^(lookup )?borough ?name$/i, /^20\d\d(0[1-9]|1[0-2])$/],
  areas: [{ name: /^(lookup )?borough ?name$/i }],
  rules: series.map(
    (one, level): ColumnRule => ({
      // "201112" is December 2011 here, and no financial year.
      heading: /^(20\d\d)(0[1-9]|1[0-2])$/,
      kind: "count",
      series: one,
      period: { heading: "{2}/{1}" },
      level,
    }),
  ),
  sums: true,
};
