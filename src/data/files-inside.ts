// Files of records that add up, of which one has the records of another: they count once, and that is a doubt.
import { type Doubt, doubt } from "../core/problems/problems.ts";
import type { Observation } from "./observation.ts";

const fileOf = ({ figure }: Observation): string | undefined => figure.from[0]?.file;

/** Looks for files whose every sum is given by another file, by the same records. */
export function filesInside() {
  const files = new Map<string, { sums: number; again: number; readonly others: Set<string> }>();
  const of = (seen: Observation) => {
    const file = fileOf(seen);
    if (file === undefined || seen.mark === undefined) return undefined;
    const known = files.get(file) ?? { sums: 0, again: 0, others: new Set<string>() };
    files.set(file, known);
    return known;
  };
  return {
    /** Takes a figure. */
    add(seen: Observation): void {
      const file = of(seen);
      if (file) file.sums += 1;
    },
    /** The figure is given already, and comes to the same. */
    again(before: Observation, seen: Observation): void {
      const [file, other] = [of(seen), fileOf(before)];
      if (!file || other === undefined || other === fileOf(seen)) return;
      file.again += 1;
      file.others.add(other);
    },
    doubts: (): Doubt[] =>
      [...files].flatMap(([file, { sums, again, others }]) =>
        sums > again ? [] : [...others].map((other) => doubt("file-inside", { file }, { file: other }, file, other)),
      ),
  };
}
