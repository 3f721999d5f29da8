// Home Office police recorded crime open data: offences by quarter of the financial year, by force or by partnership.
import type { ColumnRule, From, SheetSource } from "./sheet.ts";

const period: From = { columns: [/^financial year$/i, /^financial quarter$/i], template: "{0} Q{1}" };
/** An offence stands in a group, a subgroup and by itself; of one name in several, the widest is meant. */
const levels = [/^offence group$/i, /^offence subgroup$/i, /^offence description$/i, /^offence code$/i];

export const homeOfficeOpenData: SheetSource = {
  name: "Home Office open data",
  headings: [/^financial year$/i, /^financial quarter$/i, /^offence group$/i],
  without: [/^outcome (group|type)$/i],
  areas: [
    { name: /^csp name$/i, type: "partnership" },
    { name: /^(force name|police force)$/i, type: "force" },
  ],
  rules: levels.map(
    (column, level): ColumnRule => ({
      heading: /^(number of offences|offence count)$/i,
      kind: "count",
      series: { columns: [column] },
      period,
      level,
    }),
  ),
  sums: true,
};
