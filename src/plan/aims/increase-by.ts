// "increase by 10%", "increase by 2 percentage points": a rise by no less than that. Other words for it begin as those for "increase".
import type { AimForm } from "./aim.ts";
import { changeBy } from "./change-by.ts";

export const increaseBy: AimForm = {
  example: "increase by 10%",
  pattern: /^increase by (?<amount>.+)$/i,
  verb: "increase",
  make: changeBy("higher"),
};
