// Targets as scorecards write them: "75%", "≥ 75%", "75% or more", "£1,200".
import { readCell } from "../../input/csv/cell.ts";

/** A target of a cell: its number as written, and whether more or less of it is wanted, where it says. */
export interface TargetSaid {
  readonly number: string;
  readonly better: "higher" | "lower" | undefined;
}

const higher =
  /^(?:≥|>=|=>|>|at least|minimum(?: of)?|min\.?|over|above|more than|no less than)\s*|\s*(?:or (?:more|above|higher|over|better)|\+|and above|minimum)$/i;
const lower =
  /^(?:≤|<=|=<|<|at most|maximum(?: of)?|max\.?|under|below|less than|fewer than|no more than|up to)\s*|\s*(?:or (?:less|fewer|below|lower|under)|and below|maximum)$/i;

/** What a cell says of a target; nothing for words. */
export function targetIn(cell: string): TargetSaid | undefined {
  const text = cell.trim();
  const better = higher.test(text) ? "higher" : lower.test(text) ? "lower" : undefined;
  const number = text.replace(higher, "").replace(lower, "").trim();
  const read = readCell(number);
  return typeof read === "object" && "number" in read ? { number, better } : undefined;
}

/** Measures of which more, or less, is wanted by their names. */
const wantsMore =
  /satisf|confiden|trust|answered|attend|positive outcome|outcome rate|solved|detect|charge|feel safe|safe\b|agree|complian|within target|in time|good|excellent|recruit|visib|volunteer/i;
const wantsLess =
  /crime|offence|robber|burglar|theft|violence|asb|anti-social|incident|complaint|waiting|wait|time to|response time|abandon|repeat|reoffend|killed|casualt|homicide|arson|assault/i;

const isAgainst = /dissatisf|unsafe|not (?:satisfied|confident|answered)|worried|unanswered|abandon/i;

/** Which way a bare target of a measure points by its name; nothing where that does not tell. A share of crimes may be wanted. */
export function betterByName(name: string, isShare: boolean): "higher" | "lower" | undefined {
  if (isAgainst.test(name)) return isShare ? undefined : "lower";
  if (wantsMore.test(name)) return "higher";
  return wantsLess.test(name) && !isShare ? "lower" : undefined;
}
