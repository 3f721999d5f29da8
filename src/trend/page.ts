// What `trend` says of a measure: its months or quarters with their limits and signals, and its years beside the groups.

import { type Figure, isKnown } from "../core/figure.ts";
import { approximately, withThousands } from "../core/number.ts";
import { monthName, periodName, populationDate } from "../core/period.ts";
import type { Level, LevelKey } from "../measures/measure-kind.ts";
import type { ChartLine, LineChart } from "../output/chart.ts";
import { jsonOf } from "../output/formats/json.ts";
import { type Cell, type Column, notApplicable, type Table } from "../output/table.ts";
import { groupNote, shorthandNotes } from "../output/table-notes.ts";
import { levelColumns, wordsFor } from "../output/value-columns.ts";
import { comparatorLabel } from "../plan/comparators.ts";
import { markOf, placesFor } from "../report/format-figure.ts";
import type { XmrSignal } from "../statistics/xmr.ts";
import {
  areYears,
  type GroupStanding,
  momentName,
  type Stretch,
  type Trend,
  type TrendPoint,
  USUAL_TREND,
} from "./trend.ts";

/**
 * The tables of a trend, each with its chart: months or quarters where there are any, then years. A narrow one leaves out
 * the limits, which its notes and its chart show.
 */
export function trendTables(
  trend: Trend,
  rising = USUAL_TREND,
): { readonly table: Table; readonly narrow: Table; readonly chart: LineChart }[] {
  const { measure, step, moments, years, stretches, standings } = trend;
  const unit = step === "quarter" ? "quarters" : "months";
  const marks = signalsBy(stretches);
  const of = (each: string): Pick<Table, "of"> => ({
    of: [
      ["Measure", measure.name],
      ["Step", each],
    ],
  });
  const byStep = {
    ...tableOf(
      trend,
      `${measure.name} by ${step ?? ""}`,
      moments,
      [...stretches.flatMap((stretch) => limitNotes(trend, stretch, unit, rising))],
      (moment) => marks.get(moment.period.to),
    ),
    ...of(step ?? ""),
  };
  const fine = {
    table: withLimits(byStep, trend),
    narrow: byStep,
    chart: chartOf(trend, `${measure.name} by ${step ?? ""}`, moments, trend.fineBasis, true),
  };
  const hasYears = areYears(years);
  const title = hasYears ? `${measure.name}: years` : `${measure.name}: periods as given`;
  const byYear = {
    ...tableOf(trend, title, years, standingNotes(trend, standings)),
    ...of(hasYears ? "year" : "as given"),
  };
  const yearly = {
    table: byYear,
    narrow: byYear,
    chart: chartOf(trend, title, years, trend.basis, false),
  };
  return [...(step ? [fine] : []), ...(years.length > 0 ? [yearly] : [])];
}

function tableOf(
  trend: Trend,
  title: string,
  moments: readonly TrendPoint[],
  notes: readonly string[],
  signal?: (moment: TrendPoint) => string | undefined,
): Table {
  const { sides, measure, breaks, populations } = trend;
  const columns: (Column & { cell: (moment: TrendPoint) => Cell })[] = [
    {
      ...{ group: "", heading: "Period", numeric: false },
      cell: ({ period }) => ({ text: momentName(period) }),
    },
  ];
  for (const [kind, words] of levelColumns) {
    for (const [index, side] of sides.entries()) {
      if (!moments.some(({ levels }) => levels[index]?.[kind])) continue;
      columns.push({
        group: "",
        heading: `${comparatorLabel(side)} ${words}`,
        numeric: true,
        cell: (moment) => cellOf(trend, moment, index, kind),
      });
    }
  }
  if (signal && moments.some(signal)) {
    columns.push({ group: "", heading: "signal", numeric: false, cell: (moment) => ({ text: signal(moment) ?? "" }) });
  }
  const rows = moments.map((moment) => columns.map(({ cell }) => cell(moment)));
  const shorthand = rows.flat().flatMap((cell) => ("figure" in cell && markOf(cell.figure, cell.places)) || []);
  const rates = moments.some(({ levels }) => levels[0]?.rate);
  return {
    title,
    columns: columns.map(({ cell: _, ...column }) => column),
    rows,
    notes: [
      ...(rates && populations.length > 0
        ? [
            `Rates are per 1,000 of the population that the plan chooses for a period, otherwise of the last one as long before its end as the plan's: ${populations.map(populationDate).join(", ")}.`,
          ]
        : []),
      ...sides.slice(1).flatMap((side) => groupNote(side, sides[0] ?? side)),
      ...breaks.map(({ from, reason }) => `A break in series at the beginning of ${monthName(from.from)}: ${reason}.`),
      ...(moments.some(({ broken, levels }) => broken && levels.some(hasFigure))
        ? ["[b] marks a figure that mixes both sides of a break."]
        : []),
      ...shorthandNotes(shorthand.filter((mark) => mark !== "b")),
      ...gapNotes(trend, moments),
      ...notes,
      ...figureNotes(moments, measure.name),
    ],
  };
}

