// Whether a measure is of crimes that the police recorded, as far as its sources and its names tell.

import { type Figure, isKnown } from "../core/figure.ts";
import { say } from "../core/words/say.ts";
import type { Measure } from "../plan/model.ts";
import type { Figures, RowContext } from "./context.ts";

const sources =
  /^(?:ONS (?:P\d|C2)|Home Office (?:open data|rolling year)|police\.uk street|iQuanta|Metropolitan Police boroughs)/;

const offences =
  /crimes?\b|\boffences?\b|burglar|robber|\btheft|\bstolen\b|shoplift|violen|assault|homicide|murder|\brape|sexual|stalking|harassment|criminal damage|\barson|possession of weapons|\bknife|public order|\bfraud/i;
const others =
  /survey|admission|hospital|referral|arrest|search|outcome|charged|victims?\b.*satisf|satisf|perception|fear|anti-?social|\basb\b|incident|prevent|reported to action fraud|confidence|worr/i;

/** What the force has in each period. */
interface OwnLevels {
  readonly baseline: Pick<Figures["baseline"], "force">;
  readonly current: Pick<Figures["current"], "force">;
}

/** A number or a rate of a source of recorded crime; of other files, by the names of its series. */
export function isRecordedCrime({ files }: Pick<RowContext, "files">, measure: Measure, figures: OwnLevels): boolean {
  if (!measure.kind.bases.includes("count") && !measure.kind.bases.includes("rate")) return false;
  const names = [measure.name, ...measure.series.add].join("; ");
  if (others.test(names)) return false;
  const given = [figures.baseline.force, figures.current.force].flatMap((level) => Object.values(level) as Figure[]);
  const used = new Set(
    given.filter(isKnown).flatMap(({ from }) => from.flatMap(({ file }) => files.get(file)?.source ?? [])),
  );
  return [...used].some((source) => sources.test(source)) || offences.test(names);
}

/** What must be said below every table of recorded crime. */
export const recordingNote = (): string => say("note.recording");
