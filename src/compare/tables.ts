// The table of a comparison: the forces of a group in the order of their ranks, and the group below them.
import { type Figure, isKnown } from "../core/figure.ts";
import { approximately, type Exact, exact } from "../core/number.ts";
import type { Unit } from "../core/value-kind.ts";
import { type Cell, type Column, notApplicable, type Table } from "../output/table.ts";
import { marksIn, shorthandNotes } from "../output/table-notes.ts";
import { changeColumns, changeIn, levelColumns, levelIn, wordsFor } from "../output/value-columns.ts";
import { comparatorLabel } from "../plan/comparators.ts";
import type { AgainstOthers } from "../report/against-others.ts";
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
  const between = (one: Compared): string =>
    one.against ? `${one.against.ranks.best} and ${one.against.ranks.worst}` : "";
  const rankRange = isNarrow
    ? [standing("rank is between", (one) => ({ text: between(one) }), false)]
    : [standing("best rank", (one) => rankAt(one, "best")), standing("worst rank", (one) => rankAt(one, "worst"))];
  const specs: Spec[] = [
    {
      ...{ group: "", heading: "Area", numeric: false, group_: { text: comparatorLabel(side) } },
      cell: (one) => ({ text: one.isForce ? forceName(one.name) : one.name }),
    },
    ...(isNarrow ? [] : [standing(`counts in ${side.name}`, (one) => ({ yes: one.isMember }), false)]),
    ...levelColumns.flatMap((column) => [
      ...figures(column[1], (one) => levelIn(one.level, column), levelIn(group, column)),
      ...(column[0] === "count" ? figures(measure.per.of, (one) => one.population, groupPopulation) : []),
    ]),
    ...changeColumns.flatMap((column) => {
      const [kind, words] = column;
      const changes = (heading: string, over: string): Spec[] =>
        figures(heading, (one) => changeIn(one.change, column), changeIn(groupChange, column), over);
      if (!isNarrow) return changes(words, "Change");
      return kind === "percent" || kind === "points" ? changes(narrowWords[kind], "") : [];
    }),
    standing("rank", (one) => standingCell(one, "rank", one.rank === undefined ? undefined : exact(one.rank), 0)),
    ...(hasLimits ? rankRange : []),
    standing(`difference from ${side.name}${inUnit(comparison)}`, (one) => cellOf(one.distance)),
    ...(hasLimits
      ? [
          limit("Limits at 95%", "lower", ({ limits95 }) => limits95.lower),
          limit("Limits at 95%", "upper", ({ limits95 }) => limits95.upper),
          ...(isNarrow
            ? []
            : [
                limit("Limits at 99.8%", "lower", ({ limits998 }) => limits998.lower),
                limit("Limits at 99.8%", "upper", ({ limits998 }) => limits998.upper),
              ]),
          standing("at 95%", (one) => ({ text: one.against?.at95 ?? "" }), false),
          standing("at 99.8%", (one) => ({ text: one.against?.at998 ?? "" }), false),
        ]
      : []),
    ...(view === "whole" && has((one) => one.spread)
      ? [standing("spread in SD", (one) => standingCell(one, "ratio", deviationsOf(one), 1))]
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

const narrowWords = { percent: "% change", points: "change in percentage points" } as const;

/** What a row is of, beside its area. */
function wholeOf({ measure, when, side, basis }: Comparison): NonNullable<Table["of"]> {
  return [
    ["Measure", measure.name],
    ["Period", nameWhen(when) ?? ""],
    ["Baseline", nameWhen(measure.baseline) ?? ""],
    ["Group", side.name],
    ["Ranked by", `${wordsFor(basis, measure)}, ${measure.better === "higher" ? "highest" : "lowest"} first`],
  ];
}

/** Where a force stands by its figure; one that has none has no place either, for the same reason. */
function standingCell({ figure }: Compared, unit: Unit, value: Exact | undefined, places: number): Cell {
  if (value !== undefined) return { figure: { value, unit, from: figure.from }, places };
  return isKnown(figure) ? { text: "" } : { figure: { ...figure, unit }, places };
}

/** The unit of a difference, where its column does not say it. */
const inUnit = ({ basis, measure }: Comparison): string =>
  basis === "percent"
    ? " in percentage points"
    : basis === "rate"
      ? " in rate"
      : basis === "count"
        ? ""
        : ` in ${wordsFor(basis, measure)}`;

/** How many standard deviations a force lies from the mean of all. */
const deviationsOf = ({ spread }: Compared): Exact | undefined =>
  spread?.deviations === undefined ? undefined : approximately(spread.deviations);
