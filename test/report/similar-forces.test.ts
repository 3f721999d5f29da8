// The eight forces of Gloucestershire's Most Similar Group, pooled by the plan itself; and one plan on the same data in
// every encoding and separator.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, expect, test } from "vitest";
import { home, run } from "../helpers/world.ts";

const fixture = join(home, "fixtures", "similar-forces-2019");
const folder = mkdtempSync(join(tmpdir(), "similar-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("the group is the sum of its forces, over the sum of their populations", async () => {
  const { out, err, exit } = await run(["report", fixture, "--format", "json"]);
  expect(err).toBe("");
  expect(exit).toBe(0);
  const [all, violence, vehicle] = JSON.parse(out).tables[0].rows;
  // 2019: 47,929 + 42,014 + 88,499 + 67,861 + 56,616 + 102,827 + 38,467 + 44,252
  expect(all.figures.current.peers.count.value).toBe("488465");
  // mid-2017: 819,800 + 564,600 + 1,272,600 + 847,200 + 757,000 + 1,749,100 + 628,100 + 716,400 = 7,354,800;
  // 1000 × 471,813 ÷ 7,354,800 = 64.150…
  expect(all.figures.baseline.peers.count.value).toBe("471813");
  expect(all.figures.baseline.peers.rate.shown).toBe("64.150");
  // Each force's count and population, by file and line.
  expect(all.figures.current.peers.rate.from).toHaveLength(16);
  // Gloucestershire 2019: 12,387 less 4 homicides; 3,246 vehicle offences and 357 thefts from the person.
  expect(violence.figures.current.force.count.value).toBe("12383");
  expect(vehicle.figures.current.force.count.value).toBe("3603");
  expect(vehicle.basis).toBe("rate");
});

const encodings: readonly (readonly [string, (text: string) => Buffer])[] = [
  ["UTF-8 with its mark", (text) => Buffer.from(`\ufeff${text}`)],
  ["UTF-16", (text) => Buffer.from(`\ufeff${text}`, "utf16le")],
  ["Windows-1252", (text) => Buffer.from(text.replaceAll("–", "\u0096"), "latin1")],
];
const separators = [",", ";", "\t"];
const written = encodings.flatMap(([name, encode]) =>
  separators.map((separator) => [name, separator, encode] as const),
);

test.each(written)(
  "the same plan on the same data in %s, separated by %j: the same output",
  async (_, separator, encode) => {
    const expected = await run(["report", fixture]);
    cpSync(fixture, folder, { recursive: true });
    for (const name of readdirSync(join(folder, "data"))) {
      const records: string[][] = parse(readFileSync(join(fixture, "data", name), "utf8"), {
        relax_column_count: true,
      });
      // A dash in the title, which the encodings write differently.
      const first = records[0] ?? [];
      first[0] = `${first[0]} – revised`.replace(/^(.*20\d\d)([\d,]*) – revised$/, "Revised – $1$2");
      const cell = (text: string): string => (/[",;\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
      const text = records.map((cells) => cells.map(cell).join(separator)).join("\r\n");
      writeFileSync(join(folder, "data", name), encode(text));
    }
    const done = await run(["report", folder]);
    expect(done.err).toBe("");
    expect(done.out).toBe(expected.out);
  },
);
