// Crime Survey open table in snake_case: an estimate for each sex, age and characteristic of who answered, so that the series has
// all of these in its name. Its perceptions are shares of 1. Whether its quarter ends a year or is one, it does not say: the plan does.
import type { From, SheetSource, Where } from "./sheet.ts";

const columns = [/^measurement var$/i, /^sex$/i, /^age$/i, /^characteristic var$/i, /^characteristic$/i];
/** "ratpol3: All adults, 16+, accharm3 Detached house" */
const series: From = { columns, template: "{0}: {1}, {2}, {3} {4}" };
const where: Where = { column: /^measurement type$/i, is: ["Perception"] };

export const csewCharacteristics: SheetSource = {
  name: "Crime Survey open table by characteristic",
  headings: [...columns, /^measurement type$/i, /^geography$/i, /^estimate$/i],
  areas: [{ name: /^geography$/i }],
  rules: [
    { heading: /^estimate$/i, kind: "percent", fraction: true, series, period: "title", where },
    { heading: /^unweighted count$/i, kind: "base", series, period: "title", where },
  ],
};
