// Long files: which of their records have to be read in full, as the numbers of their words tell (bytes.ts).

import { type OpenFile, PART } from "../../io/files.ts";
import { type Ahead, type Form, type Record, readRecords, splitLine } from "../csv/csv.ts";
import { hashOf, hashOfLine, type RecordHash } from "../duplicates.ts";
import type { Observer, RecordWords, Unread } from "../observer.ts";
import { columnsOfArea, columnsRead, namelessOf } from "../record.ts";
import type { Layout } from "../sources/layout.ts";
import { type Field, type Scanner, scannerOf } from "./bytes.ts";
import { threadsOn } from "./threads.ts";
import { compileLater } from "./v8-budget.ts";

/** Reads a record in full, and answers with what it says. */
type Take = (record: Record) => RecordWords | undefined;

/** What an observer does with records that were not read in full. */
export type Taker = Pick<Observer, "routesFor" | "isUnwanted" | "addKnown" | "skip" | "needsNumbers">;

/** What a column of a layout is to a reader that skims: areas and other names tell records apart, as do periods. */
type Role = "area" | "name" | "period" | Exclude<Field["holds"], "words">;

/** The roles of a layout's columns; nothing where a column has two, or where the values of a record differ in area or period. */
function rolesOf(layout: Layout): readonly Role[] | undefined {
  const roles: Role[] = layout.headings.map(() => "skipped");
  const differ = (said: readonly unknown[]): boolean =>
    new Set(said.map((one) => (typeof one === "object" && one && "text" in one ? one.text : one))).size > 1;
  let isClear = !differ(layout.values.map(({ area }) => area)) && !differ(layout.values.map(({ period }) => period));
  const give = (columns: readonly number[], role: Role): void => {
    for (const column of columns) {
      if (roles[column] !== "skipped" && roles[column] !== role) isClear = false;
      roles[column] = role;
    }
  };
  for (const { area, series, kind, period, column, counted } of layout.values) {
    give(columnsOfArea(area), "area");
    give([...columnsRead(series), ...columnsRead(kind)], "name");
    give(columnsRead(period), "period");
    give([column], counted ? "name" : "number");
  }
  give(namelessOf(layout), "empty");
  return isClear && roles.length > 1 ? roles : undefined;
}

/** How the scanner is to take the records of a layout, and what it tells about them. */
interface Fields {
  readonly roles: readonly Role[];
  readonly fields: readonly (Field & { readonly role: Role })[];
}

/** The fields of a layout; nothing for one whose records cannot be told by their names. */
function fieldsOf(layout: Layout): Fields | undefined {
  const roles = rolesOf(layout);
  return roles && { roles, fields: joined(roles) };
}

/** Neighbours of one role are one field, but for numbers and empty cells. */
function joined(roles: readonly Role[]): (Field & { readonly role: Role })[] {
  const fields: (Field & { role: Role })[] = [];
  for (const role of roles) {
    const last = fields.at(-1);
    const isWords = role === "area" || role === "name" || role === "period";
    if (last?.role === role && (isWords || role === "skipped"))
      fields[fields.length - 1] = { ...last, columns: last.columns + 1 };
    else fields.push({ role, holds: isWords ? "words" : role, columns: 1 });
  }
  return fields;
}

/** Something for each row of numbers that stand in these places of a record. */
function byNumbers<T extends object>(places: readonly number[]) {
  type Node = (Node | T | undefined)[];
  // All of one kind from the beginning, for the engine's sake: with holes, and of anything.
  const made = (): Node => {
    const node: Node = new Array(1);
    node[0] = undefined;
    return node;
  };
  const root = made();
  const last = places.length - 1;
  return {
    get(out: Int32Array, at: number): T | undefined {
      let node: Node | T | undefined = last < 0 ? root[0] : root;
      for (let index = 0; node !== undefined && index <= last; index += 1) {
        node = (node as Node)[out[at + (places[index] as number)] as number];
      }
      return node as T | undefined;
    },
    /** Words without a number of their own are not remembered. */
    set(out: Int32Array, at: number, value: T): void {
      let node = root;
      for (let index = 0; index < last; index += 1) {
        const number = out[at + (places[index] as number)] as number;
        if (number < 0) return;
        node[number] ??= made();
        node = node[number] as Node;
      }
      const number = last < 0 ? 0 : (out[at + (places[last] as number)] as number);
      if (number >= 0) node[number] = value;
    },
  };
}

