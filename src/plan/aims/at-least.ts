// "at least 100": a value to reach; "at least 100, threshold 95": from 95 it is within tolerance.
import type { AimForm } from "./aim.ts";
import { limit } from "./limit.ts";

export const atLeast: AimForm = {
  example: "at least 100",
  pattern: /^at least (?<amount>.+?)(?:,? threshold (?<threshold>.+))?$/i,
  verb: "at least",
  otherWords: /^(no less than|no fewer than|not less than|minimum( of)?)\b/i,
  publishedWords: /^(no less than|≥)/i,
  make: limit("higher"),
};
