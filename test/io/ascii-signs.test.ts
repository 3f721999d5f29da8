// A terminal without UTF-8 gets rules and signs in ASCII, each as wide as before.
import { expect, test } from "vitest";
import { asciiSigns, showsUtf8 } from "../../src/io/ascii-signs.ts";
import { standingSigns } from "../../src/report/standing.ts";
import { gloucestershire, home, run } from "../helpers/world.ts";

test.each([
  [{}, true],
  [{ LANG: "" }, true],
  [{ LANG: "en_GB.UTF-8" }, true],
  [{ LANG: "C.utf8" }, true],
  [{ LANG: "C" }, false],
  [{ LANG: "en_GB.ISO-8859-1" }, false],
  // POSIX takes LC_ALL before LC_CTYPE, and that before LANG.
  [{ LANG: "en_GB.UTF-8", LC_ALL: "C" }, false],
  [{ LANG: "en_GB.UTF-8", LC_CTYPE: "POSIX" }, false],
  [{ LANG: "C", LC_ALL: "en_GB.UTF-8" }, true],
])("%j shows UTF-8: %s", (settings, isShown) => {
  expect(showsUtf8(settings)).toBe(isShown);
});

test.each([
  ["report", gloucestershire],
  ["compare", "fixtures/similar-forces-2019"],
  ["trend", "test/cases/trend-break"],
])("the rules and signs of what %s prints are ASCII, in lines as long as before", async (...command) => {
  const { out } = await run([...command, "--format", "terminal"], home, 80);
  expect(out).toMatch(/[^\n -~]/);
  const plain = asciiSigns(out);
  // Letters of formulas are no signs that the tool draws with.
  expect(plain).not.toMatch(/[^\n -~φ±²]/);
  expect(plain.split("\n").map((line) => line.length)).toEqual(out.split("\n").map((line) => line.length));
});

test("no two standings have one sign", () => {
  const signs = Object.values(standingSigns).map(asciiSigns);
  expect(new Set(signs).size).toBe(signs.length);
});

test("letters of names stay", () => {
  expect(asciiSigns("Ŵelsh crime, £5, 犯罪 ✓")).toBe("Ŵelsh crime, £5, 犯罪 +");
});
