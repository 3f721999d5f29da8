// What a faster reader of long files is given, and hands over: the contract of fast/, which is there for speed alone.
import type { OpenFile } from "../io/files.ts";
import type { Form, Record, readRecords } from "./csv/csv.ts";
import type { RecordWords } from "./known-records.ts";
import type { Observer } from "./observer.ts";
import type { Layout } from "./sources/layout.ts";

/** Reads a record in full, and answers with what it says. */
export type Take = (record: Record) => RecordWords | undefined;

/** What an observer does with records that were not read in full. */
export type Taker = Pick<
  Observer,
  "routesFor" | "isUnwanted" | "needsNumbers" | "tallyOf" | "addKnown" | "skip" | "hasher"
>;

/**
 * The records of a long file, in batches but for those that it takes itself: `take` is given those of them that have to be
 * read in full, from that line on, and `taker` the others. `isOver` says that no more figures are expected. Nothing for a
 * layout whose records it cannot tell by their names; these are read as those of a short file are.
 */
export type FastReader = (
  opened: OpenFile,
  layout: Layout,
  form: Form,
  firstLine: number,
  take: Take,
  taker: Taker,
  isOver: () => boolean,
) =>
  | ((came?: (done: number, of: number) => void, seen?: (form: Form) => void) => ReturnType<typeof readRecords>)
  | undefined;
