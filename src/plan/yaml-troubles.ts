// What is wrong with a text as YAML, at the line where it was done: the parser notices some of it many lines further down.
import { type Document, isCollection, isScalar, visit } from "yaml";
import type { TroubleCode } from "./yaml-words.ts";

type Trouble = Parsed["errors"][number];

/** Of each line the first trouble; where one explains all that come after it, no more than that. */
export function troublesOf(text: string, document: Document.Parsed): readonly Trouble[] {
  const found = document.errors.map(({ code, message, pos }) => ({
    code: message === "Sequence item without - indicator" ? ("DASH_MISSING" as const) : code,
    ...{ message, offset: pos[0] },
  }));
  if (found.length === 0) return [];
  const blanks = oddBlanks(text);
  if (blanks.length > 0) return blanks;
  const tabs = tabsNear(text, found);
  if (tabs.length > 0) return tabs;
  const lines = new Set<number>();
  const told: Trouble[] = [];
  for (const one of found) {
    const line = text.lastIndexOf("\n", one.offset - 1);
    if (lines.has(line)) continue;
    // What comes after the first trouble may be nothing but a consequence of it.
    if (told.length > 0 && / in YAML stream/.test(one.message)) continue;
    lines.add(line);
    const cause = openedAt(document, one) ?? bracketAt(text, document, one) ?? dashlessAt(text, one);
    if (cause) return [...told.filter(({ offset }) => offset < cause.offset), cause];
    told.push(one);
  }
  return told;
}

/** Lines that are indented with blanks which are no spaces: a word processor writes such, and they look alike. */
function oddBlanks(text: string): Trouble[] {
  const message = "the line is indented with a no-break space";
  return [...text.matchAll(/^[ \t]*(?=[^\S \t\r\n])/gm)].map(({ index, 0: before }) => ({
    ...{ code: "ODD_BLANK", message },
    offset: index + before.length,
  }));
}

/** Lines indented with a tab, where one is at a trouble or a few lines below: the parser stops at the lines above it. */
function tabsNear(text: string, found: readonly Trouble[]): Trouble[] {
  const message = "the line is indented with a tab";
  const tabs = [...text.matchAll(/^ *(?=\t[ \t]*[^\s#])/gm)].map(({ index, 0: before }) => index + before.length);
  const isNear = found.some(({ offset }) => {
    const start = text.lastIndexOf("\n", offset - 1);
    let end = start;
    for (let line = 0; line <= LINES_BELOW && (line === 0 || end > 0); line += 1) end = text.indexOf("\n", end + 1);
    return tabs.some((tab) => tab > start && (end < 0 || tab < end));
  });
  return isNear ? tabs.map((offset) => ({ code: "TAB_AS_INDENT", message, offset })) : [];
}
const LINES_BELOW = 3;

/** Where the quotation mark stands that is never closed. */
function openedAt(document: Document.Parsed, { message, offset }: Trouble): Trouble | undefined {
  if (!message.startsWith("Missing closing ")) return undefined;
  let start: number | undefined;
  const look = (node: unknown): void => {
    if (isScalar(node) && /^QUOTE/.test(node.type ?? "") && node.range && node.range[0] < offset) start = node.range[0];
  };
  visit(document, { Scalar: (_, node) => look(node) });
  return start === undefined ? undefined : { code: "QUOTE_OPEN", message, offset: start };
}

/** Where the bracket stands that is not closed; what begins further in was closed too late. */
function bracketAt(text: string, document: Document.Parsed, { message, offset }: Trouble): Trouble | undefined {
  if (!/^Flow .* end with a/.test(message)) return undefined;
  let start: number | undefined;
  visit(document, {
    Collection(_, node) {
      if (!isCollection(node) || !node.flow || !node.range || node.range[0] > offset) return;
      if (!/[\]}]/.test(text[node.range[1] - 1] ?? "")) start = node.range[0];
    },
  });
  return start === undefined ? undefined : { code: "BRACKET_OPEN", message, offset: start };
}

/** Where the first item of a list begins that lacks the dash which those after it have. */
function dashlessAt(text: string, { message, offset }: Trouble): Trouble | undefined {
  if (!message.startsWith("A block sequence may not be used as an implicit map key")) return undefined;
  const above = text.slice(0, offset).split("\n").slice(0, -1);
  const [dash = ""] = /^ *(?=-)/.exec(text.slice(text.lastIndexOf("\n", offset - 1) + 1)) ?? [];
  const isDeeper = (line: string): boolean => line.trim() === "" || line.startsWith(`${dash} `);
  const parent = above.findLastIndex((line) => !isDeeper(line));
  const first = above.findIndex((line, index) => index > parent && line.trim() !== "");
  if (first < 0) return undefined;
  // A list whose dashes are not below each other lacks none.
  if (/^\s*-/.test(above[first] ?? "")) return { code: "BAD_INDENT", message, offset };
  const start = above.slice(0, first).reduce((sum, line) => sum + line.length + 1, 0);
  return { code: "DASH_MISSING", message, offset: start + (above[first]?.search(/\S/) ?? 0) };
}

export type PathStep = string | number;

export interface Parsed {
  readonly value: unknown;
  /** What is wrong with it as YAML, and where. */
  readonly errors: readonly { readonly code: TroubleCode; readonly message: string; readonly offset: number }[];
  /** Where the value at a path begins; nothing where there is none. */
  readonly startOf: (path: readonly PathStep[]) => number | undefined;
  /** Where a key of the group at a path begins. */
  readonly keyOf: (path: readonly PathStep[], name: string) => number | undefined;
}
