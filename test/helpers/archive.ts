// The archives that `npm run release` made, and the one for Windows unpacked and run under Wine.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { driveC, hasWine, wine } from "../../release/wine.js";
import type { Run } from "./world.ts";
import { home } from "./world.ts";

export const made = join(home, "release", "made");
const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
/** What each archive and the folder in it is called. */
export const top = `plan-measures-${version}`;
export const windowsZip = join(made, `${top}-windows-x64.zip`);

/** Why tests of the archives are skipped, for their names; nothing where they can run. */
export const lacksArchive = existsSync(windowsZip) ? "" : " (skipped: there is no archive; npm run release makes it)";
export const lacksWine = lacksArchive || (hasWine ? "" : " (skipped: Wine is not installed)");

/** Unpacks the archive for Windows into a folder. */
export function unzipInto(folder: string): void {
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(windowsZip)))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}

/** A path of this system as Wine has it: the root is drive Z:. */
export const onZ = (path: string): string => `Z:${path.replaceAll("/", "\\")}`;

export interface Windows {
  /** A folder on drive C:, to work in. */
  readonly work: string;
  /** Where the archive was unpacked: on another drive, in a folder with a space and an accent. */
  readonly unpacked: string;
  /** Runs a line in the prompt of Windows, with plan-measures on the path. */
  readonly run: (line: readonly string[], cwd?: string, more?: { input?: Uint8Array; columns?: number }) => Run;
  readonly done: () => void;
}

/** A fresh archive, unpacked, and a folder to use it in. */
export function windows(): Windows {
  const elsewhere = mkdtempSync(join(tmpdir(), "a folder é "));
  unzipInto(elsewhere);
  const unpacked = join(elsewhere, top);
  wine(["cmd", "/c", "ver"]);
  const work = mkdtempSync(join(driveC, "work "));
  return {
    work,
    unpacked,
    run(line, cwd = work, { input, columns = 100 } = {}) {
      const env = { ...process.env, WINEPATH: onZ(unpacked), COLUMNS: String(columns), NO_COLOR: "1" };
      const { status, stdout, stderr } = wine(["cmd", "/c", ...line], { cwd, env, ...(input ? { input } : {}) });
      return { out: stdout, err: stderr, exit: status ?? -1 };
    },
    done() {
      for (const folder of [elsewhere, work]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The files of a folder, by name. */
export const bytesOf = (folder: string): [name: string, bytes: Buffer][] =>
  readdirSync(folder)
    .sort()
    .map((name) => [name, readFileSync(join(folder, name))]);
