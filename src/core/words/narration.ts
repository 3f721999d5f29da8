// The sentences about a measure: which of them is said, and with which slots filled.
import { type StandingWord, standingHeading, standingWords } from "./names.ts";
import { ordinal, say } from "./say.ts";

export type Way = "up" | "down";

/** What a figure is of, in the words for two that are the same. */
export type Thing = "number" | "rate" | "percentage" | "grade" | "figure";

/** A figure in a sentence, with its unit; and the period it is of, as `inPeriod` gives it. */
export interface NowSlots {
  readonly name: string;
  readonly now: string;
  readonly when: string;
}
export interface SinceSlots extends NowSlots {
  readonly before: string;
}
export interface MovedSlots extends SinceSlots {
  readonly way: Way;
  readonly was: string;
}

type Ways = Readonly<Record<Way, string>>;
/** One of two sentences, by which way a figure moved. */
const byWay = (way: Way, { up, down }: Ways): string => (way === "up" ? up : down);

/** The number in words where it is a small one. */
const small = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;
const inWords = (n: number): string => {
  const digit = small[n];
  return digit === undefined ? String(n) : say(`number.${digit}`);
};

export const alone = (slots: NowSlots): string => say("narration.alone", slots);
/** What was done on a day, which needs no period. */
export const doneOn = (slots: Pick<NowSlots, "name" | "now">): string => say("narration.done", slots);

export function moved({
  way,
  share,
  ...slots
}: MovedSlots & { readonly by: string; readonly share?: string | undefined }): string {
  if (share === undefined) {
    return byWay(way, {
      up: say("narration.up", slots),
      down: say("narration.down", slots),
    });
  }
  return byWay(way, {
    up: say("narration.up-share", { ...slots, share }),
    down: say("narration.down-share", { ...slots, share }),
  });
}

export const movedFrom = ({ way, ...slots }: MovedSlots): string =>
  byWay(way, {
    up: say("narration.up-from", slots),
    down: say("narration.down-from", slots),
  });

export function theSame({ thing, ...slots }: SinceSlots & { readonly thing: Thing }): string {
  if (thing === "number") return say("narration.same-number", slots);
  if (thing === "rate") return say("narration.same-rate", slots);
  if (thing === "percentage") return say("narration.same-percentage", slots);
  if (thing === "grade") return say("narration.same-grade", slots);
  return say("narration.same", slots);
}

export function grades({ way, steps: n, ...slots }: MovedSlots & { readonly steps: number }): string {
  const all = { ...slots, n, steps: inWords(n) };
  return byWay(way, {
    up: say("narration.grades-up", all),
    down: say("narration.grades-down", all),
  });
}

/** No current figure, with the reason. */
export const noFigure = (slots: { readonly name: string; readonly period: string; readonly why: string }): string =>
  say("narration.no-figure", slots);
export const itWas = (slots: { readonly was: string; readonly before: string }): string =>
  say("narration.it-was", slots);
/** No earlier figure, with the reason. */
export const noEarlier = (slots: { readonly period: string; readonly why: string }): string =>
  say("narration.no-earlier", slots);
export const smallSaid = (isWithinChance: boolean): string =>
  isWithinChance ? say("narration.small-chance") : say("narration.small");
export const fromNought = (): string => say("narration.from-nought");
/** "15.0 per 1,000 population": a rate with what it is per. */
export const rateWords = (slots: { readonly rate: string; readonly per: string }): string =>
  say("narration.rate", slots);
/** "[u]" in words, behind a figure. */
export const reserved = (slots: { readonly figure: string; readonly reserve: string }): string =>
  say("narration.reserved", slots);
export const lessThan = (amount: string): string => say("narration.less-than", { amount });

/** `isOfRate`: the change is of the group's rate, beside that of the force's number. */
export function groupMoved({
  way,
  isOfRate,
  ...slots
}: {
  readonly group: string;
  readonly way: Way;
  readonly by: string;
  readonly isOfRate: boolean;
}): string {
  if (isOfRate) {
    return byWay(way, {
      up: say("narration.group-rate-up", slots),
      down: say("narration.group-rate-down", slots),
    });
  }
  return byWay(way, {
    up: say("narration.group-up", slots),
    down: say("narration.group-down", slots),
  });
}
export const groupMovedFrom = ({
  way,
  ...slots
}: {
  readonly group: string;
  readonly way: Way;
  readonly was: string;
  readonly now: string;
}): string =>
  byWay(way, {
    up: say("narration.group-up-from", slots),
    down: say("narration.group-down-from", slots),
  });
export const groupTheSame = (group: string): string => say("narration.group-same", { group });
export const groupMissing = (group: string): string => say("narration.group-missing", { group });
export const groupNow = (slots: { readonly group: string; readonly now: string }): string =>
  say("narration.group-now", slots);

