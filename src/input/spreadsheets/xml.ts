// XML of workbooks, gone through tag by tag. The only file that imports saxes.
import { SaxesParser } from "saxes";
import { brokenPart, fault } from "./fault.ts";
import { type PlainReader, plainReader } from "./plain-xml.ts";
import type { Listener } from "./xml-listener.ts";

/** No tag and no text of a workbook is so long. */
const LONGEST_TOKEN = 8 * 2 ** 20;
/** So many letters at once: what they unfold to is taken away before the next ones come. */
const STEP = 16 * 1024;

/** Tells of a document, pausing after each small part of it. Throws a fault where it is no XML, or more than plain XML. */
export function* walk(parts: Iterable<Uint8Array>, name: string, listener: Listener): Generator<undefined> {
  let waiting = 0;
  const noted: Listener = {
    ...listener,
    open(tag, attributes) {
      waiting = 0;
      listener.open(tag, attributes);
    },
  };
  const plain = plainReader(noted);
  let full: SaxesParser | undefined;
  const write = (step: string): void => {
    const left = full ? step : plain.write(step);
    if (left === undefined) return;
    full ??= parserOf(name, noted, plain);
    full.write(left);
  };
  for (const part of texts(parts, name)) {
    for (let at = 0; at < part.length; at += STEP) {
      const step = part.slice(at, at + STEP);
      waiting += step.length;
      if (waiting > LONGEST_TOKEN) throw fault("workbook-too-large", "a cell", "8 MiB");
      write(step);
      yield;
    }
  }
  const left = full ? undefined : plain.end();
  if (left !== undefined) full = parserOf(name, noted, plain).write(left);
  full?.close();
  yield;
}

/** The parser of all XML, which goes on where the plain reader stopped: in the elements that are open there. */
function parserOf(name: string, { open, close, text }: Listener, { within, isRooted }: PlainReader): SaxesParser {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  parser.on("error", () => {
    throw brokenPart(name, "is not well-formed XML");
  });
  // A declaration of a document's type can hold entities that grow without bound, or name files of this computer.
  parser.on("doctype", () => {
    throw brokenPart(name, "declares a document type, which no workbook needs");
  });
  // What was told of already.
  if (isRooted()) parser.write(within.length === 0 ? "<a/>" : within.map((one) => `<${one}>`).join(""));
  parser.on("opentag", (tag) => open(tag.name, tag.attributes));
  if (close) parser.on("closetag", (tag) => close(tag.name));
  if (text) {
    parser.on("text", text);
    parser.on("cdata", text);
  }
  return parser;
}

function* texts(parts: Iterable<Uint8Array>, name: string): Generator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw brokenPart(name, "is not UTF-8");
    }
  };
  for (const part of parts) yield decode(part);
  yield decode();
}

/** The same, of a small document, at once. */
export function walkAll(parts: Iterable<Uint8Array>, name: string, listener: Listener): void {
  for (const _ of walk(parts, name, listener));
}

/** The name of an element without the prefix of its namespace: some programs write "x:row" for "row". */
export const local = (name: string): string => name.slice(name.indexOf(":") + 1);
