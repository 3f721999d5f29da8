// "below MSG": lower than the group in the current period.
import { againstGroup } from "./against-group.ts";
import type { AimForm } from "./aim.ts";

export const belowGroup: AimForm = {
  example: "below MSG",
  pattern: /^below (?<name>.+)$/i,
  verb: "below",
  make: againstGroup("lower"),
};
