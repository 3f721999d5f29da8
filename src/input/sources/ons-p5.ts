// ONS police force area table P5: selected offences involving a knife by year, and their % change.
import { ONS_AREAS } from "./ons-p1.ts";
import type { SheetSource } from "./sheet.ts";

const series = { text: "Selected offences involving a knife" } as const;

export const onsP5: SheetSource = {
  name: "ONS P5",
  headings: [/^area name$/i, /^number of selected offences involving a knife$/i],
  title: /^Table P5/i,
  areas: ONS_AREAS,
  above: 1,
  rules: [
    { heading: /^number of selected offences involving a knife$/i, kind: "count", series, period: "above" },
    { heading: /^% involving a knife$/i, kind: "percent", series, period: "above" },
    {
      heading: /^[a-z]{3} '\d\d to [a-z]{3} '\d\d/i,
      kind: "change",
      series,
      suffix: (own) => `, from ${own}`,
      period: { title: /percentage change for (year ending [a-z]+ \d{4})/i },
    },
  ],
};
