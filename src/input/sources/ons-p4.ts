// ONS police force area table P4: offences involving a knife, a pair of columns under each offence.
import { ONS_AREAS } from "./ons-p1.ts";
import type { SheetSource } from "./sheet.ts";

const suffix = (): string => ": involving a knife";

export const onsP4: SheetSource = {
  name: "ONS P4",
  headings: [/^area name$/i, /^number of offences involving a knife$/i],
  title: /^Table P4/i,
  areas: ONS_AREAS,
  above: 1,
  rules: [
    { heading: /^number of offences involving a knife$/i, kind: "count", series: "above", suffix, period: "title" },
    { heading: /^% involving a knife$/i, kind: "percent", series: "above", suffix, period: "title" },
  ],
};
