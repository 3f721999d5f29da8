// The signals of a series over time, as marks of its months or quarters.
import type { XmrSignal } from "../statistics/xmr.ts";
import type { Stretch } from "./trend.ts";

const ruleWords: Readonly<Record<XmrSignal["rule"], string>> = {
  outside: "outside the limits",
  run: "run on one side",
  trend: "rising or falling",
  "two of three": "two of three near a limit",
};

/** The signals that mark each month or quarter, by its last month. */
export function signalsBy(stretches: readonly Stretch[]): Map<number, string> {
  const marks = new Map<number, string>();
  for (const { signals, first } of stretches) {
    const length = first.to - first.from + 1;
    for (const signal of signals) {
      for (const point of signal.points) {
        const month = signal.first.to + (point - signal.from) * length;
        const before = marks.get(month);
        const words = ruleWords[signal.rule];
        marks.set(month, before === undefined || before.includes(words) ? (before ?? words) : `${before}; ${words}`);
      }
    }
  }
  return marks;
}