const hasFigure = (level: Level): boolean => Object.values(level as Record<string, Figure>).some(isKnown);

/** The table with the limits that hold for each month or quarter, to one more place than its figures. */
function withLimits(table: Table, { measure, moments, stretches, fineBasis }: Trend): Table {
  const held = stretches.filter(({ limits }) => limits);
  if (held.length === 0) return table;
  const figure = moments[0]?.levels[0]?.[fineBasis] ?? { unit: "count" as const };
  const places = placesFor(measure, false, figure) + 1;
  const group = `Limits of the ${wordsFor(fineBasis)}`;
  const edges = ["mean", "lower", "upper"] as const;
  const rows = table.rows.map((row, index): Cell[] => {
    const at = moments[index]?.period;
    const limits = held.find(({ first, last }) => at && first.from <= at.from && at.to <= last.to)?.limits;
    return [
      ...row,
      ...edges.map((edge) =>
        limits
          ? { figure: { value: approximately(limits[edge]), unit: figure.unit, from: [] }, places }
          : notApplicable,
      ),
    ];
  });
  const isInPart = rows.some((row) => row.includes(notApplicable));
  return {
    ...table,
    columns: [...table.columns, ...edges.map((heading) => ({ group, heading, numeric: true }))],
    rows,
    notes: [...new Set([...table.notes, ...(isInPart ? shorthandNotes(["z"]) : [])])],
  };
}

function cellOf({ measure }: Trend, { levels, broken }: TrendPoint, index: number, kind: keyof Level): Cell {
  const figure = levels[index]?.[kind];
  if (!figure) return { text: "" };
  const places = placesFor(measure, index > 0, figure);
  return { figure: broken && isKnown(figure) ? { ...figure, mark: "b" } : figure, places };
}

/** Each reason for which figures are missing, once, with the sides and the periods that it holds for. */
function gapNotes({ sides }: Trend, moments: readonly TrendPoint[]): string[] {
  const [force = ""] = sides.map(({ name }) => name);
  const why = new Map<string, { side: string; begins: string; periods: Set<string> }>();
  for (const { period, levels } of moments) {
    for (const [index, level] of levels.entries()) {
      for (const { gap } of Object.values(level as Record<string, Figure>).flatMap((one) =>
        isKnown(one) ? [] : one,
      )) {
        // Of windows that lack the same months, each says its own; one sentence says it for all.
        const given = gap.isPartial ? "the data do not give all of its months" : gap.reason;
        // What a group lacks because the force is in it is said of the force.
        const isOfForce = index > 0 && given.startsWith(`${force}: `);
        const reason = isOfForce ? given.slice(force.length + 2) : given;
        const side = isOfForce ? force : (sides[index]?.name ?? "");
        // A reason that ends with its own period holds for others too.
        const own = ` ${periodName(period)}`;
        const begins = reason.endsWith(own) ? `${reason.slice(0, -own.length)} ` : `${reason} (`;
        const found = why.get(`${side}: ${begins}`) ?? { side, begins, periods: new Set() };
        why.set(`${side}: ${begins}`, found);
        found.periods.add(momentName(period));
      }
    }
  }
  const said = new Map<string, string[]>();
  for (const { side, begins, periods } of why.values()) {
    const sentence = `${begins}${shortened([...periods])}${begins.endsWith("(") ? ")" : ""}.`;
    said.set(sentence, [...(said.get(sentence) ?? []), side]);
  }
  return [...said].map(([sentence, names]) => `${names.join(", ")}: ${sentence}`);
}

