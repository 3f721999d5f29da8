// Home Office arrests open data: arrests by year, force, offence, sex, age and ethnic group, which add up.
import type { ColumnRule, SheetSource } from "./sheet.ts";

const parts = [
  ["sex", /^(sex|gender)$/i],
  ["age group", /^age group$/i],
  ["offence group", /^(offence group|reason for arrest( offence group)?)$/i],
  ["ethnic group", /^(self-defined )?ethnic group$/i],
] as const;
const rule = (series: ColumnRule["series"], level: number): ColumnRule => ({
  heading: /^(number of )?arrests$/i,
  kind: "count",
  series,
  period: [{ columns: [/^financial year$/i] }, { columns: [/^year ending$/i] }],
  level,
});

export const homeOfficeArrests: SheetSource = {
  name: "Home Office arrests open data",
  headings: [/^(financial year|year ending)$/i, /^force name$/i, /^(sex|gender)$/i, /^(number of )?arrests$/i],
  areas: [{ name: /^force name$/i, type: "force" }],
  rules: [
    rule({ text: "Arrests" }, 0),
    ...parts.map(([name, column], index) => rule({ columns: [column], template: `Arrests, ${name}: {0}` }, index + 1)),
  ],
  sums: true,
  adds: /^(sex|gender|age\b.*|offence\b.*|reason\b.*|.*\bethnic.*)$/i,
};
