// iQuanta, read tolerantly, as no export of it is public: an earlier and a later period beside each other, as numbers or
// as rates, areas or offences down; its columns Numeric and Percentage only restate how the one moved to the other.
import type { ColumnRule, From, SheetSource } from "./sheet.ts";

/** What the title or the headings over a column say of its values; a number, where they say nothing. */
const says = {
  count: /^$|\bnumbers?\b(?![\s\S]*(\brates?\b|per 1[, ]?000))/i,
  rate: /\brates?\b|per 1[, ]?000/i,
  percent: /^(?![\s\S]*(\brates?\b|per 1[, ]?000|\bnumbers?\b))[\s\S]*(\bpercentages?\b|%)/i,
} as const;

const offences: readonly From[] = [
  { columns: [/^(offence|offence type|crime|crime type|measure|indicator)$/i] },
  { title: /^(?:offence|offence type|crime type|measure|indicator) ?: ?(.+)$/im },
];

export const iquanta: SheetSource = {
  name: "iQuanta",
  headings: [/^earlier period\b/i, /^later period\b/i],
  areas: [{ name: /^(force|police force|area|force area|force or group|area name|partnership|name)$/i }],
  areaInTitle: /^(?:force|police force|area) ?: ?(.+)$/im,
  speaks: /\bnumbers?\b|\brates?\b|per 1[, ]?000|\bpercentages?\b|%/i,
  above: 3,
  restates: true,
  rules: (["count", "rate", "percent"] as const).map(
    (kind): ColumnRule => ({
      heading: /^(earlier|later) period\b/i,
      kind,
      within: says[kind],
      series: offences,
      period: "above",
    }),
  ),
};
