// The files that a run has read, for as long as it runs: no output may replace one of them.
import { realpathSync } from "node:fs";

const read = new Set<string>();
const real = (path: string): string => {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
};

/** A run begins: nothing has been read. */
export const nothingRead = (): void => read.clear();

/** A file is read. */
export const noteRead = (path: string): void => {
  read.add(real(path));
};

/** Whether the run has read the file at that path, by whichever name. */
export const wasRead = (path: string): boolean => read.has(real(path));