/** Who wants the records of an area and a name. */
interface Wanted {
  readonly routes: ReturnType<Taker["routesFor"]>;
  readonly isUnwanted: boolean;
}

/**
 * A reader for the records of a long file from a line on. `take` reads one in full and answers with what it says. When
 * one comes that says an area, a name and a period met before, and has plain digits under its values, then the numbers
 * are all there is to it; most often nobody wants them. `isOver` says that no more figures are expected.
 */
export function skimmer(
  { roles, fields }: Fields,
  scan: Scanner,
  separator: string,
  firstLine: number,
  take: Take,
  { routesFor, isUnwanted, addKnown, skip, needsNumbers }: Taker,
  isOver: () => boolean,
): Ahead {
  const numbered = fields.filter(({ holds }) => holds === "words" || holds === "number");
  const placesOf = (...wanted: Role[]): number[] =>
    numbered.flatMap(({ role }, index) => (wanted.includes(role) ? [index + 1] : []));
  const columnsOfRole = (wanted: Role): number[] => roles.flatMap((role, column) => (role === wanted ? [column] : []));
  const values = placesOf("number");
  const [areaColumns, nameColumns, valueColumns] = (["area", "name", "number"] as const).map(columnsOfRole) as [
    number[],
    number[],
    number[],
  ];

  const areas = byNumbers<{ place: RecordWords["place"]; filled: number; isUnwanted: boolean }>(placesOf("area"));
  const names = byNumbers<{ named: RecordWords["named"]; filled: number }>(placesOf("name"));
  const times = byNumbers<RecordWords["time"]>(placesOf("period"));
  const both = byNumbers<Wanted>(placesOf("area", "name"));
  const sign = separator.charCodeAt(0);
  const stride = 1 + numbered.length;

  // The record at hand, for whoever asks about it.
  let bytes: Buffer = Buffer.alloc(0);
  let out: Int32Array = new Int32Array();
  let [at, start, end] = [0, 0, 0];
  const lineEnd = (): number => (bytes[end - 2] === 0x0d ? end - 2 : end - 1);
  const row = {
    line: 0,
    get cells(): readonly string[] {
      return splitLine(bytes.toString("utf8", start, lineEnd()), separator) ?? [];
    },
    get hash(): RecordHash {
      return hashOfLine(bytes, start, lineEnd(), sign) ?? hashOf(row);
    },
    number: (column: number): number => out[at + (values[valueColumns.indexOf(column)] ?? 0)] as number,
  } satisfies Unread;

  const areNumbers = (): boolean => {
    for (let index = 0; index < values.length; index += 1) {
      if ((out[at + (values[index] as number)] as number) < 0) return false;
    }
    return true;
  };

  /** What is known of records with the area and the name of the one at hand. */
  const known = (): Wanted | undefined => {
    const [area, name] = [areas.get(out, at), names.get(out, at)];
    // With two cells of names it is neither blank nor a note, whatever else it says.
    if (!area || !name || area.filled + name.filled < 2) return undefined;
    const routes = routesFor(area.place, name.named);
    const found = { routes, isUnwanted: routes?.length === 0 };
    both.set(out, at, found);
    return found;
  };

  /** Whether the record at hand says nothing but what is known, and nobody wants it. */
  const isPassed = (): boolean => {
    if (times.get(out, at) === undefined) return false;
    const area = areas.get(out, at);
    if (area?.isUnwanted !== true) return both.get(out, at)?.isUnwanted === true && (!needsNumbers || areNumbers());
    const name = names.get(out, at);
    return name !== undefined && area.filled + name.filled >= 2;
  };

  /** The next record from there on that needs to be looked at. */
  const nextOf = (from: number, count: number): number => {
    let index = from;
    for (at = index * stride; index < count && isPassed(); at += stride) index += 1;
    return index;
  };

  const learn = (said: RecordWords, cells: readonly string[]): void => {
    const filled = (columns: readonly number[]): number =>
      columns.filter((column) => (cells[column] ?? "").trim() !== "").length;
    areas.set(out, at, { place: said.place, filled: filled(areaColumns), isUnwanted: isUnwanted(said.place) });
    names.set(out, at, { named: said.named, filled: filled(nameColumns) });
    times.set(out, at, said.time);
  };

  let isBelow = false;
  return {
    separator,
    take(window, line) {
      let from = 0;
      let lines = 0;
      if (!isBelow) {
        from = line === 1 ? startOfLine(window, firstLine) : -1;
        if (from < 0) return { end: 0, lines: 0 };
        isBelow = true;
        lines = firstLine - 1;
      }
      bytes = Buffer.from(window.buffer, window.byteOffset, window.length);
      while (!isOver()) {
        const found = scan(bytes, from);
        if (found.count === 0) break;
        out = found.out;
        let full = 0;
        for (let index = nextOf(0, found.count); index < found.count; index = nextOf(index + 1, found.count)) {
          at = index * stride;
          const routes = (both.get(out, at) ?? known())?.routes;
          const time = routes && times.get(out, at);
          if (time && routes.length === 0 && (!needsNumbers || areNumbers())) continue;
          start = out[at] as number;
          end = index + 1 < found.count ? (out[at + stride] as number) : found.end;
          row.line = line + lines + index;
          if (time && typeof time.period === "object" && areNumbers()) {
            addKnown(routes, time, row);
            continue;
          }
          full += 1;
          const { cells } = row;
          const said = take({ line: row.line, cells });
          if (said) learn(said, cells);
          if (isOver()) {
            skip(index + 1 - full);
            return { end, lines: lines + index + 1 };
          }
        }
        skip(found.count - full);
        lines += found.count;
        from = found.end;
      }
      return { end: from, lines };
    },
  };
}

