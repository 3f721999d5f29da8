// Fractions of 1 among percentages: a value of at most 1 beside others of its series that are about 100 times as large.
import { isAmong, isKnown, lineRunsOf } from "../core/figure.ts";
import { grouped } from "../core/grouped.ts";
import { exactText, toNumber } from "../core/number.ts";
import { type Doubt, doubt } from "../core/problems/problems.ts";
import type { Observation } from "./observation.ts";

/** As near as this many times. */
const NEAR = 1.5;

/** Whether a percentage, taken for a fraction of 1, would be within half as much again of one that is a percentage. */
export const isLikeFraction = (small: number, large: number): boolean =>
  100 * small <= NEAR * large && large <= NEAR * 100 * small;

/** Whether a percentage may be a fraction: small ones that are typed have one decimal, and fractions more. */
export const maybeFraction = (value: number, places: number): boolean => value > 0 && value <= 1 && places >= 2;

/** Percentages of an area that may be fractions, beside those of it in other files; those doubted already are left out. */
export function mixedPercentages(all: readonly Observation[], doubted: readonly Doubt[]): Doubt[] {
  const percentages = all.filter(({ kind, figure }) => kind === "percent" && isKnown(figure) && figure.from[0]);
  const known = doubted.filter(({ code }) => code === "percent-fractions" || code === "percent-mixed");
  return [...grouped(percentages.map((one) => [`${one.series}\n${one.areaKey}`, one] as const)).values()].flatMap(
    (group) => {
      const points = group.flatMap(({ figure, heading }) => {
        const [origin] = figure.from;
        if (!isKnown(figure) || !origin) return [];
        return [{ heading, figure, origin, text: exactText(figure.value), value: toNumber(figure.value) }];
      });
      const large = points.filter(({ value }) => value > 1);
      return points.flatMap(({ heading, figure, origin, text, value }) => {
        const others = large.filter((one) => one.origin.file !== origin.file);
        const isMixed =
          figure.derivation === undefined &&
          maybeFraction(value, text.split(".")[1]?.length ?? 0) &&
          others.length > 0 &&
          large.every((one) => isLikeFraction(value, one.value)) &&
          !known.some(({ cells }) => isAmong(origin, cells));
        if (!isMixed) return [];
        const { file, line, column } = origin;
        const cells = { file, column, lines: lineRunsOf(origin) };
        return [doubt("percent-mixed", { file, line, column }, cells, heading, text, others[0]?.text ?? "")];
      });
    },
  );
}