/** The force beside the mean of the forces of a group: the others, or all of them where it counts itself. */
export function meanOfForces({
  forces: n,
  isOfOthers,
  ...slots
}: {
  readonly name: string;
  readonly period: string;
  readonly now: string;
  readonly forces: number;
  readonly isOfOthers: boolean;
  readonly mean: string;
}): string {
  return isOfOthers ? say("narration.mean-others", { ...slots, n }) : say("narration.mean", { ...slots, n });
}

/** "Rank in MSG: joint 3rd lowest rate of 8 forces (between 2nd and 5th)." */
export function rankSaid({
  group,
  place,
  isTied,
  end,
  thing,
  forces: n,
  open,
}: {
  readonly group: string;
  readonly place: number;
  readonly isTied: boolean;
  readonly end: "lowest" | "highest";
  readonly thing: Thing;
  readonly forces: number;
  /** The ranks that the limits leave open. */
  readonly open: { readonly best: number; readonly worst: number } | undefined;
}): string {
  const slots = { group, n, place: rankPlace(place, isTied, end), thing: thingWords(thing) };
  if (open === undefined) return say("narration.rank", slots);
  const [best, worst] = [ordinal(open.best), ordinal(open.worst)];
  return open.best === open.worst
    ? say("narration.rank-one", { ...slots, best })
    : say("narration.rank-open", { ...slots, best, worst });
}

function rankPlace(place: number, isTied: boolean, end: "lowest" | "highest"): string {
  const isLow = end === "lowest";
  if (place === 1) {
    if (isTied) return isLow ? say("narration.joint-lowest") : say("narration.joint-highest");
    return isLow ? say("narration.lowest") : say("narration.highest");
  }
  const slots = { place: ordinal(place) };
  if (isTied) return isLow ? say("narration.joint-nth-lowest", slots) : say("narration.joint-nth-highest", slots);
  return isLow ? say("narration.nth-lowest", slots) : say("narration.nth-highest", slots);
}

const thingWords = (thing: Thing): string => {
  if (thing === "number") return say("narration.thing-number");
  if (thing === "rate") return say("narration.thing-rate");
  if (thing === "percentage") return say("narration.thing-percentage");
  return thing === "grade" ? say("narration.thing-grade") : say("narration.thing-figure");
};

export const noAim = (): string => say("narration.no-aim");
export const notJudged = (): string => say("narration.not-judged");
export const judgedByHand = ({
  standing,
  ...slots
}: {
  readonly name: string;
  readonly standing: StandingWord;
  readonly by: string;
  readonly on: string;
}): string => say("narration.by-hand", { ...slots, standing: standingWords(standing) });

/** An aim in the words of the plan, with its date, its standing, and how far it was missed. */
export function aimSaid({
  aim,
  by,
  standing,
}: {
  readonly aim: string;
  readonly by: string | undefined;
  readonly standing: StandingWord;
}): string {
  const words = `${aim.charAt(0).toLowerCase()}${aim.slice(1)}`;
  const slots = { aim: words, standing: standingWords(standing) };
  // How an aim that begins so continues the sentence.
  const isToDo = /^(reduce|increase|maintain|improve)\b/i.test(aim);
  const isToBe = /^(below|above|done)\b/i.test(aim);
  if (by === undefined) {
    if (isToDo) return say("narration.aim-to", slots);
    return isToBe ? say("narration.aim-to-be", slots) : say("narration.aim-of", slots);
  }
  if (isToDo) return say("narration.aim-to-by", { ...slots, by });
  return isToBe ? say("narration.aim-to-be-by", { ...slots, by }) : say("narration.aim-of-by", { ...slots, by });
}

/** A value to come to, with its date, the aim it follows from, what was due by now, the standing, and how far it was missed. */
export function targetSaid({
  target,
  by,
  aim,
  due,
  standing,
  missed,
}: {
  readonly target: string;
  readonly aim: string | undefined;
  readonly by: string | undefined;
  readonly due: string | undefined;
  readonly standing: StandingWord;
  readonly missed: { readonly amount: string; readonly side: "short" | "over" } | undefined;
}): string {
  const dated = by === undefined ? target : say("narration.target-by", { target, by });
  const sourced = aim === undefined ? dated : say("narration.target-aim", { target: dated, aim });
  const first =
    due === undefined
      ? say("narration.target", { target: sourced })
      : say("narration.target-due", { target: sourced, due });
  const heading = standingHeading(standing);
  const second =
    missed === undefined
      ? say("narration.stands", { standing: heading })
      : missed.side === "short"
        ? say("narration.stands-short", { standing: heading, amount: missed.amount })
        : say("narration.stands-over", { standing: heading, amount: missed.amount });
  return `${first} ${second}`;
}
