// What a comment claims, and where: a number, a direction, a comparison or a period.
import type { Exact } from "../../core/number.ts";
import type { Period } from "../../core/period.ts";

export type Direction = "up" | "down" | "still";
/** Whose a figure is: the force's, or the group's that it is compared with. */
export type Whose = "force" | "group";

interface Spot {
  /** The words of the claim, and where they begin in the comment. */
  readonly text: string;
  readonly at: number;
}
/** A number as a comment writes it. */
export interface SaidNumber {
  readonly number: Exact;
  readonly places: number;
  readonly unit: "%" | "points" | undefined;
  /** The population of a rate, where it is said: "61.1 per 100,000". */
  readonly per: number | undefined;
  readonly roughly: boolean;
  /** "over 17%" is passed by the figure, "under 17%" not reached. */
  readonly bound: "over" | "under" | undefined;
  /** Whether it is said to be of events: "13 offences". */
  readonly ofEvents: boolean;
  /** "-16.4%": the direction that its sign says. */
  readonly sign: Direction | undefined;
}
/** What the words around a number make of it. */
export interface Reading {
  readonly part: "change" | "level";
  readonly side: Whose;
  /** Of a level, its period; nothing where the words leave it open. */
  readonly when: "baseline" | "current" | undefined;
  readonly direction: Direction | undefined;
  /** A period that no change of the table is from. */
  readonly since: string | undefined;
  /** Whether a rate is spoken of. */
  readonly ofRate: boolean;
}
/** What is said around a number, whether a pattern reads it or not. */
export interface Around {
  /** Which ways the words of its clause say that it went; else those of its sentence, else those of the one before. */
  readonly moves: readonly Direction[];
  /** The same where it is a level: those of its sentence only where nothing has read them, and it does not name the group. */
  readonly levelMoves: readonly Direction[];
  /** Whose it may be. */
  readonly sides: readonly Whose[];
  /** The time of a level: "from 348 to 395". */
  readonly when: "baseline" | "current" | undefined;
  /** Whether its clause speaks of a part or a place, or of what is not so or not yet. */
  readonly isOfPart: boolean;
  /** Whether its clause names whose change it is, or has no word but those that are known. */
  readonly isOfMeasure: boolean;
  /** Whether every word of its sentence is known, and they say one direction of the measure. */
  readonly isCertain: boolean;
}
export interface NumberClaim extends Spot {
  readonly type: "number";
  readonly said: SaidNumber;
  readonly around: Around;
  /** Whether a claim of its own judges the words of movement of its sentence. */
  readonly isTold: boolean;
  /** Nothing where no pattern reads the words around it. */
  readonly reading: Reading | undefined;
  /** The period that is said of it alone: "348 in 2019". */
  readonly dated: string | undefined;
}
export interface DirectionClaim extends Spot {
  readonly type: "direction";
  readonly direction: Direction;
  readonly side: Whose;
  /** The two numbers that it is said of: whatever they are of, the word must fit them. */
  readonly pair: readonly [from: SaidNumber, to: SaidNumber] | undefined;
  /** Whether nothing says that it is of the measure itself. */
  readonly isLoose: boolean;
  /** "Doubled": how far it must have gone. */
  readonly factor: Factor | undefined;
  /** "The same as in 2018": a period that is not the baseline to the month. */
  readonly since: string | undefined;
  /** Whether every word of its sentence is known, and a pronoun in it is for the measure. */
  readonly isCertain: boolean;
}
/** A word for a change by a factor, and the least % that people say it of. */
export interface Factor {
  readonly word: string;
  readonly least: number;
}
export interface ComparisonClaim extends Spot {
  readonly type: "comparison";
  readonly relation: "above" | "below" | "near";
  readonly about: "level" | "change" | "either";
  readonly subject: Whose;
  readonly when: "baseline" | "current";
  readonly remained: boolean;
  /** The numbers on either side of it, where they are there. */
  readonly own: SaidNumber | undefined;
  readonly other: SaidNumber | undefined;
}
export interface PeriodClaim extends Spot {
  readonly type: "period";
  readonly period: Period | undefined;
  /** What the sentence takes the period for. */
  readonly as: "baseline" | "rolling" | undefined;
}
/** What a comment may claim. */
export const claimTypes = ["number", "direction", "comparison", "period"] as const satisfies Claim["type"][];
export type Claim = NumberClaim | DirectionClaim | ComparisonClaim | PeriodClaim;
