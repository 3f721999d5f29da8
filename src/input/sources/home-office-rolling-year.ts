// Home Office rolling year by force: one 12-month figure a record, to the end of each quarter.
import type { SheetSource } from "./sheet.ts";

export const homeOfficeRollingYear: SheetSource = {
  name: "Home Office rolling year",
  headings: [/^12 months ending$/i, /^pfa$/i, /^offence$/i],
  areas: [{ name: /^pfa$/i, type: "force" }],
  rules: [
    {
      heading: /^rolling year total number of offences$/i,
      kind: "count",
      series: { columns: [/^offence$/i] },
      period: { columns: [/^12 months ending$/i] },
    },
  ],
};
