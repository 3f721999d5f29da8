// What is said of a verdict that flipped: which part of the change did it, and the figures it was judged on.
import { standingWords } from "../core/words/names.ts";
import { namesJoined, say } from "../core/words/say.ts";
import type { RowDiff } from "./diff.ts";
import { type Flip, type FlipPart, isRevision } from "./flips.ts";
import { shownLine } from "./lines.ts";
import { sameWindow } from "./snapshot.ts";

/** A few words for a column: "revision alone", "new months", "both together", "changed aim or new months". */
export function flipColumn({ was: baseline, is: current, byRevisionAlone, by }: Flip): string {
  if (current === "not judged") {
    return byRevisionAlone ? say("flip.then-no-figure") : say("key.no-value");
  }
  if (baseline === "not judged") return say("flip.judged-now");
  if (byRevisionAlone) return baseline === current ? say("flip.and-back") : say("flip.alone");
  if (by.some((parts) => parts.some(({ of }) => of === "judgement"))) return say("flip.new-judgement");
  if (by.some((parts) => parts.some(({ how }) => how === "whole"))) return say("progress.unknown");
  const ways = new Set(by.map(setWords));
  return ways.size === 0 ? "" : [...ways].reduce((some, other) => say("key.or", { some, other }));
}

function setWords(parts: readonly FlipPart[]): string {
  const [first, ...others] = new Set(parts.map(({ how }) => how));
  if (first === undefined) return "";
  if (others.length === 0) return hows[first]();
  return others.length === 1 ? say("flip.both") : say("flip.all");
}

const hows: Readonly<Record<FlipPart["how"], () => string>> = {
  changed: () => say("flip.changed-aim"),
  revised: () => say("flip.revision"),
  moved: () => say("flip.new-months"),
  redefined: () => say("flip.new-definition"),
  whole: () => say("progress.unknown"),
};

/** A sentence: what it was and is, by what, and the figures. */
export function flipSentence(row: RowDiff, flip: Flip): string {
  const { was, restated, is, by, byRevisionAlone } = flip;
  const slots = { name: row.name, was: standingWords(was), is: standingWords(is) };
  const isOther = restated !== undefined && restated !== "not judged" && restated !== is;
  const withRestated = (sentence: string): string =>
    isOther ? say("flip.restated", { sentence, standing: standingWords(restated) }) : sentence;
  if (is === "not judged") {
    return withRestated(say("flip.lost", { ...slots, why: row.now.reason ?? say("flip.cannot") }));
  }
  if (was === "not judged") {
    return withRestated(say("flip.now-judged", { ...slots, why: row.old.reason ?? say("flip.could-not") }));
  }
  // Back to what it was: of what flips it, only revision did.
  const sets = was === is ? by.filter(isRevision) : by;
  const ways = sets.map((parts) => together(parts.map((part) => partWords(row, part))));
  const how = ways.length === 0 ? "" : ways.reduce((some, other) => say("flip.or-by", { some, other }));
  const isWhole = by.some((parts) => parts.some((part) => part.how === "whole"));
  const said =
    byRevisionAlone && was === is
      ? say("flip.back", {
          name: row.name,
          was: slots.was,
          restated: restated === undefined ? "" : standingWords(restated),
          how,
        })
      : isWhole
        ? say("flip.by-unknown", { ...slots, how })
        : say("flip.by", { ...slots, how });
  return [said, ...figureWords(row)].join(" ");
}

const together = (parts: readonly string[]): string =>
  parts.length === 1
    ? say("flip.part-alone", { part: parts[0] ?? "" })
    : say("flip.together", { parts: namesJoined(parts) });

function partWords({ old, now }: RowDiff, { of, how }: FlipPart): string {
  if (of === "aim") return say("flip.its-aim");
  if (of === "judgement") return say("flip.a-judgement");
  if (how === "revised") return say("flip.the-revision", { what: whats[of]() });
  if (how === "redefined") return say("flip.the-definition", { what: whats[of]() });
  if (how === "whole") return say("flip.the-change", { what: whats[of]() });
  if (of === "baseline") return say("flip.its-period");
  const isPopulation = sameWindow(old.current, now.current, false);
  if (of === "group") {
    return isPopulation ? say("flip.population-group") : say("flip.months-group");
  }
  return isPopulation ? say("flip.population") : say("flip.the-months");
}

const whats: Readonly<Record<Exclude<FlipPart["of"], "aim" | "judgement">, () => string>> = {
  baseline: () => say("flip.its-baseline"),
  current: () => say("flip.its-current"),
  group: () => say("flip.groups-figure"),
  figures: () => say("flip.figures"),
};

/** "Current number 340, restated 352, now 361; baseline number 348." */
function figureWords({ now, sides }: RowDiff): string[] {
  const lines = sides.find(({ isForce }) => isForce)?.lines ?? [];
  const said = (["current", "baseline"] as const).flatMap((when) => {
    const line = lines.find((one) => one.kind === now.basis && one.when === when);
    return line ? [shownLine(line)] : [];
  });
  return said.length === 0 ? [] : [say("note.ended", { note: capital(said.join("; ")) })];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
