// A disk that fails at a step of its own: for good, as where the machine stops, or at that step alone.
import { relative } from "node:path";
import { type Disk, realDisk } from "../../src/io/disk.ts";

export interface FailingDisk extends Disk {
  /** What was asked of it so far, by name and by path from the folder. */
  readonly steps: string[];
}

/** Nothing is done from the given step on (counted from 0), or at that step alone, as where the system refuses it. */
export function failingDisk(
  folder: string,
  at = Number.POSITIVE_INFINITY,
  how: "stops" | "is refused" = "stops",
): FailingDisk {
  const steps: string[] = [];
  const step =
    <Args extends [string, ...unknown[]]>(
      name: keyof Disk,
      shown: (...args: Args) => string,
      run = realDisk[name] as (...args: readonly unknown[]) => void,
    ) =>
    (...args: Args): void => {
      const path = shown(...args);
      const index = steps.push(`${name} ${relative(folder, path).replaceAll("\\", "/")}`) - 1;
      if (how === "stops" ? index >= at : index === at)
        throw Object.assign(new Error(`EIO: ${name}`), { syscall: name, code: "EIO", path });
      run(...args);
    };
  const first = (path: string): string => path;
  return {
    steps,
    hold: step("hold", first),
    write: step("write", first),
    // Listed and made to fail, but not waited for: no test takes the power away.
    flush: step("flush", first, () => {}),
    rename: step("rename", (_: string, to: string) => to),
    makeFolder: step("makeFolder", first),
    remove: step("remove", first),
    removeEmpty: step("removeEmpty", first),
    likewise: step("likewise", first),
  };
}
