// Aims that any change the right way meets: reduce, increase. Equal is not achieved.
import { compareExact } from "../../core/number.ts";
import { type AimForm, type Better, present } from "./aim.ts";

export const direction =
  (better: Better): AimForm["make"] =>
  () => ({
    better,
    needs: ["baseline"],
    isDirection: true,
    relative: true,
    achieved: ({ baseline, current }) => {
      const change = compareExact(current, present(baseline));
      return better === "lower" ? change < 0 : change > 0;
    },
    rule: ({ baseline, current }) => `${current} ${better === "lower" ? "<" : ">"} ${baseline}`,
  });
