// Two readers of YAML, one contract: what the quick one reads is what the full one reads, values and places.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fullYaml } from "../../src/plan/full-yaml.ts";
import { parseYaml } from "../../src/plan/yaml.ts";
import { home } from "../helpers/world.ts";

const plansIn = (folder: string): string[] =>
  (readdirSync(join(home, folder), { recursive: true }) as string[])
    .filter((file) => /\.ya?ml$/.test(file))
    .map((file) => join(folder, file));
const pieces = [
  "a: 1\nb: 2\n",
  "a:\n  - x: 'q'\n    y: [1, two, {k: v}]\n  -\n    z\n",
  "a: \nb: ~\nc: null\nd: ''\ne: \"\"\n",
  "a: true\nb: False\nc: yes\nd: no\n",
  "a: 0012\nb: 1E05\nc: 4.10\nd: -3.5\ne: +3\nf: .5\ng: 0x10\nh: 0o7\ni: 2018-19\nj: 12:30\nk: .inf\nl: -0\n",
  "2019: x\n1.5: y\ntrue: z\n",
  "a: |\n  text\n   more\nb: >\n  folded\n  text\n",
  "a: plain\n  over lines\nb: 'quoted\n  over lines'\n",
  "a: text # comment\n# comment\nb: 'x # y'\n",
  "- a\n- - b\n  - c\n- {d: e, 'f': g}\n",
  "{ a: 1, b: [x, y], }\n",
  "a: \"tab\\tand \\u00e9\"\nb: 'it''s'\n",
  "constructor: 1\n__proto__: 2\ntoString: 3\n",
  "a: £1,204\nb: 50%\nc: Aug 22 – June 23\n",
  "a: x\r\nb:\r\n  - y\r\n",
  "a: &anchor 1\nb: *anchor\n",
  "a: !!str 3\n",
  "a: 1\na: 2\n",
  "---\na: 1\n",
  "---\na: 1\n---\nb: 2\n",
  "? a\n: b\n",
  "a: [1, 2\nb: 3\n",
  "",
  "# nothing\n",
];

const paths = (value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] =>
  typeof value !== "object" || value === null
    ? [path]
    : [
        path,
        ...Object.keys(value).flatMap((name) =>
          paths((value as Record<string, unknown>)[name], [...path, Array.isArray(value) ? Number(name) : name]),
        ),
      ];

/** What both readers say of a text is the same. */
async function expectSame(text: string): Promise<void> {
  const [quick, full] = [await parseYaml(text), fullYaml(text)];
  expect(quick.errors).toEqual(full.errors);
  expect(quick.value ?? {}).toEqual(full.value ?? {});
  const places: (readonly [quick: unknown, full: unknown])[] = [];
  for (const path of paths(full.value)) {
    // A value over several lines begins at its first letter for the one, and at its sign for the other; a blank has no place.
    const isText = (at: number | undefined): boolean => at !== undefined && !/[|>\s#]|^$/.test(text[at] ?? "");
    const [one, other] = [quick.startOf(path), full.startOf(path)];
    if (path.length > 0 && isText(other) && isText(one))
      places.push([
        [path, one],
        [path, other],
      ]);
    const [parent, name] = [path.slice(0, -1), path.at(-1)];
    if (typeof name === "string")
      places.push([
        [path, quick.keyOf(parent, name)],
        [path, full.keyOf(parent, name)],
      ]);
  }
  expect(places.map(([one]) => one)).toEqual(places.map(([, other]) => other));
}

test.each(pieces)("%j", expectSame);
const ofFile = (file: string): Promise<void> => expectSame(readFileSync(join(home, file), "utf8"));
test.each(plansIn("fixtures"))("%j", ofFile);
test.each(plansIn("test/cases"))("%j", { tags: "gallery" }, ofFile);
