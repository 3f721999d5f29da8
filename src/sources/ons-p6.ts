// ONS police force area table P6: anti-social behaviour experienced or witnessed (CSEW), with the unweighted base.
import { ONS_AREAS } from "./ons-p1.ts";
import type { Sheet } from "./sheet.ts";

export const onsP6: Sheet = {
  name: "ONS P6",
  headings: [/^area name$/i, /^any anti-social behaviour$/i],
  title: /^Table P6/i,
  areas: ONS_AREAS,
  below: 1,
  rules: [
    { heading: /^percentage experienced\/ ?witnessed$/i, kind: "percent", series: "above", period: "title" },
    { heading: /^unweighted base/i, kind: "base", series: { text: "Unweighted base" }, period: "title" },
  ],
};
