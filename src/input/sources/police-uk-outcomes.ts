// police.uk outcomes, by their published description: one record an outcome of a crime, counted by type and by the month in which it was given.
import type { ColumnRule, From, SheetSource } from "./sheet.ts";

const series: readonly From[] = [{ text: "Outcomes" }, { columns: [/^outcome type$/i] }];

export const policeUkOutcomes: SheetSource = {
  name: "police.uk outcomes",
  headings: [/^month$/i, /^falls within$/i, /^outcome type$/i],
  without: [/^crime type$/i],
  areas: [{ name: /^falls within$/i, type: "force" }],
  rules: series.map(
    (one): ColumnRule => ({
      heading: /^outcome type$/i,
      kind: "count",
      series: one,
      period: { columns: [/^month$/i] },
      counted: true,
    }),
  ),
  sums: true,
};
