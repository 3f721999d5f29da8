// A reading below its table: one sentence for every reader, and the statistics for those who ask for them.
import { type Significance, statisticsText } from "../report/significance.ts";

/** What every reader should know: the reading, its change beside other forces, and what limits it. */
export const readingNotes = ({ words, says, beside, notes = [] }: Significance): string[] => [
  ...(words === "not tested" ? [] : [says]),
  ...(beside ? [beside.says] : []),
  ...notes,
];

/** Why there is no reading, which may hold for many rows of a table; nothing where there is one. */
export const untestedSays = ({ words, says }: Significance): string | undefined =>
  words === "not tested" ? says : undefined;

/** The statistics behind it, what it asks, and what it takes for granted; nothing where no test was made. */
export function readingStatistics(reading: Significance): string[] {
  const { question, assumes, beside, words } = reading;
  const own =
    words === "not tested"
      ? []
      : [
          `${question === undefined ? "" : `${question} `}${statisticsText(reading)}${assumes === undefined ? "" : `; it assumes ${assumes}`}`,
        ];
  if (!beside) return own;
  const how = `its change beside those of the other forces of ${beside.group}: t test of the logarithms`;
  return [...own, statisticsText({ ...beside, how })];
}
