// ONS police force area table P6: anti-social behaviour experienced or witnessed (CSEW), with the unweighted base.
import { findPeriod } from "../../core/heading-period.ts";
import { parsePeriod, periodName } from "../../core/period.ts";
import { ONS_AREAS } from "./ons-p1.ts";
import type { SheetSource } from "./sheet.ts";

/** The period that a mark compares with, in the words that a plan's baseline has. */
function nameOf(heading: string): string {
  const period = parsePeriod(findPeriod(heading) ?? "");
  return typeof period === "object" ? periodName(period) : heading;
}

export const onsP6: SheetSource = {
  name: "ONS P6",
  headings: [/^area name$/i, /^any anti-social behaviour$/i],
  title: /^Table P6/i,
  areas: ONS_AREAS,
  below: 1,
  rules: [
    { heading: /^percentage experienced\/ ?witnessed$/i, kind: "percent", series: "above", period: "title" },
    {
      heading: /^statistically significantly different from (?!england)/i,
      kind: "significance",
      series: "above",
      suffix: (own) => ` against ${nameOf(own)}`,
      period: "title",
    },
    { heading: /^unweighted base/i, kind: "base", series: { text: "Unweighted base" }, period: "title" },
  ],
};
