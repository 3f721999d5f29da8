// What a record says that a value is of, besides its area and its period: its series and its kind.

import { nameKey, nearest } from "../core/names.ts";
import { type Problem, problem } from "../core/problems/problems.ts";
import { isPeople, type Kind, kindNames } from "../core/value-kind.ts";
import type { CellPlaces } from "./cell-places.ts";
import type { Record } from "./csv/csv.ts";
import { kindOf } from "./parse-figure.ts";
import { wordsOf } from "./record.ts";
import type { ValueColumn } from "./sources/layout.ts";

export interface NamedValue {
  readonly values: ValueColumn;
  readonly kind: Kind;
  readonly series: string;
  readonly seriesKey: string;
}

/** What a value is of; nothing where it is of nothing, or where it cannot be told, which is handed to `refuse`. */
export function namedOf(
  row: Record,
  values: ValueColumn,
  { headingOf, placeOfWords }: CellPlaces,
  refuse: (found: Problem) => void,
): NamedValue | undefined {
  const words = "text" in values.kind ? values.kind.text : wordsOf(row, values.kind);
  const kind = kindOf(words, values.kinds);
  if (!kind) {
    const near = nearest(words, kindNames);
    refuse(
      problem(
        "kind-unknown",
        placeOfWords(row, values.kind, values),
        headingOf(values.kind, values),
        words,
        kindNames,
        near,
      ),
    );
    return undefined;
  }
  const series = values.series ? wordsOf(row, values.series) : "series not stated";
  // An offence need not be in a subgroup.
  if (series === "" && values.level !== undefined) return undefined;
  if (values.series && series === "" && !isPeople(kind)) {
    refuse(problem("name-blank", placeOfWords(row, values.series, values), headingOf(values.series, values), "series"));
    return undefined;
  }
  return { values, kind, series, seriesKey: nameKey(series) };
}
