// What a cell of an export says: a number, a reason for having none, or neither.
import type { Gap } from "./figure.ts";
import { type Exact, exact, over } from "./number.ts";

/** The reason that a blank cell gives: the one that nobody gave on purpose. */
export const BLANK = "the cell is blank";
const notAvailable = "not available";
/** The reason that a blank cell gives where others carry the mark of a significant change. */
export const NO_MARK = "it carries no mark";
/** Signs that stand where a number was not published. None of them is ever 0. */
const signs = new Map<string, Gap>(
  Object.entries({
    "": { mark: "x", reason: BLANK, told: true },
    "..": { mark: "x", reason: notAvailable },
    ".": { mark: "x", reason: notAvailable },
    "-": { mark: "x", reason: "no figure given" },
    "--": { mark: "x", reason: "no figure given" },
    ":": { mark: "z", reason: "not applicable" },
    "+": { mark: "x", reason: "not shown" },
    na: { mark: "x", reason: notAvailable },
    "n/a": { mark: "x", reason: notAvailable },
    "[x]": { mark: "x", reason: notAvailable },
    "[c]": { mark: "c", reason: "confidential" },
    "[z]": { mark: "z", reason: "not applicable" },
    "[low]": { mark: "low", reason: "rounds to zero" },
    "[u]": { mark: "u", reason: "low reliability" },
    "[w]": { mark: "w", reason: "none recorded in the survey" },
  } satisfies Record<string, Gap>),
);

export type Cell =
  | {
      readonly number: Exact;
      readonly percent: boolean;
      readonly pounds: boolean;
      /** Decimal places as printed, trailing zeros among them: how far the number was rounded. */
      readonly places: number;
    }
  | { readonly gap: Gap }
  | "not a number";

const digits = /^(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?$/;
/** More digits than any count or population has; beyond them arithmetic could not be promised to be exact. */
const MOST_DIGITS = 20;

/**
 * Reads a cell of a value column. `12,345`, `- 1,685`, `(1,685)`, `+ 3`, `36.5%`, `£1,204` are numbers; `..`, `[x]`
 * or a blank is a reason; `[x] counts are not published` gives its own reason; `1,4OO`, `12,34` or `*` is neither.
 */
export function readCell(raw: string): Cell {
  const text = raw
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(/[−–]/g, "-")
    .trim();
  const sign = signs.get(text.toLowerCase());
  if (sign) return { gap: sign };
  const spoken = /^(\[[a-z]+\]) +(.+)$/i.exec(text);
  const marked = spoken && signs.get(spoken[1]?.toLowerCase() ?? "");
  if (spoken && marked) return { gap: { ...marked, reason: spoken[2] ?? marked.reason } };

  const negative = /^\((.*)\)$/.exec(text);
  const [, plusOrMinus = "", unsigned = ""] = /^([+-]?) ?(.*)$/.exec(negative?.[1] ?? text) ?? [];
  const [, pounds = "", body = "", percent = ""] = /^(£?) ?(.*?) ?(%?)$/.exec(unsigned) ?? [];
  const match = digits.exec(body);
  if (!match || (negative && plusOrMinus)) return "not a number";
  const plain = `${match[1]?.replaceAll(",", "")}${match[2] ?? ""}`;
  // Nor has any so many zeros: taking them off would be slow.
  if (plain.length > 2 * MOST_DIGITS || plain.replace(".", "").replace(/^0+/, "").length > MOST_DIGITS)
    return "not a number";
  return {
    number: exact(`${negative || plusOrMinus === "-" ? "-" : ""}${plain}`),
    percent: percent !== "",
    pounds: pounds !== "",
    places: match[2] ? match[2].length - 1 : 0,
  };
}

/**
 * The mark of a statistically significant change that a survey's table carries: `*↑` is 1, `*↓` is -1, and `*` alone,
 * which does not say whither, 0. A blank is no mark.
 */
export function readMark(raw: string): Exact | Gap | "not a mark" {
  const text = raw.trim();
  const known = { "*↑": 1, "*↓": -1, "*": 0 }[text.replace(/ /g, "")];
  if (known !== undefined) return exact(known);
  return text === "" ? { mark: "z", reason: NO_MARK } : (signs.get(text.toLowerCase()) ?? "not a mark");
}

/** 0.6072 as 60.72 %: for a column that holds shares as fractions of 1. */
export const fractionAsPercent = (value: Exact): Exact => over(value, exact("0.01"));
