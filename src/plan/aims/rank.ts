// "rank 10 or better", "rank 3rd or better in MSG": a place among the forces of a group, 1 the best.
import { compareExact, exact } from "../../core/number.ts";
import type { AimForm } from "./aim.ts";
import { digitsOf } from "./amount.ts";

export const rank: AimForm = {
  example: "rank 10 or better",
  pattern: /^rank (?<amount>\d+)(?:st|nd|rd|th)? or better(?: (?:in|of|among) (?<name>.+))?$/i,
  verb: "rank",
  make: ({ amount: place, name }) => ({
    needs: ["rank"],
    ...(name && { group: name }),
    achieved: ({ rank: own }) => own !== undefined && compareExact(exact(own), place) <= 0,
    rule: ({ rank: own }) => `${own} ≤ ${digitsOf(place)}`,
  }),
};
