// Road casualties, one record a casualty with its area and date: counted by severity, and those killed or seriously injured.
import type { ColumnRule, SheetSource, Where } from "./sheet.ts";

const severity = /^casualty severity$/i;
const rule = (text: string, where?: Where): ColumnRule => ({
  heading: severity,
  kind: "count",
  series: { text },
  period: { columns: [/^(casualty |collision |accident )?date$/i] },
  counted: true,
  ...(where && { where }),
});

export const roadCasualties: SheetSource = {
  name: "road casualties",
  headings: [severity, /^(casualty |collision |accident )?date$/i, /^(area|district|local authority) name$/i],
  areas: [{ name: /^(area|district|local authority) name$/i, code: /^(area|district|local authority) code$/i }],
  dates: "within",
  rules: [
    rule("Road casualties"),
    rule("Killed or seriously injured", { column: severity, is: ["Fatal", "Serious"] }),
    rule("Killed", { column: severity, is: ["Fatal"] }),
    rule("Seriously injured", { column: severity, is: ["Serious"] }),
    rule("Slightly injured", { column: severity, is: ["Slight"] }),
  ],
  sums: true,
};
