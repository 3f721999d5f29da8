// The lanes of the tests: those that use a browser or LibreOffice wait for it, one after another, and say so by their names.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { home } from "./helpers/world.ts";

const folder = join(home, "test");
const files = (readdirSync(folder, { recursive: true }) as string[])
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".test.ts"));

test("the files that use another program, and no others, are named .program.test.ts", () => {
  const uses = /from "(\.\.?\/)+helpers\/(browser|libreoffice)\.ts"/;
  const using = files.filter((file) => uses.test(readFileSync(join(folder, file), "utf8")));
  expect(using.length).toBeGreaterThan(0);
  expect(using).toEqual(files.filter((file) => file.endsWith(".program.test.ts")));
});

test("npm test leaves nothing out, and is what the README has a clean clone run", () => {
  const { scripts } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  expect(scripts.test).toBe("vitest run");
  expect(readFileSync(join(home, "README.md"), "utf8")).toMatch(/^npm cit$/m);
});
