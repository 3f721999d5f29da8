// Paragraphs of a document: headings, captions, notes and items of lists, as WordprocessingML (ECMA-376, part 1, 17.3) has them.

import { printable } from "../../../core/safe-text.ts";
import { xmlText } from "../../markup/xml-text.ts";

/** The styles of paragraphs, by the ids that styles.ts gives them. */
export type ParagraphStyle =
  | "Title"
  | "Subtitle"
  | "Normal"
  | "Heading1"
  | "Heading2"
  | "Note"
  | "Notice"
  | "TableText"
  | "TableNumber"
  | "TableHead"
  | "TableHeadNumber"
  | "Comment";

/** Text in one line, which opens no tag. */
export const plain = (text: string): string => xmlText(printable(text).replace(/\s+/g, " ").trim());

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${plain(text)}</w:t></w:r>`;

export const paragraph = (style: ParagraphStyle, text: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${text === "" ? "" : run(text)}</w:p>`;

/** Stands in the words of a caption for its number. */
export const SLOT = "\u0000";

/** A caption with a number that Word counts itself, "Table 1: Crime"; a further part of a table keeps the number. */
export function caption(label: "Table" | "Figure", number: number, isFurther: boolean, shape: string): string {
  const [before = "", after = ""] = shape.split(SLOT);
  const field = `<w:fldSimple w:instr=" SEQ ${label} ${isFurther ? "\\c" : "\\* ARABIC"} "><w:r><w:t>${number}</w:t></w:r></w:fldSimple>`;
  return `<w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr><w:r><w:t xml:space="preserve">${xmlText(printable(before))}</w:t></w:r>${field}<w:r><w:t xml:space="preserve">${xmlText(printable(after))}</w:t></w:r></w:p>`;
}
