// The layout of a file: by the plan's map of its columns, or by the one source that knows it and what the plan adds to that.

import { type Problem, problem } from "../core/problems/problems.ts";
import type { Place } from "../core/problems/sentence.ts";
import type { ColumnMap } from "../plan/data-schema.ts";
import { choiceOf, choiceProblems } from "./choose-records.ts";
import { positionIn } from "./column-positions.ts";
import { isBlank, type Record } from "./csv/csv.ts";
import { columnMapOf, type FilesEntry } from "./entries.ts";
import { formOf } from "./number-form.ts";
import { mapColumns } from "./sources/column-map.ts";
import { layoutsOf } from "./sources/index.ts";
import type { Layout } from "./sources/layout.ts";

/** The layout that the plan's map, or exactly one source, gives the file. */
export function layoutOf(file: string, head: readonly Record[], entry: FilesEntry): Layout | readonly Problem[] {
  const map = columnMapOf(entry);
  if (map?.columns) return mapColumns(map, map.columns, head, entry.at);
  const layouts = layoutsOf(head);
  const [layout] = layouts;
  const header = head.find((record) => !isBlank(record));
  if (!layout) return [problem("unrecognised", { file, line: header?.line ?? 1 }, header?.cells ?? [])];
  if (layouts.length > 1) {
    return [
      problem(
        "recognised-twice",
        { file },
        layouts.map((one) => one.source),
      ),
    ];
  }
  if (layout.twice) {
    const { line, columns } = layout.twice;
    return columns.map((pair) => problem("heading-twice", { file, line }, pair, layout.headings));
  }
  if (layout.values.length === 0 && !layout.areaOf)
    return [problem("columns-nothing", { file }, layout.source, layout.headings)];
  if (entry.anyPeriod) return layout;
  const written = map && formOf(map);
  const values = layout.values.map((one) => ({ ...one, written: { ...one.written, ...written } }));
  if (!map) return withFixed(file, { ...layout, values }, undefined, entry.at([]));
  const problems: Problem[] = choiceProblems(map, entry.at, 0);
  const choice = choiceOf(map, positionIn(layout.headings, entry.at, problems), entry.at);
  if (problems.length > 0) return problems;
  return withFixed(file, { ...layout, ...choice, values }, map.fixed, entry.at([]));
}

/** A file that does not say its period, its series or its area is told it by the plan. */
function withFixed(file: string, layout: Layout, fixed: ColumnMap["fixed"], place: Place): Layout | readonly Problem[] {
  const told = (what: "period" | "series" | "area") => {
    const text = fixed?.[what];
    return text === undefined ? undefined : { text };
  };
  const isSaid = (area: Layout["values"][number]["area"]): boolean => !Array.isArray(area) || area.length > 0;
  const values = layout.values.map((value) => ({
    ...value,
    period: value.period ?? told("period"),
    series: value.series ?? told("series"),
    area: isSaid(value.area) ? value.area : (told("area") ?? value.area),
  }));
  const lacking = (["period", "series", "area"] as const).filter((what) =>
    values.some((value) => (what === "area" ? !isSaid(value.area) : !value[what])),
  );
  const useless = (["period", "series", "area", "kind"] as const).find(
    (what) =>
      fixed?.[what] !== undefined &&
      (what === "kind" || layout.values.every((value) => (what === "area" ? isSaid(value.area) : value[what]))),
  );
  if (useless) return [problem("fixed-useless", place, useless, layout.source)];
  if (lacking.length > 0) return lacking.map((what) => problem("period-missing", place, file, layout.source, what));
  return { ...layout, values };
}
