// What the columns of a table may hold, tried one after another: how many checks hold with them. Nothing is judged twice.

import type { PublishedTable } from "../read/read-table.ts";
import { type Check, checkCell, checkRow, type Judge } from "../rows/check-row.ts";
import { populationOf } from "../rows/population.ts";
import { type PrintedValue, type Role, readValue, roleKey } from "../rows/printed-value.ts";
import type { CheckRule } from "../rows/rules.ts";

type Roles = readonly (Role | undefined)[];

interface Score {
  readonly hold: number;
  readonly fail: number;
}

export interface Trial {
  /** How many rows there are; one that goes on with another is none. */
  readonly rows: number;
  /** The numbers of each row, by the roles of the columns. A role is known by its object. */
  readonly values: (roles: Roles) => Map<string, PrintedValue>[];
  readonly checks: (rows: readonly ReadonlyMap<string, PrintedValue>[]) => Check[];
  /** How many checks hold and fail with columns of those roles. */
  readonly score: (roles: Roles) => Score;
}

export function trialOf(table: PublishedTable): Trial {
  const rows = table.rows.filter((row) => !row.continues);
  const readings = rows.map(({ cells }) => cells.map(() => new Map<Role, PrintedValue | undefined>()));
  const keys = new Map<Role, string>();
  const keyOf = (role: Role): string => keys.get(role) ?? kept(keys, role, roleKey(role));
  const judgeOnce = judgedOnce();

  const valueAt = (row: number, column: number, role: Role): PrintedValue | undefined => {
    const read = readings[row]?.[column];
    if (!read || read.has(role)) return read?.get(role);
    return kept(read, role, readValue(rows[row]?.cells[column] ?? "", role, column + 1));
  };
  const values = (roles: Roles): Map<string, PrintedValue>[] => {
    const held = roles.flatMap((role, column) => (role ? [{ role, column, key: keyOf(role) }] : []));
    return rows.map((_, row) => {
      const found = new Map<string, PrintedValue>();
      for (const { role, column, key } of held) {
        const value = found.has(key) ? undefined : valueAt(row, column, role);
        if (value) found.set(key, value);
      }
      return found;
    });
  };
  const checks: Trial["checks"] = (all) => all.flatMap((row) => checkRow(row, new Set(), judgeOnce));
  const populations = populationsOf();
  const score = (roles: Roles): Score => {
    const all = values(roles);
    let [hold, fail] = [0, 0];
    for (const { status } of checks(all)) {
      if (status === "does-not-match") fail += 1;
      else if (status !== "cannot-be-checked") hold += 1;
    }
    const rates = new Map(
      roles.flatMap((role) => (role?.kind === "rate" && role.when ? [[keyOf(role), role] as const] : [])),
    );
    for (const { area, when } of rates.values()) {
      const found = when ? populations(all, roles, area, when) : undefined;
      hold += found?.hold ?? 0;
      fail += found?.fail ?? 0;
    }
    return { hold, fail };
  };
  return { rows: rows.length, values, checks, score };
}

function kept<Key, Made>(map: Map<Key, Made>, key: Key, made: Made): Made {
  map.set(key, made);
  return made;
}

/** What was judged of the values that lead to it, and what comes after them. */
interface Judged {
  readonly checks: Map<CheckRule, Check>;
  readonly after: Map<PrintedValue, Judged>;
}
const nothingJudged = (): Judged => ({ checks: new Map(), after: new Map() });

/** Judges a rule of an output and its inputs, however many, which are known by their objects, the first time alone. */
function judgedOnce(): Judge {
  const none = nothingJudged();
  return (rule, output, inputs) => {
    const { checks } = [output, ...inputs].reduce(
      ({ after }, value) => after.get(value) ?? kept(after, value, nothingJudged()),
      none,
    );
    return checks.get(rule) ?? kept(checks, rule, checkCell(rule, output, inputs));
  };
}

/** How many rows share the population of an area, and how many do not, by the columns that tell it, the first time alone. */
function populationsOf() {
  const known = new Map<string, Score>();
  const told = new Set(["count", "rate", "population"]);
  const numbers = new Map<Role, number>();
  return (all: readonly ReadonlyMap<string, PrintedValue>[], roles: Roles, area: string, when: string) => {
    const columns = roles.flatMap((role, column) =>
      role && told.has(role.kind) && role.area === area && role.when === when
        ? [`${column}:${numbers.get(role) ?? kept(numbers, role, numbers.size)}`]
        : [],
    );
    const key = `${when} ${columns.join(" ")} ${area}`;
    const found = known.get(key);
    if (found) return found;
    const population = populationOf(all, area, when);
    const fail = population?.outside.length ?? 0;
    return kept(known, key, { hold: population ? population.agreeing.length - 1 : 0, fail });
  };
}
