// "reduce by 10%", "reduce by 50 offences": a fall by no less than that. Other words for it begin as those for "reduce".
import type { AimForm } from "./aim.ts";
import { changeBy } from "./change-by.ts";

export const reduceBy: AimForm = {
  example: "reduce by 10%",
  pattern: /^reduce by (?<amount>.+)$/i,
  verb: "reduce",
  make: changeBy("lower"),
};
