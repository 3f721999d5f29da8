// The file system: reading what the plan names, and nothing outside its folder; writing files whole or not at all.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { type Problem, problem } from "./problems.ts";

/** Larger files are refused, with a sentence, rather than left to exhaust memory. */
export const MOST_DATA_MEBIBYTES = 400;
export const MOST_PLAN_MEBIBYTES = 4;

/** A path as it is written in messages and results on every system: with forward slashes. */
export const withSlashes = (path: string): string => (sep === "/" ? path : path.replaceAll(sep, "/"));

const leads = (root: string, path: string): boolean => {
  const way = relative(root, path);
  return way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way);
};

const real = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
};

/** The bytes of a file that stands below root; otherwise the code and words of why not. `name` is relative to root. */
export function readBelow(root: string, name: string, mostMebibytes: number): Uint8Array | Problem {
  const path = resolve(root, name);
  if (leads(resolve(root), path) || leads(real(root), real(path)))
    return problem("outside-folder", { file: name }, name);
  return readWhole(path, name, mostMebibytes);
}

/** The bytes of a file, or the problem with it, which calls it `name`. */
export function readWhole(path: string, name: string, mostMebibytes: number): Uint8Array | Problem {
  const place = { file: name };
  try {
    const { size } = statSync(path);
    if (size > mostMebibytes * 2 ** 20) return problem("file-too-large", place, mostMebibytes);
    const bytes = readFileSync(path);
    return bytes.length === 0 ? problem("file-empty", place) : bytes;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EISDIR") return problem("file-directory", place);
    return problem("file-unreadable", place, reasons[code ?? ""] ?? String(code));
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "you may not open it",
  EPERM: "you may not open it",
  EBUSY: "another program holds it open",
  ENOTDIR: "its path leads through a file",
  ELOOP: "its links lead in a circle",
};

/** Whether a pattern of the plan leads out of its folder; such a one is not even looked up. */
export const leadsOut = (pattern: string): boolean =>
  isAbsolute(pattern) || /^[a-z]:/i.test(pattern) || pattern.split(/[/\\]/).includes("..");

/** The files below root that a pattern names, sorted by name. */
export async function expand(root: string, pattern: string): Promise<string[]> {
  const plain = withSlashes(pattern).replace(/^\.\//, "");
  if (!/[*?[\]{}!()]/.test(plain)) return existsSync(join(root, plain)) ? [plain] : [];
  const { globSync } = await import("tinyglobby");
  const found = globSync(plain, { cwd: root, expandDirectories: false, followSymbolicLinks: false });
  return found.map(withSlashes).sort();
}

/** The files in the folder where a pattern looked, for a message that it found none. */
export function neighbours(root: string, pattern: string): string[] {
  const folder = dirname(pattern.replace(/[*?[{(!].*$/, "x"));
  try {
    return readdirSync(join(root, folder))
      .sort()
      .map((name) => (folder === "." ? name : `${folder}/${name}`));
  } catch {
    return [];
  }
}

export interface OutputFile {
  readonly name: string;
  readonly content: string;
}

/** Writes the files into a folder, made if need be: first all beside their places, then each into it by renaming. */
export function writeFiles(folder: string, files: readonly OutputFile[]): void {
  mkdirSync(folder, { recursive: true });
  const drafts = files.map(({ name, content }) => {
    const path = join(folder, name);
    return { path, content, draft: `${path}.${process.pid}.part` };
  });
  try {
    for (const { draft, content } of drafts) writeFileSync(draft, content);
    for (const { draft, path } of drafts) renameSync(draft, path);
  } finally {
    for (const { draft } of drafts) rmSync(draft, { force: true });
  }
}
