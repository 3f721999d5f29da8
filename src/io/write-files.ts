// Writing files whole or not at all.
import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
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

/** Writes the files into a folder, made if need be: first all beside their places, then each into it by renaming. */
export function writeFiles(folder: string, files: readonly OutputFile[]): void {
  writing(folder, () => makeFolder(folder));
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
  } finally {
    for (const { draft } of drafts) removed(draft);
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
