// A time of a workbook, which keeps it as a part of a day.

import { exact, fixed, times } from "../../core/number.ts";

const DAY = exact(86_400);

/**
 * A part of a day as a time: "0:09:42". One that is shown without its seconds, "9:42", may have been typed as minutes and
 * seconds: what it says is refused as a figure.
 */
export function timeText(days: number, shown: "time" | "hours and minutes"): string {
  const seconds = Number(fixed(times(exact(days), DAY), 0));
  const part = (number: number): string => String(Math.floor(number) % 60).padStart(2, "0");
  const start = `${Math.floor(seconds / 3600)}:${part(seconds / 60)}`;
  return shown === "time" ? `${start}:${part(seconds)}` : `${start}, hours and minutes`;
}
