// What people read is plain: messages and help in short sentences without old phrases, and each hint an instruction.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { verbs as commands } from "../src/commands/index.ts";
import { isLong, MOST_WORDS, oldIn } from "./helpers/plain-words.ts";
import { home, run } from "./helpers/world.ts";

/** The verbs with which an instruction begins. */
const instructions = new Set(
  (
    "accept add ask check choose close compare copy correct create delete draw export finish fix give go head indent install keep leave " +
    "list look make mark move name open pipe put read remove rename run save say see show shorten split start swap take tell try " +
    "unhide unzip update use wait write"
  ).split(" "),
);

const gallery = join(home, "test", "cases");
const printed = readdirSync(gallery, { recursive: true, encoding: "utf8" })
  .filter((name) => /(?:^|[/\\])err$/.test(name))
  .flatMap((name) =>
    readFileSync(join(gallery, name), "utf8")
      .split("\n")
      .map((line) => ({ name, line })),
  );
const messages = printed.flatMap(({ name, line }) => {
  const [, said] = /^(?:\S.*?: (?:error|warning|doubt): )(.*) \[[a-z-]+\]$/.exec(line) ?? [];
  return said === undefined ? [] : [{ name, said }];
});
const hints = printed.flatMap(({ name, line }) => {
  const [, said] = /^ +hint: (.*)$/.exec(line) ?? [];
  return said === undefined ? [] : [{ name, said }];
});

/** The tool's own words: what is quoted, listed or given as an example comes from the reader's files. */
const ownWords = (said: string): string =>
  said
    .replace(/"[^"]*"/g, "X")
    .replace(/\([^)]*\)/g, "X")
    .replace(/[[{][^\]}]*[\]}]/g, "X")
    .replace(/\S*[/.]\w+\S*/g, "X")
    .replace(/: [^:;]*,[^:;]*(?:,| and )[^:;]*(?:;|$)/g, ": X;");
const tooLong = (said: string): boolean => isLong(ownWords(said));
const old = (said: string): string[] => oldIn(ownWords(said));

test("the test knows a long sentence, an old phrase and a hint that is no instruction", () => {
  expect(tooLong(`${"word ".repeat(MOST_WORDS)}word`)).toBe(true);
  expect(tooLong(`${"word ".repeat(MOST_WORDS)}. And another.`)).toBe(false);
  expect(old("with none there, none is asked for")).toEqual(["none is asked"]);
  expect(instructions.has("periods")).toBe(false);
});

describe("what the gallery of cases prints", () => {
  test("has messages and hints to look at", () => {
    expect(messages.length).toBeGreaterThan(300);
    expect(hints.length).toBeGreaterThan(300);
  });
  test("each message is short and plain", () => {
    expect(messages.filter(({ said }) => tooLong(said) || old(said).length > 0)).toEqual([]);
  });
  test("each hint is short and plain, and begins with what to do", () => {
    const isInstruction = (said: string): boolean => instructions.has(/^[a-z]+/.exec(said)?.[0] ?? "");
    expect(hints.filter(({ said }) => tooLong(said) || old(said).length > 0 || !isInstruction(said))).toEqual([]);
  });
});

test.each(commands.map(({ name }) => name))("the help of %s is short and plain", async (name) => {
  const { out } = await run([name, "--help"], home, 200);
  // Options and examples are a line each, with their words behind them; what stands at the margin is running text.
  const entries = out.split("\n").filter((line) => /^\s/.test(line) && !/^\s+plan-measures /.test(line));
  const running = out.split("\n\n").map((block) =>
    block
      .split("\n")
      .filter((line) => /^\S/.test(line))
      .join(" "),
  );
  const said = [...entries.map((line) => line.replace(/^\s+\S.*?\s{2,}/, "").trim()), ...running];
  expect(said.filter((one) => tooLong(one) || old(one).length > 0)).toEqual([]);
});
