// What is wrong with a line as YAML, in the words of people who do not write programs: a sentence for each code of the library,
// and for each that yaml-troubles.ts tells apart.
import type { ErrorCode } from "yaml";

/** What yaml-troubles.ts adds to the codes of the library. */
export type TroubleCode =
  | ErrorCode
  | "ODD_BLANK"
  | "QUOTE_OPEN"
  | "BRACKET_OPEN"
  | "DASH_MISSING"
  | "ALIAS_UNKNOWN"
  | "ALIAS_MANY";

/** A sentence, and what to do; only for some messages of the library, or some lines, where it says so. */
interface Words {
  readonly message: string;
  readonly hint: string;
  /** What the library says. */
  readonly said?: RegExp;
  /** How the line reads. */
  readonly line?: RegExp;
}

const inQuotes = 'put quotation marks around the whole text: "…"';
const indent = "indent with spaces, two for each level";
const asterisk: Words = {
  message: "text that begins with * or & must be in quotation marks",
  hint: inQuotes,
};
const exclamation: Words = {
  message: "text that begins with ! must be in quotation marks",
  hint: inQuotes,
};
const percent: Words = {
  message: "a line that begins with % is no part of a plan",
  hint: "delete the line, or put # before it",
};
const comma: Words = {
  message: "a comma or a closing bracket is missing between { } or [ ]",
  hint: 'add the comma or the bracket, or put text with ": " in quotation marks',
};
const openBracket: Words = {
  message: "a { or [ opens here and is not closed",
  hint: "add the missing } or ], indent the lines between them, and put text with # in quotation marks",
};
const noColon: Words = {
  message: 'this line has no ": " between a key and its value',
  hint: "write it like title: My plan, or put quotation marks around text that goes on from the line above",
};
const colonWithin: Words = {
  line: /:\s.*:(\s|$)/,
  message: 'text with ": " in it must be in quotation marks',
  hint: 'put quotation marks around the text: "…: …"',
};
const noSpace: Words = {
  line: /^\s*(?:- )*[\w-]+:[^\s/]/,
  message: "there is no space after the colon",
  hint: "put a space after the colon: title: My plan",
};
const noList: Words = {
  line: /^\s*- /,
  message: "an item of a list begins here, but the key above it is not one of a list",
  hint: 'put the key of the list above its items, with nothing after the colon: "data:"',
};
const dash: Words = {
  message: 'a "- " is missing before this item of the list',
  hint: 'write "- " before it, or indent it like the other keys of the item above',
};
const openQuote: Words = {
  message: "a quotation mark opens here and is never closed",
  hint: "add the missing mark at the end of the text",
};
const unreadable: Words = {
  message: "this line cannot be read as a part of the plan",
  hint: 'write it like key: value, with "- " before each item of a list, and quotation marks around text with signs in it',
};

