// Whether the old period of a new edition is only the file that the old edition had: nothing then tells what was revised.
import { type Figure, isKnown } from "../core/figure.ts";
import { say } from "../core/words/say.ts";
import { NO_DIGEST } from "../report/withheld-problems.ts";
import type { Placed, ReportSnapshot } from "./snapshot.ts";

/** Tells the files of the new edition that the old one has byte for byte, whatever their names. */
export function unchangedFiles(old: ReportSnapshot, now: ReportSnapshot): (file: string) => boolean {
  const digests = new Set(old.inputs.map(({ sha256 }) => sha256));
  digests.delete(NO_DIGEST);
  const same = new Set(now.inputs.flatMap(({ placed, sha256 }) => (digests.has(sha256) ? [placed] : [])));
  return (file) => same.has(file);
}

type Kinds = Readonly<Record<string, Placed>>;

/**
 * Whether a restated figure of a side is all from unchanged files, while that of the new period is from new ones. Numbers
 * of which some months are from an unchanged file and others from a new one are of both, and nothing of them was revised.
 * A rate follows its number: its population may be from an unchanged file.
 */
export function isOldFileAgain(restated: Kinds, current: Kinds, isUnchanged: (file: string) => boolean): boolean {
  const filesOf = (placed: Placed | undefined): string[] => {
    const figure: Figure | undefined = placed?.figure;
    return isKnown(figure) || (figure && "word" in figure) ? figure.from.map(({ file }) => file) : [];
  };
  return Object.keys(restated).some((kind) => {
    if (kind === "rate" && restated.count) return false;
    const [before, after] = [filesOf(restated[kind]), filesOf(current[kind])];
    if (before.length === 0 || after.length === 0 || !before.every(isUnchanged)) return false;
    return kind === "rate" ? !after.every(isUnchanged) : !after.some(isUnchanged);
  });
}

export const oldFileAgain = (): string => say("diff.old-file-again");
