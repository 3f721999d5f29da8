// Whether the latest month is improving, concerning or neither: the variation of NHS England's Making Data Count.

import type { Period } from "../core/period.ts";
import { say } from "../core/words/say.ts";
import type { XmrSignal } from "../statistics/xmr.ts";
import { signalWords } from "./signals.ts";
import type { Meaning, Stretch, TrendSignal } from "./stretches.ts";

export interface Variation {
  readonly at: Period;
  readonly meaning: Meaning;
  /** ▲ a signal above or upward, ▼ one below or downward, ○ no signal. */
  readonly sign: "▲" | "▼" | "○";
  /** Why, in words. */
  readonly because: string;
}

/** Where several rules mark a month, the first of them says what it means, as in Making Data Count. */
const precedence: readonly XmrSignal["rule"][] = ["outside", "run", "two of three", "trend"];

/** The variation at the last month or quarter; nothing where that has no limits. */
export function variationOf(stretches: readonly Stretch[], last: Period | undefined): Variation | undefined {
  const stretch = stretches.find(({ limits, last: end }) => limits && end === last);
  if (!stretch || !last) return undefined;
  const marks = stretch.signals.filter(({ marked }) => marked.includes(last));
  const [first] = precedence.flatMap((rule): TrendSignal[] => marks.filter((signal) => signal.rule === rule));
  if (!first) return { at: last, meaning: "neither", sign: "○", because: say("signal.none") };
  const { meaning, direction } = first;
  const signal = signalWords(first);
  return {
    at: last,
    meaning,
    sign: direction === "up" ? "▲" : "▼",
    because: meaning === "neither" ? say("signal.unsaid", { signal }) : signal,
  };
}
