// The names that files hold of one sort, in full: one a line, in order.
import { periodName } from "../core/period.ts";
import { printable } from "../core/safe-text.ts";
import type { FileSeen } from "./look.ts";

/** What can be listed. */
export const listable = ["areas", "series", "periods"] as const;
export type Listable = (typeof listable)[number];

/** The names of all the files as lines, each once: areas and series by name, periods by time. */
export function listText(seen: readonly FileSeen[], what: Listable): string {
  const held = seen.flatMap((one) => one.held ?? []);
  const names = what === "periods" ? periodsOf(held) : namesOf(held, what);
  return [...new Set(names)].map((name) => `${printable(name)}\n`).join("");
}

type Held = NonNullable<FileSeen["held"]>;

function namesOf(held: readonly Held[], what: "areas" | "series"): string[] {
  const names = held.flatMap(({ store }) => [...store.names[what].values()]);
  // "Burglary 2" stands before "Burglary 10".
  return names.sort(new Intl.Collator("en", { numeric: true }).compare);
}

function periodsOf(held: readonly Held[]): string[] {
  const dated = held.flatMap(({ dates, periods }) =>
    dates.map((date, index) => ({ date, name: periods[index] ?? periodName(date) })),
  );
  return dated.sort(({ date: a }, { date: b }) => a.from - b.from || a.to - b.to).map(({ name }) => name);
}
