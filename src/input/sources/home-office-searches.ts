// Home Office stop and search open data: searches, and arrests that came of them, by year, force, power, reason and ethnic group.
import type { ColumnRule, SheetSource } from "./sheet.ts";

const parts = [
  ["legislation", /^legislation$/i],
  ["reason", /^reason for search( ?\/? ?arrest)?$/i],
  ["ethnic group", /^(self-defined ethnic group|ethnic group( self-defined| self defined)?)$/i],
] as const;
const columns = [
  ["Searches", /^(number of )?searches$/i],
  ["Arrests from searches", /^resultant arrests$/i],
] as const;
const rule = (heading: RegExp, series: ColumnRule["series"], level: number): ColumnRule => ({
  ...{ heading, kind: "count", series, level },
  period: [{ columns: [/^year ending$/i] }, { columns: [/^financial year$/i] }],
});

export const homeOfficeSearches: SheetSource = {
  name: "Home Office stop and search open data",
  headings: [/^(financial year|year ending)$/i, /^force name$/i, /^legislation$/i, /^(number of )?searches$/i],
  areas: [{ name: /^force name$/i, type: "force" }],
  rules: columns.flatMap(([name, heading]) => [
    rule(heading, { text: name }, 0),
    ...parts.map(([part, column], index) =>
      rule(heading, { columns: [column], template: `${name}, ${part}: {0}` }, index + 1),
    ),
  ]),
  sums: true,
  adds: /^(legislation|reason\b.*|.*\bethnic.*|sex|gender|age\b.*)$/i,
  leftOut: "the file gives no number there",
};
