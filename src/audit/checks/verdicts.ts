// Aims and verdicts as a table words them, and what the printed figures say of them.

import { nameKey } from "../../core/names.ts";
import type { Exact } from "../../core/number.ts";
import { type Aim, aimOf } from "../../plan/aims.ts";
import { abbreviates, kindWords, type LevelKind } from "../read/headings.ts";
import { type PrintedValue, roleKey, type Values } from "./cells.ts";

export type PrintedVerdict = "achieved" | "not achieved" | "not judged";

/** "Yes", "No *", "not achieved" → what it says; nothing for words that are no verdict. */
export function verdictSaid(text: string): PrintedVerdict | undefined {
  const plain = nameKey(text)
    .replace(/[*†^.]|\[note \d+\]/g, "")
    .trim();
  if (/^(not (judged|assessed|applicable)|n\/?a|none|tbc|-|\[[a-z]+\])?$/.test(plain)) return "not judged";
  if (/^(no\b|not |n$|missed|unmet|✗|❌|red$)/.test(plain)) return "not achieved";
  if (/^(yes|y$|achieved|met\b|✓|✔|green$)/.test(plain)) return "achieved";
  return undefined;
}

/** Other words of published tables for the aims that a plan knows. */
const synonyms: readonly (readonly [RegExp, string])[] = [
  [/^(reduction|decrease|cut|lower|down|fewer|less|↓)(?= by |$)/i, "reduce"],
  [/^(raise|up|more|improve|improvement|higher|↑)(?= by |$)/i, "increase"],
  [/ by (it |this |at least )+/i, " by "],
  [/ ?(per ?cent|percent)$/i, "%"],
  [/^(no more than|up to|≤) ?/i, "at most "],
  [/^(no less than|≥) ?/i, "at least "],
];

/** An aim in the words of a table, as those of a plan; nothing for one that is none of them. */
export function aimSaid(text: string): Aim | undefined {
  const plain = text.replace(/[*†^]|\.$/g, "").trim();
  return aimOf(synonyms.reduce((words, [pattern, meant]) => words.replace(pattern, meant), plain));
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

const word = (achieved: boolean): PrintedVerdict => (achieved ? "achieved" : "not achieved");

/** The ends of what a figure can stand for, and the figure as printed. */
const readings = ({ interval, number }: PrintedValue): Exact[] => [interval.from, interval.to, number];

/** An aim judged on each basis that a row has for an area, the usual one first. */
export function judgements(text: string, area: string, values: Values): PrintedAim[] {
  const aim = aimSaid(text);
  if (!aim || aim.needs.includes("rank")) return [];
  const all = [...values.values()].filter(({ column }) => column !== undefined);
  const units = [...new Set(all.map(({ role }) => role.unit))];
  // Numbers of areas of different size are not compared.
  const able = aim.needs.includes("group") ? bases.filter((kind) => kind !== "count") : bases;
  const found = able.flatMap((kind) =>
    units.flatMap((unit): PrintedAim[] => {
      const currentFigure = values.get(roleKey({ kind, when: "current", area, unit }));
      const baselineFigure = values.get(roleKey({ kind, when: "baseline", area, unit }));
      const group = all.find(
        ({ role }) =>
          role.kind === kind && role.when === "current" && role.unit === unit && isMeant(aim, role.area, area),
      );
      const inputs = [
        ...(aim.needs.includes("baseline") ? [baselineFigure] : []),
        currentFigure,
        ...(aim.needs.includes("group") ? [group] : []),
      ];
      if (!currentFigure || inputs.some((input) => input === undefined)) return [];
      const judge = (baseline: Exact | undefined, current: Exact, other: Exact | undefined): boolean =>
        aim.achieved({ baseline, current, group: other });
      // An aim that comes out alike at every end of what the figures can be comes out so for all between.
      const ends = (baselineFigure ? readings(baselineFigure) : [undefined]).flatMap((b) =>
        readings(currentFigure).flatMap((c) => (group ? readings(group) : [undefined]).map((g) => judge(b, c, g))),
      );
      const asPrinted = judge(baselineFigure?.number, currentFigure.number, group?.number);
      const must = ends.every((end) => end === asPrinted) ? word(asPrinted) : undefined;
      return [{ basis: kindWords[kind], inputs: inputs as PrintedValue[], must, asPrinted: word(asPrinted) }];
    }),
  );
  // An aim by an amount is of the figures that the amount is of, and of no others.
  return aim.relative ? found : found.slice(0, 1);
}

const isMeant = (aim: Aim, area: string, force: string): boolean =>
  area !== force && (aim.group === undefined || abbreviates(area.toLowerCase(), aim.group.toLowerCase()));
