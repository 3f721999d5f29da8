// `current: latest` in a plan: how it is written, the period beside the word, and what the data make of it.
import { type Period, parsePeriod, periodName } from "../core/period.ts";
import type { When } from "./when.ts";

/** `latest quarter (July 2023 to September 2023)`: how many months, where it says so, and the period that it keeps to. */
export interface Latest {
  readonly months: number | undefined;
  readonly kept: Period | undefined;
}

/** The current period as a plan writes it. Until the data are read, `latest` without a period beside it has none. */
export type CurrentWhen = Partial<When> & {
  readonly latest?: Latest;
  readonly latestPopulation?: Latest;
};

/** The periods that the data make of each `latest`, by the path of its `current:` in the plan. */
export type Settled = ReadonlyMap<string, Pick<CurrentWhen, "period" | "population">>;

const lengths = { "12 months": 12, quarter: 3, month: 1 } as const;

/** What follows `latest`; a sentence where it cannot be read, and nothing where the words are not `latest`. */
export function latestIn(words: string): Latest | string | undefined {
  const [, length, beside] = /^latest(?: ([^(]*?))?(?: ?\((.*)\))?$/i.exec(words.trim()) ?? [];
  if (!/^latest\b/i.test(words.trim())) return undefined;
  const months = length && lengths[length.toLowerCase() as keyof typeof lengths];
  if (length === undefined && beside === undefined) {
    return /^latest$/i.test(words.trim()) ? { months: undefined, kept: undefined } : unreadable(words);
  }
  if (length && months === undefined) return unreadable(words);
  if (beside === undefined) return { months: months || undefined, kept: undefined };
  const kept = parsePeriod(beside);
  if (typeof kept !== "object") return `"${words}": "${beside}" is not a period`;
  if (months && kept.to - kept.from + 1 !== months) {
    return `"${words}": ${periodName(kept)} is not ${length === "12 months" ? length : `a ${length}`}`;
  }
  return { months: months || undefined, kept };
}

const unreadable = (words: string): string =>
  `"${words}" is not latest, latest 12 months, latest quarter or latest month; write a period to keep in brackets: latest (12 months to September 2023)`;

/** The path of a node of the plan as one text. */
export const settledKey = (path: readonly (string | number)[]): string => path.join("/");

/** A current period with what the data made of its `latest`. */
export function settle(when: CurrentWhen, key: string, settled: Settled): CurrentWhen {
  const found = settled.get(key);
  const period = when.period ?? (when.latest && found?.period);
  const population = when.population ?? (when.latestPopulation && found?.population);
  return { ...when, ...(period && { period }), ...(population && { population }) };
}
