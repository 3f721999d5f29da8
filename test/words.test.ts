// The room of words: in a made-up language nothing that is published is left in English but what the plan and the data say.
// @module-tag gallery
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { parse } from "yaml";
import { namedScales } from "../src/core/scales.ts";
import { english } from "../src/core/words/english.ts";
import type { Language, WordEntry, WordKey } from "../src/core/words/language.ts";
import { fewSaid, inEnglish, ordinal, say, speakFirst } from "../src/core/words/say.ts";
import { nationalBreaks } from "../src/data/national-breaks.ts";
import { sources } from "../src/input/sources/index.ts";
import { unzipped } from "./helpers/office.ts";
import { home, planFixtures, run } from "./helpers/world.ts";

/** Letters that English has none of, one for each. */
const LETTERS = "абцдефгхийклмнопярстужвщызАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЩЫЗ";
const PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const strange = (text: string): string => [...text].map((letter) => LETTERS[PLAIN.indexOf(letter)] ?? letter).join("");
/** Other letters, and the slots in another order. */
function translated(text: string): string {
  const parts = text.split(/(\{\w+\}|\[[a-z]+\])/);
  const slots = parts.filter((_, index) => index % 2 === 1).reverse();
  return parts.map((part, index) => (index % 2 === 1 ? (slots.shift() ?? "") : strange(part))).join("");
}
const forms = ["zero", "one", "two", "few", "many", "other"] as const;
/** Six forms, as Welsh has, each with a sign of its own. */
const inForms = (text: string): WordEntry =>
  Object.fromEntries(forms.map((form, index) => [form, `${"₀₁₂₃₄₅"[index]}${translated(text)}`])) as WordEntry;
const madeUp: Language = {
  code: "cy",
  words: Object.fromEntries(
    Object.entries(english.words as Readonly<Record<string, WordEntry>>).map(([key, entry]) => [
      key,
      typeof entry === "string" ? translated(entry) : inForms(entry.other),
    ]),
  ) as Language["words"],
};

const folder = mkdtempSync(join(tmpdir(), "words-"));
afterEach(() => speakFirst(english));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A copy of the fixture. */
function copyOf(fixture: string): string {
  const own = join(folder, fixture);
  cpSync(join(home, "fixtures", fixture), own, { recursive: true });
  return own;
}

/** The plan in a copy of its folder, with other numbers in its data: three digits and more that end in 7 end in 8. */
function changed(at: string): string {
  const older = `${at}-older`;
  cpSync(at, older, { recursive: true });
  for (const name of readdirSync(older, { recursive: true }) as string[]) {
    if (!name.endsWith(".csv")) continue;
    const text = readFileSync(join(older, name), "utf8");
    writeFileSync(
      join(older, name),
      text.replace(/(?<![\w.-])(?!19|20)(\d{2,5})7(?![\w.-])/g, (_, first: string) => `${first}8`),
    );
  }
  return join(older, "plan.yaml");
}

/** Every text of a plan: its keys are none of them. */
const textsOf = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(textsOf)
      : [];

