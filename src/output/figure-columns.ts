// The columns of a report's figures: one for each kind of value; or, in a table of mixed kinds, one whose cells carry their unit.

import type { Figure } from "../core/figure.ts";
import type { Per } from "../core/value-kind.ts";
import { say } from "../core/words/say.ts";
import { byHand } from "../measures/by-hand.ts";
import type { Change, Level, LevelKey } from "../measures/measure-kind.ts";
import { type Comparator, comparatorLabel } from "../plan/comparators.ts";
import type { Measure } from "../plan/model.ts";
import type { Figures, Sides } from "../report/context.ts";
import { placesFor } from "../report/format-figure.ts";
import type { ReportTable } from "../report/report.ts";
import type { Cell, Column } from "./table.ts";
import type { TableLine } from "./table-notes.ts";
import { changeColumns, changeIn, isOfNumbers, levelColumns, levelIn, rateHeading } from "./value-columns.ts";

/** A column, and what it has of each line. */
export type Spec = Column & {
  readonly cell: (line: TableLine) => Cell | undefined;
  /** Where it does not apply it is left blank, rather than marked as not applicable. */
  readonly blank?: boolean;
};

/** What is mixed in a table: kinds of value, or what its rates are per. */
export interface Mixture {
  /** The one way to give the rates beside its other values; nothing where there are several. */
  readonly per: Per | undefined;
}

/** Nothing for a table whose measures are of one kind. */
export function mixtureOf({ rows }: Pick<ReportTable, "rows">): Mixture | undefined {
  const measures = rows.map(({ measure }) => measure).filter(({ kind }) => kind !== byHand);
  // Numbers and published rates share a column of rates.
  const families = new Set(measures.map((measure) => (mainOf(measure) === "rate" ? "count" : mainOf(measure))));
  const [per, ...others] = new Set(
    measures.filter(({ kind }) => kind.bases.includes("rate")).map((measure) => measure.per),
  );
  if (families.size < 2 && others.length === 0) return undefined;
  return { per: others.length === 0 ? per : undefined };
}

/** The columns of baseline, current and change, for the force and each group of the table. */
export function figureColumns(
  table: Pick<ReportTable, "sides">,
  mixture: Mixture | undefined,
  [baseline, current]: readonly [string, string],
): Spec[] {
  const { sides: of } = table;
  const sides: readonly Comparator[] = [of.force, ...of.groups];
  const at = <T>(all: Sides<T>, side: Comparator): T | undefined =>
    side === of.force ? all.force : all.groups[of.groups.indexOf(side)];
  const every = <T>(group: string, kinds: readonly Shown<T>[], pick: (figures: Figures) => Sides<T>): Spec[] =>
    kinds.flatMap(({ words, isOfWords, unitHeading, of: shownOf }) =>
      sides.map((side) => ({
        ...{ group, heading: sideHeading(side, words), kind: words },
        numeric: !isOfWords,
        ...(unitHeading !== undefined && { unitHeading }),
        cell: ({ figures, row: { measure } }) => {
          const values = at(pick(figures), side);
          const figure = values && shownOf(values, measure);
          if (!figure) return undefined;
          const places = placesFor(measure, side !== of.force, figure);
          return { figure, places, ...(unitHeading !== undefined && { withUnit: true }) };
        },
      })),
    );
  const [levels, changes] = mixture ? [mixedLevels(mixture), mixedChanges(mixture)] : [plainLevels(), plainChanges()];
  return [
    ...every(baseline, levels, (figures) => figures.baseline),
    ...every(current, levels, (figures) => figures.current),
    ...every(say("heading.change"), changes, (figures) => figures.change),
  ];
}

/** What a column shows of the values of a period, or of a change. */
interface Shown<T> {
  readonly words: string;
  readonly isOfWords?: boolean;
  /** What the column of its units is called, where its values are in several. */
  readonly unitHeading?: string;
  readonly of: (values: T, measure: Measure) => Figure | undefined;
}

/** "Gloucestershire number"; of a column of mixed kinds the name alone. */
export const sideHeading = (side: Comparator, value: string): string =>
  value === "" ? comparatorLabel(side) : say("heading.side", { side: comparatorLabel(side), value });

const plainLevels = (): Shown<Level>[] =>
  levelColumns.map((column) => ({
    ...{ words: column[1](), isOfWords: !isOfNumbers(column[0]) },
    of: (level) => levelIn(level, column),
  }));
const plainChanges = (): Shown<Change>[] =>
  changeColumns.map((column) => ({
    ...{ words: column[1](), isOfWords: !isOfNumbers(column[0]) },
    of: (change) => changeIn(change, column),
  }));

/** The value that a measure is of first of all. */
const mainOf = ({ kind }: Measure): LevelKey => kind.bases[0];

/** The first value of each measure in one column, and any others under their own headings. */
const mixedLevels = ({ per }: Mixture): Shown<Level>[] => [
  { words: "", unitHeading: say("heading.unit"), of: (level, measure) => level[mainOf(measure)] },
  {
    ...(per ? { words: rateHeading(per) } : { words: say("value.rate"), unitHeading: say("heading.unit-of-rate") }),
    of: (level, measure) => (mainOf(measure) === "rate" ? undefined : level.rate),
  },
  ...levelColumns
    .filter(([kind]) => kind !== "rate")
    .map(
      (column): Shown<Level> => ({
        ...{ words: column[1](), isOfWords: !isOfNumbers(column[0]) },
        of: (level, measure) => (mainOf(measure) === column[0] ? undefined : levelIn(level, column)),
      }),
    ),
];

const mixedChanges = ({ per }: Mixture): Shown<Change>[] => [
  {
    ...{ words: say("value.change"), unitHeading: say("heading.unit-of-change") },
    of: ({ variance, points, grade, rate }, measure) =>
      variance ?? points ?? grade ?? (mainOf(measure) === "rate" ? rate : undefined),
  },
  { words: say("change.percent"), of: ({ percent }) => percent },
  {
    ...{ words: say("change.rate"), ...(!per && { unitHeading: say("heading.unit-of-rate") }) },
    of: ({ rate }, measure) => (mainOf(measure) === "rate" ? undefined : rate),
  },
];
