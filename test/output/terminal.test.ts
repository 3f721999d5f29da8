// The terminal's tables at every width: nothing wider than the terminal, nothing cut, colour never the only sign.
import { describe, expect, test } from "vitest";
import { wrap } from "../../src/core/safe-text.ts";
import { gloucestershire, home, run } from "../helpers/world.ts";

const plan = `${gloucestershire}/plan.yaml`;
const json = await run(["report", plan, "--format", "json"]);
/** Every figure of the report as it is printed. */
const printed = [...json.out.matchAll(/"shown": "([^"]+)"/g)].map(([, shown]) => shown?.replace(/ \[u\]$/, "") ?? "");
const count = (texts: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
};

describe.each([20, 30, 39, 40, 60, 80, 100, 120, 160, 240, 400])("at %i columns", (columns) => {
  test("no line is wider, and every figure is there as often as it is in the report", async () => {
    const { out } = await run(["report", plan], home, columns);
    const lines = out.split("\n");
    expect(lines.filter((line) => line.length > columns)).toEqual([]);
    expect(lines.filter((line) => /…|\s$/.test(line))).toEqual([]);
    const words = count(out.split(/\s+/));
    // 18 measures of 14 figures, one of 11 with three parts of 6, and 17 of 6.
    expect(printed).toHaveLength(18 * 14 + 10 + 3 * 6 + 17 * 6);
    for (const [shown, times] of count(printed)) expect(words.get(shown) ?? 0, shown).toBeGreaterThanOrEqual(times);
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

test.each([
  // A line may be full, and a space where it ends is not printed.
  ["Theft from a person", 10, "", ["Theft from", "a person"]],
  ["Theft from a person", 11, "  ", ["  Theft", "  from a", "  person"]],
  // A word longer than a line begins one of its own, and others follow its end.
  ["by Antisocialbehaviour in a place", 8, "", ["by", "Antisoci", "albehavi", "our in a", "place"]],
  // A sign that is written as two units stays whole.
  ["😀😀😀 a", 2, "", ["😀😀", "😀", "a"]],
  ["on\ttwo\nlines \u001b[2J", 7, "", ["on two", "lines", "[2J"]],
])("%s on lines of %i", (text, width, indent, lines) => {
  expect(wrap(text, width, indent).split("\n")).toEqual(lines);
});
