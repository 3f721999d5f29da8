// Opens written documents without the code that wrote them: the blocks of a .docx in their order, by the format's standard.
import { all, type Entry, type Node, unzipped, xmlOf } from "./office.ts";

interface DocumentCell {
  /** A paragraph each. */
  readonly texts: readonly string[];
  readonly styles: readonly string[];
}

interface DocumentTable {
  /** The caption before it. */
  readonly caption: string;
  readonly title: string;
  readonly description: string;
  readonly rows: readonly {
    readonly isHeading: boolean;
    readonly isWhole: boolean;
    readonly cells: readonly DocumentCell[];
  }[];
}

export interface OpenedDocument {
  readonly entries: readonly Entry[];
  readonly body: Node;
  readonly paragraphs: readonly { readonly style: string; readonly text: string }[];
  readonly tables: readonly DocumentTable[];
  /** Words in place of each picture, and its native chart. */
  readonly charts: readonly { readonly words: string; readonly part: Node }[];
}

const styleOf = (paragraph: Node): string => all(paragraph, "w:pStyle")[0]?.attributes["w:val"] ?? "";
const value = (node: Node, name: string): string => all(node, name)[0]?.attributes["w:val"] ?? "";

/** The document; a part that is no XML, or that the document names and does not have, is thrown. */
export function openDocx(bytes: Buffer): OpenedDocument {
  const entries = unzipped(bytes);
  const part = (name: string): Node => {
    const entry = entries.find((one) => one.name === name);
    if (!entry) throw new Error(`no part ${name}`);
    return xmlOf(entry.text);
  };
  for (const { text } of entries) xmlOf(text);
  const relations = new Map(
    all(part("word/_rels/document.xml.rels"), "Relationship").map(({ attributes }) => [
      attributes.Id,
      `word/${attributes.Target}`,
    ]),
  );
  for (const name of relations.values()) part(name);
  const body = all(part("word/document.xml"), "w:body")[0] as Node;
  const tables: DocumentTable[] = [];
  let caption = "";
  for (const block of body.children) {
    if (block.name === "w:p" && styleOf(block) === "Caption") caption = block.text;
    if (block.name !== "w:tbl") continue;
    tables.push({
      ...{ caption, title: value(block, "w:tblCaption"), description: value(block, "w:tblDescription") },
      rows: all(block, "w:tr").map((row) => ({
        isHeading: all(row, "w:tblHeader").length > 0,
        isWhole: all(row, "w:cantSplit").length > 0,
        cells: all(row, "w:tc").map((cell) => ({
          texts: all(cell, "w:p").map(({ text }) => text),
          styles: all(cell, "w:p").map(styleOf),
        })),
      })),
    });
  }
  return {
    ...{ entries, body, tables },
    paragraphs: body.children
      .filter(({ name }) => name === "w:p")
      .map((one) => ({ style: styleOf(one), text: one.text })),
    charts: all(body, "w:drawing").map((drawing) => ({
      words: all(drawing, "wp:docPr")[0]?.attributes.descr ?? "",
      part: part(relations.get(all(drawing, "c:chart")[0]?.attributes["r:id"]) ?? ""),
    })),
  };
}
