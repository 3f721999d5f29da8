// Many readings in one table: how many would be beyond chance where nothing changed, and each p among all of them.

import { type Figure, isKnown } from "../core/figure.ts";
import { say } from "../core/words/say.ts";
import { estimate } from "../statistics/estimate.ts";
import { falseDiscoveryAdjusted } from "../statistics/false-discovery.ts";
import type { Significance } from "./significance.ts";

/** A row as far as its reading goes. */
interface Read {
  readonly significance: Significance | undefined;
}

/** The rows of a table, each p with what it is among all of them. */
export function withAdjusted<One extends Read>(rows: readonly One[]): One[] {
  const chances = rows.flatMap(({ significance }) => (isKnown(significance?.p) ? [significance.p] : []));
  return rows.map((row) => {
    const p = row.significance?.p;
    const at = isKnown(p) ? chances.indexOf(p) : -1;
    if (!row.significance || at < 0) return row;
    return { ...row, significance: { ...row.significance, adjusted: adjustedAt(chances, at) } };
  });
}

const adjustedAt = (chances: readonly Figure[], at: number): Figure =>
  estimate(
    "ratio",
    chances,
    "there is no p",
    (...values) => falseDiscoveryAdjusted(values)[at],
    (...values) => `p among ${values.length} of its table, by Benjamini and Hochberg: ${values[at]}`,
  );

const ONE_IN = 20;

/**
 * What must be said below a table with several readings: one in twenty is beyond chance by chance. A reading of a value or
 * of a tolerance is not counted: where nothing changed it may well be beyond chance, and rightly.
 */
export function manyNote(rows: readonly Read[]): string[] {
  const made = rows.flatMap(({ significance }) =>
    significance?.words === "beyond chance" || significance?.words === "within chance" ? [significance] : [],
  );
  const count = made.filter(({ p, mark }) => isKnown(p) || mark).length;
  if (count < 2) return [];
  const least = Math.floor(count / ONE_IN);
  const expected = count % ONE_IN === 0 ? say("many.about", { n: least }) : say("many.or", { least, most: least + 1 });
  const slots = { n: count, expected, every: ONE_IN };
  return [count < made.length ? say("many.note-values", slots) : say("many.note", slots)];
}
