// The files that a pattern of the plan names, none of them outside its folder.
import { type Dirent, existsSync, readdirSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, posix } from "node:path";
import { nearestFirst } from "../core/names.ts";
import { isBelow, withSlashes } from "./files.ts";
import { isWild, startAt, stepOn, stepsOf } from "./glob.ts";

/** Whether a pattern of the plan leads out of its folder, by its words or through a link; such a one is not looked up. */
export const leadsOut = (root: string, pattern: string): boolean =>
  isAbsolute(pattern) || /^[a-z]:/i.test(pattern) || /\.\./.test(pattern) || !isBelow(root, folderOf(pattern));

/** The folder in which a pattern begins to look. */
export const folderOf = (pattern: string): string => dirname(withSlashes(pattern).replace(/[*?].*$/s, "x"));

/** How a pattern is read: with links as with files and folders, and whether large letters are other than small ones. */
export interface PatternRules {
  readonly links: boolean;
  readonly anyCase: boolean;
}
/**
 * A plan names the same files on every system, and none through a link that it does not name. Windows takes no heed of large
 * letters: a file that a plan reads there, it reads everywhere.
 */
const OF_A_PLAN: PatternRules = { links: false, anyCase: true };

/**
 * The files below root that a pattern names, sorted by name; hidden ones and, in a plan, links only where it names them.
 * `closed` is told of each folder that may not be looked into.
 */
export function expand(
  root: string,
  pattern: string,
  closed: (folder: string) => void = () => {},
  rules = OF_A_PLAN,
): string[] {
  const plain = posix.normalize(withSlashes(pattern));
  // A file of that very name is meant, also where the name has signs of a pattern: "table*.csv".
  if (existsSync(join(root, plain))) return [plain];
  const steps = stepsOf(plain);
  const first = steps.findIndex(isWild);
  // Of a file behind a closed door nobody knows whether it is there: to open it says why not.
  if (first < 0) return isShut(join(root, plain)) ? [plain] : [];
  const folder = steps.slice(0, first).join("/");
  return filesBelow({ root, steps, closed, ...rules }, folder, startAt(steps, first)).sort();
}

/** What a pattern is looked up in and by. */
interface Search extends PatternRules {
  readonly root: string;
  readonly steps: readonly string[];
  readonly closed: (folder: string) => void;
}

/** The files of a folder, and of those below it, that the rest of a pattern names. */
const filesBelow = (search: Search, folder: string, at: ReadonlySet<number>): string[] => {
  const { root, steps, closed, links, anyCase } = search;
  return entriesOf(join(root, folder), () => closed(folder === "" ? "." : folder)).flatMap((entry) => {
    // Excel keeps a file of such a name beside each workbook that it has open.
    if (entry.name.startsWith("~$")) return [];
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    const isLink = entry.isSymbolicLink();
    if (isLink && !links) return [];
    const isFolder = isLink ? leadsToFolder(join(root, path)) : entry.isDirectory();
    // ** goes through no link, which may lead in a circle.
    const from = isLink && isFolder ? new Set([...at].filter((step) => steps[step] !== "**")) : at;
    const next = stepOn(steps, from, entry.name, anyCase);
    if (isFolder) return next.size > 0 ? filesBelow(search, path, next) : [];
    // A pipe or a connection is named as well, so that it is refused and not passed over.
    return next.has(steps.length) ? [path] : [];
  });
};

function leadsToFolder(link: string): boolean {
  try {
    return statSync(link).isDirectory();
  } catch {
    return false;
  }
}

function entriesOf(folder: string, closed = () => {}): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isRefusal(error)) closed();
    return [];
  }
}

/** Whether a path leads through a folder that may not be looked into. */
function isShut(path: string): boolean {
  try {
    statSync(path);
    return false;
  } catch (error) {
    return isRefusal(error);
  }
}

const isRefusal = (error: unknown): boolean => /^(EACCES|EPERM)$/.test((error as NodeJS.ErrnoException).code ?? "");

/** "book.xlsx#Table P1" → the file and the sheet in it; a file that has such a name itself is meant as it stands. */
export function fileAndSheet(root: string, name: string): { file: string; sheet?: string } {
  const at = name.indexOf("#");
  if (at < 0 || existsSync(join(root, name))) return { file: name };
  return { file: name.slice(0, at), sheet: name.slice(at + 1) };
}

/** The files in the folder where a pattern looked, for a message that it found none; of many the nearest first. */
export function neighbours(root: string, pattern: string): readonly string[] {
  const folder = folderOf(pattern);
  const names = entriesOf(join(root, folder)).map(({ name }) => (folder === "." ? name : `${folder}/${name}`));
  return nearestFirst(withSlashes(pattern), names.sort());
}
