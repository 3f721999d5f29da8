// What wine.js gives, for the tests that are checked for types.
import type { SpawnSyncOptionsWithStringEncoding, SpawnSyncReturns } from "node:child_process";
export const hasWine: boolean;
export const driveC: string;
export function wine(
  args: readonly string[],
  options?: Partial<SpawnSyncOptionsWithStringEncoding>,
): SpawnSyncReturns<string>;
