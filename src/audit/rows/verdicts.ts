// Aims and verdicts as a table words them, and what the printed figures say of them.

import { nameKey } from "../../core/names.ts";
import type { Exact } from "../../core/number.ts";
import { type Aim, figuresNeeded, type Outcome, outcomeOf, outcomesOf } from "../../plan/aims/aim.ts";
import { aimPublished } from "../../plan/aims/index.ts";
import { abbreviates, kindWords, type LevelKind } from "../read/headings.ts";
import { type PrintedValue, roleKey, type Values } from "./printed-value.ts";

export type PrintedVerdict = Outcome | "not judged";

/** "Yes", "No *", "not achieved" → what it says; nothing for words that are no verdict. */
export function verdictSaid(text: string): PrintedVerdict | undefined {
  const plain = nameKey(text)
    .replace(/[*†^.]|\[note \d+\]/g, "")
    // A sign with its word, as the tool prints them.
    .replace(/^[✓✗≈●◐○–] (?=[a-z])/, "")
    .trim();
  if (/^(not (judged|assessed|applicable)|n\/?a|none|no aim|tbc|-|\[[a-z]+\])?$/.test(plain)) return "not judged";
  // Where a measure stands on the way to an aim that is due later is neither yes nor no.
  if (/^(on track|behind|within tolerance)\b/.test(plain)) return "not judged";
  if (/^(no\b|not |n$|missed|unmet|✗|❌|red$)/.test(plain)) return "not achieved";
  if (/^(yes|y$|achieved|met\b|✓|✔|green$)/.test(plain)) return "achieved";
  return undefined;
}

/** What a figure of an aim is, the usual basis first. */
export const bases: readonly LevelKind[] = ["count", "percent", "value", "rate"];

export interface PrintedAim {
  readonly basis: string;
  readonly inputs: readonly PrintedValue[];
  /** What the verdict must be; nothing where the printed figures leave it open. */
  readonly must: PrintedVerdict | undefined;
  /** What it is on the figures as they are printed. */
  readonly asPrinted: PrintedVerdict;
}

/** The ends of what a figure can stand for, and the figure as printed. */
const readings = (value: PrintedValue | undefined): readonly (Exact | undefined)[] =>
  value ? [value.interval.from, value.interval.to, value.number] : [undefined];

/** An aim judged on each basis that a row has for an area, the usual one first. */
export function judgements(
  text: string,
  area: string,
  values: Values,
  kinds: readonly LevelKind[] = bases,
): PrintedAim[] {
  const aim = aimPublished(text);
  if (!aim || aim.needsBetter || aim.needs.includes("rank")) return [];
  const all = [...values.values()].filter(({ column }) => column !== undefined);
  const units = [...new Set(all.map(({ role }) => role.unit))];
  // Numbers of areas of different size are not compared.
  const able = aim.needs.includes("group") ? kinds.filter((kind) => kind !== "count") : kinds;
  const found = able.flatMap((kind) =>
    units.flatMap((unit): PrintedAim[] => {
      const currentFigure = values.get(roleKey({ kind, when: "current", area, unit }));
      const baselineFigure = values.get(roleKey({ kind, when: "baseline", area, unit }));
      const group = all.find(
        ({ role }) =>
          role.kind === kind && role.when === "current" && role.unit === unit && isMeant(aim, role.area, area),
      );
      const inputs = figuresNeeded(aim, { baseline: baselineFigure, current: currentFigure, group }).map(
        ([, input]) => input,
      );
      if (!currentFigure || inputs.some((input) => input === undefined)) return [];
      const [baseline, current] = [baselineFigure?.number, currentFigure.number];
      const asPrinted = outcomeOf(aim, { baseline, current, group: group?.number });
      const possible = outcomesOf(aim, {
        baseline: readings(baselineFigure),
        current: readings(currentFigure),
        group: readings(group),
      });
      const must = possible.every((one) => one === asPrinted) ? asPrinted : undefined;
      return [{ basis: kindWords[kind], inputs: inputs as PrintedValue[], must, asPrinted }];
    }),
  );
  // An aim by an amount is of the figures that the amount is of, and of no others.
  return aim.relative ? found : found.slice(0, 1);
}

const isMeant = (aim: Aim, area: string, force: string): boolean =>
  area !== force && (aim.group === undefined || abbreviates(area.toLowerCase(), aim.group.toLowerCase()));
