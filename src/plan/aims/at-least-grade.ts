// "at least Good": a grade to reach, of the scale that the measure has. It is met when it is reached.
import { compareExact } from "../../core/number.ts";
import type { AimForm } from "./aim.ts";

export const atLeastGrade: AimForm = {
  example: "at least Good",
  pattern: /^at least (?<name>[a-z].*)$/i,
  verb: "at least",
  make: ({ name: grade = "" }) => ({
    better: "higher",
    needs: [],
    inWords: { kind: "grade", grade },
    // Places in the scale are compared, the best the highest.
    achieved: ({ current, place }) => place !== undefined && compareExact(current, place) >= 0,
    rule: ({ current }) => `${current} is ${grade} or better`,
  }),
};
