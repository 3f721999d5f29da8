// The files that a pattern of the plan names, none of them outside its folder.
import { type Dirent, existsSync, readdirSync } from "node:fs";
import { dirname, isAbsolute, join, posix } from "node:path";
import { nearestFirst } from "../core/names.ts";
import { isBelow, withSlashes } from "./files.ts";
import { isWild, startAt, stepOn, stepsOf } from "./glob.ts";

/** Whether a pattern of the plan leads out of its folder, by its words or through a link; such a one is not looked up. */
export const leadsOut = (root: string, pattern: string): boolean =>
  isAbsolute(pattern) || /^[a-z]:/i.test(pattern) || /\.\./.test(pattern) || !isBelow(root, folderOf(pattern));

/** The folder in which a pattern begins to look. */
const folderOf = (pattern: string): string => dirname(withSlashes(pattern).replace(/[*?].*$/s, "x"));

/** The files below root that a pattern names, sorted by name; hidden ones and links only where it names them. */
export function expand(root: string, pattern: string): string[] {
  const plain = posix.normalize(withSlashes(pattern));
  // A file of that very name is meant, also where the name has signs of a pattern: "table*.csv".
  if (existsSync(join(root, plain))) return [plain];
  const steps = stepsOf(plain);
  const first = steps.findIndex(isWild);
  const folder = steps.slice(0, first).join("/");
  if (first < 0) return [];
  return filesBelow(root, folder, steps, startAt(steps, first)).sort();
}

/** The files of a folder, and of those below it, that the rest of a pattern names. */
const filesBelow = (root: string, folder: string, steps: readonly string[], at: ReadonlySet<number>): string[] =>
  entriesOf(join(root, folder)).flatMap((entry) => {
    // Excel keeps a file of such a name beside each workbook that it has open.
    if (entry.name.startsWith("~$")) return [];
    const next = stepOn(steps, at, entry.name);
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return next.size > 0 ? filesBelow(root, path, steps, next) : [];
    return entry.isFile() && next.has(steps.length) ? [path] : [];
  });

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

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
