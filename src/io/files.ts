// The file system: reading what the plan names, and nothing outside its folder; writing files whole or not at all.
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { type Problem, problem } from "../core/problems/problems.ts";
import { digest, fileAt, held, partsOfFile } from "./file-parts.ts";
import { kindOfNoFile, readUpTo } from "./piped.ts";
import { noteRead } from "./read-paths.ts";

/** A larger plan or comments file is refused, with a sentence, rather than left to exhaust memory. */
export const MOST_PLAN_MEBIBYTES = 4;

/** A path as it is written in messages and results on every system: with forward slashes. */
export const withSlashes = (path: string): string => (sep === "/" ? path : path.replaceAll(sep, "/"));

/** Of two whole paths, whether the second is that of the folder or leads into it. */
const isIn = (folder: string, path: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);

/** Where a path leads; what is not there would stand in the folder that it names. */
const real = (path: string): string => {
  try {
    return realpathSync.native(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(real(above), basename(path));
  }
};

/** The bytes of a file that stands below root, or why not. `name` is relative to root. */
export function readBelow(root: string, name: string, mostMebibytes: number): Uint8Array | Problem {
  return refusedBelow(root, name) ?? readWhole(resolve(root, name), name, mostMebibytes);
}

/** Why what a plan names is not opened at all: it leads out of the folder, or would be waited for. */
function refusedBelow(root: string, name: string): Problem | undefined {
  const place = { file: name };
  if (!isBelow(root, name)) return problem("outside-folder", place, name);
  try {
    const stat = statSync(resolve(root, name));
    const kind = kindOfNoFile(stat);
    return kind === undefined ? undefined : problem("file-unreadable", place, kind);
  } catch {
    // Why it cannot be opened is told by opening it.
    return undefined;
  }
}

export const isBelow = (root: string, name: string): boolean => {
  const path = resolve(root, name);
  return isIn(resolve(root), path) && isIn(real(root), real(path));
};

export interface OpenFile {
  readonly size: number;
  /** Its first bytes, which tell a workbook from text. */
  readonly start: Uint8Array;
  /**
   * Its bytes, in parts that end at the end of a line where they can; `came` is told how many have come. They are put into
   * `memory`, where there is some, which has room for two parts.
   */
  readonly read: (came?: (bytes: number) => void, memory?: Buffer) => Iterable<Uint8Array>;
  readonly sha256: () => string;
  /** Whether it is another than when it was opened, or came to another length; what is held in memory is not asked. */
  readonly hasChanged?: () => boolean;
}

/** A file below root, to be read part by part, or why it cannot be. */
export function openBelow(root: string, name: string): OpenFile | Problem {
  return refusedBelow(root, name) ?? openFile(resolve(root, name), name);
}

/** A file to be read part by part, or why it cannot be; problems call it `name`. */
export function openFile(path: string, name: string): OpenFile | Problem {
  const place = { file: name };
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return problem("file-directory", place);
    noteRead(path);
    if (stat.size === 0 || !stat.isFile()) return openUnsized(path, name);
    // Where the last reading that went on to the end of the file came to it.
    let end = stat.size;
    const ended = (at: number): void => {
      end = at;
    };
    return {
      size: stat.size,
      start: startOf(path),
      read: (came = () => {}, memory) => partsOfFile(fileAt(path), came, memory, ended),
      sha256: () => digest(fileAt(path)),
      hasChanged: () => end !== stat.size || !isAsBefore(path, stat),
    };
  } catch (error) {
    return problem("file-unreadable", place, reasonOf(error));
  }
}

/** Whether there is a file of the same size there, last written at the same time. */
function isAsBefore(path: string, before: Stats): boolean {
  const now = statSync(path, { throwIfNoEntry: false });
  return now?.size === before.size && now.mtimeMs === before.mtimeMs;
}

/** What comes through a pipe can be read but once, so it is held; of more than this the rest is not waited for. */
export const MOST_PIPED_MEBIBYTES = 128;

/** What does not say how long it is: an empty file, or what another program hands over. */
const openUnsized = (path: string, name: string): OpenFile | Problem =>
  openHeld(readUpTo(path, MOST_PIPED_MEBIBYTES * 2 ** 20), name);

/** What was read whole, as a file; nothing was read where it is longer than what is read of a pipe. */
export function openHeld(bytes: Buffer | undefined, name: string): OpenFile | Problem {
  if (!bytes) return problem("file-too-large", { file: name }, MOST_PIPED_MEBIBYTES);
  if (bytes.length === 0) return problem("file-empty", { file: name });
  return {
    size: bytes.length,
    start: bytes.subarray(0, 8),
    read: (came = () => {}, memory) => partsOfFile(held(bytes), came, memory),
    sha256: () => digest(held(bytes)),
  };
}

function startOf(path: string): Uint8Array {
  const handle = openSync(path, "r");
  try {
    const bytes = new Uint8Array(8);
    return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, null));
  } finally {
    closeSync(handle);
  }
}

/** Why the file system refused, in words. */
export const reasonOf = (error: unknown): string => {
  const { code = "", isWriting = false } = error as NodeJS.ErrnoException & { isWriting?: boolean };
  if (isWriting && (code === "EACCES" || code === "EPERM"))
    return "you may not write there, or another program holds it open";
  return reasons[code] ?? (code || String(error));
};

/** The bytes of a file, or the problem with it, which calls it `name`. */
export function readWhole(path: string, name: string, mostMebibytes: number): Uint8Array | Problem {
  const place = { file: name };
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return problem("file-directory", place);
    noteRead(path);
    const most = mostMebibytes * 2 ** 20;
    // What does not say how long it is (a pipe, a device) is read no further than a file may be long.
    const bytes = stat.size > most ? undefined : readUpTo(path, most);
    if (!bytes) return problem("file-too-large", place, mostMebibytes);
    if (stat.size > 0 && stat.isFile() && (bytes.length !== stat.size || !isAsBefore(path, stat)))
      return problem("file-changed", place);
    return bytes.length === 0 ? problem("file-empty", place) : bytes;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EISDIR") return problem("file-directory", place);
    return problem("file-unreadable", place, reasonOf(error));
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "you may not open it",
  EPERM: "you may not open it",
  EBUSY: "another program holds it open",
  EEXIST: "there is a file with this name",
  EISDIR: "there is a folder with this name",
  ENOSPC: "there is no room left",
  EROFS: "it cannot be written to",
  ENOTDIR: "its path leads through a file",
  ELOOP: "its links lead in a circle",
  ENXIO: "it is a connection to another program, not a file",
  NO_WRITER: "it is a pipe, and no program writes to it",
};

/** Whether there is anything at that path. */
export const isThere = (path: string): boolean => existsSync(path);

/** Whether there is a folder at that path. */
export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Whether there is a file at that path. */
export const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** The names of what is in a folder, in their order. */
export const namesIn = (folder: string): readonly string[] => readdirSync(folder).sort();

/** The files of a folder with their bytes, by name; those in folders below it are left out. */
export function filesIn(folder: string): [name: string, bytes: Uint8Array][] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => [name, readFileSync(join(folder, name))]);
}
