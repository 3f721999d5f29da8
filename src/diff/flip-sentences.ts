// What is said of a verdict that flipped: which part of the change did it, and the figures it was judged on.
import type { RowDiff } from "./diff.ts";
import { type Flip, type FlipPart, isRevision } from "./flips.ts";
import { shownLine } from "./lines.ts";
import { sameWindow } from "./snapshot.ts";

/** A few words for a column: "revision alone", "new months", "both together", "changed aim or new months". */
export function flipColumn({ was: baseline, is: current, byRevisionAlone, by }: Flip): string {
  if (current === "not judged") return byRevisionAlone ? "revision, then no figure" : "no figure";
  if (baseline === "not judged") return "judged now";
  if (byRevisionAlone) return baseline === current ? "revision, and back" : "revision alone";
  if (by.some((parts) => parts.some(({ of }) => of === "judgement"))) return "new judgement";
  if (by.some((parts) => parts.some(({ how }) => how === "whole"))) return "cannot be told";
  return [...new Set(by.map(setWords))].join(" or ");
}

function setWords(parts: readonly FlipPart[]): string {
  const [first = "", ...others] = new Set(parts.map(({ how }) => hows[how]));
  return others.length === 0 ? first : others.length === 1 ? "both together" : "all together";
}

const hows: Readonly<Record<FlipPart["how"], string>> = {
  changed: "changed aim",
  revised: "revision",
  moved: "new months",
  redefined: "new definition",
  whole: "cannot be told",
};

/** A sentence: what it was and is, by what, and the figures. */
export function flipSentence(row: RowDiff, flip: Flip): string {
  const { was: baseline, restated, is: current, by, byRevisionAlone } = flip;
  const change = `${row.name}: ${baseline} → ${current}`;
  const isOther = restated !== undefined && restated !== "not judged" && restated !== current;
  const meanwhile = isOther ? ` Over the old periods as restated it is ${restated}.` : "";
  if (current === "not judged") return `${change}, as ${row.now.reason ?? "it cannot be judged"}.${meanwhile}`;
  if (baseline === "not judged") {
    return `${change}: it is judged now; before, ${row.old.reason ?? "it could not be"}.${meanwhile}`;
  }
  // Back to what it was: of what flips it, only revision did.
  const sets = baseline === current ? by.filter(isRevision) : by;
  const how = sets.map((parts) => together(parts.map((part) => partWords(row, part)))).join(", or by ");
  const isWhole = by.some((parts) => parts.some((part) => part.how === "whole"));
  const unknown = isWhole ? "; how much of it is revision is not known" : "";
  const back = `${row.name}: ${baseline} before and now, but ${restated} over the old periods as restated, by ${how}; then flipped back.`;
  const said = byRevisionAlone && baseline === current ? back : `${change}, by ${how}${unknown}.`;
  return [said, ...figureWords(row)].join(" ");
}

const together = (parts: readonly string[]): string =>
  parts.length === 1 ? `${parts[0]} alone` : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)} together`;

function partWords({ old, now }: RowDiff, { of, how }: FlipPart): string {
  if (of === "aim") return "its changed aim";
  if (of === "judgement") return "a new judgement";
  const what = whats[of];
  if (how === "revised") return `the revision of ${what}`;
  if (how === "redefined") return `the new definition, or a revision, of ${what}`;
  if (how === "whole") return `the change of ${what}`;
  if (of === "baseline") return "its new baseline period";
  const isPopulation = sameWindow(old.current, now.current, false);
  const moved = isPopulation ? "the population of another date" : "the new months";
  return of === "group" ? `${moved} of the group` : moved;
}

const whats: Readonly<Record<Exclude<FlipPart["of"], "aim" | "judgement">, string>> = {
  baseline: "its baseline",
  current: "its current figure",
  group: "the group's figure",
  figures: "the figures that it is judged on",
};

/** "Current number 340, restated 352, now 361; baseline number 348." */
function figureWords({ now, sides }: RowDiff): string[] {
  const lines = sides.find(({ isForce }) => isForce)?.lines ?? [];
  const said = (["current", "baseline"] as const).flatMap((when) => {
    const line = lines.find((one) => one.kind === now.basis && one.when === when);
    return line ? [shownLine(line)] : [];
  });
  return said.length === 0 ? [] : [`${capital(said.join("; "))}.`];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
