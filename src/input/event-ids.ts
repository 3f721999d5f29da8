// The numbers by which events are known, over all files: a crime that two downloads have is one crime.
import { hashTable } from "./hash-table.ts";
import type { RecordHash } from "./record-hash.ts";

/** So many are remembered, in at most 32 MiB. */
const MOST_EVENTS = 1_000_000;
const HALF = 0xffff;

/**
 * What a record is to those before it: the first of its event, an event that was counted already, or one that has the
 * number of another event.
 */
export type EventSeen = "new" | "same" | "other";

export type EventIds = ReturnType<typeof eventIds>;

/** Remembers the events of files, of which each download is a section. */
export function eventIds(most = MOST_EVENTS) {
  const table = hashTable(most);
  let sections = 0;
  const forgotten = new Set<number>();
  return {
    /** How many are remembered at most. */
    most,
    /** A number for the download that begins: a file, or what follows when its headings come again. */
    section(): number {
      sections = Math.min(sections + 1, HALF);
      return sections;
    },
    /** The records of those downloads are not used. */
    forget(downloads: readonly number[]): void {
      for (const one of downloads) if (one < HALF) forgotten.add(one);
    },
    /**
     * Takes a record with a number. In two downloads it is one event where it counts as the same. In one download it is
     * one where it is alike in all but what is updated, such as an outcome. Nothing where it could not be remembered.
     */
    see({ id, idCheck, mark, what }: RecordHash, section: number): EventSeen | undefined {
      const said = (what << 16) | section;
      let isOther = false;
      for (let at = table.find(id, idCheck); at >= 0; at = table.find(id, idCheck, at)) {
        const before = table.other(at);
        if (forgotten.has(before & HALF)) continue;
        const isSameThing = (before ^ said) >>> 16 === 0;
        if (isSameThing && ((before & HALF) !== section || table.one(at) === mark)) return "same";
        isOther = true;
      }
      if (!table.add(id, idCheck, mark, said)) return undefined;
      return isOther ? "other" : "new";
    },
  };
}
