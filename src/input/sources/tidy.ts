// The tidy file: area,series,period,kind,value, one figure a record.
import type { SheetSource } from "./sheet.ts";

export const tidy: SheetSource = {
  name: "tidy",
  headings: [/^area$/i, /^series$/i, /^period$/i, /^kind$/i, /^value$/i],
  areas: [{ name: /^area$/i }],
  strict: true,
  exact: true,
  rules: [
    {
      heading: /^value$/i,
      kind: { columns: [/^kind$/i] },
      series: { columns: [/^series$/i] },
      period: { columns: [/^period$/i] },
    },
  ],
};
