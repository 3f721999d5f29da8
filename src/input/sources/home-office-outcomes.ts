// Home Office outcomes open data: outcomes of recorded offences by quarter of the financial year, by force and offence.
import type { ColumnRule, From, SheetSource, Where } from "./sheet.ts";

const period: From = { columns: [/^financial year$/i, /^financial quarter$/i], template: "{0} Q{1}" };
const offences = [/^offence group$/i, /^offence subgroup$/i, /^offence description$/i, /^offence code$/i];
const outcomes = [/^outcome group$/i, /^outcome description$/i, /^outcome type$/i];
/** Of such offences, no outcome was recorded in the quarter, and the cell says NA. */
const given: Where = { column: /^outcome group$/i, not: ["Not yet assigned an outcome"] };
/** "Robbery", and "Robbery: Charged/Summonsed"; of outcomes given in the quarter for offences of any, with words for that. */
const columns = [
  [/^(force )?outcomes for offences recorded in (the )?quarter$/i, "", undefined],
  [/^(force )?outcomes recorded in (the )?quarter$/i, " (outcomes given in the quarter)", given],
] as const;

/** Of one name at several levels, as "Robbery" is a group and a subgroup, the widest is meant. */
const rulesFor = (
  [heading, words, where]: (typeof columns)[number],
  named: string,
  of: RegExp[],
  offenceLevel: number,
): ColumnRule[] =>
  [[], ...outcomes.map((outcome) => [outcome])].map((outcome, outcomeLevel): ColumnRule => {
    const level = offenceLevel * (outcomes.length + 1) + outcomeLevel;
    const template = `${named}${outcome.length > 0 ? `: {${of.length}}` : ""}${words}`;
    const all = [...of, ...outcome];
    const series = all.length > 0 ? { columns: all, template } : { text: template };
    return { heading, kind: "count", series, period, level, ...(where && { where }) };
  });

export const homeOfficeOutcomes: SheetSource = {
  name: "Home Office outcomes open data",
  headings: [/^financial year$/i, /^financial quarter$/i, /^offence group$/i, /^outcome (group|type)$/i],
  areas: [{ name: /^(force name|police force)$/i, type: "force" }],
  rules: columns.flatMap((column) => [
    ...offences.flatMap((offence, level) => rulesFor(column, "{0}", [offence], level)),
    ...rulesFor(column, "All offences", [], 0),
  ]),
  sums: true,
};
