// A measure in one or two plain sentences: where it is, how it moved, how the groups moved, and where its aim stands.

import { type Figure, isKnown, isWord, type KnownFigure, type WordFigure } from "../core/figure.ts";
import { compareExact, exact, isZero } from "../core/number.ts";
import { placeInScale } from "../core/scales.ts";
import { noKind } from "../core/words/names.ts";
import * as words from "../core/words/narration.ts";
import { dayInWords, inPeriodWords, periodInWords } from "../core/words/periods.ts";
import { say } from "../core/words/say.ts";
import type { PlacedWhen } from "../plan/model.ts";
import { aimSentences } from "./narration-aim.ts";
import { mainChangeOf, monthsOf, saidAmount, saidDigits, saidValue, thingOf, wayOf } from "./narration-figures.ts";
import { besideMean, groupSentences, rankSentences } from "./narration-groups.ts";
import type { ReportTable, Row } from "./report.ts";

/**
 * The sentences of a measure, which together are its text: its figure and how it moved, the change of each group that the
 * table shows, and its aim. Every figure is as its table prints it; a figure that is missing is said to be missing.
 */
export const sentencesOf = (table: ReportTable, row: Row): string[] => [
  ...ownSentences(table, row),
  ...groupSentences(table, row),
  ...rankSentences(row),
  ...aimSentences(row),
];

const nameOf = ({ measure }: Row): string => measure.says ?? measure.name;

const isThere = (figure: Figure | undefined): figure is KnownFigure | WordFigure => isKnown(figure) || isWord(figure);

function ownSentences(table: ReportTable, row: Row): string[] {
  const { measure, figures } = row;
  const name = nameOf(row);
  if (measure.judged) {
    const { by, on, standing } = measure.judged;
    return [words.judgedByHand({ name, standing, by, on: dayInWords(on) })];
  }
  const [earlier, later] = [monthsOf(measure.baseline), monthsOf(measure.current)];
  const [was, now] = [figures.baseline.force[measure.basis], figures.current.force[measure.basis]];
  const [before, when] = [
    labelled(inPeriodWords(earlier), measure.baseline),
    labelled(inPeriodWords(later), measure.current),
  ];
  if (!isThere(now)) {
    const why = now?.gap.reason ?? measure.unread ?? noKind(measure.basis);
    const then = isThere(was) ? [words.itWas({ was: saidValue(measure, false, was), before })] : [];
    return [words.noFigure({ name, period: periodInWords(later), why }), ...then];
  }
  const said = saidValue(measure, false, now);
  if (measure.baseline.none || !was) {
    if (isWord(now) && now.on) return [words.doneOn({ name, now: said })];
    return [besideMean(table, row, name, now) ?? words.alone({ name, now: said, when })];
  }
  if (!isThere(was)) {
    const lack = words.noEarlier({ period: periodInWords(earlier), why: was.gap.reason });
    return [words.alone({ name, now: said, when }), lack];
  }
  const slots = { name, now: said, when, was: saidValue(measure, false, was, true), before };
  if (isKnown(now) && isKnown(was)) return movedSentences(row, slots, now, was);
  return [...wordSentences(slots, now, was)];
}

interface Slots {
  readonly name: string;
  readonly now: string;
  readonly when: string;
  readonly was: string;
  readonly before: string;
}

/** How a number moved: by how much, and by what share of what it was where that is reliable. */
function movedSentences({ measure, figures, isWithinChance }: Row, slots: Slots, now: KnownFigure, was: KnownFigure) {
  if (compareExact(now.value, was.value) === 0) return [words.theSame({ ...slots, thing: thingOf(measure) })];
  const way = wayOf(now, was);
  const { by, share } = mainChangeOf(measure, figures.change.force);
  const small = isWithinChance ? [words.smallSaid(true)] : [];
  if (share && isZero(was.value)) return [words.movedFrom({ ...slots, way }), words.fromNought(), ...small];
  if (share && "mark" in share && share.mark === "u") {
    const areSmall = isWithinChance || [now, was].every(({ value }) => compareExact(value.abs(), LARGE) < 0);
    return [words.movedFrom({ ...slots, way }), ...(areSmall ? [words.smallSaid(isWithinChance)] : [])];
  }
  if (!isKnown(by)) return [words.movedFrom({ ...slots, way }), ...small];
  const percent = isKnown(share) ? { share: saidDigits(measure, false, share) } : {};
  return [words.moved({ ...slots, way, by: saidAmount(measure, false, by), ...percent }), ...small];
}

/** A number of so many beside one under 10 is not called small. */
const LARGE = exact(100);

/** A period with what its label says in brackets: "in 2023 (provisional)". */
function labelled(period: string, { label }: PlacedWhen): string {
  const [, reserve] = /\(([^()]+)\)$/.exec(label?.trim() ?? "") ?? [];
  return reserve === undefined ? period : say("period.labelled", { period, label: reserve });
}

/** How a grade or an answer moved; of two scales, the one beside the other. */
function wordSentences(slots: Slots, now: Figure, was: Figure): string[] {
  if (isWord(now) && now.on) return [words.doneOn(slots), words.itWas(slots)];
  if (!isWord(now) || !isWord(was)) return [words.alone(slots), words.itWas(slots)];
  const [to, from] = [placeInScale(now.scale, now.word), placeInScale(was.scale, was.word)];
  if (now.scale !== was.scale || to === undefined || from === undefined || now.unit !== "grade") {
    return now.word === was.word && now.scale === was.scale
      ? [words.theSame({ ...slots, thing: "figure" })]
      : [words.alone(slots), words.itWas(slots)];
  }
  if (to === from) return [words.theSame({ ...slots, thing: "grade" })];
  return [words.grades({ ...slots, way: to < from ? "up" : "down", steps: Math.abs(to - from) })];
}
