// The page in a browser, from disk: widths, print, keyboard, text at 200 %, and the rules of WCAG that a program can check.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { drawChart, svgFile } from "../../src/output/charts/index.ts";
import { chartFigure } from "../../src/output/formats/html/figures.ts";
import { htmlPage } from "../../src/output/formats/html/page.ts";
import { browserPath, needed, openBrowser } from "../helpers/browser.ts";
import { findingsCommands } from "../helpers/findings.ts";
import { gloucestershire, home, run } from "../helpers/world.ts";
import { gallery } from "./gallery.ts";

const folder = mkdtempSync(join(tmpdir(), "page-"));
afterAll(() => rmSync(folder, { recursive: true }));
const address = (name: string): string => pathToFileURL(join(folder, name)).href;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const inPage = readFileSync(join(home, "test", "output", "in-page.js"), "utf8");

describe.skipIf(browserPath === undefined)(`a page ${needed}`, () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.newPage();
    await page.addInitScript({ content: inPage });
    const { out } = await run(["report", gloucestershire, "--format", "html"]);
    writeFileSync(join(folder, "report.html"), out);
    const over = await run(["trend", "fixtures/burglary-by-month", "--format", "html"]);
    writeFileSync(join(folder, "trend.html"), over.out);
    const beside = await run(["compare", "fixtures/similar-forces-2019", "--format", "html"]);
    writeFileSync(join(folder, "compare.html"), beside.out);
    const sections = gallery.map(([name, chart], index) => ({
      title: name,
      body: chartFigure(chart, `figure_${index}`),
    }));
    writeFileSync(join(folder, "charts.html"), htmlPage({ title: "Charts", sections }));
    for (const [name, command] of findingsCommands)
      writeFileSync(join(folder, `${name}.html`), (await run([...command, "--format", "html"])).out);
  }, 300_000);
  afterAll(() => browser?.close());

  const open = async (name: string, width: number): Promise<void> => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address(name));
  };
  /** What the style shows where a table scrolls comes with the next picture. */
  const openAll = () =>
    page.evaluate("inPage.openAll(); new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
  const ask = <T>(question: string): Promise<T> => page.evaluate<T>(`inPage.${question}`);

  /** Every rule that axe-core has, those on trial and those beyond the law included. Of what passes, one element is enough. */
  const rulesBroken = async (): Promise<AxeResults> => {
    await page.evaluate(axe);
    return page.evaluate<AxeResults>(`axe.run({
      resultTypes: ["violations"],
      rules: Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }])),
    })`);
  };

  describe.each(findingsCommands)("the findings of %s", (name) => {
    test.each([1200, 640, 390])("break no rule of axe-core at a width of %i, and do not overflow", async (width) => {
      await open(`${name}.html`, width);
      await openAll();
      expect(await ask("overflow()")).toBe(0);
      const { violations, passes } = await rulesBroken();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.length} ${nodes[0]?.html}`)).toEqual([]);
      expect(passes.map(({ id }) => id)).toEqual(expect.arrayContaining(["landmark-one-main", "scope-attr-valid"]));
      const tables = await ask<{ scrolls: boolean; stops: boolean }[]>("tables()");
      expect(tables.map(({ stops }) => stops)).toEqual(tables.map(({ scrolls }) => scrolls));
    });

    test.each([
      ["dark", "none"],
      ["light", "active"],
    ] as const)(
      "break none in colours that the reader chose: %s, forced colours %s",
      async (colorScheme, forcedColors) => {
        await page.emulateMedia({ colorScheme, forcedColors });
        await open(`${name}.html`, 1200);
        const { violations } = await rulesBroken();
        await page.emulateMedia({ colorScheme: null, forcedColors: null });
        expect(violations.map(({ id }) => id)).toEqual([]);
      },
    );

    test("can be read with letters of twice the size, and print with nothing cut and none under 7 points", async () => {
      await open(`${name}.html`, 390);
      await page.evaluate("document.documentElement.style.fontSize = '200%'");
      expect(await ask("overflow()")).toBe(0);
      await open(`${name}.html`, 1032);
      await page.emulateMedia({ media: "print" });
      expect(await ask('cut("table, p, li, dd, pre", 1032)')).toEqual([]);
      expect(await ask("smallest()")).toBeGreaterThan(9.3);
      await page.emulateMedia({ media: "screen" });
    });
  });

  describe.each(["report.html", "charts.html", "trend.html", "compare.html"])("%s", (name) => {
    test.each([1280, 640, 360, 320])("does not overflow at a width of %i", async (width) => {
      await open(name, width);
      expect(await ask("overflow()")).toBe(0);
      await openAll();
      expect(await ask("overflow()")).toBe(0);
    });

    test.each([
      [1280, "light", "none"],
      [640, "light", "none"],
      [360, "light", "none"],
      [1280, "dark", "none"],
      [1280, "light", "active"],
    ] as const)(
      "breaks no rule of axe-core at a width of %i, %s, forced colours %s",
      async (width, colorScheme, forcedColors) => {
        await page.emulateMedia({ colorScheme, forcedColors });
        await open(name, width);
        await openAll();
        const { violations, passes } = await rulesBroken();
        await page.emulateMedia({ colorScheme: null, forcedColors: null });
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.length} ${nodes[0]?.html}`)).toEqual([]);
        expect(passes.map(({ id }) => id)).toEqual(expect.arrayContaining(["svg-img-alt"]));
      },
    );

    test.each([1280, 640, 360])(
      "stops the keyboard at a table only where it scrolls, at a width of %i",
      async (width) => {
        await open(name, width);
        await openAll();
        const tables = await ask<{ scrolls: boolean; stops: boolean }[]>("tables()");
        expect(tables.length).toBeGreaterThan(1);
        expect(tables.map(({ stops }) => stops)).toEqual(tables.map(({ scrolls }) => scrolls));
        if (width === 360) expect(tables.some(({ scrolls }) => scrolls)).toBe(true);
      },
    );

    test.each([1280, 360])("can be read with letters of twice the size at a width of %i", async (width) => {
      await open(name, width);
      await page.evaluate("document.documentElement.style.fontSize = '200%'");
      expect(await ask("overflow()")).toBe(0);
      const prose = "h1, h2, h3, p, :not(td) > a, li, figcaption, svg, summary, caption span, .comment div";
      expect(await ask(`cut("${prose}", ${width})`)).toEqual([]);
    });
  });

  test.each([
    [1280, "wide"],
    [1032, "wide"],
    [640, "narrow"],
    [320, "narrow"],
  ])("shows one drawing of each chart at a width of %i, with letters that can be read", async (width, wanted) => {
    await open("charts.html", width);
    const drawings = await ask<{ size: string; letter: number }[][]>("drawings()");
    expect(drawings).toHaveLength(gallery.length);
    for (const shown of drawings) {
      expect(shown.map(({ size }) => size)).toEqual([wanted]);
      for (const { letter } of shown) expect(letter).toBeGreaterThan(11.5);
    }
  });

  test("asks for nothing but itself, and says nothing to the console", async () => {
    const [asked, said]: [string[], string[]] = [[], []];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => said.push(message.text()));
    await open("report.html", 1280);
    page.removeAllListeners();
    expect(asked).toEqual([address("report.html")]);
    expect(said).toEqual([]);
  });

  test("the keyboard reaches every link, table and word to open, in the order of the page", async () => {
    await open("report.html", 1280);
    const wanted = await ask<number>("number()");
    expect(wanted).toBeGreaterThan(100);
    await ask("follow()");
    for (let step = 0; step < wanted; step += 1) await page.keyboard.press("Tab");
    const reached = await ask<(string | undefined)[]>("reached");
    expect(reached).toEqual(Array.from({ length: wanted }, (_, index) => String(index)));
  });

  test("the first key leads past the contents", async () => {
    await open("report.html", 1280);
    await page.keyboard.press("Tab");
    expect((await ask<{ left: number }>("focused()")).left).toBeGreaterThanOrEqual(0);
    await page.keyboard.press("Enter");
    expect(await ask("focused()")).toMatchObject({ id: "main" });
  });

  test("prints on A4, the overview of 36 measures on one portrait page, with nothing cut at the right and the headings on each page", async () => {
    // 297 mm less two margins of 12 mm is 1,032 pixels of a 96th of an inch.
    await open("report.html", 1032);
    await page.emulateMedia({ media: "print" });
    expect(await ask('cut("table, svg, figcaption, p, li", 1032)')).toEqual([]);
    expect(await page.evaluate("getComputedStyle(document.querySelector('thead')).display")).toBe("table-header-group");
    // 7 points are 9.33 pixels.
    expect(await ask("smallest()")).toBeGreaterThan(9.3);
    const bytes = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    await page.emulateMedia({ media: "screen" });
    const boxes = [...bytes.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    expect(boxes.length).toBeGreaterThan(5);
    expect(await page.evaluate("document.querySelectorAll('figure.tall').length")).toBe(2);
    // In points, to the nearest: one page upright, all others lying.
    const sizes = boxes.map(([, width, height]) => `${Number(width).toFixed(0)} × ${Number(height).toFixed(0)}`);
    // Tall charts have an upright page each: that of 18 measures, and that of 11 long names.
    expect(sizes.filter((size) => size === "595 × 842")).toHaveLength(1 + 2);
    expect(sizes.filter((size) => size === "842 × 595")).toHaveLength(boxes.length - 3);
    expect(sizes[0]).toBe("595 × 842");
  });

  test.each(gallery)("the chart %s: no text on another, none outside the picture", async (name, chart) => {
    for (const size of ["file", "wide", "narrow"] as const) {
      const svg = size === "file" ? svgFile(chart) : drawChart(chart, "one", size).markup;
      writeFileSync(join(folder, `${name}-${size}.svg`), svg);
      await open(`${name}-${size}.svg`, 1000);
      expect(await ask("texts()"), size).toEqual([]);
    }
  });
});
