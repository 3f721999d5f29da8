// Aims of being below or above a group in the current period. Equal is not achieved.
import { compareExact } from "../../core/number.ts";
import { type AimForm, type Better, present } from "./aim.ts";

export const againstGroup =
  (better: Better): AimForm["make"] =>
  ({ name }) => ({
    better,
    needs: ["group"],
    ...(name && { group: name }),
    achieved: ({ current, group }) => {
      const distance = compareExact(current, present(group));
      return better === "lower" ? distance < 0 : distance > 0;
    },
    rule: ({ current, group }) => `${current} ${better === "lower" ? "<" : ">"} ${group}`,
  });
