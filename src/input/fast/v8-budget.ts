// How soon the engine compiles for speed: the one setting of it that is touched, and only while a long file is read.
import { setFlagsFromString } from "node:v8";

/** What its V8 is set to, in bytes of code run, and what a long file is read with. */
const USUAL = 67_584;
const LATER = 8 * USUAL;

/**
 * Tells the engine to compile later, and answers with what undoes it. The V8 of Node 20 compiles for speed what runs for
 * tenths of a second, on the cores that the reading itself needs; no result depends on it. Later versions have no such
 * setting, and are left alone.
 */
export function compileLater(): () => void {
  if (!process.versions.v8.startsWith("11.")) return () => {};
  setFlagsFromString(`--interrupt-budget=${LATER}`);
  return () => setFlagsFromString(`--interrupt-budget=${USUAL}`);
}
