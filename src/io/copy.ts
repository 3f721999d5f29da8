// Copies of files and folders, which their owner may change: also where what they are copied from may only be read.
import { chmodSync, copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Copies a file. */
export function copyFile(from: string, to: string): void {
  copyFileSync(from, to);
  // The system copies the rights too, and on Windows the mark that a file may only be read.
  chmodSync(to, 0o666 & ~process.umask());
}

/** Copies a folder with all in it. Node's own way of it (22, fs.cpSync) ends the process where it leads to another drive. */
export function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const copy = entry.isDirectory() ? copyFolder : copyFile;
    copy(join(from, entry.name), join(to, entry.name));
  }
}
