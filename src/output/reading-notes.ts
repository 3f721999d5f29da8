// A reading below its table: one sentence for every reader, and the statistics for those who ask for them.
import { say } from "../core/words/say.ts";
import { type Significance, statisticsText } from "../report/significance.ts";

/** What every reader should know: the reading, its change beside other forces, and what limits it. */
export const readingNotes = ({ words, says, beside, notes = [] }: Significance): string[] => [
  ...(words === "not tested" ? [] : [says]),
  ...(beside ? [beside.says] : []),
  ...notes,
];

/** Why there is no reading, or none of the change beside other forces, which may hold for many rows of a table. */
export const untestedSays = (reading: Significance): string[] => [
  ...(reading.words === "not tested" ? [reading.says] : []),
  ...notBesideSays(reading),
];

/** Why its change is not set beside those of other forces; nothing where it is, or where the same forbids both readings. */
export const notBesideSays = ({ how, notBeside }: Significance): string[] =>
  notBeside && notBeside.why !== how ? [say("reading.not-beside", { group: notBeside.group, why: notBeside.why })] : [];

/** The statistics behind it, what it asks, and what it takes for granted; nothing where no test was made. */
export function readingStatistics(reading: Significance): string[] {
  const { question, assumes, beside, words } = reading;
  const own = words === "not tested" ? [] : [statisticsSaid(question, statisticsText(reading), assumes)];
  if (!beside) return own;
  const how = say("reading.beside-how", { group: beside.group });
  return [...own, statisticsText({ ...beside, how })];
}

function statisticsSaid(question: string | undefined, statistics: string, assumes: string | undefined): string {
  const said = question === undefined ? statistics : say("reading.question", { question, statistics });
  return assumes === undefined ? said : say("reading.assumes", { statistics: said, assumption: assumes });
}
