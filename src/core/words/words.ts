// The contract of the words of published outputs: whole sentences with slots, one set of them for each language.
import type { Period } from "../period.ts";

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

/** The sentences about a measure. Slots are text as a table prints it; what is optional is left out with its words. */
export interface NarrationWords {
  /** "in 2019", "in the 12 months to September 2023"; of an average, of all its periods. */
  inPeriod(periods: readonly Period[]): string;
  /** "2019", "the 12 months to September 2023". */
  period(periods: readonly Period[]): string;
  alone(slots: NowSlots): string;
  /** What was done on a day, which needs no period. */
  done(slots: Pick<NowSlots, "name" | "now">): string;
  moved(slots: MovedSlots & { readonly by: string; readonly share?: string | undefined }): string;
  movedFrom(slots: MovedSlots): string;
  theSame(slots: SinceSlots & { readonly thing: Thing }): string;
  grades(slots: MovedSlots & { readonly steps: number }): string;
  /** No current figure, with the reason. */
  noFigure(slots: { readonly name: string; readonly period: string; readonly why: string }): string;
  itWas(slots: { readonly was: string; readonly before: string }): string;
  /** No earlier figure, with the reason. */
  noEarlier(slots: { readonly period: string; readonly why: string }): string;
  small(isWithinChance: boolean): string;
  fromNought(): string;
  /** "15.0 per 1,000 population": a rate with what it is per. */
  rate(slots: { readonly rate: string; readonly per: string }): string;
  /** "[u]" in words, behind a figure. */
  reserved(slots: { readonly figure: string; readonly reserve: string }): string;
  lessThan(amount: string): string;
  /** `isOfRate`: the change is of the group's rate, beside that of the force's number. */
  groupMoved(slots: {
    readonly group: string;
    readonly way: Way;
    readonly by: string;
    readonly isOfRate: boolean;
  }): string;
  groupMovedFrom(slots: {
    readonly group: string;
    readonly way: Way;
    readonly was: string;
    readonly now: string;
  }): string;
  groupTheSame(group: string): string;
  groupMissing(group: string): string;
  groupNow(slots: { readonly group: string; readonly now: string }): string;
  /** The force beside the mean of the forces of a group: the others, or all of them where it counts itself. */
  besideMean(slots: {
    readonly name: string;
    readonly period: string;
    readonly now: string;
    readonly forces: number;
    readonly isOfOthers: boolean;
    readonly mean: string;
  }): string;
  rank(slots: {
    readonly group: string;
    readonly place: number;
    readonly isTied: boolean;
    readonly end: "lowest" | "highest";
    readonly thing: Thing;
    readonly forces: number;
    /** The ranks that the limits leave open. */
    readonly open: { readonly best: number; readonly worst: number } | undefined;
  }): string;
  noAim(): string;
  notJudged(): string;
  judgedByHand(slots: {
    readonly name: string;
    readonly standing: string;
    readonly by: string;
    readonly on: string;
  }): string;
  /** An aim in the words of the plan, with its date, its standing, and how far it was missed. */
  aim(slots: {
    readonly aim: string;
    readonly by: string | undefined;
    readonly standing: string;
    readonly missed: string | undefined;
  }): string;
  /** A value to come to, with its date, the aim it follows from, what was due by now, the standing, and how far it was missed. */
  target(slots: {
    readonly target: string;
    readonly aim: string | undefined;
    readonly by: string | undefined;
    readonly due: string | undefined;
    readonly standing: string;
    readonly missed: string | undefined;
  }): string;
  /** How far a target was missed: under one that is a least, over one that is a most. */
  missedBy(slots: { readonly amount: string; readonly side: "short" | "over" }): string;
}

/** The lines over charts: what each shows, without causes. */
export interface FindingWords {
  /** Of a line over time: the latest figure, how it moved, and whether its last point is a signal. */
  line(slots: {
    readonly name: string;
    readonly now: string;
    readonly when: string;
    readonly moved: { readonly way: Way | "same"; readonly was: string; readonly before: string } | undefined;
    readonly signal: string | "none" | undefined;
  }): string;
  /** Of a rank plot: the figure, the rank with the range that its limits leave open, and the group's figure. */
  ranked(slots: {
    readonly name: string;
    readonly now: string;
    readonly rank: string | undefined;
    readonly forces: number;
    readonly range: string | undefined;
    readonly group: { readonly name: string; readonly now: string } | undefined;
  }): string;
  /** Of a funnel: beside a force like the others. */
  beside(slots: { readonly name: string; readonly now: string; readonly side: string | undefined }): string;
  /** Of changes: how many measures rose, fell, did not change or have no change to show (from 0 there is no %), and the aims. */
  changes(slots: {
    readonly measures: number;
    readonly rose: number;
    readonly fell: number;
    readonly same: number;
    readonly without: number;
    readonly aims: string;
  }): string;
}
