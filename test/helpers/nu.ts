// The Nu validator, where it is named; tests that need it are skipped by name elsewhere.
import { existsSync } from "node:fs";

const named = process.env.PLAN_MEASURES_NU;
export const nuPath = named !== undefined && existsSync(named) ? named : undefined;
export const neededNu = "[needs Java, and PLAN_MEASURES_NU, which names vnu.jar of `npm pack vnu-jar`]";
