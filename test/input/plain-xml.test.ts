// Sheets of plain XML are told of as saxes tells of them, wherever they stop being plain and however they come in pieces.
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { plainReader } from "../../src/input/spreadsheets/plain-xml.ts";
import { walk } from "../../src/input/spreadsheets/xml.ts";

type Told = (readonly string[])[] | "refused";

/** Tags and texts in order, the pieces of a text together; what stands outside the root is nothing. */
function notes() {
  const told: string[][] = [];
  let depth = 0;
  return {
    told,
    open: (name: string, attributes: object): void => {
      depth += 1;
      told.push(["open", name, ...Object.entries(attributes).flat()]);
    },
    close: (name: string): void => {
      depth -= 1;
      told.push(["close", name]);
    },
    text: (said: string): void => {
      const last = told.at(-1);
      if (depth === 0) return;
      if (last?.[0] === "text") last[1] += said;
      else told.push(["text", said]);
    },
  };
}

function bySaxes(document: string): Told {
  const { told, open, close, text } = notes();
  const parser = new SaxesParser({ xmlns: false });
  const refuse = (): never => {
    throw new Error("refused");
  };
  parser.on("error", refuse);
  parser.on("doctype", refuse);
  parser.on("opentag", (tag) => open(tag.name, tag.attributes));
  parser.on("closetag", (tag) => close(tag.name));
  parser.on("text", text);
  parser.on("cdata", text);
  try {
    parser.write(document).close();
    return told;
  } catch {
    return "refused";
  }
}

function byWalk(document: string, window: number): Told {
  const bytes = Buffer.from(document);
  const parts = Array.from({ length: Math.ceil(bytes.length / window) }, (_, index) =>
    bytes.subarray(index * window, (index + 1) * window),
  );
  const { told, ...listener } = notes();
  try {
    for (const _ of walk(parts, "sheet", listener));
    return told;
  } catch {
    return "refused";
  }
}

/** Whether all of it was plain. */
function isPlain(document: string): boolean {
  const reader = plainReader({ open: () => {} });
  return reader.write(document) === undefined && reader.end() === undefined;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
/** Long enough to be begun before its end is there. */
const row = `<row r="1" ht="15">${'<c r="A1" s="2" t="s"><v>12</v></c><c r="B1"/><c r="C1" />'.repeat(5)}</row>`;

const plain = [
  `${declaration}<sheet>${row}</sheet>`,
  `<sheet xmlns:x="http://example.org">\n  ${row}\n</sheet>\n`,
  `<x:sheet><x:v>a &amp; b &lt; c > d</x:v>${row}</x:sheet>`,
  `<sheet><f>"é" &amp; 'ŵ'</f><f a="&quot;1&quot;"/>${row}</sheet>`,
];
test.each(plain)("plain: %j", (document) => {
  expect(isPlain(document)).toBe(true);
  expect(bySaxes(document)).not.toBe("refused");
});

const odd = [
  "<!-- c -->",
  "<![CDATA[<x>]]>",
  "<?pi?>",
  '<?xml version="1.0"?>',
  "<!DOCTYPE a>",
  "&#65;",
  "&nbsp;",
  "&",
  "]]>",
  "a\r\nb",
  "😀",
  "\u0001",
  "\ufffe",
  "<a b='1'/>",
  '<a  b="1"/>',
  '<a b="1"c="2"/>',
  '<a b="x>y"/>',
  '<a b="x\ny"/>',
  '<a b="<"/>',
  '<a b="1" b="2"/>',
  "<a b/>",
  "<a ></a >",
  "<a\u00a0/>",
  "<é></é>",
  '<__proto__ __proto__="1"/>',
  "<a>",
  "</a>",
  "<",
];
describe.each(odd)("with %j", (sign) => {
  test.each([
    `${declaration}<sheet>${row}${sign}${row}</sheet>`,
    `${declaration}<sheet>${row}<v>1${sign}2</v></sheet>`,
    `${sign}<sheet>${row}</sheet>`,
    ` ${sign}<sheet>${row}</sheet>`,
    `${declaration}${sign}<sheet>${row}</sheet>`,
    `<sheet>${row}</sheet>${sign}`,
  ])("%j is told of as saxes tells it, or refused as it refuses it", (document) => {
    expect(isPlain(document)).toBe(false);
    for (const window of [1, 7, 64, 100_000]) expect(byWalk(document, window)).toEqual(bySaxes(document));
  });
});

test.each([...plain, "", "<a/>", "text", "<a></b>", `<sheet>${row}`, `<sheet>${row}</sheet><b/>`])(
  "%j in pieces is told of as saxes tells it",
  (document) => {
    for (const window of [1, 7, 64, 100_000]) expect(byWalk(document, window)).toEqual(bySaxes(document));
  },
);
