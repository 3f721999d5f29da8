// Doubts about the figures of a report: the rows that they are of, what the plan accepts, and what stays open.

import { type Figure, isAmong } from "../core/figure.ts";
import { nameKey } from "../core/names.ts";
import { type Doubt, type Problem, problem } from "../core/problems/problems.ts";
import { say } from "../core/words/say.ts";
import type { Plan } from "../plan/model.ts";
import type { Acceptance } from "../plan/schema.ts";
import type { Figures } from "./context.ts";

/** A doubt, and what the plan says of it; nothing where it is open. */
export interface SettledDoubt {
  readonly doubt: Doubt;
  /** One that settles it; of those that are each of a measure, the first, where they are of every measure. */
  readonly acceptance: Acceptance | undefined;
  /** Those that settle it for a measure each. */
  readonly byMeasure: readonly Acceptance[];
  /** The measures whose figures it is of, by name. */
  readonly measures: readonly string[];
}

/** A row as far as its doubts go. */
interface Doubtful {
  readonly measure: { readonly name: string };
  readonly figures: Figures;
  readonly parts: readonly { readonly figures: Figures }[];
}

/** The doubts about figures of those rows, each with what the plan says of it; those about no figure of them are left out. */
export function settleDoubts(plan: Plan, doubts: readonly Doubt[], rows: readonly Doubtful[]): SettledDoubt[] {
  return doubts.flatMap((doubt) => {
    const measures = rows.filter((row) => isAbout(doubt, row)).map(({ measure }) => measure.name);
    if (measures.length === 0) return [];
    const fitting = plan.accept.filter((one) => accepts(one, doubt, measures));
    const byMeasure = fitting.filter(({ measure }) => measure !== undefined);
    const isOfAll = measures.every((name) => byMeasure.some((one) => isOf(one, name)));
    const acceptance = fitting.find(({ measure }) => measure === undefined) ?? (isOfAll ? byMeasure[0] : undefined);
    return [{ doubt, measures, acceptance, byMeasure }];
  });
}

/** Doubts, each with what the plan says of it, where there are no rows to tell measures by. */
export const judgedDoubts = (plan: Plan, doubts: readonly Doubt[]) =>
  doubts.map((doubt) => ({ doubt, acceptance: plan.accept.find((one) => accepts(one, doubt)) }));

/** The doubts that the plan does not accept. */
export const openDoubts = (settled: readonly Pick<SettledDoubt, "doubt" | "acceptance">[]): readonly Doubt[] =>
  settled.filter(({ acceptance }) => acceptance === undefined).map(({ doubt }) => doubt);

/** What a row prints of its doubts, accepted or open. */
export function doubtNotes(row: Doubtful, settled: readonly SettledDoubt[]): string[] {
  return settled
    .filter(({ doubt }) => isAbout(doubt, row))
    .map(({ doubt, acceptance: settled, byMeasure }) => {
      const { file, line } = doubt;
      const own = byMeasure.find((one) => isOf(one, row.measure.name));
      const acceptance = own ?? (settled?.measure === undefined ? settled : undefined);
      const where = line === undefined ? file : say("doubt-note.line", { file, line });
      const message = doubt.published();
      return acceptance
        ? say("doubt-note.accepted", { doubt: message, where, acceptance: acceptedWords(acceptance) })
        : say("doubt-note.open", { doubt: message, where });
    });
}

/** "accepted by J. Smith on 30 November 2023: an operation that month". */
export function acceptedWords({ by, on, reason }: Acceptance): string {
  if (by !== undefined && on !== undefined) return say("accepted.by-on", { by, on, reason });
  if (by !== undefined) return say("accepted.by", { by, reason });
  return on === undefined ? say("accepted.plain", { reason }) : say("accepted.on", { on, reason });
}

/** The line of a plan that accepts a doubt, for a person to complete. */
export const acceptanceFor = ({ code, file, at, value }: Doubt): string =>
  `accept: [{ ${[
    ["code", code],
    ["file", file],
    ["at", at],
    ["value", value],
  ]
    .map(([key, words]) => `${key}: ${JSON.stringify(words)}`)
    .join(", ")}, reason: "…", by: "…", on: "…" }]`;

/** Acceptances of the plan that no doubt is like: what they were of is gone, or has another value now. */
export function uselessAcceptances(plan: Plan, doubts: readonly Doubt[], settled: readonly SettledDoubt[]): Problem[] {
  const used = new Set<unknown>(settled.flatMap(({ acceptance, byMeasure }) => [acceptance, ...byMeasure]));
  return plan.accept
    .filter((one) => !used.has(one) && !doubts.some((doubt) => accepts(one, doubt)))
    .map((one) => {
      const now = doubts.find(({ code, at }) => code === one.code && nameKey(at) === nameKey(one.at));
      return problem("accept-nothing", one.place, one.code, one.at, one.value, now?.value);
    });
}

const isOf = ({ measure }: Acceptance, name: string): boolean =>
  measure !== undefined && nameKey(measure) === nameKey(name);

function accepts(acceptance: Acceptance, doubt: Doubt, measures?: readonly string[]): boolean {
  const { code, at, value, file, measure } = acceptance;
  const isOfMeasure =
    measure === undefined || measures === undefined || measures.some((name) => nameKey(name) === nameKey(measure));
  return (
    code === doubt.code &&
    nameKey(at) === nameKey(doubt.at) &&
    nameKey(value) === nameKey(doubt.value) &&
    (file === undefined || file === doubt.file) &&
    isOfMeasure
  );
}

/** Whether one of its figures comes from the cells that are doubted. */
function isAbout({ cells }: Doubt, { figures, parts }: Doubtful): boolean {
  const all = [figures, ...parts.map((part) => part.figures)].flatMap(({ baseline, current }) =>
    [baseline, current].flatMap(({ force, groups }) => [force, ...groups]),
  );
  return all
    .flatMap((level) => Object.values(level) as Figure[])
    .some(({ from }) => from.some((origin) => isAmong(origin, cells)));
}
