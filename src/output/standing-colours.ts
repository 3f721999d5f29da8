// The colour that goes with a standing in a terminal; its sign and its words say the same without it.
import type { Standing } from "../report/standing.ts";

export const standingPaint: Readonly<Record<Standing, "green" | "red" | "yellow">> = {
  achieved: "green",
  "within tolerance": "yellow",
  "not achieved": "red",
  "on track": "green",
  behind: "red",
  "not judged": "yellow",
  "no aim": "yellow",
};
