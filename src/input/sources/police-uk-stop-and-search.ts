// police.uk stop and search, by its published description: one record a search, counted by month. Its force is named by
// the file alone, so the plan says it.
import type { ColumnRule, SheetSource } from "./sheet.ts";

/** A search need not have an object or an outcome. */
const parts = [
  ["object", /^object of search$/i],
  ["outcome", /^outcome$/i],
] as const;
const rule = (series: ColumnRule["series"], more?: Pick<ColumnRule, "where">): ColumnRule => ({
  ...{ heading: /^object of search$/i, kind: "count", series, period: { columns: [/^date$/i] }, counted: true },
  ...more,
});

export const policeUkStopAndSearch: SheetSource = {
  name: "police.uk stop and search",
  headings: [/^type$/i, /^date$/i, /^legislation$/i, /^object of search$/i, /^outcome$/i],
  areas: [],
  dates: "within",
  rules: [
    rule({ text: "Stop and search" }),
    ...parts.map(([name, column]) =>
      rule({ columns: [column], template: `Stop and search, ${name}: {0}` }, { where: { column, not: [""] } }),
    ),
  ],
  sums: true,
};
