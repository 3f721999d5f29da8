// Home Office police workforce: a table for each group of people, regions with their forces down, dates across, as full-time
// equivalents or heads; the columns of changes are left out.
import type { SheetSource } from "./sheet.ts";

/** A workbook has dates where its copy as text has "Sep-18". */
const DATE = /^((mar|sep)[a-z]*[- ]\d\d(\d\d)?|20\d\d-0[39])$/i;

export const homeOfficeWorkforce: SheetSource = {
  name: "Home Office police workforce",
  headings: [DATE],
  title: /by police force area, england and wales.*\((fte|headcount)\)/i,
  titled: true,
  areas: [{ name: /^(police force|force|area|police force area)?$/i }],
  regionsAbove: true,
  rules: [
    {
      heading: DATE,
      kind: "people",
      // "Police officers (FTE)"
      series: { title: /table \w+: (.+?) by police force area.*\((fte|headcount)\)/i, template: "{1} ({2})" },
      period: "own",
    },
  ],
};
