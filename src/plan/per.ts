// What the rates of a measure are per: its words in a plan, and what keeps rates from being of households.
import * as z from "zod/mini";
import { type Per, rates } from "../core/value-kind.ts";
import type { MeasureKind } from "../measures/measure-kind.ts";
import { described, meaning } from "./schema-words.ts";

const WORDS = /^(?:per )?(1,?000|10,?000|100,?000)(?: (?:of )?(?:the )?(population|people|persons|households))?$/i;
export const perSchema = z.optional(
  described(
    meaning<Per>((words) => {
      const [, digits = "", of] = WORDS.exec(words) ?? [];
      const power = digits.replace(/\D/g, "").length - 1;
      const isOfHouseholds = of?.toLowerCase() === "households";
      const found = rates.find((one) => one.power === power && isOfHouseholds === (one.of === "households"));
      return (
        found ?? `expected 1000, 10000 or 100000 population, or 1000 households, but found ${JSON.stringify(words)}`
      );
    }),
    "What its rates are per: so many of the population, or of households; otherwise 1,000 population",
    10000,
    "100,000 population",
    "1,000 households",
  ),
);

interface Series {
  readonly add: readonly string[];
  readonly subtract: readonly string[];
}

/** A published rate is of households where the name of its series says so. */
export const ofHouseholds = ({ add, subtract }: Series): boolean =>
  [...add, ...subtract].every((name) => /\bhouseholds?\b/i.test(name));

/** What keeps rates from being of households, and what to write instead; nothing where they can be. */
export function perTrouble(
  per: Per,
  kind: MeasureKind,
  series: Series,
  whens: readonly { readonly population?: unknown; readonly none?: boolean }[],
): readonly [message: string, hint: string] | undefined {
  const [basis] = kind.bases;
  if (per.of !== "households" || kind.inWords) return undefined;
  if (basis === "rate" && !ofHouseholds(series)) {
    return [
      "the data give this rate per population",
      "use kind: count, and add population: under baseline and current",
    ];
  }
  if (basis === "count" && whens.some(({ population, none }) => !none && !population)) {
    return [
      "the plan does not give the date of the number of households",
      "add population: mid-2021 under baseline and current",
    ];
  }
  return undefined;
}
