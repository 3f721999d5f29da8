// The own table of a person: area,series,period,kind,value, one figure a record (tidy data).
import { OWN_TABLE } from "../../core/names.ts";
import type { SheetSource } from "./sheet.ts";

export const tidy: SheetSource = {
  name: OWN_TABLE,
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
