// The styles of a document: Arial, dark on white, nothing under 8 points.

import { XML } from "../../markup/xml-text.ts";

export const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

interface Look {
  readonly id: string;
  /** Word's own name, where the style is one of its own, so that its lists of headings and captions find it. */
  readonly name: string;
  readonly points: number;
  readonly isBold?: boolean;
  /** As a heading of this level, from 0. */
  readonly level?: number;
  /** Spacing in twentieths of a point. */
  readonly before?: number;
  readonly after?: number;
  /** On the page of what follows it. */
  readonly keeps?: boolean;
  readonly isRight?: boolean;
}

const looks: readonly Look[] = [
  { id: "Title", name: "Title", points: 24, isBold: true, after: 120, keeps: true },
  { id: "Subtitle", name: "Subtitle", points: 13, after: 160 },
  { id: "Notice", name: "Notice", points: 10, after: 160 },
  { id: "Heading1", name: "heading 1", points: 18, isBold: true, level: 0, before: 360, after: 120, keeps: true },
  { id: "Heading2", name: "heading 2", points: 14, isBold: true, level: 1, before: 240, after: 80, keeps: true },
  { id: "Caption", name: "caption", points: 10.5, isBold: true, before: 160, after: 80, keeps: true },
  { id: "Figure", name: "Figure", points: 10, after: 80 },
  { id: "Note", name: "Note", points: 9.5, after: 60 },
  { id: "TableText", name: "Table text", points: 9, before: 30, after: 30 },
  { id: "TableNumber", name: "Table number", points: 9, before: 30, after: 30, isRight: true },
  { id: "TableHead", name: "Table heading", points: 8, isBold: true, before: 30, after: 30, keeps: true },
  {
    ...{ id: "TableHeadNumber", name: "Table heading of numbers", points: 8, isBold: true },
    ...{ before: 30, after: 30, keeps: true, isRight: true },
  },
  { id: "Comment", name: "Comment below a row", points: 9, after: 60 },
  { id: "Footer", name: "footer", points: 9 },
];

const styleXml = ({ id, name, points, isBold, level, before = 0, after = 0, keeps, isRight }: Look): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${
    level === undefined ? "" : '<w:next w:val="Normal"/>'
  }<w:qFormat/><w:pPr>${keeps ? "<w:keepNext/>" : ""}<w:spacing w:before="${before}" w:after="${after}"/>${
    isRight ? '<w:jc w:val="right"/>' : ""
  }${level === undefined ? "" : `<w:outlineLvl w:val="${level}"/>`}</w:pPr><w:rPr>${
    isBold ? "<w:b/>" : ""
  }<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/></w:rPr></w:style>`;

/** styles.xml, with the language of all text. */
export function stylesXml(language: string): string {
  const line = '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>';
  const edge = (side: string): string => `<w:${side} w:val="single" w:sz="8" w:space="0" w:color="3D3D3D"/>`;
  const margin = (side: string): string => `<w:${side} w:w="60" w:type="dxa"/>`;
  return `${XML}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:color w:val="0B0C0C"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="${language}" w:eastAsia="${language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>${looks
    .map(styleXml)
    .join(
      "",
    )}<w:style w:type="table" w:styleId="Figures"><w:name w:val="Figures"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${edge("top")}${edge("bottom")}${line}</w:tblBorders><w:tblCellMar>${margin("left")}${margin("right")}</w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>${edge("bottom")}</w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style></w:styles>`;
}
