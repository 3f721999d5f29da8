// What a cell of an export says: a number, a reason for having none, or neither.

import type { Gap, Mark } from "../../core/figure.ts";
import { type Exact, exact } from "../../core/number.ts";
import { say } from "../../core/words/say.ts";

/** The reason that a blank cell gives: the one that nobody gave on purpose. */
export const blankReason = (): string => say("gap.blank");
/** The reason that a blank cell gives where others carry the mark of a significant change. */
export const noMarkReason = (): string => say("gap.unmarked");

const notAvailable = (): string => say("shorthand.x");
const noFigure = (): string => say("gap.no-figure");
const notApplicable = (): string => say("shorthand.z");
/** Signs that stand where a number was not published, each with its mark and its reason. None of them is ever 0. */
const signs = new Map<string, readonly [mark: Mark, reason: () => string]>(
  Object.entries({
    "": ["x", blankReason],
    "..": ["x", notAvailable],
    ".": ["x", notAvailable],
    "-": ["x", noFigure],
    "--": ["x", noFigure],
    ":": ["z", notApplicable],
    "+": ["x", () => say("gap.not-shown")],
    na: ["x", notAvailable],
    "n/a": ["x", notAvailable],
    "[x]": ["x", notAvailable],
    "[c]": ["c", () => say("shorthand.c")],
    "[z]": ["z", notApplicable],
    "[low]": ["low", () => say("shorthand.low")],
    "[u]": ["u", () => say("shorthand.u")],
    "[w]": ["w", () => say("gap.none-in-survey")],
  } satisfies Record<string, readonly [Mark, () => string]>),
);
/** The gap of such a sign; nothing for any other. */
function signed(text: string): Gap | undefined {
  const found = signs.get(text);
  if (!found) return undefined;
  const [mark, reason] = found;
  return { mark, reason: reason(), ...(text === "" && { reported: true }) };
}

export type ParsedCell =
  | {
      readonly number: Exact;
      readonly percent: boolean;
      readonly pounds: boolean;
      /** Decimal places as printed, trailing zeros among them: how far the number was rounded. */
      readonly places: number;
      /** The mark beside it, of government shorthand: "[r]" is revised. */
      readonly reserve?: Reserve;
    }
  | { readonly gap: Gap }
  | "not a number";

/** `12,345`, `- 1,685`, `(1,685)`, `+ 3`, `36.5%`, `£1,204`; a space may be one that does not break. */
const NUMBER =
  /^(?<opened>\()?(?<sign>[+−–-])?[ \u00a0\u202f]?(?<pounds>£)?[ \u00a0\u202f]?(?<whole>\d+|[1-9]\d{0,2}(?:(?:,\d{3})+|(?:[\u00a0\u2009\u202f]\d{3})+))(?<decimals>\.\d+)?[ \u00a0\u202f]?(?<percent>%)?(?<closed>\))?$/;
