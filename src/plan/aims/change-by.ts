// Aims of a fall or a rise by so many %, or by so much. They are met when the target is reached.
import { compareExact, type Exact, minus, plus } from "../../core/number.ts";
import { type Aim, type AimForm, type Better, present } from "./aim.ts";
import { isShare, shareOf, shareWords } from "./amount.ts";

export const changeBy =
  (better: Better): AimForm["make"] =>
  (said) => {
    const target = (baseline: Exact | undefined): Exact => {
      const by = shareOf(said, present(baseline));
      return better === "lower" ? minus(present(baseline), by) : plus(present(baseline), by);
    };
    const achieved: Aim["achieved"] = ({ baseline, current }) => {
      const distance = compareExact(current, target(baseline));
      return better === "lower" ? distance <= 0 : distance >= 0;
    };
    const formula = (baseline: string): string =>
      `${baseline} ${better === "lower" ? "−" : "+"} ${shareWords(said, baseline)}`;
    const rule: Aim["rule"] = ({ current, target: met }) => `${current} ${better === "lower" ? "≤" : "≥"} ${met}`;
    const isOfWhole = isShare(said.unit);
    return {
      ...{ better, needs: ["baseline"], unit: said.unit ?? "", isOfChange: true },
      ...{ isShare: isOfWhole, relative: isOfWhole },
      ...{ target, formula, achieved, rule },
    };
  };
