// One error put into a made-up table: which cells it changes, and whether anything that must hold no longer does.
import { type Line, type Made, printed } from "./variations.ts";

export const cellErrors = [
  "digit",
  "swapped digits",
  "sign",
  "verdict",
  "population",
  "basis",
  "two cells",
  "two rows",
  "two columns",
  "rank",
  "target",
  "unit",
] as const;
export type CellError = (typeof cellErrors)[number];

export interface Seeded {
  readonly made: Made;
  /** The cells that it changed, as "line key". */
  readonly cells: readonly string[];
  /** Whether some truth of the table is broken by it: what breaks none, nobody can find. */
  readonly changesTruth: boolean;
}

const textOf = (lines: readonly Line[], cell: string): string => {
  const [index = "0", key = ""] = cell.split(" ");
  return lines[Number(index)]?.cells[key] ?? "";
};

/** Whether every truth of a table holds. */
export const isTrue = ({ truths, lines }: Made): boolean =>
  truths.every(({ holds }) => holds((cell) => textOf(lines, cell)));

/** A table with some of its cells changed. */
export function changed(made: Made, changes: Readonly<Record<string, string>>): Seeded {
  const lines = made.lines.map(({ name, cells }, index) => ({
    name,
    cells: Object.fromEntries(Object.entries(cells).map(([key, text]) => [key, changes[`${index} ${key}`] ?? text])),
  }));
  const seeded = { ...made, lines };
  return { made: seeded, cells: Object.keys(changes), changesTruth: !isTrue(seeded) };
}

const figures = ["c0", "c1", "r0", "r1", "m0", "m1", "v", "p", "mp", "p0", "p1", "d", "md", "pop", "q0", "q1"];
/** An error of a kind, if the table has what it takes. */
export function withError(made: Made, kind: CellError, random: () => number): Seeded | undefined {
  const whole = (most: number): number => Math.floor(random() * most);
  const one = <T>(list: readonly T[]): T | undefined => list[whole(list.length)];
  const keys = made.columns.map(({ key }) => key);
  const cells = made.lines.flatMap((line, index) =>
    keys.filter((key) => figures.includes(key) && printed(line.cells[key] ?? "")).map((key) => `${index} ${key}`),
  );
  const of = (...wanted: string[]): string[] => cells.filter((cell) => wanted.includes(cell.split(" ")[1] ?? ""));
  const text = (cell: string): string => textOf(made.lines, cell);
  const put = (cell: string | undefined, change: (was: string) => string | undefined): Seeded | undefined => {
    const now = cell === undefined ? undefined : change(text(cell));
    return cell === undefined || now === undefined || now === text(cell) ? undefined : changed(made, { [cell]: now });
  };
  const index = whole(made.lines.length);
  switch (kind) {
    case "digit":
      return put(one(cells), (was) => {
        const places = [...was.matchAll(/\d/g)];
        const at = one(places)?.index ?? 0;
        return was.slice(0, at) + String((Number(was[at]) + 1 + whole(9)) % 10) + was.slice(at + 1);
      });
    case "swapped digits":
      return put(one(cells), (was) => {
        const pairs = [...was.matchAll(/(?=(\d)[.,]?(\d))/g)].filter(([, a, b]) => a !== b);
        const found = one(pairs);
        if (!found) return undefined;
        const piece = /^\d[.,]?\d/.exec(was.slice(found.index))?.[0] ?? "";
        const turned = piece.length === 2 ? `${piece[1]}${piece[0]}` : `${piece[2]}${piece[1]}${piece[0]}`;
        return was.slice(0, found.index) + turned + was.slice(found.index + piece.length);
      });
    case "sign":
      return put(one(of("v", "p", "mp", "d", "md")), (was) =>
        /^[-−]/.test(was) ? was.slice(1) : was.startsWith("(") ? was.slice(1, -1) : `-${was.replace("+", "")}`,
      );
    case "verdict":
      return keys.includes("ok")
        ? put(`${index} ok`, (was) => (/^yes/i.test(was) ? "No" : was === "" ? undefined : "Yes"))
        : keys.includes("side")
          ? put(`${index} side`, (was) => (was === "Above" ? "Below" : was === "Below" ? "Above" : undefined))
          : undefined;
    case "population":
      return put(`${index} r1`, () => (keys.includes("r1") ? made.traps[index]?.r1 : undefined));
    case "basis": {
      const key = keys.includes("p") ? "p" : "d";
      return put(`${index} ${key}`, () => made.traps[index]?.[key]);
    }
    case "two cells": {
      const [a, b] = [
        `${index} ${one(keys.filter((key) => figures.includes(key)))}`,
        `${index} ${one(keys.filter((key) => figures.includes(key)))}`,
      ];
      return a !== b && cells.includes(a) && cells.includes(b) && text(a) !== text(b)
        ? changed(made, { [a]: text(b), [b]: text(a) })
        : undefined;
    }
    case "two rows": {
      const other = whole(made.lines.length);
      const key = one(keys.filter((each) => figures.includes(each)));
      const [a, b] = [`${index} ${key}`, `${other} ${key}`];
      return other !== index && cells.includes(a) && cells.includes(b) && text(a) !== text(b)
        ? changed(made, { [a]: text(b), [b]: text(a) })
        : undefined;
    }
    case "two columns": {
      const [a, b] = [
        one(keys.filter((key) => figures.includes(key))) ?? "",
        one(keys.filter((key) => figures.includes(key))) ?? "",
      ];
      if (a === b) return undefined;
      return changed(
        made,
        Object.fromEntries(
          made.lines.flatMap((line, at) => [
            [`${at} ${a}`, line.cells[b] ?? ""],
            [`${at} ${b}`, line.cells[a] ?? ""],
          ]),
        ),
      );
    }
    case "rank":
      return keys.includes("rank") && keys.includes("pop")
        ? put(`${index} rank`, (was) => String((Number(was) % made.lines.length) + 1))
        : undefined;
    case "target":
      return put(`${index} target`, (was) => {
        const [t, p] = [Number(/\d+/.exec(was)?.[0]), printed(text(`${index} p1`))?.v];
        return Number.isNaN(t) || p === undefined || !keys.includes("target")
          ? undefined
          : was.replace(String(t), String(t > p ? Math.floor(p) - 3 : Math.ceil(p) + 3));
      });
    case "unit":
      // Percentage points written with %, or a count: the same digits, another unit.
      return put(one(of("v", "r1", "c1", "d")), (was) => (was.includes("%") ? undefined : `${was}%`));
  }
}
