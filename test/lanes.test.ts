// The lanes of the tests: those that use a browser or LibreOffice run one after another, as they are all in one file.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { home } from "./helpers/world.ts";

const folder = join(home, "test");
const files = (readdirSync(folder, { recursive: true }) as string[])
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".ts"));
const text = (file: string): string => readFileSync(join(folder, file), "utf8");

test("the files that use another program, and no others, are those of programs.test.ts", () => {
  const using = files.filter((file) => /from "(\.\.?\/)+helpers\/(browser|libreoffice)\.ts"/.test(text(file)));
  const listed = [...text("programs.test.ts").matchAll(/^import "\.\/(.*)";$/gm)].map(([, file]) => file);
  expect(using.length).toBeGreaterThan(0);
  expect(using.sort()).toEqual(listed.sort());
});

test("npm test leaves nothing out, and is what the README has a clean clone run", () => {
  const { scripts } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  expect(scripts.test).toBe("vitest run");
  expect(readFileSync(join(home, "README.md"), "utf8")).toMatch(/^npm cit$/m);
});