/** From so many bytes on, a file is skimmed with the help of other threads. */
const VERY_LONG = 150 * 2 ** 20;

/**
 * The records of a long file, in batches but for those that were skimmed; `came` is told how far of how much has come.
 * Nothing for a layout whose records cannot be told by their names. The rest is as for `skimmer`.
 */
export function skimming(
  { read, size, path }: OpenFile,
  layout: Layout,
  { separator }: Form,
  ...[firstLine, take, taker, isOver]: [number, Take, Taker, () => boolean]
): ((came: (done: number, of: number) => void) => ReturnType<typeof readRecords>) | undefined {
  const fields = fieldsOf(layout);
  if (!fields) return undefined;
  const sign = separator.charCodeAt(0);
  const threads =
    path !== undefined && size >= VERY_LONG ? threadsOn(path, PART, sign, fields.fields, read) : undefined;
  const scan = threads?.scan ?? scannerOf(sign, fields.fields);
  const ahead = skimmer(fields, scan, separator, firstLine, take, taker, isOver);
  return function* (came) {
    const usual = compileLater();
    try {
      return yield* readRecords(
        (threads?.parts ?? read)((done) => came(done, size)),
        undefined,
        ahead,
      );
    } finally {
      usual();
    }
  };
}

/** Where a line begins, the first being 1; -1 where there are not so many. */
function startOfLine(bytes: Uint8Array, line: number): number {
  let at = 0;
  for (let left = line - 1; left > 0; left -= 1) {
    while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at += 1;
    if (at >= bytes.length) return -1;
    at += bytes[at] === 0x0d && bytes[at + 1] === 0x0a ? 2 : 1;
  }
  return at;
}
