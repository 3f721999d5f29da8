// The sentences of doubts: data that can be read, and may silently mean something else.
import type { DoubtSentence } from "./sentence.ts";

/** Each entry has a golden case of its name in test/cases. */
export const doubtSentences = {
  "records-doubled": (file: string, records: number) => ({
    message:
      records === 1
        ? "a record of figures stands in the file more than once, here again, and was added each time"
        : `${records} records of figures stand in the file more than once, first here, and were added each time`,
    hint: "two exports may have been put together; delete the records that stand twice",
    at: file,
    value: `${records} ${records === 1 ? "record" : "records"}`,
  }),
  "count-stands-out": (at: string, value: string, least: string, most: string) => ({
    message: `${at}: ${value}; the others within a year of it are ${least === most ? least : `${least} to ${most}`}`,
    hint: "see whether a digit was typed twice or left out, and correct the file",
    at,
    value,
  }),
} satisfies Record<string, (...args: never[]) => DoubtSentence>;
