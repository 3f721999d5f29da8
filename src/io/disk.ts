// The steps by which files are replaced: each is one call, so that a test can make any of them fail.
import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";

/** What is done to the file system while a set of files is replaced. */
export interface Disk {
  /** Opens a file to write, and closes it as it is: one that another program holds, or that is read-only, is refused. */
  hold(path: string): void;
  write(path: string, bytes: Uint8Array): void;
  /** Waits until what was written is on the disk itself. */
  flush(path: string): void;
  rename(from: string, to: string): void;
  makeFolder(path: string): void;
  /** A file, or a folder with all in it; one that is not there is as good. */
  remove(path: string): void;
  removeEmpty(folder: string): void;
  /** Gives a file the permissions of another, where that is there. */
  likewise(path: string, as: string): void;
}

export const realDisk: Disk = {
  hold: (path) => closeSync(openSync(path, "r+")),
  write: (path, bytes) => writeFileSync(path, bytes),
  flush(path) {
    const handle = openSync(path, "r+");
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  },
  rename: (from, to) => renameSync(from, to),
  makeFolder: (path) => mkdirSync(path),
  remove: (path) => rmSync(path, { recursive: true, force: true }),
  removeEmpty(folder) {
    try {
      rmdirSync(folder);
    } catch {
      // Something else is in it.
    }
  },
  likewise(path, as) {
    const mode = statSync(as, { throwIfNoEntry: false })?.mode;
    if (mode !== undefined) chmodSync(path, mode & 0o777);
  },
};
