// The room of the fast reader taken away: every command prints the same of a long file, and only takes longer.
// @module-tag long
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { crimes, forces, offences, writeOffences, writeStreets } from "../../../bench/data.js";
import { type Run, run } from "../../helpers/world.ts";

const folder = mkdtempSync(join(tmpdir(), "without-"));
afterAll(() => rmSync(folder, { recursive: true }));

const door = "../../../src/input/fast/skim.ts";
/** What a command prints where the door leads nowhere, and how often it was tried. */
async function runWithout(args: readonly string[]): Promise<{ found: Run; tried: number }> {
  const skimming = vi.fn(() => undefined);
  vi.doMock(door, () => ({ skimming }));
  try {
    const found = await run(args, folder);
    return { found, tried: skimming.mock.calls.length };
  } finally {
    vi.doUnmock(door);
  }
}

const plan = (data: string, names: readonly string[], [baseline, current]: readonly [string, string]): string =>
  JSON.stringify({
    ...{ title: "Long", force: "Kent", priorities: [{ id: "A", name: "All" }], data: [data] },
    "similar-forces": { name: "MSG", forces: ["Kent", ...forces.slice(0, 3)] },
    tables: [
      {
        ...{ title: "Crime", baseline, current },
        measures: names.map((name) => ({ name, aim: "reduce", priorities: ["A"], comment: "none" })),
      },
    ],
  });

writeOffences(join(folder, "offences.csv"), 60_000);
writeStreets(join(folder, "streets.csv"), 20_000);
const text = readFileSync(join(folder, "offences.csv"), "latin1");
const middle = text.indexOf("\n", text.length / 2) + 1;
const odd = `"2002/03","1","Kent","Kent\r\n1","Offence 01","Group 1","Subgroup 1","0A","1,4OO"\r\n`;
writeFileSync(join(folder, "damaged.csv"), text.slice(0, middle) + odd + text.slice(middle), "latin1");
writeFileSync(join(folder, "offences.yaml"), plan("offences.csv", offences, ["2002/03", "2003/04"]));
writeFileSync(join(folder, "streets.yaml"), plan("streets.csv", crimes, ["2019/20", "2020/21"]));
writeFileSync(join(folder, "damaged.yaml"), plan("damaged.csv", offences.slice(0, 3), ["2002/03", "2003/04"]));

test.each([
  [["report", "offences.yaml"]],
  [["report", "streets.yaml", "--format", "json"]],
  [["report", "damaged.yaml"]],
  [["explain", "offences.yaml", "Offence 01"]],
  [["inspect", "streets.csv"]],
  [["inspect", "damaged.csv", "--area", "Kent", "--series", "Offence 01"]],
])("%j", async (args) => {
  const { found, tried } = await runWithout(args);
  expect(tried).toBeGreaterThan(0);
  expect(found.out.length).toBeGreaterThan(100);
  expect(await run(args, folder)).toEqual(found);
});
