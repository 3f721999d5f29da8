// The signals of a series over time in words: at each month or quarter that they mark, and in sentences.
import { say } from "../core/words/say.ts";
import type { XmrSignal } from "../statistics/xmr.ts";
import type { Meaning, Stretch, TrendSignal } from "./stretches.ts";

/** Each rule in words, by the direction of its signal. */
const ruleWords: Readonly<Record<XmrSignal["rule"], Readonly<Record<XmrSignal["direction"], () => string>>>> = {
  outside: { up: () => say("signal.above"), down: () => say("signal.below") },
  run: { up: () => say("signal.run-above"), down: () => say("signal.run-below") },
  trend: { up: () => say("signal.rising"), down: () => say("signal.falling") },
  "two of three": {
    up: () => say("signal.near-upper"),
    down: () => say("signal.near-lower"),
  },
};

export const signalWords = ({ rule, direction }: TrendSignal): string => ruleWords[rule][direction]();

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
  return withMeaning(words.join("; "), meaning);
}

/** A signal with what it means in brackets behind it; nothing where it is neither. */
export function withMeaning(signal: string, meaning: Meaning): string {
  if (meaning === "neither") return signal;
  return meaning === "improving" ? say("signal.improving", { signal }) : say("signal.concerning", { signal });
}
