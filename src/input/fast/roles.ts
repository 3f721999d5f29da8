// What the columns of a layout are to the fast reader, and the fields that its scanner takes them in.

import { columnsOfArea, columnsRead, namelessOf } from "../record.ts";
import type { Layout } from "../sources/layout.ts";
import type { Field } from "./scanner.ts";

/** What a column of a layout is to a reader that skims: areas and other names tell records apart, as do periods. */
export type ColumnUse = "area" | "name" | "period" | Exclude<Field["holds"], "words">;

/** The roles of a layout's columns; nothing where a column has two, or where the values of a record differ in area or period. */
function rolesOf(layout: Layout): readonly ColumnUse[] | undefined {
  const roles: ColumnUse[] = layout.headings.map(() => "skipped");
  const differ = (said: readonly unknown[]): boolean =>
    new Set(said.map((one) => (typeof one === "object" && one && "text" in one ? one.text : one))).size > 1;
  let isClear = !differ(layout.values.map(({ area }) => area)) && !differ(layout.values.map(({ period }) => period));
  const give = (columns: readonly number[], role: ColumnUse): void => {
    for (const column of columns) {
      if (roles[column] !== "skipped" && roles[column] !== role) isClear = false;
      roles[column] = role;
    }
  };
  for (const { area, series, kind, period, column, counted, where = [] } of layout.values) {
    give(columnsOfArea(area), "area");
    const chosenBy = where.map((one) => one.column);
    give([...columnsRead(series), ...columnsRead(kind), ...chosenBy], "name");
    give(columnsRead(period), "period");
    give([column], counted ? "name" : "number");
  }
  give(namelessOf(layout), "empty");
  return isClear && roles.length > 1 ? roles : undefined;
}

/** How the scanner is to take the records of a layout, and what it tells about them. */
export interface Fields {
  readonly roles: readonly ColumnUse[];
  readonly fields: readonly (Field & { readonly role: ColumnUse })[];
}

/** The fields of a layout; nothing for one whose records cannot be told by their names. */
export function fieldsOf(layout: Layout): Fields | undefined {
  // Records that are chosen, or added up over columns that the plan names, are each looked at.
  const roles = layout.where || layout.additions ? undefined : rolesOf(layout);
  return roles && { roles, fields: joined(roles) };
}

/** Neighbours of one role are one field, but for numbers and empty cells. */
function joined(roles: readonly ColumnUse[]): (Field & { readonly role: ColumnUse })[] {
  const fields: (Field & { role: ColumnUse })[] = [];
  for (const role of roles) {
    const last = fields.at(-1);
    const isWords = role === "area" || role === "name" || role === "period";
    if (last?.role === role && (isWords || role === "skipped"))
      fields[fields.length - 1] = { ...last, columns: last.columns + 1 };
    else fields.push({ role, holds: isWords ? "words" : role, columns: 1 });
  }
  return fields;
}
