// Several files of a folder changed as one: a journal with the hashes before and after comes first, so that a run that is
// stopped halfway can be finished or taken back, and a file that somebody changed in between is never written over.
import { createHash } from "node:crypto";
import { existsSync, lstatSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Disk, realDisk } from "./disk.ts";
import { isBelow, isFolder, reasonOf, withSlashes } from "./files.ts";
import { Refusal } from "./world.ts";
import { isOver } from "./write-files.ts";

/** A file of the folder as it is to be; `before` is the hash of what was there when that was decided, null for nothing. */
export interface FileChange {
  /** From the folder, with forward slashes. */
  readonly path: string;
  readonly before: string | null;
  readonly content: Uint8Array;
}

interface Entry {
  readonly path: string;
  readonly before: string | null;
  readonly after: string;
}
interface Journal {
  readonly files: readonly Entry[];
  /** Folders that are made for them, the outer before the inner. */
  readonly folders: readonly string[];
}

/** The folder that holds the journal, the new files and the old ones while files are replaced. */
export const ROOM = ".plan-measures-refresh";
const journalOf = (folder: string): string => join(folder, ROOM, "journal.json");
const SHORT_WHILE = 10_000;

export const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The hash of a file; null where there is none. */
export const hashAt = (path: string): string | null => (existsSync(path) ? hashOf(readFileSync(path)) : null);

/** Whether a run was stopped after it began to replace files, so that some may be new and others old. */
export const isHalfway = (folder: string): boolean => existsSync(journalOf(folder));

/** Replaces the files, all of them or, where it is stopped, as many as the journal then knows of. */
export function applyChanges(folder: string, changes: readonly FileChange[], disk: Disk = realDisk): void {
  const room = claim(folder, disk);
  try {
    for (const { path, before } of changes) checkTarget(folder, path, before, disk);
    for (const [index, { path, before, content }] of changes.entries()) {
      keep(disk, join(room, `new-${index}`), content);
      if (before !== null) keep(disk, join(room, `old-${index}`), readFileSync(join(folder, path)));
    }
    const files = changes.map(({ path, before, content }) => ({ path, before, after: hashOf(content) }));
    const journal: Journal = { files, folders: foldersFor(folder, changes) };
    keep(disk, join(room, "journal.part"), Buffer.from(`${JSON.stringify(journal, undefined, 2)}\n`));
    disk.rename(join(room, "journal.part"), journalOf(folder));
  } catch (error) {
    // Nothing of the folder was changed yet.
    if (!isHalfway(folder)) disk.remove(room);
    throw error;
  }
  finish(folder, disk);
}

/** Finishes what a stopped run began; the files that it replaced. */
export function finishChanges(folder: string, disk: Disk = realDisk): readonly string[] {
  takeOver(folder, disk);
  return finish(folder, disk);
}

function finish(folder: string, disk: Disk): readonly string[] {
  const { files, folders } = journalIn(folder);
  const room = join(folder, ROOM);
  for (const { path, before, after } of files) checkState(folder, path, [before, after]);
  for (const one of folders) if (!existsSync(join(folder, one))) disk.makeFolder(join(folder, one));
  for (const [index, { path, after }] of files.entries()) {
    if (hashAt(join(folder, path)) !== after) put(folder, path, join(room, `new-${index}`), after, disk);
  }
  clear(room, disk);
  return files.map(({ path }) => path);
}

/** Takes back what a stopped run did; the files that it puts back or takes away. */
export function undoChanges(folder: string, disk: Disk = realDisk): readonly string[] {
  takeOver(folder, disk);
  const { files, folders } = journalIn(folder);
  const room = join(folder, ROOM);
  for (const { path, before, after } of files) checkState(folder, path, [before, after]);
  for (const [index, { path, before }] of files.entries()) {
    const target = join(folder, path);
    if (hashAt(target) === before) continue;
    if (before === null) disk.remove(target);
    else put(folder, path, join(room, `old-${index}`), before, disk);
  }
  for (const one of folders.toReversed()) disk.removeEmpty(join(folder, one));
  clear(room, disk);
  return files.map(({ path }) => path);
}

/** Makes the room, which only one run can; what a run left that is over, and had replaced nothing, is cleared away. */
function claim(folder: string, disk: Disk): string {
  const room = join(folder, ROOM);
  if (isHalfway(folder)) throw halfway();
  if (existsSync(room)) {
    const other = Number(readIfThere(join(room, "run")));
    const isNew = Date.now() - (statSync(room, { throwIfNoEntry: false })?.mtimeMs ?? 0) < SHORT_WHILE;
    if (other > 0 ? !isOver(other) : isNew) throw busy();
    const aside = `${room}.${process.pid}`;
    disk.rename(room, aside);
    disk.remove(aside);
  }
  try {
    disk.makeFolder(room);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") throw busy();
    throw error;
  }
  try {
    sayRun(room, disk);
  } catch (error) {
    disk.remove(room);
    throw error;
  }
  return room;
}

