// What a comment claims: a number, a direction, a multiple, a comparison or a period, and where it stands.
import type { Exact } from "../../core/number.ts";
import type { Period } from "../../core/period.ts";
import type { Whose } from "./mentions.ts";
import type { Direction } from "./vocabulary.ts";

interface Spot {
  /** The words of the claim, and where they begin in the text. */
  readonly text: string;
  readonly at: number;
  /** The part of the sentence that it stands in. */
  readonly clause: string;
}
/** Some words of a clause as a claim's, by where in the clause they begin. */
export type SpotAt = (words: string, index: number) => Spot;
export interface NumberClaim extends Spot {
  readonly type: "number";
  readonly number: Exact;
  readonly places: number;
  readonly unit: "%" | "points" | undefined;
  /** "by" is a change, "level" is what was or is. */
  readonly part: "by" | "level" | undefined;
  readonly direction: Direction | undefined;
  readonly negated: boolean;
  readonly side: Whose | undefined;
  readonly roughly: boolean;
  /** "33.4 % of 12": the number of which it is a share. */
  readonly base: Exact | undefined;
  /** "over 17%" is passed by the figure, "under 17%" not reached. */
  readonly bound: "over" | "under" | undefined;
  /** The population of a rate, where it is said: "61.1 per 100,000". */
  readonly per: number | undefined;
  /** Whether it is how far apart the force and the group are. */
  readonly isGap: boolean;
  /** Whether its noun is that of the measure: "3,779 thefts". */
  readonly ofMeasure: boolean;
  /** "more burglaries in 2019 than in 2023", from "more" on. */
  readonly more: string | undefined;
  readonly around: Around;
  /** The words of its sentence before it, and those of the comment before the sentence. */
  readonly sentence: string;
  readonly earlier: string;
}
/** The words of the clause between a number and its neighbours, and the one that leads to it: "from", "to". */
export interface Around {
  readonly before: string;
  readonly after: string;
  readonly word: string;
}
export interface DirectionClaim extends Spot {
  readonly type: "direction";
  readonly direction: Direction;
  readonly negated: boolean;
  /** Nothing where it is not certain what moved. */
  readonly side: Whose | undefined;
  /** What a level is compared with, where it is a period: "below 2019 levels". */
  readonly than?: string;
}
export interface MultipleClaim extends Spot {
  readonly type: "multiple";
  readonly from: Exact;
  readonly to: Exact;
  /** Whether it is of the other side's: of the group's where the force is spoken of. */
  readonly isOther: boolean;
  /** Whether it is a number, as "1.3 times" is. */
  readonly isNumber: boolean;
  readonly side: Whose;
}
export interface ComparisonClaim extends Spot {
  readonly type: "comparison";
  readonly relation: "above" | "below" | "near";
  readonly about: "level" | "change" | "either";
  readonly subject: Whose;
  readonly remained: boolean;
  /** The numbers on either side of it, where they are what is compared: "by 8.8%, less than the MSG (10.5%)". */
  readonly first: NumberClaim | undefined;
  readonly second: NumberClaim | undefined;
}
export interface RankClaim extends Spot {
  readonly type: "rank";
  readonly rank: number;
}
export interface PeriodClaim extends Spot {
  readonly type: "period";
  readonly period: Period | undefined;
  /** What the sentence takes the period for. */
  readonly as: "baseline" | "rolling" | undefined;
}
export type Claim = NumberClaim | DirectionClaim | MultipleClaim | ComparisonClaim | RankClaim | PeriodClaim;
