// Long files: which of their records have to be read in full, as the numbers of their words tell. The door of this room:
// without it every file is read as a short one is, to the same result.

import { type Ahead, readRecords } from "../csv/csv.ts";
import type { FastReader, Take, Taker } from "../fast-reader.ts";
import { metWords } from "./met-words.ts";
import { recordAtHand } from "./record-at-hand.ts";
import { type Fields, fieldsOf } from "./roles.ts";
import { type Scanner, scannerOf, strideOf } from "./scanner.ts";

/**
 * A reader for the records of a long file from a line on. `take` reads one in full and answers with what it says. When
 * one comes that says an area, a name and a period met before, and has plain digits under its values, then the numbers
 * are all there is to it; most often nobody wants them. `isOver` says that no more figures are expected.
 */
export function skimmer(
  fields: Fields,
  scanner: Pick<Scanner, "scan" | "hash">,
  separator: string,
  firstLine: number,
  take: Take,
  taker: Taker,
  isOver: () => boolean,
): Ahead {
  const { addKnown, skip, needsNumbers } = taker;
  const { areNumbers, timeOf, routesOf, numberIn, isPassed, count: countIn, learn } = metWords(fields, taker);
  const hand = recordAtHand(separator, scanner, taker.hasher, numberIn);
  const { record } = hand;
  const stride = strideOf(fields.fields);

  /** The next record from there on that needs to be looked at. */
  const nextOf = (from: number, count: number, out: Int32Array, line: number): number => {
    let index = from;
    for (let at = index * stride; index < count && isPassed(out, at, line + index); at += stride) index += 1;
    return index;
  };

  let isBelow = false;
  return {
    separator,
    take(window, line) {
      let from = 0;
      let lines = 0;
      if (!isBelow) {
        from = line === 1 ? startOfLine(window, firstLine) : -1;
        if (from < 0) return { end: 0, lines: 0 };
        isBelow = true;
        lines = firstLine - 1;
      }
      while (!isOver()) {
        const scanned = scanner.scan(window, from);
        const { count, next, out } = scanned;
        if (count === 0) break;
        // Where the part is in the memory of the scanner.
        const start = (out[0] as number) - from;
        hand.among(scanned);
        let full = 0;
        for (
          let index = nextOf(0, count, out, line + lines);
          index < count;
          index = nextOf(index + 1, count, out, line + lines)
        ) {
          const at = index * stride;
          const routes = routesOf(out, at);
          const time = routes && timeOf(out, at);
          if (time && routes.length === 0 && (!needsNumbers || areNumbers(out, at))) {
            countIn(out, at, time, line + lines + index);
            continue;
          }
          const end = index + 1 < count ? (out[at + stride] as number) : next;
          hand.set(at, end, line + lines + index);
          if (time && typeof time.period === "object" && areNumbers(out, at)) {
            countIn(out, at, time, record.line);
            addKnown(routes, time, record);
            continue;
          }
          full += 1;
          const { cells } = record;
          const said = take({ line: record.line, cells });
          if (said) learn(out, at, said, cells);
          if (isOver()) {
            skip(index + 1 - full);
            return { end: end - start, lines: lines + index + 1 };
          }
        }
        skip(count - full);
        lines += count;
        from = next - start;
      }
      return { end: from, lines };
    },
  };
}

/** Reads a long file by skimming it. */
export const skimming: FastReader = ({ read, size }, layout, { separator }, firstLine, take, taker, isOver) => {
  const fields = fieldsOf(layout);
  const scanner = fields && scannerOf(separator.charCodeAt(0), fields.fields, taker.hasher);
  if (!scanner) return undefined;
  const ahead = skimmer(fields, scanner, separator, firstLine, take, taker, isOver);
  return function* (came, seen) {
    try {
      return yield* readRecords(read(came && ((done) => came(done, size)), scanner.memory), seen, ahead);
    } finally {
      scanner.done();
    }
  };
};

/** Where a line begins, the first being 1; -1 where there are not so many. */
function startOfLine(bytes: Uint8Array, line: number): number {
  let at = 0;
  for (let left = line - 1; left > 0; left -= 1) {
    while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at += 1;
    if (at >= bytes.length) return -1;
    at += bytes[at] === 0x0d && bytes[at + 1] === 0x0a ? 2 : 1;
  }
  return at;
}
