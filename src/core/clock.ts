// Times as a clock writes them: "9:42" is 9 minutes and 42 seconds, "1:02:03" an hour, 2 minutes and 3 seconds.
import { type Exact, exact, fixed, isNegative, isNought, plus, times, withThousands } from "./number.ts";

export const SIXTY = exact(60);

/** How many seconds the words say, and whether they say hours; nothing for words that are no such time. */
export function clockSeconds(words: string): { readonly seconds: Exact; readonly hasHours: boolean } | undefined {
  const [, hours, minutes = "", seconds = ""] = /^(?:(\d{1,6}):(?=\d\d:))?(\d{1,6}):([0-5]\d)$/.exec(words) ?? [];
  if (seconds === "" || (hours !== undefined && Number(minutes) > 59)) return undefined;
  const whole = plus(times(exact(hours ?? 0), SIXTY), exact(minutes));
  return { seconds: plus(times(whole, SIXTY), exact(seconds)), hasHours: hours !== undefined };
}

/** Minutes as minutes and whole seconds: 9.7 is "9:42", 1,204.5 is "1,204:30". */
export function clockText(minutes: Exact): string {
  const all = fixed(times(minutes.abs(), SIXTY), 0);
  const [whole, rest] = [Math.floor(Number(all) / 60), Number(all) % 60];
  const sign = isNegative(minutes) && !isNought(all) ? "-" : "";
  return `${sign}${withThousands(String(whole))}:${String(rest).padStart(2, "0")}`;
}
