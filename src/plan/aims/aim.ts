// The contract of the aims: what one says, what it is judged by, and what a form of words for it is.

import { compareExact, type Exact, ZERO } from "../../core/number.ts";

/** Which way is better: what ranks, and words such as "behind", go by. */
export const directions = ["lower", "higher"] as const;
export type Better = (typeof directions)[number];

/** What an aim may be judged by, all on the measure's basis; what it does not need may be absent. */
export interface AimInputs {
  readonly baseline?: Exact | undefined;
  readonly current: Exact;
  /** The group's current figure. */
  readonly group?: Exact | undefined;
  /** The force's rank in the group, 1 the best. */
  readonly rank?: number | undefined;
  /** Of an aim in words, the place of the word that it names in the order that the measure's words have. */
  readonly place?: Exact | undefined;
}

export interface Aim {
  /** As the plan writes it and a table prints it: "reduce by 50%". */
  readonly words: string;
  /** The number in its words; nothing where they have none. */
  readonly amount?: Exact;
  readonly better?: Better | undefined;
  /** Whether it cannot be judged until the plan says which way is better. */
  readonly needsBetter?: boolean;
  readonly needs: readonly ("baseline" | "group" | "rank")[];
  /** The group that it speaks of; nothing where it speaks of none, or of the first of the plan. */
  readonly group?: string;
  /** The unit that its number is in. Nothing where it has none, or says none. */
  readonly unit?: string;
  /** Whether its number is a % of the baseline. */
  readonly isShare?: boolean;
  /** Whether its number is an amount of change, rather than a value to come to. */
  readonly isOfChange?: boolean;
  /** Whether any change the right way meets it, however small: then the baseline itself is "no change". */
  readonly isDirection?: boolean;
  /** Of a value: how far short of it a figure may be and be within tolerance, though the aim is not achieved. */
  readonly threshold?: Exact;
  /** An aim that holds alike for counts and for rates: it may come out differently. */
  readonly relative?: boolean;
  /** The value that meets it, where there is one; made from a baseline, with the arithmetic in words. */
  readonly target?: (baseline: Exact | undefined) => Exact;
  readonly formula?: (baseline: string) => string;
  /** Of an aim that is not of numbers: the kind of measure that it is for, and the grade that it names. Places are compared. */
  readonly inWords?: { readonly kind: string; readonly grade?: string };
  /** When its words say that it is due, counted in months from year 0. */
  readonly due?: number;
  readonly achieved: (standing: AimInputs) => boolean;
  /** What `achieved` asks, in words or in numbers: "current ≤ target". */
  readonly rule: (said: RuleWords) => string;
}

/** What a rule speaks of, as words or as numbers. */
export type RuleWords = Readonly<Record<"baseline" | "current" | "group" | "target" | "rank", string>>;

/** A form of words for an aim: a file of the shelf. */
export interface AimForm {
  /** A right example of it, for messages, help and editors: "reduce by 10%". */
  readonly example: string;
  /** What it looks like; `amount` and `name` in it are its number and the name of a group. */
  readonly pattern: RegExp;
  /** How it begins; forms that begin alike share their other words, which one of them has. */
  readonly verb: string;
  /** How people begin it who mean it: a message proposes the verb in its place. */
  readonly otherWords?: RegExp;
  /** How published tables begin it: an audit reads the verb in its place. */
  readonly publishedWords?: RegExp;
  /** Whether what the pattern catches is what it should be; always, where it is left out. */
  readonly isRight?: (said: AimWords) => boolean;
  readonly make: (said: AimWords) => Omit<Aim, "words" | "amount">;
}

/** What a pattern catches: a number, 0 where it has none, with its unit, and a name. */
export interface AimWords {
  readonly amount: Exact;
  readonly unit: string | undefined;
  readonly name: string | undefined;
  readonly threshold?: Exact | undefined;
}

/** Whether the current figure is within the threshold of an aim that has one. */
export const isTolerated = ({ better, threshold }: Aim, { current }: Pick<AimInputs, "current">): boolean =>
  threshold !== undefined &&
  (better === "lower" ? compareExact(current, threshold) <= 0 : compareExact(current, threshold) >= 0);

/** A figure that an aim needs, and that is there by the time that it is judged. */
export const present = (value: Exact | undefined): Exact => value ?? ZERO;

/** Of the figures that an aim may be judged by, those that it is judged by, in the order of their names. */
export const figuresNeeded = <One>(
  { needs }: Pick<Aim, "needs">,
  { baseline, current, group }: Readonly<Record<"baseline" | "current" | "group", One>>,
): readonly (readonly [name: "baseline" | "current" | "group", figure: One])[] => [
  ...(needs.includes("baseline") ? [["baseline", baseline] as const] : []),
  ["current", current],
  ...(needs.includes("group") ? [["group", group] as const] : []),
];

export const outcomes = ["achieved", "not achieved"] as const;
export type Outcome = (typeof outcomes)[number];

/** Whether the figures meet the aim, in the words of a table. */
export const outcomeOf = (aim: Pick<Aim, "achieved">, figures: AimInputs): Outcome =>
  aim.achieved(figures) ? "achieved" : "not achieved";

/** What each figure may be: as given, and as far as it may be from that. */
export type PossibleInputs = Readonly<Record<"baseline" | "current" | "group", readonly (Exact | undefined)[]>>;

/**
 * The outcomes by every choice of one value of each figure. An aim that comes out alike by a figure as given and by both
 * ends of what it can be comes out so for all between.
 */
export const outcomesOf = (aim: Pick<Aim, "achieved">, possible: PossibleInputs, rank?: number): readonly Outcome[] =>
  possible.baseline.flatMap((baseline) =>
    possible.current.flatMap((current) =>
      possible.group.flatMap((group) => (current ? [outcomeOf(aim, { baseline, current, group, rank })] : [])),
    ),
  );
