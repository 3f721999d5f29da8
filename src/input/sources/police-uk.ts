// police.uk street-level crime: one record a crime, counted by type and month.
import type { SheetSource } from "./sheet.ts";

export const policeUk: SheetSource = {
  name: "police.uk street-level crime",
  headings: [/^month$/i, /^falls within$/i, /^crime type$/i],
  areas: [{ name: /^falls within$/i, type: "force" }],
  rules: [
    {
      heading: /^crime type$/i,
      kind: "count",
      series: { columns: [/^crime type$/i] },
      period: { columns: [/^month$/i] },
      counted: true,
    },
  ],
  sums: true,
  event: { id: /^crime id$/i, updated: [/^last outcome category$/i] },
};
