// "done", "done by June 2024": something to do, by the end of a month.
import { compareExact } from "../../core/number.ts";
import { endOfMonth } from "../../core/period.ts";
import type { AimForm } from "./aim.ts";

export const done: AimForm = {
  example: "done by June 2024",
  pattern: /^done(?: by (?<name>.+))?$/i,
  verb: "done",
  isRight: ({ name }) => name === undefined || endOfMonth(name) !== undefined,
  make: ({ name }) => {
    const due = name === undefined ? undefined : endOfMonth(name);
    return {
      better: "higher",
      needs: [],
      inWords: { kind: "yes-no", grade: "yes" },
      ...(due !== undefined && { due }),
      achieved: ({ current, place }) => place !== undefined && compareExact(current, place) >= 0,
      rule: ({ current }) => `${current} is yes${name === undefined ? "" : `, by ${name}`}`,
    };
  },
};
