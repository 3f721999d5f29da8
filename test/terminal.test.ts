// The terminal's tables at every width: nothing wider than the terminal, nothing cut, colour never the only sign.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { gloucestershire, home, run } from "./world.ts";

const plan = `${gloucestershire}/plan.yaml`;
const measures = [...readFileSync(join(home, plan), "utf8").matchAll(/- name: (.*)/g)].map(([, name]) => name ?? "");

describe.each([20, 30, 39, 40, 60, 80, 100, 120, 160, 240, 400])("at %i columns", (columns) => {
  test("no line is wider, and every figure is there", async () => {
    const { out } = await run(["report", plan], home, columns);
    const lines = out.split("\n");
    expect(lines.filter((line) => line.length > columns)).toEqual([]);
    expect(lines.filter((line) => /…|\s$/.test(line))).toEqual([]);
    const words = out.replace(/\s+/g, " ");
    // From the published tables: All Crime, the MSG's burglary rate, the ASB volume, the share and the last survey row.
    for (const figure of ["39,857", "500,147", "3.091", "-48.45%", "70.90%", "-4.1"]) expect(words).toContain(figure);
    expect(measures).toHaveLength(36);
  });
});

test("at 80 columns each measure is named in full in its table", async () => {
  const { out } = await run(["report", plan, "--measure", "Racially / religiously aggravated offences"], home, 80);
  expect(out).toMatch(/^Racially \/ religiously +340 +4,295/m);
  expect(out).toMatch(/^aggravated offences$/m);
});

test("a word longer than the terminal is broken, not cut", async () => {
  const { out } = await run(["report", plan, "--measure", "Robbery"], home, 10);
  expect(out.replace(/\n */g, "")).toContain("Gloucestershire");
});
