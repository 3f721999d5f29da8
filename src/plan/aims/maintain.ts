// "maintain within 2%": a change of no more than that, either way.
import { compareExact, minus } from "../../core/number.ts";
import { type AimForm, present } from "./aim.ts";
import { isShare, shareOf, shareWords } from "./amount.ts";

export const maintain: AimForm = {
  example: "maintain within 2%",
  pattern: /^maintain within (?<amount>.+)$/i,
  verb: "maintain",
  otherWords: /^(keep|hold)\b/i,
  make: (said) => ({
    needs: ["baseline"],
    unit: said.unit ?? "",
    isOfChange: true,
    isShare: isShare(said.unit),
    relative: isShare(said.unit),
    achieved: ({ baseline, current }) =>
      compareExact(minus(current, present(baseline)).abs(), shareOf(said, present(baseline))) <= 0,
    rule: ({ baseline, current }) => `|${current} − ${baseline}| ≤ ${shareWords(said, baseline)}`,
  }),
};
