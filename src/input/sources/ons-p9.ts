// ONS police force area table P9: mid-year populations, years across.
import { ONS_AREAS } from "./ons-p1.ts";
import type { SheetSource } from "./sheet.ts";

export const onsP9: SheetSource = {
  name: "ONS P9",
  headings: [/^area name$/i, /^20\d\d$/],
  title: /mid-year population/i,
  titled: true,
  areas: ONS_AREAS,
  rules: [{ heading: /^\d{4}$/, kind: "population", series: { text: "Population" }, period: { heading: "mid-{0}" } }],
};
