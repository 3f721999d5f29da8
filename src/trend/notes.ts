// The notes of a trend: its populations, groups and breaks, its limits and signals, and why figures are missing.
import { figureNotes, figuresIn, isKnown } from "../core/figure.ts";
import { grouped } from "../core/grouped.ts";
import { monthName, periodName, populationDate } from "../core/period.ts";
import { perOf } from "../core/value-kind.ts";
import type { Level } from "../measures/measure-kind.ts";
import type { Cell } from "../output/table.ts";
import { groupNote, marksIn, shorthandNotes } from "../output/table-notes.ts";
import { isPandemic } from "../report/not-chance.ts";
import { breakSentence } from "./breaks.ts";
import { areYears, momentName, type TrendPoint } from "./moment.ts";
import type { GroupStanding, Trend } from "./trend.ts";

/** The notes of a table of a trend: populations, groups, breaks, shorthand, and each reason for a missing figure. */
export function trendNotes(trend: Trend, moments: readonly TrendPoint[], rows: readonly (readonly Cell[])[]): string[] {
  const { sides, breaks, populations, measure } = trend;
  const rates = moments.some(({ levels }) => levels[0]?.rate);
  return [
    ...(rates && populations.length > 0
      ? [
          `Rates are ${perOf(measure.per).replace(/ households$/, " of the households")} that the plan chooses for a period, otherwise of the last one as long before its end as the plan's: ${populations.map(populationDate).join(", ")}.`,
        ]
      : []),
    ...sides.slice(1).flatMap((side) => groupNote(side, sides[0] ?? side)),
    ...breaks.map(breakSentence),
    ...(moments.some(({ broken, levels }) => levels.some((level, side) => broken[side] && hasFigure(level)))
      ? [
          `[b] marks a figure that mixes both sides of a break${breaks.some(({ isGap }) => isGap) ? ", or has months whose figures are not whole" : ""}.`,
        ]
      : []),
    ...(moments.some(({ period, isBetween }) => !isBetween && isPandemic(period)) ? [PANDEMIC_NOTE] : []),
    ...shorthandNotes(marksIn(rows).filter((mark) => mark !== "b")),
    ...gapNotes(trend, moments),
  ];
}

const PANDEMIC_NOTE =
  "The pandemic restrictions of March 2020 to July 2021 changed crime and daily life: a change in those months may come from them.";

const hasFigure = (level: Level): boolean => figuresIn(level).some(isKnown);

/** Each reason for which figures are missing, once, with the sides and the periods that it holds for. */
function gapNotes({ sides }: Trend, moments: readonly TrendPoint[]): string[] {
  const [force = ""] = sides.map(({ name }) => name);
  const why = new Map<string, { side: string; begins: string; periods: Set<string> }>();
  for (const { period, levels } of moments) {
    for (const [index, level] of levels.entries()) {
      for (const { gap } of figuresIn(level).flatMap((one) => (isKnown(one) ? [] : one))) {
        // Of windows that lack the same months, each says its own; one sentence says it for all.
        const given = gap.isPartial ? "the data do not give all of its months" : gap.reason;
        // What a group lacks because the force is in it is said of the force.
        const isOfForce = index > 0 && given.startsWith(`${force}: `);
        const reason = isOfForce ? given.slice(force.length + 2) : given;
        const side = isOfForce ? force : (sides[index]?.name ?? "");
        // A reason that ends with its own period holds for others too.
        const own = ` ${periodName(period)}`;
        const begins = reason.endsWith(own) ? `${reason.slice(0, -own.length)} ` : `${reason} (`;
        const found = why.get(`${side}: ${begins}`) ?? { side, begins, periods: new Set() };
        why.set(`${side}: ${begins}`, found);
        found.periods.add(momentName(period));
      }
    }
  }
  const said = [...why.values()].map(({ side, begins, periods }): [string, string] => [
    `${begins}${shortened([...periods])}${begins.endsWith("(") ? ")" : ""}.`,
    side,
  ]);
  return [...grouped(said)].map(([sentence, names]) => `${names.join(", ")}: ${sentence}`);
}

const shortened = (names: readonly string[]): string =>
  names.length > 4 ? `${names[0]} – ${names.at(-1)}, ${names.length} in all` : names.join(", ");

/** What must be said of the figures of the moments, whichever side they are of. */
export const saidOf = (moments: readonly TrendPoint[], name: string): string[] =>
  figureNotes(moments.flatMap(({ levels }) => levels)).map((note) => `${name}: ${note}.`);

/** "Gloucestershire is below MSG until March 2012, above from March 2013 to March 2018." */
export function standingNotes({ sides, basis, years }: Trend, standings: readonly GroupStanding[]): string[] {
  const [force] = sides;
  return sides.slice(1).flatMap((side, index) => {
    const own = standings.filter((one) => one.side === side);
    if (own.length === 0) return [];
    const lost = years.some(({ levels }) => !isKnown(levels[0]?.[basis]) || !isKnown(levels[index + 1]?.[basis]));
    const isParted = years.some(({ broken }) => broken[0] || broken[index + 1]);
    const reserve = [
      ...(lost ? [", of those that have both figures"] : []),
      ...(isParted ? [", without those marked [b]"] : []),
    ].join("");
    const [only] = own;
    if (own.length === 1 && only) return [`${force?.name} is ${only.stood} ${side.name} throughout${reserve}.`];
    const parts = own.map(({ stood, from, to }, place) => {
      if (place === 0) return `${stood} ${side.name} until ${monthName(to.to)}`;
      const single = from.to === to.to;
      return `${stood} ${single ? "at" : "from"} ${monthName(from.to)}${single ? "" : ` to ${monthName(to.to)}`}`;
    });
    return [
      `${force?.name} is ${parts.join(", ")} (${areYears(years) ? "12 months" : "periods"} to the end of each${reserve}).`,
    ];
  });
}
