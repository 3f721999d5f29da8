// The parts of a document in their package (ECMA-376, part 2): the same texts make the same bytes, with no clock in them.

import { printable } from "../../../core/safe-text.ts";
import { say } from "../../../core/words/say.ts";
import { zipped } from "../../../input/spreadsheets/zip.ts";
import { OFFICE, packageParts, relationsXml } from "../../markup/open-xml.ts";
import { XML, xmlText } from "../../markup/xml-text.ts";
import { plain } from "./paragraphs.ts";
import { stylesXml, WORD } from "./styles.ts";

const PART = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";

const [PAGE_SLOT, PAGES_SLOT] = ["\ue000", "\ue001"];

export interface DocumentParts {
  readonly title: string;
  readonly language: string;
  /** Paragraphs, tables and places of charts, one after the other. */
  readonly body: string;
  /** The parts of the charts; the body names the first as rIdChart1. */
  readonly charts: readonly string[];
}

/** The document as the bytes of a .docx file: A4 landscape, its title and page number at the foot of each page. */
export function packaged({ title, language, body, charts }: DocumentParts): Uint8Array {
  const types: readonly (readonly [string, string])[] = [
    ["word/document.xml", `${PART}.document.main+xml`],
    ["word/styles.xml", `${PART}.styles+xml`],
    ["word/settings.xml", `${PART}.settings+xml`],
    ["word/footer1.xml", `${PART}.footer+xml`],
    ...charts.map(
      (_, index) =>
        [
          `word/charts/chart${index + 1}.xml`,
          "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
        ] as const,
    ),
  ];
  const field = (code: string): string => `<w:fldSimple w:instr=" ${code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
  const said = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  // The fields of Word stand where the sentence has its numbers.
  const foot = say("document.foot", {
    title: printable(title).replace(/\s+/g, " ").trim(),
    page: PAGE_SLOT,
    pages: PAGES_SLOT,
  }).split(/([\ue000\ue001])/);
  const section =
    '<w:sectPr><w:footerReference w:type="default" r:id="rIdFooter"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="850" w:right="850" w:bottom="850" w:left="850" w:header="425" w:footer="425" w:gutter="0"/></w:sectPr>';
  return zipped([
    ...packageParts(types, printable(title).replace(/\s+/g, " ").trim(), language),
    {
      name: "word/document.xml",
      text: `${XML}<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}" xmlns:wp="${DRAWING}/wordprocessingDrawing" xmlns:a="${DRAWING}/main" xmlns:c="${DRAWING}/chart"><w:body>${body}${section}</w:body></w:document>`,
    },
    {
      name: "word/_rels/document.xml.rels",
      text: relationsXml([
        ["rIdStyles", `${OFFICE}/styles`, "styles.xml"],
        ["rIdSettings", `${OFFICE}/settings`, "settings.xml"],
        ["rIdFooter", `${OFFICE}/footer`, "footer1.xml"],
        ...charts.map((_, index) => [chartId(index), `${OFFICE}/chart`, `charts/chart${index + 1}.xml`] as const),
      ]),
    },
    { name: "word/styles.xml", text: stylesXml(language) },
    {
      name: "word/settings.xml",
      // Of Word 2013 and later; without it, Word opens the document in a mode for old ones.
      text: `${XML}<w:settings xmlns:w="${WORD}"><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="${language}"/></w:settings>`,
    },
    {
      name: "word/footer1.xml",
      text: `${XML}<w:ftr xmlns:w="${WORD}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${foot.map((part) => (part === PAGE_SLOT ? field("PAGE") : part === PAGES_SLOT ? field("NUMPAGES") : said(xmlText(printable(part))))).join("")}</w:p></w:ftr>`,
    },
    ...charts.map((text, index) => ({ name: `word/charts/chart${index + 1}.xml`, text })),
  ]);
}

const chartId = (index: number): string => `rIdChart${index + 1}`;

/** English metric units in a millimetre, as drawings are measured. */
const EMU = 36_000;

/** The place of a chart in the text, with the words that stand for it where it cannot be seen. */
export const chartPlace = (index: number, title: string, words: string, width: number, height: number): string =>
  `<w:p><w:pPr><w:pStyle w:val="Figure"/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${width * EMU}" cy="${height * EMU}"/><wp:docPr id="${index + 1}" name="${plain(say("document.chart", { number: index + 1 }))}" title="${plain(title)}" descr="${plain(words)}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart r:id="${chartId(index)}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
