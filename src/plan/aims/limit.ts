// Aims of a value to stay at or below, or to reach. They are met when it is reached.
import { compareExact } from "../../core/number.ts";
import type { AimForm, Better } from "./aim.ts";

export const limit =
  (better: Better): AimForm["make"] =>
  ({ amount, unit, threshold }) => ({
    better,
    needs: [],
    unit: unit ?? "",
    ...(threshold && { threshold }),
    target: () => amount,
    achieved: ({ current }) => {
      const distance = compareExact(current, amount);
      return better === "lower" ? distance <= 0 : distance >= 0;
    },
    rule: ({ current, target }) => `${current} ${better === "lower" ? "≤" : "≥"} ${target}`,
  });
