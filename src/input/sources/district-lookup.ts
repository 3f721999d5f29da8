// Which community safety partnership each district is, and which police force area that is in: names and codes, no figures.
import type { SheetSource } from "./sheet.ts";

export const districtLookup: SheetSource = {
  name: "district lookup",
  headings: [/^lad\d\dcd$/i, /^csp\d\dcd$/i, /^pfa\d\dcd$/i],
  areas: [{ name: /^csp\d\dnm$/i, code: /^csp\d\dcd$/i, type: "partnership" }],
  rules: [],
  lookup: {
    name: /^csp\d\dnm$/i,
    code: /^csp\d\dcd$/i,
    within: /^pfa\d\dnm$/i,
    aliases: [/^lad\d\dcd$/i],
    type: "partnership",
  },
};
