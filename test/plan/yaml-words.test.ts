// What is wrong with a plan as YAML is said in plain words: for every code of the library, and for the faults that people make.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { parsePlan } from "../../src/plan/plan.ts";
import { troubleWords, yamlWords } from "../../src/plan/yaml-words.ts";

const library = dirname(createRequire(import.meta.url).resolve("yaml/package.json"));
const declared = readFileSync(join(library, "dist/errors.d.ts"), "utf8");
const codes = [...(/type ErrorCode = ([^;]+);/.exec(declared)?.[1] ?? "").matchAll(/'([A-Z_0-9]+)'/g)].map(
  ([, code]) => code as keyof typeof yamlWords,
);

/** Words of the library, and of those who write programs. */
const jargon =
  /YAML|mapping|\bmap\b|scalar|sequence|alias|anchor|node|implicit|\bflow\b|\bblock\b|\btag|token|directive|indicator|resolve|escape/i;

test("the library declares its codes where this test looks", () => {
  expect(codes.length).toBeGreaterThanOrEqual(23);
  expect(codes).toContain("BLOCK_AS_IMPLICIT_KEY");
});

test.each(codes)("%s has a plain sentence, whatever the library says with it", (code) => {
  const all = [...yamlWords[code]].flatMap(({ message, hint }) => [message, hint]);
  expect(all.filter((said) => jargon.test(said) || said === "")).toEqual([]);
  const last = yamlWords[code].at(-1);
  expect([last?.said, last?.line]).toEqual([undefined, undefined]);
  expect(troubleWords(code, "some words of the library", "some: line")).toHaveLength(2);
});

const faults: readonly (readonly [text: string, line: number, message: string, hint: string])[] = [
  ["title: Crime: the facts\n", 1, 'text with ": " in it must', 'write title: "Crime: the facts"'],
  ["tables:\n  - title: Theft: all\n", 2, 'text with ": " in it must', 'write - title: "Theft: all"'],
  ["title: A plan\nforce Kent\ndata: [x]\n", 2, 'this line has no ": "', "write it like title: My plan"],
  ["title:A plan\nforce: Kent\n", 1, "there is no space after the colon", "put a space after the colon"],
  ["title: A\n  force: Kent\n", 1, "this line has a value, and the line below", "indent the two lines alike"],
  ["data:\n    a: 1\n  b: 2\n", 3, "the line is not indented like", "indent with spaces"],
  ["data:\n  - x\n - y\n", 3, "the line is not indented like", "indent with spaces"],
  ["data:\n\t- x\n", 2, "the line is indented with a tab", "delete the tab"],
  // The parser stops at the key above, whose group the tab ends.
  ["t:\n  - a: b\n    c:\n\t  - d: e\n", 4, "the line is indented with a tab", "delete the tab"],
  ["t:\n  - a: b\n    c:\n      - d: e\n\t- f: g\n", 5, "the line is indented with a tab", "delete the tab"],
  ["title: A\n- x\n", 2, "an item of a list begins here", "put the key of the list"],
  ["data: - x\n", 1, "the list begins on the line of its key", "start the list on the next line"],
  ["data:\n  - b: 1\n   c: 2\n", 3, 'a "- " is missing', 'write "- " before it, or indent'],
  ["a: 1\ndata: [x, y\nb: 3\n", 2, "a { or [ opens here and is not closed", "add the missing } or ]"],
  ["data:\n  - { b: 1 }\n  - { c: Theft #1, d: 2 }\n", 3, "a { or [ opens here", "add the missing } or ]"],
  ["a: { b: [1, 2 }\n", 1, "a { or [ opens here", "add the missing } or ]"],
  ["{ a: 1\n", 1, "a { or [ opens here", "add the missing } or ]"],
  ["a: { b: 1 c: 2 }\n", 1, "a comma or a closing bracket is missing", "add the comma"],
  ["a: [b, , c]\n", 1, "there is nothing between two commas", "remove one"],
  ["a: [b]]\n", 1, "a closing bracket has no opening bracket", "remove it"],
  ["a: [b] c\n", 1, "more text follows a closing bracket", "remove it"],
  ["a: 'it's'\n", 1, "more text follows a closing quotation mark", "put one pair of marks"],
  ["a: 'x\nb: 1\n", 1, "a quotation mark opens here", "add the missing mark"],
  ["a: 'x'#y\n", 1, "there is no space before the #", "put a space before #"],
  ['a: "C:\\data"\n', 1, 'a backslash in "…"', "put the text in '…'"],
  ["a: `b`\n", 1, "text that begins with this sign", "put quotation marks"],
  ["a: @b\n", 1, "text that begins with this sign", "put quotation marks"],
  ["a: >5 x\n", 1, "text that begins with | or >", "put quotation marks"],
  ["a: ?\n", 1, "text that begins with ?", "put quotation marks"],
  ["a: 1\nb: **bold**\n", 2, "text that begins with * or &", "put quotation marks"],
  ["a: *\n", 1, "text that begins with * or &", "put quotation marks"],
  ["a: &x &y 1\n", 1, "text that begins with * or &", "put quotation marks"],
  ["# note *b\na: 1\nb: *b\n", 3, "text that begins with * or &", "put quotation marks"],
  ["a: Crime: now # note\n", 1, 'text with ": "', 'write a: "Crime: now"'],
  ["a: &x *b\n", 1, "text that begins with * or &", "put quotation marks"],
  ["a: !x !y 1\n", 1, "text that begins with !", "put quotation marks"],
  ["a: !!set {a: 1}\n", 1, "text that begins with !", "put quotation marks"],
  ["%YAML\n---\na: 1\n", 1, "a line that begins with %", "delete the line"],
  ["a: 1\na: 2\n", 2, "this key is in the same group twice", "delete one of them"],
  ["a: 1\n---\nb: 2\n", 2, "a line of --- or ... starts", "delete the line"],
  ["--- a: 1\n", 1, "the line of --- has more on it", "delete the ---"],
  ["a:\n  &x - b\n", 2, "text that begins with * or &", "put quotation marks"],
];

test.each(faults)("%j", async (text, line, message, hint) => {
  const { plan, problems } = await parsePlan(text, "plan.yaml");
  const [first] = problems;
  expect(plan).toBeUndefined();
  expect([first?.code, first?.line]).toEqual(["plan-yaml", line]);
  expect(first?.message).toContain(message);
  expect(first?.hint).toContain(hint);
  const shown = text.split("\n")[line - 1]?.trim() ?? "";
  expect(first?.note?.message).toContain(shown.slice(0, 90));
  expect(problems.flatMap((one) => [one.message, one.hint ?? ""]).filter((said) => jargon.test(said))).toEqual([]);
});