/** What the plan and the data of a folder say, and the names of its files. */
function givenIn(own: string): string[] {
  const files = (readdirSync(own, { recursive: true }) as string[]).filter((name) => /\.(ya?ml|csv)$/.test(name));
  return files.flatMap((file) => {
    const text = readFileSync(join(own, file), "utf8");
    const said = /\.csv$/.test(file)
      ? text.split(/[,\r\n"]+/).concat(
          text.split(/\r?\n/),
          [...text.matchAll(/"([^"]+)"/g)].map(([, cell = ""]) => cell),
        )
      : textsOf(parse(text));
    return [file, file.split("/").at(-1) ?? "", ...said];
  });
}

/** The texts of a file that a reader sees or hears: of a page and a picture, without what is markup. */
function readable(name: string, bytes: Buffer): string {
  const inMarkup = (text: string): string =>
    text
      .replace(/<style[\s\S]*?<\/style>|<(?:title|dc:title)[^>]*\/>/g, " ")
      .replace(/<w:instrText[\s\S]*?<\/w:instrText>|<c:f>[^<]*<\/c:f>|<c:formatCode>[^<]*<\/c:formatCode>/g, " ")
      .replace(/ (?:aria-label|alt|title|descr|w:val|content|table:name)="([^"]*)"/g, (all, said: string) =>
        /^ (?:w:val)=/.test(all) ? "" : ` >${said}< `,
      )
      .replace(/<[^>]*>/g, "\n")
      .replaceAll("&#39;", "'")
      .replaceAll("&quot;", '"')
      .replaceAll("&apos;", "'")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&");
  if (/\.(html|svg)$/.test(name))
    return inMarkup(bytes.toString("utf8").replace(/<meta (?!name="description")[^>]*>/g, " "));
  if (/\.(docx|xlsx|ods)$/.test(name)) {
    return unzipped(bytes)
      .filter(({ name: part }) =>
        /(document|footer1|chart\d+|sharedStrings|sheet\d+|content|core|meta|table\d+)\.xml$/.test(part),
      )
      .map(({ text }) => inMarkup(text))
      .join("\n");
  }
  return bytes.toString("utf8");
}

/** Digests, addresses, shorthand, the letters of a chart's key, and what is to be written into a plan. */
const notWords =
  /\b(?:sha256:)?[0-9a-f]{64}\b|https?:\/\/\S+|\b\S+@\S+\b|\\?\[[a-z]+\\?\]|\b[ORT2]{1,4}\b|\\?\{ from: \w+ \d{4}, reason: … \\?\}/g;

/** The text without a phrase, where that is not a part of longer words. */
function without(text: string, phrase: string): string {
  let [rest, at] = [text, text.indexOf(phrase)];
  while (at >= 0) {
    const isWhole = !/[A-Za-z]/.test(rest[at - 1] ?? "") && !/[A-Za-z]/.test(rest[at + phrase.length] ?? "");
    rest = isWhole ? `${rest.slice(0, at)}\u2002${rest.slice(at + phrase.length)}` : rest;
    at = rest.indexOf(phrase, isWhole ? at : at + 1);
  }
  return rest;
}

/** What is left of a text without what the plan and the data say in it. */
function leftOf(text: string, given: readonly string[]): string[] {
  const plain = (one: string): string => one.replace(/\s+/g, " ").trim();
  const known = [...new Set(given.map(plain))]
    .filter((one) => /[A-Za-z]/.test(one))
    .sort((a, b) => b.length - a.length);
  const words = new Set(known.flatMap((one) => one.split(/[^A-Za-z]+/)));
  return (
    text
      .split(/\n/)
      .map((line) => plain(line.replace(notWords, " ")))
      // Sheets without a Latin letter in their title are numbered, and the names of their tables are for machines.
      .filter((line) => !/^(?:Table(?:_\d+)?|\w+_table)$/.test(line))
      .flatMap((line) => {
        // The names of sheets have a line for each space.
        let rest = /^\w+$/.test(line) ? line.replaceAll("_", " ") : line;
        for (const one of known) {
          if (!/[A-Za-z]/.test(rest)) break;
          if (rest.includes(one)) rest = without(rest, one);
          const small = `${one.charAt(0).toLowerCase()}${one.slice(1)}`;
          if (rest.includes(small)) rest = without(rest, small);
        }
        // What is wrapped is told word by word.
        const left = (rest.match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !words.has(word));
        return left.length > 0 ? [`${left.join(" ")}: ${line}`.slice(0, 300)] : [];
      })
  );
}

/** Names that the tool gives itself, in every language. */
const own = [
  ...sources.map(({ name }) => name),
  ...nationalBreaks.flatMap(({ source, force = "" }) => [source, force]),
  ...namedScales.HMICFRS(undefined).grades,
  ...["cy", "plan-measures", "XmR", "HMICFRS", "Benjamini", "Hochberg", "Newcombe", "Wilson", "SHA-256"],
  // A heading that a terminal has no room for is cut.
  "Glouces",
  ...["NEW-DATA", "plan-measures report --priority", "plan-measures diff", "--plan plan.yaml"],
];

