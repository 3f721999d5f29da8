// Home Office use of conducted energy devices (CED): incidents by financial year, police force and highest use.
import type { SheetSource } from "./sheet.ts";

export const homeOfficeCedUse: SheetSource = {
  name: "Home Office CED use",
  headings: [/^financial year$/i, /^police force$/i, /^total discharge$/i, /^total non-discharge$/i],
  title: /use of (ced|taser|conducted energy)/i,
  areas: [{ name: /^police force$/i, type: "force", totals: /^\*?total /i }],
  rules: [
    {
      heading: /^(?!financial year|region)./i,
      kind: "count",
      series: { heading: "CED use: {0}" },
      period: { columns: [/^financial year$/i] },
    },
  ],
};