const shortened = (names: readonly string[]): string =>
  names.length > 4 ? `${names[0]} – ${names.at(-1)}, ${names.length} in all` : names.join(", ");

function figureNotes(moments: readonly TrendPoint[], name: string): string[] {
  const all = moments.flatMap(({ levels }) => levels.flatMap((level) => Object.values(level) as Figure[]));
  return [...new Set(all.flatMap((figure) => figure.notes ?? []))].map((note) => `${name}: ${note}.`);
}

function limitNotes(trend: Trend, stretch: Stretch, unit: string, rising: number): string[] {
  const { measure, moments, fineBasis } = trend;
  const { first, last, points, limits, signals } = stretch;
  const where = first === last ? momentName(first) : `${momentName(first)} – ${momentName(last)}`;
  if (!limits) return [`No limits for ${where}: ${points} ${unit}, and 12 are needed.`];
  const figure = moments[0]?.levels[0]?.[fineBasis];
  const places = placesFor(measure, false, figure ?? { unit: "count" }) + 1;
  const [mean, lower, upper] = [limits.mean, limits.lower, limits.upper].map((value) =>
    withThousands(value.toFixed(places)),
  );
  const words = wordsFor(fineBasis);
  const outside = signals.filter(({ rule }) => rule === "outside");
  const others = signals.filter(({ rule }) => rule !== "outside");
  const said = [
    ...(outside.length > 0
      ? [`Signal: outside the limits: ${outside.map((one) => momentName(one.first)).join(", ")}.`]
      : []),
    ...others.map((signal) => signalSentence(signal, rising)),
  ];
  return [
    `Limits of the ${words}, ${where} (${points} ${unit}): mean ${mean}, from ${lower} to ${upper} (XmR: mean ± 2.66 × the mean moving range, not below 0).`,
    ...(said.length > 0 ? said : [`No signal of a change, ${where}.`]),
  ];
}

function signalSentence({ rule, first, last, points }: Stretch["signals"][number], rising: number): string {
  const [from, to] = [momentName(first), momentName(last)];
  if (rule === "run") return `Signal: ${points.length} in a row on one side of the mean, ${from} to ${to}.`;
  if (rule === "trend")
    return `Signal: ${points.length} in a row rising or falling (${rising} are a signal), ${from} to ${to}.`;
  return `Signal: two of three beyond two thirds of the limit, ${from} to ${to}.`;
}

const ruleWords: Readonly<Record<XmrSignal["rule"], string>> = {
  outside: "outside the limits",
  run: "run on one side",
  trend: "rising or falling",
  "two of three": "two of three near a limit",
};

/** The signals that mark each month or quarter, by its last month. */
function signalsBy(stretches: readonly Stretch[]): Map<number, string> {
  const marks = new Map<number, string>();
  for (const { signals, first } of stretches) {
    const length = first.to - first.from + 1;
    for (const signal of signals) {
      for (const point of signal.points) {
        const month = signal.first.to + (point - signal.from) * length;
        const before = marks.get(month);
        const words = ruleWords[signal.rule];
        marks.set(month, before === undefined || before.includes(words) ? (before ?? words) : `${before}; ${words}`);
      }
    }
  }
  return marks;
}

