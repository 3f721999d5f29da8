// The notes of a trend: its populations, groups and breaks, its limits and signals, and why figures are missing.

import { figureNotes, figuresIn, isKnown } from "../core/figure.ts";
import { grouped } from "../core/grouped.ts";
import { perOfSay } from "../core/words/names.ts";
import { monthWords, periodWords, populationWords } from "../core/words/periods.ts";
import { inRow, say } from "../core/words/say.ts";
import type { Level } from "../measures/measure-kind.ts";
import type { Cell } from "../output/table.ts";
import { groupNote, marksIn, noteOf, shorthandNotes } from "../output/table-notes.ts";
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
          measure.per.of === "population"
            ? say("trend.rates", { per: perOfSay(measure.per), dates: inRow(populations.map(populationWords)) })
            : say("trend.rates-households", { dates: inRow(populations.map(populationWords)) }),
        ]
      : []),
    ...sides.slice(1).flatMap((side) => groupNote(side, sides[0] ?? side)),
    ...trend.releases,
    ...breaks.map(breakSentence),
    ...(moments.some(({ broken, levels }) => levels.some((level, side) => broken[side] && hasFigure(level)))
      ? [breaks.some(({ isGap }) => isGap) ? say("trend.b-gap") : say("trend.b")]
      : []),
    ...(moments.some(({ period, isBetween }) => !isBetween && isPandemic(period)) ? [say("trend.pandemic")] : []),
    ...shorthandNotes(marksIn(rows).filter((mark) => mark !== "b")),
    ...gapNotes(trend, moments),
  ];
}

const hasFigure = (level: Level): boolean => figuresIn(level).some(isKnown);

/** Each reason for which figures are missing, once, with the sides and the periods that it holds for. */
function gapNotes({ sides }: Trend, moments: readonly TrendPoint[]): string[] {
  const [force = ""] = sides.map(({ name }) => name);
  const why = new Map<string, { side: string; begins: string; periods: Set<string> }>();
  for (const { period, levels } of moments) {
    for (const [index, level] of levels.entries()) {
      for (const { gap } of figuresIn(level).flatMap((one) => (isKnown(one) ? [] : one))) {
        // Of windows that lack the same months, each says its own; one sentence says it for all.
        const given = gap.isPartial ? say("gap.not-all-months") : gap.reason;
        // What a group lacks because the force is in it is said of the force.
        const isOfForce = index > 0 && given.startsWith(`${force}: `);
        const reason = isOfForce ? given.slice(force.length + 2) : given;
        const side = isOfForce ? force : (sides[index]?.name ?? "");
        // A reason that ends with its own period holds for others too.
        const own = ` ${periodWords(period)}`;
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
  return [...grouped(said)].map(([sentence, names]) =>
    say("heading.grouped", { group: inRow(names), heading: sentence }),
  );
}

const shortened = (names: readonly string[]): string =>
  names.length > 4
    ? say("trend.in-all", { n: names.length, from: names[0] ?? "", to: names.at(-1) ?? "" })
    : inRow(names);

/** What must be said of the figures of the moments, whichever side they are of. */
export const saidOf = (moments: readonly TrendPoint[], name: string): string[] =>
  figureNotes(moments.flatMap(({ levels }) => levels)).map((note) => noteOf(name, note));

/** "Gloucestershire is below MSG until March 2012, above from March 2013 to March 2018." */
export function standingNotes({ sides, basis, years }: Trend, standings: readonly GroupStanding[]): string[] {
  const [force] = sides;
  return sides.slice(1).flatMap((side, index) => {
    const own = standings.filter((one) => one.side === side);
    if (own.length === 0) return [];
    const lost = years.some(({ levels }) => !isKnown(levels[0]?.[basis]) || !isKnown(levels[index + 1]?.[basis]));
    const isParted = years.some(({ broken }) => broken[0] || broken[index + 1]);
    const slots = { force: force?.name ?? "", group: side.name };
    const [only] = own;
    const said =
      own.length === 1 && only
        ? throughout(only.stood, slots)
        : say("stood.course", {
            ...slots,
            course: inRow(own.map((one, place) => stoodWords(one, place === 0, side.name))),
          });
    const reserves = [
      ...(own.length > 1 ? [areYears(years) ? say("stood.years") : say("stood.periods")] : []),
      ...(lost ? [say("stood.both")] : []),
      ...(isParted ? [say("stood.without-b")] : []),
    ];
    if (reserves.length === 0) return [say("note.ended", { note: said })];
    const reserve = inRow(reserves);
    return [
      own.length > 1 ? say("stood.reserved", { said, reserve }) : say("stood.reserved-throughout", { said, reserve }),
    ];
  });
}

type Stood = GroupStanding["stood"];

function throughout(stood: Stood, slots: { readonly force: string; readonly group: string }): string {
  if (stood === "above") return say("stood.above-throughout", slots);
  return stood === "below" ? say("stood.below-throughout", slots) : say("stood.level-throughout", slots);
}

/** "below MSG until March 2012", "above from March 2013 to March 2018", "level with at March 2019". */
function stoodWords({ stood, from, to }: GroupStanding, isFirst: boolean, group: string): string {
  const [first, last] = [monthWords(from.to), monthWords(to.to)];
  if (isFirst) {
    if (stood === "above") return say("stood.above-until", { group, month: last });
    return stood === "below"
      ? say("stood.below-until", { group, month: last })
      : say("stood.level-until", { group, month: last });
  }
  if (from.to === to.to) {
    if (stood === "above") return say("stood.above-at", { month: first });
    return stood === "below" ? say("stood.below-at", { month: first }) : say("stood.level-at", { month: first });
  }
  const span = { from: first, to: last };
  if (stood === "above") return say("stood.above-from", span);
  return stood === "below" ? say("stood.below-from", span) : say("stood.level-from", span);
}
