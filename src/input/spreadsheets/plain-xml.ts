// The plain XML of which programs make sheets: tags, and text between them. Whatever is not so plain is left to the full parser.
import type { Attributes, Listener } from "./xml-listener.ts";

/** So much of one tag, or of one text, is waited for. */
const LONGEST = 64 * 1024;
/** No declaration is longer; a document that is shorter is too small for it to matter. */
const MOST_DECLARED = 200;
const DECLARATION = /^<\?xml version="1\.0" encoding="(?:UTF|utf)-8"(?: standalone="(?:yes|no)")?\?>[ \t\r\n]*/;
/** Signs that XML changes, or does not allow; of two units, it allows some alone. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML does not allow
const ODD = /[\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]/;
const BLANK = /^[ \t\n]*$/;
const NAME = /^[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?$/;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export type PlainReader = ReturnType<typeof plainReader>;

/** Tells of a document for as long as it is plain. */
export function plainReader({ open, close, text }: Listener) {
  const within: string[] = [];
  const names = new Set<string>();
  let [rest, isBegun, isRooted, declaration] = ["", false, false, ""];

  const isName = (word: string): boolean => {
    if (names.has(word)) return true;
    if (!NAME.test(word) || word === "__proto__") return false;
    names.add(word);
    return true;
  };
  /** What stands between a tag's name and its end, from a place on; nothing where it is not plain. */
  const attributesOf = (tag: string, from: number): Attributes | undefined => {
    const found: Record<string, string> = {};
    for (let at = from; at < tag.length; ) {
      const equals = tag.indexOf('="', at);
      const end = equals < 0 ? -1 : tag.indexOf('"', equals + 2);
      const name = tag.slice(at + 1, equals);
      const value = end < 0 ? undefined : meant(tag.slice(equals + 2, end));
      if (tag[at] !== " " || value === undefined || !isName(name) || Object.hasOwn(found, name)) return undefined;
      found[name] = value;
      at = end + 1;
    }
    return found;
  };
  /** Reads a tag, from behind its < to before its >; whether it was plain. */
  const takeTag = (tag: string): boolean => {
    if (tag.startsWith("/")) {
      if (tag.slice(1) !== within.at(-1)) return false;
      within.pop();
      close?.(tag.slice(1));
      return true;
    }
    if (/[<\n\t]/.test(tag) || (isRooted && within.length === 0)) return false;
    const isEmpty = tag.endsWith("/");
    const whole = isEmpty ? tag.slice(0, tag.endsWith(" /") ? -2 : -1) : tag;
    const space = whole.indexOf(" ");
    const name = space < 0 ? whole : whole.slice(0, space);
    const attributes = isName(name) ? attributesOf(whole, name.length) : undefined;
    if (!attributes) return false;
    isRooted = true;
    open(name, attributes);
    if (isEmpty) close?.(name);
    else within.push(name);
    return true;
  };
  /** Reads a text between two tags; whether it was plain. */
  const takeText = (written: string): boolean => {
    if (within.length === 0) return isRooted && BLANK.test(written);
    const said = written.includes("]]>") ? undefined : meant(written);
    if (said !== undefined) text?.(said);
    return said !== undefined;
  };

  return {
    /** The elements that are open; before and after the root, none. */
    within: within as readonly string[],
    isRooted: (): boolean => isRooted,
    /** Reads on; answers with what is left, from the first tag or text that is not plain, and reads no more then. */
    write(part: string): string | undefined {
      let all = rest + part;
      let added = part;
      if (!isBegun) {
        if (all.length < MOST_DECLARED && all.startsWith("<")) return hold(all);
        isBegun = true;
        declaration = DECLARATION.exec(all)?.[0] ?? "";
        all = all.slice(declaration.length);
        added = all;
      }
      let at = 0;
      const left = (): string => (isRooted ? "" : declaration) + all.slice(at);
      if (ODD.test(added)) return left();
      for (let start = all.indexOf("<"); start >= 0; start = all.indexOf("<", at)) {
        const end = all.indexOf(">", start);
        if (end < 0) break;
        if (start > at && !takeText(all.slice(at, start))) return left();
        at = start;
        if (!takeTag(all.slice(start + 1, end))) return left();
        at = end + 1;
      }
      return hold(all.slice(at));
    },
    /** What is left at the end; nothing where the document was plain to its end. */
    end: (): string | undefined =>
      isRooted && within.length === 0 && BLANK.test(rest) ? undefined : (isRooted ? "" : declaration) + rest,
  };

  function hold(left: string): string | undefined {
    rest = left;
    return left.length > LONGEST ? left : undefined;
  }
}

/** A text with its signs for signs put in; nothing where it has any that not every document has. */
function meant(written: string): string | undefined {
  if (!written.includes("&")) return written;
  let isPlain = true;
  const text = written.replace(/&([^;&]*);?/g, (sign, name) => {
    const said = sign.endsWith(";") && Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
    isPlain &&= said !== undefined;
    return said ?? "";
  });
  return isPlain ? text : undefined;
}
