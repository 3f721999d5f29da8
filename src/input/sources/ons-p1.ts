// ONS police force area table P1: recorded crime, offences across, one period in the title.
import type { SheetSource } from "./sheet.ts";

/** How the ONS heads the columns of areas in all its tables. */
export const ONS_AREAS = [{ name: /^area names?$/i, code: /^area codes?$/i }] as const;

export const onsP1: SheetSource = {
  name: "ONS P1",
  headings: [/^area name$/i, /^violence against the person$/i],
  without: [/^population figures/i, /^community safety partnership name$/i],
  title: /number of offences|^numbers$/im,
  areas: ONS_AREAS,
  above: 1,
  unnamed: "Total recorded crime (excluding fraud)",
  rules: [{ heading: /./, kind: "count", series: "own", period: "title" }],
};
