// The record that the fast reader has at hand, among the bytes of its part: taken apart only when it is asked about.

import { splitLine } from "../csv/csv.ts";
import type { Unread } from "../known-records.ts";
import type { RecordHash, RecordHasher } from "../record-hash.ts";
import type { Scan, Scanner } from "./scanner.ts";

/** A record to be set to one after the other; `numberIn` gives the whole number in a column. */
export function recordAtHand(
  separator: string,
  { hash }: Pick<Scanner, "hash">,
  hasher: RecordHasher,
  numberIn: (column: number, out: Int32Array, at: number) => number,
) {
  let bytes: Buffer = Buffer.alloc(0);
  let out: Int32Array = new Int32Array();
  let [at, start, end] = [0, 0, 0];
  const lineEnd = (): number => (bytes[end - 2] === 0x0d ? end - 2 : end - 1);
  const record = {
    line: 0,
    get cells(): readonly string[] {
      return splitLine(bytes.toString("utf8", start, lineEnd()), separator) ?? [];
    },
    hash: (): RecordHash => hash(start, lineEnd()) ?? hasher.of(record),
    number: (column: number): number => numberIn(column, out, at),
  } satisfies Unread;
  return {
    record,
    /** Sets it to the records of a part. */
    among(scanned: Scan): void {
      ({ bytes, out } = scanned);
    },
    /** Sets it to the record with its numbers from there on, that ends there, on that line. */
    set(from: number, until: number, line: number): void {
      at = from;
      start = out[at] as number;
      end = until;
      record.line = line;
    },
  };
}
