// Two ways of writing in one series: 10.42 beside 10:42, and 2.4 beside £1.2m; the plain number may mean something else.

import { isKnown, lineRunsOf } from "../core/figure.ts";
import { grouped } from "../core/grouped.ts";
import { exactText, toNumber } from "../core/number.ts";
import { type Doubt, doubt } from "../core/problems/problems.ts";
import { say } from "../core/words/say.ts";
import type { Observation } from "./observation.ts";

/** An amount this many times as small as one that is written in thousands or millions may be in those too. */
const APART = 1000;

interface Written {
  readonly seen: Observation;
  readonly value: number;
  readonly text: string;
  /** Written as 9:42, or as £1.2m. */
  readonly isMarked: boolean;
}

/** Plain numbers of a series and area that others of it, written otherwise, put in doubt. */
export function mixedForms(all: readonly Observation[]): Doubt[] {
  const written = all.flatMap((seen): [string, Written][] => {
    const { kind, figure, series, areaKey } = seen;
    if (!["minutes", "hours", "pounds"].includes(kind) || !isKnown(figure)) return [];
    const [value, text] = [toNumber(figure.value), exactText(figure.value)];
    return [[`${series}\n${areaKey}\n${kind}`, { seen, value, text, isMarked: figure.derivation !== undefined }]];
  });
  return [...grouped(written)].flatMap(([, group]) => {
    const marked = group.filter(({ isMarked }) => isMarked);
    return group.filter((one) => !one.isMarked).flatMap((one) => doubtOf(one, marked));
  });
}

function doubtOf({ seen, value, text }: Written, marked: readonly Written[]): Doubt[] {
  const { figure, heading, kind } = seen;
  const [origin] = figure.from;
  if (!origin || marked.length === 0) return [];
  const isMoney = kind === "pounds";
  // "10.42" has two digits that may be seconds.
  const maySay = isMoney ? value > 0 && marked.every((one) => one.value >= APART * value) : /\.[0-5]\d$/.test(text);
  if (!maySay) return [];
  const { file, line, column } = origin;
  const cells = { file, column, lines: lineRunsOf(origin) };
  const way = (): string => (isMoney ? say("form.money") : say("form.time"));
  return [doubt("form-mixed", { file, line, column }, cells, heading, text, way)];
}
