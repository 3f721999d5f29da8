// "reduce": any fall meets it.
import type { AimForm } from "./aim.ts";
import { direction } from "./direction.ts";

export const reduce: AimForm = {
  example: "reduce",
  pattern: /^reduce$/i,
  verb: "reduce",
  otherWords: /^(decrease|lower|cut|drop)\b/i,
  publishedWords: /^(reduction|decrease|cut|lower|down|fewer|less|↓)(?= by |$)/i,
  make: direction("lower"),
};
