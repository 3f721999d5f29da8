// What is said of a file's encoding is true of all of it, and the line that is of another one is named.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { run } from "../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "encodings-"));
afterAll(() => rmSync(folder, { recursive: true }));

const HEAD = "area,series,period,kind,value\n";
const plain = (count: number): string =>
  Array.from({ length: count }, (_, index) => `Dorset,S${index},2019,count,${index}\n`).join("");
const single = (words: string): Buffer => Buffer.from(words, "latin1");
const both = (...parts: (string | Buffer)[]): Buffer => Buffer.concat(parts.map((part) => Buffer.from(part)));

/** What inspect says of a file with these bytes. */
async function inspect(bytes: Buffer, ...options: string[]) {
  writeFileSync(join(folder, "file.csv"), bytes);
  const { out } = await run(["inspect", "file.csv", ...options, "--format", "json"], folder);
  const [file] = JSON.parse(out).files;
  return {
    ...{ encoding: file.encoding, source: file.source, records: file.records },
    problems: file.problems.map(({ line, code }: { line?: number; code: string }) => `${line} ${code}`),
    figures: file.figures?.map(({ series, value }: { series: string; value: string }) => `${series} ${value}`),
  };
}

function recordsOf(count: number): void {
  test("the first byte that is no ASCII is in the last line", async () => {
    const bytes = both(HEAD, plain(count), single("Dorset,Café,2019,count,7\n"));
    expect(await inspect(bytes, "--series", "Café")).toMatchObject({
      ...{ encoding: "windows-1252", source: "own table", problems: [], figures: ["Café 7"] },
    });
  });

  test("the last line is of another encoding than the second: what is before it is read", async () => {
    const bytes = both(HEAD, "Dorset,Café,2018,count,6\n", plain(count), single("Dorset,Café,2019,count,7\n"));
    expect(await inspect(bytes, "--series", "Café", `S${count - 1}`)).toEqual({
      ...{ encoding: "utf-8", source: "own table", records: count + 1 },
      // The headings are line 1, and after the second line there are so many others.
      problems: [`${count + 3} encoding-mixed`],
      figures: ["Café 6", `S${count - 1} ${count - 1}`],
    });
  });

  test("the other way about, in the middle of the file", async () => {
    const bytes = both(
      HEAD,
      single("Dorset,Café,2018,count,6\n"),
      plain(count),
      "Dorset,Café,2019,count,7\n",
      plain(9),
    );
    const { encoding, problems, records } = await inspect(bytes, "--series", "Café");
    expect({ encoding, problems, records }).toEqual({
      ...{ encoding: "windows-1252", problems: [`${count + 3} encoding-mixed`], records: count + 1 },
    });
  });

  test("in a file that no source knows", async () => {
    const head = "force,what,when,number\n";
    const late = both(head, plain(count), single("Dorset,Café,2019,count,7\n"));
    expect(await inspect(late)).toMatchObject({ encoding: "windows-1252", problems: ["1 unrecognised"] });
    const mixed = both(head, "Dorset,Café,2018,6\n", plain(count), single("Dorset,Café,2019,count,7\n"));
    const { encoding, problems } = await inspect(mixed);
    expect({ encoding, problems }).toEqual({
      ...{ encoding: "utf-8", problems: ["1 unrecognised", `${count + 3} encoding-mixed`] },
    });
  });
}
describe("records that are read at once", () => recordsOf(300));
// The example of the case: 1.4 million bytes, so that all but the last line are skimmed.
describe("records that are skimmed", { tags: "long" }, () => recordsOf(60_000));

test("the line of the byte, not of the record: a cell of several lines, and lines that end by CR", async () => {
  const cell = both(HEAD, 'Dorset,"Café\nin two lines",2019,count,7\n', 'Dorset,"A\nB\n', single('é",2019,count,8\n'));
  // Headings, a record of two lines, and the third line of the next: 1 + 2 + 3.
  expect((await inspect(cell)).problems).toEqual(["2 record-lines", "6 encoding-mixed"]);
  const returns = both(HEAD, "Dorset,Café,2018,count,6\n", plain(3), single("Dorset,Café,2019,count,7\n"));
  const changed = Buffer.from(returns.map((byte) => (byte === 0x0a ? 0x0d : byte)));
  expect((await inspect(changed)).problems).toEqual(["6 encoding-mixed"]);
});
