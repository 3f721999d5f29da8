// "improve": any better grade than at the baseline meets it.
import type { AimForm } from "./aim.ts";
import { direction } from "./direction.ts";

export const improve: AimForm = {
  example: "improve",
  pattern: /^improve$/i,
  verb: "improve",
  make: (said) => {
    const { relative: _, ...rising } = direction("higher")(said);
    return {
      ...rising,
      inWords: { kind: "grade" },
      rule: ({ baseline, current }) => `${current} is better than ${baseline}`,
    };
  },
};
