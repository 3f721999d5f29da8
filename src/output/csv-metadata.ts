// What stands in a CSV file, for machines: CSV on the Web (https://www.w3.org/TR/tabular-metadata/).

import { allMarks } from "../core/figure.ts";
import { printableJson } from "../core/safe-text.ts";
import type { Unit } from "../core/value-kind.ts";
import { shorthandWords, unitWords } from "../core/words/names.ts";
import { languageCode } from "../core/words/say.ts";
import type { PlainTable } from "./flat-table.ts";

/** What a file is part of, and the files that its figures come from. */
export interface Whole {
  readonly title: string;
  readonly from: readonly { readonly file: string; readonly source?: string; readonly sha256?: string }[];
}

/** The unit as a code of the tool; in another language by its name there. */
const unitText = (unit: Unit): string => (languageCode() === "en-GB" ? unit : unitWords(unit));

/** The metadata of one CSV file: its title, notes, columns with types and units, and where its figures come from. */
export function metadataOf(file: string, { title, columns, rows, notes }: PlainTable, whole: Whole): string {
  const marks = new Set(rows.flat().flatMap((cell) => ("text" in cell ? [cell.text] : [])));
  const used = allMarks.filter((mark) => marks.has(`[${mark}]`));
  return printableJson({
    "@context": ["http://www.w3.org/ns/csvw", { "@language": languageCode().replace(/-.*/, "") }],
    url: file,
    "dc:title": title,
    "dc:isPartOf": whole.title,
    "dc:language": languageCode(),
    ...(notes.length > 0 && { "dc:description": notes.join("\n") }),
    // A space that keeps a text from being run as a formula is not of the text.
    dialect: { encoding: "utf-8", header: true, trim: true },
    tableSchema: {
      columns: columns.map(({ heading, numeric, unit, isOfShorthand }, index) => ({
        name: `column_${index + 1}`,
        titles: heading,
        datatype: numeric ? { base: "decimal", format: { decimalChar: "." } } : "string",
        ...(unit !== undefined && { "schema:unitText": unitText(unit) }),
        // An empty cell is no figure; the column of shorthand beside it says why.
        ...(numeric && { null: "" }),
        ...(isOfShorthand && {
          "dc:description": used.map((mark) => `[${mark}] ${shorthandWords(mark)}`).join("; "),
        }),
      })),
    },
    "prov:wasDerivedFrom": whole.from.map(({ file: name, source, sha256 }) => ({
      "dc:title": name,
      ...(source !== undefined && { "dc:type": source }),
      ...(sha256 !== undefined && { "dc:identifier": `sha256:${sha256}` }),
    })),
  });
}
