// "at most 100": a value to stay at or below; "at most 100, threshold 105": up to 105 it is within tolerance.
import type { AimForm } from "./aim.ts";
import { limit } from "./limit.ts";

export const atMost: AimForm = {
  example: "at most 100",
  pattern: /^at most (?<amount>.+?)(?:,? threshold (?<threshold>.+))?$/i,
  verb: "at most",
  otherWords: /^(no more than|not more than|up to|maximum( of)?)\b/i,
  publishedWords: /^(no more than|up to|≤)/i,
  make: limit("lower"),
};
