// Many readings in one table: how many would be beyond chance where nothing changed, and each p among all of them.
import { type Figure, isKnown } from "../core/figure.ts";
import { exact, exactText, over } from "../core/number.ts";
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

/** What must be said below a table with several readings: one in twenty is beyond chance by chance. */
export function manyNote(rows: readonly Read[]): string[] {
  const made = rows.filter(
    ({ significance }) => significance?.words === "beyond chance" || significance?.words === "within chance",
  ).length;
  if (made < 2) return [];
  const expected = exactText(over(exact(made), exact(20)));
  return [`Of ${made} readings about ${expected} would be beyond chance where nothing changed.`];
}
