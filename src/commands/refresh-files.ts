// Which file of a plan each new file replaces, or where it goes, and the trial folder with all of them.
import { posix, relative, resolve } from "node:path";
import type { Problem } from "../core/problems/problems.ts";
import { listed } from "../core/problems/sentence.ts";
import { filesNamed } from "../input/entries.ts";
import { hashOf } from "../io/change-set.ts";
import { isBelow, isFile, withSlashes } from "../io/files.ts";
import { folderOf, leadsOut } from "../io/patterns.ts";
import { bytesAt, fileName, filesUnder, type Stage } from "../io/stage.ts";
import { Refusal, type World } from "../io/world.ts";
import type { Plan } from "../plan/model.ts";

/** A new file: where it comes from, and its place in the plan's folder. */
export interface Incoming {
  readonly from: string;
  readonly path: string;
  readonly bytes: Buffer;
  /** What it replaces; nothing where it is added. */
  readonly replaced: Buffer | undefined;
}

/** The files that a plan reads, from its folder; a sheet is no file of its own. */
function dataFiles(plan: Plan, folder: string): string[] {
  const problems: Problem[] = [];
  const named = filesNamed(plan.data, folder, plan.comments, problems).map(({ file }) => file);
  return [...new Set(named.map((file) => (isFile(resolve(folder, file)) ? file : file.replace(/#[^#]*$/, ""))))];
}

/**
 * Copies what the plan reads into the trial folder, and the new files over it. A new file takes the place of the one of the
 * same name, or goes where a pattern of the plan names it; any other is refused, as the plan would not read it.
 */
export function stageFiles(
  world: World,
  plan: Plan,
  folder: string,
  given: readonly string[],
  stage: Stage,
): Incoming[] {
  const own = dataFiles(plan, folder);
  for (const file of own) if (isFile(resolve(folder, file))) stage.copy(resolve(folder, file), file);
  const taken = new Map<string, string>();
  return filesUnder(world.cwd, given).flatMap(({ name, paths }) => {
    if (!paths)
      throw new Refusal(`${name}: there is no such file or folder`, "name the new files, or a folder of them");
    return paths.map((from): Incoming => {
      const path = placeOf(plan, folder, own, from, stage);
      const other = taken.get(path);
      if (other !== undefined)
        throw new Refusal(`${path}: two new files would go here: ${other}, ${from}`, "give only one of them");
      taken.set(path, from);
      stage.copy(from, path);
      const bytes = bytesAt(from) ?? Buffer.alloc(0);
      return { from, path, bytes, replaced: bytesAt(resolve(folder, path)) };
    });
  });
}

function placeOf(plan: Plan, folder: string, own: readonly string[], from: string, stage: Stage): string {
  const name = fileName(from);
  const inPlace = withSlashes(relative(folder, from));
  if (own.includes(inPlace)) return inPlace;
  const same = own.filter((file) => fileName(file) === name);
  if (same.length > 1) {
    throw new Refusal(
      `${name}: the plan reads several files with this name: ${listed(same)}`,
      "give the plan's files different names, and the new file the name of the one it replaces",
    );
  }
  if (same[0] !== undefined) return same[0];
  const patterns = plan.data.flatMap(({ files }) => (typeof files === "string" ? files : [files.files].flat()));
  const folders = [
    ...new Set([...own.map((file) => posix.dirname(file)), ...patterns.map((one) => withSlashes(folderOf(one)))]),
  ];
  for (const one of folders) {
    const path = posix.normalize(posix.join(one, name));
    stage.copy(from, path);
    if (dataFiles(plan, stage.folder).includes(path)) return path;
    stage.remove(path);
  }
  const hint =
    own.length > 0
      ? `rename it like the file that it replaces (${listed(own)}), or add it to data: in the plan`
      : "add it to data: in the plan";
  throw new Refusal(`${name}: the plan reads no file with this name`, hint);
}

/** Where the old bytes of a file are kept: by their hash, so that no two releases share a name. */
export const keptPath = (history: string, path: string, bytes: Uint8Array): string =>
  `${history}/${hashOf(bytes).slice(0, 12)}/${fileName(path)}`;

/** The folder that the plan keeps its history in; one that is none below its own is refused. */
export function historyOf({ history }: Plan, folder: string): string {
  const path = posix.normalize(withSlashes(history)).replace(/\/+$/, "");
  if (path === "." || leadsOut(folder, path) || !isBelow(folder, path))
    throw new Refusal(
      `history: ${history} is not a folder inside the plan's folder`,
      "write a folder inside it, such as history",
    );
  return path;
}

/** Refuses to keep what the plan would then read as data. */
export function checkKept(plan: Plan, stage: Stage, kept: readonly string[]): void {
  const read = dataFiles(plan, stage.folder).find((file) => kept.includes(file));
  if (read === undefined) return;
  throw new Refusal(
    `${read}: data: in the plan would also read this file, which is kept as history`,
    "name the folder of the data, such as data/*.csv, or write another folder under history: in the plan",
  );
}
