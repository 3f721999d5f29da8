// Headings of priorities that no other table has, where the others have one much like it in its place.

import { nameKey, nearest } from "../../core/names.ts";
import type { Finding } from "../findings.ts";
import type { Heading } from "../read/read-table.ts";
import type { AuditCheck, AuditedTable, HeadedTable } from "./check.ts";

export const misspelt: AuditCheck = { name: "misspelt priorities", find: found };

const prioritiesOf = ({ columns }: HeadedTable): Heading[] =>
  columns.flatMap(({ role, heading }) =>
    role?.kind === "priority" && !/^((plan )?priorit(y|ies))?$/i.test(heading.text) ? [heading] : [],
  );

function found({ table, columns, all, plan }: AuditedTable): Finding[] {
  const headings = prioritiesOf({ table, columns });
  const own = headings.map(({ text }) => nameKey(text));
  const counted = new Map<string, number>();
  for (const { text } of all.filter((other) => other.table !== table).flatMap(prioritiesOf))
    counted.set(text, (counted.get(text) ?? 0) + 1);
  // What the plan calls a priority is right; without it, what two tables call it.
  const known = plan?.priorities ?? [];
  const right = known.length > 0 ? known : [...counted].flatMap(([name, count]) => (count > 1 ? [name] : []));
  const who = known.length > 0 ? "the plan has" : "the other tables have";
  return headings.flatMap(({ text, line, column }): Finding[] => {
    if (right.some((name) => nameKey(name) === nameKey(text))) return [];
    const near = nearest(
      text,
      right.filter((name) => !own.includes(nameKey(name))),
    );
    if (near === undefined) return [];
    return [{ file: table.file, line, column, heading: text, class: "heading-misspelt", message: `${who} ${near}` }];
  });
}
