// The introduction's Markdown: what it makes of its few signs, and that nothing else becomes markup.
import { expect, test } from "vitest";
import { smallMarkdown } from "../../src/output/markup/small-markdown.ts";

test.each([
  ["one\ntwo\n\nthree", "<p>one two</p>\n<p>three</p>\n"],
  ["# Title\nwords", "<h2>Title</h2>\n<p>words</p>\n"],
  ["words\n- a\n- b\n  more", "<p>words</p>\n<ul>\n<li>a</li>\n<li>b more</li>\n</ul>\n"],
  ["**bold *and* more** *it*", "<p><strong>bold <em>and</em> more</strong> <em>it</em></p>\n"],
  ["[a](https://example.org/b?c=1&d=2)", '<p><a href="https://example.org/b?c=1&amp;d=2">a</a></p>\n'],
  ["[a](mailto:a@example.org)", '<p><a href="mailto:a@example.org">a</a></p>\n'],
  ["2 * 3 * 4 and 5*6", "<p>2 * 3 * 4 and 5*6</p>\n"],
  ["", ""],
])("%j", (text, made) => {
  expect(smallMarkdown(text).markup).toBe(made);
});

test.each([
  "<script>alert(1)</script>",
  "![x](https://example.org/x.png)",
  "[x](javascript:alert(1))",
  "[x](JAVASCRIPT:alert(1))",
  "[x](data:text/html,x)",
  "[x](//example.org)",
  '[x](https://example.org/"onmouseover="alert(1))',
  "<https://example.org>",
  "`code` <img src=x onerror=alert(1)>",
  "**<b>** [<i>](https://example.org/)",
])("%s runs and loads nothing", (text) => {
  const made = smallMarkdown(text).markup;
  expect(made.replace(/<\/?(?:p|strong|em|ul|li|h2)>|<a href="https:\/\/[^"<>]*">|<\/a>/g, "")).not.toMatch(/[<>]/);
  expect(made).not.toMatch(/<(?!\/?(?:p|strong|em|ul|li|h2|a)\b)/);
  expect(made).not.toMatch(/href="(?!https:|mailto:)/);
});

test("a long text of signs ends soon", () => {
  expect(smallMarkdown("*[".repeat(20_000)).markup.length).toBeGreaterThan(40_000);
});