/** The words for each code: the first that fit. The last of each fit always. */
export const yamlWords: Readonly<Record<TroubleCode, readonly [...Words[], Words]>> = {
  ALIAS_MANY: [asterisk],
  ALIAS_PROPS: [asterisk],
  ALIAS_UNKNOWN: [asterisk],
  BAD_ALIAS: [asterisk],
  BAD_COLLECTION_TYPE: [exclamation],
  BAD_DIRECTIVE: [percent],
  BAD_DQ_ESCAPE: [
    {
      message: 'a backslash in "…" changes the letter after it',
      hint: "put the text in '…' instead, or write / in the path of a file",
    },
  ],
  BAD_INDENT: [{ message: "the line is not indented like the lines it belongs to", hint: indent }],
  BAD_PROP_ORDER: [asterisk],
  BAD_SCALAR_START: [
    {
      message: "text that begins with this sign must be in quotation marks",
      hint: inQuotes,
    },
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    { said: /^A block sequence/, message: "the items of the list are not indented alike", hint: indent },
    {
      line: /:\s+\?(\s|$)/,
      message: "text that begins with ? must be in quotation marks",
      hint: inQuotes,
    },
    colonWithin,
    {
      message: "this line has a value, and the line below is indented as if it belonged to it",
      hint: "indent the two lines alike, or put quotation marks around text that goes on below",
    },
  ],
  BLOCK_IN_FLOW: [comma],
  BRACKET_OPEN: [openBracket],
  DASH_MISSING: [dash],
  DUPLICATE_KEY: [
    {
      message: "this key is in the same group twice",
      hint: 'delete one of them, or write "- " before it if another item of a list begins here',
    },
  ],
  IMPOSSIBLE: [unreadable],
  KEY_OVER_1024_CHARS: [
    { message: "the text before the colon is longer than 1,024 letters", hint: "shorten it, or put a key before it" },
  ],
  MISSING_CHAR: [
    { ...openQuote, said: /^Missing closing / },
    { ...dash, said: /^Sequence item without/ },
    { ...openBracket, said: /must end with a/ },
    { ...comma, said: /^Missing (,|space after :)/ },
    { ...percent, said: /indicator line$/ },
    { ...asterisk, said: /^Tags and anchors|props$/ },
    {
      said: /^Comments must be separated/,
      message: "there is no space before the #",
      hint: "put a space before # to begin a comment, or put the text with # in quotation marks",
    },
    {
      said: /directives-end marker$/,
      message: "the line of --- has more on it",
      hint: "delete the ---, or move what follows it to a line of its own",
    },
    noSpace,
    noList,
    noColon,
  ],
  MULTILINE_IMPLICIT_KEY: [{ ...comma, said: /flow sequence/ }, noSpace, noList, noColon],
  MULTIPLE_ANCHORS: [asterisk],
  MULTIPLE_DOCS: [
    {
      message: "a line of --- or ... starts a second document, but a plan is one document",
      hint: "delete the line",
    },
  ],
  MULTIPLE_TAGS: [exclamation],
  NON_STRING_KEY: [{ message: "a key must be text", hint: "put quotation marks around the key" }],
  ODD_BLANK: [
    {
      message: "the line is indented with a no-break space",
      hint: "delete the spaces before the text and type them again: text pasted from a word processor can have other spaces",
    },
  ],
  QUOTE_OPEN: [openQuote],
  RESOURCE_EXHAUSTION: [
    { message: "too many groups or lists stand within each other here", hint: "remove the brackets that are too many" },
  ],
  TAB_AS_INDENT: [
    {
      message: "the line is indented with a tab",
      hint: "delete the tab, and indent with spaces like the lines around it",
    },
  ],
  TAG_RESOLVE_FAILED: [exclamation],
  UNEXPECTED_TOKEN: [
    {
      said: /flow-(seq|map)-end/,
      message: "a closing bracket has no opening bracket before it",
      hint: "remove it, or put text with brackets in quotation marks",
    },
    {
      said: /^Unexpected (,|empty item)/,
      message: "there is nothing between two commas",
      hint: "remove one of the commas",
    },
    {
      said: /^Unexpected block-seq-ind on same line/,
      message: "the list begins on the line of its key",
      hint: 'start the list on the next line, with "- " before each item',
    },
    {
      said: /^(Block scalar header|Not a YAML token)/,
      message: "text that begins with | or > must be in quotation marks",
      hint: inQuotes,
    },
    {
      said: /^Unexpected scalar/,
      line: /:\s+["']|-\s+["']/,
      message: "more text follows a closing quotation mark",
      hint: `put one pair of marks around the whole text; "…" may have an apostrophe in it`,
    },
    {
      said: /^Unexpected scalar/,
      line: /[\]}]/,
      message: "more text follows a closing bracket",
      hint: "remove it, or put text with brackets in quotation marks",
    },
    {
      said: /at node end$/,
      message: "this line does not continue the list or the group above it",
      hint: indent,
    },
    unreadable,
  ],
};

/** What is wrong with a line, and what to do; for text that only lacks its quotation marks, as it would be right. */
export function troubleWords(code: TroubleCode, said: string, line: string): readonly [message: string, hint: string] {
  const words = yamlWords[code];
  const fits = words.find((one) => (one.said?.test(said) ?? true) && (one.line?.test(line) ?? true)) ?? unreadable;
  const [, key, text = ""] = (fits === colonWithin && /^\s*((?:- )*[\w-]+): (\S.*?)(?:\s+#.*)?\s*$/.exec(line)) || [];
  if (key === undefined || /["\\]/.test(text) || text.length > LONGEST_SHOWN) return [fits.message, fits.hint];
  return [fits.message, `write ${key}: "${text}"`];
}
const LONGEST_SHOWN = 100;
