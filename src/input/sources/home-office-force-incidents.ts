// Home Office use of force: incidents by police force; the period is on another sheet, so that the plan says it.
import type { SheetSource } from "./sheet.ts";

export const homeOfficeForceIncidents: SheetSource = {
  name: "Home Office use of force incidents",
  headings: [/^region$/i, /^police force$/i, /^total$/i],
  title: /incidents by police force/i,
  titled: true,
  without: [/^financial year$/i],
  areas: [{ name: /^police force$/i, type: "force", totals: /^\*?total /i }],
  rules: [{ heading: /^total$/i, kind: "count", series: { text: "Use of force incidents" }, period: "title" }],
};
