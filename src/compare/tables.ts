// The table of a comparison: the forces of a group in the order of their ranks, and the group below them.

import { type Figure, isKnown } from "../core/figure.ts";
import { approximately, type Exact, exact } from "../core/number.ts";
import type { Unit } from "../core/value-kind.ts";
import { kindInWords } from "../core/words/names.ts";
import { say } from "../core/words/say.ts";
import { besideWord } from "../output/overview-words.ts";
import { type Cell, type Column, notApplicable, type Table } from "../output/table.ts";
import { marksIn, shorthandNotes } from "../output/table-notes.ts";
import { changeColumns, changeIn, levelColumns, levelIn, wordsFor } from "../output/value-columns.ts";
import { comparatorLabel } from "../plan/comparators.ts";
import type { AgainstOthers } from "../report/against-others.ts";
import type { Beside } from "../report/beside.ts";
import { placesFor } from "../report/format-figure.ts";
import type { Compared, Comparison } from "../report/group-comparison.ts";
import { byRank } from "../report/rank.ts";
import { forceName } from "../report/report.ts";
import { comparisonNotes, gapNotes } from "./notes.ts";
import { comparisonTitle, nameWhen } from "./title.ts";

/** Which columns a table has. */
type View = "whole" | "published" | "narrow";
type Spec = Column & { readonly cell: (one: Compared) => Cell; readonly group_: Cell };

/**
 * The table: the forces in the order of their ranks, and the group below them. One to publish leaves out the spread. A
 * narrow one also leaves out who counts in the group, which its notes say, of the changes all but those in % or percentage
 * points, and the limits at 99.8 %.
 */
export function compareTable(comparison: Comparison, view: View = "whole"): Table {
  const isNarrow = view === "narrow";
  const { measure, side, compared, group, groupChange, groupPopulation } = comparison;
  const cellOf = (value: Figure | undefined): Cell =>
    value ? { figure: value, places: placesFor(measure, false, value) } : notApplicable;
  const has = (pick: (one: Compared) => unknown): boolean => compared.some((one) => pick(one) !== undefined);
  /** A column of figures that some force has. */
  const figures = (heading: string, of: (one: Compared) => Figure | undefined, group_?: Figure, group = ""): Spec[] =>
    has(of) ? [{ group, heading, numeric: true, cell: (one) => cellOf(of(one)), group_: cellOf(group_) }] : [];
  /** A column that says how a force stands to the group; the group has no such cell. */
  const standing = (heading: string, cell: (one: Compared) => Cell, numeric = true): Spec => ({
    ...{ group: "", heading, numeric, cell, group_: { text: "" } },
  });
  const hasLimits = has((one) => one.against);
  const limit = (group: string, heading: string, of: (against: AgainstOthers) => Figure): Spec => ({
    ...standing(heading, (one) => cellOf(one.against && of(one.against))),
    group,
  });
  const rankAt = (one: Compared, end: "best" | "worst"): Cell =>
    standingCell(one, "rank", one.against && exact(one.against.ranks[end]), 0);
  const between = (one: Compared): string => (one.against ? betweenWords(one.against.ranks) : "");
  const rankRange = isNarrow
    ? [standing(say("compare.rank-between"), (one) => ({ text: between(one) }), false)]
    : [
        standing(say("compare.best-rank"), (one) => rankAt(one, "best")),
        standing(say("compare.worst-rank"), (one) => rankAt(one, "worst")),
      ];
  const specs: Spec[] = [
    {
      ...{ group: "", heading: say("heading.area"), numeric: false, group_: { text: comparatorLabel(side) } },
      cell: (one) => ({ text: one.isForce ? forceName(one.name) : one.name }),
    },
    ...(isNarrow
      ? []
      : [standing(say("compare.counts-in", { group: side.name }), (one) => ({ yes: one.isMember }), false)]),
    ...levelColumns.flatMap((column) => [
      ...figures(column[1](), (one) => levelIn(one.level, column), levelIn(group, column)),
      ...(column[0] === "count" ? figures(kindInWords(measure.per.of), (one) => one.population, groupPopulation) : []),
    ]),
    ...changeColumns.flatMap((column) => {
      const [kind, words] = column;
      const changes = (heading: string, over: string): Spec[] =>
        figures(heading, (one) => changeIn(one.change, column), changeIn(groupChange, column), over);
      if (!isNarrow) return changes(words(), say("heading.change"));
      return kind === "percent" || kind === "points" ? changes(narrowWords[kind](), "") : [];
    }),
    standing(say("compare.rank"), (one) =>
      standingCell(one, "rank", one.rank === undefined ? undefined : exact(one.rank), 0),
    ),
    ...(hasLimits ? rankRange : []),
    standing(differenceHeading(comparison), (one) => cellOf(one.distance)),
    ...(hasLimits
      ? [
          limit(say("compare.limits-95"), say("compare.lower"), ({ limits95 }) => limits95.lower),
          limit(say("compare.limits-95"), say("compare.upper"), ({ limits95 }) => limits95.upper),
          ...(isNarrow
            ? []
            : [
                limit(say("compare.limits-998"), say("compare.lower"), ({ limits998 }) => limits998.lower),
                limit(say("compare.limits-998"), say("compare.upper"), ({ limits998 }) => limits998.upper),
              ]),
          standing(say("compare.at-95"), (one) => ({ text: sideOf(one.against?.at95) }), false),
          standing(say("compare.at-998"), (one) => ({ text: sideOf(one.against?.at998) }), false),
        ]
      : []),
    ...(view === "whole" && has((one) => one.spread)
      ? [standing(say("compare.spread"), (one) => standingCell(one, "ratio", deviationsOf(one), 1))]
      : []),
  ];
  const rows = [
    ...byRank(compared).map((one) => specs.map((column) => column.cell(one))),
    specs.map((column) => column.group_),
  ];
  const columns = specs.map(({ cell: _, group_: __, ...column }) => column);
  return {
    title: comparisonTitle(comparison),
    columns,
    rows,
    notes: [
      ...comparisonNotes(comparison, view === "whole"),
      ...shorthandNotes(marksIn(rows)),
      ...gapNotes(rows, columns),
    ],
    of: wholeOf(comparison),
  };
}

