// Home Office use of force by tactic: areas and tactics down, the people it was used on across; the period is on another sheet.
import type { SheetSource } from "./sheet.ts";

const NUMBER = /^number of times tactic reported$/i;

export const homeOfficeUseOfForce: SheetSource = {
  name: "Home Office use of force by tactic",
  headings: [/^police force$/i, /^tactic$/i, NUMBER],
  areas: [{ name: /^police force$/i, type: "force", totals: /^\*?total /i }],
  above: 1,
  rules: [
    { heading: NUMBER, kind: "count", series: { columns: [/^tactic$/i] }, period: "title" },
    {
      // "Compliant handcuffing, perceived age: 18 - 34 years"
      heading: /^(?!number of times|type of force|force type|tactic|police force)./i,
      kind: "count",
      series: { columns: [/^tactic$/i] },
      suffix: (own, above) => (above === "" ? `: ${own}` : `, ${above.toLowerCase()}: ${own}`),
      period: "title",
    },
  ],
};
