// ONS police force area table P2: % change of recorded crime on the year before, offences across.
import { ONS_AREAS } from "./ons-p1.ts";
import type { SheetSource } from "./sheet.ts";

export const onsP2: SheetSource = {
  name: "ONS P2",
  headings: [/^area name$/i, /^violence against the person$/i],
  title: /percentage change/i,
  titled: true,
  areas: ONS_AREAS,
  above: 1,
  rules: [{ heading: /./, kind: "change", series: "own", period: "title" }],
};
