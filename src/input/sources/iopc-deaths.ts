// IOPC deaths during or following police contact: a sheet for each kind, police forces down, financial years as 04/05 across.
import type { SheetSource } from "./sheet.ts";

export const iopcDeaths: SheetSource = {
  name: "IOPC deaths following police contact",
  headings: [/^appropriate authority$/i, /^financial year$/i],
  title: /number of +(incidents|fatalities) by appropriate authority/i,
  titled: true,
  below: 1,
  areas: [{ name: /^appropriate authority$/i, type: "force" }],
  // Some sheets have a table of incidents, and below it one of fatalities.
  ends: /^table \d/i,
  rules: [
    {
      heading: /^(\d\d)\/(\d\d)\**$/,
      kind: "count",
      // "Deaths in or following police custody: FATALITIES"
      series: { title: /^(.+)\n[\s\S]*number of +(incidents|fatalities) by/i, template: "{1}: {2}" },
      period: { heading: "20{1}/{2}" },
    },
  ],
};
