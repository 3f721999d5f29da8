// A cell of an XLSX: where it is, and what it holds as text.
import { broken, brokenCell } from "./fault.ts";
import { type CellFormat, shownBy } from "./number-format.ts";
import { dateText, isDateText, isNumberText, numberText, oneLine } from "./values.ts";

/** What the cells of a workbook have in common. */
export interface SharedByCells {
  readonly texts: readonly string[];
  /** By the number of a style. */
  readonly formats: readonly CellFormat[];
  readonly from1904: boolean;
}

/** A cell as its tags say it. */
export interface CellTags {
  readonly line: number;
  readonly column: number;
  readonly type: string;
  readonly style: string;
  readonly value: string;
  readonly inline: string;
}

/** "AB12" → line 12, column 27 counted from 0. */
export function placeOf(reference: string): { line: number; column: number } {
  let [line, column] = [0, 0];
  for (let at = 0; at < reference.length; at += 1) {
    const sign = reference.charCodeAt(at);
    if (sign >= 65 && sign <= 90 && line === 0) column = column * 26 + sign - 64;
    else if (sign >= 48 && sign <= 57) line = line * 10 + sign - 48;
    else return { line: 0, column: -1 };
  }
  return { line, column: column - 1 };
}

/** What a cell holds. Only what the format's own syntax allows is a number, a date, or yes and no. */
export function xlsxCellText({ line, column, type, style, value, inline }: CellTags, shared: SharedByCells): string {
  const wrong = (what: string) => brokenCell(column, line, `holds "${value.slice(0, 40)}", which is not ${what}`);
  const said = value.trim();
  switch (type) {
    case "s": {
      if (said === "") return "";
      const text = /^\d+$/.test(said) ? shared.texts[Number(said)] : undefined;
      if (text === undefined) throw broken("a cell names a text that the workbook does not have");
      return text;
    }
    case "inlineStr":
      return inline;
    case "n": {
      if (said === "") return "";
      // What programs write where a sum has no result: it is refused as a figure, where anybody wants it.
      if (/^-?(NaN|INF)$/.test(said)) return said;
      if (!isNumberText(said)) throw wrong("a number");
      const { look, text } = shownBy(shared.formats[Number(style)], Number(said));
      if (text !== undefined) return text;
      return look === "day" || look === "month" ? dateText(said, look, shared.from1904) : numberText(said, look);
    }
    case "b":
      if (!/^(0|1|true|false)$/.test(said)) throw wrong("TRUE or FALSE");
      return said === "1" || said === "true" ? "TRUE" : "FALSE";
    case "d":
      if (said !== "" && !isDateText(said)) throw wrong("a date");
      return said.slice(0, 10);
    default:
      return oneLine(value);
  }
}
