// How much an audit could check: an audit that checked nothing says nothing of what is right.
import type { Audit } from "./audit.ts";

/** How many checks of cells and claims of comments were settled, for or against. */
export const checksOf = ({ tables, comments }: Audit): number =>
  tables.flatMap(({ cells }) => cells).filter(({ status }) => status !== "cannot-be-checked").length +
  comments.reduce((sum, { settled }) => sum + settled, 0);
