// What a column may hold by the words of its heading, and by how its cells are written.

import { isNegative } from "../../core/number.ts";
import { readCell } from "../../input/csv/cell.ts";
import { aimPublished } from "../../plan/aims/index.ts";
import { type HeadingKind, type HeadingWords, isGroup, isLevel, type PeriodRole } from "../read/headings.ts";
import type { Heading } from "../read/read-table.ts";
import type { Role } from "../rows/printed-value.ts";
import { verdictSaid } from "../rows/verdicts.ts";

/** A column before it is known what it holds. */
export interface Draft {
  readonly heading: Heading;
  readonly spoken: HeadingWords;
  readonly cells: readonly string[];
  readonly byHand: boolean;
}

/** Whether what is left of a heading is the name of an area, rather than a word that says nothing. */
export const isNamed = ({ kinds, period, when }: HeadingWords): boolean =>
  kinds.length > 0 || period !== undefined || when !== undefined;
const number = (cell: string) => {
  const read = readCell(cell);
  return typeof read === "object" && "number" in read ? read : undefined;
};
/** An aim or a verdict; yes and no are so where the heading asks. */
const isJudgement = (cell: string, heading: string): boolean =>
  isMark(cell) ? heading.endsWith("?") : aimPublished(cell) !== undefined || verdictSaid(cell) !== undefined;
const isMark = (cell: string): boolean => /^(yes|no|y|n|x|✓|✔|•|-)$/i.test(cell);

/** The roles that a heading allows its column; the first is what it most likely says. */
export function rolesAllowed(
  { heading, spoken, cells, byHand }: Draft,
  index: number,
  holdsNumbers: boolean,
  nameOf: (area: string) => string,
  whenOf: (spoken: HeadingWords) => PeriodRole | undefined,
  areas: readonly string[],
): Role[] {
  if (heading.isUnclear && !byHand && index > 0) return [];
  const plain = { area: "", per: spoken.per, of: spoken.of, unit: "", unweighted: spoken.unweighted };
  const one = (kind: HeadingKind): Role[] => [{ ...plain, kind }];
  const [first] = spoken.kinds;
  if (index === 0 && !byHand) return one("measure");
  if (
    first === "other" ||
    (first === "aim" && holdsNumbers) ||
    first === "comment" ||
    first === "aim" ||
    first === "verdict" ||
    first === "measure" ||
    first === "priority"
  )
    return one(first === "aim" && holdsNumbers ? "other" : first);
  if (!holdsNumbers) {
    // What may be an aim or a verdict under a heading that does not say so is told, not left out.
    if (first === undefined && cells.length > 0 && cells.every((cell) => isJudgement(cell, heading.text))) return [];
    const marks = cells.length > 0 && cells.every(isMark);
    return marks || (cells.length === 0 && first === undefined) || /priorit/i.test(heading.group)
      ? one("priority")
      : one("other");
  }
  const said = spoken.kinds.length > 0 ? spoken.kinds : kindsByCells(cells, spoken);
  const negative = cells.some((cell) => {
    const read = number(cell);
    return read !== undefined && isNegative(read.number);
  });
  // Under a bare period, what is written with % is no number and no rate.
  const isShare = said.includes("percent") && cells.some((cell) => number(cell)?.percent);
  const possible = said.filter(
    (kind) => !(negative && isLevel(kind) && kind !== "value") && !(isShare && (kind === "count" || kind === "rate")),
  );
  const kinds = possible.length > 0 ? possible : said;
  // A column without an area is the force's, named or not.
  const unnamed = areas.some((area) => !isGroup(area)) ? areas : ["", ...areas];
  const allAreas = spoken.area !== undefined ? [nameOf(spoken.area)] : unnamed;
  return kinds.flatMap((kind): Role[] => {
    if (kind === "population" || kind === "base" || isLevel(kind)) {
      const when = whenOf(spoken);
      const times: readonly (PeriodRole | undefined)[] = when
        ? [when]
        : kind === "base"
          ? [undefined]
          : ["current", "baseline"];
      return times.flatMap((time) =>
        allAreas.map((area) => ({ ...plain, kind, when: time, area, unit: kind === "value" ? spoken.unit : "" })),
      );
    }
    return allAreas.map((area) => ({ ...plain, kind, area, unit: kind === "difference" ? spoken.unit : "" }));
  });
}

/** A column without a word for what it holds, under a period or an area: by how its figures are written. */
function kindsByCells(cells: readonly string[], spoken: HeadingWords): readonly HeadingKind[] {
  if (!isNamed(spoken) && !isGroup(spoken.area ?? "")) return [];
  const read = cells.flatMap((cell) => number(cell) ?? []);
  if (read.some(({ percent }) => percent)) return ["percent", "percent-change", "points"];
  return read.every(({ places }) => places === 0)
    ? ["count", "variance"]
    : ["rate", "percent", "rate-difference", "points"];
}
