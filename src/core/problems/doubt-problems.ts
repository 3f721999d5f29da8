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
} satisfies Record<string, (...args: never[]) => DoubtSentence>;