/** Makes a stopped run this one's; one that is still at work is left alone. */
function takeOver(folder: string, disk: Disk): void {
  const room = join(folder, ROOM);
  const other = Number(readIfThere(join(room, "run")));
  if (other > 0 && !isOver(other)) throw busy();
  sayRun(room, disk);
}

const sayRun = (room: string, disk: Disk): void => disk.write(join(room, "run"), Buffer.from(String(process.pid)));

const busy = (): Refusal =>
  new Refusal(
    "another refresh of this folder is running",
    `wait until it is done, then run yours again. If none is running, delete the file ${ROOM}/run first`,
  );
export const halfway = (): Refusal =>
  new Refusal(
    "a refresh was stopped halfway",
    "run plan-measures refresh --write to finish it, or plan-measures refresh --undo to take it back",
  );

const readIfThere = (path: string): string => (existsSync(path) ? readFileSync(path, "utf8") : "");

/** Refuses a file that is not as it was when the change was decided, or that cannot be replaced. */
function checkTarget(folder: string, path: string, before: string | null, disk: Disk): void {
  const target = join(folder, path);
  for (let above = dirname(path); above !== "."; above = dirname(above)) {
    if (existsSync(join(folder, above)) && !isFolder(join(folder, above))) {
      throw new Refusal(
        `${above}: there is a file with this name where the folder should go`,
        "move or rename the file, then run the command again. Nothing was changed",
      );
    }
  }
  if (isFolder(target)) {
    throw new Refusal(
      `${path}: there is a folder with this name where the file should go`,
      "move or rename the folder, then run the command again. Nothing was changed",
    );
  }
  checkState(folder, path, [before]);
  if (before === null) return;
  if (lstatSync(target).isSymbolicLink()) {
    throw new Refusal(`${path}: this is a link, and refresh does not replace links`, "put the file itself there");
  }
  try {
    disk.hold(target);
  } catch (error) {
    const why = reasonOf(Object.assign(error as Error, { isWriting: true }));
    throw new Refusal(
      `${path}: the file cannot be replaced: ${why}`,
      "close it in other programs, then run the command again. Nothing was changed",
    );
  }
}

function checkState(folder: string, path: string, known: readonly (string | null)[]): void {
  if (known.includes(hashAt(join(folder, path)))) return;
  throw new Refusal(
    `${path}: the file was changed in the meantime, so it was not replaced`,
    "put it back as it was, or move it away, then run the command again",
  );
}

/** The folders that are not there yet. */
function foldersFor(folder: string, changes: readonly FileChange[]): string[] {
  const needed = new Set<string>();
  for (const { path } of changes) {
    for (let above = dirname(path); above !== "." && !existsSync(join(folder, above)); above = dirname(above)) {
      needed.add(withSlashes(above));
    }
  }
  return [...needed].sort((a, b) => a.length - b.length);
}

function keep(disk: Disk, path: string, bytes: Uint8Array): void {
  disk.write(path, bytes);
  disk.flush(path);
}

/** Puts a kept file in its place, whole or not at all. */
function put(folder: string, path: string, kept: string, hash: string, disk: Disk): void {
  const bytes = readFileSync(kept);
  if (hashOf(bytes) !== hash)
    throw new Refusal(
      `${withSlashes(kept)}: this is not the file that refresh kept there`,
      "put the right file back, then run the command again",
    );
  const target = join(folder, path);
  const draft = join(folder, ROOM, "draft");
  keep(disk, draft, bytes);
  disk.likewise(draft, target);
  disk.rename(draft, target);
}

/** The journal goes first: without it, what is left in the room says nothing. */
function clear(room: string, disk: Disk): void {
  disk.remove(join(room, "journal.json"));
  disk.remove(room);
}

/** The journal of a stopped run. Who wrote it is not known, so that a path which leads out of the folder is refused. */
function journalIn(folder: string): Journal {
  const wrong = new Refusal(
    `${ROOM}/journal.json: the file cannot be read`,
    `check the plan's files by hand, then delete the folder ${ROOM}`,
  );
  let read: Partial<Journal>;
  try {
    read = JSON.parse(readFileSync(journalOf(folder), "utf8")) as Partial<Journal>;
  } catch {
    throw wrong;
  }
  const { files, folders } = read;
  const isText = (one: unknown): one is string => typeof one === "string";
  const isOwn = (path: unknown): boolean => isText(path) && isBelow(folder, path);
  const isSound =
    Array.isArray(files) &&
    Array.isArray(folders) &&
    folders.every(isOwn) &&
    files.every(({ path, before, after }) => isOwn(path) && (before === null || isText(before)) && isText(after));
  if (!isSound) throw wrong;
  return { files, folders };
}
