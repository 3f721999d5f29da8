// Where a measure stands now: its verdict, or within its threshold, or, where its aim is due later, whether it is on the way there.

import { standingCount } from "../core/words/names.ts";
import { inRow, say } from "../core/words/say.ts";
import type { Measure } from "../plan/model.ts";
import type { Progress } from "./progress.ts";
import type { Tolerance } from "./tolerance.ts";
import type { Verdict } from "./verdict.ts";

/** In the order of summaries. */
export const standings = [
  ...(["achieved", "within tolerance", "not achieved"] as const),
  ...(["on track", "behind", "not judged", "no aim"] as const),
] as const;
export type Standing = (typeof standings)[number];

/** Each has a sign of its own; its words stand beside it, or in a key. */
export const standingSigns: Readonly<Record<Standing, string>> = {
  achieved: "✓",
  "within tolerance": "≈",
  "not achieved": "✗",
  "on track": "●",
  behind: "◐",
  "not judged": "○",
  "no aim": "–",
};

/** Whether each of some standings answers the question "achieved?" with yes or no; "on track" and "not judged" do not. */
export const areAnswers = (all: readonly Standing[]): boolean =>
  all.every((one) => one === "achieved" || one === "not achieved");

/** What does not meet its aim, or is not on the way there. */
export const isUnmet = (standing: Standing): boolean =>
  standing === "not achieved" || standing === "within tolerance" || standing === "behind";

/** A standing as far as a report tells it, and why it cannot be told. */
export interface Stands {
  readonly standing: Standing;
  readonly reason: string | undefined;
}

/**
 * The standing of a measure at the end of its current period. An aim due later is on track or behind, by what is due by
 * now or, where nothing is, by whether it is met already; it is never "not achieved" before its date.
 */
export function standingOf(
  measure: Measure,
  verdict: Verdict,
  reason: string | undefined,
  progress?: Progress,
  { isWorse, tolerance }: { readonly isWorse?: boolean | undefined; readonly tolerance?: Tolerance | undefined } = {},
): Stands {
  if (measure.judged) return { standing: measure.judged.standing, reason };
  if (measure.isTotal || (!measure.aim && measure.unjudged === undefined)) return { standing: "no aim", reason };
  // Whether it is on the way may hold for every withheld number where whether it is there already does not.
  const isOpen = verdict === "not judged" && (progress?.held === undefined || measure.unjudged !== undefined);
  if (isOpen || !isDueLater(measure, progress)) {
    if (tolerance?.unknown !== undefined) return { standing: "not judged", reason: tolerance.unknown };
    return { standing: tolerance?.isWithin ? "within tolerance" : verdict, reason };
  }
  // Between two words there is no way on which to be late: only what went down is behind.
  if (measure.kind.inWords) {
    // What is done before its date is done.
    if (measure.basis === "yes-no" && verdict === "achieved") return { standing: verdict, reason };
    return { standing: verdict === "achieved" || !isWorse ? "on track" : "behind", reason };
  }
  if (progress?.unknown !== undefined) return { standing: "not judged", reason: progress.unknown };
  const isBehind = progress ? progress.behind !== undefined : verdict === "not achieved";
  return { standing: isBehind ? "behind" : "on track", reason: progress?.held };
}

/** The aim as a table prints it. */
export const aimText = ({ aim, judged }: Measure): string =>
  aim?.words ?? (judged ? say("aim.by-hand") : say("aim.none"));

/** Whether the aim is due after the end of the current period. */
function isDueLater({ due, current }: Measure, progress: Progress | undefined): boolean {
  if (due === undefined) return progress?.next !== undefined;
  return current.period !== undefined && due > current.period.to;
}

/** How many of the rows stand so; those without an aim are in no count of aims. */
export function tally(rows: readonly { readonly standing: Standing }[]): Readonly<Record<Standing, number>> {
  const count = (standing: Standing): number => rows.filter((row) => row.standing === standing).length;
  return Object.fromEntries(standings.map((standing) => [standing, count(standing)])) as Record<Standing, number>;
}

/** "36 measures: 17 achieved, 19 not achieved." */
export const countsSaid = (rows: readonly { readonly standing: Standing }[]): string =>
  say("tally.measures", { n: rows.length, standing: tallyWords(rows) });

/** The standings that a table of these rows has a column for: "within tolerance" only where a measure stands so. */
export const standingsAmong = (rows: readonly { readonly standing: Standing }[]): readonly Standing[] =>
  standings.filter((one) => one !== "within tolerance" || rows.some(({ standing }) => standing === one));

/** The standings that a summary of these rows counts: those of aims due later only where there are any. */
export function countedStandings(rows: readonly { readonly standing: Standing }[]): readonly Standing[] {
  const counts = tally(rows);
  const isLater = counts["on track"] + counts.behind > 0;
  return standingsAmong(rows).filter(
    (one) => one !== "no aim" && (isLater || (one !== "on track" && one !== "behind")),
  );
}

/** "1 achieved, 0 not achieved, 2 on track, 0 behind, 0 not judged; 3 have no aim". */
export function tallyWords(rows: readonly { readonly standing: Standing }[]): string {
  const counts = tally(rows);
  const standing = inRow(countedStandings(rows).map((one) => standingCount(counts[one], one)));
  const n = counts["no aim"];
  return n === 0 ? standing : say("tally.with-none", { standing, n });
}
