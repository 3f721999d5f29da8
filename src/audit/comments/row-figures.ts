// The figures of a row that a comment may speak of, and whether a number or a direction of the comment is theirs.

import { type Interval, magnitudes, point, printsAs, rangeText, signOf } from "../../core/interval.ts";
import { compareExact, exact, isNegative, isZero, over, times } from "../../core/number.ts";
import { isChange, isLevel } from "../read/headings.ts";
import { type PrintedValue, type Role, roleKey, roleWords, type Values } from "../rows/printed-value.ts";
import { rules } from "../rows/rules.ts";
import type { Direction, SaidNumber, Whose } from "./claim.ts";

/** A figure that a comment may speak of: of a cell, or computed from two. */
export interface RowFigure {
  readonly role: Role;
  readonly printed: PrintedValue | undefined;
  readonly interval: Interval;
}

/** The numbers of a row, and the changes that it does not print. */
export function figuresOf(values: Values): RowFigure[] {
  const printed = [...values.values()].filter(({ column }) => column !== undefined);
  const given = printed.map((value): RowFigure => ({ role: value.role, printed: value, interval: value.interval }));
  const areas = [...new Set(printed.map(({ role }) => role.area))];
  const computed = rules.flatMap((rule) =>
    areas.flatMap((area): RowFigure[] => {
      const [first] = rule.inputs;
      if (!first || !isChange(rule.output)) return [];
      const inputs = rule.inputs.flatMap(({ kind, when }) =>
        printed.filter(({ role }) => role.kind === kind && role.when === when && role.area === area).slice(0, 1),
      );
      const role: Role = { kind: rule.output, area, per: 1_000, of: undefined, unit: "" };
      const usual = rule.inputs[0]?.kind !== "percent" || rule.output === "points";
      if (inputs.length < 2 || values.has(roleKey(role)) || !usual) return [];
      const interval = rule.formula(
        inputs.map((input) => input.interval),
        point(exact(role.per)),
      );
      return interval ? [{ role, printed: undefined, interval }] : [];
    }),
  );
  return [...given, ...computed];
}

/** The % changes of the rates of each area, which comments speak of beside the printed ones of the numbers. */
export function rateChangesOf(values: Values): RowFigure[] {
  const rates = new Map([...values].filter(([, { role }]) => role.kind === "rate"));
  return figuresOf(rates).flatMap((figure) =>
    figure.role.kind === "percent-change" ? [{ ...figure, role: { ...figure.role, of: "rate" as const } }] : [],
  );
}

export const nameOf = ({ role, printed, interval }: RowFigure): string => {
  const value = printed?.text ?? rangeText(interval, 2);
  return `${roleWords(role)}, ${value}`;
};
export const isOf =
  (side: Whose | undefined, force: string) =>
  ({ role }: RowFigure): boolean =>
    side === undefined || (side === "force") === (role.area === force);
/** A rate per as many people as the figure's: 61.1 per 100,000 is 0.611 per 1,000. */
const perAs = (said: SaidNumber, { per }: Role): SaidNumber =>
  said.per === undefined
    ? said
    : {
        ...said,
        number: over(times(said.number, exact(per)), exact(said.per)),
        places: Math.max(0, said.places + String(said.per).length - String(per).length),
      };

/** How a number agrees with a figure in value, its sign aside. */
export function agreement(
  written: SaidNumber,
  { role, printed, interval }: RowFigure,
): "same" | "rounded" | "other rounding" | undefined {
  const claim = perAs(written, role);
  const said = { number: claim.number.abs(), places: claim.places };
  const { from, to } = magnitudes(interval);
  if (compareExact(from, said.number) === 0 && compareExact(from, to) === 0) return "same";
  if (printed && compareExact(printed.number.abs(), said.number) === 0) return "same";
  if (claim.bound === "over" && compareExact(to, said.number) < 0) return undefined;
  if (claim.bound === "under" && compareExact(from, said.number) > 0) return undefined;
  const current = printsAs(said, printed ? point(printed.number.abs()) : magnitudes(interval));
  // "From 1 May" is no rate of 0.554.
  const isRate = role.kind === "rate" || role.kind === "rate-difference";
  if (isRate && claim.places === 0 && claim.per === undefined && !claim.roughly) return undefined;
  if (current.usual) return printed && printed.places < claim.places ? undefined : "rounded";
  // More decimals than the table prints may be right as well.
  if (printed && claim.places > printed.places) return undefined;
  const share = over(said.number.minus(magnitudes(interval).from).abs(), isZero(said.number) ? exact(1) : said.number);
  if (claim.roughly && compareExact(share, exact("0.05")) <= 0) return "rounded";
  return current.others.includes("truncation") && claim.places > 0 ? "other rounding" : undefined;
}

/** The kinds that a number of a unit may be of. */
export function fitsUnit({ unit, places, per }: SaidNumber, { role }: RowFigure): boolean {
  if (unit === "%") return role.kind === "percent" || role.kind === "percent-change";
  if (unit === "points") return role.kind === "points";
  const isRate = role.kind === "rate" || role.kind === "rate-difference";
  // A number per so many people is of nothing but a rate.
  if (per !== undefined) return isRate;
  return role.kind !== "percent" && role.kind !== "percent-change" && role.kind !== "points" && (!isRate || places > 0);
}
export const fitsPart = (part: "change" | "level" | undefined, { role }: RowFigure): boolean =>
  part === undefined || (part === "change" ? isChange(role.kind) : isLevel(role.kind));

/** Whether the words of a direction fit the sign of a change; a level has none. */
export function fitsDirection(direction: Direction | undefined, { role, interval, printed }: RowFigure): boolean {
  if (direction === undefined || !isChange(role.kind)) return true;
  const sign = printed ? (isZero(printed.number) ? 0 : isNegative(printed.number) ? -1 : 1) : signOf(interval);
  if (sign === undefined) return true;
  return direction === "still" ? sign === 0 : direction === "up" ? sign > 0 : sign < 0;
}

/** The changes of a side, those that say the most first. */
export const changesOf = (figures: readonly RowFigure[], side: Whose, force: string): RowFigure[] =>
  (["variance", "points", "difference", "percent-change", "rate-difference"] as const).flatMap((kind) =>
    figures.filter((figure) => figure.role.kind === kind && isOf(side, force)(figure)),
  );
