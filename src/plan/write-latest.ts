// Writes the period beside the word `latest` in the text of a plan; every other letter of the text stays as it is.
import { type Period, periodName, populationDate } from "../core/period.ts";
import { parseYaml } from "./yaml.ts";

/** A `latest` of the plan, by the path of its `current:`, and the period that it is to keep to. */
export interface LatestEdit {
  readonly key: string;
  readonly what: "current" | "population";
  readonly period: Period;
}

/** Why the text cannot be edited, and what to do instead. */
export interface NotEdited {
  readonly why: string;
  readonly hint: string;
}

const WORDS = /^(["']?)(latest(?: (?:12 months|quarter|month))?)(?: ?\([^)\n]*\))?(?=\1\s*(?:[,}#\r\n]|$))/i;

/** The text with the periods written; a sentence where a `latest` stands in a way that cannot be edited, such as an alias. */
export async function withLatest(text: string, edits: readonly LatestEdit[]): Promise<string | NotEdited> {
  const { startOf, value } = await parseYaml(text);
  const places = edits.map(({ key, what, period }) => {
    const path = key.split("/").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    const isMap = typeof valueAt(value, path) === "object";
    const full = isMap ? [...path, what === "current" ? "period" : "population"] : path;
    const at = startOf(full);
    const found = at === undefined ? null : WORDS.exec(text.slice(at));
    const name = what === "current" ? periodName(period) : populationDate(period);
    return { at, found, words: `${found?.[1] ?? ""}${found?.[2] ?? ""} (${name})` };
  });
  const lost = places.find(({ found }) => !found);
  if (lost) {
    const line = text.slice(0, lost.at ?? 0).split("\n").length;
    return {
      why: `line ${line}: latest is written in a way that this command cannot edit`,
      hint: "write the period beside it by hand",
    };
  }
  return places
    .sort((a, b) => (b.at ?? 0) - (a.at ?? 0))
    .reduce(
      (all, { at = 0, found, words }) => all.slice(0, at) + words + all.slice(at + (found?.[0].length ?? 0)),
      text,
    );
}

const valueAt = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((one, step) => (one as Record<string | number, unknown> | undefined)?.[step], value);
