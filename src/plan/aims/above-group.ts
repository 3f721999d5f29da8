// "above MSG": higher than the group in the current period.
import { againstGroup } from "./against-group.ts";
import type { AimForm } from "./aim.ts";

export const aboveGroup: AimForm = {
  example: "above MSG",
  pattern: /^above (?<name>.+)$/i,
  verb: "above",
  make: againstGroup("higher"),
};
