// A force of a group that is missing from release after release: `latest` waits for it, and the plan's own figures grow old.
import type { Cells } from "../core/figure.ts";
import { monthName } from "../core/period.ts";
import { type Doubt, doubt } from "../core/problems/problems.ts";
import type { Kind } from "../core/value-kind.ts";
import type { Data } from "../input/ingest.ts";
import { byHand } from "../measures/by-hand.ts";
import { comparatorOf, forceOf } from "../plan/comparators.ts";
import type { Plan } from "../plan/model.ts";

/** Two quarterly releases; figures of longer periods lack two of these. */
const MONTHS = 6;
const RELEASES = 2;

/** A doubt for each member of a table's groups that lacks two releases or more which the plan's own force has. */
export function behindDoubts(plan: Plan, { store, gazetteer }: Pick<Data, "store" | "gazetteer">): Doubt[] {
  const [force] = forceOf(plan, gazetteer).members;
  return plan.tables.flatMap(({ title, measures, groups }) => {
    const members = groups.flatMap((group) => comparatorOf(plan, group, gazetteer).members);
    const others = new Map(members.filter(({ key }) => key !== force?.key).map((member) => [member.key, member]));
    return [...others.values()].flatMap((member): Doubt[] => {
      const cells: Cells[] = [];
      let [own, ahead] = [Number.POSITIVE_INFINITY, 0];
      for (const { series, kind, current } of measures) {
        if (!current.latest || !current.period || kind === byHand || kind.inWords) continue;
        for (const name of series.add) {
          const ends = (key: string): number[] =>
            kind.bases.flatMap((base) => store.dates(name, key, base as Kind)).map(({ to }) => to);
          const last = Math.max(0, ...ends(member.key));
          const newer = new Set(ends(force?.key ?? "").filter((to) => to > last));
          if (last === 0 || newer.size < RELEASES || Math.max(...newer) - last < MONTHS) continue;
          [own, ahead] = [Math.min(own, last), Math.max(ahead, ...newer)];
          for (const base of kind.bases) {
            const { file, line, column } = store.find(name, member.key, current.period, base as Kind)?.from[0] ?? {};
            if (file !== undefined && line !== undefined && column !== undefined)
              cells.push({ file, column, lines: [[line, line]] });
          }
        }
      }
      const [first] = cells;
      if (!first) return [];
      const place = { file: first.file, line: first.lines?.[0]?.[0] ?? 1 };
      return [doubt("member-behind", place, first, member.name, title, monthName(own), plan.force, monthName(ahead))];
    });
  });
}
