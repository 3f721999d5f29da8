// Rates that are of other populations than the rest of their column, where too few rows agree to say which of them is wrong.

import { meet, rangeText } from "../../core/interval.ts";
import type { Finding } from "../findings.ts";
import type { PublishedTable } from "../read/read-table.ts";
import type { Population } from "../rows/population.ts";
import type { PrintedValue } from "../rows/printed-value.ts";
import type { AuditCheck } from "./check.ts";

export const populations: AuditCheck = {
  name: "populations",
  find: ({ table, populations: all }) => all.flatMap((population) => conflicting(population, table)),
};

const MOST_TOLD = 100;

function conflicting({ certain, outside, agreeing, area }: Population, table: PublishedTable): Finding[] {
  // Where no two of several rows agree, they may be of as many areas.
  if (certain || outside.length * 3 > agreeing.length) return [];
  return outside.slice(0, MOST_TOLD).map(({ row, rate, count, implied }): Finding => {
    const at = (index: number, value: PrintedValue) => ({
      file: table.file,
      line: table.rows[index]?.line ?? 1,
      column: value.column ?? 1,
    });
    const against = agreeing.filter((other) => !meet(other.implied, implied));
    const lines = against.map((other) => at(other.row, other.rate).line).join(", ");
    return {
      ...at(row, rate),
      class: "outside-population",
      measure: table.rows[row]?.name,
      heading: table.headings[(rate.column ?? 1) - 1]?.text,
      printed: rate.text,
      message: `rate: with its count it is of ${rangeText(implied, 0)} persons${area === "" ? "" : ` in ${area}`}, and the rates on line ${lines} are of another number; one of them is wrong`,
      inputs: [at(row, count), ...against.flatMap((other) => [at(other.row, other.rate), at(other.row, other.count)])],
    };
  });
}
