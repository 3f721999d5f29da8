// A report that was kept, judged again: a verdict that its own figures do not give is a problem of the report, and no flip.

import { type Figure, isKnown } from "../core/figure.ts";
import { within } from "../core/interval.ts";
import { nameKey } from "../core/names.ts";
import { exact, times } from "../core/number.ts";
import { type Problem, problem } from "../core/problems/problems.ts";
import { figuresNeeded, outcomesOf } from "../plan/aims/aim.ts";
import { aimOf } from "../plan/aims/index.ts";
import { gapOf } from "../report/verdict.ts";
import { withheldBegins } from "../report/withheld.ts";
import type { ReportSnapshot, SnapshotMeasure } from "./snapshot.ts";

/** The edition with the verdicts that its figures give, and a problem for each that it says otherwise. */
export function judgedAgain(edition: ReportSnapshot): {
  readonly edition: ReportSnapshot;
  readonly problems: readonly Problem[];
} {
  const entries = edition.entries.map(judged);
  const problems = entries.flatMap(({ name, said, verdict }) =>
    said === undefined ? [] : [problem("verdict-differs", { file: edition.name }, name, said, verdict)],
  );
  return { edition: { ...edition, entries }, problems };
}

/** Quotients are kept to 20 decimals: what is so close to the aim may be on either side of it. */
const NEARLY = exact("1e-15");

/** As it is where its figures do not say: it has no verdict, a rank is among forces that no report lists, or a figure is not in it. */
function judged(entry: SnapshotMeasure): SnapshotMeasure {
  const { aim: words, basis, sides, verdict: said } = entry;
  const aim = aimOf(words ?? "");
  const isInWords = basis === "grade" || basis === "yes-no";
  if (said === "not judged" || !aim || aim.needs.includes("rank") || aim.inWords || isInWords) return entry;
  const force = sides.find(({ isForce }) => isForce);
  const groups = sides.filter(({ isForce }) => !isForce);
  const group =
    aim.group === undefined ? groups[0] : groups.find(({ name }) => nameKey(name) === nameKey(aim.group ?? ""));
  const asked = figuresNeeded<Figure | undefined>(aim, {
    baseline: force?.baseline[basis]?.figure,
    current: force?.current[basis]?.figure,
    group: group?.current[basis]?.figure,
  });
  if (asked.some(([, figure]) => figure === undefined)) return entry;
  for (const [when, figure] of asked) {
    if (figure && !isKnown(figure)) {
      // A verdict on a number that is withheld holds for every number that it may be.
      if (figure.gap.reason.startsWith(withheldBegins())) return entry;
      return { ...entry, said, verdict: "not judged", reason: gapOf(when, figure.gap.reason) };
    }
  }
  const valueAt = (wanted: string) => {
    const figure = asked.find(([when]) => when === wanted)?.[1];
    return isKnown(figure) ? figure.value : undefined;
  };
  const current = valueAt("current");
  if (!current) return entry;
  const near = within(current, times(current, NEARLY));
  const verdicts = outcomesOf(aim, {
    baseline: [valueAt("baseline")],
    current: [current, near.from, near.to],
    group: [valueAt("group")],
  });
  if (verdicts.includes(said)) return entry;
  return { ...entry, said, verdict: verdicts[0] ?? said, reason: undefined };
}
