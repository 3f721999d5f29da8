// The texts of an XLSX: put together from their runs, those of cells and those that cells share.
import { brokenPart, fault } from "./fault.ts";
import { isRaisedNote, oneLine } from "./values.ts";
import { local, walkAll } from "./xml.ts";
import type { Attributes } from "./xml-listener.ts";
import type { ZipEntries } from "./zip.ts";

const MOST_SHARED = 64 * 2 ** 20;

/**
 * Puts texts together from their runs: without readings of East Asian script, and without notes set above the line.
 * `twice` throws where there are two texts in the place of one.
 */
export function xlsxTextReader(twice: () => never) {
  let [text, run, texts] = ["", "", 0];
  let [isText, isReading, isRaised] = [false, false, false];
  return {
    begin: (): void => {
      [text, texts] = ["", 0];
    },
    text: (said: string): void => {
      if (isText && !isReading) run += said;
    },
    open(name: string, attributes: Attributes): void {
      if (name === "t") {
        isText = true;
        texts += 1;
        if (texts > 1) twice();
      } else if (name === "rPh") [isReading, texts] = [true, 0];
      else if (name === "vertAlign") isRaised = attributes.val === "superscript";
      else if (name === "r") [isRaised, texts] = [false, 0];
    },
    close(name: string): void {
      if (name === "rPh") [isReading, texts] = [false, 0];
      if (name !== "t" && name !== "r") return;
      if (!(isRaised && isRaisedNote(run))) text += run;
      run = "";
      if (name === "t") isText = false;
      else [isRaised, texts] = [false, 0];
    },
    end: (): string => oneLine(text),
  };
}

/** The texts that the cells of a workbook share, by their numbers. */
export function sharedTexts(entries: ZipEntries, part: string): readonly string[] {
  const texts: string[] = [];
  const reader = xlsxTextReader(() => {
    throw brokenPart(part, `holds two texts in the place of its text ${texts.length}`);
  });
  let length = 0;
  const entry = entries.get(part);
  if (!entry) return texts;
  walkAll(entry.parts(), part, {
    open(name, attributes) {
      if (local(name) === "si") reader.begin();
      else reader.open(local(name), attributes);
    },
    close(name) {
      reader.close(local(name));
      if (local(name) !== "si") return;
      const text = reader.end();
      length += text.length + 16;
      if (length > MOST_SHARED) throw fault("workbook-too-large", part, "64 MiB of text");
      texts.push(text);
    },
    text: reader.text,
  });
  return texts;
}
