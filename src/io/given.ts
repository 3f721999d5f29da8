// What a command is given by its arguments: files by name, by a pattern with * ? **, and "-", which is standard input.
import { isAbsolute, join, parse, resolve } from "node:path";
import { type Problem, problem } from "../core/problems/problems.ts";
import { listed } from "../core/problems/sentence.ts";
import { isThere, MOST_PIPED_MEBIBYTES, type OpenFile, openFile, openHeld, readWhole, reasonOf } from "./files.ts";
import { isWild } from "./glob.ts";
import { expand, fileAndSheet, folderOf, neighbours } from "./patterns.ts";
import { pathFrom, Refusal, type World } from "./world.ts";

/** What standard input is called in all that is said. */
export const STANDARD_INPUT = "standard input";

/** Whether an argument stands for standard input. */
export const isInput = (given: string | undefined): boolean => given === "-";

/** What an argument is called in all that is said: its path from where the command was given. */
export const givenName = (world: World, given: string): string =>
  isInput(given) ? STANDARD_INPUT : pathFrom(world, resolve(world.cwd, given));

/** An argument in a sentence about it, as it was written. */
export const asGiven = (given: string): string => (isInput(given) ? STANDARD_INPUT : given);

/** Refuses standard input where two arguments of a command name it, or where nothing is piped into it. */
export function checkInput(world: World, given: readonly (string | undefined)[]): void {
  const count = given.filter(isInput).length;
  if (count > 1)
    throw new Refusal(
      `${STANDARD_INPUT}: it is named ${count} times, but can be read only once`,
      "name the other inputs by their file names",
    );
  if (count === 1 && world.input.isTerminal()) {
    throw new Refusal(
      `${STANDARD_INPUT}: nothing is piped into it`,
      "pipe a file into it: cat table.csv | plan-measures inspect -",
    );
  }
}

/** A file that a command is given, to be read part by part, or why it cannot be. */
export function openGiven(world: World, given: string): OpenFile | Problem {
  const name = givenName(world, given);
  if (!isInput(given)) return openFile(resolve(world.cwd, given), name);
  const bytes = readInput(world, MOST_PIPED_MEBIBYTES);
  return bytes && "code" in bytes ? bytes : openHeld(bytes, name);
}

/** The bytes of a file that a command is given, or the problem with it. */
export function readGiven(
  world: World,
  given: string,
  mostMebibytes: number,
  name = givenName(world, given),
): Uint8Array | Problem {
  if (!isInput(given)) return readWhole(resolve(world.cwd, given), name, mostMebibytes);
  return readInput(world, mostMebibytes) ?? problem("file-too-large", { file: name }, mostMebibytes);
}

/** What comes through a pipe comes once: what looked at it keeps it for what reads it. */
const inputs = new WeakMap<World, Buffer>();

/** All of standard input; nothing where it is longer. */
function readInput(world: World, mostMebibytes: number): Buffer | Problem | undefined {
  const place = { file: STANDARD_INPUT };
  try {
    const bytes = inputs.get(world) ?? world.input.read(mostMebibytes * 2 ** 20);
    if (!bytes || bytes.length > mostMebibytes * 2 ** 20) return undefined;
    if (bytes.length === 0)
      throw new Refusal(`${STANDARD_INPUT}: nothing came through it`, "check the command before the |");
    inputs.set(world, bytes);
    return bytes;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const { code } = error as NodeJS.ErrnoException;
    return code === "EISDIR" ? problem("file-directory", place) : problem("file-unreadable", place, reasonOf(error));
  }
}

/**
 * The files that the arguments of a command name, in their order; those of a pattern sorted. A shell hands over patterns
 * that it does not know, and on Windows all of them.
 */
export const filesGiven = (world: World, given: readonly string[], option = ""): readonly string[] =>
  given.flatMap((one) => {
    const { file, sheet } = fileAndSheet(world.cwd, one);
    if (sheet !== undefined && !isPattern(world, file) && isThere(resolve(world.cwd, file))) return [one];
    if (!isPattern(world, file)) return isPattern(world, one) ? filesOf(world, one, option) : [one];
    return filesOf(world, file, option).map((found) => (sheet === undefined ? found : `${found}#${sheet}`));
  });

/** The one file that an argument names, which may be a pattern. */
export function fileGiven(world: World, given: string, option = ""): string {
  if (!isPattern(world, given)) return given;
  const files = filesOf(world, given, option);
  const [file = given] = files;
  if (files.length > 1)
    throw new Refusal(`${option}${given}: ${files.length} files match`, `name one of them: ${listed(files)}`);
  return file;
}

/** Whether an argument is a pattern; a file or a folder of that very name is meant as it stands. */
const isPattern = (world: World, given: string): boolean => isWild(given) && !isThere(resolve(world.cwd, given));

/** The files that match a pattern; where none does, it is refused with what is there. */
function filesOf(world: World, given: string, option: string): readonly string[] {
  // Elsewhere \ is a letter of a name, and stands between folders only where no file has such a name.
  const forward = given.replaceAll("\\", "/");
  const ways = [...new Set(world.isWindows ? [forward] : [given, forward])];
  const closed = new Set<string>();
  for (const pattern of ways) {
    const { root, rest } = rooted(world, pattern);
    const rules = { links: true, anyCase: world.isWindows };
    const files = expand(root, rest, (folder) => closed.add(folder), rules);
    const [door] = closed;
    // What stands behind it may be meant as well.
    if (door !== undefined) {
      throw new Refusal(
        `${option}${given}: the folder ${prefixed(pattern, door)} cannot be opened: ${reasonOf({ code: "EACCES" })}`,
        "name the files, or use a pattern that does not include that folder",
      );
    }
    if (files.length > 0) return files.map((file) => prefixed(pattern, file));
  }
  throw noMatch(world, given, ways.at(-1) ?? given, option);
}

/** Where a pattern is looked up, and what of it. */
function rooted(world: World, pattern: string): { root: string; rest: string } {
  const { root } = parse(pattern);
  return root === "" || !isAbsolute(pattern)
    ? { root: world.cwd, rest: pattern }
    : { root, rest: pattern.slice(root.length) };
}

const prefixed = (pattern: string, found: string): string =>
  isAbsolute(pattern) ? join(parse(pattern).root, found) : found;

function noMatch(world: World, given: string, pattern: string, option: string): Refusal {
  const { root, rest } = rooted(world, pattern);
  const folder = folderOf(rest);
  const there = neighbours(root, rest).map((name) => prefixed(pattern, name));
  const hint = !isThere(resolve(root, folder))
    ? `check the name of the folder: there is no folder ${prefixed(pattern, folder)}`
    : there.length === 0
      ? "the folder is empty"
      : `choose from the files in that folder: ${listed(there)}`;
  return new Refusal(`${option}${given}: no file matches`, hint);
}
