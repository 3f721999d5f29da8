// Long files: which of their records have to be read in full, as the numbers of their words tell (bytes.ts).

import { PART } from "../../io/file-parts.ts";
import type { OpenFile } from "../../io/files.ts";
import { type Ahead, type Form, type Record, readRecords } from "../csv/csv.ts";
import type { RecordWords } from "../known-records.ts";
import type { Observer } from "../observer.ts";
import type { Layout } from "../sources/layout.ts";
import { type Scanner, scannerOf, strideOf } from "./bytes.ts";
import { type Asked, metWords } from "./met-words.ts";
import { recordAtHand } from "./record-at-hand.ts";
import { type Fields, fieldsOf } from "./roles.ts";
import { threadsOn } from "./threads.ts";
import { compileLater } from "./v8-budget.ts";

/** Reads a record in full, and answers with what it says. */
type Take = (record: Record) => RecordWords | undefined;

/** What an observer does with records that were not read in full. */
export type Taker = Asked & Pick<Observer, "addKnown" | "skip" | "hasher">;

/**
 * A reader for the records of a long file from a line on. `take` reads one in full and answers with what it says. When
 * one comes that says an area, a name and a period met before, and has plain digits under its values, then the numbers
 * are all there is to it; most often nobody wants them. `isOver` says that no more figures are expected.
 */
export function skimmer(
  fields: Fields,
  scan: Scanner,
  separator: string,
  firstLine: number,
  take: Take,
  taker: Taker,
  isOver: () => boolean,
): Ahead {
  const { addKnown, skip, needsNumbers } = taker;
  const { areNumbers, timeOf, routesOf, numberIn, isPassed, count: countIn, learn } = metWords(fields, taker);
  const hand = recordAtHand(separator, taker.hasher, numberIn);
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
      const bytes = Buffer.from(window.buffer, window.byteOffset, window.length);
      while (!isOver()) {
        const { count, end: scanned, out } = scan(bytes, from);
        if (count === 0) break;
        hand.among(bytes, out);
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
          const end = index + 1 < count ? (out[at + stride] as number) : scanned;
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
            return { end, lines: lines + index + 1 };
          }
        }
        skip(count - full);
        lines += count;
        from = scanned;
      }
      return { end: from, lines };
    },
  };
}

/** From so many bytes on, a file is skimmed with the help of other threads. */
const VERY_LONG = 150 * 2 ** 20;

/**
 * The records of a long file, in batches but for those that were skimmed; `came` is told how far of how much has come.
 * Nothing for a layout whose records cannot be told by their names. The rest is as for `skimmer`.
 */
export function skimming(
  { read, size, path }: OpenFile,
  layout: Layout,
  { separator }: Form,
  ...[firstLine, take, taker, isOver]: [number, Take, Taker, () => boolean]
):
  | ((came: (done: number, of: number) => void, seen: (form: Form) => void) => ReturnType<typeof readRecords>)
  | undefined {
  const fields = fieldsOf(layout);
  if (!fields) return undefined;
  const sign = separator.charCodeAt(0);
  const threads =
    path !== undefined && size >= VERY_LONG ? threadsOn(path, PART, sign, fields.fields, read) : undefined;
  const scan = threads?.scan ?? scannerOf(sign, fields.fields);
  const ahead = skimmer(fields, scan, separator, firstLine, take, taker, isOver);
  return function* (came, seen) {
    const usual = compileLater();
    try {
      return yield* readRecords(
        (threads?.parts ?? read)((done) => came(done, size)),
        seen,
        ahead,
      );
    } finally {
      usual();
    }
  };
}

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
