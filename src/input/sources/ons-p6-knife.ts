// ONS police force area table P6 from September 2019 on: rates of offences involving a knife, per 100,000, years across.
import { ONS_AREAS } from "./ons-p1.ts";
import type { SheetSource } from "./sheet.ts";

const series = { text: "Knife and sharp instrument offences" } as const;

export const onsP6Knife: SheetSource = {
  name: "ONS P6 (knife rates)",
  headings: [/^area name$/i, /^[a-z]{3} '\d\d to [a-z]{3} '\d\d$/i],
  title: /knife (and|or) sharp instrument.* rate|rate.* knife (and|or) sharp instrument/i,
  titled: true,
  areas: ONS_AREAS,
  rules: [{ heading: /^[a-z]{3} '\d\d to [a-z]{3} '\d\d$/i, kind: "rate", series, period: "own" }],
};
