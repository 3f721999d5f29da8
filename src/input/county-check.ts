// Names that are a county's and a police force's at once, in a file that is of local authorities or counties.

import type { Doubt } from "../core/problems/problems.ts";
import { doubt } from "../core/problems/problems.ts";
import { say } from "../core/words/say.ts";
import { isOnsCode } from "../data/areas.ts";
import { isAuthorityName, isSharedName } from "../data/local-authorities.ts";
import type { Record } from "./csv/csv.ts";
import { lineRuns } from "./line-runs.ts";
import type { AreaWords } from "./parts-check.ts";
import { columnsUsed } from "./record.ts";
import type { Layout } from "./sources/layout.ts";

const ofForces = /\b(police|forces?|pfa|constabular(y|ies))\b|^pfa/i;
const ofAuthorities =
  /\b(local authorit(y|ies)|count(y|ies)|districts?|boroughs?|councils?|unitary|[ul]tla|ctyua\d*|lad\d*)\b|^(lad|ctyua|utla|ltla)\d*(nm)?$/i;
/** A cell that says what kind of area its record is of. */
const kindOfArea =
  /^((non-)?metropolitan |unitary )?(county|counties|district|authority)$|^(county council|county\/ua|local authority|london borough)$/i;

/** Whether words are about forces, about local authorities, or about neither or both. */
export function about(words: string): "forces" | "authorities" | undefined {
  // "force_name"
  if (words === "") return undefined;
  const plain = words.replaceAll("_", " ");
  const [forces, authorities] = [ofForces.test(plain), ofAuthorities.test(plain)];
  if (forces === authorities) return undefined;
  return forces ? "forces" : "authorities";
}

export type CountyCheck = ReturnType<typeof countyCheck>;

/** Takes the areas of a file one by one, as it names them; at its end, what may be a county is a doubt. */
export function countyCheck(file: string, layout: Layout) {
  interface Seen {
    readonly name: string;
    readonly column: number;
    readonly why: (() => string) | undefined;
    readonly runs: ReturnType<typeof lineRuns>;
  }
  const shared = new Map<string, Seen>();
  const used = new Set(columnsUsed(layout));
  const ofTitle = about(layout.title ?? "");
  let authority: string | undefined;
  return {
    /** Notes the area of a record; whether it may be a county's that has the name of a force. */
    isShared(row: Record, { name, code = "", type, column }: AreaWords): boolean {
      if (type !== undefined || isOnsCode(code)) return false;
      if (isAuthorityName(name)) authority ??= name;
      if (!isSharedName(name)) return false;
      const heading = layout.headings[column] ?? "";
      const said = about(heading) ?? ofTitle;
      if (said === "forces") return false;
      const kind = row.cells.find((cell, index) => !used.has(index) && kindOfArea.test(cell.trim()));
      const why =
        kind !== undefined
          ? () => say("county.record", { kind: kind.trim() })
          : said === "authorities"
            ? () => (about(heading) ? say("county.heading", { heading }) : say("county.title"))
            : undefined;
      const id = `${name}\n${column}`;
      if (!shared.has(id)) shared.set(id, { name, column, why, runs: lineRuns() });
      return true;
    },
    /** A record of such an area whose figures are wanted. */
    add(row: Record, { name, column }: AreaWords): void {
      shared.get(`${name}\n${column}`)?.runs.add(row.line);
    },
    doubts: (): Doubt[] =>
      [...shared.values()].flatMap(({ name, column, why, runs }) => {
        const [first] = runs.all();
        const because =
          why ?? (authority === undefined ? undefined : () => say("county.names", { name: authority ?? "" }));
        if (!first || because === undefined) return [];
        const cells = { file, lines: runs.all() };
        const heading = layout.headings[column] || `column ${column + 1}`;
        return [doubt("county-or-force", { file, line: first[0], column: column + 1 }, cells, heading, name, because)];
      }),
  };
}
