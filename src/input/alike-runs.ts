// Records that are like earlier ones word for word: how many there are, and whether a block of them came once more.
import { hashTable } from "./hash-table.ts";
import type { RecordHash } from "./record-hash.ts";

/** So many records of a file are remembered, in at most 8 MiB. */
const MOST_RECORDS = 250_000;

/** Of records with figures, two that count as different things and come again in their order are a block. */
const FEWEST_SUMMED = 2;
/** Events without a number of their own may be alike by chance, but not so many in a row. */
const FEWEST_COUNTED = 20;

/** Looks for records that come again. `areCounted` says that each is one event. */
export function alikeRuns(areCounted: boolean, most = MOST_RECORDS) {
  const table = hashTable(most);
  const fewest = areCounted ? FEWEST_COUNTED : FEWEST_SUMMED;
  let records = 0;
  /** The run of records that come again just as far from where they came first. */
  const run = { distance: 0, length: 0, first: 0, what: 0, isVaried: false };
  const blocks = { records: 0, first: 0 };
  const endRun = (): void => {
    if (run.length >= fewest && (areCounted || run.isVaried)) {
      if (blocks.records === 0) blocks.first = run.first;
      blocks.records += run.length;
    }
    run.length = 0;
  };
  return {
    /** Takes a record; whether an earlier one is like it, nothing where it could not be remembered. */
    see(line: number, { mark, check, what }: RecordHash): "new" | "alike" | undefined {
      const place = records;
      records += 1;
      const at = table.find(mark, check);
      if (at < 0) {
        endRun();
        return table.add(mark, check, place, 0) ? "new" : undefined;
      }
      const distance = place - table.one(at);
      if (run.length > 0 && run.distance === distance) {
        run.length += 1;
        run.isVaried ||= run.what !== what;
        return "alike";
      }
      endRun();
      Object.assign(run, { distance, length: 1, first: line, what, isVaried: false });
      return "alike";
    },
    /** How many records of blocks came again, and on which line the first of them is. */
    blocks(): typeof blocks {
      endRun();
      return blocks;
    },
  };
}
