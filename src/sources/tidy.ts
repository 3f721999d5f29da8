// The tidy file: area,series,period,kind,value, one figure a record.
import { isBlank } from "../csv.ts";
import type { Source } from "./index.ts";

const HEADINGS = ["area", "series", "period", "kind", "value"];

export const tidy: Source = {
  name: "tidy",
  recognises(records) {
    const header = records.findIndex((record) => !isBlank(record));
    const headings = records[header]?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
    const [area = -1, series = -1, period = -1, kind = -1, column = -1] = HEADINGS.map((one) => headings.indexOf(one));
    if (headings.length !== HEADINGS.length || Math.min(area, series, period, kind, column) < 0) return undefined;
    return {
      source: "tidy",
      headings: records[header]?.cells ?? [],
      firstRecord: header + 1,
      values: [
        {
          column,
          kind: { column: kind },
          area: { column: area },
          series: { column: series },
          period: { column: period },
        },
      ],
    };
  },
};
