// Rows with more cells than there are headings, which are not checked.
import type { Finding } from "../findings.ts";
import type { AuditCheck } from "./check.ts";

export const ragged: AuditCheck = {
  name: "ragged rows",
  find: ({ table }) =>
    table.ragged.map(
      ({ line, cells: count }): Finding => ({
        file: table.file,
        line,
        column: 1,
        class: "row-ragged",
        message: `the row has ${count} cells under ${table.headings.length} headings and was not checked; put a number that has a comma in quotation marks`,
      }),
    ),
};
