// The parts that every Open XML package has (ECMA-376, part 2): the types of its parts, what begins it, its title.
import { XML, xmlText } from "./xml-text.ts";

export const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

interface PackagePart {
  readonly name: string;
  readonly text: string;
}

/** What a part leads to: an id, the kind of the relation, and the part it leads to. */
export const relationsXml = (list: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join("")}</Relationships>`;

/** The first parts of a package; `types` are its other parts, each with its type, of which the first is where it begins. */
export function packageParts(
  types: readonly (readonly [part: string, type: string])[],
  title: string,
  language: string,
): PackagePart[] {
  const all = [...types, ["docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"] as const];
  return [
    {
      name: "[Content_Types].xml",
      text: `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${all
        .map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`)
        .join("")}</Types>`,
    },
    {
      name: "_rels/.rels",
      text: relationsXml([
        ["rId1", `${OFFICE}/officeDocument`, types[0]?.[0] ?? ""],
        ["rId2", `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"],
      ]),
    },
    {
      name: "docProps/core.xml",
      text: `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:language>${language}</dc:language></cp:coreProperties>`,
    },
  ];
}
