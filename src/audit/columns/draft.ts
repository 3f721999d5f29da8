// A column before it is known what it holds.
import type { HeadingWords } from "../read/headings.ts";
import type { Heading } from "../read/read-table.ts";

export interface Draft {
  readonly heading: Heading;
  readonly spoken: HeadingWords;
  /** Its cells, without those that say that there is no figure. */
  readonly cells: readonly string[];
  readonly byHand: boolean;
  readonly isNumeric: boolean;
}
