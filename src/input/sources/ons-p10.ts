// ONS police force area table P10: mid-year households, years across.
import { ONS_AREAS } from "./ons-p1.ts";
import type { SheetSource } from "./sheet.ts";

export const onsP10: SheetSource = {
  name: "ONS P10",
  headings: [/^area name$/i, /^20\d\d$/],
  title: /mid-year household/i,
  titled: true,
  areas: ONS_AREAS,
  rules: [{ heading: /^\d{4}$/, kind: "households", series: { text: "Households" }, period: { heading: "mid-{0}" } }],
};