const formats = ["terminal", "csv", "markdown", "html", "svg", "docx", "xlsx", "ods"];

/** These plans list the forces of no group. */
const ungrouped = ["burglary-by-month", "gloucestershire-2021-2025", "national-measures", "starter"];
const commands = planFixtures.flatMap((fixture) =>
  ["report", "trend", "diff", ...(ungrouped.includes(fixture) ? [] : ["compare"])].map(
    (one) => [one, fixture] as const,
  ),
);

test.each(commands)(
  "%s of %s leaves nothing in English in any format",
  { timeout: 300_000 },
  async (command, fixture) => {
    const at = copyOf(fixture);
    // As a plan would that names it.
    speakFirst(madeUp);
    const plan = join(at, "plan.yaml");
    const older = command === "diff" ? changed(at) : at;
    const given = [...givenIn(at), older, older.slice(1), basename(older), "--data", ...own, fixture, at, at.slice(1)];
    const left: string[] = [];
    let printed = 0;
    for (const format of formats) {
      if (format === "svg" && command === "diff") continue;
      const out = join(folder, `${command}-${fixture}-${format}`);
      const args = command === "diff" ? [command, older, plan] : [command, plan];
      const files = format === "terminal" ? [] : ["--format", format, "--out", out];
      const done = await run([...args, ...files], home, 300);
      const isEmpty = /nothing to draw|trend-nothing/.test(done.err);
      if (!isEmpty) expect(done.exit, done.err).toBeLessThan(2);
      if (format === "terminal") {
        printed += done.out.length;
        left.push(...leftOf(done.out, given).map((one) => `terminal: ${one}`));
        continue;
      }
      let names: string[] = [];
      try {
        names = readdirSync(out).filter((name) => !name.endsWith(".json"));
      } catch {}
      for (const name of names) {
        const text = readable(name, readFileSync(join(out, name)));
        printed += text.length;
        left.push(...leftOf(text, given).map((one) => `${name}: ${one}`));
      }
    }
    if (fixture !== "district-partnership" || command !== "trend") expect(printed).toBeGreaterThan(500);
    expect([...new Set(left)].slice(0, 400)).toEqual([]);
  },
);

test("each sentence of a language has the slots of its English, and each form of a number is said", () => {
  const slotsOf = (entry: WordEntry): string[] =>
    [...new Set([...JSON.stringify(entry).matchAll(/\{(\w+)\}/g)].map(([, slot = ""]) => slot))].sort();
  for (const key of Object.keys(english.words) as WordKey[]) {
    expect(slotsOf(madeUp.words[key]), key).toEqual(slotsOf(english.words[key]));
  }
  speakFirst(madeUp);
  // The numbers of Welsh in Unicode: 0 zero, 1 one, 2 two, 3 few, 6 many, others other.
  const said = [0, 1, 2, 3, 6, 7].map((n) => say("tally.with-none", { standing: "", n }).charAt(0));
  expect(said).toEqual(["₀", "₁", "₂", "₃", "₄", "₅"]);
  expect(inEnglish(() => [ordinal(2), ordinal(11), ordinal(23), fewSaid(["a", "b", "c"], 2)])).toEqual([
    ...["2nd", "11th", "23rd"],
    "a, b and 1 more",
  ]);
  speakFirst(english);
});

test("a plan names a language that the tool has", async () => {
  const at = join(folder, "none");
  cpSync(join(home, "fixtures", "starter"), at, { recursive: true });
  writeFileSync(join(at, "plan.yaml"), `${readFileSync(join(at, "plan.yaml"), "utf8")}\nlanguage: Klingon\n`);
  const { err } = await run(["report", join(at, "plan.yaml")]);
  expect(err).toContain("language");
});
