// ONS police force area table P7: anti-social behaviour incidents, a pair of columns (number, rate) for each year.
import { ONS_AREAS } from "./ons-p1.ts";
import type { SheetSource } from "./sheet.ts";

const series = { text: "Anti-social behaviour incidents" } as const;

export const onsP7: SheetSource = {
  name: "ONS P7",
  headings: [/^area name$/i, /^number of incidents$/i],
  title: /anti-social behaviour incidents/i,
  areas: ONS_AREAS,
  above: 1,
  rules: [
    { heading: /^number of incidents$/i, kind: "count", series, period: "above" },
    { heading: /^rate per 1,000 population$/i, kind: "rate", series, period: "above" },
  ],
};
