// "increase": any rise meets it.
import type { AimForm } from "./aim.ts";
import { direction } from "./direction.ts";

export const increase: AimForm = {
  example: "increase",
  pattern: /^increase$/i,
  verb: "increase",
  otherWords: /^(raise|grow)\b/i,
  publishedWords: /^(raise|up|more|improve|improvement|higher|↑)(?= by |$)/i,
  make: direction("higher"),
};