/** "Gloucestershire is below MSG until March 2012, above from March 2013 to March 2018." */
function standingNotes({ sides, basis, years }: Trend, standings: readonly GroupStanding[]): string[] {
  const [force] = sides;
  return sides.slice(1).flatMap((side, index) => {
    const own = standings.filter((one) => one.side === side);
    if (own.length === 0) return [];
    const lost = years.some(({ levels }) => !isKnown(levels[0]?.[basis]) || !isKnown(levels[index + 1]?.[basis]));
    const reserve = lost ? ", of those that have both figures" : "";
    const [only] = own;
    if (own.length === 1 && only) return [`${force?.name} is ${only.stood} ${side.name} throughout${reserve}.`];
    const parts = own.map(({ stood, from, to }, place) => {
      if (place === 0) return `${stood} ${side.name} until ${monthName(to.to)}`;
      const single = from.to === to.to;
      return `${stood} ${single ? "at" : "from"} ${monthName(from.to)}${single ? "" : ` to ${monthName(to.to)}`}`;
    });
    return [
      `${force?.name} is ${parts.join(", ")} (${areYears(years) ? "12 months" : "periods"} to the end of each${reserve}).`,
    ];
  });
}

function chartOf(
  trend: Trend,
  title: string,
  moments: readonly TrendPoint[],
  basis: LevelKey,
  withLimits: boolean,
): LineChart {
  const { sides, measure, stretches, breaks } = trend;
  const marks = withLimits ? signalsBy(stretches) : new Map<number, string>();
  const comparable = basis !== "count" && basis !== "pounds" && basis !== "people";
  const lines = sides.flatMap((side, index): ChartLine[] => {
    const points = moments.flatMap(({ period, levels }) => {
      const figure = levels[index]?.[basis];
      if (!figure) return [];
      const signal = index === 0 && marks.has(period.to);
      return [{ label: momentName(period), at: period.to, figure, ...(signal && { mark: "signal" as const }) }];
    });
    // The number of a group of forces says nothing beside that of one.
    if (points.length === 0 || (index > 0 && (!comparable || withLimits))) return [];
    return [{ name: comparatorLabel(side), isForce: index === 0, points }];
  });
  const words = wordsFor(basis);
  const drawn = lines.flatMap(({ points }) => points.map(({ figure }) => placesFor(measure, false, figure)));
  return {
    ...{ kind: "line", title, unit: words, lines },
    places: Math.max(0, ...drawn),
    ...(withLimits && {
      limits: stretches.flatMap(({ first, last, limits }) =>
        limits ? [{ from: first.to, to: last.to, lower: limits.lower, mean: limits.mean, upper: limits.upper }] : [],
      ),
    }),
    ...(breaks.length > 0 && { breaks: breaks.map(({ from, reason }) => ({ at: from.from, label: reason })) }),
  };
}

/** For scripts: plan-measures/trend/1, documented in the README. */
export function trendJson(trend: Trend) {
  const { measure, sides, step, moments, years, stretches, standings, breaks } = trend;
  const json = (figure: Figure, index: number) => jsonOf(figure, placesFor(measure, index > 0, figure));
  const all = (level: Level, index: number) =>
    Object.fromEntries(
      Object.entries(level as Record<string, Figure>).map(([kind, figure]) => [kind, json(figure, index)]),
    );
  const momentJson = ({ period, levels, broken, isBetween }: TrendPoint) => ({
    period: momentName(period),
    ...(isBetween && { between: true }),
    ...(broken && { break: true }),
    sides: levels.map((level, index) => ({ name: sides[index]?.name, figures: all(level, index) })),
  });
  const digits = (value: number): string => approximately(value).toFixed();
  return {
    measure: measure.name,
    step: step ?? null,
    moments: moments.map(momentJson),
    years: years.map(momentJson),
    limits: stretches.map(({ first, last, points, limits, signals }) => ({
      ...{ from: momentName(first), to: momentName(last), points },
      ...(limits && {
        mean: digits(limits.mean),
        lower: digits(limits.lower),
        upper: digits(limits.upper),
      }),
      signals: signals.map((one) => ({ rule: one.rule, from: momentName(one.first), to: momentName(one.last) })),
    })),
    standings: standings.map(({ side, stood, from, to }) => ({
      ...{ group: side.name, stood, from: momentName(from), to: momentName(to) },
    })),
    breaks: breaks.map(({ from, reason }) => ({ from: monthName(from.from), reason })),
  };
}
