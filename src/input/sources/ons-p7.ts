// ONS police force area table P7: anti-social behaviour incidents, a pair of columns (number, rate) for each year.
import type { SheetSource } from "./sheet.ts";

const series = { text: "Anti-social behaviour incidents" } as const;

export const onsP7: SheetSource = {
  name: "ONS P7",
  headings: [/^number of incidents$/i],
  title: /anti-social behaviour incidents/i,
  titled: true,
  // The edition of March 2019 has no codes, and no heading over its areas.
  areas: [{ name: /^(area name)?$/i, code: /^area code$/i }],
  above: 1,
  rules: [
    { heading: /^number of incidents$/i, kind: "count", series, period: "above" },
    { heading: /^(rate|number) per 1,000 population$/i, kind: "rate", series, period: "above" },
  ],
};
