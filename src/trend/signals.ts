// The signals of a series over time in words: at each month or quarter that they mark, and in sentences.
import type { XmrSignal } from "../statistics/xmr.ts";
import type { Meaning, Stretch, TrendSignal } from "./stretches.ts";

/** Each rule in words, by the direction of its signal. */
const ruleWords: Readonly<Record<XmrSignal["rule"], Readonly<Record<XmrSignal["direction"], string>>>> = {
  outside: { up: "above the limits", down: "below the limits" },
  run: { up: "run above the mean", down: "run below the mean" },
  trend: { up: "rising", down: "falling" },
  "two of three": { up: "two of three near the upper limit", down: "two of three near the lower limit" },
};

export const signalWords = ({ rule, direction }: TrendSignal): string => ruleWords[rule][direction];

/** The signals that mark each month or quarter, by its last month. */
export function signalsBy(stretches: readonly Stretch[]): Map<number, TrendSignal[]> {
  const marks = new Map<number, TrendSignal[]>();
  for (const signal of stretches.flatMap(({ signals }) => signals)) {
    for (const { to } of signal.marked) marks.set(to, [...(marks.get(to) ?? []), signal]);
  }
  return marks;
}

/** "above the limits; run above the mean (concerning)": each rule once, with what the rules mean. */
export function markWords(signals: readonly TrendSignal[]): string {
  const meanings = [...new Set(signals.map(({ meaning }) => meaning))];
  return meanings.map((meaning) => wordsOf(signals, meaning)).join("; ");
}

function wordsOf(signals: readonly TrendSignal[], meaning: Meaning): string {
  const words = [...new Set(signals.filter((one) => one.meaning === meaning).map(signalWords))];
  return `${words.join("; ")}${meaningWords(meaning)}`;
}

/** In brackets behind a signal; nothing where it is neither. */
export const meaningWords = (meaning: Meaning): string => (meaning === "neither" ? "" : ` (${meaning})`);
