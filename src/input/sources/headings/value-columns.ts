// The columns of values that the rules of a declared sheet find, and what each of them is of.

import type { AreaColumns, ValueColumn, Words } from "../layout.ts";
import type { ColumnRule, From, SheetSource } from "../sheet.ts";
import type { ColumnWords } from "./column-words.ts";

/** What the rules of a sheet make of a column. */
export function valueColumns(
  sheet: SheetSource,
  said: ColumnWords,
  areas: readonly AreaColumns[],
  column: number,
): readonly ValueColumn[] {
  const heading = said.heading(column);
  if (heading === "" || areas.some(({ name, code }) => column === name || column === code)) return [];
  return sheet.rules
    .filter((rule) => rule.heading.test(heading))
    .filter((rule) => rule.within === undefined || rule.within.test(said.spoken(column) ?? ""))
    .flatMap((rule): ValueColumn | readonly [] => {
      const series = seriesOf(rule, said, column);
      const kind = typeof rule.kind === "string" ? { text: rule.kind } : said.words(rule.kind, column);
      const where = rule.where && said.chosen(rule.where);
      if (!kind || series === "none" || (rule.where && !where)) return [];
      const area = areas.length > 0 || !sheet.areaInTitle ? areas : said.words({ title: sheet.areaInTitle }, column);
      return {
        column,
        kind,
        ...(typeof rule.kind === "object" && rule.kind.as && { kinds: rule.kind.as }),
        area: area ?? [],
        series,
        period: periodOf(rule, said, column),
        ...(rule.level !== undefined && { level: rule.level }),
        ...(where && where.length > 0 && { where }),
        ...(rule.fraction && { written: { fraction: true } }),
        ...(rule.counted && { counted: true }),
        says: { headings: said.over(column), titles: said.titles },
      };
    });
}

/** The period by a rule; nothing where the plan must say it. */
function periodOf(rule: ColumnRule, said: ColumnWords, column: number): Words | undefined {
  const isOfPeople = rule.kind === "population" || rule.kind === "households";
  const ways = [rule.period].flat() as readonly From[];
  return ways.flatMap((way) => said.periodWords(way, column, isOfPeople, rule.heading) ?? [])[0];
}

/** The series by a rule; nothing where the plan may say it, and "none" where the column is no series of it. */
function seriesOf(rule: ColumnRule, said: ColumnWords, column: number): Words | undefined | "none" {
  const ways = [rule.series].flat() as readonly From[];
  const [series] = ways.flatMap((way) => said.words(way, column, rule.heading) ?? []);
  if (!series && ways.length === 1) return "none";
  if (!rule.suffix || !series) return series;
  const [heading = "", above = ""] = said.over(column);
  const suffix = rule.suffix(heading, above);
  if ("text" in series) return { text: `${series.text}${suffix}` };
  const [columns, template] = "column" in series ? [[series.column], "{0}"] : [series.columns, series.template];
  return { columns, template: `${template}${suffix}` };
}
