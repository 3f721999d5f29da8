// Percentages below 0 or above 100: of people there are none such. Of anything else they are unusual, as other levels below 0 are, and
// numbers that are not rounded as their table says.

import { compareExact, exact, HUNDRED, isMultiple, isNegative } from "../../core/number.ts";
import type { Finding } from "../findings.ts";
import { kindWords } from "../read/headings.ts";
import type { Heading, PublishedTable } from "../read/read-table.ts";
import { isImpossible, type PrintedValue } from "../rows/printed-value.ts";
import type { AuditCheck, AuditedTable, CellCheck } from "./check.ts";

export const impossibleValues: AuditCheck = { name: "impossible values", cells: found };

/** Words for people, and for what is asked of them. */
const people =
  /\b(witness\w*|experienc\w*|respondents?|people|persons|adults|victims?|residents|public|agree\w*|disagree\w*|satisf\w*|dissatisf\w*|confiden\w*|feel\w*|believ\w*|think\w*|perce(?:ive|ption)\w*|trust\w*|seen|saw|aware\w*|worried|safe|said|say)\b/i;

/** Whether a percentage is a share of people or of respondents, by its heading, its table or its measure. */
const isShareOfPeople = ({ title, headings }: PublishedTable, heading: Heading | undefined, measure: string): boolean =>
  [title, headings[0]?.text ?? "", heading?.text ?? "", heading?.group ?? "", measure].some((text) =>
    people.test(text),
  );

const isUnrounded = ({ number, role: { roundedTo } }: PrintedValue): boolean =>
  roundedTo !== undefined && !isMultiple(number, exact(roundedTo));

/** How many numbers a column has, how many of them are below 0, and how many are no multiples of what its table is rounded to. */
interface Counts {
  readonly all: number;
  readonly low: number;
  readonly unrounded: number;
}
function countsOf(rows: AuditedTable["rows"]): ReadonlyMap<number, Counts> {
  const counts = new Map<number, Counts>();
  for (const value of rows.flatMap(({ own }) => [...own.values()])) {
    if (value.column === undefined) continue;
    const { all, low, unrounded } = counts.get(value.column) ?? { all: 0, low: 0, unrounded: 0 };
    counts.set(value.column, {
      all: all + 1,
      low: low + (isNegative(value.number) ? 1 : 0),
      unrounded: unrounded + (isUnrounded(value) ? 1 : 0),
    });
  }
  return counts;
}

/** So many multiples tell that a column was rounded; where more than a fifth of its numbers are none, it was not. */
const LEAST_MULTIPLES = 5;
const isRounded = ({ all, unrounded }: Counts = { all: 0, low: 0, unrounded: 0 }): boolean =>
  all - unrounded >= LEAST_MULTIPLES && unrounded * 5 <= all;

function found({ table, columns, rows }: AuditedTable): CellCheck[] {
  // Where many are below 0, the column is of changes, whatever it is headed.
  const counts = countsOf(rows);
  return rows.flatMap(({ row, own, checks }) =>
    [...own.values()].flatMap((value): CellCheck[] => {
      const { role, column, text, number } = value;
      if (column === undefined) return [];
      const found = (kind: Finding["class"], message: string): CellCheck[] => [
        { row, column, finding: { class: kind, message } },
      ];
      // A number that nothing is computed from may be anything.
      const isUsed = checks.some(
        ({ output, inputs }) => output.column === column || inputs.some((input) => input.column === column),
      );
      const isLow =
        isUsed &&
        number.isNegative() &&
        !number.isZero() &&
        (counts.get(column)?.low ?? 0) <= Math.max(1, rows.length / 5) &&
        (role.kind === "rate" || value.places === 0) &&
        (role.kind === "count" || role.kind === "rate" || role.kind === "population");
      const isPart = role.kind === "population" && value.places > 0;
      if (isLow || isPart) {
        return found("value-unusual", `a ${kindWords[role.kind]} ${isLow ? "below 0" : "with decimals"} is unusual`);
      }
      if (isUnrounded(value) && isRounded(counts.get(column)))
        return found(
          "value-unusual",
          `the numbers are rounded to ${role.roundedTo}, and ${text} is no multiple of ${role.roundedTo}`,
        );
      if (role.kind !== "percent" || !isImpossible(value)) return [];
      const how = isNegative(number) ? "below 0" : compareExact(number, HUNDRED) > 0 ? "above 100" : "";
      return isShareOfPeople(table, columns[column - 1]?.heading, row.name)
        ? found("impossible-percentage", `a percentage of people is from 0 to 100, and ${text} is ${how}`)
        : found("value-unusual", `${text} is ${how}; of people it would be impossible`);
    }),
  );
}
