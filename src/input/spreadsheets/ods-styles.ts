// The styles of an ODS: what they show of numbers, which columns, rows and sheets they hide, which words stand above the line.
import { comparisons, insteadOf } from "./number-format.ts";
import { isNoSize } from "./values.ts";
import type { Attributes } from "./xml-listener.ts";

/** What a style of numbers shows, and the styles that it hands some of them on to. */
interface DataStyle {
  words: string;
  showsNumber: boolean;
  readonly others: { readonly isFor: (value: number) => boolean; readonly name: string }[];
}

export type OdsStyles = ReturnType<typeof odsStyles>;

/** Styles as their tags go by, first those of the document and then its own. */
export function odsStyles() {
  const cells = new Map<string, { readonly parent: string; readonly data: string | undefined }>();
  const shows = new Map<string, DataStyle>();
  const hidden = new Set<string>();
  const raised = new Set<string>();
  let name = "";
  let data: DataStyle | undefined;
  let isWords = false;

  /** The style of numbers that a style of cells has, or the one it comes from. */
  const dataOf = (style: string): string | undefined => {
    let at = style;
    for (let left = MOST_PARENTS; left > 0; left -= 1) {
      const known = cells.get(at);
      if (!known || known.data !== undefined) return known?.data;
      at = known.parent;
    }
    return undefined;
  };

  return {
    open(tag: string, attributes: Attributes): void {
      const own = attributes["style:name"];
      if (tag === "style:style" && own !== undefined) {
        name = own;
        if (attributes["style:family"] === "table-cell") {
          cells.set(own, {
            parent: attributes["style:parent-style-name"] ?? "",
            data: attributes["style:data-style-name"],
          });
        }
      } else if (/^number:[a-z]+-style$/.test(tag) && own !== undefined) {
        data = { words: "", showsNumber: false, others: [] };
        shows.set(own, data);
      } else if (tag === "style:map" && data) {
        const isFor = conditionOf(attributes["style:condition"] ?? "");
        if (isFor) data.others.push({ isFor, name: attributes["style:apply-style-name"] ?? "" });
      } else if (tag === "number:text") isWords = true;
      else if (tag === "number:currency-symbol" || tag === "number:fill-character") isWords = false;
      else if (tag.startsWith("number:") && data) data.showsNumber = true;
      else if (tag === "style:text-properties" && /^(super|[1-9]\d*%)/.test(attributes["style:text-position"] ?? ""))
        raised.add(name);
      else if (attributes["table:display"] === "false" || isNothing(attributes)) hidden.add(`${tag}\n${name}`);
    },
    text(said: string): void {
      if (data && isWords) data.words += said;
    },
    close(tag: string): void {
      if (tag === "number:text") isWords = false;
      else if (/^number:[a-z]+-style$/.test(tag)) data = undefined;
    },
    /** Whether what is of that style is not shown: a sheet, a row or a column. */
    hides: (family: "table" | "table-row" | "table-column", style: string | undefined): boolean =>
      style !== undefined && hidden.has(`style:${family}-properties\n${style}`),
    isRaised: (style: string | undefined): boolean => style !== undefined && raised.has(style),
    /** What a cell of that style shows in the place of its number; nothing where that is the number. */
    instead(style: string, value: number): string | undefined {
      const named = dataOf(style);
      const own = named === undefined ? undefined : shows.get(named);
      const other = own?.others.find(({ isFor }) => isFor(value));
      const meant = other ? shows.get(other.name) : own;
      return !meant || meant.showsNumber ? undefined : insteadOf(value, meant.words);
    },
  };
}

const MOST_PARENTS = 20;

/** "value()<10" and the like. */
function conditionOf(said: string): ((value: number) => boolean) | undefined {
  const [, compare, limit] = /^\s*value\(\)\s*(<=|>=|!=|<|>|=)\s*(-?[\d.]+(?:[eE][+-]?\d+)?)\s*$/.exec(said) ?? [];
  const isIn = comparisons[compare ?? ""];
  return isIn && ((value) => isIn(value, Number(limit)));
}

/** Whether a row has no height, or a column no width. */
const isNothing = (attributes: Attributes): boolean =>
  isNoSize(attributes["style:row-height"]) || isNoSize(attributes["style:column-width"]);