/** What a number may have beside it: "412 [r]", "412 (p)", "412 [note 1]". */
const RESERVED = /^(?<number>[^[(]*\d[^[(]*?)\s*[[(](?<mark>[rpefbu]|notes? \d+(?:(?:,| and) \d+)*)[\])]$/i;
/** Reserves about a number that is there, as the Government Analysis Function recommends them. */
const reserves = ["r", "p", "e", "f", "b", "u"] as const;
export type Reserve = (typeof reserves)[number];
const reserveOf = (mark: string): Reserve | undefined => reserves.find((one) => one === mark.toLowerCase());
/** More digits than any count or population has; beyond them arithmetic could not be promised to be exact. */
const MOST_DIGITS = 20;

/**
 * Reads a cell of a value column. `12,345`, `- 1,685`, `(1,685)`, `+ 3`, `36.5%`, `£1,204` are numbers; `..`, `[x]`
 * or a blank is a reason; `[x] counts are not published` gives its own reason; `1,4OO`, `12,34`, `0,611` or `*` is neither.
 */
export function readCell(raw: string): ParsedCell {
  const written = raw.trim();
  const number = NUMBER.exec(written);
  if (number?.groups) return numberOf(number.groups);
  const reserved = RESERVED.exec(written);
  const noted = NUMBER.exec(reserved?.groups?.number ?? "");
  if (noted?.groups) {
    const read = numberOf(noted.groups);
    const mark = (reserved?.groups?.mark ?? "").toLowerCase();
    return read === "not a number" || "gap" in read || mark.startsWith("note")
      ? read
      : withReserve(read, reserveOf(mark));
  }
  const spaced = written.replaceAll("\u00a0", " ").replaceAll("\u202f", " ");
  const text = spaced.replaceAll("−", "-").replaceAll("–", "-");
  const sign = signed(text.toLowerCase());
  if (sign) return { gap: sign };
  const hash = /^(\[[a-z]+\]) +(.+)$/i.exec(text);
  const marked = hash && signed(hash[1]?.toLowerCase() ?? "");
  return hash && marked ? { gap: { ...marked, reason: hash[2] ?? marked.reason } } : "not a number";
}

const withReserve = (read: Exclude<ParsedCell, string | { gap: Gap }>, reserve: Reserve | undefined): ParsedCell =>
  reserve === undefined ? read : { ...read, reserve };

function numberOf({ opened, sign = "", pounds, whole = "", decimals = "", percent, closed }: Groups): ParsedCell {
  if ((opened === undefined) !== (closed === undefined) || (opened && sign !== "")) return "not a number";
  const plain = `${whole.replace(/\D/g, "")}${decimals}`;
  // Nor has any so many zeros: taking them off would be slow.
  if (plain.length > 2 * MOST_DIGITS) return "not a number";
  if (plain.length > MOST_DIGITS && plain.replace(".", "").replace(/^0+/, "").length > MOST_DIGITS)
    return "not a number";
  return {
    number: exact(opened || (sign !== "" && sign !== "+") ? `-${plain}` : plain),
    percent: percent !== undefined,
    pounds: pounds !== undefined,
    places: Math.max(0, decimals.length - 1),
  };
}

/** Whether a cell holds a sign that stands where a figure is not there; a blank is none. */
export function isMarker(raw: string): boolean {
  const cell = readCell(raw);
  return cell !== "not a number" && "gap" in cell && raw.trim() !== "";
}

type Groups = Readonly<{ [name: string]: string | undefined }>;

/**
 * The mark of a statistically significant change that a survey's table carries: `*↑` is 1, `*↓` is -1, and `*` alone,
 * which does not say whither, 0. A blank is no mark.
 */
export function readMark(raw: string): Exact | Gap | "not a mark" {
  const text = raw.trim();
  const known = { "*↑": 1, "*↓": -1, "*": 0 }[text.replace(/ /g, "")];
  if (known !== undefined) return exact(known);
  return text === "" ? { mark: "z", reason: noMarkReason() } : (signed(text.toLowerCase()) ?? "not a mark");
}

/** A word with a mark of government shorthand, or of a note, behind it: "Good [r]", "Good [note 1]". */
const MARKED_WORD = /^(?<word>.+?)\s*\[(?<mark>[rpefbu]|notes? \d+(?:(?:,| and) \d+)*)\]$/i;

/** What a cell of words says: a word, with the mark beside it, or a reason for none. */
export function readWord(raw: string): { readonly word: string; readonly reserve?: Reserve } | { readonly gap: Gap } {
  const cell = readCell(raw);
  if (cell !== "not a number" && "gap" in cell) return cell;
  const text = raw.trim().replace(/\s+/g, " ");
  const { word = text, mark = "" } = MARKED_WORD.exec(text)?.groups ?? {};
  const reserve = reserveOf(mark);
  return reserve === undefined ? { word } : { word, reserve };
}
