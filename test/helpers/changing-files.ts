// Files that another program changes while they are read: Node's own functions are watched, so that it is sure when.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { resolve } from "node:path";

/** Does something to a file once, right after it has next been opened. */
export function onceOpened(path: string, change: () => void): void {
  const { openSync } = fs;
  const restore = (): void => {
    fs.openSync = openSync;
    syncBuiltinESMExports();
  };
  fs.openSync = (name, ...how) => {
    const handle = openSync(name, ...how);
    if (resolve(String(name)) === resolve(path)) {
      restore();
      change();
    }
    return handle;
  };
  syncBuiltinESMExports();
}

/** Cuts a file off at the end of the line before its last, once it has been opened. */
export const cutOnceOpened = (path: string): void =>
  onceOpened(path, () => {
    const text = fs.readFileSync(path, "utf8");
    fs.truncateSync(path, Buffer.byteLength(text.slice(0, text.lastIndexOf("\n", text.length - 2) + 1)));
  });
