// Writing files whole or not at all.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isFolder } from "./files.ts";

/** Runs what writes a file or a folder; a refusal of the file system then names that, and no draft of it. */
export function writing<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof Error) || !("syscall" in error)) throw error;
    throw Object.assign(error, { path, isWriting: true });
  }
}

export interface OutputFile {
  readonly name: string;
  /** Bytes, of a format that is no text. */
  readonly content: string | Uint8Array;
}

/** Makes a folder, and those above it: where the system lets nobody make any, Node's own way of it would never end. */
function makeFolder(folder: string): void {
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  if (!existsSync(dirname(folder))) makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** A file as it is written aside, before it is renamed into its place; a run that was stopped leaves it behind. */
export interface LeftDraft {
  readonly name: string;
  /** The name of the file that it was to be. */
  readonly of: string;
}

/** The drafts of a folder whose runs are over: some files there may be of such a run, and others of one before it. */
export const draftsLeft = (folder: string): LeftDraft[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const [name, of = "", run] = /^(.+)\.([1-9]\d{0,9})\.part$/.exec(entry.name) ?? [];
    return name !== undefined && entry.isFile() && isOver(Number(run)) ? [{ name, of }] : [];
  });

/** Whether a run is over, by the number of its process; of this run's own number, an earlier one is meant. */
export function isOver(run: number): boolean {
  if (run === process.pid) return true;
  try {
    process.kill(run, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

/**
 * Writes the files into a folder, made if need be: first all beside their places, then each into it by renaming. Drafts of
 * them that a run left behind which was stopped are removed.
 */
export function writeFiles(folder: string, files: readonly OutputFile[]): void {
  writing(folder, () => makeFolder(folder));
  const names = new Set(files.map(({ name }) => name));
  const drafts = files.map(({ name, content }) => {
    const path = join(folder, name);
    return { path, content, draft: `${path}.${process.pid}.part` };
  });
  try {
    // What stands in the way of one is found before any is put in place.
    for (const { path } of drafts)
      if (writing(path, () => isFolder(path)))
        throw Object.assign(new Error(), { syscall: "rename", path, code: "EISDIR" });
    for (const { draft, path, content } of drafts) writing(path, () => writeFileSync(draft, content));
    for (const { draft, path } of drafts) writing(path, () => renameSync(draft, path));
    // Only now, as until all are in place they say that the files there may be of several runs.
    for (const { name, of } of draftsOrNone(folder)) if (names.has(of)) removed(join(folder, name));
  } finally {
    for (const { draft } of drafts) removed(draft);
  }
}

/** A folder may be written to that nobody may look into. */
function draftsOrNone(folder: string): LeftDraft[] {
  try {
    return draftsLeft(folder);
  } catch {
    return [];
  }
}

/** Takes a draft away where it can; where it cannot, that is not what the user has to know. */
function removed(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // What kept it from being written is told.
  }
}
