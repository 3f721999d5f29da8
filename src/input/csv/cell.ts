// What a cell of an export says: a number, a reason for having none, or neither.
import type { Gap } from "../../core/figure.ts";
import { type Exact, exact } from "../../core/number.ts";

/** The reason that a blank cell gives: the one that nobody gave on purpose. */
export const BLANK = "the cell is blank";
const notAvailable = "not available";
/** The reason that a blank cell gives where others carry the mark of a significant change. */
export const NO_MARK = "it carries no mark";
/** Signs that stand where a number was not published. None of them is ever 0. */
const signs = new Map<string, Gap>(
  Object.entries({
    "": { mark: "x", reason: BLANK, reported: true },
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

export type ParsedCell =
  | {
      readonly number: Exact;
      readonly percent: boolean;
      readonly pounds: boolean;
      /** Decimal places as printed, trailing zeros among them: how far the number was rounded. */
      readonly places: number;
      /** The mark beside it, of government shorthand: "[r]" is revised. */
      readonly reserve?: string;
    }
  | { readonly gap: Gap }
  | "not a number";

/** `12,345`, `- 1,685`, `(1,685)`, `+ 3`, `36.5%`, `£1,204`; a space may be one that does not break. */
const NUMBER =
  /^(?<opened>\()?(?<sign>[+−–-])?[ \u00a0\u202f]?(?<pounds>£)?[ \u00a0\u202f]?(?<whole>\d+|[1-9]\d{0,2}(?:(?:,\d{3})+|(?:[\u00a0\u2009\u202f]\d{3})+))(?<decimals>\.\d+)?[ \u00a0\u202f]?(?<percent>%)?(?<closed>\))?$/;
/** What a number may have beside it: "412 [r]", "412 (p)", "412 [note 1]". */
const RESERVED = /^(?<number>[^[(]*\d[^[(]*?)\s*[[(](?<mark>[rpefbu]|notes? \d+(?:(?:,| and) \d+)*)[\])]$/i;
/** Reserves about a number that is there, as the Government Analysis Function recommends them. */
const reserves = new Map([
  ["r", "revised"],
  ["p", "provisional"],
  ["e", "estimated"],
  ["f", "forecast"],
  ["b", "break in series"],
  ["u", "low reliability"],
]);
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
      : { ...read, reserve: `[${mark}] ${reserves.get(mark)}` };
  }
  const spaced = written.replaceAll("\u00a0", " ").replaceAll("\u202f", " ");
  const text = spaced.replaceAll("−", "-").replaceAll("–", "-");
  const sign = signs.get(text.toLowerCase());
  if (sign) return { gap: sign };
  const hash = /^(\[[a-z]+\]) +(.+)$/i.exec(text);
  const marked = hash && signs.get(hash[1]?.toLowerCase() ?? "");
  return hash && marked ? { gap: { ...marked, reason: hash[2] ?? marked.reason } } : "not a number";
}

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
  return text === "" ? { mark: "z", reason: NO_MARK } : (signs.get(text.toLowerCase()) ?? "not a mark");
}

/** A word with a mark of government shorthand, or of a note, behind it: "Good [r]", "Good [note 1]". */
const MARKED_WORD = /^(?<word>.+?)\s*\[(?<mark>[rpefbu]|notes? \d+(?:(?:,| and) \d+)*)\]$/i;

/** What a cell of words says: a word, with the mark beside it, or a reason for none. */
export function readWord(raw: string): { readonly word: string; readonly reserve?: string } | { readonly gap: Gap } {
  const cell = readCell(raw);
  if (cell !== "not a number" && "gap" in cell) return cell;
  const text = raw.trim().replace(/\s+/g, " ");
  const { word = text, mark = "" } = MARKED_WORD.exec(text)?.groups ?? {};
  const meaning = reserves.get(mark.toLowerCase());
  return meaning === undefined ? { word } : { word, reserve: `[${mark.toLowerCase()}] ${meaning}` };
}
