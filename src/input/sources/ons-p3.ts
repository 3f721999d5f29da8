// ONS police force area table P3: rates of recorded crime, with the populations and households they are computed with.
import { ONS_AREAS } from "./ons-p1.ts";
import type { SheetSource } from "./sheet.ts";

export const onsP3: SheetSource = {
  name: "ONS P3",
  headings: [/^area name$/i, /^population figures/i, /^violence against the person$/i],
  title: /rate of offences|rate per 1,000/i,
  areas: ONS_AREAS,
  rules: [
    { heading: /^population figures/i, kind: "population", series: { text: "Population" }, period: "own" },
    { heading: /^household figures/i, kind: "households", series: { text: "Households" }, period: "own" },
    // A series whose name says (households) is per 1,000 households, and keeps that name.
    { heading: /^(?!population figures|household figures)./i, kind: "rate", series: "own", period: "title" },
  ],
};
