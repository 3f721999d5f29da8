// The lanes of the tests: those that use a browser or LibreOffice run one after another, as they are all in one file; the
// quick ones are those without a tag, and run the sources alone.
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
  const using = files.filter((file) => /from "(\.\.?\/)+helpers\/(browser|libreoffice|nu)\.ts"/.test(text(file)));
  const listed = [...text("programs.test.ts").matchAll(/^import "\.\/(.*)";$/gm)].map(([, file]) => file);
  expect(using.length).toBeGreaterThan(0);
  expect(using.sort()).toEqual(listed.sort());
});

test("npm test leaves nothing out, and is what the README has a clean clone run", () => {
  const { scripts } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  expect(scripts.test).toBe("vitest run");
  expect(readFileSync(join(home, "README.md"), "utf8")).toMatch(/^npm cit$/m);
});

test("npm run test:quick leaves out the tests of every tag, and no others", () => {
  const { scripts } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  const config = readFileSync(join(home, "vitest.config.ts"), "utf8");
  const tags = [...config.matchAll(/\bname: "(\w+)",?\s+description:/g)].map(([, name]) => name);
  expect(tags).toEqual(["long", "fuzz", "gallery", "built", "program", "release"]);
  const left = tags.map((name) => `not ${name}`).join(" and ");
  expect(scripts["test:quick"]).toBe(`vitest run --mode quick --tags-filter "${left}"`);
});

test("what runs the build says so: the quick tests need none", () => {
  // The helper that finds the build, and this file, run nothing.
  const using = files.filter(
    (file) =>
      file.endsWith(".test.ts") && file !== "lanes.test.ts" && /plan-measures\.cjs|"dist"|builtMain/.test(text(file)),
  );
  expect(using.length).toBeGreaterThan(5);
  expect(using.filter((file) => !/^\/\/ @module-tag (built|long|release)$|tags: "built"/m.test(text(file)))).toEqual(
    [],
  );
});
