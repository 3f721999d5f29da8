// Names gathered by what is said of them, so that it is said once of all.
import { grouped } from "../core/grouped.ts";

/** What is said, with the names that it is said of, each name once. */
export const namesBy = (pairs: readonly (readonly [said: string, name: string])[]): [string, readonly string[]][] =>
  [...grouped(pairs)].map(([said, names]) => [said, [...new Set(names)]]);
