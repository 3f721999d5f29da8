// Signs for a terminal that does not show UTF-8: rules, arrows and marks as letters of ASCII, each as wide as before.

/** Whether a terminal of these settings shows UTF-8. POSIX takes the first of the three that is set; none says nothing. */
export function showsUtf8({ LC_ALL, LC_CTYPE, LANG }: Readonly<Record<string, string | undefined>>): boolean {
  const locale = LC_ALL || LC_CTYPE || LANG;
  return locale === undefined || locale === "" || /utf-?8/i.test(locale);
}

/** Signs of one column and what stands for them, in the same order. */
const pairs: readonly (readonly [signs: string, letters: string])[] = [
  // Rules and axes.
  ["─│└¦", "-|+|"],
  // Where a measure stands, and the way that it moved.
  ["✓✗≈●◐○▲▼", "+x~*/o^v"],
  // Points of charts.
  ["×◇△⊗◌◆•", "x<A@.#*"],
  // A small trend, from low to high.
  ["▁▂▃▄▅▆▇█", "_.-:=+*#"],
  // Signs in sentences.
  ["·–—−’‘“”", "|---''\"\""],
];
const letterOf = new Map(
  pairs.flatMap(([signs, letters]) => [...signs].map((sign, index) => [sign, letters[index] ?? ""] as const)),
);
const known = new RegExp(`[${[...letterOf.keys()].join("")}]`, "gu");

/** The text with the tool's own signs in ASCII; letters of names stay as they are. */
export const asciiSigns = (text: string): string => text.replace(known, (sign) => letterOf.get(sign) ?? sign);
