// The colours of pages and charts: words can be read, and what carries a meaning can be seen.
import { expect, test } from "vitest";
import { contrast } from "../../src/core/contrast.ts";
import { colours, standingColour, standingInk } from "../../src/output/charts/svg.ts";
import { styleWith } from "../../src/output/formats/html/style.ts";
import { standings } from "../../src/report/standing.ts";

const white = "#ffffff";
const full = (colour: string): string => (colour.length === 4 ? colour.replace(/[0-9a-f]/gi, "$&$&") : colour);

test("every colour of words on the page is at least 7 : 1 on white", () => {
  const words = [...styleWith().matchAll(/[{;]color:(#[0-9a-f]{3,6})\b/gi)].map(([, colour = ""]) => full(colour));
  expect(new Set(words).size).toBeGreaterThan(4);
  for (const colour of words) expect(contrast(colour, white), colour).toBeGreaterThanOrEqual(7);
});

test("words can be read on the ground of what has the focus", () => {
  for (const colour of ["#0b0c0c", "#12436D"]) expect(contrast(colour, "#ffdd00"), colour).toBeGreaterThanOrEqual(4.5);
});

test("words of charts are at least 4.5 : 1 on white", () => {
  const inks = [colours.text, colours.quiet, ...standings.map(standingInk)];
  for (const colour of inks) expect(contrast(colour, white), colour).toBeGreaterThanOrEqual(4.5);
});

test("marks of charts that carry a meaning are at least 3 : 1 on white", () => {
  const marks = [
    colours.force,
    ...colours.others,
    colours.unmet,
    colours.quiet,
    colours.rule,
    ...standings.map(standingColour),
  ];
  for (const colour of marks) expect(contrast(colour, white), colour).toBeGreaterThanOrEqual(3);
});

test("achieved and not achieved differ in lightness, as words and as bars", () => {
  expect(contrast(standingColour("achieved"), standingColour("not achieved"))).toBeGreaterThanOrEqual(1.5);
  const [achieved = "", unmet = ""] = ["achieved", "unmet"].map(
    (name) => new RegExp(`\\.${name}\\{color:(#\\w{6})`).exec(styleWith())?.[1],
  );
  expect(contrast(achieved, unmet)).toBeGreaterThanOrEqual(1.5);
});
