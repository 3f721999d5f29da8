// From and to which periods a comment says that something changed: "up 8.8% since 2015", "between 2016/17 and 2019".
import { type Period, periodName } from "../../core/period.ts";
import type { CommentContext } from "./context.ts";
import { periodClaims } from "./find-periods.ts";

const since =
  /\b(since|from|against|than|compared (?:with|to)|compared to that of|on)(?: (?:the|in|at|that|of|for|year|figures?|levels?|baseline|start|end|beginning))*\s*$/i;
/** "The end of 2018" is near enough to 2019. */
const near = (a: Period, b: Period): boolean => a.from <= b.to + 3 && b.from - 3 <= a.to;

/** Why a change is not the table's: it is said to be from another period than the baseline, or to another than the current. */
export function otherStretch(
  clause: string,
  { periods: { baseline, current }, otherPeriods }: CommentContext,
): string | undefined {
  const dated = periodClaims(clause).flatMap(({ at, text, period }) =>
    period ? [{ at, end: at + text.length, period }] : [],
  );
  const isOther = (period: Period, known: Period | undefined): boolean =>
    known !== undefined && !near(period, known) && !otherPeriods.some((other) => near(period, other));
  for (const [index, { at, end, period }] of dated.entries()) {
    const before = clause.slice(0, at);
    const next = dated[index + 1];
    const isFirst =
      next !== undefined &&
      (/\bbetween(?: the)?\s*$/i.test(before)
        ? /^\s*(and|to)(?: the)?\s*$/i.test(clause.slice(end, next.at))
        : /\bfrom(?: the)?\s*$/i.test(before) && /^\s*(to|until)(?: the)?\s*$/i.test(clause.slice(end, next.at)));
    if ((isFirst || since.test(before)) && isOther(period, baseline) && baseline)
      return `it is the change from ${periodName(baseline)}, not from ${periodName(period)}`;
    if (isFirst && isOther(next.period, current) && current)
      return `it is the change to ${periodName(current)}, not to ${periodName(next.period)}`;
  }
  return undefined;
}