/** "3 and 6"; "9 only" where no other rank is left open. */
const betweenWords = ({ best, worst }: AgainstOthers["ranks"]): string =>
  best === worst ? say("compare.only", { rank: best }) : say("compare.and", { best, worst });

const sideOf = (side: Beside["word"] | undefined): string => (side === undefined ? "" : besideWord(side));

const narrowWords = {
  percent: () => say("compare.percent-change"),
  points: () => say("compare.points-change"),
} as const;

/** What a row is of, beside its area. */
function wholeOf({ measure, when, side, basis }: Comparison): NonNullable<Table["of"]> {
  return [
    [say("heading.measure"), measure.name],
    [say("heading.period"), nameWhen(when) ?? ""],
    [say("heading.baseline"), nameWhen(measure.baseline) ?? ""],
    [say("heading.group"), side.name],
    [
      say("compare.ranked-by"),
      measure.better === "higher"
        ? say("compare.highest-first", { value: wordsFor(basis, measure) })
        : say("compare.lowest-first", { value: wordsFor(basis, measure) }),
    ],
  ];
}

/** Where a force stands by its figure; one that has none has no place either, for the same reason. */
function standingCell({ figure }: Compared, unit: Unit, value: Exact | undefined, places: number): Cell {
  if (value !== undefined) return { figure: { value, unit, from: figure.from }, places };
  return isKnown(figure) ? { text: "" } : { figure: { ...figure, unit }, places };
}

/** What the column of differences from the group is called, with their unit. */
function differenceHeading({ basis, measure, side }: Comparison): string {
  const group = side.name;
  if (basis === "count") return say("compare.difference", { group });
  if (basis === "percent") return say("compare.difference-points", { group });
  return basis === "rate"
    ? say("compare.difference-rate", { group })
    : say("compare.difference-in", { group, value: wordsFor(basis, measure) });
}

/** How many standard deviations a force lies from the mean of all. */
const deviationsOf = ({ spread }: Compared): Exact | undefined =>
  spread?.deviations === undefined ? undefined : approximately(spread.deviations);
