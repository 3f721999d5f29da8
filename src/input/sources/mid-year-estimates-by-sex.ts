// Mid-year estimates as one table of all years: a record for each area, date and sex, of which that of all persons is read.
import type { SheetSource } from "./sheet.ts";

export const midYearEstimatesBySex: SheetSource = {
  name: "mid-year estimates by sex",
  headings: [/^(period|date|year)$/i, /^area code$/i, /^area name$/i, /^(sex|gender)$/i, /^all ages$/i],
  areas: [{ name: /^area name$/i, code: /^area code$/i }],
  dates: "within",
  rules: [
    {
      heading: /^all ages$/i,
      kind: "population",
      series: { text: "Population" },
      // Of a population, a year is its middle.
      period: [{ columns: [/^(period|date)$/i] }, { columns: [/^year$/i], template: "mid-{0}" }],
      where: { column: /^(sex|gender)$/i, is: ["Persons"] },
    },
  ],
};
