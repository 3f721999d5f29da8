// Percentages of so many persons, where the table prints how many: 33.4 % of 12 is none.

import { compareExact, exact, isZero } from "../../core/number.ts";
import { type Finding, placeIn } from "../findings.ts";
import { kindWords } from "../read/headings.ts";
import { canBe, nearestPercentages } from "../rows/possible-percentage.ts";
import { roleKey } from "../rows/printed-value.ts";
import type { AuditCheck, NumberedTable, SumCheck } from "./check.ts";

/** Answers of larger bases are weighted, whatever the heading of the base says. */
const SMALL = exact(100);

export const possiblePercentages: AuditCheck = { name: "percentages that a base can give", sums };

function sums(context: NumberedTable): SumCheck[] {
  const bases = context.columns.flatMap(({ role }) => (role?.kind === "base" && !role.unweighted ? [role] : []));
  if (bases.length === 0) return [];
  return context.rows.flatMap(({ row, values }) =>
    [...values.values()].flatMap((value): SumCheck[] => {
      const { role, column } = value;
      if (role.kind !== "percent" || column === undefined) return [];
      const base = bases.find(
        (one) => (one.when ?? role.when) === role.when && (one.area === role.area || one.area === ""),
      );
      const persons = base && values.get(roleKey(base));
      if (!persons || isZero(persons.number) || compareExact(persons.number, SMALL) > 0) return [];
      const holds = canBe(value, persons);
      const message = `${kindWords.percent}: no number of ${persons.text} is ${value.text}; the nearest are ${nearestPercentages(value, persons)}`;
      const finding: Finding | undefined = holds
        ? undefined
        : { ...placeIn(context.table, row, column), class: "impossible-percentage", printed: value.text, message };
      return [
        {
          check: "base",
          line: row.line,
          column,
          measure: row.name,
          printed: value.text,
          status: holds ? "matches" : "does-not-match",
          range: undefined,
          finding,
        },
      ];
    }),
  );
}
