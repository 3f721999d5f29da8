// Wine, which runs programs of Windows on other systems, set up as Windows 10 in a folder of its own.
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

const prefix = join(tmpdir(), `plan-measures-wine-${userInfo().uid}`);
const { DISPLAY: _, ...env } = process.env;
// Without the two that it would ask to download, and without a word of its own.
const settings = { WINEPREFIX: prefix, WINEDEBUG: "-all", WINEDLLOVERRIDES: "mscoree=;mshtml=" };

/** Whether Wine is installed. */
export const hasWine = process.platform === "linux" && spawnSync("wine", ["--version"]).status === 0;

/** The drive C: of this Windows. */
export const driveC = join(prefix, "drive_c");

/** Whether Wine itself fell over, as a thread of it does now and then on a busy machine. It says so in these words. */
const fellOver = ({ stderr }) => /^wine: Unhandled /m.test(String(stderr));
const MOST_RUNS = 3;

/** Runs a program of Windows; again where Wine fell over, which is told, and never for what the program itself did. */
export function wine(args, options = {}) {
  const run = (words, more = {}) =>
    spawnSync("wine", words, { ...more, env: { ...env, ...options.env, ...settings }, maxBuffer: 2 ** 26 });
  const ready = join(prefix, "ready");
  if (!existsSync(ready)) {
    run(["wineboot", "--init"]);
    const { status, stderr } = run(["winecfg", "-v", "win10"]);
    if (status !== 0) throw new Error(`Wine could not be set up: ${stderr}`);
    writeFileSync(ready, "");
  }
  for (let runs = 1; ; runs += 1) {
    const done = run(args, { encoding: "utf8", ...options });
    if (!fellOver(done) || runs === MOST_RUNS) return done;
    console.warn(`Wine fell over, so this was run again: ${args.join(" ")}`);
  }
}
