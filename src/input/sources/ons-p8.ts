// ONS police force area table P8: shares of anti-social behaviour incidents by category; some editions name no areas' column.
import type { SheetSource } from "./sheet.ts";

export const onsP8: SheetSource = {
  name: "ONS P8",
  headings: [/^personal$/i, /^nuisance$/i, /^environmental$/i],
  title: /category of incident/i,
  areas: [{ name: /^(area name)?$/i, code: /^area code$/i }],
  rules: [
    {
      heading: /^(personal|nuisance|environmental)$/i,
      kind: "percent",
      series: "own",
      suffix: () => " anti-social behaviour",
      period: "title",
    },
  ],
};
