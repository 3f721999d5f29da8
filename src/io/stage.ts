// A copy of the files that a plan reads, in a folder of its own, in which a refresh is tried before anything is changed.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { isFile } from "./files.ts";

export interface Stage {
  readonly folder: string;
  /** Copies a file into it, from anywhere. */
  copy(from: string, path: string): void;
  write(path: string, content: Uint8Array): void;
  remove(path: string): void;
  done(): void;
}

/** A new folder for the trial, which is to be cleared away. */
export function stageFor(): Stage {
  const folder = mkdtempSync(join(tmpdir(), "plan-measures-"));
  const placeFor = (path: string): string => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    return join(folder, path);
  };
  return {
    folder,
    copy: (from, path) => copyFileSync(from, placeFor(path)),
    write: (path, content) => writeFileSync(placeFor(path), content),
    remove: (path) => rmSync(join(folder, path), { force: true }),
    done() {
      try {
        rmSync(folder, { recursive: true, force: true });
      } catch {
        // On Windows another program, such as a virus scanner, may hold a file open. That is no reason to fail what has been done.
      }
    },
  };
}

/** The files that are named, and those of a folder that is named, hidden ones left out; nothing for a name without a file. */
export function filesUnder(cwd: string, names: readonly string[]): { name: string; paths: string[] | undefined }[] {
  return names.map((name) => {
    const path = resolve(cwd, name);
    if (!existsSync(path)) return { name, paths: undefined };
    if (!statSync(path).isDirectory()) return { name, paths: [path] };
    const entries = readdirSync(path, { withFileTypes: true });
    const files = entries
      .filter((one) => one.isFile() && !/^(\.|~\$)/.test(one.name))
      .map((one) => join(path, one.name));
    return { name, paths: files.sort() };
  });
}

/** The bytes of a file; nothing where it is not there. */
export const bytesAt = (path: string): Buffer | undefined =>
  existsSync(path) && isFile(path) ? readFileSync(path) : undefined;

export const fileName = (path: string): string => basename(path);
